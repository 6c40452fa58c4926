import type { CompiledComponent, CompiledPlan } from '../plan/compiledPlan.js';
import type { Modifier } from '../schema.js';
import type { Rows } from './rows.js';
import type { RunSetup } from './runSetup.js';

/** What of rows decides about kernels. */
export type FusableRows = Pick<Rows, 'splits' | 'reverses' | 'currency'> & {
  readonly amount: Pick<Rows['amount'], 'scale'>;
};

/**
 * Whether rows can go straight through the integer kernels: every row is one credit of its owner, every component
 * counts amounts in plan currency, and what it earns is a function of a running sum that is known before the rows are.
 * Everything else is computed credit by credit, with the same figures.
 */
export function isFusable(setup: RunSetup, rows: FusableRows): boolean {
  const { plans, definition } = setup;
  const [currency] = rows.currency.codes;
  return (
    rows.splits === null &&
    rows.reverses === null &&
    !setup.holdsBack &&
    (definition.crediting?.rules ?? []).length === 0 &&
    rows.currency.index === null &&
    new Set(plans.map(({ plan }) => plan.id)).size === plans.length &&
    plans.every((plan) => plan.currency === (currency ?? plan.currency) && plan.rounding.at === 'line') &&
    plans.every((plan) => plan.components.every((component) => isPlain(component, plan)))
  );
}

/** Whether a component sums amounts under modifiers that do not look at the sums themselves. */
function isPlain(component: CompiledComponent, { plan }: CompiledPlan): boolean {
  const { where, dateField, quantities, kinds, fallback, modifiers, accumulate } = component;
  const [measure] = quantities;
  const kind = measure?.measure.kind;
  return (
    where === null &&
    dateField === 'date' &&
    quantities.length === 1 &&
    (kind === 'amount' || kind === 'tcv') &&
    kinds[0] === true &&
    fallback === null &&
    plan.versionBy !== 'transactionDate' &&
    component.component.attainmentRounding === undefined &&
    (component.component.rate.kind === 'flat' || component.component.rate.kind === 'tiers') &&
    (accumulate !== 'perTransaction' || modifiers.list.length === 0) &&
    (accumulate !== 'toDate' || component.component.quotaBasis !== 'toDate') &&
    modifiers.list.every(
      ({ kind: modifier, scope }, position) =>
        (modifier === 'cap' &&
          scope === (accumulate === 'toDate' ? 'window' : 'period') &&
          !isOfMeasure(component.component.modifiers?.[position])) ||
        (modifier === 'multiplier' && modifiers.lookups[position]?.axis === null),
    )
  );
}

function isOfMeasure(modifier: Modifier | undefined): boolean {
  return modifier?.kind === 'cap' && 'ofMeasure' in modifier.limit;
}
