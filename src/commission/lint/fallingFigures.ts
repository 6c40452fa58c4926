import { compileCurve } from '../../core/curvePieces.js';
import { type Decimal, minus, plus, toDecimal, toText } from '../../core/decimal.js';
import type { Finding, Path } from '../../core/errors.js';
import type { Curve } from '../../core/curve.js';
import type { Tiers } from '../../core/tiers.js';
import type { LintContext } from './lintContext.js';
import { modifierLists } from './modifierLists.js';

/**
 * Figures that fall along their axis and take pay down with them: `curve.nonMonotone` for pay curves and the curves of
 * multipliers, from `from` to `to` by `loss`; `tiers.nonMonotone` for the factors of a multiplier, at `from` by `loss`,
 * with the unit `factor`.
 */
export function fallingFigures({ plan }: LintContext): readonly Finding[] {
  return [
    ...plan.components.flatMap(({ rate }, index) =>
      rate.kind === 'curve' ? curveFalls(rate.curve, ['components', index, 'rate', 'curve']) : [],
    ),
    ...modifierLists(plan).flatMap(({ modifiers, path }) =>
      modifiers.flatMap((modifier, index) => {
        if (modifier.kind !== 'multiplier' || typeof modifier.by === 'string') return [];
        const at = [...path, index, 'by'];
        return 'curve' in modifier.by
          ? curveFalls(modifier.by.curve, [...at, 'curve'])
          : factorFalls(modifier.by.tiers, [...at, 'tiers']);
      }),
    ),
  ];
}

function factorFalls({ tiers }: Tiers, path: Path): readonly Finding[] {
  return tiers.flatMap(({ rate = '0' }, tier) => {
    const before = tiers[tier - 1];
    const loss = minus(toDecimal(before?.rate ?? rate), toDecimal(rate));
    if (before === undefined || !loss.gt(0)) return [];
    const params = { from: before.upTo, loss: toText(loss), unit: 'factor' };
    return [falling('tiers', [...path, 'tiers', tier], params)];
  });
}

function curveFalls(curve: Curve, path: Path): readonly Finding[] {
  const steps = compileCurve(curve, path).knots.flatMap(({ x, left, right, point }) =>
    (left.eq(right) ? [left] : [left, right]).map((y) => ({ x, y, point })),
  );
  const runs: { point: number; from: Decimal; to: Decimal; loss: Decimal; next: number }[] = [];
  for (const [index, { x, y, point }] of steps.entries()) {
    const before = steps[index - 1];
    if (before === undefined || !y.lt(before.y)) continue;
    const loss = minus(before.y, y);
    const run = runs.at(-1);
    if (run?.next === index) Object.assign(run, { to: x, loss: plus(run.loss, loss), next: index + 1 });
    else runs.push({ point, from: before.x, to: x, loss, next: index + 1 });
  }
  return runs.map(({ point, from, to, loss }) =>
    falling('curve', [...path, 'points', point], { from: toText(from), to: toText(to), loss: toText(loss) }),
  );
}

/** A finding that core's text for it tells. */
function falling(of: 'tiers' | 'curve', path: Path, params: Finding['params']): Finding {
  return { code: `${of}.nonMonotone`, severity: 'warning', path, params };
}
