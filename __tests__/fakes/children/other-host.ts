import { chmod, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lacking } from '../needs.ts'
import { plainEnvironment, program, succeeded, type RunOptions } from '../cli.ts'

/** Nobody in particular, who may read and write what the one who runs the tests may. */
export const NOBODY = [
  ...['setpriv', '--reuid', '65534', '--regid', '65534', '--clear-groups'],
  ...['--inh-caps', '+dac_override,+dac_read_search', '--ambient-caps', '+dac_override,+dac_read_search']
]
/** In a user namespace everybody is nobody: for those who are not root. */
const NAMESPACE = ['unshare', '--user']

/** Some distributions let nobody but root make one: then it is the same user, and a line says so. */
async function namespace(cwd: string): Promise<readonly string[]> {
  if ((await program([...NAMESPACE, 'true'], { cwd })).status === 0) return NAMESPACE
  lacking('built by the same user: this one may make no user namespace')
  return []
}

/** Node started three years and a bit later than it is. Go tells no time to its compiler, and reads none in it. */
const LATER = `const Now = globalThis.Date
const by = 3 * 365 * 86_400_000 + 12_345_678
globalThis.Date = class extends Now {
  constructor(...given) { given.length ? super(...given) : super(Now.now() + by) }
  static now() { return Now.now() + by }
}`

/**
 * As much of another machine as a program can tell: its user, clock, time zone, language, umask, home and temporary
 * folders, and a Go of the same version in another place. Its folders lie in `place`.
 */
export async function otherHost(
  place: string
): Promise<RunOptions & { readonly env: Readonly<Record<string, string>> }> {
  const folder = async (name: string): Promise<string> => {
    await mkdir(join(place, name))
    return join(place, name)
  }
  const env = plainEnvironment()
  // access(2), which git asks, forgets what the other user may beyond its own rights.
  await chmod(place, 0o755)
  return {
    cwd: place,
    umask: '002',
    under: process.getuid?.() === 0 ? NOBODY : await namespace(place),
    env: {
      PATH: `${await goElsewhere(place)}/bin:${env['PATH'] ?? ''}`,
      TMPDIR: await folder('tmp'),
      HOME: await folder('home'),
      USER: 'nobody',
      LOGNAME: 'nobody',
      TZ: 'America/St_Johns',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      SOURCE_DATE_EPOCH: '1',
      GOAMD64: 'v3',
      GOFLAGS: '-tags=extra -ldflags=-X=main.version=leak',
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LATER)}`
    }
  }
}

/** The Go that is here, in another folder: links where the file system can, else copies. */
async function goElsewhere(place: string): Promise<string> {
  const root = succeeded(await program(['go', 'env', 'GOROOT'], { cwd: place })).trim()
  const to = join(place, 'gö elsewhere')
  const linked = await program(['cp', '-al', root, to], { cwd: place })
  if (linked.status !== 0) succeeded(await program(['cp', '-a', '--force', `${root}/.`, to], { cwd: place }))
  if (!(await readdir(to)).includes('bin')) throw new Error(`${root} is no Go that can be copied`)
  return to
}
