export { decimalString, type DecimalLike, type DecimalString } from './decimal.js';
export { round, type Residue, type RoundingMode, type RoundingPolicy } from './rounding.js';
export * from './errors.js';
export * from './date.js';
export type { Calendar, RetailPattern, RetailYear } from './calendar.js';
export { nextPeriod, type Period, type PeriodKind, periodOf, periodsBetween, previousPeriod } from './period.js';
export { periodLabel } from './periodLabel.js';
export { contains, overlapDays, type Span } from './span.js';
