/**
 * Fetches every tool that the tests run, once, before they run side by side: a cold build of Kubernetes takes minutes of
 * every core, which no test should pay for. With them in the tool cache it takes a second.
 */
import { realTools } from './tools.ts'

const tools = realTools(console.log)
const signal = AbortSignal.timeout(3_600_000)
for (const [name, version] of [
  ['cosign', undefined],
  ['apidiff', undefined],
  ['etcd', '1.37'],
  ['kube-apiserver', '1.37'],
  ['kube-controller-manager', '1.37'],
  ['kube-scheduler', '1.37'],
  ['kubectl', '1.37']
] as const) {
  const tool = await tools.tool(name, version, signal)
  console.log(`${tool.name} ${tool.version}: ${tool.vouched}`)
}
