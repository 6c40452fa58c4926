import { parseScaled } from '../../core/fixed/parseScaled.js';
import type { Ratio } from '../../core/ratio.js';
import type { Expr } from '../../mechanisms/rules/expr.js';
import { unitRatio } from '../unitRatio.js';
import type { Totals } from './totals.js';

/** A whole number of units for each group that has what is read; a safe integer, or one of any size. */
interface Units {
  readonly scale: number;
  readonly at: (group: number) => number | bigint;
}

/** The most parts and decimals: far fewer digits than a calculation in decimals may have. */
const MOST_PARTS = 100;
const MOST_DECIMALS = 15;

/**
 * The quotient of two expressions in whole numbers, for groups that have all measures; or `null` where decimals are
 * needed: for quotients, choices, conditions, and measures that are no safe integers.
 */
export function integerFormula(
  numerator: Expr,
  denominator: Expr | null,
  totals: ReadonlyMap<string, Totals>,
): ((group: number) => Ratio) | null {
  const parts = { left: MOST_PARTS };
  const above = unitsOf(numerator, totals, parts);
  const below = denominator === null ? ONE_UNIT : unitsOf(denominator, totals, parts);
  if (above === null || below === null) return null;
  return (group) => unitRatio(above.at(group), above.scale, below.at(group), below.scale);
}

const ONE_UNIT: Units = { scale: 0, at: () => 1 };

function unitsOf(expr: Expr, totals: ReadonlyMap<string, Totals>, parts: { left: number }): Units | null {
  if (--parts.left < 0) return null;
  if (typeof expr === 'string' || typeof expr === 'number') return constantOf(String(expr));
  if ('field' in expr) return totalOf(totals.get(expr.field)!);
  if ('if' in expr || (expr.op !== 'add' && expr.op !== 'sub' && expr.op !== 'mul')) return null;
  const { op } = expr;
  const operands: Units[] = [];
  for (const each of expr.args) {
    const units = unitsOf(each, totals, parts);
    if (units === null) return null;
    operands.push(units);
  }
  const result = operands.reduce((a, b) => (op === 'mul' ? product(a, b) : sum(a, b, op === 'add' ? 1 : -1)));
  return result.scale > MOST_DECIMALS ? null : result;
}

function constantOf(text: string): Units | null {
  const point = text.indexOf('.');
  const scale = point < 0 ? 0 : text.length - point - 1;
  const units = parseScaled(text, scale);
  return scale > MOST_DECIMALS || units !== units ? null : { scale, at: () => units };
}

function totalOf({ scale, numerator, denominator }: Totals): Units | null {
  if (denominator !== undefined || scale > MOST_DECIMALS) return null;
  if (numerator.some((value) => typeof value === 'bigint')) return null;
  return { scale, at: (group) => numerator[group]! };
}

function sum(a: Units, b: Units, sign: 1 | -1): Units {
  const scale = Math.max(a.scale, b.scale);
  const first = raised(a, scale, 1);
  const second = raised(b, scale, sign);
  return { scale, at: (group) => plusUnits(first(group), second(group)) };
}

/** In units of a finer scale, with a sign. */
function raised({ scale, at }: Units, to: number, sign: 1 | -1): (group: number) => number | bigint {
  const factor = sign * 10 ** (to - scale);
  return factor === 1 ? at : (group) => timesUnits(at(group), factor);
}

function product(a: Units, b: Units): Units {
  return { scale: a.scale + b.scale, at: (group) => timesUnits(a.at(group), b.at(group)) };
}

function plusUnits(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a + b;
    if (Math.abs(result) <= Number.MAX_SAFE_INTEGER) return result;
  }
  return BigInt(a) + BigInt(b);
}

function timesUnits(a: number | bigint, b: number | bigint): number | bigint {
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a * b;
    if (Math.abs(result) <= Number.MAX_SAFE_INTEGER) return result;
  }
  return BigInt(a) * BigInt(b);
}
