/** The machine we run on, in Node's words (`process.platform`, `process.arch`). */
export interface MachinePlatform {
  readonly os: string
  readonly arch: string
}

const GO_OS: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' }
const GO_ARCH: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' }

/** The same machine in Go's words (`GOOS`, `GOARCH`). */
export const translateToGo = ({ os, arch }: MachinePlatform): MachinePlatform => ({
  os: GO_OS[os] ?? os,
  arch: GO_ARCH[arch] ?? arch
})

/** The file name of a program on this machine. */
export const formatProgramName = (name: string, platform: MachinePlatform): string =>
  platform.os === 'win32' ? `${name}.exe` : name
