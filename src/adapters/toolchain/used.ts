import type { Tool } from '../../model/nouns.ts'
import type { Toolchain } from '../../model/ports/toolchain.ts'

/** A toolchain that knows what it gave, for the report: each tool of each version once. */
export function rememberTools(toolchain: () => Toolchain): Toolchain & { used(): readonly Tool[] } {
  const used = new Map<string, Tool>()
  const remember = (tool: Tool): Tool => {
    used.set(`${tool.name} ${tool.version}`, tool)
    return tool
  }
  return {
    go: async (version, signal) => remember(await toolchain().go(version, signal)),
    tool: async (name, version, signal) => remember(await toolchain().tool(name, version, signal)),
    used: () => [...used.values()]
  }
}
