import { type Decimal, minus, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { match } from 'ts-pattern';
import type { Modifier } from '../schema.js';
import { compileGate, type Gate } from './gate.js';
import { compileQuantity, type QuantityBasis } from './quantity.js';
import { capSequence, type EarningSequence, mapParts, scaleSequence, totalOf } from './sequence.js';

/** What modifiers ask about the span they work on. Gate facts are totals at the end of the span. */
export interface ModifierContext {
  readonly span: QuantityBasis;
  /** The window to date: the span itself unless the component looks at several spans together. */
  readonly window: QuantityBasis;
  /** Floors and kickers are not paid to somebody without an active assignment. */
  readonly active: boolean;
  /** `true` only where the gate is known to hold. */
  holds(gate: Gate): boolean;
  /** The factor that a multiplier looks up, whole, at the span's total. */
  lookUp(modifier: number): Decimal;
  /** The measure of one credit, for limits a transaction. */
  creditMeasure(credit: number): Decimal;
  /** What earlier spans of the window brought to this modifier, for limits a window. */
  earlier(modifier: number): Decimal;
  /** What a floor of the window has already added in earlier spans. */
  raised(modifier: number): Decimal;
}

/** Where a limit looks: at each credit, at the span, or at the window up to the span's end. */
export type Scope = 'transaction' | 'period' | 'window';

/** A modifier of the list, read once. */
export interface CompiledModifier {
  readonly kind: Modifier['kind'];
  readonly scope: Scope;
  /** Set on caps whose excess is deferred: the earning stays, its excess over the limit waits. */
  readonly defers: boolean;
  apply(sequence: EarningSequence, context: ModifierContext): EarningSequence;
  /** Limit of a cap or floor; `null` for other kinds. */
  limit(context: ModifierContext): Decimal | null;
}

/**
 * Reads one modifier of a list.
 *
 * @param index its position in the list
 * @param defaultScope scope of a cap or floor that names none
 */
export function compileModifier(modifier: Modifier, index: number, defaultScope: Scope, path: Path): CompiledModifier {
  const plain = { kind: modifier.kind, scope: 'period' as Scope, defers: false, limit: () => null };
  return match(modifier)
    .returnType<CompiledModifier>()
    .with({ kind: 'hurdle' }, ({ when, otherwise }) => {
      // `otherwise.rate` replaces the rate before any modifier runs; here it has nothing left to do.
      const factor =
        'multiply' in otherwise
          ? toDecimal(otherwise.multiply, [...path, 'otherwise', 'multiply'])
          : 'rate' in otherwise
            ? null
            : ZERO;
      const gate = compileGate(when, [...path, 'when']);
      return {
        ...plain,
        apply: (sequence, context) =>
          factor === null || context.holds(gate) ? sequence : scaleSequence(sequence, factor),
      };
    })
    .with({ kind: 'multiplier' }, () => ({
      ...plain,
      apply: (sequence, context) => scaleSequence(sequence, context.lookUp(index)),
    }))
    .with({ kind: 'kicker' }, ({ milestones, take = 'all' }) => {
      const compiled = milestones.map((milestone, i) => ({
        gate: compileGate(milestone.when, [...path, 'milestones', i, 'when']),
        pay: compileQuantity(milestone.pay, [...path, 'milestones', i, 'pay']),
      }));
      return {
        ...plain,
        apply: (sequence, context) => {
          if (!context.active) return sequence;
          const met = compiled.filter(({ gate }) => context.holds(gate)).map(({ pay }) => pay(context.window));
          const amount =
            take === 'all' ? met.reduce(plus, ZERO) : met.reduce((best, pay) => (pay.gt(best) ? pay : best), ZERO);
          return amount.isZero() ? sequence : addPeriodAmount(sequence, index, 'kicker', amount);
        },
      };
    })
    .with({ kind: 'cap' }, ({ limit, scope = defaultScope, excess = 'forfeit' }) => {
      const quantity = compileQuantity(limit, [...path, 'limit']);
      const defers = excess === 'defer';
      const at = (context: ModifierContext) => quantity(scope === 'window' ? context.window : context.span);
      return {
        ...plain,
        scope,
        defers,
        limit: at,
        apply: (sequence, context) => {
          if (defers) return sequence;
          if (scope === 'transaction') {
            return mapParts(sequence, (part, credit) => {
              const most = quantity({ ...context.span, measure: () => context.creditMeasure(credit).abs() });
              return part.gt(most) ? most : part.lt(most.negated()) ? most.negated() : part;
            });
          }
          return scope === 'window'
            ? afterEarlier(sequence, context.earlier(index), (shifted) => capSequence(shifted, at(context)))
            : capSequence(sequence, at(context));
        },
      };
    })
    .with({ kind: 'floor' }, ({ limit, scope = defaultScope }) => {
      const quantity = compileQuantity(limit, [...path, 'limit']);
      const at = (context: ModifierContext) => quantity(scope === 'window' ? context.window : context.span);
      return {
        ...plain,
        scope,
        limit: at,
        apply: (sequence, context) => {
          if (scope === 'transaction') {
            return mapParts(sequence, (part, credit) => {
              const measure = context.creditMeasure(credit);
              const least = quantity({ ...context.span, measure: () => measure.abs() });
              if (measure.isZero()) return part;
              if (measure.isNegative()) return part.gt(least.negated()) ? least.negated() : part;
              return part.lt(least) ? least : part;
            });
          }
          if (!context.active) return sequence;
          const ofWindow = scope === 'window';
          const missing = minus(at(context), plus(ofWindow ? context.earlier(index) : ZERO, totalOf(sequence)));
          // What the window earns later takes the place of what the floor has added before.
          const amount = minus(missing.gt(0) ? missing : ZERO, ofWindow ? context.raised(index) : ZERO);
          return amount.isZero() ? sequence : addPeriodAmount(sequence, index, 'floor', amount);
        },
      };
    })
    .exhaustive();
}

function addPeriodAmount(
  sequence: EarningSequence,
  modifier: number,
  kind: 'kicker' | 'floor',
  amount: Decimal,
): EarningSequence {
  return { running: sequence.running, periodAmounts: [...sequence.periodAmounts, { modifier, kind, amount }] };
}

/** Lets `change` see the sum of the window and takes the earlier part, changed alike, out again. */
function afterEarlier(
  sequence: EarningSequence,
  earlier: Decimal,
  change: (shifted: EarningSequence) => EarningSequence,
): EarningSequence {
  const changedEarlier = totalOf(change({ running: [earlier], periodAmounts: [] }));
  const shifted = change({
    running: [earlier, ...sequence.running.map((value) => plus(earlier, value))],
    periodAmounts: sequence.periodAmounts,
  });
  return {
    running: shifted.running.slice(1).map((value) => minus(value, changedEarlier)),
    periodAmounts: shifted.periodAmounts,
  };
}
