/** The machine we run on, in Node's words (`process.platform`, `process.arch`). */
export interface Platform {
  readonly os: string
  readonly arch: string
}

const GO_OS: Readonly<Record<string, string>> = { win32: 'windows', sunos: 'solaris' }
const GO_ARCH: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' }

/** The same machine in Go's words (`GOOS`, `GOARCH`). */
export const inGo = ({ os, arch }: Platform): Platform => ({ os: GO_OS[os] ?? os, arch: GO_ARCH[arch] ?? arch })

/** The file name of a program on this machine. */
export const program = (name: string, platform: Platform): string => (platform.os === 'win32' ? `${name}.exe` : name)
