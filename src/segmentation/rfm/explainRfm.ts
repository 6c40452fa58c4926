import type { PlainDate } from '../../core/date.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { toScaled } from '../../core/scaled.js';
import type { AssignmentThreshold, SegmentAssignment, SegmentDistance } from '../schema/assignment.js';
import type { RfmThresholds } from '../schema/rfm.js';
import { nearestBetter } from './nearestBetter.js';
import { type ReadRfmPolicy, RFM_INPUTS, type RfmInput } from './readRfmPolicy.js';
import { inputAt, type RfmBase } from './rfmBase.js';
import { scoreBounds } from './scoreBounds.js';
import type { ScoredRfm } from './scoreRfm.js';
import { segmentOf } from './segmentOf.js';

/** The segment of a customer by RFM, with the scores; `null` for one that there is not. */
export interface RfmAssignment extends SegmentAssignment {
  readonly scores: { readonly r: number | null; readonly f: number | null; readonly m: number | null };
}

/** What an assignment is made of. */
interface RfmContext {
  readonly base: RfmBase;
  readonly scored: ScoredRfm;
  readonly thresholds: RfmThresholds;
  readonly policy: ReadRfmPolicy;
  readonly asOf: PlainDate;
}

const UNITS = { recencyDays: 'days', orders: 'orders', monetary: 'money' } as const;

/** The assignment of the customer at a place of the base. */
export function explainRfm(at: number, context: RfmContext): RfmAssignment {
  const { base, scored, policy, asOf } = context;
  const segment = scored.codes[scored.segment[at]!] ?? null;
  const ordered = base.hasOrder[at] === 1;
  const known = RFM_INPUTS.filter((input) => isKnown(base, input, at));
  const scores = { r: scored.r[at]! || null, f: scored.f[at]! || null, m: scored.m[at]! || null };
  return {
    customer: base.customers[at]!,
    scheme: 'rfm',
    segment,
    rule: ordered ? `${scores.r}${scores.f}${scores.m ?? '?'}` : 'noOrders',
    inputs: {
      recencyDays: textOf(base, 'recencyDays', at),
      orders: scaledText(base.orders.values[at]!, 0),
      monetary: textOf(base, 'monetary', at),
    },
    thresholds: known.flatMap((input) => cutsAround(input, at, context)),
    distanceToNext: segment === null ? [] : known.flatMap((input) => distance(input, at, context)),
    missing: segment === null ? [policy.monetary === 'profit' ? 'profit' : 'monetary'] : [],
    asOf,
    policyVersion: policy.policyVersion,
    scores,
  };
}

function isKnown(base: RfmBase, input: RfmInput, at: number): boolean {
  return (input === 'monetary' ? base.hasMonetary : base.hasOrder)[at] === 1;
}

function textOf(base: RfmBase, input: RfmInput, at: number): string | null {
  return isKnown(base, input, at) ? scaledText(inputAt(base[input], at), base[input].scale) : null;
}

function cutsAround(input: RfmInput, at: number, { scored, thresholds, policy }: RfmContext): AssignmentThreshold[] {
  const passed = scored.passedAt(input, at);
  const isLower = policy.boundary === 'lower';
  const below = thresholds[input][passed - 1];
  const above = thresholds[input][passed];
  const bounds: AssignmentThreshold[] = [];
  if (below !== undefined) bounds.push({ input, op: isLower ? 'gt' : 'ge', value: below });
  if (above !== undefined) bounds.push({ input, op: isLower ? 'le' : 'lt', value: above });
  return bounds;
}

function distance(input: RfmInput, at: number, { base, scored, thresholds, policy }: RfmContext): SegmentDistance[] {
  const money = base.hasMonetary[at] === 1 ? scored.passedAt('monetary', at) : null;
  const column = base[input];
  const isMoney = input === 'monetary';
  const step = policy.moneyIncrement;
  const scale = isMoney ? Math.max(column.scale, step.dp()) : 0;
  const increment = isMoney ? toScaled(step, scale) : 1n;
  const position = {
    value: inputAt(column, at) * 10n ** BigInt(scale - column.scale),
    bounds: scoreBounds(thresholds[input], scale, policy.boundary),
    increment,
    lowest: isMoney ? null : 0n,
    passed: scored.passedAt(input, at),
  };
  const found = nearestBetter(position, scored.segment[at]!, (target) => {
    const withTarget = (other: RfmInput, own: number | null): number | null => (other === input ? target : own);
    return segmentOf(
      policy,
      withTarget('recencyDays', scored.passedAt('recencyDays', at))!,
      withTarget('orders', scored.passedAt('orders', at))!,
      withTarget('monetary', money),
    );
  });
  if (found === null) return [];
  const delta = scaledText(found.increments * increment, scale);
  return [{ segment: scored.codes[found.segment]!, input, delta, unit: UNITS[input] }];
}
