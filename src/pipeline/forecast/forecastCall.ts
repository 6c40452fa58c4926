import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import type { Money } from '../../core/money.js';
import type { Period } from '../../core/period.js';
import type { ForecastCategory } from '../definition/forecastCategory.js';

/** What somebody says that they, or their people, will sell. */
export interface ForecastCall {
  readonly ownerId: string;
  readonly period: Period;
  readonly category: ForecastCategory;
  readonly amount: Money;
  readonly at: PlainDate | Instant;
  /** Who said it. */
  readonly by: string;
}
