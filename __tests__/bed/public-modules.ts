import type { Module } from './module-repository.ts'

/** What makes a program of others worth a try: read from its sources, and compared with what the row says. */
export type Feature = 'embeds' | 'generated' | 'system' | 'vendor'

/** A program of others that is small enough to be compiled twice. */
export interface PublicProgram extends Module {
  /** Its main package. */
  readonly main: string
  readonly has: readonly Feature[]
  /** How the program is asked for its version. */
  readonly ask: string
  /** What it says then; left out: the version without its v. */
  readonly says?: string
  /** The linker flags that its own makers give it, in the words of slipway.yaml. */
  readonly ldflags?: readonly string[]
}

/** None of them has a slipway.yaml of its own; where one sets its version in a package of its own, it gets that line. */
export const PUBLIC_PROGRAMS: readonly PublicProgram[] = [
  {
    ...{ path: 'mvdan.cc/gofumpt', version: 'v0.12.0' },
    sum: 'h1:1Lbudkz2kpM9Cjz2pL4M19u7q+GaEhCTNf7N9mfpcho=',
    ...{ main: '.', has: ['generated', 'vendor'], ask: '-version' }
  },
  {
    ...{ path: 'mvdan.cc/sh/v3', version: 'v3.14.1' },
    sum: 'h1:bXkhQWNHCs0KZEChF8hYS6FC+T2N9mUZLbQv9blditI=',
    ...{ main: './cmd/shfmt', has: ['generated'], ask: '--version' }
  },
  {
    ...{ path: 'github.com/evanw/esbuild', version: 'v0.28.2' },
    sum: 'h1:A2uETn4jrQTcXaT/shwTDTYBxDjl7fV7nXmUrJxfA2w=',
    ...{ main: './cmd/esbuild', has: ['system'], ask: '--version' }
  },
  {
    ...{ path: 'go.etcd.io/bbolt', version: 'v1.5.0' },
    sum: 'h1:S7GAl7Fxv12yohbwFfIbQCGDWbQbtDGPET4P/bD4lxU=',
    ...{ main: './cmd/bbolt', has: ['system'], ask: 'version' },
    ldflags: ['-X go.etcd.io/bbolt/version.Version={version}']
  },
  {
    ...{ path: 'filippo.io/age', version: 'v1.2.1' },
    sum: 'h1:X0TZjehAZylOIj4DubWYU1vWQxv9bJpo+Uu2/LGhi1o=',
    ...{ main: './cmd/age', has: ['vendor'], ask: '--version', ldflags: ['-X main.Version={version}'] }
  },
  {
    ...{ path: 'filippo.io/mkcert', version: 'v1.4.4' },
    sum: 'h1:8eVbbwfVlaqUM7OwuftKc2nuYOoTDQWqsoXmzoXZdbc=',
    ...{ main: '.', has: ['system'], ask: '-version', ldflags: ['-X main.Version={version}'] }
  },
  {
    ...{ path: 'go.uber.org/mock', version: 'v0.6.0' },
    sum: 'h1:hyF9dfmbgIX5EfOdasqLsWD6xqpNZlXblLB/Dbnwv3Y=',
    ...{ main: './mockgen', has: [], ask: '-version' }
  },
  {
    ...{ path: 'github.com/tsenart/vegeta/v12', version: 'v12.13.0' },
    sum: 'h1:J/UiNS3f69MkL0tsRLVUUV8uXXQZxdRUchtS+GYiSFc=',
    ...{
      main: '.',
      has: ['embeds', 'generated', 'system', 'vendor'],
      ask: '-version',
      ldflags: ['-X main.Version={version}']
    }
  },
  {
    ...{ path: 'gotest.tools/gotestsum', version: 'v1.13.0' },
    sum: 'h1:+Lh454O9mu9AMG1APV4o0y7oDYKyik/3kBOiCqiEpRo=',
    ...{ main: '.', has: ['system'], ask: '--version' }
  },
  {
    ...{ path: 'google.golang.org/protobuf', version: 'v1.36.12' },
    sum: 'h1:pJOKDDOyeXErUroCihFAd5LQuwXBSpVnKGrj5o/fwxc=',
    ...{ main: './cmd/protoc-gen-go', has: ['embeds', 'generated'], ask: '--version' }
  },
  {
    ...{ path: 'github.com/junegunn/fzf', version: 'v0.65.2' },
    sum: 'h1:Uz6Qey1K4JoGNMskYlwRDnGuCEu/sAh+NxQ4YdX3yn0=',
    ...{ main: '.', has: ['embeds', 'generated', 'system'], ask: '--version' }
  },
  {
    ...{ path: 'sigs.k8s.io/kind', version: 'v0.33.0' },
    sum: 'h1:AjvDv3vOygb/VKLVQW87lfktIBzkxR8Ump9DjxC8+Lk=',
    ...{ main: '.', has: ['generated'], ask: 'version' }
  },
  {
    ...{ path: 'github.com/tomwright/dasel/v2', version: 'v2.8.1' },
    sum: 'h1:mo5SlL0V2d3a0uPsD9Rrndn0cHWpbNDheB4+Fm++z8k=',
    ...{ main: './cmd/dasel', has: [], ask: '--version' },
    ldflags: ['-X github.com/tomwright/dasel/v2/internal.Version={version}']
  },
  {
    ...{ path: 'github.com/homeport/dyff', version: 'v1.12.0' },
    sum: 'h1:1d4T2vdY0hYeWtAxjMLIX9bI8OijBfOuKH3wzfdYZT8=',
    ...{ main: './cmd/dyff', has: ['embeds'], ask: 'version' },
    ldflags: ['-X github.com/homeport/dyff/internal/cmd.version={version}']
  },
  {
    ...{ path: 'github.com/rhysd/actionlint', version: 'v1.7.12' },
    sum: 'h1:vQ4GeJN86C0QH+gTUQcs8McmK62OLT3kmakPMtEWYnY=',
    ...{ main: './cmd/actionlint', has: ['generated', 'vendor'], ask: '-version' }
  },
  {
    ...{ path: 'github.com/air-verse/air', version: 'v1.67.4' },
    sum: 'h1:pkWBQues0094VMgUZ9MboNfS1vyCBEXeU6QxuD6/PwU=',
    ...{ main: '.', has: ['embeds', 'system'], ask: '-v', ldflags: ['-X main.airVersion={version}'] }
  },
  {
    ...{ path: 'github.com/vektra/mockery/v3', version: 'v3.9.1' },
    sum: 'h1:Km8dA4XJkjD7G6HNwfYqU3Ab++BvgHqYogx8OcWUzyg=',
    ...{ main: '.', has: ['embeds'], ask: 'version' }
  },
  {
    ...{ path: 'github.com/a-h/templ', version: 'v0.3.1100' },
    sum: 'h1:lQhjVs1IL+M6QWUvojaFBd21+kzwATppSyWkWB9oHoM=',
    ...{ main: './cmd/templ', has: ['embeds', 'generated', 'system'], ask: 'version' }
  },
  {
    ...{ path: 'github.com/schollz/croc/v10', version: 'v10.7.0' },
    sum: 'h1:5OuoXcbpxm07cUk4EKOm8uAYPcONEIT/FSEhncmxjYQ=',
    ...{ main: '.', has: ['embeds', 'system'], ask: '--version' },
    ldflags: ['-X github.com/schollz/croc/v10/src/cli.Version={version}']
  },
  {
    ...{ path: 'honnef.co/go/tools', version: 'v0.8.2' },
    sum: 'h1:+jPbCzuYxYrcoOvCecYUFDj+XJQRmzIhJmlbpps21Zk=',
    ...{ main: './cmd/staticcheck', has: ['generated', 'system'], ask: '-version', says: '2026.2.2' }
  }
]
