import type { Host } from '../../model/ports/host.ts'

export interface Retelling {
  /** What is written, for people: `note on merge request 7`. */
  readonly what: string
  /** Why nothing will be written, where that is known before. */
  readonly refused: string | undefined
  /** Writes all that was summed up so far in place of what it wrote before; says how that went. */
  readonly write: (markdown: string) => Promise<string>
  readonly reason: (error: unknown) => string
}

/** A host whose summary is also told elsewhere. That it cannot be stops nothing: it is said, with the reason. */
export function withRetelling(host: Host, { what, refused, write, reason }: Retelling): Host {
  let told = ''
  return {
    ...host,
    async summary(markdown) {
      await host.summary(markdown)
      told += markdown
      if (refused !== undefined) return host.info(`no ${what}: ${refused}`)
      try {
        host.info(`${what}: ${await write(told)}`)
      } catch (error) {
        host.info(`no ${what}: ${reason(error)}`)
      }
    }
  }
}
