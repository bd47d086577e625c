/** What the runner of GitHub Actions makes of a step's standard output. */
export interface RunnerLog {
  /** Commands it obeyed, such as `group plan` or `warning careful`. */
  readonly commands: readonly string[]
  /** Lines it shows, with secrets masked. */
  readonly lines: readonly string[]
}

const REGISTERED = [
  ...['set-env', 'set-output', 'save-state', 'add-path', 'add-mask', 'add-matcher', 'remove-matcher', 'debug'],
  ...['warning', 'error', 'notice', 'echo', 'group', 'endgroup', 'stop-commands', 'internal-set-repo-path']
]

/**
 * As actions/runner reads it (Runner.Common/ActionCommand.cs, Runner.Worker/ActionCommandManager.cs): a line is a
 * command in the form `::name …::data`, after white space, or in the older form `##[name …]data`, anywhere in the line;
 * between `::stop-commands::TOKEN` and `::TOKEN::` none is.
 */
export function runnerLog(stdout: string): RunnerLog {
  const registered = new Set(REGISTERED)
  const commands: string[] = []
  const lines: string[] = []
  const masks: string[] = []
  let token: string | undefined
  for (const line of stdout.split(/\r\n|\r|\n/)) {
    const command = parseV2(line, registered) ?? parseV1(line, registered)
    if (command && (token === undefined || command.name === token)) {
      if (command.name === token) token = undefined
      else if (command.name === 'stop-commands') registered.add((token = command.data.toLowerCase()))
      else if (command.name === 'add-mask') masks.push(...command.data.split(/[\r\n]+/).filter(Boolean))
      if (command.name !== 'stop-commands' && !/^[0-9a-f-]{36}$/.test(command.name))
        commands.push(`${command.name} ${command.data}`.trim())
    } else if (line !== '') lines.push(masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), line))
  }
  return { commands, lines }
}

interface Command {
  readonly name: string
  readonly data: string
}

const unescaped = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')

function parseV2(line: string, registered: ReadonlySet<string>): Command | undefined {
  // .NET's TrimStart takes U+0085 for white space, and its StartsWith looks past characters without a width.
  const text = line.replace(/^[\s\u0085\p{Cf}]+/u, '')
  const end = text.indexOf('::', 2)
  if (!text.startsWith('::') || end < 0) return undefined
  const name = (text.slice(2, end).split(' ')[0] ?? '').toLowerCase()
  return registered.has(name) ? { name, data: unescaped(text.slice(end + 2)) } : undefined
}

function parseV1(line: string, registered: ReadonlySet<string>): Command | undefined {
  const start = line.indexOf('##[')
  const end = line.indexOf(']', start)
  if (start < 0 || end < 0) return undefined
  const name = (line.slice(start + 3, end).split(' ')[0] ?? '').toLowerCase()
  return registered.has(name) ? { name, data: line.slice(end + 1) } : undefined
}
