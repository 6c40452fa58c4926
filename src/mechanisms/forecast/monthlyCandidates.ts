import type { ForecastModel } from './forecastModel.js';

const YEAR = 12;

/** The models that are tried on months unless the caller names others; of equal ones the earlier is taken. */
export const MONTHLY_CANDIDATES: readonly ForecastModel[] = [
  { model: 'seasonalNaive', period: YEAR },
  { model: 'ses' },
  { model: 'holt' },
  { model: 'holt', phi: 0.9 },
  { model: 'holtWinters', period: YEAR, seasonal: 'additive' },
  { model: 'holtWinters', period: YEAR, seasonal: 'multiplicative' },
];

/** The model that is tried as well where at least 40 % of the months are 0. */
export const INTERMITTENT: ForecastModel = { model: 'croston', variant: 'sba' };

/** Whether a series has so many zeros that demand counts as intermittent: zeros ÷ months ≥ 2 ÷ 5. */
export function isIntermittent(zeros: number, months: number): boolean {
  return 5 * zeros >= 2 * months;
}
