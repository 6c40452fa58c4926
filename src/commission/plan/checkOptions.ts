import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { RESIDUES, ROUNDING_MODES, toIncrement } from '../../core/rounding.js';
import type {
  CommissionPlan,
  Component,
  Crediting,
  CreditKind,
  CreditRule,
  FlatRate,
  Measure,
  Modifier,
  PlanFx,
  PlanModifier,
  PlanPeriod,
  PlanRoundingPlace,
  Quota,
  Rate,
  RateAxis,
  RateYield,
} from '../schema.js';

/** The periods of plans, the shorter first. */
export const PERIODS: readonly PlanPeriod[] = ['week', 'month', 'quarter', 'half', 'year'];

const KINDS: readonly CreditKind[] = ['revenue', 'overlay', 'rollup', 'override'];
const YIELDS: readonly RateYield[] = ['rate', 'money', 'targetPay'];
const MEASURES: readonly Measure['kind'][] = [
  ...(['amount', 'units', 'count', 'margin', 'marginRate', 'markup', 'mrr', 'arr', 'acv', 'tcv', 'collected'] as const),
  ...(['field', 'score', 'expr'] as const),
];

/**
 * Checks the words of a plan, its components and their modifiers: a plan need not have come through the schema, and a word
 * that nobody knows would else be taken for a default.
 *
 * @throws SalesModelError `option.unknown`, `rounding.increment`, `decimal.invalid`
 */
export function checkOptions(plan: CommissionPlan, path: Path): void {
  oneOf(plan.period, PERIODS, [...path, 'period']);
  const { versionBy, missing, rounding = {}, fx = {} } = plan;
  given<NonNullable<typeof versionBy>>(versionBy, ['periodStart', 'periodEnd', 'transactionDate'], path, 'versionBy');
  given<NonNullable<typeof missing>>(missing, ['reject', 'zero'], path, 'missing');
  given(rounding.mode, ROUNDING_MODES, path, 'rounding', 'mode');
  given<PlanRoundingPlace>(rounding.at, ['line', 'component', 'statement'], path, 'rounding', 'at');
  given(rounding.residue, RESIDUES, path, 'rounding', 'residue');
  if (rounding.increment !== undefined) toIncrement(rounding.increment, [...path, 'rounding', 'increment']);
  given<Of<PlanFx, 'date'>>(fx.date, ['transaction', 'credit', 'periodEnd', 'collection'], path, 'fx', 'date');
  given<Of<PlanFx, 'policy'>>(fx.policy, ['exact', 'previous'], path, 'fx', 'policy');
  given<Of<PlanFx, 'round'>>(fx.round, ['none', 'transaction'], path, 'fx', 'round');
  given<Of<PlanFx, 'payDate'>>(fx.payDate, ['periodEnd', 'asOf'], path, 'fx', 'payDate');
  for (const [id, { per }] of Object.entries(plan.quotas ?? {})) {
    given<Quota['per']>(per, ['month', 'quarter', 'half', 'year'], path, 'quotas', id, 'per');
  }
  plan.components.forEach((component, index) => {
    checkComponent(component, [...path, 'components', index]);
  });
  checkModifierOptions(plan.modifiers ?? [], [...path, 'modifiers']);
}

/**
 * Checks the words of crediting.
 *
 * @throws SalesModelError `option.unknown`
 */
export function checkCrediting({ splitSum, splitRounding, rules = [] }: Crediting, path: Path): void {
  type Rule<Field extends keyof CreditRule> = Of<CreditRule, Field>;
  given<Of<Crediting, 'splitSum'>>(splitSum, ['exactlyOne', 'atMostOne', 'normalise', 'free'], path, 'splitSum');
  given<Of<Crediting, 'splitRounding'>>(splitRounding, ['allocate', 'exact'], path, 'splitRounding');
  rules.forEach(({ kind, asOf, dedupe, funding, heldDirect, compression }, index) => {
    const at = [...path, 'rules', index];
    oneOf(kind, ['rollup', 'override'], [...at, 'kind']);
    given<Rule<'asOf'>>(asOf, ['transaction', 'invoice', 'collection', 'periodEnd', 'run'], at, 'asOf');
    given<Rule<'dedupe'>>(dedupe, ['sum', 'capAtTransaction', 'once'], at, 'dedupe');
    given<Rule<'funding'>>(funding, ['onTop', 'fromDirect'], at, 'funding');
    given<Rule<'heldDirect'>>(heldDirect, ['follow', 'skip'], at, 'heldDirect');
    given<Rule<'compression'>>(compression, ['none', 'skipInactive'], at, 'compression');
  });
}

