import * as z from 'zod';
import { DecimalString } from '../../core/schema/decimal.js';
import type { PlainDate } from '../../core/schema/date.js';
import type { Rule as RuleType } from '../../mechanisms/rules/rule.js';
import { Rule } from '../../mechanisms/rules/schema.js';
import type { Scorecard as Card } from '../../mechanisms/scoring/scorecard/scorecard.js';
import { Scorecard } from '../../mechanisms/scoring/schema/scorecard.js';

/** The day that an assignment is of, and its policy where it is not the preset. */
export interface ClassOptions<Policy> {
  readonly asOf: PlainDate;
  readonly policy?: Policy;
}

/** How a list is cut into classes by its share in the total. */
export interface AbcPolicy {
  readonly id: string;
  readonly version: string;
  /** Shares from 0 to 1, ascending; one class more than cuts. Default `0.8`, `0.95`: A, B and C. */
  readonly cuts?: readonly DecimalString[];
  /** Whether the item that crosses a cut belongs above it: by the share before it, or by the share with it. Default `crossingIncluded`. */
  readonly convention?: 'crossingIncluded' | 'crossingExcluded';
  /** Equal values take the best class that one of them gets, or the worst, or are told apart by id. Default `promote`. */
  readonly ties?: 'promote' | 'demote' | 'byKey';
  /** Values that are not above 0 go to the last class, outside the total, or are an error. Default `lowest`. */
  readonly nonPositive?: 'lowest' | 'error';
  /** The smallest step of a value in distances, above 0. Default `0.01`. */
  readonly increment?: DecimalString;
}

/** How a series is classed by how much it varies. */
export interface XyzPolicy {
  readonly id: string;
  readonly version: string;
  /** Coefficients of variation, ascending and inclusive. Default `0.5`, `1`: X, Y and Z. */
  readonly cuts?: readonly DecimalString[];
  /** Whose deviation: that of the periods, or an estimate of all from them. Default `population`. */
  readonly sd?: 'population' | 'sample';
}

/** A metric of customers with two thresholds, or one that is compared with all customers. */
export interface ValueItem {
  readonly metric: string;
  /** Not negative. */
  readonly weight: DecimalString;
  /** 100 from the second on, 50 from the first on, else 0; or by the place among all. */
  readonly normaliser:
    | { readonly kind: 'threshold'; readonly thresholds: readonly [DecimalString, DecimalString] }
    | { readonly kind: 'minMax' }
    | { readonly kind: 'rank' };
  /** The smallest step of the metric in distances, above 0. Default `0.01`. */
  readonly increment?: DecimalString;
}

/** How customers are classed by what they are worth: by a score of several metrics, or by one metric among all. */
export type ValuePolicy = { readonly id: string; readonly version: string } & (
  | {
      readonly by?: 'score';
      readonly items: readonly ValueItem[];
      /** Least score of `high`. Default 70. */
      readonly high?: DecimalString;
      /** Least score of `mid`. Default 40. */
      readonly mid?: DecimalString;
    }
  | {
      readonly by: 'abc';
      readonly metric: string;
      /** Two cuts. Default `0.8`, `0.95`. */
      readonly cuts?: readonly [DecimalString, DecimalString];
      /** The smallest step of the metric in distances, above 0. Default `0.01`. */
      readonly increment?: DecimalString;
    }
  | {
      readonly by: 'quantile';
      readonly metric: string;
      /** Probabilities whose quantiles `mid` and `high` lie above. Default `0.5`, `0.8`. */
      readonly probabilities?: readonly [DecimalString, DecimalString];
      /** The smallest step of the metric in distances, above 0. Default `0.01`. */
      readonly increment?: DecimalString;
    }
);

/** Which need makes which segment, the first the most important. */
export interface NeedPolicy {
  readonly id: string;
  readonly version: string;
  readonly segments: readonly { readonly code: string; readonly evidence: string }[];
  /** The segment of evidence that is none of these. */
  readonly fallback: string;
}

/** How customers are classed by how often they order. */
export interface BehaviourPolicy {
  readonly id: string;
  readonly version: string;
  /** Default 12. */
  readonly windowMonths?: number;
  /** Orders in the window from which a customer is frequent. Default 4. */
  readonly frequentMin?: number;
  /** Whether the one order of a first-time customer is that of their life or of the window. Default `lifetime`. */
  readonly firstTime?: 'lifetime' | 'window';
}

/** The conditions of which one makes a key account. */
export interface KeyAccountPolicy {
  readonly id: string;
  readonly version: string;
  readonly rules: readonly { readonly code: string; readonly when: RuleType }[];
  /** By field: the smallest step of its number in distances, above 0. Default `0.01`. */
  readonly increments?: Readonly<Record<string, DecimalString>>;
}

/** Segments by conditions on what is known of customers. */
export interface SegmentSet {
  readonly id: string;
  readonly version: string;
  readonly segments: readonly { readonly code: string; readonly when: RuleType }[];
  /** The first that holds decides; two that hold are a conflict; or a customer has all that hold. */
  readonly hit: 'first' | 'unique' | 'all';
  /** The segment of customers for whom none holds. */
  readonly fallback?: string;
}

