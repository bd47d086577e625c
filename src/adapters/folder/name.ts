const escape = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')

/** Names that mean a device on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/**
 * A tag as the name of one folder: itself where that is safe, else with `%XX` for what is not. Different tags get
 * different names, none is hidden, climbs out, or is called `latest`.
 */
export const folderName = (tag: string): string =>
  tag
    .replace(/[^A-Za-z0-9._+-]/gu, escape)
    .replace(/^\.|\.$/g, escape)
    .replace(/^(?:latest$|-)/, (text) => escape(text.slice(0, 1)) + text.slice(1))
    .replace(DEVICE, (text) => escape(text.slice(0, 1)) + text.slice(1))
