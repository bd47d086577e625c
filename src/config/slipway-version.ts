/** Slipway's own version, as package.json has it. */
export const SLIPWAY = '0.1.0'
