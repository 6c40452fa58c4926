/** Every kind of period. */
export const PERIOD_KINDS = ['month', 'quarter', 'half', 'year', 'week', 'custom'] as const;

/**
 * The kinds of period. `custom` periods are listed in the calendar, the others follow from it.
 *
 * @useDeclaredType
 */
export type PeriodKind = (typeof PERIOD_KINDS)[number];
