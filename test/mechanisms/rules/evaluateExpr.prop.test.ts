import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Decimal } from '../../../src/core/decimal.js';
import { type Expr, evaluateExpr } from '../../../src/mechanisms/rules/index.js';
import { decimalText, toScaled } from '../../core/decimalText.arb.js';

const number = decimalText({ digits: 12 });
const exprs: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Expr>({ field: 'a' }, { field: 'b' }, { field: 'none' }),
    fc.constantFrom<Expr>('0.5', 3, '-2'),
    fc.record({
      op: fc.constantFrom('add', 'mul', 'min', 'max'),
      args: fc.array(tie('expr'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constantFrom('sub', 'div'), args: fc.tuple(tie('expr'), tie('expr')) }),
    fc.record({ if: fc.constant({ field: 'a', op: 'lt', value: '0' }), then: tie('expr'), else: tie('expr') }),
  ) as fc.Arbitrary<Expr>,
})).expr;
const facts = fc.record({ a: number, b: fc.oneof(number, fc.constant('0')) });

/** A quotient of whole numbers, or why there is none; missing before a zero divisor. */
type Value = readonly [bigint, bigint] | 'missing' | 'divideByZero';

function reference(expr: Expr, fact: Record<string, string>): Value {
  if (typeof expr !== 'object') return whole(String(expr));
  if ('field' in expr) return fact[expr.field] === undefined ? 'missing' : whole(fact[expr.field]!);
  if ('if' in expr) return reference(fact['a']!.startsWith('-') ? expr.then : expr.else, fact);
  const values = expr.args.map((part) => reference(part, fact));
  if (values.includes('missing')) return 'missing';
  if (values.includes('divideByZero')) return 'divideByZero';
  const [first, ...rest] = values as [bigint, bigint][];
  return rest.reduce<Value>((x, y) => (typeof x === 'string' ? x : combine(expr.op, x, y)), first!);
}

function combine(op: string, [n, d]: readonly [bigint, bigint], [m, e]: readonly [bigint, bigint]): Value {
  switch (op) {
    case 'add':
      return [n * e + m * d, d * e];
    case 'sub':
      return [n * e - m * d, d * e];
    case 'mul':
      return [n * m, d * e];
    case 'div':
      return m === 0n ? 'divideByZero' : m < 0n ? [-n * e, -d * m] : [n * e, d * m];
    default:
      return n * e < m * d === (op === 'min') ? [n, d] : [m, e];
  }
}

function whole(text: string): Value {
  return [toScaled(text, 20), 10n ** 20n];
}

test('an expression is the exact quotient, rounded once to 40 digits, or names its gap', () => {
  const Wide = Decimal.clone({ precision: 2000 });
  const Forty = Decimal.clone({ precision: 40 });
  let constantZero = 0;
  fc.assert(
    fc.property(exprs, facts, (expr, fact) => {
      let actual: ReturnType<typeof evaluateExpr>;
      try {
        actual = evaluateExpr(expr, fact);
      } catch {
        constantZero++;
        return;
      }
      const expected = reference(expr, fact);
      if (typeof expected === 'string') {
        expect(actual.ok ? actual : actual.reasons.map(({ code }) => code)).toContain(expected);
        return;
      }
      const [n, d] = expected;
      const rounded = new Forty(new Wide(n.toString())).div(new Wide(d.toString()));
      const ended = new Wide(n.toString()).div(new Wide(d.toString()));
      expect(actual).toEqual({ ok: true, value: (usesDivision(expr) ? rounded : ended).toFixed() });
    }),
    { numRuns: 1000 },
  );
  expect(constantZero).toBeLessThan(200);
});

test('operands of a sum, product, least and greatest may stand in any order', () => {
  fc.assert(
    fc.property(
      fc.array(exprs, { minLength: 1, maxLength: 4 }),
      facts,
      fc.constantFrom('add', 'mul', 'min', 'max'),
      (args, fact, op) => {
        const outcome = (list: Expr[]): unknown => {
          try {
            const result = evaluateExpr({ op, args: list } as Expr, fact);
            return result.ok ? result : result.reasons.map(({ code, params }) => [code, params['field']]);
          } catch {
            return 'a divisor is always 0';
          }
        };
        expect(outcome(args.toReversed())).toEqual(outcome(args));
      },
    ),
    { numRuns: 300 },
  );
});

function usesDivision(expr: Expr): boolean {
  return JSON.stringify(expr).includes('"div"');
}
