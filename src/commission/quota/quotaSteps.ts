import { dayCounter } from '../../core/dayCount.js';
import {
  type Decimal,
  type DecimalString,
  minus,
  ONE,
  plus,
  times,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { dayRange } from '../../core/span.js';
import type { WorkCalendar } from '../../core/workCalendar.js';
import { fail } from '../fail.js';
import type { ProrationPolicy, Quota, QuotaPart } from '../schema.js';
import { type FigureStep, type FigureSteps, figureStep, prorationStep } from './figureSteps.js';
import { activePart, type QuotaSpan } from './quotaSpan.js';
import { rampFactor } from './rampFactor.js';
import type { Spreader } from './spreader.js';

/** One assignment as a quota sees it. Days are half-open. */
export interface QuotaAssignee {
  readonly from: number;
  readonly to: number;
  readonly role: string | undefined;
  readonly part: QuotaPart | undefined;
  readonly prorate: ProrationPolicy | 'none' | undefined;
}

/** What the quotas and the target pay of a plan share. */
export interface QuotaContext {
  readonly workCalendar?: WorkCalendar | undefined;
  readonly spread: Spreader;
}

/** Where the quota, and what the assignment says of it, stand in the input. */
export interface QuotaPaths {
  readonly quota: Path;
  readonly assignment: Path;
  readonly part: Path;
}

/**
 * Everything that makes the quota of one assignment in a span; null when the assignment is not active in it.
 *
 * @throws SalesModelError `quota.missing`, `quota.negative`, `quota.seasonality`, `allocate.negativeWeight`, `prorate.noDays`,
 * `period.order`, `date.invalid`, `decimal.invalid`
 */
export function quotaSteps(
  quota: Quota,
  assignee: QuotaAssignee,
  span: QuotaSpan,
  { workCalendar, spread }: QuotaContext,
  increment: Decimal,
  paths: QuotaPaths,
): FigureSteps | null {
  const part = assignee.part ?? {};
  const prorate = part.prorate ?? assignee.prorate ?? {};
  const active = activePart(assignee, span, prorate, workCalendar, paths.assignment);
  if (active === null) return null;

  const { amount, path: amountPath } = amountOf(quota, assignee, paths);
  atLeastZero(amount, amountPath);
  const seasonality = part.seasonality ?? quota.seasonality;
  const seasonalityPath = [...(part.seasonality === undefined ? paths.quota : paths.part), 'seasonality'];
  const given = { amount, per: quota.per, seasonality, increment };
  const base = spread(given, span, { amount: amountPath, seasonality: seasonalityPath });
  return {
    amount,
    amountPath,
    per: quota.per,
    base,
    steps: [
      ...factorStep(part, [...paths.part, 'factor']),
      ...rampStep(part, assignee.from, span, [...paths.part, 'ramp']),
      ...reliefStep(part, prorate, span, workCalendar, [...paths.part, 'relief']),
      ...prorationStep(active, paths.assignment),
    ],
  };
}

/** A quota below 0 would turn every comparison with it around. */
function atLeastZero(value: DecimalString, path: Path): Decimal {
  const figure = toDecimal(value, path);
  if (figure.lt(0)) fail('quota.negative', path, { value });
  return figure;
}

function amountOf(quota: Quota, { part, role }: QuotaAssignee, paths: QuotaPaths): { amount: string; path: Path } {
  if (part?.amount !== undefined) return { amount: part.amount, path: [...paths.part, 'amount'] };
  const ofRole = role !== undefined && Object.hasOwn(quota.roles ?? {}, role) ? quota.roles?.[role] : undefined;
  if (ofRole !== undefined) return { amount: ofRole, path: [...paths.quota, 'roles', role ?? ''] };
  const { amount } = quota;
  if (amount === undefined) return fail('quota.missing', paths.part, { role: role ?? null });
  return { amount, path: [...paths.quota, 'amount'] };
}

function factorStep({ factor }: QuotaPart, path: Path): readonly FigureStep[] {
  return factor === undefined
    ? []
    : figureStep('quota.factor', atLeastZero(factor, path), ONE, { factor }, path, factor);
}

function rampStep({ ramp }: QuotaPart, from: number, span: QuotaSpan, path: Path): readonly FigureStep[] {
  if (ramp === undefined) return [];
  ramp.steps.forEach((step, index) => atLeastZero(step, [...path, 'steps', index]));
  const { sum, months } = rampFactor(ramp, from, span, path);
  return figureStep('quota.ramp', sum, toDecimal(months), { steps: toText(sum), months }, path);
}

/** The days of the span that are left when each relief has taken its share of its days; never below 0. */
function reliefStep(
  { relief }: QuotaPart,
  prorate: ProrationPolicy | 'none',
  { start, end }: QuotaSpan,
  workCalendar: WorkCalendar | undefined,
  path: Path,
): readonly FigureStep[] {
  if (relief === undefined) return [];
  const count = dayCounter(prorate === 'none' ? 'actual' : (prorate.dayCount ?? 'actual'), workCalendar);
  const of = toDecimal(count(start, end));
  const taken = relief.reduce((sum, { from, to, share }, index) => {
    const days = dayRange({ from, to }, [...path, index]);
    const first = Math.max(days.start, start);
    const last = Math.min(days.end, end);
    const part = atLeastZero(share, [...path, index, 'share']);
    return first < last ? plus(sum, times(part, toDecimal(count(first, last)))) : sum;
  }, ZERO);
  const rest = minus(of, taken);
  const left = rest.lt(0) ? ZERO : rest;
  return figureStep('quota.relief', left, of, { left: toText(left), of: toText(of) }, path);
}
