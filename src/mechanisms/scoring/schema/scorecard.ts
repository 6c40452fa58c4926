import * as z from 'zod';
import { Curve } from '../../../core/schema/curve.js';
import { DecimalString } from '../../../core/schema/decimal.js';
import { Rule } from '../../rules/schema.js';
import type { Normaliser as NormaliserType } from '../scorecard/normaliser.js';
import type { Scorecard as Card } from '../scorecard/scorecard.js';
import { GradeBands } from './bands.js';

const Name = /* @__PURE__ */ z.string().min(1);
const Figure = /* @__PURE__ */ z.union([DecimalString, z.strictObject({ metric: Name })]);
const Boundary = /* @__PURE__ */ z.enum(['lower', 'upper']);
const Direction = /* @__PURE__ */ z.enum(['higher', 'lower']);
const Bound = /* @__PURE__ */ DecimalString.nullable();
const Missing = /* @__PURE__ */ z.enum(['reweight', 'zero', 'neutral', 'carryForward', 'void']);

/** @reexport */
export type Normaliser = NormaliserType;
/** How a raw value becomes score points. */
export const Normaliser: z.ZodType<Normaliser> = /* @__PURE__ */ z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('attainment'),
      target: Figure,
      direction: Direction.exactOptional(),
      lowerForm: z.enum(['inverse', 'mirror', 'linear']).exactOptional(),
      worst: Figure.exactOptional(),
      floorAt: DecimalString.exactOptional(),
      capAt: DecimalString.exactOptional(),
      targetZero: z.enum(['na', 'full', 'error']).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('progress'),
      start: Figure,
      target: Figure,
      capAt: DecimalString.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('minMax'),
      min: DecimalString.exactOptional(),
      max: DecimalString.exactOptional(),
      allEqual: z.union([z.literal('error'), DecimalString]).exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('curve'),
      curve: Curve,
      of: z.enum(['value', 'attainment']).exactOptional(),
      target: Figure.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('step'),
      bands: z
        .array(z.strictObject({ upTo: Bound, score: DecimalString }))
        .min(1)
        .readonly(),
      boundary: Boundary.exactOptional(),
    }),
    z.strictObject({ kind: z.literal('deduct'), base: DecimalString.exactOptional(), per: DecimalString }),
    z.strictObject({
      kind: z.literal('add'),
      base: DecimalString.exactOptional(),
      per: DecimalString,
      cap: DecimalString.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('binary'),
      op: z.enum(['eq', 'ne', 'lt', 'le', 'gt', 'ge']),
      value: DecimalString,
    }),
    z.strictObject({ kind: z.literal('range'), low: DecimalString, high: DecimalString, tolerance: DecimalString }),
    z.strictObject({
      kind: z.literal('grid'),
      rows: z.array(Bound).min(1).readonly(),
      columns: z.array(Bound).min(1).readonly(),
      columnMetric: Name,
      rowBoundary: Boundary.exactOptional(),
      columnBoundary: Boundary.exactOptional(),
      cells: z.array(z.array(DecimalString).readonly()).readonly(),
    }),
    z.strictObject({
      kind: z.literal('rank'),
      method: z.enum(['max', 'competition', 'average', 'dense']).exactOptional(),
      direction: Direction.exactOptional(),
      alone: z.union([z.literal('na'), DecimalString]).exactOptional(),
    }),
    z.strictObject({ kind: z.literal('direct'), max: DecimalString.exactOptional() }),
  ])
  .meta({ id: 'Normaliser', title: 'Normaliser', description: 'How a raw value becomes score points' });

const Effect = /* @__PURE__ */ z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('itemZero'), item: Name }),
  z.strictObject({ kind: z.literal('multiply'), factor: DecimalString }),
  z.strictObject({ kind: z.literal('cap'), at: DecimalString }),
  z.strictObject({ kind: z.literal('zero') }),
  z.strictObject({ kind: z.literal('gradeCap'), grade: Name }),
]);

/** @reexport */
export type Scorecard = Card;
/** How several metrics become one score. Guard foreign JSON with `checkJson` first: conditions nest. */
export const Scorecard: z.ZodType<Scorecard> = /* @__PURE__ */ z
  .strictObject({
    id: Name,
    version: Name.exactOptional(),
    items: z
      .array(
        z.strictObject({
          id: Name,
          metric: Name,
          weight: DecimalString,
          normaliser: Normaliser,
          floor: DecimalString.exactOptional(),
          cap: DecimalString.exactOptional(),
          missing: Missing.exactOptional(),
          neutralScore: DecimalString.exactOptional(),
          group: Name.exactOptional(),
        }),
      )
      .readonly(),
    gates: z
      .array(
        z.strictObject({
          id: Name,
          when: Rule,
          effect: Effect,
          onUnknown: z.enum(['ignore', 'apply']).exactOptional(),
        }),
      )
      .readonly()
      .exactOptional(),
    bands: GradeBands.exactOptional(),
    missing: Missing.exactOptional(),
    neutralScore: DecimalString.exactOptional(),
    weights: z.enum(['normalise', 'mustSumTo100']).exactOptional(),
    itemScale: z.int().min(0).max(12).exactOptional(),
    scale: z.int().min(0).max(12).exactOptional(),
    minCoverage: DecimalString.exactOptional(),
  })
  .meta({ id: 'Scorecard', title: 'Scorecard', description: 'How several metrics become one score' });
