import type { Path } from '../../../core/errors.js';
import { fail } from '../../fail.js';
import type { MarkovInput, MarkovTransition } from './markovInput.js';

/** The chances of a chain: those of the next stage and then those of the outcomes, a row for each stage. */
export interface ChainRows {
  readonly stages: readonly string[];
  readonly outcomes: readonly string[];
  /** All 0 for a stage of which no move is known. */
  readonly rows: readonly Float64Array[];
}

/** How far the sum of a row may be off 1: what is left of it by rounding. */
const ROUNDING = 1e-9;

/** Reads a chain. */
export function chainRows(input: MarkovInput): ChainRows {
  const { stages, outcomes = ['won', 'lost'] } = input;
  const places = new Map<string, number>();
  for (const [list, names] of Object.entries({ stages, outcomes })) {
    names.forEach((name, at) => {
      if (places.has(name)) fail('markov.duplicate', [list, at], { value: name });
      places.set(name, places.size);
    });
  }
  const rows =
    'transitions' in input
      ? rowsOfCounts(input.transitions, input.smoothing ?? 0, stages.length, places)
      : stages.map((_, at) => {
          const row = Float64Array.from([
            ...chances(input.Q, at, stages.length, 'Q'),
            ...chances(input.R, at, outcomes.length, 'R'),
          ]);
          const sum = row.reduce((total, chance) => total + chance, 0);
          if (Math.abs(sum - 1) > ROUNDING) fail('markov.rowSum', ['Q', at], { stage: stages[at], value: sum });
          return row;
        });
  return { stages, outcomes, rows };
}

function chances(matrix: readonly (readonly number[])[], at: number, length: number, name: string): readonly number[] {
  const row = matrix[at] ?? [];
  if (row.length !== length) fail('markov.shape', [name, at], { expected: length, value: row.length });
  row.forEach((value, to) => {
    if (!(value >= 0 && value <= 1)) fail('pipeline.probability', [name, at, to], { value: String(value) });
  });
  return row;
}

function rowsOfCounts(
  transitions: readonly MarkovTransition[],
  smoothing: number,
  stages: number,
  places: ReadonlyMap<string, number>,
): Float64Array[] {
  checkCount(smoothing, ['smoothing']);
  const rows = Array.from({ length: stages }, (_, at) =>
    new Float64Array(places.size).fill(smoothing).fill(0, at, at + 1),
  );
  transitions.forEach(({ from, to, count }, at) => {
    const [row, place] = [places.get(from), places.get(to)];
    const expected = [...places.keys()].join(' | ');
    if (row === undefined || row >= stages)
      fail('pipeline.unknownStage', ['transitions', at, 'from'], { stage: from, expected });
    if (place === undefined) fail('pipeline.unknownStage', ['transitions', at, 'to'], { stage: to, expected });
    checkCount(count, ['transitions', at, 'count']);
    rows[row]![place]! += count;
  });
  for (const row of rows) {
    const sum = row.reduce((total, count) => total + count, 0);
    if (sum > 0) for (let at = 0; at < row.length; at++) row[at]! /= sum;
  }
  return rows;
}

function checkCount(value: number, path: Path): void {
  if (!(Number.isFinite(value) && value >= 0)) fail('markov.count', path, { value: String(value) });
}
