import { compareText } from '../../core/compareText.js';
import { type Finding, type Path, SalesModelError } from '../../core/errors.js';
import { compileExpr } from '../../mechanisms/rules/compileExpr.js';
import type { Expr } from '../../mechanisms/rules/expr.js';
import { exprFields } from '../../mechanisms/rules/leaves.js';
import { annualSides, isFlow } from '../evaluate/annualSides.js';
import type { Kpi, KpiMeasure, KpiUnit } from './kpi.js';
import { kpiMeasures } from './measures.js';

/**
 * Returns what is wrong or doubtful in a KPI, by code and then by place: measures that nobody knows, a share that is added
 * up or averaged over periods or members (the share of the whole is not the mean of the shares), a product or quotient of
 * two measures that add up over members (the product of sums is not the sum of products), units that do not go together,
 * a denominator that is
 * always 0, and a rate of a year of nothing that adds up over time.
 *
 * @param kpi formula
 * @param measures by id; default those of the catalogue
 * @throws SalesModelError `option.unknown`, those of `compileExpr` but `expr.divideByZero`
 * @example
 * import { lintKpi, type Kpi } from 'salesmodel/kpi';
 *
 * const turnover: Kpi = {
 *   id: 'turnover',
 *   label: { en: 'Turnover', 'zh-CN': '营业额' },
 *   numerator: { op: 'mul', args: [{ field: 'units' }, { field: 'revenue' }] },
 *   denominator: null,
 *   unit: 'money',
 *   direction: 'higher',
 * };
 * lintKpi(turnover).map(({ code }) => code); // => ['nonAdditive']
 */
export function lintKpi(kpi: Kpi, measures: Readonly<Record<string, KpiMeasure>> = kpiMeasures): Finding[] {
  const findings: Finding[] = [];
  const { numerator, denominator } = annualSides(kpi, measures, []);
  const sides: (readonly [Expr, Path])[] = [[numerator, ['numerator']]];
  if (denominator !== null) sides.push([denominator, ['denominator']]);
  for (const [expr, path] of sides) {
    for (const measure of new Set(exprFields(expr))) {
      if (!Object.hasOwn(measures, measure)) {
        findings.push({ code: 'unknownMeasure', severity: 'error', path, params: { measure } });
      } else if (isAveragedShare(measures[measure]!)) {
        findings.push({ code: 'averagedShare', severity: 'warning', path, params: { measure } });
      }
    }
    visit(expr, path, measures, findings);
    findings.push(...zeroDivisors(expr, path));
  }
  if (denominator !== null && isZero(denominator)) {
    findings.push({ code: 'zeroDenominator', severity: 'error', path: ['denominator'], params: { kpi: kpi.id } });
  }
  findings.push(...unitFindings(kpi, measures));
  if (kpi.per != null && !sides.some(([expr]) => exprFields(expr).some((field) => isFlow(measures, field)))) {
    findings.push({ code: 'annualWithoutFlow', severity: 'warning', path: ['per'], params: { kpi: kpi.id } });
  }
  return findings.toSorted(
    (a, b) => compareText(a.code, b.code) || compareText(JSON.stringify(a.path), JSON.stringify(b.path)),
  );
}

/** A quotient of its own, whose parts are lost before it is put together. */
function isAveragedShare({ unit, overTime, overMembers }: KpiMeasure): boolean {
  return unit === 'share' && (overTime === 'sum' || overTime === 'mean' || overMembers !== 'none');
}

function visit(expr: Expr, path: Path, measures: Readonly<Record<string, KpiMeasure>>, findings: Finding[]): void {
  if (typeof expr !== 'object' || 'field' in expr) return;
  if ('if' in expr) {
    visit(expr.then, [...path, 'then'], measures, findings);
    visit(expr.else, [...path, 'else'], measures, findings);
    return;
  }
  if (expr.op === 'mul' || expr.op === 'div') {
    const additive = expr.args.filter((part) =>
      exprFields(part).some((field) => Object.hasOwn(measures, field) && measures[field]!.overMembers === 'sum'),
    );
    if (additive.length > 1) {
      const names = [...new Set(exprFields(expr))].toSorted(compareText);
      findings.push({ code: 'nonAdditive', severity: 'warning', path, params: { measures: names } });
    }
  }
  expr.args.forEach((part, index) => visit(part, [...path, 'args', index], measures, findings));
}

function zeroDivisors(expr: Expr, path: Path): Finding[] {
  try {
    compileExpr(expr, { path });
    return [];
  } catch (error) {
    if (!(error instanceof SalesModelError) || error.code !== 'expr.divideByZero') throw error;
    return [{ code: 'zeroDivisor', severity: 'error', path: error.path, params: {} }];
  }
}

/** Whether an expression without measures is 0. */
function isZero(expr: Expr): boolean {
  if (exprFields(expr).length > 0 || zeroDivisors(expr, []).length > 0) return false;
  const value = compileExpr(expr)({});
  return typeof value !== 'string' && value.isZero();
}

/** The unit of an expression where it has one: sums keep that of their parts, products have none that is known. */
type Unit = KpiUnit | 'number' | 'unknown';

function unitFindings(kpi: Kpi, measures: Readonly<Record<string, KpiMeasure>>): Finding[] {
  const findings: Finding[] = [];
  const unitOf = (expr: Expr, path: Path): Unit => {
    if (typeof expr !== 'object') return 'number';
    if ('field' in expr) return Object.hasOwn(measures, expr.field) ? measures[expr.field]!.unit : 'unknown';
    const parts: readonly Expr[] = 'if' in expr ? [expr.then, expr.else] : expr.args;
    const units = parts.map((part, index) => unitOf(part, [...path, 'args', index]));
    const known = [...new Set(units.filter((unit) => unit !== 'number' && unit !== 'unknown'))].toSorted(compareText);
    if ('op' in expr && (expr.op === 'mul' || expr.op === 'div')) {
      const scaled = units.filter((unit) => unit !== 'number');
      return expr.op === 'mul' && scaled.length === 1 ? scaled[0]! : 'unknown';
    }
    if (known.length > 1) {
      findings.push({ code: 'unitMismatch', severity: 'error', path, params: { units: known } });
      return 'unknown';
    }
    return known[0] ?? 'unknown';
  };
  const above = unitOf(kpi.numerator, ['numerator']);
  const below = kpi.denominator === null ? 'number' : unitOf(kpi.denominator, ['denominator']);
  const known = above !== 'unknown' && above !== 'number' && below !== 'unknown';
  const isWrong =
    known &&
    ((kpi.denominator === null && above !== kpi.unit) ||
      (kpi.unit === 'share' && below !== 'number' && above !== below));
  if (isWrong) {
    const units = below === 'number' ? [above, kpi.unit] : [above, below];
    findings.push({ code: 'unitMismatch', severity: 'error', path: ['unit'], params: { units } });
  }
  return findings;
}