function checkComponent(component: Component, path: Path): void {
  type Field<Name extends keyof Component> = Of<Component, Name>;
  const { credits = [], measure, base, accumulate, every, window, quotaBasis, zeroQuota } = component;
  credits.forEach((kind, index) => oneOf(kind, KINDS, [...path, 'credits', index]));
  checkMeasure(measure, [...path, 'measure']);
  if (base !== undefined) checkMeasure(base, [...path, 'base']);
  oneOf(accumulate, ['perTransaction', 'perPeriod', 'toDate'], [...path, 'accumulate']);
  given(every, PERIODS, path, 'every');
  given<Field<'window'>>(window, ['quarter', 'half', 'year'], path, 'window');
  given<Field<'quotaBasis'>>(quotaBasis, ['window', 'toDate'], path, 'quotaBasis');
  given<Field<'zeroQuota'>>(zeroQuota, ['reject', 'top', 'none'], path, 'zeroQuota');
  const { mode, increment } = component.attainmentRounding ?? {};
  given(mode, ROUNDING_MODES, path, 'attainmentRounding', 'mode');
  if (increment !== undefined) toIncrement(increment, [...path, 'attainmentRounding', 'increment']);
  checkRateOptions(component.rate, [...path, 'rate']);
  checkModifierOptions(component.modifiers ?? [], [...path, 'modifiers']);
}

function checkRateOptions(rate: Rate, path: Path): void {
  oneOf(rate.kind, ['flat', 'tiers', 'curve', 'matrix', 'table'], [...path, 'kind']);
  if (rate.kind === 'flat') return given<Of<FlatRate, 'per'>>(rate.per, ['base', 'credit'], path, 'per');
  if (rate.kind === 'table') return;
  given(rate.yields, YIELDS, path, 'yields');
  if (rate.kind !== 'matrix') return checkRateAxis(rate.axis, [...path, 'axis']);
  rate.dimensions.forEach((dimension, index) => {
    if ('keys' in dimension) return;
    const at = [...path, 'dimensions', index];
    checkRateAxis(dimension.axis, [...at, 'axis']);
    given<'lower' | 'upper'>(dimension.boundary, ['lower', 'upper'], at, 'boundary');
  });
}

/** Checks the words of modifiers. */
export function checkModifierOptions(modifiers: readonly (Modifier | PlanModifier)[], path: Path): void {
  modifiers.forEach((modifier, index) => {
    const at = [...path, index];
    oneOf(modifier.kind, ['hurdle', 'multiplier', 'kicker', 'cap', 'floor'], [...at, 'kind']);
    if (modifier.kind === 'hurdle' && 'rate' in modifier.otherwise) {
      checkRateOptions(modifier.otherwise.rate, [...at, 'otherwise', 'rate']);
    }
    if (modifier.kind === 'multiplier' && typeof modifier.by !== 'string') {
      checkRateAxis(modifier.by.axis, [...at, 'by', 'axis']);
    }
    if (modifier.kind === 'kicker') given<'all' | 'highest'>(modifier.take, ['all', 'highest'], at, 'take');
    if (modifier.kind === 'cap') given<'forfeit' | 'defer'>(modifier.excess, ['forfeit', 'defer'], at, 'excess');
    if (modifier.kind === 'cap' || modifier.kind === 'floor') {
      given<'transaction' | 'period' | 'window'>(modifier.scope, ['transaction', 'period', 'window'], at, 'scope');
    }
  });
}

function checkRateAxis(axis: RateAxis | undefined, path: Path): void {
  if (axis === undefined || axis === 'measure' || axis === 'attainment') return;
  if (typeof axis === 'string') oneOf<string>(axis, ['measure', 'attainment'], path);
  else checkMeasure(axis, path);
}

function checkMeasure(measure: Measure, path: Path): void {
  oneOf(measure.kind, MEASURES, [...path, 'kind']);
  if (measure.kind === 'margin') given<'keep' | 'zero'>(measure.negative, ['keep', 'zero'], path, 'negative');
}

/** The words of an optional field. */
type Of<Entity, Field extends keyof Entity> = Exclude<Entity[Field], undefined> & string;

/** Checks a word that may be left out. */
function given<Word extends string>(
  word: Word | undefined,
  words: readonly Word[],
  path: Path,
  ...place: readonly string[]
): void {
  if (word !== undefined) oneOf(word, words, [...path, ...place]);
}
