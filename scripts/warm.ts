/**
 * Fetches every tool that the tests run, once, before they run side by side: a cold build of Kubernetes takes minutes of
 * every core, which no test should pay for. With them in the tool cache it takes a second.
 */
import { bedIsPossible, prepareBed } from '../__tests__/bed/kind/bed.ts'
import { hasOtherNodes, OTHER_NODES, otherNode } from '../__tests__/bed/nodes.ts'
import { TEST_MINORS, TEST_TOOLS, testTool } from '../__tests__/bed/test-tools.ts'
import { pinnedGo, realTools } from '../__tests__/bed/tools.ts'

const signal = AbortSignal.timeout(3_600_000)
const tools = realTools(console.log)
console.log((await pinnedGo(console.log, signal)).vouched)
for (const [name, version] of [
  ['cosign', undefined],
  ['apidiff', undefined],
  ['govulncheck', undefined],
  ['kind', undefined],
  ...TEST_MINORS.flatMap((minor) =>
    (['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubectl'] as const).map(
      (name) => [name, minor] as const
    )
  )
] as const) {
  const tool = await tools.tool(name, version, signal)
  console.log(`${tool.name} ${tool.version}: ${tool.vouched}`)
}
if (bedIsPossible()) await prepareBed(console.log)
for (const name of TEST_TOOLS) {
  await testTool(name, console.log, signal)
  console.log(`${name} for tests`)
}
for (const version of hasOtherNodes() ? OTHER_NODES : []) {
  await otherNode(version, console.log, signal)
  console.log(`Node ${version} for tests`)
}
