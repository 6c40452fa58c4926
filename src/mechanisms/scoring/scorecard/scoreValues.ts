import { inBlocks } from '../../../core/fixed/inBlocks.js';
import { bakeShape, type BakedShape } from './bakeShape.js';
import { type Cells, hasCell, integerAt } from './cells.js';
import { lineUnits } from './lineUnits.js';
import { unitsOf } from './readScorecard.js';
import { type Shape, shapeAt } from './shape.js';
import type { Fraction } from '../../../core/fraction.js';

/** What became of an item in a row. */
export const ITEM_STATE = { ok: 0, missing: 1, na: 2, fault: 3 } as const;

/** The scores of one item, by row. */
export interface ItemColumn {
  /** Units of the item scale; 0 where there is none. */
  readonly score: Float64Array;
  /** {@link ITEM_STATE} */
  readonly state: Uint8Array;
  /** 1 where a score counts, that of a missing item by its policy too. */
  readonly counts: Uint8Array;
}

/** What can be wrong with the figures of a row. */
export type FaultCode =
  | 'scorecard.directRange'
  | 'scorecard.tooLarge'
  | 'scorecard.target'
  | 'scorecard.targetZero'
  | 'scorecard.worst'
  | 'scorecard.notInGroup';

/** Is told what is wrong with a row. */
export type Fault = (row: number, code: FaultCode) => void;

export function emptyColumn(n: number): ItemColumn {
  return { score: new Float64Array(n), state: new Uint8Array(n), counts: new Uint8Array(n) };
}

/** Scores a shape over the values of a column. */
export function scoreValues(shape: Shape, cells: Cells, n: number, itemScale: number, fault: Fault): ItemColumn {
  const into = emptyColumn(n);
  const baked = bakeShape(shape, cells.scale, itemScale);
  const careful = (row: number): void => {
    if (!hasCell(cells, row)) into.state[row] = ITEM_STATE.missing;
    else {
      const at = { n: integerAt(cells, row), d: 10n ** BigInt(cells.scale) };
      settle(into, row, shapeAt(shape, at), itemScale, fault);
    }
  };
  const { values } = cells;
  if (!(values instanceof Float64Array)) {
    for (let row = 0; row < n; row++) careful(row);
    return into;
  }
  const left: number[] = [];
  inBlocks(n, (from, to) => quickly(baked, values, into, from, to, left));
  for (const row of left) careful(row);
  return into;
}

/** Scores what doubles can score, and tells the other rows. */
function quickly(
  { limit, a, b, c, state, least, most }: BakedShape,
  values: Float64Array,
  into: ItemColumn,
  from: number,
  to: number,
  left: number[],
): number {
  for (let row = from; row < to; row++) {
    const x = values[row]!;
    if (x !== x) {
      into.state[row] = 1;
      continue;
    }
    let at = 0;
    while (x >= limit[at]!) at++;
    let units = state[at] === 0 ? lineUnits(x, 1, a[at]!, b[at]!, c[at]!) : NaN;
    if (units < least) units = least;
    if (units > most) units = most;
    if (Math.abs(units) <= Number.MAX_SAFE_INTEGER) into.score[row] = units;
    else left.push(row);
  }
  return 0;
}

/** Writes the points of a row, or why there are none. */
export function settle(
  into: ItemColumn,
  row: number,
  points: Fraction | 'na' | 'fault',
  itemScale: number,
  fault: Fault,
): void {
  if (points === 'na') into.state[row] = ITEM_STATE.na;
  else if (points === 'fault') {
    into.state[row] = ITEM_STATE.fault;
    fault(row, 'scorecard.directRange');
  } else {
    const units = Number(unitsOf(points, itemScale));
    if (Number.isSafeInteger(units)) into.score[row] = units;
    else {
      into.state[row] = ITEM_STATE.fault;
      fault(row, 'scorecard.tooLarge');
    }
  }
}