/** How a market is scored: how attractive it is, and how well we fit it. */
export interface MarketPolicy {
  readonly id: string;
  readonly version: string;
  readonly attractiveness: Card;
  readonly fit: Card;
}

const Name = /* @__PURE__ */ z.string().min(1);
const named = { id: Name, version: Name };
const Cuts = /* @__PURE__ */ z.array(DecimalString).min(1).readonly();
const Pair = /* @__PURE__ */ z.tuple([DecimalString, DecimalString]).readonly();
const Conditions = /* @__PURE__ */ z.array(z.strictObject({ code: Name, when: Rule })).readonly();

/** How a list is cut into classes by its share in the total. */
export const AbcPolicy: z.ZodType<AbcPolicy> = /* @__PURE__ */ z
  .strictObject({
    ...named,
    cuts: Cuts.exactOptional(),
    convention: z.enum(['crossingIncluded', 'crossingExcluded']).exactOptional(),
    ties: z.enum(['promote', 'demote', 'byKey']).exactOptional(),
    nonPositive: z.enum(['lowest', 'error']).exactOptional(),
    increment: DecimalString.exactOptional(),
  })
  .meta({
    id: 'AbcPolicy',
    title: 'ABC policy',
    description: 'How a list is cut into classes by its share in the total.',
  });

/** How a series is classed by how much it varies. */
export const XyzPolicy: z.ZodType<XyzPolicy> = /* @__PURE__ */ z
  .strictObject({ ...named, cuts: Cuts.exactOptional(), sd: z.enum(['population', 'sample']).exactOptional() })
  .meta({ id: 'XyzPolicy', title: 'XYZ policy', description: 'How a series is classed by how much it varies.' });

/** How customers are classed by what they are worth: by a score of several metrics, or by one metric among all. */
export const ValuePolicy: z.ZodType<ValuePolicy> = /* @__PURE__ */ z
  .union([
    z.strictObject({
      ...named,
      by: z.literal('score').exactOptional(),
      items: z
        .array(
          z.strictObject({
            metric: Name,
            weight: DecimalString,
            normaliser: z.discriminatedUnion('kind', [
              z.strictObject({ kind: z.literal('threshold'), thresholds: Pair }),
              z.strictObject({ kind: z.literal('minMax') }),
              z.strictObject({ kind: z.literal('rank') }),
            ]),
            increment: DecimalString.exactOptional(),
          }),
        )
        .readonly(),
      high: DecimalString.exactOptional(),
      mid: DecimalString.exactOptional(),
    }),
    z.strictObject({
      ...named,
      by: z.literal('abc'),
      metric: Name,
      cuts: Pair.exactOptional(),
      increment: DecimalString.exactOptional(),
    }),
    z.strictObject({
      ...named,
      by: z.literal('quantile'),
      metric: Name,
      probabilities: Pair.exactOptional(),
      increment: DecimalString.exactOptional(),
    }),
  ])
  .meta({ id: 'ValuePolicy', title: 'Value policy', description: 'How customers are classed by what they are worth.' });

/** Which need makes which segment, the first the most important. */
export const NeedPolicy: z.ZodType<NeedPolicy> = /* @__PURE__ */ z
  .strictObject({
    ...named,
    segments: z.array(z.strictObject({ code: Name, evidence: Name })).readonly(),
    fallback: Name,
  })
  .meta({ id: 'NeedPolicy', title: 'Need policy', description: 'Which need makes which segment.' });

/** How customers are classed by how often they order. */
export const BehaviourPolicy: z.ZodType<BehaviourPolicy> = /* @__PURE__ */ z
  .strictObject({
    ...named,
    windowMonths: z.int().min(1).exactOptional(),
    frequentMin: z.int().min(1).exactOptional(),
    firstTime: z.enum(['lifetime', 'window']).exactOptional(),
  })
  .meta({
    id: 'BehaviourPolicy',
    title: 'Behaviour policy',
    description: 'How customers are classed by how often they order.',
  });

/** The conditions of which one makes a key account. */
export const KeyAccountPolicy: z.ZodType<KeyAccountPolicy> = /* @__PURE__ */ z
  .strictObject({ ...named, rules: Conditions, increments: z.record(Name, DecimalString).exactOptional() })
  .meta({
    id: 'KeyAccountPolicy',
    title: 'Key account policy',
    description: 'The conditions of which one makes a key account.',
  });

/** Segments by conditions on what is known of customers. */
export const SegmentSet: z.ZodType<SegmentSet> = /* @__PURE__ */ z
  .strictObject({
    ...named,
    segments: Conditions,
    hit: z.enum(['first', 'unique', 'all']),
    fallback: Name.exactOptional(),
  })
  .meta({
    id: 'SegmentSet',
    title: 'Set of segments',
    description: 'Segments by conditions on what is known of customers.',
  });

/** How a market is scored: how attractive it is, and how well we fit it. */
export const MarketPolicy: z.ZodType<MarketPolicy> = /* @__PURE__ */ z
  .strictObject({ ...named, attractiveness: Scorecard, fit: Scorecard })
  .meta({
    id: 'MarketPolicy',
    title: 'Market policy',
    description: 'How attractive a market is, and how well we fit it.',
  });
