import { compileCurve } from '../../core/curvePieces.js';
import { type Decimal, times, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { type CompiledClawback, compileClawback } from '../clawback/compileClawback.js';
import { roundDecimal } from '../../core/rounding.js';
import { compileTiers } from '../../core/tierPieces.js';
import { creditKinds } from '../credit/credits.js';
import { isRatioMeasure, scoreOf } from '../measure/compileMeasure.js';
import { compileModifier, type Scope } from '../modifier/compileModifier.js';
import { compileGate } from '../modifier/gate.js';
import { curveLookup, type MultiplierLookup, tiersLookup } from '../modifier/multiplierLookup.js';
import { compileRelease } from '../release/compileRelease.js';
import { compileRate } from '../rate/compileRate.js';
import type { RateComponent } from '../rate/rateFunction.js';
import { compileTable } from '../../mechanisms/rules/compileTable.js';
import type { CommissionPlan, Component, Measure, Modifier, Rate, TableRateOutput } from '../schema.js';
import type { CompiledComponent, CompiledModifierList, CompiledQuantity } from './compiledPlan.js';

/**
 * Resolves every policy of a component.
 *
 * @param payoutShares whether credits may pay on a share of their own: the base is then a quantity beside the measure
 */
export function compileComponent(
  component: Component,
  index: number,
  plan: CommissionPlan,
  payoutShares: boolean,
  path: Path,
): CompiledComponent {
  const quantities: CompiledQuantity[] = [];
  const addQuantity = (measure: Measure, ofPayout: boolean): number =>
    quantities.push({ measure, ofPayout, isRatio: isRatioMeasure(measure), score: scoreOf(measure) }) - 1;
  const quantityOf = (measure: Measure): number => {
    const key = JSON.stringify(measure);
    const known = quantities.findIndex((quantity) => !quantity.ofPayout && JSON.stringify(quantity.measure) === key);
    return known >= 0 ? known : addQuantity(measure, false);
  };
  quantityOf(component.measure);
  const baseMeasure = component.base ?? component.measure;
  const planPath = path.slice(0, -2);
  const clawback =
    component.clawback === undefined
      ? compileClawback(plan.clawback ?? {}, [...planPath, 'clawback'])
      : compileClawback(component.clawback, [...path, 'clawback']);
  const release =
    component.release === undefined
      ? compileRelease(plan.release ?? { kind: 'immediate' }, [...planPath, 'release'])
      : compileRelease(component.release, [...path, 'release']);
  // What a reversal takes from attainment alone is a credit with a share and no payout share.
  const paysOnPayoutShare = (payoutShares || reducesApart(clawback)) && canPayOnPayoutShare(component.rate);
  const base = paysOnPayoutShare ? addQuantity(baseMeasure, true) : quantityOf(baseMeasure);
  const rateComponent: RateComponent = {
    quantities,
    base,
    quantityOf,
    zeroQuota: component.zeroQuota ?? 'reject',
    roundMeasure: measureRounding(component, path),
  };
  const rate = compileRate(component.rate, rateComponent, [...path, 'rate']);
  const [head] = component.modifiers ?? [];
  const fallback =
    head?.kind === 'hurdle' && 'rate' in head.otherwise
      ? {
          gate: compileGate(head.when, [...path, 'modifiers', 0, 'when']),
          rate: compileRate(head.otherwise.rate, rateComponent, [...path, 'modifiers', 0, 'otherwise', 'rate']),
        }
      : null;
  const modifiers = compileModifiers(
    component.modifiers ?? [],
    component.accumulate === 'toDate' ? 'window' : 'period',
    quantityOf,
    [...path, 'modifiers'],
  );
  return {
    index,
    component,
    id: component.id,
    kinds: creditKinds.map((kind) => (component.credits ?? ['revenue', 'overlay']).includes(kind)),
    where: component.where ?? null,
    dateField: component.dateField ?? 'date',
    accumulate: component.accumulate,
    every: component.every ?? plan.period,
    window: component.window ?? 'year',
    quantities,
    base,
    paysOnPayoutShare,
    rate,
    fallback,
    modifiers,
    release,
    clawback,
    rateTables:
      component.rate.kind === 'table'
        ? [
            compileTable<TableRateOutput, (field: string) => unknown>(component.rate.table, {
              read: (field) => (read) => read(field),
              path: [...path, 'rate', 'table'],
            }),
          ]
        : [],
    matrixKeys:
      component.rate.kind === 'matrix'
        ? component.rate.dimensions.flatMap((dimension) =>
            'keys' in dimension ? [{ field: dimension.axis.field, keys: new Set(dimension.keys) }] : [],
          )
        : [],
  };
}

/** Whether a clawback takes its amount from the line and the measure from attainment, each apart. */
export function reducesApart({ basis, attainment }: CompiledClawback): boolean {
  return basis !== 'recompute' && basis !== 'currentPeriod' && attainment !== 'none';
}

/** Whether a rate can multiply another quantity than it climbs: not where flats or amounts belong to its own axis. */
function canPayOnPayoutShare(rate: Rate): boolean {
  if (rate.kind !== 'tiers' || (rate.yields ?? 'rate') !== 'rate') return true;
  const { mode, tiers } = rate.tiers;
  return (mode === 'marginal' || mode === 'whole') && tiers.every(({ flat }) => flat === undefined);
}

/** Reads a list of modifiers; `quantityOf` registers the axes of multipliers. */
export function compileModifiers(
  modifiers: readonly Modifier[],
  defaultScope: Scope,
  quantityOf: (measure: Measure) => number,
  path: Path,
): CompiledModifierList {
  return {
    list: modifiers.map((modifier, i) => compileModifier(modifier, i, defaultScope, [...path, i])),
    lookups: modifiers.map((modifier, i) => compileLookup(modifier, quantityOf, [...path, i, 'by'])),
  };
}

function compileLookup(
  modifier: Modifier,
  quantityOf: (measure: Measure) => number,
  path: Path,
): MultiplierLookup | null {
  if (modifier.kind !== 'multiplier') return null;
  const { by } = modifier;
  if (typeof by === 'string') {
    const factor = toDecimal(by, path);
    return { axis: null, factor: () => factor };
  }
  const axis =
    by.axis === 'attainment'
      ? ({ kind: 'attainment' } as const)
      : ({ kind: 'quantity', quantity: by.axis === 'measure' ? 0 : quantityOf(by.axis) } as const);
  return 'tiers' in by
    ? tiersLookup(axis, compileTiers(by.tiers, [...path, 'tiers']))
    : curveLookup(axis, compileCurve(by.curve, [...path, 'curve']));
}

/**
 * Rounded attainment × quota in place of the measure; without dividing, that is the measure on a grid of quota steps.
 * A transaction alone has no attainment to round.
 */
export function measureRounding(
  component: Component,
  path: Path,
): ((measure: Decimal, quota: Decimal) => Decimal) | null {
  const policy = component.attainmentRounding;
  if (policy === undefined || component.accumulate === 'perTransaction') return null;
  const increment = toDecimal(policy.increment ?? '0.01', [...path, 'attainmentRounding', 'increment']);
  const mode = policy.mode ?? 'halfEven';
  return (measure, quota) => (quota.isZero() ? measure : roundDecimal(measure, times(increment, quota.abs()), mode));
}
