import { SETTABLE } from '../go/command.ts'
import { fillTemplates, type Constants } from './goreleaser-templates.ts'
import type { Advice, Setting } from './settings-file.ts'

export type Variables = Readonly<Record<string, string>>

/** What becomes of variables of the go command that Slipway knows, whatever their value. */
const KNOWN: Readonly<Record<string, Advice>> = {
  GO111MODULE: { same: 'go builds modules without it.' },
  ...Object.fromEntries(
    ['GOOS', 'GOARCH', 'GOARM', 'GOAMD64', 'GOARM64', 'GOMIPS'].map((name) => [
      name,
      { same: 'the targets decide it, in GoReleaser as in Slipway.' }
    ])
  ),
  ...Object.fromEntries(
    ['GOPROXY', 'GOPRIVATE', 'GOSUMDB', 'GONOSUMDB', 'GONOPROXY'].map((name) => [
      name,
      { do: `set ${name} in the environment of the job, from which Slipway hands it to go.` }
    ])
  ),
  GOTOOLCHAIN: { do: 'Slipway builds with the Go that go.mod names; see the input go-version.' },
  GOFLAGS: { do: 'Slipway gives go no GOFLAGS; set builds.tags or builds.ldflags instead.' }
}

/** Variables of a build that slipway.yaml takes; `cgo` is what CGO_ENABLED says, if anything. */
export function readEnvironment(setting: Setting, constants: Constants): { env: Variables; cgo: string | undefined } {
  const read = setting.items().map((item) => ({ item, pair: splitVariable(item.text) }))
  const env = read.flatMap(({ item, pair: [name, value] }) => {
    const filled = fillTemplates(value, constants)
    if (name === 'CGO_ENABLED' && filled.text === '0') {
      item.take()
    } else if ((SETTABLE as readonly string[]).includes(name) && filled.whole && !filled.text.includes('$')) {
      item.take()
      return [[name, filled.text] as const]
    } else item.leave(adviseOn(name))
    return []
  })
  const cgo = read.findLast(({ pair: [name] }) => name === 'CGO_ENABLED')?.pair[1]
  return { env: Object.fromEntries(env), cgo }
}

const adviseOn = (name: string): Advice =>
  name === 'CGO_ENABLED'
    ? { do: 'Slipway builds without cgo, for every platform from one: a program that needs it cannot move.' }
    : (KNOWN[name] ?? {
        do: `${name} is not set when go builds; a value that the program needs goes into its source or ldflags.`
      })

/** The names of variables that a list sets, to whatever value. */
export const listSetNames = (setting: Setting): readonly string[] =>
  setting.items().map(({ text }) => splitVariable(text)[0])

/** Variables that the whole configuration sets to a fixed text, for templates that use them. */
export const readConstants = (setting: Setting): Variables =>
  Object.fromEntries(
    setting
      .items()
      .map(({ text }) => splitVariable(text))
      .filter(([name, value]) => /^\w+$/.test(name) && !value.includes('{{'))
  )

const splitVariable = (text: string): readonly [name: string, value: string] => {
  const [name = '', value = ''] = text.split(/=(.*)/s)
  return [name.trim(), value]
}
