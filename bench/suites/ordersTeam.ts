import { type AttributionRule, attributeCredit } from '../../src/channel/index.js';
import { addDays } from '../../src/core/index.js';
import { hash32 } from '../../src/core/hash.js';
import { seededRandom } from '../../src/core/random.js';
import {
  allocateShortage,
  type ShortageInput,
  type ShortageResult,
  type ShortageRule,
} from '../../src/orders/index.js';
import { auditSample, type AuditSample, compileHierarchy, type Hierarchy, type RollUp } from '../../src/team/index.js';
import { race } from '../harness.js';
import type { Size } from '../sizes.js';
import { type Findings, atLeast, atMost } from '../targets.js';

/** People above each other, a short supply, ways to a purchase, and ids to draw from. */
export async function ordersTeam(size: Size): Promise<Findings> {
  const parts = [
    await questions(size),
    await totals(size),
    await shortage(size),
    await credit(size),
    await sample(size),
  ];
  return { must: parts.flatMap(({ must }) => must), stretch: parts.flatMap(({ stretch = [] }) => stretch) };
}

const ON = '2026-03-31';

/** People by number, each below one with a lower number, never more than twelve levels deep, and moved twice. */
interface People {
  readonly ids: readonly string[];
  /** On the day of the questions; the first is at the top. */
  readonly parent: Int32Array;
  readonly hierarchy: Hierarchy;
}

function people(n: number): People {
  const random = seededRandom(1);
  const ids = Array.from({ length: n }, (_, at) => `p${String(at).padStart(6, '0')}`);
  // A parent stands in the first quarter of the numbers before, which keeps the tree flat.
  const above = (at: number): number => random.below(Math.max(1, Math.floor(at / 4)));
  const parent = new Int32Array(n).fill(-1);
  const days = ['2025-01-01', '2025-09-01', '2026-02-01'];
  const links = ids.flatMap((child, at) =>
    days.map((from, version) => {
      const to = version === 2 ? null : days[version + 1]!;
      if (at === 0) return { child, parent: null, from, to };
      parent[at] = above(at);
      return { child, parent: ids[parent[at]!]!, from, to };
    }),
  );
  return { ids, parent, hierarchy: compileHierarchy(links) };
}

const ARRAY_WALK = 'walk over an array of parents';
const ANCESTORS = 'ancestorsAt';
const UNDER = 'isUnderAt';

async function questions({ rows, repetitions }: Size): Promise<Findings> {
  const n = Math.ceil(rows / 10);
  const { ids, parent, hierarchy } = people(n);
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const walk = (): string[][] =>
    ids.map((id) => {
      const list: string[] = [];
      for (let at = parent[numbers.get(id)!]!; at >= 0; at = parent[at]!) list.push(ids[at]!);
      return list;
    });
  const expected = walk();
  const top = ids[1]!;
  const times = await race('Who is above whom, a question', n, repetitions, [
    { name: ARRAY_WALK, run: walk },
    {
      name: ANCESTORS,
      run: () => ids.map((id) => hierarchy.ancestorsAt(id, ON)),
      check: (lists: string[][]) =>
        lists.forEach((list, at) => {
          if (list.join() !== expected[at]!.join()) throw new Error(`ancestors of ${at}`);
        }),
    },
    {
      name: UNDER,
      run: () => ids.map((id) => hierarchy.isUnderAt(id, top, ON)),
      check: (answers: boolean[]) =>
        answers.forEach((answer, at) => {
          if (answer !== expected[at]!.includes(top)) throw new Error(`${at} under ${top}`);
        }),
    },
  ]);
  return { must: [atMost(times, ANCESTORS, 4, ARRAY_WALK), atMost(times, UNDER, 4, ARRAY_WALK)] };
}

const ARRAY_PASS = 'one pass over an array, texts in and out';
const ROLL_UP = 'rollUp of a snapshot';

