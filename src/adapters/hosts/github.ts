import { randomUUID } from 'node:crypto'
import * as core from '@actions/core'
import type { Host } from '../../ports.ts'
import { lineOf } from './line.ts'

/**
 * Text that the runner cannot take for a command: `::name::` at the start of a line, `##[name]` anywhere in it
 * (actions/runner, ActionCommand.TryParseV2 and TryParse).
 */
export const harmless = (text: string): string => text.replaceAll('##[', '## [').replace(/^(\s*)::/gm, '$1: :')

/** A job of GitHub Actions. `write` is standard output, where the runner reads its commands. */
export const github = (write: (text: string) => void): Host => {
  const info = (line: string): void => core.info(harmless(line))
  return {
    name: 'github',
    info,
    warn: (line) => core.warning(line),
    error: (line, at) => core.error(line, at && { file: at.file, ...(at.line && { startLine: at.line }) }),
    quote(title, text) {
      core.startGroup(harmless(title))
      const token = randomUUID()
      write(`::stop-commands::${token}\n${text.replace(/\n?$/, '\n')}::${token}::\n`)
      core.endGroup()
    },
    // The runner masks line by line, so a secret of several lines is masked as several.
    mask: (secret) =>
      secret
        .split(/\r?\n/)
        .filter(Boolean)
        .forEach((line) => core.setSecret(line)),
    output: async (name, value) => core.setOutput(name, value),
    summary: async (markdown) => void (await core.summary.addRaw(markdown).write()),
    progress: (stage, item) => ({ note: () => {}, end: (outcome, note) => info(lineOf(stage, item, outcome, note)) })
  }
}
