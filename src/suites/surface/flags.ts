/** One flag of a command, as its help has it. */
export interface Flag {
  /** With its dashes: `--listen`, `-v`. */
  readonly name: string
  /** What stands for its value, such as `string`; '' for a switch. */
  readonly value: string
  /** As written; undefined where the help names none. */
  readonly default: string | undefined
}

/** What a command's help says that can be typed. */
export interface Help {
  readonly flags: readonly Flag[]
  /** Names of the commands below it. */
  readonly commands: readonly string[]
}

/**
 * Reads the help of Go's `flag`, of pflag and cobra, and of those that look like them (urfave/cli, kong, kingpin): a
 * flag begins an indented line with dashes, what stands behind it belongs to it until the next one. Commands are the
 * first words of the indented lines below a heading that ends in "Commands:".
 */
export function parseHelp(text: string): Help {
  const flags = new Map<string, Flag>()
  const commands = new Set<string>()
  let entry: { names: readonly string[]; value: string; text: string } | undefined
  let listing = false
  const finish = (): void => {
    if (!entry) return
    const found = findDefault(entry.text)
    for (const name of entry.names) flags.set(name, { name, value: entry.value, default: found })
    entry = undefined
  }
  for (const line of text.split(/\r?\n/)) {
    const flag = FLAG.exec(line)
    if (flag) {
      finish()
      listing = false
      const [, names = '', value = '', rest = ''] = flag
      entry = { names: names.split(/,?\s+/).filter(Boolean), value: value.replace(/^[<[]|[>\]]$/g, ''), text: rest }
      continue
    }
    if (/^\S/.test(line) || /^[A-Z][\w ]*:$/.test(line.trim())) {
      finish()
      listing = /commands:\s*$/i.test(line)
      continue
    }
    if (entry && line.trim() !== '') entry.text += ` ${line.trim()}`
    const [, command] = (listing && /^ {1,4}([a-z][\w-]*)(?:, ?[\w-]+)*(?:\s{2,}|\t|$)/.exec(line)) || []
    if (command !== undefined) commands.add(command)
  }
  finish()
  return { flags: [...flags.values()], commands: [...commands] }
}

/** `  -v, --verbose string   usage`, `  -name string`, `  --flag=VALUE  usage`, `  --flag value, -f value  usage`. */
const FLAG =
  /^\s+((?:-[\w?],?\s+)?--?[A-Za-z0-9][\w.-]*(?:, -[\w?])?)(?:(?:=| )((?:<[^>]*>|\[[^\]]*\]|"[^"]*"|[A-Za-z"][\w./:|"-]*)))?(?:, -[\w?] \S+)?(?:\s{2,}|\t|\s*$)(.*)$/

/** The last one that is named: some say more about it in words before. */
const findDefault = (text: string): string | undefined =>
  [...text.matchAll(/[([]default:? ?(".*?"|[^)\]]*\]?)[)\]]/gi)].at(-1)?.[1]?.replace(/^"(.*)"$/, '$1')
