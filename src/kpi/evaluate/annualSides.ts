import { oneOf } from '../../core/oneOf.js';
import type { Path } from '../../core/errors.js';
import type { Expr } from '../../mechanisms/rules/expr.js';
import { KPI_PERS, type Kpi, type KpiMeasure, YEAR_BASES, type YearBasis } from '../catalogue/kpi.js';

/** What stands above and below the line of a figure once its flows count at their rate of a year. */
export interface KpiSides {
  readonly numerator: Expr;
  readonly denominator: Expr | null;
}

/** How long a year is, and the measure that says how long the facts are. */
const YEARS: Readonly<Record<YearBasis, readonly [length: string, measure: string]>> = {
  days365: ['365', 'days'],
  days360: ['360', 'days'],
  months12: ['12', 'months'],
};

/**
 * The formula of a figure. Of one that is `annual`, each measure that adds up over time is multiplied by the length of a year
 * and divided by that of the facts; what is taken at a point in time, or on average, stays.
 *
 * @throws SalesModelError `option.unknown`
 */
export function annualSides(kpi: Kpi, measures: Readonly<Record<string, KpiMeasure>>, path: Path): KpiSides {
  const { numerator, denominator, per = null } = kpi;
  const basis = oneOf(kpi.yearBasis ?? 'days365', YEAR_BASES, [...path, 'yearBasis']);
  if (per === null) return { numerator, denominator };
  oneOf(per, KPI_PERS, [...path, 'per']);
  const [length, measure] = YEARS[basis];
  const ofYear = (expr: Expr): Expr => {
    if (typeof expr !== 'object') return expr;
    if ('if' in expr) return { if: expr.if, then: ofYear(expr.then), else: ofYear(expr.else) };
    if ('op' in expr) return { op: expr.op, args: expr.args.map(ofYear) };
    if (!isFlow(measures, expr.field)) return expr;
    return { op: 'div', args: [{ op: 'mul', args: [expr, length] }, { field: measure }] };
  };
  return { numerator: ofYear(numerator), denominator: denominator === null ? null : ofYear(denominator) };
}

/** Whether a measure adds up over time. */
export function isFlow(measures: Readonly<Record<string, KpiMeasure>>, id: string): boolean {
  return Object.hasOwn(measures, id) && measures[id]!.overTime === 'sum';
}
