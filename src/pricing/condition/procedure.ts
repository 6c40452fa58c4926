import { compareText } from '../../core/compareText.js';
import { CONDITION_CLASSES, type Condition, type ConditionClass } from './condition.js';

/** Conditions of which only some apply together. */
export interface ExclusionGroup {
  readonly code: string;
  /** Which members stay: by the reduction for the buyer, or by their order or priority. */
  readonly keep: 'best' | 'worst' | 'first' | 'priority';
  /** How many stay. Default 1. */
  readonly count?: number;
  /** Whether a member that changes nothing takes part. Default `compete`. */
  readonly zero?: 'compete' | 'ignore';
  /** Groups of later steps that it switches off. */
  readonly excludes?: readonly string[];
  /** `presence`: whenever a member stays; `total`: only if its reduction is at least theirs. Default `presence`. */
  readonly excludesBy?: 'presence' | 'total';
}

/** How conditions that do not combine are settled. */
export const RESOLVES = ['best', 'priority', 'all'] as const;

/** The order of conditions with subtotals between them. */
export interface Procedure {
  readonly code: string;
  readonly steps: readonly ({ readonly condition: string } | { readonly subtotal: string })[];
  readonly groups?: readonly ExclusionGroup[];
  /**
   * `best`: of the sets that combine and take in no more, the one with the lowest payable; `priority`: by priority,
   * skipping what conflicts; `all`: classes are not looked at. Default `best`.
   */
  readonly resolve?: (typeof RESOLVES)[number];
}

/** The class of a condition. */
export function classOf({ class: own, scope }: Condition): ConditionClass {
  return own ?? (scope === 'line' ? 'product' : 'order');
}

/** The order without a procedure: by class, then priority, then code. */
export function defaultOrder(conditions: readonly Condition[]): readonly Condition[] {
  return conditions.toSorted(
    (a, b) =>
      CONDITION_CLASSES.indexOf(classOf(a)) - CONDITION_CLASSES.indexOf(classOf(b)) ||
      (b.priority ?? 0) - (a.priority ?? 0) ||
      compareText(a.code, b.code),
  );
}