async function totals({ rows, repetitions }: Size): Promise<Findings> {
  const n = Math.ceil(rows / 10);
  const { ids, parent, hierarchy } = people(n);
  const random = seededRandom(2);
  const values = Object.fromEntries(ids.map((id) => [id, `${random.below(1_000_000)}.${10 + random.below(90)}`]));
  const tree = hierarchy.at(ON);
  const pass = (): { readonly id: string; readonly own: string; readonly total: string }[] => {
    const own = Float64Array.from(ids, (id) => Math.round(Number(values[id]) * 100));
    const total = own.slice();
    for (let at = n - 1; at > 0; at--) total[parent[at]!]! += total[at]!;
    const text = (cents: number): string => String(cents / 100);
    return ids.map((id, at) => ({ id, own: text(own[at]!), total: text(total[at]!) }));
  };
  const expected = pass();
  const times = await race('Values summed up a tree, a person', n, repetitions, [
    { name: ARRAY_PASS, run: pass },
    {
      name: ROLL_UP,
      run: () => tree.rollUp(values),
      check: ({ rows: found }: RollUp) =>
        found.forEach(({ id, total }, at) => {
          if (id !== expected[at]!.id || total !== expected[at]!.total) throw new Error(`total of ${id}`);
        }),
    },
  ]);
  return { must: [atMost(times, ROLL_UP, 3, ARRAY_PASS)] };
}

const UNIT_BY_UNIT = 'unit by unit to whoever has least';
const RULES = [
  'uniform',
  'proportional',
  'equalLoss',
  'talmud',
  'priorSales',
  'plan',
  'equalCover',
  'priority',
] as const satisfies readonly ShortageRule[];
const ruleName = (rule: ShortageRule): string => `allocateShortage, ${rule}`;

async function shortage({ rows, repetitions }: Size): Promise<Findings> {
  const n = Math.ceil(rows / 100);
  const random = seededRandom(3);
  const between = (least: number, most: number): number => least + random.below(most - least);
  const orders = Array.from({ length: n }, () => between(50, 350));
  const requests = orders.map((order, at) => ({
    partner: `p${String((at * 7919) % n).padStart(6, '0')}`,
    order: String(order),
    plan: String(between(1, 200)),
    prior: String(between(1, 200)),
    stock: String(between(0, 100)),
    rate: String(between(1, 20)),
    priority: 1 + (at % 3),
  }));
  const sorted = requests.toSorted((a, b) => (a.partner < b.partner ? -1 : 1));
  const input: ShortageInput = { available: String(n * 100), requests, increment: '1' };
  const byUnit = (): Int32Array => {
    const wanted = Int32Array.from(sorted, ({ order }) => Number(order));
    const share = new Int32Array(n);
    const heap = Int32Array.from({ length: n }, (_, at) => at);
    let size = n;
    const isBefore = (a: number, b: number): boolean => share[a]! < share[b]! || (share[a] === share[b] && a < b);
    for (let left = n * 100; left > 0 && size > 0; left--) {
      const taker = heap[0]!;
      share[taker]!++;
      const moved = share[taker] === wanted[taker] ? heap[--size]! : taker;
      let at = 0;
      for (;;) {
        let child = 2 * at + 1;
        if (child >= size) break;
        if (child + 1 < size && isBefore(heap[child + 1]!, heap[child]!)) child++;
        if (!isBefore(heap[child]!, moved)) break;
        heap[at] = heap[child]!;
        at = child;
      }
      heap[at] = moved;
    }
    return share;
  };
  const expected = byUnit();
  const uniform = (result: ShortageResult): void => {
    if (!result.ok) throw new Error('infeasible');
    result.shares.forEach(({ share }, at) => {
      if (Number(share) !== expected[at]) throw new Error(`share of ${at}`);
    });
  };
  const whole = (result: ShortageResult): void => {
    if (!result.ok) throw new Error('infeasible');
    const sum = result.shares.reduce((total, { share }) => total + Number(share), 0);
    if (sum !== n * 100) throw new Error(`${sum} units`);
  };
  const times = await race('A supply of 100 units a partner shared out, a partner', n, repetitions, [
    { name: UNIT_BY_UNIT, run: byUnit },
    ...RULES.map((rule) => ({
      name: ruleName(rule),
      run: () => allocateShortage({ ...input, rule }),
      check: rule === 'uniform' ? uniform : whole,
    })),
  ]);
  return { must: RULES.map((rule) => atLeast(times, ruleName(rule), rule === 'uniform' ? 20 : 1.5, UNIT_BY_UNIT)) };
}

