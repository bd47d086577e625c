import { delimiter, dirname, isAbsolute, join } from 'node:path'
import { Failure } from '../base/errors.ts'
import { quote } from '../base/text.ts'

export type Env = Readonly<Record<string, string | undefined>>

/**
 * GOFLAGS without any flag. An empty variable counts as one that is not set, and then the file go.env in GOROOT has its
 * say, which GOENV=off does not switch off (cmd/go/internal/cfg, Getenv).
 */
export const NO_FLAGS = ' '

/** What a go command may see of the caller's environment: where things lie, and how modules are reached. */
const PASSED = [
  ...['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'],
  ...['USERPROFILE', 'LOCALAPPDATA', 'APPDATA', 'SYSTEMROOT', 'SystemRoot', 'PATHEXT', 'COMSPEC'],
  ...['GOPATH', 'GOCACHE', 'GOMODCACHE', 'GOPROXY', 'GONOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GOAUTH'],
  ...['GIT_SSL_CAINFO', 'NETRC', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND']
]

/** What a Go program needs to reach the network, and where it may put its own files. */
const REACHING = [
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'SYSTEMROOT', 'SystemRoot', 'TMPDIR', 'TMP', 'TEMP']
]

/** The environment of a Go program that only asks the network: no credentials, and a folder of ours for a home. */
export const makeReachingEnvironment = (env: Env, home: string): Record<string, string> => ({
  ...pickVariables(env, REACHING),
  ...Object.fromEntries(['HOME', 'XDG_CONFIG_HOME', 'APPDATA', 'USERPROFILE'].map((name) => [name, home]))
})

/** Where a step of `prepare` finds what it needs. */
export interface StepPlaces {
  /** A folder of its own. */
  readonly home: string
  /** Absolute path of the go command. */
  readonly go: string
  /** Go's module cache, which it only reads; '' for none. */
  readonly modules: string
  readonly network: boolean
  /** The commit's time, in seconds. */
  readonly epoch: number
}

/**
 * The environment of a step that makes files for a build: where programs lie, and with the network how it is reached,
 * but for addresses that hold a login. Times and languages are the same on every machine.
 */
