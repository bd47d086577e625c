/**
 * What tags, branches, inputs, module paths, file names, tool output and API answers may hold, none of it kindly meant;
 * one corpus for every door. `__tests__/fakes/platform/stories.ts` has more for the page.
 */
export const CORPUS = {
  quotes: `it's "quoted" \`twice\` \\`,
  'a command for a shell': '$(touch PWNED); touch PWNED & `touch PWNED` | touch PWNED > PWNED',
  'a variable': '${COSIGN_PRIVATE_KEY} $CI_JOB_TOKEN %GITHUB_TOKEN% ${{ secrets.GITHUB_TOKEN }} $[[ inputs.token ]]',
  lines: 'one\ntwo\r\nthree\rfour\u2028five\u0085six',
  'a command for a runner': '::add-mask::a\n::set-output name=tag::v9.9.9\n::stop-commands::guess\n::add-path::/tmp',
  'a command behind white space': ' \t\u200b\ufeff::set-env name=NODE_OPTIONS::--require=evil',
  'an old command for a runner': 'x ##[error]forged ##[add-mask]a ##[set-env name=PATH;]/tmp',
  'an escaped command': '%0A::error::forged%0D%0A::endgroup::',
  'a section of a log': '\u001b[0Ksection_start:1:forged\r\u001b[0Kforged section_end:1:slipway_1\r\u001b[0K',
  'the end of a heredoc': 'EOF\nghadelimiter_x\ntag=v9.9.9\ntag<<EOF\nv9.9.9\nEOF',
  'a way up': '../../../../tmp/PWNED',
  'an absolute path': '/etc/passwd',
  'a path of Windows': '..\\..\\C:\\PWNED',
  'an option': '--upload-pack=touch PWNED',
  'a short option': '-oPWNED',
  'characters that turn or hide others': 'a\u202etxt.exe\u2066\u200b\u00ad\ufeffb\u{e0041}',
  'a terminal': '\u001b[31mred\u001b[2J\u001b]0;title\u0007\u001b[1A\u009b2K\u0008\u007f',
  'a NUL': 'a\u0000b',
  'half a character': '\ud800 half',
  'markup of a page': '</script><img src=x onerror=alert(1)><!-- --> &lt;',
  'markup of a text': '[a](x:y) ![b](x:y) <x:y> **d** | e | <b>f</b> ~~g~~ $h$ # i',
  'a fence': '```\n# Out of it\n~~~~~~~~\n<!--',
  people: '@octocat and @acme/everyone and #1 and GH-1 and !1',
  YAML: '- a: &x [*x, *x]\n- !!js/function >\n  b\n? c\n---\n...',
  JSON: '"},{"a":1,"__proto__":{"b":2},"constructor":0,"',
  nothing: ' \t ',
  'a megabyte': 'x'.repeat(1_000_000)
} as const satisfies Readonly<Record<string, string>>

export const EACH = Object.entries(CORPUS)

/** Whether a terminal or a log shows a text as it is: nothing in it moves the cursor, hides others or turns them. */
export const isPlain = (text: string): boolean => !/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/u.test(text)

/** What can be a name in a repository: git and the file system take neither NUL nor half a character nor a megabyte. */
export const FILE_NAMES: readonly string[] = EACH.map(([, text]) => text)
  .filter((text) => !text.includes('\0') && text.isWellFormed() && text.length < 250)
  // One part of a path.
  .map((text) => text.replaceAll('/', '\u2215'))
