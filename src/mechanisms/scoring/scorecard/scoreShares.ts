import type { Fraction } from '../../../core/fraction.js';
import { lineIntegers } from './bakeShape.js';
import { type Cells, hasCell, integerAt } from './cells.js';
import { lineUnits } from './lineUnits.js';
import { unitsOf } from './readScorecard.js';
import { emptyColumn, ITEM_STATE, type ItemColumn, settle, type Fault, type FaultCode } from './scoreValues.js';
import { type Shape, shapeAt } from './shape.js';
import { SHARE_FORMS, type ShareSource } from './source.js';

/** Sums and differences of three integers of at most so much are safe. */
const MOST = 2 ** 50;

/** The figures of shares at one scale. */
interface Figures {
  readonly actual: Cells;
  readonly target: Cells;
  readonly other: Cells | null;
}

/** Scores a share of a target that differs from row to row. */
export function scoreShares(
  source: ShareSource,
  figures: Figures,
  n: number,
  itemScale: number,
  fault: Fault,
): ItemColumn {
  const into = emptyColumn(n);
  const { actual, target, other } = figures;
  const scale = Math.max(actual.scale, target.scale, other?.scale ?? 0);
  const quick = quickShare(source.shape, itemScale);
  const cells = [actual, target, ...(other ? [other] : [])];
  const [x, t, o] = cells.map((column) => doublesOf(column, scale));
  for (let row = 0; row < n; row++) {
    if (!cells.every((column) => hasCell(column, row))) {
      into.state[row] = ITEM_STATE.missing;
      continue;
    }
    const units = quick(source, x![row]!, t![row]!, o?.[row] ?? 0);
    if (Math.abs(units) <= Number.MAX_SAFE_INTEGER) into.score[row] = units;
    else
      careful(
        source,
        cells.map((column) => integerAt(column, row, scale)),
        into,
        row,
        itemScale,
        fault,
      );
  }
  return into;
}

/** A constant figure as a column: one cell that every row has. */
export function constantCells({ n, d }: Fraction, rows: number): Cells {
  const scale = d.toString().length - 1;
  const value = Number(n);
  if (Number.isSafeInteger(value)) return { values: new Float64Array(rows).fill(value), scale };
  return { values: Array<bigint>(rows).fill(n), scale };
}

/** The doubles of a column at a finer scale; NaN where they are not safe. */
function doublesOf({ values, scale }: Cells, to: number): Float64Array {
  const factor = 10 ** (to - scale);
  if (values instanceof Float64Array && factor === 1) return values;
  return Float64Array.from(values as ArrayLike<number | bigint>, (value) => {
    const scaled = Number(value) * factor;
    return Math.abs(scaled) <= MOST ? scaled : NaN;
  });
}

/** Units of a share where doubles give them and nothing is out of the ordinary, else NaN. */
function quickShare(shape: Shape, itemScale: number): (source: ShareSource, x: number, t: number, o: number) => number {
  const lines = shape.segments.map(({ to, inclusive, line }) => ({
    n: to === null ? NaN : Number(to.n),
    d: to === null ? NaN : Number(to.d),
    isLast: to === null,
    inclusive,
    line: typeof line === 'string' ? null : doubles(lineIntegers(line.slope, line.offset, 0, itemScale)),
  }));
  const least = shape.least === null ? -Infinity : Number(unitsOf(shape.least, itemScale));
  const most = shape.most === null ? Infinity : Number(unitsOf(shape.most, itemScale));
  return ({ form }, x, t, o) => {
    const { part, whole } = SHARE_FORMS[form];
    const size = Math.abs(x) + Math.abs(t) + Math.abs(o);
    const p = part[0] * x + part[1] * t + part[2] * o;
    const q = whole[0] * x + whole[1] * t + whole[2] * o;
    // A whole that is not positive, a target that is not and sizes that are not safe are looked at with more care.
    if (!(size <= MOST && q > 0 && (t > 0 || form === 'linear' || form === 'progress'))) return NaN;
    for (const { n, d, isLast, inclusive, line } of lines) {
      if (!isLast) {
        const [left, right] = [p * d, n * q];
        if (!(Math.abs(left) <= Number.MAX_SAFE_INTEGER && Math.abs(right) <= Number.MAX_SAFE_INTEGER)) return NaN;
        if (left > right || (left === right && !inclusive)) continue;
      }
      if (line === null) return NaN;
      const units = lineUnits(p, q, line.a, line.b, line.c);
      return units < least ? least : units > most ? most : units;
    }
    return NaN;
  };
}

function doubles({ a, b, c }: { a: bigint; b: bigint; c: bigint }): { a: number; b: number; c: number } {
  return { a: Number(a), b: Number(b), c: Number(c) };
}

function careful(
  source: ShareSource,
  [x = 0n, t = 0n, o = 0n]: readonly bigint[],
  into: ItemColumn,
  row: number,
  itemScale: number,
  fault: Fault,
): void {
  const { form, shape, targetZero } = source;
  const { part, whole } = SHARE_FORMS[form];
  const p = BigInt(part[0]) * x + BigInt(part[1]) * t + BigInt(part[2]) * o;
  const q = BigInt(whole[0]) * x + BigInt(whole[1]) * t + BigInt(whole[2]) * o;
  const wrong = (code: FaultCode): void => {
    into.state[row] = ITEM_STATE.fault;
    fault(row, code);
  };
  if (form === 'linear') {
    if (q <= 0n) return wrong('scorecard.worst');
  } else if (form !== 'progress') {
    if (t < 0n) return wrong('scorecard.target');
    if (t === 0n) return zeroTarget();
    // Only `inverse` divides by the actual.
    if (q === 0n) return settle(into, row, source.zeroActual, itemScale, fault);
  } else if (q === 0n) {
    into.state[row] = ITEM_STATE.na;
    return;
  }
  settle(into, row, shapeAt(shape, q < 0n ? { n: -p, d: -q } : { n: p, d: q }), itemScale, fault);

  function zeroTarget(): void {
    if (targetZero === 'error') wrong('scorecard.targetZero');
    else if (targetZero === 'na') into.state[row] = ITEM_STATE.na;
    else {
      const isMet = source.higher ? x >= 0n : x <= 0n;
      settle(into, row, isMet ? source.full.met : source.full.missed, itemScale, fault);
    }
  }
}
