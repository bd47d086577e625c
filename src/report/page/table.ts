import { html, type Html, type HtmlPart } from './html.ts'

/** A table that scrolls in a box of its own, by keyboard too; the first cell of a row names the row. */
export const drawTable = (
  name: string,
  head: readonly string[],
  rows: readonly (readonly [name: HtmlPart, ...cells: HtmlPart[]])[]
): Html =>
  html`<div class="wide" role="region" aria-label="${name}" tabindex="0">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...cells]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${cells.map((cell) => html`<td>${cell}</td>`)}
            </tr>`
        )}
      </tbody>
    </table>
  </div>`
