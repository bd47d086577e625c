const WARNING = /\d{3} \S+ "((?:[^"\\]|\\.)*)"/g

/** The texts of Warning headers (RFC 9110, appendix: `299 - "text"`), in order; several may stand in one header. */
export const warnings = (headers: readonly string[] = []): readonly string[] =>
  headers.flatMap((header) => [...header.matchAll(WARNING)].map(([, text = '']) => text.replace(/\\(.)/g, '$1')))
