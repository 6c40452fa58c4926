import { toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { type Explanation, explainConstant, explainInput, explainPolicy, explainStep } from '../../core/explanation.js';
import type { CascadeInput } from './cascadeTarget.js';
import { pathOf, type PlacedNode } from './placedNode.js';
import { type CascadeMethod, type TargetNode, WEIGHT_FIELDS } from './targetNode.js';

/** How the children of one kind share the target of their parent. */
export interface CascadeLevel {
  readonly method: CascadeMethod;
  readonly methodPath: Path;
  readonly overAssign: CascadeInput['overAssign'];
  readonly overPath: Path;
}

/** The rules of the levels by kind: its own, or those of the whole cascade. */
export function cascadeLevels({ method, overAssign, levels = {} }: CascadeInput): (kind: string) => CascadeLevel {
  const known = new Map<string, CascadeLevel>();
  return (kind) => {
    let level = known.get(kind);
    if (level === undefined) {
      const own = Object.hasOwn(levels, kind) ? levels[kind]! : {};
      level = {
        method: own.method ?? method,
        methodPath: own.method === undefined ? ['method'] : ['levels', kind, 'method'],
        overAssign: own.overAssign ?? overAssign,
        overPath: own.overAssign === undefined ? ['overAssign'] : ['levels', kind, 'overAssign'],
      };
      known.set(kind, level);
    }
    return level;
  };
}

/** What the targets of all children of a node were made from. */
export interface SharedSteps {
  readonly parent: string;
  /** Where its children stand in the input. */
  readonly path: Path;
  readonly level: CascadeLevel;
  /** All weights together. */
  readonly weights: string;
  /** The target of the parent. */
  readonly above: Explanation;
  readonly method: Explanation;
  readonly over: Explanation | null;
}

export function sharedSteps(place: PlacedNode, level: CascadeLevel, weights: string, above: Explanation): SharedSteps {
  const { method, overAssign, overPath } = level;
  return {
    parent: place.node.id,
    path: [...pathOf(place), 'children'],
    level,
    weights,
    above,
    method: explainPolicy('method', typeof method === 'string' ? method : method.kind, 'target.method'),
    over:
      overAssign === undefined ? null : explainConstant(overPath, toText(toDecimal(overAssign)), 'target.overAssign'),
  };
}

/** What is said of the part of one node. */
export interface ExplainedPart {
  readonly amount: string;
  readonly weight: string;
  readonly bound: 'min' | 'max' | null;
  readonly residue: boolean;
}

/** The steps to the target of a node below those of its parent. */
export function explainPart(
  placed: PlacedNode,
  { parent, path, level, weights, above, method, over }: SharedSteps,
  { amount, weight, bound, residue }: ExplainedPart,
): Explanation {
  const { node, at } = placed;
  const from: Explanation[] = [
    above,
    explainStep(
      'target.weight',
      { node: node.id, of: weights },
      weight,
      weightFacts(node, [...path, at], level.method),
    ),
    method,
  ];
  if (over !== null) from.push(over);
  if (bound !== null) from.push(explainInput([...path, at, bound], node[bound] ?? null, `target.${bound}`));
  if (residue) from.push(RESIDUE);
  const code = bound === null ? 'target.proportion' : 'target.bounded';
  return explainStep(code, { node: node.id, parent, weight, weights }, amount, from);
}

const RESIDUE: Explanation = /* @__PURE__ */ explainPolicy('residue', 'largestRemainder', 'target.residue');

function weightFacts(node: TargetNode, path: Path, method: CascadeMethod): Explanation[] {
  if (method === 'equal') return [];
  if (typeof method === 'string') return [explainInput([...path, method], node[method] ?? null)];
  if (method.kind === 'capacity') {
    return (node.serviceMonths ?? []).map((months, at) => explainInput([...path, 'serviceMonths', at], months));
  }
  const fields = new Set(method.parts.flatMap((part) => (typeof part.method === 'string' ? [part.method] : [])));
  return WEIGHT_FIELDS.filter((field) => fields.has(field)).map((field) =>
    explainInput([...path, field], node[field] ?? null),
  );
}
