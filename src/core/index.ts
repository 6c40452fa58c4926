export { decimalString, type DecimalLike, type DecimalString } from './decimal.js';
export { round, type Residue, type RoundingMode, type RoundingPolicy } from './rounding.js';
export * from './errors.js';
export * from './date.js';
