import { type Decimal, toDecimal, toText } from '../../core/decimal.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { toScaled } from '../../core/scaled.js';
import type { QuantileType } from '../../mechanisms/scoring/quantile.js';
import { fail } from '../fail.js';
import { type AxisScores, axisScores } from '../grid/axisScores.js';
import { compileGrid, type GridEvaluator } from '../grid/compileGrid.js';
import { gridPresets } from '../presets/gridPresets.js';
import type { Probability } from '../quantile/columnQuantiles.js';
import type { RfmCuts, RfmLists, RfmPolicy } from '../schema/rfm.js';

/** The inputs in the order of their scores. */
export const RFM_INPUTS = ['recencyDays', 'orders', 'monetary'] as const;
export type RfmInput = (typeof RFM_INPUTS)[number];

/** A policy with its defaults, checked. */
export interface ReadRfmPolicy extends Required<
  Pick<RfmPolicy, 'boundary' | 'monetary' | 'direction' | 'duplicateCuts'>
> {
  readonly policyVersion: string;
  readonly scores: AxisScores;
  /** The number of scores of an input. */
  readonly count: Readonly<Record<RfmInput, number>>;
  readonly cuts: RfmQuantiles | { readonly kind: 'fixed'; readonly lists: RfmLists };
  readonly cutOffset: Decimal;
  readonly grid: GridEvaluator;
  readonly moneyIncrement: Decimal;
}

/** The quantiles to cut at. */
interface RfmQuantiles {
  readonly kind: 'quantile';
  readonly type: QuantileType;
  readonly probabilities: Readonly<Record<RfmInput, readonly Probability[]>>;
}

/**
 * @throws SalesModelError `segmentation.scores`, `segmentation.cuts.count`, `segmentation.cuts.notAscending`,
 *   `segmentation.cuts.probability`, `segmentation.rfm.gridScores`, `segmentation.rfm.increment`, `option.unknown`,
 *   `decimal.invalid`, `decimal.tooLong`, and what `compileGrid` throws
 */
export function readRfmPolicy(policy: RfmPolicy): ReadRfmPolicy {
  const scores = axisScores(policy.scores ?? 5, ['scores']);
  const count = { recencyDays: scores.r, orders: scores.f, monetary: scores.m };
  const moneyIncrement = toDecimal(policy.moneyIncrement ?? '0.01', ['moneyIncrement']);
  if (moneyIncrement.lte(0)) {
    fail('segmentation.rfm.increment', ['moneyIncrement'], { value: toText(moneyIncrement) });
  }
  return {
    policyVersion: `${policy.id}@${policy.version}`,
    scores,
    count,
    cuts: readCuts(policy.cuts ?? { kind: 'quantile' }, count),
    cutOffset: toDecimal(policy.cutOffset ?? '0', ['cutOffset']),
    boundary: oneOf(policy.boundary ?? 'lower', ['lower', 'upper'], ['boundary']),
    monetary: oneOf(policy.monetary ?? 'sum', ['sum', 'meanPerOrder', 'profit'], ['monetary']),
    direction: oneOf(policy.direction ?? 'higher', ['higher', 'lower'], ['direction']),
    duplicateCuts: oneOf(policy.duplicateCuts ?? 'keep', ['keep', 'error'], ['duplicateCuts']),
    grid: readGrid(policy.grid ?? 'rfm-2d-10', scores),
    moneyIncrement,
  };
}

function readGrid(given: NonNullable<RfmPolicy['grid']>, scores: AxisScores): GridEvaluator {
  const grid =
    typeof given === 'string'
      ? gridPresets[oneOf(given, Object.keys(gridPresets) as (keyof typeof gridPresets)[], ['grid'])]
      : given;
  const compiled = compileGrid(grid);
  for (const axis of ['r', 'f', 'm'] as const) {
    if (compiled.scores[axis] !== scores[axis]) {
      fail('segmentation.rfm.gridScores', ['grid'], { axis, expected: scores[axis], scores: compiled.scores[axis] });
    }
  }
  return compiled;
}

function readCuts(cuts: RfmCuts, count: ReadRfmPolicy['count']): ReadRfmPolicy['cuts'] {
  const kind = oneOf(cuts.kind, ['quantile', 'fixed'], ['cuts', 'kind']);
  if (cuts.kind === 'fixed') {
    return {
      kind: 'fixed',
      lists: listsBy((input) => ascending(cuts[input], count[input] - 1, ['cuts', input]).map(toText)),
    };
  }
  const { type = 7, probabilities } = cuts;
  if (!Number.isInteger(type) || type < 1 || type > 9) {
    failCore('option.unknown', ['cuts', 'type'], { expected: 'a whole number from 1 to 9', value: type });
  }
  const parts = (input: RfmInput): Probability[] => {
    const one = BigInt(count[input]);
    return Array.from({ length: count[input] - 1 }, (_, at) => ({ p: BigInt(at + 1), one }));
  };
  const given = (input: RfmInput, list: readonly DecimalString[]): Probability[] => {
    const path = ['cuts', 'probabilities', input];
    return ascending(list, count[input] - 1, path).map((p, at) => {
      if (p.lte(0) || p.gte(1)) fail('segmentation.cuts.probability', [...path, at], { value: toText(p) });
      return { p: toScaled(p, p.dp()), one: 10n ** BigInt(p.dp()) };
    });
  };
  return {
    kind: kind as 'quantile',
    type,
    probabilities: listsBy((input) =>
      probabilities === undefined ? parts(input) : given(input, probabilities[input]),
    ),
  };
}

function ascending(list: readonly DecimalString[], length: number, path: Path): Decimal[] {
  if (list.length !== length) fail('segmentation.cuts.count', path, { expected: length, length: list.length });
  const values = list.map((text, at) => toDecimal(text, [...path, at]));
  values.forEach((value, at) => {
    const before = values[at - 1];
    if (before?.gte(value)) {
      fail('segmentation.cuts.notAscending', [...path, at], { before: toText(before), value: toText(value) });
    }
  });
  return values;
}

function listsBy<Value>(make: (input: RfmInput) => Value): Record<RfmInput, Value> {
  return { recencyDays: make('recencyDays'), orders: make('orders'), monetary: make('monetary') };
}
