import { compareText } from '../../core/compareText.js';
import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';
import type { TargetNode } from './targetNode.js';
import type { UnitScale } from './unit.js';

/** A node of the input that was read, with its place and its bounds in whole units. */
export interface PlacedNode {
  readonly node: TargetNode;
  /** `null` for the root. */
  readonly above: PlacedNode | null;
  /** Place among the children as they were given. */
  readonly at: number;
  readonly min: bigint | null;
  readonly max: bigint | null;
  /** By their first day, those without one last, and then by id. */
  readonly children: readonly PlacedNode[];
}

/**
 * Reads a tree.
 *
 * @throws SalesModelError `target.duplicateNode`, `target.bounds`, `target.unit`, `target.mixedKinds`, `decimal.invalid`
 */
export function placedTree(tree: TargetNode, scale: UnitScale): PlacedNode {
  return placed(tree, null, 0, scale, new Set());
}

function placed(
  node: TargetNode,
  above: PlacedNode | null,
  at: number,
  scale: UnitScale,
  known: Set<string>,
): PlacedNode {
  const { children: below = [] } = node;
  const children: PlacedNode[] = below.length === 0 ? NONE : [];
  const own: PlacedNode & { min: bigint | null; max: bigint | null } = {
    node,
    above,
    at,
    min: null,
    max: null,
    children,
  };
  const { id, min, max } = node;
  if (known.has(id)) fail('target.duplicateNode', [...pathOf(own), 'id'], { node: id });
  known.add(id);
  if (min !== undefined) own.min = scale.read(min, [...pathOf(own), 'min']);
  if (max !== undefined) own.max = scale.read(max, [...pathOf(own), 'max']);
  if (own.min !== null && own.max !== null && own.min > own.max) {
    fail('target.bounds', [...pathOf(own), 'min'], { min, max });
  }
  for (let place = 0; place < below.length; place++) {
    const child = below[place]!;
    const expected = below[0]!.kind;
    if (child.kind !== expected) {
      fail('target.mixedKinds', [...pathOf(own), 'children', place, 'kind'], { expected, value: child.kind });
    }
    children.push(placed(child, own, place, scale, known));
  }
  if (!isSorted(children)) children.sort(order);
  return own;
}

/** Never added to. */
const NONE: PlacedNode[] = [];

function isSorted(children: readonly PlacedNode[]): boolean {
  for (let at = 1; at < children.length; at++) if (order(children[at - 1]!, children[at]!) > 0) return false;
  return true;
}

function order({ node: a }: PlacedNode, { node: b }: PlacedNode): number {
  return compareText(a.span?.from ?? '~', b.span?.from ?? '~') || compareText(a.id, b.id);
}

/** Where a node stands in the input. */
export function pathOf({ above, at }: PlacedNode): Path {
  return above === null ? ['tree'] : [...pathOf(above), 'children', at];
}
