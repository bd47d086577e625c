/**
 * A job's log as GitLab reads it (lib/gitlab/ci/ansi2json): a section marker is obeyed only in its exact form; colours
 * are shown as colours.
 */
export function gitlabLog(text: string): { readonly commands: readonly string[]; readonly lines: readonly string[] } {
  const commands: string[] = []
  const rest = text.replace(
    /section_(start|end):\d+:([a-zA-Z0-9_.-]+)(?:\[[^\]]*\])?\r\u001b\[0K/g,
    (_, which: string, name: string) => (commands.push(`${which} ${name}`), '')
  )
  const lines = rest
    .split('\n')
    .map((line) => line.replace(/\u001b\[(0K|[\d;]*m)/g, ''))
    .filter((line) => line !== '')
  return { commands, lines }
}
