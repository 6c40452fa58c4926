import { type Decimal, toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { type Compilation, compilePart, countParts } from './compileRule.js';
import { readDecimal } from './decimalOrder.js';
import type { Expr } from './expr.js';
import { fail, shown } from './fail.js';
import { fieldType, type FieldOptions, readField } from './field.js';
import {
  addFractions,
  compareFractions,
  divideFractions,
  type DecimalFraction,
  fractionToDecimal,
  multiplyFractions,
  subtractFractions,
  wholeFraction,
} from '../../core/decimalFraction.js';
import { MAX_RULE_DEPTH, type Rule } from './rule.js';

/** Why an expression has no value on a fact. Missing comes before a division by zero. */
export type ExprGap = 'missing' | 'divideByZero';

/** Hears of every gap of an evaluation, when all of them are asked for. */
export interface GapListener {
  missingField(field: string): void;
  unknownCondition(rule: Rule): void;
  zeroDivisor(path: Path): void;
}

type Evaluate<F> = (fact: F, listener?: GapListener) => DecimalFraction | ExprGap;

/** A part of an expression; `constant` where no field can change its value. */
interface Part<F> {
  readonly evaluate: Evaluate<F>;
  readonly constant: DecimalFraction | undefined;
}

/**
 * Compiles an expression into a function of a fact that returns its decimal, `'missing'` where a field that it needs is
 * absent, null or no decimal, or `'divideByZero'`. Quotients stay fractions inside, so (1 ÷ 3) × 3 is 1.
 *
 * @throws SalesModelError the errors of `compileRule`, and `expr.divideByZero` for a divisor that is 0 on every fact
 */
export function compileExpr<F = object>(
  expr: Expr,
  options: FieldOptions<F> = {},
): (fact: F, listener?: GapListener) => Decimal | ExprGap {
  const evaluate = compileFraction(expr, options);
  return (fact, listener) => {
    const value = evaluate(fact, listener);
    return typeof value === 'string' ? value : fractionToDecimal(value);
  };
}

/** {@link compileExpr} with the exact quotient, for those who go on calculating with it. */
export function compileFraction<F = object>(expr: Expr, options: FieldOptions<F> = {}): Evaluate<F> {
  return compilePartOf<F>(expr, { ...options, size: 0 }, options.path ?? [], 1).evaluate;
}

function compilePartOf<F>(expr: unknown, compilation: Compilation<F>, path: Path, depth: number): Part<F> {
  if (depth > MAX_RULE_DEPTH) fail('rule.limit', path, { max: MAX_RULE_DEPTH, what: 'levels' });
  countParts(1, compilation, path);
  if (typeof expr === 'string' || typeof expr === 'number') return constant(wholeFraction(toDecimal(expr, path)));
  if (typeof expr !== 'object' || expr === null || Array.isArray(expr)) {
    return fail('rule.type', path, { expected: 'expression', value: shown(expr) });
  }
  const inner = (part: unknown, ...steps: (string | number)[]): Part<F> =>
    compilePartOf(part, compilation, [...path, ...steps], depth + 1);
  switch (Object.keys(expr).toSorted().join()) {
    case 'field':
      return fieldPart((expr as { field: unknown }).field, compilation, [...path, 'field']);
    case 'args,op': {
      const { op, args } = expr as { op: unknown; args: unknown };
      if (!Array.isArray(args)) return fail('rule.type', [...path, 'args'], { expected: 'list', value: shown(args) });
      const parts = args.map((part: unknown, index) => inner(part, 'args', index));
      return operation(op, parts, path);
    }
    case 'else,if,then': {
      const choice = expr as { if: unknown; then: unknown; else: unknown };
      const holds = compilePart(choice.if, compilation, [...path, 'if'], depth + 1);
      const whenTrue = inner(choice.then, 'then').evaluate;
      const whenFalse = inner(choice.else, 'else').evaluate;
      return variable((fact, listener) => {
        const truth = holds(fact);
        if (truth !== null) return truth ? whenTrue(fact, listener) : whenFalse(fact, listener);
        listener?.unknownCondition(choice.if as Rule);
        return 'missing';
      });
    }
    default:
      return fail('rule.type', path, {
        expected: 'field, op and args, or if, then and else',
        value: Object.keys(expr).join(', '),
      });
  }
}

function fieldPart<F>(name: unknown, compilation: Compilation<F>, path: Path): Part<F> {
  const type = fieldType(name, compilation.fields, path);
  if (type !== 'decimal' && type !== 'any') fail('rule.type', path, { expected: 'decimal', value: String(type) });
  const field = name as string;
  const read = (compilation.read ?? readField)(field) as (fact: F) => unknown;
  return variable((fact, listener) => {
    const value = readDecimal(read(fact));
    if (value !== undefined) return wholeFraction(value);
    listener?.missingField(field);
    return 'missing';
  });
}

function operation<F>(op: unknown, parts: readonly Part<F>[], path: Path): Part<F> {
  switch (op) {
    case 'add':
      return fold(parts, addFractions, path);
    case 'mul':
      return fold(parts, multiplyFractions, path);
    case 'min':
      return fold(parts, (a, b) => (compareFractions(a, b) <= 0 ? a : b), path);
    case 'max':
      return fold(parts, (a, b) => (compareFractions(a, b) >= 0 ? a : b), path);
    case 'sub':
    case 'div': {
      if (parts.length !== 2) {
        return fail('rule.type', [...path, 'args'], { expected: 'list of 2', value: `list of ${parts.length}` });
      }
      return op === 'sub' ? fold(parts, subtractFractions, path) : quotient(parts[0]!, parts[1]!, path);
    }
    default:
      return fail('rule.unknownOperator', [...path, 'op'], {
        expected: 'add, sub, mul, div, min, max',
        operator: shown(op),
      });
  }
}

function fold<F>(
  parts: readonly Part<F>[],
  combine: (a: DecimalFraction, b: DecimalFraction) => DecimalFraction,
  path: Path,
): Part<F> {
  const [first, ...rest] = parts;
  if (first === undefined) {
    return fail('rule.type', [...path, 'args'], { expected: 'list of 1 or more', value: 'list of 0' });
  }
  return foldedIfConstant(parts, (fact, listener) => {
    let value = first.evaluate(fact, listener);
    // Every operand is asked even after a gap, so that the answer does not depend on their order.
    for (const part of rest) {
      const operand = part.evaluate(fact, listener);
      if (typeof value !== 'string' && typeof operand !== 'string') value = combine(value, operand);
      else value = worseGap(value, operand);
    }
    return value;
  });
}

function quotient<F>(dividend: Part<F>, divisor: Part<F>, path: Path): Part<F> {
  const divisorPath = [...path, 'args', 1];
  if (divisor.constant?.numerator.isZero()) fail('expr.divideByZero', divisorPath);
  return foldedIfConstant([dividend, divisor], (fact, listener) => {
    const a = dividend.evaluate(fact, listener);
    const b = divisor.evaluate(fact, listener);
    if (typeof b !== 'string' && b.numerator.isZero()) {
      listener?.zeroDivisor(divisorPath);
      return a === 'missing' ? a : 'divideByZero';
    }
    return typeof a === 'string' || typeof b === 'string' ? worseGap(a, b) : divideFractions(a, b);
  });
}

function worseGap(a: DecimalFraction | ExprGap, b: DecimalFraction | ExprGap): ExprGap {
  return a === 'missing' || b === 'missing' ? 'missing' : 'divideByZero';
}

function foldedIfConstant<F>(parts: readonly Part<F>[], evaluate: Evaluate<F>): Part<F> {
  if (parts.some((part) => part.constant === undefined)) return variable(evaluate);
  // No field is read and no divisor is 0 below a constant, so any fact gives its value.
  return constant(evaluate(undefined as F) as DecimalFraction);
}

function constant<F>(value: DecimalFraction): Part<F> {
  return { evaluate: () => value, constant: value };
}

function variable<F>(evaluate: Evaluate<F>): Part<F> {
  return { evaluate, constant: undefined };
}
