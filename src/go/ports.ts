/** Systems and processors that some Go has (`go tool dist list`), without what is built beside them. */
export const SYSTEMS: readonly string[] = [
  ...['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'illumos', 'ios', 'js', 'linux', 'netbsd', 'openbsd'],
  ...['plan9', 'solaris', 'wasip1', 'windows']
]

export const ARCHES: readonly string[] = [
  ...['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mips64', 'mips64le', 'mipsle', 'ppc64', 'ppc64le'],
  ...['riscv64', 's390x', 'sparc64', 'wasm']
]
