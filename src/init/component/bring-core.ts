import { LEAST_NODE } from '../../config/slipway-version.ts'

/** The bundle that the jobs run, and the program that brings it. */
export interface ShippedCore {
  /** SHA-256 of each file of the bundle, by its name. */
  readonly digests: Readonly<Record<string, string>>
  /** The text of bring-core.mjs. */
  readonly bringCore: string
}

/** Ends with 3 on a Node that could not even read what follows, which has to read this. */
const OLD_NODE = [
  "var have = process.versions.node.split('.');",
  `if ((have[0] - ${LEAST_NODE.replace('.', ' || have[1] - ')}) < 0) {`,
  `console.error('slipway: needs Node ${LEAST_NODE} or later, and this image has Node ' + process.versions.node +`,
  "': name another one in the input image'); process.exit(3) }"
].join(' ')

/** The shell lines that bring the program; a proxy and a certificate authority of the instance are used. */
export function formatBringCore({ digests, bringCore }: ShippedCore): string {
  const lines = Object.entries(digests).map(([name, sha256]) => `  '${name}': '${sha256}'`)
  const filled = bringCore.trim().replace('const digests = {}', `const digests = {\n${lines.join(',\n')}\n}`)
  return [
    'if [ -n "${CI_SERVER_TLS_CA_FILE:-}" ] && [ -z "${NODE_EXTRA_CA_CERTS:-}" ]; then export NODE_EXTRA_CA_CERTS="$CI_SERVER_TLS_CA_FILE"; fi',
    'if [ "$SLIPWAY_CORE" = fetch ]; then',
    `node -e "${OLD_NODE}" || exit 3`,
    `NODE_USE_ENV_PROXY=1 node --input-type=module - <<'SLIPWAY'`,
    filled,
    'SLIPWAY',
    'fi',
    ''
  ].join('\n')
}
