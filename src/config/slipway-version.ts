/** Slipway's own version, as package.json has it. */
export const SLIPWAY = '0.1.0'

/** The lowest version of Node that what ships runs on, as the engines of package.json have it. */
export const LEAST_NODE = '20.18'
