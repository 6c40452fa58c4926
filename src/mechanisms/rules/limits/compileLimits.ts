import { dayNumber } from '../../../core/date.js';
import { type Decimal, type DecimalLike, toDecimal } from '../../../core/decimal.js';
import { pathText } from '../../../core/errors.js';
import { fail as failCore } from '../../../core/fail.js';
import { oneOf } from '../../../core/oneOf.js';
import { compileRule } from '../compileRule.js';
import { fail, shown } from '../fail.js';
import { type FieldOptions, fieldType, readField } from '../field.js';
import type { Truth } from '../rule.js';
import { leafOf } from '../tableRules.js';
import type { LimitBound, LimitMatrix, LimitRow } from './limitMatrix.js';

/** One bound of a row: a measure and the value that it must not pass. */
export interface CompiledBound {
  readonly measure: string;
  readonly bound: 'max' | 'min';
  readonly allowed: Decimal;
  /** Index of its row. */
  readonly row: number;
  readonly read: (facts: object) => unknown;
}

/** A row that is ready to be judged by. */
export interface CompiledRow {
  readonly index: number;
  readonly row: LimitRow;
  /** Number of its keys. */
  readonly specificity: number;
  readonly bounds: readonly CompiledBound[];
  /** Whether the day, the action and the keys are the row's. */
  readonly matches: (facts: object, action: string | undefined, day: number) => boolean;
  /** Absent where the row has no further condition. */
  readonly when: ((facts: object) => Truth) | undefined;
}

/** The roles of one level of a track, sorted. */
export interface Level {
  readonly level: number;
  readonly roles: readonly string[];
}

/** A track with its levels, lowest first. */
export interface CompiledTrack {
  readonly track: string;
  readonly levels: readonly Level[];
  /** Absent where the track is always needed. */
  readonly needed: ((facts: object) => Truth) | undefined;
}

/** A matrix that is checked and ready. */
export interface CompiledLimits {
  readonly select: 'mostSpecific' | 'anyRow';
  readonly missing: 'escalate' | 'ignore';
  readonly routing: 'skipLevel' | 'stepByStep';
  readonly rowsOf: ReadonlyMap<string, readonly CompiledRow[]>;
  /** Sorted by name. */
  readonly tracks: readonly CompiledTrack[];
}

/** The catalogue of the fields of scopes, and the place of the matrix in the caller's input. */
export type LimitOptions = Pick<FieldOptions<object>, 'fields' | 'path'>;

/** The name of the one track of a matrix that names none. */
const ONLY_TRACK = 'default';

/** Checks a matrix and prepares its rows and tracks. */
export function compileLimits(matrix: LimitMatrix, options: LimitOptions = {}): CompiledLimits {
  const { path = [] } = options;
  const tracks = compileTracks(matrix, options);
  const rowsOf = new Map(matrix.roles.map(({ role }): [string, CompiledRow[]] => [role, []]));
  for (const [index, row] of matrix.limits.entries()) {
    const at = [...path, 'limits', index];
    const rows = rowsOf.get(row.role) ?? fail('limits.unknownRole', [...at, 'role'], { role: row.role });
    rows.push(compileRow(row, index, { ...options, path: at }));
  }
  return {
    select: oneOf(matrix.select ?? 'mostSpecific', ['mostSpecific', 'anyRow'], [...path, 'select']),
    missing: oneOf(matrix.missing ?? 'escalate', ['escalate', 'ignore'], [...path, 'missing']),
    routing: oneOf(matrix.routing ?? 'skipLevel', ['skipLevel', 'stepByStep'], [...path, 'routing']),
    rowsOf,
    tracks,
  };
}

function compileTracks(matrix: LimitMatrix, options: LimitOptions): readonly CompiledTrack[] {
  const { path = [] } = options;
  const rankings = new Map<string, Map<number, string[]>>();
  for (const [index, { role, track = ONLY_TRACK, level }] of matrix.roles.entries()) {
    const at = [...path, 'roles', index];
    if (!Number.isInteger(level)) fail('rule.type', [...at, 'level'], { expected: 'integer', value: shown(level) });
    const twin = matrix.roles.findIndex((other) => other.role === role && (other.track ?? ONLY_TRACK) === track);
    if (twin < index) fail('limits.duplicateLevel', at, { other: pathText([...path, 'roles', twin]) });
    if (matrix.tracks?.some((known) => known.track === track) === false) {
      fail('limits.unknownTrack', [...at, 'track'], { track });
    }
    const ranking = rankings.get(track) ?? new Map<number, string[]>();
    rankings.set(track, ranking.set(level, [...(ranking.get(level) ?? []), role].toSorted()));
  }
  const needs = new Map<string, (facts: object) => Truth>();
  for (const [index, { track, when }] of (matrix.tracks ?? []).entries()) {
    const at = [...path, 'tracks', index];
    if (!rankings.has(track)) fail('limits.unknownTrack', [...at, 'track'], { track });
    const twin = matrix.tracks!.findIndex((other) => other.track === track);
    if (twin < index) fail('limits.duplicateLevel', at, { other: pathText([...path, 'tracks', twin]) });
    if (when !== undefined) needs.set(track, compileRule(when, { ...options, path: [...at, 'when'] }));
  }
  return Array.from(rankings, ([track, ranking]) => ({
    track,
    levels: Array.from(ranking, ([level, roles]) => ({ level, roles })).toSorted((a, b) => a.level - b.level),
    needed: needs.get(track),
  })).toSorted((a, b) => (a.track < b.track ? -1 : 1));
}

function compileRow(row: LimitRow, index: number, options: LimitOptions): CompiledRow {
  const { action, keys = {}, when, from, to } = row;
  const { fields, path = [] } = options;
  const first = from === undefined ? -Infinity : dayNumber(from, [...path, 'from']);
  const end = to === undefined || to === null ? Infinity : dayNumber(to, [...path, 'to']);
  if (end <= first) failCore('period.order', [...path, 'to'], { start: from, end: to });
  const conditions = Object.entries(keys).map(([field, value]) => {
    const at = [...path, 'keys', field];
    return leafOf(field, value, fieldType(field, fields, at), at);
  });
  const holds = compileRule({ all: conditions }, { ...options, treatUnknownAs: false });
  const bounds = Object.entries(row.bounds).flatMap(([measure, bound]) => {
    return compileBounds(measure, bound, index, { ...options, path: [...path, 'bounds', measure] });
  });
  return {
    index,
    row,
    specificity: conditions.length,
    bounds,
    matches: (facts, wanted, day) =>
      day >= first && day < end && (action === undefined || action === wanted) && holds(facts),
    when: when && compileRule(when, { ...options, path: [...path, 'when'] }),
  };
}

function compileBounds(measure: string, bound: LimitBound, row: number, options: LimitOptions): CompiledBound[] {
  const { fields, path = [] } = options;
  const type = fieldType(measure, fields, path);
  if (type !== 'decimal' && type !== 'any') fail('rule.type', path, { expected: 'decimal', value: shown(type) });
  const { max, min } = bound;
  const bounds: CompiledBound[] = [];
  const read = readField(measure);
  const add = (end: 'max' | 'min', value: DecimalLike): void => {
    bounds.push({ measure, bound: end, allowed: toDecimal(value, [...path, end]), row, read });
  };
  if (max !== undefined) add('max', max);
  if (min !== undefined) add('min', min);
  if (bounds.length === 2 && bounds[0]!.allowed.lt(bounds[1]!.allowed)) {
    fail('rule.type', [...path, 'max'], { expected: `at least ${min}`, value: shown(max) });
  }
  return bounds;
}
