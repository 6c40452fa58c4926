import { compareText } from '../../core/compareText.js';
import { type Decimal, divide, ONE, times } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { compileFraction, type ExprGap } from '../../mechanisms/rules/compileExpr.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import type { Expr } from '../../mechanisms/rules/expr.js';
import type { DecimalFraction } from '../../core/decimalFraction.js';
import { exprFields, ruleFields } from '../../mechanisms/rules/leaves.js';
import type { Kpi, KpiMeasure } from '../catalogue/kpi.js';
import { fail } from '../fail.js';
import { annualSides } from './annualSides.js';
import { integerFormula } from './integerFormula.js';
import type { KpiResult } from './kpiResult.js';
import { partsOf, type Totals } from './totals.js';

/** The measures of one group: their totals, and which group it is. */
export interface GroupTotals {
  readonly totals: ReadonlyMap<string, Totals>;
  readonly group: number;
}

/** A KPI that was checked once: the measures that it reads, and its values by group. */
export interface Formula {
  readonly kpi: Kpi;
  readonly measures: readonly string[];
  readonly over: (totals: ReadonlyMap<string, Totals>) => (group: number) => KpiResult;
}

/** A measure that is a mean is a quotient, so an expression reads it in two parts and nothing is rounded on the way. */
const OVER = 'over ';
const BY = 'by ';

/**
 * Checks a KPI and returns its formula.
 *
 * @throws SalesModelError `kpi.unknownMeasure`, `option.unknown` and those of `compileExpr` and `compileRule`
 */
export function compileFormula(kpi: Kpi, measures: Readonly<Record<string, KpiMeasure>>, path: Path): Formula {
  const { definedWhen } = kpi;
  const { numerator, denominator } = annualSides(kpi, measures, path);
  const fields = [
    ...exprFields(numerator),
    ...(denominator === null ? [] : exprFields(denominator)),
    ...(definedWhen === undefined ? [] : ruleFields(definedWhen)),
  ];
  const names = [...new Set(fields)].toSorted(compareText);
  for (const measure of names) {
    if (!Object.hasOwn(measures, measure)) fail('kpi.unknownMeasure', path, { measure });
  }
  const isQuotient = (field: string): boolean => {
    const { overTime, overMembers } = measures[field]!;
    return overTime === 'mean' || overMembers === 'mean';
  };
  const compile = (expr: Expr, side: string): ReturnType<typeof compileFraction<GroupTotals>> =>
    compileFraction<GroupTotals>(inParts(expr, isQuotient), { read: reader, path: [...path, side] });
  const above = compile(numerator, 'numerator');
  const below = denominator === null ? null : compile(denominator, 'denominator');
  const holds =
    definedWhen === undefined
      ? null
      : compileRule<GroupTotals>(definedWhen, { read: reader, path: [...path, 'definedWhen'] });
  const inDecimals = (facts: GroupTotals): Ratio | null => {
    const n = above(facts);
    const d = below === null ? WHOLE : below(facts);
    return isGap(n) || isGap(d) ? null : quotient(n, d);
  };
  return {
    kpi,
    measures: names,
    over(totals) {
      const own = names.map((measure) => ({ measure, ...totals.get(measure)! }));
      const exact = integerFormula(numerator, denominator, totals);
      return (group) => {
        const reasons = reasonsAgainst(own, group);
        if (reasons.length > 0) return { ok: false, reasons };
        const facts = { totals, group };
        const ratio = exact === null ? inDecimals(facts) : exact(group);
        if (ratio === null) return { ok: false, reasons: [{ code: 'divideByZero', params: { kpi: kpi.id } }] };
        if (ratio.value === null || holds === null || holds(facts) === true) return { ok: true, ...ratio };
        return { ok: true, ...ratio, value: null, reason: 'notDefined' };
      };
    },
  };
}

const WHOLE: DecimalFraction = { numerator: ONE, denominator: ONE };

function isGap(value: DecimalFraction | ExprGap): value is ExprGap {
  return typeof value === 'string';
}

/** The quotient of two fractions: where both end, of their decimals, else of whole multiples of them. */
function quotient(n: DecimalFraction, d: DecimalFraction): Ratio {
  const above = decimalOf(n);
  const below = decimalOf(d);
  if (above !== null && below !== null) return ratioOf(above, below);
  return ratioOf(times(n.numerator, d.denominator), times(n.denominator, d.numerator));
}

function decimalOf({ numerator, denominator }: DecimalFraction): Decimal | null {
  if (denominator === ONE) return numerator;
  const value = divide(numerator, denominator);
  return times(value, denominator).eq(numerator) ? value : null;
}

const NONE: readonly Reason[] = [];

function reasonsAgainst(
  measures: readonly (Totals & { readonly measure: string })[],
  group: number,
): readonly Reason[] {
  let reasons: Reason[] | null = null;
  for (const { measure, numerator, notAdditive } of measures) {
    if (numerator[group] === null) (reasons ??= []).push({ code: 'missingMeasure', params: { measure } });
    else if (notAdditive?.[group] === true) (reasons ??= []).push({ code: 'notAdditive', params: { measure } });
  }
  return reasons ?? NONE;
}

/** Reads a measure of a group, or one of the two parts of a mean. */
function reader(field: string): (group: GroupTotals) => Decimal {
  if (field.startsWith(OVER)) return ({ totals, group }) => partsOf(totals.get(field.slice(OVER.length))!, group)[0];
  if (field.startsWith(BY)) return ({ totals, group }) => partsOf(totals.get(field.slice(BY.length))!, group)[1];
  return ({ totals, group }) => {
    const [over, by] = partsOf(totals.get(field)!, group);
    return by === ONE ? over : divide(over, by);
  };
}

/** An expression that divides the two parts of each mean itself. */
function inParts(expr: Expr, isQuotient: (field: string) => boolean): Expr {
  if (typeof expr === 'string' || typeof expr === 'number') return expr;
  if ('field' in expr) {
    const { field } = expr;
    return isQuotient(field) ? { op: 'div', args: [{ field: OVER + field }, { field: BY + field }] } : expr;
  }
  const inner = (part: Expr): Expr => inParts(part, isQuotient);
  if ('if' in expr) return { if: expr.if, then: inner(expr.then), else: inner(expr.else) };
  return { op: expr.op, args: expr.args.map(inner) };
}
