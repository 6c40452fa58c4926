import { type Decimal, minus, ONE, plus, times, toDecimal, toText } from '../../core/decimal.js';
import { fromDayNumber } from '../../core/date.js';
import { parseDay } from '../../core/parseDay.js';
import type { DecisionInput } from './decisionTable.js';
import type { FieldType } from './field.js';
import { comparedAs } from './leaf.js';
import type { RuleLeaf } from './rule.js';

/**
 * A part of an input's values on which every comparison of the table has one answer. A line is cut into points and the
 * open ranges between them; a text is one that the table names, one that begins with what the table names, or any other.
 */
export interface Cell {
  /** A value of the cell; undefined for a missing one. */
  readonly sample: unknown;
  readonly label: string;
  /** Of a range: its ends, so that neighbours can be joined. */
  readonly range?: Range;
}

interface Range {
  readonly low: string;
  readonly closedLow: boolean;
  readonly high: string;
  readonly closedHigh: boolean;
}

const FIRST_DAY = /* @__PURE__ */ parseDay('0001-01-01');
const LAST_DAY = /* @__PURE__ */ parseDay('9999-12-31');

/** The cells of an input under the comparisons that a table makes with it; one cell where there is none. */
export function cellsOf(input: DecisionInput, leaves: readonly RuleLeaf[], type: FieldType): readonly Cell[] {
  const found = {
    decimal: new Set<string>(),
    date: new Set<number>(),
    boolean: new Set<boolean>(),
    string: new Set<string>(),
  };
  const prefixes = new Set<string>();
  const ask = (value: unknown): void => {
    const form = comparedAs(value, type, []);
    if (form === 'decimal') found.decimal.add(toText(toDecimal(value as string | number)));
    else if (form === 'date') found.date.add(parseDay(value as string));
    else if (form === 'string') found.string.add(value as string);
    else found.boolean.add(value as boolean);
  };
  for (const leaf of leaves) {
    switch (leaf.op) {
      case 'in':
      case 'notIn':
      case 'between':
        leaf.value.forEach(ask);
        break;
      case 'within':
        for (const day of [leaf.value.from, leaf.value.to]) if (typeof day === 'string') found.date.add(parseDay(day));
        break;
      case 'startsWith':
        prefixes.add(leaf.value);
        break;
      case 'under':
        found.string.add(leaf.value);
        prefixes.add(`${leaf.value}/`);
        break;
      case 'isTrue':
        found.boolean.add(true);
        break;
      case 'exists':
        break;
      default:
        ask(leaf.value);
    }
  }
  const cells: Cell[] = [
    ...decimalCells(
      [...found.decimal].map((text) => toDecimal(text)),
      input,
    ),
    ...dateCells([...found.date]),
    ...(found.boolean.size > 0 || type === 'boolean'
      ? [true, false].map((sample) => ({ sample, label: String(sample) }))
      : []),
    ...(typeof type === 'string'
      ? textCells(found.string, prefixes)
      : type.map((text) => ({ sample: text, label: text }))),
  ];
  if (cells.length === 0) cells.push({ sample: '*', label: '*' });
  if (leaves.some(({ op }) => op === 'exists')) cells.push({ sample: undefined, label: 'missing' });
  return cells;
}

/** The labels of some cells of an input, in their order, neighbouring ranges joined. */
export function labelsOf(cells: readonly Cell[], indices: readonly number[]): readonly string[] {
  const labels: string[] = [];
  for (let at = 0; at < indices.length; at++) {
    const { label, range } = cells[indices[at]!]!;
    let end = range;
    while (end !== undefined && indices[at + 1] === indices[at]! + 1) {
      const next = cells[indices[at + 1]!]!.range;
      if (next === undefined) break;
      end = next;
      at++;
    }
    labels.push(
      range === undefined || end === undefined || end === range
        ? label
        : rangeLabel({ ...end, low: range.low, closedLow: range.closedLow }),
    );
  }
  return labels;
}

function decimalCells(points: readonly Decimal[], { min, max }: DecisionInput): Cell[] {
  if (points.length === 0) return [];
  const least = min === undefined ? undefined : toDecimal(min);
  const most = max === undefined ? undefined : toDecimal(max);
  const ends = [least, most].flatMap((end) => end ?? []);
  const inside = [...points, ...ends]
    .filter((point) => least?.gt(point) !== true && most?.lt(point) !== true)
    .toSorted((a, b) => a.cmp(b))
    .filter((point, at, sorted) => at === 0 || !point.eq(sorted[at - 1]!));
  return lineCells(inside.map(toText), {
    below: (point) => (least === undefined ? toText(minus(toDecimal(point), ONE)) : undefined),
    between: (a, b) => toText(times(plus(toDecimal(a), toDecimal(b)), toDecimal('0.5'))),
    above: (point) => (most === undefined ? toText(plus(toDecimal(point), ONE)) : undefined),
  });
}

function dateCells(days: readonly number[]): Cell[] {
  const points = days.toSorted((a, b) => a - b).map((day) => fromDayNumber(day));
  return lineCells(points, {
    below: (point) => (parseDay(point) > FIRST_DAY ? fromDayNumber(parseDay(point) - 1) : undefined),
    between: (a, b) => (parseDay(a) + 1 < parseDay(b) ? fromDayNumber(parseDay(a) + 1) : undefined),
    above: (point) => (parseDay(point) < LAST_DAY ? fromDayNumber(parseDay(point) + 1) : undefined),
  });
}

/** A sample of each open range of a line; undefined where nothing lies in it. */
interface Samples {
  readonly below: (point: string) => string | undefined;
  readonly between: (a: string, b: string) => string | undefined;
  readonly above: (point: string) => string | undefined;
}

function lineCells(points: readonly string[], samples: Samples): Cell[] {
  const cells: Cell[] = [];
  const open = (sample: string | undefined, low: string, high: string): void => {
    if (sample === undefined) return;
    const range = { low, closedLow: false, high, closedHigh: false };
    cells.push({ sample, label: rangeLabel(range), range });
  };
  for (const [at, point] of points.entries()) {
    if (at === 0) open(samples.below(point), '-∞', point);
    else open(samples.between(points[at - 1]!, point), points[at - 1]!, point);
    cells.push({ sample: point, label: point, range: { low: point, closedLow: true, high: point, closedHigh: true } });
    if (at === points.length - 1) open(samples.above(point), point, '∞');
  }
  return cells;
}

function rangeLabel({ low, closedLow, high, closedHigh }: Range): string {
  return `${closedLow ? '[' : '('}${low}, ${high}${closedHigh ? ']' : ')'}`;
}

function textCells(texts: ReadonlySet<string>, prefixes: ReadonlySet<string>): Cell[] {
  if (texts.size === 0 && prefixes.size === 0) return [];
  const named = [...texts].toSorted().map((text) => ({ sample: text, label: text }));
  const others = [...new Set([...prefixes, ''])].toSorted().map((prefix) => ({
    sample: textWith(prefix, texts, prefixes),
    label: `${prefix}…`,
  }));
  return [...named, ...others];
}

/** A text that begins with a prefix but with no longer one, and is none of the texts. */
function textWith(prefix: string, texts: ReadonlySet<string>, prefixes: ReadonlySet<string>): string {
  let code = 97;
  while ([...prefixes].some((other) => other.startsWith(prefix + String.fromCharCode(code)))) code++;
  let text = prefix;
  do text += String.fromCharCode(code);
  while (texts.has(text));
  return text;
}
