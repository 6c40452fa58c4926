import { match } from 'ts-pattern';
import { Decimal, DECIMAL_PATTERN, divide, minus, ONE, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { compileExpr } from '../../mechanisms/rules/compileExpr.js';
import type { Measure } from '../schema.js';
import { type CreditAccess, Fault } from './creditAccess.js';

/** Reads one quantity of a credit. */
export type CreditReader = (credit: number) => Decimal | Fault;

/** A measure bound to the credits of a run. */
export interface BoundMeasure {
  readonly numerator: CreditReader;
  /** Set for ratios, which are accumulated as sums of both parts. */
  readonly denominator: CreditReader | null;
}

/** How a run treats a field that a row does not have. */
export type MissingPolicy = 'reject' | 'zero';

const MONTHS_A_YEAR = /* @__PURE__ */ toDecimal(12);
const MINUS_ONE = /* @__PURE__ */ toDecimal(-1);

/** Whether a measure is a ratio of two sums. */
export function isRatioMeasure({ kind }: Measure): boolean {
  return kind === 'marginRate' || kind === 'markup';
}

/** The name of the score that a measure is, or `null`. */
export function scoreOf(measure: Measure): string | null {
  return measure.kind === 'score' ? measure.name : null;
}

/** Binds a measure to credits: what is left for each credit are reads and exact sums and products. */
export function bindMeasure(measure: Measure, credits: CreditAccess, missing: MissingPolicy, path: Path): BoundMeasure {
  const plain = (numerator: CreditReader): BoundMeasure => ({ numerator, denominator: null });
  const field = (name: string): CreditReader => fieldReader(credits, name, missing);
  const amount: CreditReader = (credit) => credits.amount(credit);
  const margin = combine(amount, field('cost'), minus);

  return (
    match(measure)
      .returnType<BoundMeasure>()
      .with({ kind: 'amount' }, { kind: 'tcv' }, { kind: 'collected' }, () => plain((credit) => credits.amount(credit)))
      .with({ kind: 'units' }, () => plain(field('units')))
      .with({ kind: 'count' }, () =>
        plain((credit) => {
          const amount = credits.amount(credit);
          return amount instanceof Fault ? amount : amount.lt(0) ? MINUS_ONE : ONE;
        }),
      )
      .with({ kind: 'margin' }, ({ negative = 'keep' }) => {
        if (negative === 'keep') return plain(margin);
        return plain((credit) => {
          const value = margin(credit);
          return value instanceof Fault || value.gte(0) ? value : ZERO;
        });
      })
      .with({ kind: 'marginRate' }, () => ({ numerator: margin, denominator: amount }))
      .with({ kind: 'markup' }, () => ({ numerator: margin, denominator: field('cost') }))
      .with({ kind: 'mrr' }, () => plain(field('mrr')))
      .with({ kind: 'arr' }, () => plain(mapReader(field('mrr'), (mrr) => times(MONTHS_A_YEAR, mrr))))
      .with({ kind: 'acv' }, () =>
        plain(
          combine(amount, field('termMonths'), (value, months) =>
            months.isZero()
              ? new Fault('row.divideByZero', ['termMonths'], {})
              : divide(times(value, MONTHS_A_YEAR), months),
          ),
        ),
      )
      .with({ kind: 'field' }, ({ name }) => plain(field(name)))
      // A score is no sum over credits; the span itself supplies it.
      .with({ kind: 'score' }, () => plain(() => ZERO))
      .with({ kind: 'expr' }, ({ expr }) => {
        const evaluate = compileExpr<number>(expr, { read: (name) => credits.field(name), path: [...path, 'expr'] });
        return plain((credit) => {
          const value = evaluate(credit);
          if (typeof value !== 'string') return value;
          if (value === 'divideByZero') return new Fault('row.divideByZero', [], {});
          return missing === 'zero'
            ? ZERO
            : new Fault('row.fieldMissing', [], { field: missingField(evaluate, credit) });
        });
      })
      .exhaustive()
  );
}

/** The first field that an expression missed. */
function missingField(evaluate: ReturnType<typeof compileExpr<number>>, credit: number): string {
  const missed: string[] = [];
  evaluate(credit, {
    missingField: (field) => missed.push(field),
    unknownCondition: () => undefined,
    zeroDivisor: () => undefined,
  });
  return missed.sort()[0] ?? '';
}

function mapReader(read: CreditReader, change: (value: Decimal) => Decimal): CreditReader {
  return (credit) => {
    const value = read(credit);
    return value instanceof Fault ? value : change(value);
  };
}

function combine(
  first: CreditReader,
  second: CreditReader,
  join: (a: Decimal, b: Decimal) => Decimal | Fault,
): CreditReader {
  return (credit) => {
    const a = first(credit);
    if (a instanceof Fault) return a;
    const b = second(credit);
    return b instanceof Fault ? b : join(a, b);
  };
}

/** Reads a decimal field; what is absent is a fault, or zero where the plan says so. */
function fieldReader(credits: CreditAccess, name: string, missing: MissingPolicy): CreditReader {
  const read = credits.field(name);
  const path = name.split('.');
  return (credit) => {
    const value = read(credit);
    if (value instanceof Decimal || value instanceof Fault) return value;
    if (value === undefined || value === null) {
      return missing === 'zero' ? ZERO : new Fault('row.fieldMissing', path, { field: name });
    }
    return typeof value === 'string' && DECIMAL_PATTERN.test(value)
      ? new Decimal(value)
      : new Fault('decimal.invalid', path, { value: String(value) });
  };
}
