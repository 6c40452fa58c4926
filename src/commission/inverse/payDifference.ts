import { compareText } from '../../core/compareText.js';
import { type Decimal, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { ModifierEffect, RunResult, Statement } from '../schema.js';

/** What made somebody's pay change: the rate on all that was sold, a modifier, or a bonus. */
export type PayCause = 'rate' | ModifierEffect['kind'] | 'bonus';

/** What somebody's earnings change by, cause by cause; the causes add up to `total`. */
export interface PayDifference {
  readonly payeeId: string;
  readonly total: Decimal;
  readonly causes: ReadonlyMap<PayCause, Decimal>;
}

/** How the earnings of each payee differ between two runs, by payee; those without a difference are left out. */
export function payDifferences(before: RunResult, after: RunResult): readonly PayDifference[] {
  const causes = new Map<string, Map<PayCause, Decimal>>();
  const add = ({ statements }: RunResult, sign: 1 | -1): void => {
    for (const statement of statements) {
      const own = causes.get(statement.payeeId) ?? new Map<PayCause, Decimal>();
      causes.set(statement.payeeId, own);
      for (const [cause, amount] of causesOf(statement)) {
        const sum = own.get(cause) ?? ZERO;
        own.set(cause, sign === 1 ? plus(sum, amount) : minus(sum, amount));
      }
    }
  };
  add(before, -1);
  add(after, 1);
  return [...causes]
    .map(([payeeId, own]): PayDifference => {
      const changed = [...own].filter(([, amount]) => !amount.isZero()).toSorted(([a], [b]) => compareText(a, b));
      return { payeeId, total: changed.map(([, amount]) => amount).reduce(plus, ZERO), causes: new Map(changed) };
    })
    .filter(({ causes: own }) => own.size > 0)
    .toSorted((a, b) => compareText(a.payeeId, b.payeeId));
}

/** What a statement's earnings are made of. */
function* causesOf({ components, planModifiers, bonus }: Statement): Generator<readonly [PayCause, Decimal]> {
  for (const { beforeModifiers, modifiers } of components) {
    yield ['rate', toDecimal(beforeModifiers)];
    for (const { kind, effect } of modifiers) yield [kind, toDecimal(effect)];
  }
  for (const { kind, effect } of planModifiers) yield [kind, toDecimal(effect)];
  yield ['bonus', toDecimal(bonus)];
}
