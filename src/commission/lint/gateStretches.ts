import { compare, type Decimal, divide, ONE, plus, times, toDecimal } from '../../core/decimal.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import { leavesOf } from '../../mechanisms/rules/leaves.js';
import type { Rule } from '../../mechanisms/rules/rule.js';
import { cellsOf } from '../../mechanisms/rules/tableCells.js';

/** Sales from a bound until another, `null` = without end, over which a gate is closed whatever else is true. */
export interface ClosedStretch {
  readonly from: Decimal;
  readonly to: Decimal | null;
  /** Whether `from` and `to` are sales of the component, or attainment where the quota is not known. */
  readonly unit: 'measure' | 'attainment';
}

/**
 * The stretches of a component's sales, ascending and not touching, over which a gate cannot be open. Facts of other
 * components, scores and payees are unknown here, so that only what sales alone decide is reported.
 */
export function closedStretches(when: Rule, componentId: string, quota: Decimal | null): readonly ClosedStretch[] {
  const leaves = Array.from(leavesOf(when), ({ leaf }) => leaf);
  const asked = (['measure', 'attainment'] as const).filter((name) =>
    leaves.some(({ field }) => field === `${name}.${componentId}`),
  );
  const known = quota?.gt(0) === true ? quota : null;
  const [first] = asked;
  if (first === undefined || (known === null && asked.length > 1)) return [];
  const unit = known === null ? first : 'measure';
  const bounds = asked
    .flatMap((name) => {
      const field = `${name}.${componentId}`;
      const own = leaves.filter((leaf) => leaf.field === field);
      const factor = name === 'attainment' && known !== null ? known : ONE;
      return cellsOf({ field, min: '0' }, own, 'decimal').flatMap(({ range }) =>
        range?.closedLow === true ? [times(toDecimal(range.low), factor)] : [],
      );
    })
    .toSorted(compare)
    .filter((bound, index, sorted) => index === 0 || !bound.eq(sorted[index - 1]!));

  const gate = compileRule<Decimal>(when, {
    read: (field) => (x) => {
      if (field === `measure.${componentId}`) return unit === 'measure' ? x : undefined;
      if (field !== `attainment.${componentId}`) return undefined;
      return known === null ? x : divide(x, known);
    },
  });
  const stretches: { from: Decimal; to: Decimal | null; unit: ClosedStretch['unit'] }[] = [];
  for (const [index, from] of bounds.entries()) {
    const to = bounds[index + 1] ?? null;
    const inside = to === null ? plus(from, ONE) : divide(plus(from, to), toDecimal(2));
    if (gate(inside) !== false) continue;
    const last = stretches.at(-1);
    if (last?.to?.eq(from) === true && gate(from) === false) last.to = to;
    else stretches.push({ from, to, unit });
  }
  return stretches;
}
