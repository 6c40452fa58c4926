import fc from 'fast-check';
import { ratio, renderExplanation } from 'salesmodel/core';
import {
  applyRevisions,
  cascadeMatrix,
  type CascadeNode,
  cascadeTarget,
  explainTarget,
  rebaseTarget,
  spreadByMonth,
  type Target,
  type TargetNode,
  type TargetRevision,
  transferTarget,
} from 'salesmodel/kpi';
import { expect, test } from 'vitest';
import { roundUnits } from '../../src/core/rounding.js';
import { expectTied, tied } from './expectTied.js';

const weight = fc.oneof(fc.constant('0'), fc.integer({ min: 0, max: 999 }).map(String));
const leaves = (bounded: boolean): fc.Arbitrary<TargetNode[]> =>
  fc
    .array(
      fc.record({
        weight,
        min: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
        more: fc.option(fc.integer({ min: 0, max: 80 }), { nil: undefined }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((list) =>
      list.map(({ weight: own, min, more }, at) => ({
        id: `p${at}`,
        kind: 'person',
        weight: own,
        ...(bounded && min !== undefined ? { min: String(min) } : {}),
        ...(bounded && more !== undefined ? { max: String((min ?? 0) + more) } : {}),
      })),
    );
const trees: fc.Arbitrary<TargetNode> = fc
  .array(fc.tuple(weight, leaves(false)), { minLength: 1, maxLength: 3 })
  .map((regions) => ({
    id: 'all',
    kind: 'company',
    children: regions.map(([own, children], at) => ({
      id: `r${at}`,
      kind: 'region',
      weight: own,
      children: children.map((child) => ({ ...child, id: `r${at}-${child.id}` })),
    })),
  }));
const totals = fc.integer({ min: 0, max: 5000 });
const sum = (list: readonly string[]): number => list.reduce((all, each) => all + Number(each), 0);
/** A whole number of units as a decimal. */
const scaled = (units: bigint, scale: number): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return (
    (units < 0n ? '-' : '') + digits.slice(0, digits.length - scale) + (scale === 0 ? '' : `.${digits.slice(-scale)}`)
  );
};
const flat = (node: TargetNode, children: readonly TargetNode[]): TargetNode => ({ ...node, children });

const nodesOf = (total: number, tree: TargetNode): readonly CascadeNode[] => {
  const cascade = tied(cascadeTarget({ total, tree, method: 'weight' }));
  if (!cascade.ok) throw new Error(JSON.stringify(cascade.reasons));
  return cascade.nodes;
};

test('every level adds up, and every part is its proportion cut or raised to a unit', () => {
  fc.assert(
    fc.property(totals, trees, (total, tree) => {
      const nodes = nodesOf(total, tree);
      for (const parent of nodes) {
        const children = nodes.filter((node) => node.parent === parent.id);
        if (children.length === 0) continue;
        expect(sum(children.map(({ amount }) => amount))).toBe(Number(parent.amount));
        const weights = sum(children.map((child) => child.weight!));
        for (const { amount, weight: own } of children) {
          const exact =
            weights === 0 ? Number(parent.amount) / children.length : (Number(parent.amount) * Number(own)) / weights;
          expect(Math.abs(Number(amount) - exact)).toBeLessThan(1);
        }
      }
    }),
  );
});

test('bounds hold, the sum holds, and what no bound holds is in proportion', () => {
  fc.assert(
    fc.property(totals, leaves(true), (total, children) => {
      const cascade = tied(cascadeTarget({ total, tree: flat({ id: 'all', kind: 'c' }, children), method: 'weight' }));
      const isAllZero = children.every((child) => child.weight === '0');
      const idle = (child: TargetNode): boolean => !isAllZero && child.weight === '0';
      const least = children.reduce((all, { min = '0' }) => all + Number(min), 0);
      const most = children.reduce(
        (all, child) => all + (idle(child) ? Number(child.min ?? 0) : Number(child.max ?? Infinity)),
        0,
      );
      expect(cascade.ok).toBe(total >= least && total <= most);
      if (!cascade.ok) return;
      const parts = cascade.nodes.slice(1);
      expect(sum(parts.map(({ amount }) => amount))).toBe(total);
      const free = parts.filter(({ id, bound }) => bound === null && !idle(children.find((child) => child.id === id)!));
      const held = total - sum(parts.filter((part) => !free.includes(part)).map(({ amount }) => amount));
      const weights = sum(free.map((part) => (isAllZero ? '1' : part.weight!)));
      for (const { id, amount, weight: own, bound } of parts) {
        const { min = '0', max } = children.find((child) => child.id === id)!;
        expect(Number(amount)).toBeGreaterThanOrEqual(Number(min));
        if (max !== undefined) expect(Number(amount)).toBeLessThanOrEqual(Number(max));
        if (bound !== null) expect(amount).toBe(bound === 'min' ? min : max);
        if (free.some((part) => part.id === id)) {
          expect(Math.abs(Number(amount) - (held * Number(isAllZero ? '1' : own)) / weights)).toBeLessThan(1 + 1e-9);
        }
      }
    }),
  );
});

test('children get what is assigned on top of their parent, half even at the unit, and every level says how much', () => {
  const percent = fc.integer({ min: 1, max: 150 });
  fc.assert(
    fc.property(totals, trees, percent, percent, (total, tree, regions, people) => {
      const over = (hundredths: number): string => (hundredths / 100).toFixed(2);
      const cascade = tied(
        cascadeTarget({
          total,
          tree,
          method: 'weight',
          overAssign: over(regions),
          levels: { person: { overAssign: over(people) } },
        }),
      );
      if (!cascade.ok) throw new Error('no bounds');
      const reported = new Map(cascade.overAssigned.map((each) => [each.parent, each.assigned]));
      for (const parent of cascade.nodes) {
        const children = cascade.nodes.filter((node) => node.parent === parent.id);
        if (children.length === 0) continue;
        const factor = parent.parent === null ? regions : people;
        const assigned = roundUnits(BigInt(parent.amount) * BigInt(factor), 100n, 'halfEven');
        expect(sum(children.map(({ amount }) => amount))).toBe(Number(assigned));
        expect(reported.get(parent.id)).toBe(String(assigned) === parent.amount ? undefined : String(assigned));
      }
    }),
  );
});

test('neither the scale of the weights nor the order of the nodes changes a byte', () => {
  fc.assert(
    fc.property(
      totals,
      leaves(true).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      fc.integer({ min: 1, max: 99 }),
      (total, [children, shuffled], factor) => {
        const amounts = (list: readonly TargetNode[]): unknown => {
          const cascade = tied(cascadeTarget({ total, tree: flat({ id: 'all', kind: 'c' }, list), method: 'weight' }));
          return cascade.ok ? cascade.nodes.map(({ id, amount, bound }) => [id, amount, bound]) : cascade.reasons;
        };
        expect(amounts(shuffled)).toEqual(amounts(children));
        const scaled = children.map((child) => ({ ...child, weight: String(Number(child.weight) * factor) }));
        expect(amounts(scaled)).toEqual(amounts(children));
      },
    ),
  );
});

test('every node has the steps to its target, down from those of its parent, and a text in both languages', () => {
  fc.assert(
    fc.property(totals, trees, (total, tree) => {
      const nodes = nodesOf(total, tree);
      const byId = new Map(nodes.map((node) => [node.id, node]));
      for (const { parent, amount, weight: own, residue, explanation } of nodes) {
        expect(explanation.value).toBe(amount);
        if (parent === null) continue;
        const [above, weighed, method] = explanation.from;
        expect(above).toBe(byId.get(parent)!.explanation);
        expect([weighed?.value, method?.value]).toEqual([own, 'weight']);
        expect(explanation.from.some(({ code }) => code === 'target.residue')).toBe(residue);
      }
      const last = nodes.at(-1)!;
      expect(explainTarget({ total, tree, method: 'weight' }, last.id)).toEqual(last.explanation);
      expect(renderExplanation(last.explanation, 'en')).toContain('by what the level is shared = weight');
      expect(renderExplanation(last.explanation, 'zh-CN')).toContain('本级的分配依据 = weight');
    }),
  );
});

test('weights in whole numbers and in decimals, and shares by division, are the same bytes', () => {
  const decimal = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 4 }));
  const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }).map((units) => scaled(units, 2));
  fc.assert(
    fc.property(cents, fc.array(decimal, { minLength: 1, maxLength: 6 }), (total, weights) => {
      const read = (weightOf: (units: number, scale: number) => string): readonly CascadeNode[] => {
        const children = weights.map(([units, scale], at) => ({
          id: `p${at}`,
          kind: 'person',
          weight: weightOf(units, scale),
        }));
        const cascade = tied(
          cascadeTarget({ total, unit: '0.01', tree: flat({ id: 'all', kind: 'c' }, children), method: 'weight' }),
        );
        if (!cascade.ok) throw new Error(JSON.stringify(cascade.reasons));
        return cascade.nodes;
      };
      const plain = read((units, scale) => scaled(BigInt(units), scale));
      // A number is no text that could be read digit by digit, so it is read as a decimal.
      const slow = read((units, scale) => (units / 10 ** scale) as unknown as string);
      const figures = ({ explanation: _, ...node }: CascadeNode): unknown => node;
      expect(slow.map(figures)).toEqual(plain.map(figures));
      for (const { amount, share } of plain) expect(share).toEqual(ratio(amount, total));
    }),
  );
});

