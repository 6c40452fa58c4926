import type { PlainDate } from '../../core/date.js';
import { type Decimal, minus, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { DecimalString } from '../../core/decimal.js';
import type { Instant } from '../../core/instant.js';
import type { Period } from '../../core/period.js';
import { DAY_MS } from '../../core/instant.js';
import { isDate, timeLike, timeOf } from '../../mechanisms/lifecycle/time.js';
import { compareKeys } from '../deal/groupKey.js';
import type { ForecastCategory } from '../definition/forecastCategory.js';
import { fail } from '../fail.js';
import type { ForecastCall } from './forecastCall.js';

/** Who reports to whom on the day. */
export interface ReportingLine {
  readonly child: string;
  readonly parent: string;
}

/** What somebody's part of the organisation calls for a period and category. */
export interface CallRollUp {
  readonly ownerId: string;
  readonly period: Period;
  readonly category: ForecastCategory;
  readonly currency: string;
  /** Their own latest call, which stands for all below them. */
  readonly call: DecimalString | null;
  /** Sum of what the people right below them call; `null` where there are none or none says anything. */
  readonly sum: DecimalString | null;
  /** Call, else sum. */
  readonly amount: DecimalString | null;
  /** Call less sum: what the manager sees differently. `null` where one of them is missing. */
  readonly adjustment: DecimalString | null;
  /** People right below who say nothing. */
  readonly missing: readonly string[];
}

/**
 * Returns the calls rolled up along the reporting lines: the latest call at or before a time counts, and a manager's call
 * takes the place of the sum of their people for the levels above. Sorted by period, category and owner.
 *
 * @param calls of one currency for each period and category
 * @param links reporting lines of the day
 * @param asOf date, or an instant where the calls have instants; a date counts to its end
 * @throws SalesModelError `pipeline.links` (two managers or a circle), `pipeline.mixedCurrency`, `pipeline.call` (two
 *   different calls of one time), `lifecycle.time`, `lifecycle.mixedTime`
 * @example
 * import { rollUpCalls } from 'salesmodel/pipeline';
 *
 * const period = { kind: 'quarter', start: '2026-04-01', end: '2026-07-01' } as const;
 * const call = (ownerId: string, amount: string) =>
 *   ({ ownerId, period, category: 'commit', amount: { amount, currency: 'EUR' }, at: '2026-04-06', by: ownerId }) as const;
 * const [ada, ben, cleo] = rollUpCalls([call('ben', '300'), call('cleo', '200'), call('ada', '450')], [
 *   { child: 'ben', parent: 'ada' }, { child: 'cleo', parent: 'ada' },
 * ], '2026-04-30');
 * [ada?.sum, ada?.amount, ada?.adjustment]; // => ['500', '450', '-50']
 * [ben?.amount, cleo?.amount]; // => ['300', '200']
 */
export function rollUpCalls(
  calls: readonly ForecastCall[],
  links: readonly ReportingLine[],
  asOf: PlainDate | Instant,
): readonly CallRollUp[] {
  const below = readLinks(links);
  const groups = new Map<string, { call: ForecastCall; latest: Map<string, ForecastCall> }>();
  for (const [at, call] of latestCalls(calls, asOf)) {
    const { period, category, amount } = call;
    const key = JSON.stringify([period.start, period.end, period.kind, category]);
    const group = groups.get(key) ?? { call, latest: new Map<string, ForecastCall>() };
    if (group.call.amount.currency !== amount.currency) {
      fail('pipeline.mixedCurrency', ['calls', at, 'amount', 'currency'], {
        expected: group.call.amount.currency,
        value: amount.currency,
      });
    }
    group.latest.set(call.ownerId, call);
    groups.set(key, group);
  }
  return [...groups]
    .toSorted(([a], [b]) => compareKeys(a, b))
    .flatMap(([, { call, latest }]) => rolledUp(call, latest, below));
}

/** The latest call of each owner, period and category, with its place in the list. */
function latestCalls(calls: readonly ForecastCall[], asOf: PlainDate | Instant): [number, ForecastCall][] {
  const limit = timeOf(asOf, ['asOf']) + (isDate(asOf) ? DAY_MS - 1 : 0);
  const latest = new Map<string, [at: number, call: ForecastCall, time: number]>();
  for (const [at, call] of calls.entries()) {
    const time = isDate(asOf) ? timeOf(call.at, ['calls', at, 'at']) : timeLike(call.at, asOf, ['calls', at, 'at']);
    if (time > limit) continue;
    const key = JSON.stringify([call.ownerId, call.period.start, call.period.end, call.period.kind, call.category]);
    const known = latest.get(key);
    if (known !== undefined && known[2] === time && !sameCall(known[1], call)) {
      fail('pipeline.call', ['calls', at], { ownerId: call.ownerId, at: call.at });
    }
    if (known === undefined || time > known[2]) latest.set(key, [at, call, time]);
  }
  return [...latest.values()].map(([at, call]) => [at, call]);
}

function sameCall(a: ForecastCall, b: ForecastCall): boolean {
  return a.amount.currency === b.amount.currency && toDecimal(a.amount.amount).eq(toDecimal(b.amount.amount));
}

function rolledUp(
  { period, category, amount: { currency } }: ForecastCall,
  latest: ReadonlyMap<string, ForecastCall>,
  below: ReadonlyMap<string, readonly string[]>,
): CallRollUp[] {
  const rows = new Map<string, CallRollUp>();
  const roll = (ownerId: string): Decimal | null => {
    const people = below.get(ownerId) ?? [];
    const amounts = people.map((person) => [person, roll(person)] as const);
    const said = amounts.flatMap(([, amount]) => amount ?? []);
    const sum = said.length === 0 ? null : said.reduce(plus, ZERO);
    const own = latest.get(ownerId);
    const call = own === undefined ? null : toDecimal(own.amount.amount);
    const amount = call ?? sum;
    rows.set(ownerId, {
      ownerId,
      period,
      category,
      currency,
      call: call === null ? null : toText(call),
      sum: sum === null ? null : toText(sum),
      amount: amount === null ? null : toText(amount),
      adjustment: call === null || sum === null ? null : toText(minus(call, sum)),
      missing: amounts.flatMap(([person, each]) => (each === null ? [person] : [])),
    });
    return amount;
  };
  const children = new Set([...below.values()].flat());
  for (const owner of new Set([...below.keys(), ...latest.keys()])) if (!children.has(owner)) roll(owner);
  return [...rows.values()].sort((a, b) => compareKeys(a.ownerId, b.ownerId));
}

/** The people right below everybody, by id; nobody has two managers or is below themselves. */
function readLinks(links: readonly ReportingLine[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map<string, string>();
  const below = new Map<string, string[]>();
  for (const [at, { child, parent }] of links.entries()) {
    const known = parents.get(child);
    if (known === parent) continue;
    if (known !== undefined) fail('pipeline.links', ['links', at, 'parent'], { child, expected: known, value: parent });
    parents.set(child, parent);
    below.set(parent, [...(below.get(parent) ?? []), child]);
  }
  for (const [at, { child }] of links.entries()) {
    let above: string | undefined = parents.get(child);
    for (let steps = 0; above !== undefined; steps++) {
      if (above === child || steps > parents.size)
        fail('pipeline.links', ['links', at, 'child'], { child, expected: 'another', value: child });
      above = parents.get(above);
    }
  }
  for (const people of below.values()) people.sort();
  return below;
}
