import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import type { Host } from '../../model/ports/host.ts'
import { formatLine } from '../terminal/line.ts'
import { makeHarmless, makePrintable } from '../terminal/printable.ts'
import { listSecretForms } from '../terminal/secret.ts'

/** More than this the runner throws away, with an error that hides our own; in bytes. */
const SUMMARY_LIMIT = 1_000_000

/** A job of GitHub Actions. `write` is standard output, where the runner reads its commands. */
export function github(write: (text: string) => void): Host {
  const info = (line: string): void => core.info(makeHarmless(line))
  const group = (title: string, print: () => void): void => {
    core.startGroup(makeHarmless(title))
    print()
    core.endGroup()
  }
  return {
    name: 'github',
    info,
    warn: (line) => core.warning(makePrintable(line)),
    error: (line) => core.error(makePrintable(line)),
    async finding({ rule, severity, file, line, column, message }) {
      core[severity](makePrintable(message), {
        title: makePrintable(rule),
        file: makePrintable(file),
        ...(line !== undefined && { startLine: line }),
        ...(column !== undefined && { startColumn: column })
      })
    },
    keepIn: () => {},
    section: (title, text) => group(title, () => info(text)),
    quote: (title, text) =>
      group(title, () => {
        // Even what the runner learns to take for a command one day is none between these two lines.
        const token = randomUUID()
        write(`::stop-commands::${token}\n${makeHarmless(text).replace(/\n?$/, '\n')}::${token}::\n`)
      }),
    mask: (secret) => listSecretForms(secret).forEach((form) => core.setSecret(form)),
    output: async (name, value) => core.setOutput(name, value),
    async summary(markdown) {
      // Runners outside of GitHub may have no summary; that is no reason to fail.
      if (!process.env['GITHUB_STEP_SUMMARY']) return
      const long = Buffer.byteLength(markdown) > SUMMARY_LIMIT
      await core.summary
        .addRaw(long ? 'The summary is too long to be shown: see report/summary.md.\n' : markdown)
        .write()
    },
    progress: (stage, item) => ({
      note: () => {},
      end: (outcome, note) => info(formatLine(stage, item, outcome, note))
    })
  }
}