export const makeStepEnvironment = (
  env: Env,
  { home, go, modules, network, epoch }: StepPlaces
): Record<string, string> => {
  const [folder, list] = [dirname(go), env['PATH'] ?? '']
  const reaching = network ? [...REACHING, 'GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GONOPROXY'] : []
  const passed = Object.entries(pickVariables(env, ['SYSTEMROOT', 'SystemRoot', 'PATHEXT', 'COMSPEC', ...reaching]))
  return {
    ...Object.fromEntries(passed.filter(([, value]) => !/:\/\/[^/\s]*@/.test(value))),
    PATH: isAbsolute(folder) ? `${folder}${delimiter}${list}` : list,
    ...Object.fromEntries(['HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'].map((name) => [name, home])),
    ...Object.fromEntries(['TMPDIR', 'TMP', 'TEMP'].map((name) => [name, join(home, 'tmp')])),
    ...{ XDG_CACHE_HOME: join(home, 'cache'), XDG_CONFIG_HOME: join(home, 'config') },
    ...{ GOCACHE: join(home, 'go-build'), GOPATH: join(home, 'go'), ...(modules !== '' && { GOMODCACHE: modules }) },
    ...{ GOENV: 'off', GOWORK: 'off', GOTOOLCHAIN: 'local', CGO_ENABLED: '0' },
    // There is no repository in its checkout, of which go could write a commit into programs.
    GOFLAGS: '-buildvcs=false',
    ...(network ? {} : { GOPROXY: 'off' }),
    ...{ SOURCE_DATE_EPOCH: String(epoch), TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
  }
}

/** The variable that holds credentials for private modules: lines of `https://user:token@host[/path]`. */
export const CREDENTIALS = 'SLIPWAY_GIT_CREDENTIALS'

/**
 * The whole environment of a go or git command: an allow-list of the caller's, no settings of Go's own file, and git's
 * settings for this run, which go from variable to variable and are never written to disk. Git reads the user's files
 * too, for proxies, certificates and helpers that it may need; what of them changes its answers is set here.
 */
export const makeGoEnvironment = (env: Env, settings: readonly GitSetting[] = []): Record<string, string> => ({
  ...pickVariables(env, [...PASSED, ...REACHING]),
  ...formatGitSettings([...ANSWERING, ...settings]),
  GOENV: 'off',
  GOWORK: 'off',
  GOFLAGS: NO_FLAGS,
  GOTOOLCHAIN: 'local',
  GOFIPS140: 'off',
  // Collecting half as often saves a sixth of a cold compile, for a fifth more memory (docs/bench.md).
  GOGC: '200',
  CGO_ENABLED: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0'
})

/** The environment of git where it is asked about a clone that is here: without any credentials. */
export const makeCloneEnvironment = (env: Env, folder: string): Record<string, string> =>
  // A commit may hold a folder that git takes for a repository, with settings that name programs.
  makeGoEnvironment(env, [...trustFolder(folder), ['safe.bareRepository', 'explicit']])

/** The environment of go commands in a module: with what opens private modules. */
export const makeBuildEnvironment = (env: Env, folder: string): Record<string, string> =>
  makeGoEnvironment(env, [...trustFolder(folder), ...makeCredentialSettings(env[CREDENTIALS])])

export type GitSetting = readonly [key: string, value: string]

/**
 * Settings by which a user's git says other things, to us or to the go command, which asks it whether the tree is
 * changed: each as git has it where nobody sets it, but for the encoding, which is the one that we read.
 */
const ANSWERING: readonly GitSetting[] = [
  ['log.showSignature', 'false'],
  ['i18n.logOutputEncoding', 'UTF-8'],
  ['status.showUntrackedFiles', 'normal'],
  ['diff.ignoreSubmodules', 'none'],
  // A hook that is asked what changed, or a daemon that would outlive this run.
  ['core.fsmonitor', 'false']
]

/** Rejects a build cache that go could not use: it would say so when it compiles, and not before. */
export function refuseNoCache({ GOCACHE: cache = '' }: Env): void {
  if (cache === '' || isAbsolute(cache)) return
  throw new Failure('environment', `GOCACHE is ${quote(cache)}, and go compiles nothing without a build cache`, {
    hint: 'Unset it, or set it to the absolute path of a folder that may be written.'
  })
}

/**
 * Git's leave to work in a checkout that another user owns, such as a container's runner: it is the one that we were told
 * to build, and a module in a subdirectory has its repository above it.
 */
export function trustFolder(folder: string): readonly GitSetting[] {
  const above = dirname(folder)
  return [['safe.directory', folder], ...(above === folder ? [] : trustFolder(above))]
}

/**
 * Git's settings for private modules over HTTPS: a header for each host, as actions/checkout does, and not a password in
 * a URL, since git hands URLs to its helpers as arguments. Throws an 'input' Failure that never shows the value.
 */
export function makeCredentialSettings(text: string | undefined): readonly GitSetting[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, i): GitSetting => {
      const url = URL.canParse(line) ? new URL(line) : undefined
      if (url?.protocol !== 'https:' || !url.password)
        throw new Failure('input', `line ${i + 1} of ${CREDENTIALS} is not of the form https://user:token@host`, {
          hint: 'Write one such URL a line; a sign that is special in URLs has to be percent-encoded.'
        })
      const basic = Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`).toString(
        'base64'
      )
      return [
        `http.https://${url.host}${url.pathname.replace(/\/$/, '')}/.extraheader`,
        `Authorization: Basic ${basic}`
      ]
    })
}

/** Settings as GIT_CONFIG_COUNT variables (git-config, "ENVIRONMENT"). */
const formatGitSettings = (settings: readonly GitSetting[]): Record<string, string> => ({
  GIT_CONFIG_COUNT: String(settings.length),
  ...Object.fromEntries(
    settings.flatMap(([key, value], i) => [
      [`GIT_CONFIG_KEY_${i}`, key],
      [`GIT_CONFIG_VALUE_${i}`, value]
    ])
  )
})

export const pickVariables = (env: Env, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])))
