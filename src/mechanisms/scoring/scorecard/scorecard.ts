import type { DecimalString } from '../../../core/decimal.js';
import type { Ratio } from '../../../core/ratio.js';
import type { Rule } from '../../rules/rule.js';
import type { GradeBands } from '../bands/gradeBands.js';
import type { Normaliser } from './normaliser.js';

export const MISSING_POLICIES = ['reweight', 'zero', 'neutral', 'carryForward', 'void'] as const;

/**
 * What an item without a value does: `reweight` leaves it out of both sums, `zero` counts 0, `neutral` counts a neutral
 * score, `carryForward` counts the last known score and without one does as `reweight`, `void` voids the whole card.
 *
 * @useDeclaredType
 */
export type MissingPolicy = (typeof MISSING_POLICIES)[number];

/** One line of a scorecard: a metric, how it becomes a score and how much the score weighs. */
export interface ScoreItem {
  readonly id: string;
  /** Name of the metric in the facts; a dotted one leads into a nested object. */
  readonly metric: string;
  /** Not negative. */
  readonly weight: DecimalString;
  readonly normaliser: Normaliser;
  /** Least score, in points. */
  readonly floor?: DecimalString;
  /** Greatest score, in points. Default: none, so a total may exceed 100. */
  readonly cap?: DecimalString;
  /** Default: that of the card. */
  readonly missing?: MissingPolicy;
  /** The score that `neutral` counts. Default: that of the card. */
  readonly neutralScore?: DecimalString;
  /** Under which heading a report shows the item; no calculation reads it. */
  readonly group?: string;
}

/** What a gate does to a score. */
export type GateEffect =
  | { readonly kind: 'itemZero'; readonly item: string }
  | { readonly kind: 'multiply'; readonly factor: DecimalString }
  | { readonly kind: 'cap'; readonly at: DecimalString }
  | { readonly kind: 'zero' }
  | { readonly kind: 'gradeCap'; readonly grade: string };

/** A condition that changes the score. */
export interface Gate {
  readonly id: string;
  /** Reads the facts, and the score of an item as `item.<id>`. */
  readonly when: Rule;
  readonly effect: GateEffect;
  /** A condition that nobody can decide: `ignore` (default) or `apply` the effect. */
  readonly onUnknown?: 'ignore' | 'apply';
}

/** How several metrics become one score. */
export interface Scorecard {
  readonly id: string;
  /** Default `"1"`. */
  readonly version?: string;
  readonly items: readonly ScoreItem[];
  readonly gates?: readonly Gate[];
  readonly bands?: GradeBands;
  /** Default `reweight`. */
  readonly missing?: MissingPolicy;
  /** The score that `neutral` counts. Default 50. */
  readonly neutralScore?: DecimalString;
  /** `normalise` (default) divides by the sum of the weights, `mustSumTo100` wants them to add up to 100. */
  readonly weights?: 'normalise' | 'mustSumTo100';
  /** Decimals of item scores, from 0 to 12. Default 6. */
  readonly itemScale?: number;
  /** Decimals of totals and contributions, from 0 to `itemScale`. Default 2. */
  readonly scale?: number;
  /** Least share of the weight that has a value of its own, from 0 to 1. Default 0. */
  readonly minCoverage?: DecimalString;
}

/** What is known of whoever is scored: metrics, and what conditions read; `null` or absent is missing. */
export type ScoreFacts = Readonly<Record<string, unknown>>;

/** An item in a result. */
export interface ItemScore {
  readonly id: string;
  /** The value of the metric; `null` when missing. */
  readonly raw: DecimalString | null;
  /** Score points that count; `null` where none do. */
  readonly score: DecimalString | null;
  readonly weight: DecimalString;
  /** What the item has in `beforeGates`; `null` where it does not count or nothing was scored. */
  readonly contribution: DecimalString | null;
  /** `ok` has a score of its own, `missing` has no value, `na` has a value that gives no score. */
  readonly status: 'ok' | 'missing' | 'na';
}

/** A gate whose effect was applied, and by how much it changed the total. */
export interface FiredGate {
  readonly id: string;
  readonly effect: GateEffect['kind'];
  readonly delta: DecimalString;
}

/** What a scorecard makes of facts. Contributions and gate deltas add up to the total. */
export type ScoreResult =
  | {
      readonly status: 'scored';
      readonly total: DecimalString;
      readonly beforeGates: DecimalString;
      /** `null` without bands, or below the lowest of them. */
      readonly grade: string | null;
      /** By id. */
      readonly items: readonly ItemScore[];
      /** In the order in which they were applied: by effect, then by id. */
      readonly gates: readonly FiredGate[];
      /** Ids of the gates that nobody can decide, ascending. */
      readonly gatesUnknown: readonly string[];
      readonly coverage: Ratio;
    }
  | {
      readonly status: 'notScored';
      /** `noWeight` nothing that counts weighs anything; `missing` no value, or a missing one voids the card; `coverage` too few values. */
      readonly reason: 'missing' | 'coverage' | 'noWeight';
      readonly items: readonly ItemScore[];
      readonly coverage: Ratio;
    };
