import {
  divideFractions,
  type Fraction,
  minusFractions,
  plusFractions,
  timesFractions,
  ZERO_FRACTION,
} from '../../../core/fraction.js';
import { hasCell, integerAt } from './cells.js';
import type { FactTable } from './factTable.js';
import { overLine, type Segment } from './shape.js';
import { type CheckedFigure, SHARE_FORMS, type Source } from './source.js';

/**
 * The segments over the raw value of the first row; what they say of points is right in direction, which is what a search
 * needs to know. None where the value decides together with those of others.
 */
export function shareOver(source: Source, table: FactTable): readonly Segment[] {
  switch (source.kind) {
    case 'value':
      return source.shape.segments;
    case 'grid':
      return source.rows.segments.map((segment) => ({ ...segment, line: 'na' as const }));
    case 'share': {
      const target = figureOf(source.target, table);
      const other = source.other === null ? ZERO_FRACTION : figureOf(source.other, table);
      if (target === null || other === null) return [];
      const { part, whole } = SHARE_FORMS[source.form];
      if (source.form === 'inverse') return inverted(source.shape.segments, target);
      const sum = ([, t, o]: readonly [number, number, number]): Fraction =>
        plusFractions(times(t, target), times(o, other));
      const over = sum(whole);
      if (over.n === 0n) return [{ to: ZERO_FRACTION, inclusive: false, line: 'na' }];
      return overLine(source.shape, divideFractions(times(part[0], ONE), over), divideFractions(sum(part), over))
        .segments;
    }
    case 'rank':
    case 'minMax':
      return [];
  }
}

/** target ÷ actual falls from one end of the shares to the other. */
function inverted(segments: readonly Segment[], target: Fraction): Segment[] {
  const falling = { slope: minusFractions(ZERO_FRACTION, ONE), offset: ZERO_FRACTION };
  const ends = segments.flatMap(({ to }) => (to === null || to.n <= 0n ? [] : [divideFractions(target, to)]));
  return [
    { to: ZERO_FRACTION, inclusive: true, line: 'na' },
    ...ends.toReversed().map((to): Segment => ({ to, inclusive: true, line: falling })),
    { to: null, inclusive: false, line: falling },
  ];
}

function figureOf(figure: CheckedFigure, table: FactTable): Fraction | null {
  if ('constant' in figure) return figure.constant;
  const cells = table.metric(figure.metric);
  return hasCell(cells, 0) ? { n: integerAt(cells, 0), d: 10n ** BigInt(cells.scale) } : null;
}

function times(factor: number, value: Fraction): Fraction {
  return timesFractions({ n: BigInt(factor), d: 1n }, value);
}

const ONE: Fraction = { n: 1n, d: 1n };
