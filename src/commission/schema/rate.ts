import * as z from 'zod';
import { Curve } from '../../core/schema/curve.js';
import { DecimalString } from '../../core/schema/decimal.js';
import { Tiers } from '../../core/schema/tiers.js';
import type { DecisionTable, DecisionTest } from '../../mechanisms/rules/decisionTable.js';
import type { FieldType } from '../../mechanisms/rules/field.js';
import { RuleScalar } from '../../mechanisms/rules/schema.js';
import { Measure } from './measure.js';

/** Where a rate is looked up: the component's measure, measure / quota, or a third quantity. */
export type RateAxis = 'measure' | 'attainment' | Measure;
/** Where a rate is looked up: the component's measure, measure / quota, or a third quantity. */
export const RateAxis: z.ZodType<RateAxis> = /* @__PURE__ */ z
  .union([z.enum(['measure', 'attainment']), Measure])
  .meta({ id: 'RateAxis', title: 'Rate axis', description: 'Where a rate is looked up' });

/** What a looked-up figure is: a rate on the base, an amount of money, or a share of target pay. */
export type RateYield = 'rate' | 'money' | 'targetPay';

/** One side of a rate matrix: bands of a quantity, or the values of an attribute. */
export type MatrixDimension =
  | {
      readonly id: string;
      readonly axis: RateAxis;
      /** Upper bounds of the bands, ascending; the last is null. */
      readonly upTo: readonly (DecimalString | null)[];
      /** Which band owns a quantity equal to a bound. Default `lower`. */
      readonly boundary?: 'lower' | 'upper';
    }
  | {
      readonly id: string;
      readonly axis: {
        readonly kind: 'attribute';
        /** A field of the transaction, such as `attributes.product`. */
        readonly field: string;
      };
      readonly keys: readonly string[];
    };
/** One side of a rate matrix: bands of a quantity, or the values of an attribute. */
export const MatrixDimension: z.ZodType<MatrixDimension> = /* @__PURE__ */ z
  .union([
    z.strictObject({
      id: z.string().min(1),
      axis: RateAxis,
      upTo: z.array(DecimalString.nullable()).min(1).readonly(),
      boundary: z.enum(['lower', 'upper']).exactOptional(),
    }),
    z.strictObject({
      id: z.string().min(1),
      axis: z.strictObject({ kind: z.literal('attribute'), field: z.string().min(1) }).readonly(),
      keys: z.array(z.string()).min(1).readonly(),
    }),
  ])
  .meta({ id: 'MatrixDimension', title: 'Matrix dimension', description: 'One side of a rate matrix' });

/** A rate times the base, or an amount for each credit. */
export interface FlatRate {
  readonly kind: 'flat';
  readonly rate: DecimalString;
  /** `base`: the rate multiplies the base; `credit`: it is money for each credit, signed like the measure. Default `base`. */
  readonly per?: 'base' | 'credit';
}

/** Tiers of the measure, of attainment (bounds are then multiplied by the quota) or of a third quantity. */
export interface TiersRate {
  readonly kind: 'tiers';
  /** Default `measure`. */
  readonly axis?: RateAxis;
  readonly tiers: Tiers;
  /** Default `rate`. */
  readonly yields?: RateYield;
}

/** A payout curve. */
export interface CurveRate {
  readonly kind: 'curve';
  readonly curve: Curve;
  /** Default `attainment`. */
  readonly axis?: RateAxis;
  /** Default `targetPay`. */
  readonly yields?: RateYield;
}

/** A table of n dimensions. */
export interface MatrixRate {
  readonly kind: 'matrix';
  readonly dimensions: readonly MatrixDimension[];
  /** Row-major: the last dimension runs fastest. */
  readonly cells: readonly DecimalString[];
  /** Id of the one numeric dimension along which credits are cut into slices; the rest is looked up whole. */
  readonly split?: string;
  /** Default `rate`. */
  readonly yields?: RateYield;
}

/** What a row of a rate table gives: a rate on the base, or money for the credit. */
export type TableRateOutput = { readonly rate: DecimalString } | { readonly amount: DecimalString };

/** A decision table over the fields of a credit; the rate holds whole. */
export interface TableRate {
  readonly kind: 'table';
  readonly table: DecisionTable<TableRateOutput>;
}

// What a cell asks is checked when the table is compiled, with the field that it asks.
const decisionTest = /* @__PURE__ */ z.union([
  RuleScalar,
  z.array(RuleScalar).readonly(),
  z.strictObject({ op: z.string(), value: z.unknown().exactOptional() }),
]) as z.ZodType<DecisionTest>;
const rateTable: z.ZodType<DecisionTable<TableRateOutput>> = /* @__PURE__ */ z.strictObject({
  inputs: z
    .array(
      z.strictObject({
        field: z.string().min(1),
        type: (z.union([z.string(), z.array(z.string()).readonly()]) as z.ZodType<FieldType>).exactOptional(),
        min: DecimalString.exactOptional(),
        max: DecimalString.exactOptional(),
      }),
    )
    .readonly(),
  rows: z
    .array(
      z.strictObject({
        id: z.string().exactOptional(),
        when: z.record(z.string(), decisionTest).readonly(),
        output: z.union([z.strictObject({ rate: DecimalString }), z.strictObject({ amount: DecimalString })]),
        priority: z.number().exactOptional(),
      }),
    )
    .readonly(),
  hit: z.enum(['first', 'unique', 'all', 'priority']),
});

/** What a component pays on its measure. */
export type Rate = FlatRate | TiersRate | CurveRate | MatrixRate | TableRate;
/** What a component pays on its measure. */
export const Rate: z.ZodType<Rate> = /* @__PURE__ */ z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('flat'),
      rate: DecimalString,
      per: z.enum(['base', 'credit']).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('tiers'),
      axis: RateAxis.exactOptional(),
      tiers: Tiers,
      yields: z.enum(['rate', 'money', 'targetPay']).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('curve'),
      curve: Curve,
      axis: RateAxis.exactOptional(),
      yields: z.enum(['targetPay', 'money', 'rate']).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('matrix'),
      dimensions: z.array(MatrixDimension).min(1).readonly(),
      cells: z.array(DecimalString).readonly(),
      split: z.string().exactOptional(),
      yields: z.enum(['rate', 'money', 'targetPay']).exactOptional(),
    }),
    z.strictObject({ kind: z.literal('table'), table: rateTable }),
  ])
  .meta({ id: 'Rate', title: 'Rate', description: 'What a component pays on its measure' });
