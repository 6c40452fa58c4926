import type { DictionaryColumn } from '../../core/columns.js';
import type { Path } from '../../core/errors.js';
import type { DayRange } from '../../core/span.js';
import { compareKeys } from '../deal/groupKey.js';
import { placeIn, type StageLine } from '../definition/stageLine.js';
import { fail } from '../fail.js';
import { newWay, walk } from './dealWay.js';
import { type Funnel, figuresOf } from './funnel.js';
import type { FunnelColumns } from './funnelColumns.js';
import { FunnelTally } from './funnelTally.js';

/** What is counted how: options that were read. */
export interface ColumnCount {
  readonly line: StageLine;
  readonly policy: Funnel['policy'];
  /** Days of the cohort; `null` where all deals count. */
  readonly range: DayRange | null;
  readonly isGrouped: boolean;
}

interface Count {
  readonly tally: FunnelTally;
  deals: number;
}

/** Counts deals in one pass over their columns. */
export function countColumns(columns: FunnelColumns, { line, policy, range, isGrouped }: ColumnCount): Funnel {
  const { starts, outcome, amount } = columns;
  checkColumns(columns, policy.cohort, isGrouped);
  const places = placesOf(columns.visits, line);
  const count = line.stages.length;
  const newCount = (): Count => ({ tally: new FunnelTally(count, policy), deals: 0 });
  const whole = newCount();
  const groups = new Map<string | null, Count>();
  const way = newWay(count);
  const days = policy.cohort === 'created' ? columns.created : columns.closed;
  for (let deal = 0; deal + 1 < starts.length; deal++) {
    const closing = outcome.codes[deal]! < 0 ? null : outcome.dictionary[outcome.codes[deal]!]!;
    if (closing === null && (policy.open === 'exclude' || policy.cohort === 'closed')) continue;
    if (range !== null && !(days![deal]! >= range.start && days![deal]! < range.end)) continue;
    walk(way, places, starts[deal]!, starts[deal + 1]!, closing);
    const counts = isGrouped ? [whole, countOf(groups, textAt(columns.group!, deal), newCount)] : [whole];
    const value = amount?.values[deal];
    const currency = value === undefined || value !== value ? null : textAt(columns.currency!, deal);
    for (const each of counts) {
      each.deals++;
      const totals = each.tally.count(way);
      if (currency !== null) totals.addUnits(currency, value!, amount!.scale);
    }
  }
  return {
    ...figuresOf(line, whole.tally, whole.deals),
    policy,
    groups: [...groups]
      .toSorted(([a], [b]) => compareKeys(a, b))
      .map(([key, { tally, deals }]) => ({ key, ...figuresOf(line, tally, deals) })),
  };
}

function countOf(groups: Map<string | null, Count>, key: string | null, newCount: () => Count): Count {
  let known = groups.get(key);
  if (known === undefined) groups.set(key, (known = newCount()));
  return known;
}

function textAt({ dictionary, codes }: DictionaryColumn, row: number): string | null {
  return codes[row]! < 0 ? null : dictionary[codes[row]!]!;
}

/** The place of each visit along the stages. A stage that nobody was in may be unknown. */
function placesOf({ dictionary, codes }: DictionaryColumn, line: StageLine): Int32Array {
  const known = dictionary.map((stage) => line.placeOf.get(stage));
  return codes.map(
    (code) => known[code] ?? placeIn(line, dictionary[code]!, ['columns', 'visits', 'dictionary', code]),
  );
}

/** Refuses columns that do not fit each other: no row could be told from its neighbour any more. */
function checkColumns(
  { starts, visits, outcome, amount, currency, created, closed, group }: FunnelColumns,
  cohort: Funnel['policy']['cohort'],
  isGrouped: boolean,
): void {
  const deals = starts.length - 1;
  if (starts[0] !== 0) wrong(['starts', 0], 0, starts[0]);
  for (let at = 1; at <= deals; at++) if (starts[at]! < starts[at - 1]!) wrong(['starts', at], 'no less', starts[at]);
  checkCodes('visits', visits, starts[deals]!, 0);
  checkCodes('outcome', outcome, deals, -1);
  const days = cohort === 'created' ? created : closed;
  if (cohort !== 'all' && days?.length !== deals) wrong([cohort], deals, days?.length);
  if (isGrouped) checkCodes('group', group, deals, -1);
  if (amount === undefined) return;
  checkCodes('currency', currency, deals, -1);
  const { values, scale } = amount;
  if (values.length !== deals) wrong(['amount', 'values'], deals, values.length);
  if (!(Number.isInteger(scale) && scale >= 0 && scale <= MAX_SCALE))
    wrong(['amount', 'scale'], `0 to ${MAX_SCALE}`, scale);
  if (values instanceof BigInt64Array) return;
  for (let at = 0; at < deals; at++) {
    const value = values[at]!;
    if (!Number.isSafeInteger(value) && !Number.isNaN(value)) wrong(['amount', 'values', at], 'a safe integer', value);
  }
}

const MAX_SCALE = 1000;

/** Refuses codes that are too few, too many or lead nowhere. */
function checkCodes(name: string, column: DictionaryColumn | undefined, length: number, least: number): void {
  if (column?.codes.length !== length) return wrong([name, 'codes'], length, column?.codes.length);
  const { codes, dictionary } = column;
  for (let at = 0; at < length; at++) {
    const code = codes[at]!;
    if (code < least || code >= dictionary.length)
      wrong([name, 'codes', at], `${least} to ${dictionary.length - 1}`, code);
  }
}

function wrong(path: Path, expected: number | string, value: number | undefined): never {
  return fail('funnel.columns', ['columns', ...path], {
    expected,
    value: value === undefined ? 'none' : String(value),
  });
}
