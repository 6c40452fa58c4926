import type { Money } from '../../core/money.js';

/** The parts of an account brief, in the order in which it is written. */
export const BRIEF_FIELDS = [
  'customer',
  'scope',
  'need',
  'painPoints',
  'decisionMakers',
  'competitors',
  'budget',
  'history',
] as const;

/** The study of one prospect before it is approached. */
export interface AccountBrief {
  readonly customer: string;
  /** What the customer might buy, and how much. */
  readonly scope: string;
  readonly need: string;
  readonly painPoints: readonly string[];
  readonly decisionMakers: readonly string[];
  readonly competitors: readonly string[];
  /** `null` while nobody knows it. */
  readonly budget: Money | null;
  readonly history: string;
}
