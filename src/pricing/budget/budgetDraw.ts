import type { PlainDate } from '../../core/date.js';
import { compareText } from '../../core/compareText.js';
import { Decimal, minus, ONE, plus, toText, ZERO } from '../../core/decimal.js';
import type { BudgetUse } from '../quote/quote.js';
import { availableFor } from './availableBudget.js';
import type { BudgetState } from './promotionBudget.js';

/** What is left of budgets while the conditions of one quote draw on them. */
export class BudgetDraw {
  private readonly left = new Map<
    string,
    { state: BudgetState; available: Decimal; requested: Decimal; granted: Decimal }
  >();

  constructor(states: readonly BudgetState[], on: PlainDate) {
    for (const state of states) {
      this.left.set(state.budget.code, {
        state,
        available: availableFor(state, on, null),
        requested: ZERO,
        granted: ZERO,
      });
    }
  }

  /** What of the requests of one condition, in the order of its lines, is granted. */
  draw(budget: string, requests: readonly Decimal[]): Decimal[] {
    const entry = this.left.get(budget)!;
    const { budget: terms } = entry.state;
    if (terms.unit === 'uses') {
      const isFree = entry.available.gte(ONE);
      this.note(entry, ONE, isFree ? ONE : ZERO);
      return requests.map((request) => (isFree ? request : ZERO));
    }
    const total = requests.reduce((sum, request) => plus(sum, request), ZERO);
    const isDropped = terms.over === 'drop' && total.gt(entry.available);
    let left = isDropped ? ZERO : entry.available;
    const granted = requests.map((request) => {
      const grant = Decimal.min(request, left);
      left = minus(left, grant);
      return grant;
    });
    this.note(
      entry,
      total,
      granted.reduce((sum, grant) => plus(sum, grant), ZERO),
    );
    return granted;
  }

  private note(
    entry: { available: Decimal; requested: Decimal; granted: Decimal },
    requested: Decimal,
    granted: Decimal,
  ): void {
    entry.requested = plus(entry.requested, requested);
    entry.granted = plus(entry.granted, granted);
    entry.available = minus(entry.available, granted);
  }

  /** What was drawn, by code. */
  uses(): BudgetUse[] {
    return [...this.left]
      .map(([budget, { requested, granted }]) => ({
        budget,
        requested: toText(requested),
        granted: toText(granted),
        shortfall: toText(minus(requested, granted)),
      }))
      .toSorted((a, b) => compareText(a.budget, b.budget));
  }
}
