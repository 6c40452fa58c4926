import type { Path } from '../../../core/errors.js';
import type { RepeatRecency } from '../../summary/recency.js';
import { fail } from '../fail.js';

/** What a model of purchases in continuous time knows of a customer, as `repeatSummaries` gives it. */
export interface PurchaseHistory {
  /** Purchases after the first, a whole number from 0 to 100,000. */
  readonly x: number;
  /** Time from the first to the last purchase, 0 exactly where `x` is. */
  readonly tx: RepeatRecency;
  /** Time from the first purchase to the end of observation, from `tx` on. */
  readonly T: number;
}

/** What a model of purchases at a row of occasions knows of a customer. */
export interface OccasionHistory {
  /** Occasions with a purchase, a whole number from 0 on. */
  readonly x: number;
  /** Number of the last occasion with a purchase, 0 exactly where `x` is. */
  readonly tx: RepeatRecency;
  /** Occasions observed, a whole number from `tx` to 100,000. */
  readonly n: number;
}

/** The most purchases, occasions or renewals: the time that a figure takes grows with them. */
export const MOST_COUNT = 100_000;

/** Whether the numbers can be a history in continuous time. */
export function isPurchaseHistory({ x, tx, T }: PurchaseHistory): boolean {
  return isCount(x) && Number.isFinite(T) && tx >= 0 && tx <= T && (x === 0) === (tx === 0);
}

/** Whether the numbers can be a history of occasions. */
export function isOccasionHistory({ x, tx, n }: OccasionHistory): boolean {
  return isCount(x) && isCount(tx) && isCount(n) && x <= tx && tx <= n && (x === 0) === (tx === 0);
}

/** Whether it is a whole number from 0 to {@link MOST_COUNT}. */
export function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MOST_COUNT;
}

/** Refuses what cannot be a history in continuous time. */
export function checkPurchaseHistory({ x, tx, T }: PurchaseHistory, path: Path = ['history']): void {
  if (!isPurchaseHistory({ x, tx, T })) fail('segmentation.clv.history', path, { x, tx, T });
}

/** Refuses what cannot be a history of occasions. */
export function checkOccasionHistory({ x, tx, n }: OccasionHistory, path: Path = ['history']): void {
  if (!isOccasionHistory({ x, tx, n })) fail('segmentation.clv.occasions', path, { x, tx, n, most: MOST_COUNT });
}