test('a table adds up in both directions, and each cell is its proportion cut or raised', () => {
  const margin = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(margin, margin, (rows, others) => {
      const total = rows.reduce((all, each) => all + each, 0);
      // Any columns, the last of which makes up for the rest.
      let left = total;
      const columns = others.map((each, at) => {
        const own = at === others.length - 1 ? left : Math.min(each, left);
        left -= own;
        return own;
      });
      const table = cascadeMatrix(
        rows.map((amount, at) => ({ id: `r${at}`, amount })),
        columns.map((amount, at) => ({ id: `c${at}`, amount })),
      );
      if (!table.ok) throw new Error('the margins agree');
      table.cells.forEach((cells, r) => {
        expect(sum(cells)).toBe(rows[r]);
        cells.forEach((cell, c) => {
          const exact = total === 0 ? 0 : (rows[r]! * columns[c]!) / total;
          expect(Math.abs(Number(cell) - exact)).toBeLessThan(1);
        });
      });
      columns.forEach((column, c) => expect(sum(table.cells.map((cells) => cells[c]!))).toBe(column));
    }),
  );
});

test('months add up to the year, leaver and successor to the target', () => {
  const amount = fc.integer({ min: -50_000, max: 500_000 }).map((cents) => (cents / 100).toFixed(2));
  const span = { from: '2026-01-01', to: '2027-01-01' };
  fc.assert(
    fc.property(
      amount,
      fc.array(weight, { minLength: 12, maxLength: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (year, weights, month) => {
        const cents = (text: string): number => Math.round(Number(text) * 100);
        const months = spreadByMonth({ amount: year, span }, { kind: 'weights', weights }, { unit: '0.01' });
        expect(months.reduce((all, each) => all + cents(each.amount), 0)).toBe(cents(year));
        const on = `2026-${String(month).padStart(2, '0')}-15`;
        const { leaver, successor } = transferTarget({ amount: year, span }, on, { unit: '0.01' });
        expect(cents(leaver.amount) + cents(successor.amount)).toBe(cents(year));
        expect(leaver.days + successor.days).toBe(365);
      },
    ),
  );
});

/** The same tree, its lowest level by months. */
const byMonth = (tree: TargetNode): TargetNode => ({
  ...tree,
  children: tree.children!.map((region) => ({
    ...region,
    children: region.children!.map((child, at) => ({
      ...child,
      kind: 'month',
      span: { from: `2026-0${at + 1}-01`, to: `2026-0${at + 2}-01` },
    })),
  })),
});

test('a changed tree adds up, keeps what is locked or over, and is what its revisions replay', () => {
  const change = fc.record({
    at: fc.nat(),
    to: fc.integer({ min: 0, max: 900 }),
    lock: fc.array(fc.nat(), { maxLength: 2 }),
    month: fc.integer({ min: 1, max: 5 }),
    spread: fc.constantFrom('remaining' as const, 'all' as const),
  });
  fc.assert(
    fc.property(totals, trees, fc.array(change, { minLength: 1, maxLength: 3 }), (total, tree, changes) => {
      const cascade = tied(cascadeTarget({ total, tree: byMonth(tree), method: 'weight' }));
      if (!cascade.ok) throw new Error('no bounds');
      const ids = cascade.nodes.map(({ id }) => id);
      const amountOf = (node: Target, id: string): string | undefined =>
        node.id === id
          ? node.amount
          : node.children?.map((child) => amountOf(child, id)).find((each) => each !== undefined);
      let now = cascade.tree;
      const revisions: TargetRevision[] = [];
      for (const { at, to, lock, month, spread } of changes) {
        const node = ids[at % ids.length]!;
        const kept = lock.map((each) => ids[each % ids.length]!).filter((id) => id !== node);
        const on = `2026-0${month}-28`;
        const rebased = rebaseTarget(now, { node, to, lock: kept, reason: 'r', by: 'b', on, spread });
        if (!rebased.ok) continue;
        expect(amountOf(rebased.tree.root, node)).toBe(String(to));
        // February ends on the 28th, every other month after it.
        const over = ids.filter((id) => Number(/-p(\d)$/.exec(id)?.[1] ?? 9) + 1 <= (month === 2 ? 2 : month - 1));
        for (const id of spread === 'all' ? kept : [...kept, ...over])
          expect(amountOf(rebased.tree.root, id)).toBe(amountOf(now.root, id));
        expectTied(rebased.tree.root);
        now = rebased.tree;
        revisions.push(rebased.revision);
      }
      expect(applyRevisions(cascade.tree, revisions.toReversed())).toEqual(now);
    }),
  );
});
