/** Colours and cursor movements of tools, which mean nothing in somebody else's log. */
const SEQUENCES = /\u001b(\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\)?|[ -/]*[0-~])/g

/**
 * Text from anywhere, fit for a terminal or a log: lines end with \n alone, and nothing in it moves the cursor, hides
 * text or turns its direction.
 */
export const makePrintable = (text: string): string =>
  text
    .replace(SEQUENCES, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, (c) => `<U+${formatEscape(c)}>`)

/**
 * Printable, and nothing that a runner of GitHub Actions takes for a command: `::name::` at the start of a line, after
 * any white space, and `##[name]` anywhere in it (actions/runner, ActionCommand.TryParseV2 and TryParse).
 */
export const makeHarmless = (text: string): string =>
  makePrintable(text)
    .replaceAll('##[', '## [')
    // Line by line: a run of line ends would be looked through once for each of them.
    .replace(/^([^\S\n]*)::/gmu, '$1: :')

const formatEscape = (c: string): string => (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
