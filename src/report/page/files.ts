import { BESIDE, KEY_NOTE } from '../../model/verification-commands.ts'
import { formatTarget } from '../../go/target.ts'
import type { Artifact, Tool } from '../../model/nouns.ts'
import { formatBytes } from '../../base/text.ts'
import { needsKey } from '../verifying.ts'
import { html, type Html } from './html.ts'
import { drawTable } from './table.ts'

/** What was made, and how whoever downloads it looks at it first. */
export const drawFiles = (artifacts: readonly Artifact[], verification: readonly string[]): Html =>
  html`${drawTable(
    'Files with their digests',
    ['File', 'Target', 'Size', 'SHA-256'],
    artifacts.map(({ name, target, size, sha256 }) => [
      name,
      target ? formatTarget(target) : '',
      html`<span class="n">${formatBytes(size)}</span>`,
      html`<code class="copy">${sha256}</code>`
    ])
  )}
  ${
    verification.length > 0
      ? html`<h3>Verify what you download</h3>
          <p>In the folder with the files:</p>
          <pre>${verification.join('\n')}</pre>
          <p>
            ${BESIDE.map(([when, command]) => html`${when}: <code class="copy">${command}</code>. `)}${needsKey(verification) ? KEY_NOTE : ''}
          </p>`
      : ''
  }`

const SOURCE: Readonly<Record<Tool['source'], string>> = {
  machine: 'was on this machine',
  download: 'its official download',
  module: 'built from its Go module'
}

export const drawTools = (used: readonly Tool[]): Html =>
  drawTable(
    'Tools that were run',
    ['Tool', 'Version', 'From', 'Checked'],
    used.map(({ name, version, source, vouched }) => [name, version, SOURCE[source], vouched])
  )
