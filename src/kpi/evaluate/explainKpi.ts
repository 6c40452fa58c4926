import { toDecimal, toText } from '../../core/decimal.js';
import { type Explanation, explainInput, explainPolicy, explainStep } from '../../core/explanation.js';
import type { Expr } from '../../mechanisms/rules/expr.js';
import { exprFields } from '../../mechanisms/rules/leaves.js';
import type { Kpi, KpiMeasure } from '../catalogue/kpi.js';
import { kpiOf } from '../catalogue/kpiOf.js';
import { kpiMeasures } from '../catalogue/measures.js';
import { aggregate, groupingOf } from './aggregate.js';
import { annualSides } from './annualSides.js';
import { evaluateKpi } from './evaluateKpi.js';
import { type KpiFact, objectFacts } from './objectFacts.js';
import { totalsOf, totalText } from './totals.js';

/**
 * Returns the steps of {@link evaluateKpi}: what stands above and below the line, below each the measures that it reads
 * and how they were put together, below these their facts. The root's value is the figure, `null` where there is none.
 *
 * @param figure id of the catalogue, or a formula of your own
 * @param facts what was measured, each measure, member and period once
 * @param measures by id; default those of the catalogue
 * @throws SalesModelError those of `evaluateKpi`
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainKpi } from 'salesmodel/kpi';
 *
 * const facts = ['2026-01', '2026-02'].flatMap((period, at) => [
 *   { measure: 'wins', member: 'Ana', period, value: 3 + at },
 *   { measure: 'closed', member: 'Ana', period, value: 10 },
 * ]);
 * renderExplanation(explainKpi('winRate', facts), 'en').split('\n'); // => [
 * //   'winRate = 0.35',
 * //   '  above the line = 7',
 * //   '    wins: sum over time, sum over members = 7',
 * //   '      Ana in 2026-01 = 3',
 * //   '      Ana in 2026-02 = 4',
 * //   '  below the line = 20',
 * //   '    closed: sum over time, sum over members = 20',
 * //   '      Ana in 2026-01 = 10',
 * //   '      Ana in 2026-02 = 10'
 * // ]
 */
export function explainKpi(
  figure: Kpi | string,
  facts: readonly KpiFact[],
  measures: Readonly<Record<string, KpiMeasure>> = kpiMeasures,
): Explanation {
  const kpi = kpiOf(figure, ['figure']);
  const result = evaluateKpi(kpi, facts, measures);
  const { table } = objectFacts(facts, () => true, undefined);
  const grouping = groupingOf(table, new Int32Array(table.n), 1);
  const side = (code: string, expr: Expr, value: string | null): Explanation =>
    explainStep(code, { kpi: kpi.id }, value, [...new Set(exprFields(expr))].toSorted().map(explainMeasure));
  const explainMeasure = (id: string): Explanation => {
    const measure = measures[id]!;
    const { overTime, overMembers, source = id } = measure;
    const totals = totalsOf(aggregate(table, grouping, measure), measure);
    const value = totals.numerator[0] == null ? null : totalText(totals, 0);
    const own = facts.flatMap((fact, index) => (fact.measure === source ? [{ fact, index }] : []));
    const from = own.map(({ fact: { member, period, value: raw }, index }) =>
      explainInput(['facts', index, 'value'], toText(toDecimal(raw)), 'kpi.fact', { member, period }),
    );
    return explainStep('kpi.measure', { measure: id, overTime, overMembers }, value, from);
  };
  const { numerator, denominator } = annualSides(kpi, measures, ['figure']);
  if (!result.ok) {
    const sides = denominator === null ? [numerator] : [numerator, denominator];
    return explainStep(
      'kpi.none',
      { kpi: kpi.id },
      null,
      sides.flatMap((expr) => side('kpi.side', expr, null).from),
    );
  }
  const from = [side('kpi.numerator', numerator, result.numerator)];
  if (denominator !== null) from.push(side('kpi.denominator', denominator, result.denominator));
  if (kpi.per != null) from.push(explainPolicy('yearBasis', kpi.yearBasis ?? 'days365'));
  return explainStep(result.value === null ? 'kpi.none' : 'kpi.value', { kpi: kpi.id }, result.value, from);
}
