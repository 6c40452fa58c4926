import { compareText } from '../../core/compareText.js';
import { ONE } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import type { Amounts } from '../condition/amounts.js';
import type { BudgetUse } from '../quote/quote.js';
import { availableFor } from './availableBudget.js';
import type { BudgetState, PromotionBudget } from './promotionBudget.js';

interface Entry<N> {
  readonly terms: PromotionBudget;
  available: N;
  requested: N;
  granted: N;
}

/** What is left of budgets while the conditions of one quote draw on them. */
export class BudgetDraw<N> {
  private readonly left = new Map<string, Entry<N>>();

  constructor(
    states: readonly BudgetState[],
    on: PlainDate,
    private readonly amounts: Amounts<N>,
  ) {
    const { zero } = amounts;
    states.forEach((state, index) => {
      const available = amounts.read(availableFor(state, on, null, ['quote', 'budgets', index]));
      this.left.set(state.budget.code, { terms: state.budget, available, requested: zero, granted: zero });
    });
  }

  /** What of the requests of one condition, in the order of its lines, is granted; `null` where nothing is left for it. */
  draw(budget: string, requests: readonly N[]): readonly N[] | null {
    const { amounts } = this;
    const entry = this.left.get(budget)!;
    const { terms, available } = entry;
    if (terms.unit === 'uses') {
      const one = amounts.read(ONE);
      const isFree = amounts.compare(available, one) >= 0;
      this.note(entry, one, isFree ? one : amounts.zero);
      return isFree ? requests : null;
    }
    const total = this.sum(requests);
    const isDropped = terms.over === 'drop' && amounts.compare(total, available) > 0;
    let left = isDropped ? amounts.zero : available;
    const granted = requests.map((request) => {
      const grant = amounts.compare(request, left) < 0 ? request : left;
      left = amounts.minus(left, grant);
      return grant;
    });
    const all = this.sum(granted);
    this.note(entry, total, all);
    const { zero } = amounts;
    return amounts.compare(all, zero) === 0 && amounts.compare(total, zero) !== 0 ? null : granted;
  }

  private sum(parts: readonly N[]): N {
    let sum = this.amounts.zero;
    for (const part of parts) sum = this.amounts.plus(sum, part);
    return sum;
  }

  private note(entry: Entry<N>, requested: N, granted: N): void {
    const { amounts } = this;
    entry.requested = amounts.plus(entry.requested, requested);
    entry.granted = amounts.plus(entry.granted, granted);
    entry.available = amounts.minus(entry.available, granted);
  }

  /** What was drawn, by code. */
  uses(): BudgetUse[] {
    const { amounts } = this;
    return [...this.left]
      .map(([budget, { requested, granted }]) => ({
        budget,
        requested: amounts.text(requested),
        granted: amounts.text(granted),
        shortfall: amounts.text(amounts.minus(requested, granted)),
      }))
      .toSorted((a, b) => compareText(a.budget, b.budget));
  }
}
