import { allocateWithin, type UnitBounds } from '../../core/allocateWithin.js';
import { compareText } from '../../core/compareText.js';
import { Decimal, type DecimalLike, type DecimalString, toDecimal } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { roundUnits } from '../../core/rounding.js';
import { toProportions } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { cascadeWeights, type PlacedNode } from './cascadeWeights.js';
import type { CascadeMethod, Target, TargetNode, TargetTree } from './targetNode.js';
import { type UnitOptions, type UnitScale, unitScale } from './unit.js';

/** A target and how it goes down a tree. */
export interface CascadeInput extends UnitOptions {
  /** Multiple of the unit. */
  readonly total: DecimalLike;
  readonly tree: TargetNode;
  readonly method: CascadeMethod;
  /** Children get the target of their parent times this, half even at the unit. Default 1. */
  readonly overAssign?: DecimalLike;
  /** Another method or over-assignment for the children of a kind. */
  readonly levels?: Readonly<Record<string, { readonly method?: CascadeMethod; readonly overAssign?: DecimalLike }>>;
}

/** What one node got. */
export interface CascadeNode {
  readonly id: string;
  /** `null` for the root. */
  readonly parent: string | null;
  readonly amount: DecimalString;
  /** Of what all children of the parent have. */
  readonly share: Ratio;
  /** The weight that counted; of a blend, the blended share. */
  readonly weight: DecimalString | null;
  /** The bound that holds the amount away from its proportion. */
  readonly bound: 'min' | 'max' | null;
  /** Whether the amount has a unit more than its proportion cut to units. */
  readonly residue: boolean;
}

/** A parent whose children have more, or less, than itself. */
export interface OverAssignment {
  readonly parent: string;
  readonly amount: DecimalString;
  readonly assigned: DecimalString;
  /** assigned − amount */
  readonly over: DecimalString;
}

/** The targets as a tree and as a list, parents before children and these by first day and id; or all reasons why there is none. */
export type Cascade =
  | {
      readonly ok: true;
      readonly tree: TargetTree;
      readonly nodes: readonly CascadeNode[];
      readonly overAssigned: readonly OverAssignment[];
    }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns the parts of a target down a tree, each level in proportion to its weights, within its bounds and in whole
 * units. Without over-assignment the children of every node add up to it exactly. Reasons: `missingWeight` for each node
 * without what the method reads, `infeasibleTarget` for each node whose children's bounds can not hold its target.
 *
 * @param input total, tree, method
 * @throws SalesModelError `target.unit`, `target.bounds`, `target.duplicateNode`, `target.negativeWeight`,
 *   `target.mixedKinds`, `target.factor`, `target.ramp`, `target.serviceMonths`, `target.blend`, `currency.unknown`,
 *   `rounding.increment`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { cascadeTarget } from 'salesmodel/kpi';
 *
 * const region = (id: string, weight: string, max?: string) => ({ id, kind: 'region', weight, ...(max === undefined ? {} : { max }) });
 * const tree = { id: 'all', kind: 'company', children: [region('A', '5', '400'), region('B', '3'), region('C', '2')] };
 * const cascade = cascadeTarget({ total: '1000', tree, method: 'weight' });
 * cascade.ok && cascade.nodes.map(({ id, amount, bound }) => [id, amount, bound]);
 * // => [['all', '1000', null], ['A', '400', 'max'], ['B', '360', null], ['C', '240', null]]
 */
