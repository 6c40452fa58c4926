import { type Decimal, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { componentSums } from '../retro/componentSums.js';
import { figuresOf } from '../retro/runFigures.js';
import type { LedgerEntry, RunInput, RunResult, Statement } from '../schema.js';

/** What a payee is in a simulation: what they cost and how they did, over all periods of the run. */
export interface PayeeOutcome {
  readonly payeeId: string;
  readonly pay: Decimal;
  /** `null` where a span has no defined one. */
  readonly measure: Decimal | null;
  /** Measure of the spans with a quota, and that quota; `null` = no quota. */
  readonly attained: Decimal;
  readonly quota: Decimal | null;
  /** Whether a cap took something away or put it off. */
  readonly isCapped: boolean;
  /** Whether a guarantee topped pay up. */
  readonly isToppedUp: boolean;
}

/** The plan and the component that a simulation is about, and what counts as cost. */
export interface OutcomeBasis {
  readonly planId: string;
  readonly currency: string;
  readonly componentId: string;
  readonly cost: 'earned' | 'paid';
}

/** Outcomes of everybody with a statement under the plan, by id. */
export function payeeOutcomes(
  input: RunInput,
  result: RunResult,
  { planId, currency, componentId, cost }: OutcomeBasis,
): readonly PayeeOutcome[] {
  const sums = componentSums(figuresOf(input, result));
  const statements = groupBy(result.statements, planId);
  const entries = groupBy(result.ledger, planId);
  return [...statements].map(([payeeId, own]): PayeeOutcome => {
    const sum = sums.get(JSON.stringify([payeeId, planId, componentId, currency]));
    const ledger = entries.get(payeeId) ?? [];
    return {
      payeeId,
      pay: cost === 'earned' ? total(own.map(({ earned }) => earned)) : paidOf(ledger, currency),
      measure: sum === undefined ? ZERO : sum.measure,
      attained: sum?.attained ?? ZERO,
      quota: sum?.quota ?? null,
      isCapped: isCapped(own),
      isToppedUp: ledger.some((entry) => isTopUp(input, entry)),
    };
  });
}

function groupBy<T extends { readonly payeeId: string; readonly planId: string }>(
  list: readonly T[],
  planId: string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    if (item.planId !== planId) continue;
    const known = groups.get(item.payeeId);
    if (known === undefined) groups.set(item.payeeId, [item]);
    else known.push(item);
  }
  return groups;
}

/** What is paid, in the plan's currency: a payout in another one leaves by an `fx` entry. */
function paidOf(ledger: readonly LedgerEntry[], currency: string): Decimal {
  const left = ledger.filter(
    (entry) => (entry.type === 'payout' || entry.type === 'fx') && entry.currency === currency,
  );
  return minus(ZERO, total(left.map(({ amount }) => amount)));
}

function isCapped(statements: readonly Statement[]): boolean {
  const effects = statements.flatMap(({ components, planModifiers }) =>
    [...components.flatMap(({ modifiers }) => modifiers), ...planModifiers].filter(({ kind }) => kind === 'cap'),
  );
  const isPutOff = statements.some(({ deferred }) => !toDecimal(deferred).isZero());
  return isPutOff || total(effects.map(({ effect }) => effect)).isNegative();
}

/** Whether an entry is the advance of a guarantee; draws of the assignment stand in for the plan's. */
function isTopUp({ assignments, plans }: RunInput, { type, drawId, payeeId, planId }: LedgerEntry): boolean {
  if (type !== 'drawAdvance') return false;
  const own = assignments.filter((entry) => entry.payeeId === payeeId && entry.planId === planId);
  const lists = [
    ...own.map(({ draws = [] }) => draws),
    ...plans.map(({ id, draws = [] }) => (id === planId ? draws : [])),
  ];
  const draw = lists.flat().find(({ id }) => id === drawId);
  return draw !== undefined && (draw.kind ?? 'guarantee') === 'guarantee';
}

function total(amounts: readonly string[]): Decimal {
  return amounts.reduce((sum, amount) => plus(sum, toDecimal(amount)), ZERO);
}
