import { join } from 'node:path'
import { formatCodeQuality, formatDotenv } from './reports.ts'
import { CODE_QUALITY, DOTENV } from '../../config/outputs.ts'
import type { Finding } from '../../base/finding.ts'
import type { Host } from '../../model/ports/host.ts'
import type { Files } from '../../model/ports/files.ts'
import { local } from '../terminal/host.ts'

/**
 * A job of GitLab CI: sections in the log, outputs as a dotenv report, findings as a code quality report. Nothing masks
 * at run time there, so what we print is looked through for secrets, as on the command line.
 */
export function gitlab(stream: NodeJS.WriteStream, files: (root: string) => Files): Host {
  const plain = local(stream)
  const outputs = new Map<string, string>()
  const findings: Finding[] = []
  let folder: string | undefined
  let sections = 0
  const section = (title: string, print: () => void): void => {
    const name = `slipway_${++sections}`
    stream.write(formatMarker('start', name))
    plain.info(title)
    print()
    stream.write(`${formatMarker('end', name)}\n`)
  }
  const keep = async (name: string, text: string): Promise<void> => {
    if (folder !== undefined) await files(folder).write(join(folder, 'report', name), text)
  }
  return {
    ...plain,
    name: 'gitlab',
    section: (title, text) => section(title, () => plain.section(title, text)),
    quote: (title, text) => section(title, () => plain.info(text)),
    async finding(finding) {
      await plain.finding(finding)
      findings.push(finding)
      await keep(CODE_QUALITY, formatCodeQuality(findings))
    },
    keepIn: (kept) => void (folder = kept),
    async output(name, value) {
      outputs.set(name, value)
      const { text, leftOut } = formatDotenv(outputs)
      if (leftOut.includes(name)) plain.info(`output ${name} does not fit into a dotenv report: see manifest.json`)
      await keep(DOTENV, text)
      // Without findings too: GitLab shows as solved what this report no longer has.
      await keep(CODE_QUALITY, formatCodeQuality(findings))
    }
  }
}

const readSeconds = (): number => Math.floor(Date.now() / 1000)

/** What GitLab's log reads as the start or end of a section. */
const formatMarker = (which: 'start' | 'end', name: string): string =>
  `\u001b[0Ksection_${which}:${readSeconds()}:${name}\r\u001b[0K`
