/**
 * Text from elsewhere inside Markdown: no markup, no HTML, no formula, no new cell or line; nobody is called in it, and no
 * issue, commit or address is linked. A platform looks for those after it has read the Markdown, so a backslash does not
 * keep it from them.
 */
export const escapeMarkdown = (text: string): string =>
  breakMarkup(
    makeVisible(text)
      .replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&')
      // What begins a list or underlines a heading.
      .replace(/^ ?(?=[-+=])|^ ?\d+(?=[.)]( |$))/, '$&\\')
  )

/** The text that `escapeMarkdown` was given, as far as it is on one line. */
export const unescapeMarkdown = (markdown: string): string => markdown.replaceAll(NOTHING, '').replace(/\\(.)/g, '$1')

/** Text from elsewhere inside an HTML element of a Markdown text, where no Markdown is read. */
export const escapeInHtml = (text: string): string =>
  breakMarkup(makeVisible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`))

/** What shows nowhere, and stands between two characters that a platform would take for one reference. */
const NOTHING = '<!-- -->'

/** Signs of references (docs.github.com, "Autolinked references and URLs"; docs.gitlab.com, "GitLab-specific references"). */
const SIGNS = /(?<!&)[@#](?=\w)|[!$%~^](?=\w)|&(?:#38;)?(?=\d)|\b(?:GH|GL|GHSA)-(?=\w)|(?<=\w):(?=\/\/)|\bww(?=w\.)/gi
/** What a commit may be called by: shorter and longer words are none. */
const HEX = /\b[0-9a-f]{7,40}\b/gi

const breakMarkup = (text: string): string =>
  text.replace(SIGNS, `$&${NOTHING}`).replace(HEX, (run) => (run.match(/.{1,6}/g) ?? []).join(NOTHING))

/** Text from elsewhere as inline code, in a table or out of it. */
export function formatCode(text: string): string {
  const shown = makeVisible(text).replaceAll('|', '\\|')
  const fence = '`'.repeat(measureBackticks(shown) + 1)
  return /^`|`$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`
}

/** Lines as a block of code that nothing in them ends. */
export function formatBlock(language: string, text: string): readonly string[] {
  const shown = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, '\ufffd')
  const fence = '`'.repeat(Math.max(3, measureBackticks(shown) + 1))
  return [`${fence}${language}`, shown, fence]
}

/** At most so much of what a check saw: the whole stands in compatibility.json. */
export const shortenSeen = (text: string, length = 600): string =>
  text.length > length ? `${text.slice(0, length)} … (${text.length - length} characters more)` : text

const measureBackticks = (text: string): number => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))

/** One line, and nothing in it that hides or turns text. */
const makeVisible = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd')
