export { decimalString, type DecimalLike, type DecimalString } from './decimal.js';
export * from './errors.js';
export * from './date.js';