const LAST_BY_HAND = 'value to the last channel in a loop';
const KINDS = ['first', 'last', 'lastNonDirect', 'linear', 'position', 'shapley', 'decay', 'markov'] as const;
const creditName = (kind: string): string => `attributeCredit, ${kind}`;

async function credit({ rows: n, repetitions }: Size): Promise<Findings> {
  const random = seededRandom(4);
  const channels = Array.from({ length: 50 }, (_, at) => `channel ${String(at).padStart(2, '0')}`);
  const days = Array.from({ length: 8 }, (_, at) => addDays('2026-01-01', at));
  const paths = Array.from({ length: n }, () => ({
    touches: Array.from({ length: 1 + random.below(5) }, (_, at) => ({
      channel: channels[random.below(50)]!,
      at: days[at]!,
      direct: random.below(5) === 0,
    })),
    converted: random.below(3) === 0,
    value: `${random.below(1000)}.${10 + random.below(90)}`,
  }));
  const last = (): Map<string, number> => {
    const sums = new Map<string, number>();
    for (const { touches, converted, value } of paths) {
      if (!converted) continue;
      const { channel } = touches[touches.length - 1]!;
      sums.set(channel, (sums.get(channel) ?? 0) + Math.round(Number(value) * 100));
    }
    return sums;
  };
  const expected = last();
  const all = [...expected.values()].reduce((sum, value) => sum + value, 0) / 100;
  type Credited = ReturnType<typeof attributeCredit>;
  const times = await race('Conversions shared out among channels, a path', n, repetitions, [
    { name: LAST_BY_HAND, run: last },
    ...KINDS.map((kind) => ({
      name: creditName(kind),
      run: (): Credited => attributeCredit(paths, { kind } as AttributionRule, { decimals: 2 }),
      check: ({ credits, total }: Credited): void => {
        const sum = credits.reduce((cents, { rounded }) => cents + Math.round(Number(rounded) * 100), 0);
        if (Number(total) !== all || sum !== Math.round(all * 100)) throw new Error(`${kind}: ${total}, not ${all}`);
        if (kind !== 'last') return;
        for (const { channel, rounded } of credits) {
          if (Math.round(Number(rounded) * 100) !== (expected.get(channel) ?? 0)) throw new Error(`last of ${channel}`);
        }
      },
    })),
  ]);
  return { must: [], stretch: KINDS.map((kind) => atMost(times, creditName(kind), 10, LAST_BY_HAND)) };
}

const HASHES = 'one hash an id, and a set of them';
const SORTED = 'all ids sorted by their hash';
const SAMPLE = 'auditSample of 100';

async function sample({ rows: n, repetitions }: Size): Promise<Findings> {
  const items = Array.from({ length: n }, (_, at) => ({ id: `file ${String(at).padStart(7, '0')}` }));
  const hashes = (): number => {
    let least = Infinity;
    const seen = new Set<string>();
    for (const { id } of items) {
      if (!seen.has(id)) seen.add(id);
      least = Math.min(least, hash32(id, 42));
    }
    return least;
  };
  const sorted = (): string[] => {
    const keyed = items.map(({ id }) => ({ id, key: hash32(id, 42) }));
    keyed.sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1));
    return keyed
      .slice(0, 100)
      .map(({ id }) => id)
      .sort();
  };
  const expected = sorted().join();
  const times = await race('A sample of a hundred, an id', n, repetitions, [
    { name: HASHES, run: hashes },
    {
      name: SAMPLE,
      run: () => auditSample(items, { seed: 42, size: 100 }),
      check: ({ items: drawn }: AuditSample) => {
        if (drawn.map(({ id }) => id).join() !== expected) throw new Error('another sample');
      },
    },
    { name: SORTED, run: sorted },
  ]);
  return { must: [atMost(times, SAMPLE, 2, HASHES)], stretch: [atLeast(times, SAMPLE, 2, SORTED)] };
}
