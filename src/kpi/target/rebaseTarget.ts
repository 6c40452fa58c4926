import { allocateWithin } from '../../core/allocateWithin.js';
import { compareText } from '../../core/compareText.js';
import { dayNumber, type PlainDate } from '../../core/date.js';
import { Decimal, type DecimalLike, times, toDecimal } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { roundQuotient } from '../../core/rounding.js';
import { fail } from '../fail.js';
import type { Target, TargetTree } from './targetNode.js';
import type { TargetRevision } from './targetRevision.js';
import { type TargetUnits, targetUnits, withUnits } from './targetUnits.js';

/** What changes, and what must not. */
export type Rebase = {
  readonly node: string;
  readonly reason: string;
  readonly by: string;
  /** Day of effect. */
  readonly on: PlainDate;
  /** Whether months that ended on this day or before keep their amounts (`remaining`, the default), or all change. */
  readonly spread?: 'remaining' | 'all';
  /** Nodes that keep their amounts. */
  readonly lock?: readonly string[];
} & (
  | { /** Multiple of the unit. */ readonly to: DecimalLike; readonly factor?: never }
  | { /** The amount times this, half even at the unit. */ readonly factor: DecimalLike; readonly to?: never }
);

/** The targets afterwards and what led to them, or all reasons why they stay. */
export type Rebased =
  | { readonly ok: true; readonly tree: TargetTree; readonly revision: TargetRevision }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the targets with one of them changed. What lies below it shares the new amount in proportion to the old ones
 * (all 0: equally), around what is locked or over; what lies above it moves along, up to a locked one, whose other
 * children give way. Every level adds up exactly again. Reasons: `lockedExceedsTarget`, `nothingFree`.
 *
 * @param tree targets that add up on every level
 * @param rebase the change, its reason, its day
 * @throws SalesModelError `target.reason`, `target.unknownNode`, `target.unit`, `target.untied`, `target.duplicateNode`,
 *   `target.factor`, `date.invalid`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { rebaseTarget, type TargetTree } from 'salesmodel/kpi';
 *
 * const rep = (id: string, amount: string) => ({ id, kind: 'person', amount });
 * const tree: TargetTree = {
 *   version: 1,
 *   unit: '1',
 *   root: { id: 'team', kind: 'team', amount: '300', children: [rep('Ana', '100'), rep('Bo', '120'), rep('Cy', '80')] },
 * };
 * const rebased = rebaseTarget(tree, { node: 'team', to: '270', lock: ['Cy'], reason: 'market down', by: 'Di', on: '2026-04-01' });
 * rebased.ok && rebased.tree.root.children?.map(({ id, amount }) => `${id} ${amount}`); // => ['Ana 86', 'Bo 104', 'Cy 80']
 * rebased.ok && rebased.revision.changes[0]; // => { node: 'Ana', from: '100', to: '86' }
 */
export function rebaseTarget(tree: TargetTree, rebase: Rebase): Rebased {
  const { node: id, reason, by, on, lock = [] } = rebase;
  if (typeof reason !== 'string' || reason.trim() === '') fail('target.reason', ['rebase', 'reason']);
  const spread = oneOf(rebase.spread ?? 'remaining', ['remaining', 'all'], ['rebase', 'spread']);
  const day = dayNumber(on, ['rebase', 'on']);
  const read = targetUnits(tree);
  const { scale, units, nodes, parents } = read;
  [id, ...lock].forEach((each) => {
    if (!nodes.has(each)) fail('target.unknownNode', ['rebase', each === id ? 'node' : 'lock'], { node: each });
  });
  const locked = new Set(lock);
  const isFixed = ({ id: own, span }: Target): boolean =>
    locked.has(own) || (spread === 'remaining' && span?.to != null && dayNumber(span.to) - 1 <= day);
  const target = nodes.get(id)!;
  const before = units.get(id)!;
  const after = newUnits(rebase, before, read);
  const next = new Map(units);
  const reasons: Reason[] = [];
  if (isFixed(target) && after !== before) {
    const params = { node: id, locked: scale.text(before), to: scale.text(after) };
    return { ok: false, reasons: [{ code: 'nothingFree', params }] };
  }
  reshare(target, after, isFixed, read, next, reasons);
  // What moves above: every node up to a fixed one, whose other children then make room.
  let child = target;
  for (let above = parents.get(id); above !== undefined; above = parents.get(above.id)) {
    if (isFixed(above)) {
      const path = child;
      reshareAround(above, path, next.get(path.id)!, isFixed, read, next, reasons);
      break;
    }
    next.set(above.id, units.get(above.id)! + after - before);
    child = above;
  }
  if (reasons.length > 0) return { ok: false, reasons };
  const changes = [...next]
    .filter(([node, amount]) => amount !== units.get(node))
    .map(([node, amount]) => ({ node, from: scale.text(units.get(node)!), to: scale.text(amount) }))
    .toSorted((a, b) => compareText(a.node, b.node));
  const version = tree.version + 1;
  return {
    ok: true,
    tree: { version, unit: tree.unit, root: withUnits(tree.root, next, scale) },
    revision: { version, previous: tree.version, on, by, reason, changes },
  };
}