export function cascadeTarget(input: CascadeInput): Cascade {
  const scale = unitScale(input);
  const total = scale.read(input.total, ['total']);
  checkTree({ node: input.tree, path: ['tree'] }, scale, new Set());
  const nodes: CascadeNode[] = [];
  const overAssigned: OverAssignment[] = [];
  const reasons: Reason[] = [];
  const root = input.tree;
  const [least, most] = boundsOf({ node: root, path: ['tree'] }, scale);
  if ((least !== null && total < least) || (most !== null && total > most)) {
    reasons.push(infeasible(null, total, least, most, scale));
  }
  nodes.push(cascadeNode(root, null, total, total, scale));

  const share = (parent: TargetNode, amount: bigint, path: Path): readonly Target[] => {
    const children = childrenOf(parent, path);
    const { kind } = children[0]!.node;
    const level = Object.hasOwn(input.levels ?? {}, kind) ? input.levels![kind]! : {};
    const isOwn = level.method !== undefined;
    const { proportions, texts, missing } = cascadeWeights(
      children,
      level.method ?? input.method,
      isOwn ? ['levels', kind, 'method'] : ['method'],
    );
    reasons.push(...missing);
    const factorPath = level.overAssign === undefined ? ['overAssign'] : ['levels', kind, 'overAssign'];
    const assigned = assignedOf(amount, level.overAssign ?? input.overAssign, factorPath);
    if (assigned !== amount) {
      overAssigned.push({
        parent: parent.id,
        amount: scale.text(amount),
        assigned: scale.text(assigned),
        over: scale.text(assigned - amount),
      });
    }
    const bounds = children.map((child): UnitBounds => {
      const [min, max] = boundsOf(child, scale);
      return { min, max };
    });
    const shared = allocateWithin(assigned, proportions, bounds, 'never');
    if (!('parts' in shared)) {
      reasons.push(infeasible(parent.id, assigned, shared.minSum, shared.maxSum, scale));
      return [];
    }
    const residue = new Set(shared.residueTo);
    const free = new Set(shared.free);
    return children.map(({ node, path: place }, at) => {
      const part = shared.parts[at]!;
      const { min, max } = bounds[at]!;
      const bound = free.has(at) ? null : part === min ? 'min' : part === max ? 'max' : null;
      nodes.push({
        ...cascadeNode(node, parent.id, part, assigned, scale),
        weight: texts[at]!,
        bound,
        residue: residue.has(at),
      });
      return targetOf(node, part, place);
    });
  };
  const targetOf = (node: TargetNode, amount: bigint, path: Path): Target => {
    const { id, kind, owner, span } = node;
    return {
      id,
      kind,
      ...(owner === undefined ? {} : { owner }),
      ...(span === undefined ? {} : { span }),
      amount: scale.text(amount),
      ...(node.children === undefined || node.children.length === 0 ? {} : { children: share(node, amount, path) }),
    };
  };
  const tree = targetOf(root, total, ['tree']);
  return reasons.length > 0
    ? { ok: false, reasons }
    : { ok: true, tree: { version: 1, unit: scale.unit, root: tree }, nodes, overAssigned };
}

function cascadeNode(
  { id }: TargetNode,
  parent: string | null,
  amount: bigint,
  whole: bigint,
  scale: UnitScale,
): CascadeNode {
  const text = scale.text(amount);
  return {
    id,
    parent,
    amount: text,
    share: ratioOf(new Decimal(text), new Decimal(scale.text(whole))),
    weight: null,
    bound: null,
    residue: false,
  };
}

/** Children by their first day, those without one last, and then by id. */
export function childrenOf({ children = [] }: TargetNode, path: Path): PlacedNode[] {
  return children
    .map((node, at) => ({ node, path: [...path, 'children', at] }))
    .toSorted((a, b) => {
      const [first, second] = [a.node.span?.from ?? '~', b.node.span?.from ?? '~'];
      return compareText(first, second) || compareText(a.node.id, b.node.id);
    });
}

function checkTree({ node, path }: PlacedNode, scale: UnitScale, known: Set<string>): void {
  if (known.has(node.id)) fail('target.duplicateNode', [...path, 'id'], { node: node.id });
  known.add(node.id);
  boundsOf({ node, path }, scale);
  const { children = [] } = node;
  children.forEach((child, at) => {
    const place = [...path, 'children', at];
    if (child.kind !== children[0]!.kind) {
      fail('target.mixedKinds', [...place, 'kind'], { expected: children[0]!.kind, value: child.kind });
    }
    checkTree({ node: child, path: place }, scale, known);
  });
}

function boundsOf({ node: { min, max }, path }: PlacedNode, scale: UnitScale): [bigint | null, bigint | null] {
  const least = min === undefined ? null : scale.read(min, [...path, 'min']);
  const most = max === undefined ? null : scale.read(max, [...path, 'max']);
  if (least !== null && most !== null && least > most) fail('target.bounds', [...path, 'min'], { min, max });
  return [least, most];
}

function assignedOf(amount: bigint, factor: DecimalLike | undefined, path: Path): bigint {
  if (factor === undefined) return amount;
  const value = toDecimal(factor, path);
  if (value.lte(0)) fail('target.factor', path, { value: factor });
  const [times, by] = toProportions([value, new Decimal(1)]) as [bigint, bigint];
  return roundUnits(amount * times, by, 'halfEven');
}

function infeasible(
  parent: string | null,
  total: bigint,
  minSum: bigint | null,
  maxSum: bigint | null,
  { text }: UnitScale,
): Reason {
  const orNull = (units: bigint | null): DecimalString | null => (units === null ? null : text(units));
  return {
    code: 'infeasibleTarget',
    params: { parent, total: text(total), minSum: orNull(minSum), maxSum: orNull(maxSum) },
  };
}
