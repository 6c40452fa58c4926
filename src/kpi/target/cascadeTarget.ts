import { allocateUnits, type UnitAllocation } from '../../core/allocateUnits.js';
import { allocateWithin, type UnitLimits } from '../../core/allocateWithin.js';
import { Decimal, type DecimalLike, type DecimalString, toDecimal } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { type Explanation, explainInput } from '../../core/explanation.js';
import type { Ratio } from '../../core/ratio.js';
import { roundUnits } from '../../core/rounding.js';
import { toProportions } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { cascadeWeights } from './cascadeWeights.js';
import { cascadeLevels, explainPart, sharedSteps } from './explainPart.js';
import { type PlacedNode, placedTree } from './placedNode.js';
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
  /** The steps to the amount: the rule of the level, the weight and what it was read from, the bound, and the target above. */
  readonly explanation: Explanation;
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
  const root = placedTree(input.tree, scale);
  const levelOf = cascadeLevels(input);
  const nodes: CascadeNode[] = [];
  const overAssigned: OverAssignment[] = [];
  const reasons: Reason[] = [];
  const { min: least, max: most } = root;
  if ((least !== null && total < least) || (most !== null && total > most)) {
    reasons.push(infeasible(null, total, least, most, scale));
  }

  const share = (parent: PlacedNode, units: bigint, explanation: Explanation): readonly Target[] => {
    const { children } = parent;
    const { id } = parent.node;
    const level = levelOf(children[0]!.node.kind);
    const { proportions, texts, sum, missing } = cascadeWeights(children, level.method, level.methodPath);
    reasons.push(...missing);
    const assigned = assignedOf(units, level.overAssign, level.overPath);
    if (assigned !== units) {
      overAssigned.push({
        parent: id,
        amount: scale.text(units),
        assigned: scale.text(assigned),
        over: scale.text(assigned - units),
      });
    }
    const shared = shareUnits(assigned, proportions, children);
    if (!('parts' in shared)) {
      reasons.push(infeasible(id, assigned, shared.minSum, shared.maxSum, scale));
      return [];
    }
    const { parts, bounds, residueTo } = shared;
    const steps = sharedSteps(parent, level, sum, explanation);
    const shareOf = scale.over(assigned);
    // Both ascend, so the next that got a unit is all that has to be known.
    let next = 0;
    return children.map((child, at) => {
      const residue = residueTo[next] === at;
      if (residue) next++;
      const part = parts[at]!;
      const own = { amount: scale.text(part), weight: texts[at]!, bound: bounds?.[at] ?? null, residue };
      const explained = explainPart(child, steps, own);
      nodes.push({
        id: child.node.id,
        parent: id,
        amount: own.amount,
        share: shareOf(part),
        weight: own.weight,
        bound: own.bound,
        residue,
        explanation: explained,
      });
      return targetOf(child, part, own.amount, explained);
    });
  };
  const targetOf = (place: PlacedNode, units: bigint, amount: DecimalString, explanation: Explanation): Target => {
    const { id, kind, owner, span } = place.node;
    return {
      id,
      kind,
      ...(owner === undefined ? {} : { owner }),
      ...(span === undefined ? {} : { span }),
      amount,
      ...(place.children.length === 0 ? {} : { children: share(place, units, explanation) }),
    };
  };

  const amount = scale.text(total);
  const explanation = explainInput(['total'], amount, 'target.total');
  nodes.push({
    id: input.tree.id,
    parent: null,
    amount,
    share: scale.over(total)(total),
    weight: null,
    bound: null,
    residue: false,
    explanation,
  });
  const tree = targetOf(root, total, amount, explanation);
  return reasons.length > 0
    ? { ok: false, reasons }
    : { ok: true, tree: { version: 1, unit: scale.unit, root: tree }, nodes, overAssigned };
}

/** Parts by child, the bound that holds each, and the places of those that got a unit; or what the bounds can hold. */
type SharedUnits =
  | (UnitAllocation & { readonly bounds: readonly ('min' | 'max' | null)[] | null })
  | Pick<UnitLimits, 'minSum' | 'maxSum'>;

function shareUnits(total: bigint, proportions: readonly bigint[], children: readonly PlacedNode[]): SharedUnits {
  if (children.every(({ min, max }) => min === null && max === null)) {
    return { ...allocateUnits(total, proportions), bounds: null };
  }
  const shared = allocateWithin(total, proportions, children, 'never');
  if (!('parts' in shared)) return shared;
  const free = new Set(shared.free);
  const bounds = children.map(({ min, max }, at) => {
    const part = shared.parts[at]!;
    return free.has(at) ? null : part === min ? 'min' : part === max ? 'max' : null;
  });
  return { ...shared, bounds };
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