function newUnits({ to, factor }: Rebase, before: bigint, { scale }: TargetUnits): bigint {
  if (to !== undefined) return scale.read(to, ['rebase', 'to']);
  const by = toDecimal(factor, ['rebase', 'factor']);
  if (by.lte(0)) fail('target.factor', ['rebase', 'factor'], { value: String(factor) });
  return BigInt(roundQuotient(times(new Decimal(before), by), new Decimal(1), 'halfEven').toFixed());
}

type IsFixed = (node: Target) => boolean;

/** Gives a node an amount, and shares it out below. */
function reshare(
  node: Target,
  amount: bigint,
  isFixed: IsFixed,
  read: TargetUnits,
  next: Map<string, bigint>,
  reasons: Reason[],
): void {
  next.set(node.id, amount);
  const { children = [] } = node;
  if (children.length > 0) shareOver(node, children, amount, isFixed, read, next, reasons);
}

/** Shares what a fixed node has left beside one of its children over the others. */
function reshareAround(
  node: Target,
  kept: Target,
  amount: bigint,
  isFixed: IsFixed,
  read: TargetUnits,
  next: Map<string, bigint>,
  reasons: Reason[],
): void {
  const others = (node.children ?? []).filter((child) => child !== kept);
  shareOver(node, others, read.units.get(node.id)! - amount, isFixed, read, next, reasons);
}

function shareOver(
  node: Target,
  children: readonly Target[],
  amount: bigint,
  isFixed: IsFixed,
  read: TargetUnits,
  next: Map<string, bigint>,
  reasons: Reason[],
): void {
  const bounds = children.map((child) => rangeOf(child, isFixed, read));
  const old = children.map((child) => read.units.get(child.id)!);
  const isFree = (at: number): boolean => bounds[at]!.max !== bounds[at]!.min;
  const weights = old.map((each, at) => (isFree(at) && each > 0n ? each : 0n));
  const isAllZero = weights.every((weight) => weight === 0n);
  const shared = allocateWithin(
    amount,
    isAllZero ? weights.map((_, at) => (isFree(at) ? 1n : 0n)) : weights,
    bounds,
    'last',
  );
  if (!('parts' in shared)) {
    const { minSum, maxSum } = shared;
    const isShort = minSum !== null && amount < minSum;
    const held = isShort ? minSum : (maxSum ?? 0n);
    reasons.push({
      code: isShort ? 'lockedExceedsTarget' : 'nothingFree',
      params: { node: node.id, locked: read.scale.text(held), to: read.scale.text(amount) },
    });
    return;
  }
  children.forEach((child, at) => {
    if (isFixed(child)) return;
    reshare(child, shared.parts[at]!, isFixed, read, next, reasons);
  });
}

/** What a node can take: its amount where it is fixed, and else no less than what is fixed below. */
function rangeOf(
  node: Target,
  isFixed: IsFixed,
  read: TargetUnits,
): { readonly min: bigint; readonly max: bigint | null } {
  const own = read.units.get(node.id)!;
  if (isFixed(node)) return { min: own, max: own };
  const { children = [] } = node;
  if (children.length === 0) return { min: 0n, max: null };
  const ranges = children.map((child) => rangeOf(child, isFixed, read));
  return {
    min: ranges.reduce((sum, { min }) => sum + min, 0n),
    max: ranges.reduce<bigint | null>((sum, { max }) => (sum === null || max === null ? null : sum + max), 0n),
  };
}
