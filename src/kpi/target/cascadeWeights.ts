import { plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { DecimalString, Decimal } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { quotientText } from '../../core/quotientText.js';
import { toProportions } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { type CascadeMethod, type TargetNode, WEIGHT_FIELDS } from './targetNode.js';

/** Whole numbers in proportion to the weights of some nodes, and the weights as texts; `missing` names what is not there. */
export interface CascadeWeights {
  readonly proportions: readonly bigint[];
  readonly texts: readonly DecimalString[];
  readonly missing: readonly Reason[];
}

/** A node with its place in the input. */
export interface PlacedNode {
  readonly node: TargetNode;
  readonly path: Path;
}

/**
 * Returns the weights of the children of a node.
 *
 * @throws SalesModelError `target.negativeWeight`, `target.ramp`, `target.serviceMonths`, `option.unknown`, `decimal.invalid`
 */
export function cascadeWeights(nodes: readonly PlacedNode[], method: CascadeMethod, path: Path): CascadeWeights {
  if (typeof method === 'string') {
    oneOf(method, ['equal', ...WEIGHT_FIELDS], path);
    if (method === 'equal') return ofDecimals(nodes.map(() => toDecimal(1)));
    return fromField(nodes, method, (node) => node[method]);
  }
  oneOf(method.kind, ['capacity', 'blend'], [...path, 'kind']);
  return method.kind === 'capacity' ? byCapacity(nodes, method, path) : blended(nodes, method.parts, path);
}

function ofDecimals(weights: readonly Decimal[], missing: readonly Reason[] = []): CascadeWeights {
  return { proportions: toProportions(weights), texts: weights.map(toText), missing };
}

function fromField(
  nodes: readonly PlacedNode[],
  field: string,
  valueOf: (node: TargetNode) => DecimalString | undefined,
): CascadeWeights {
  const missing: Reason[] = [];
  const weights = nodes.map(({ node, path }) => {
    const text = valueOf(node);
    if (text === undefined) {
      missing.push({ code: 'missingWeight', params: { node: node.id, field } });
      return ZERO;
    }
    const weight = toDecimal(text, [...path, field]);
    return weight.isNegative() ? fail('target.negativeWeight', [...path, field], { value: text }) : weight;
  });
  return ofDecimals(weights, missing);
}

function byCapacity(
  nodes: readonly PlacedNode[],
  { rampShares, months }: Extract<CascadeMethod, { kind: 'capacity' }>,
  path: Path,
): CascadeWeights {
  const shares = rampShares.map((share, at) => {
    const value = toDecimal(share, [...path, 'rampShares', at]);
    return value.isNegative() ? fail('target.ramp', [...path, 'rampShares', at], { value: share }) : value;
  });
  if (!Number.isSafeInteger(months) || months < 1) fail('target.ramp', [...path, 'months'], { value: months });
  const missing: Reason[] = [];
  const weights = nodes.map(({ node, path: place }) => {
    if (node.serviceMonths === undefined) {
      missing.push({ code: 'missingWeight', params: { node: node.id, field: 'serviceMonths' } });
      return ZERO;
    }
    return node.serviceMonths.reduce((sum, served, head) => {
      if (!Number.isSafeInteger(served) || served < 0) {
        fail('target.serviceMonths', [...place, 'serviceMonths', head], { value: served });
      }
      const ramping = shares.slice(served, served + months).reduce(plus, ZERO);
      return plus(sum, plus(ramping, toDecimal(months - Math.min(months, Math.max(0, shares.length - served)))));
    }, ZERO);
  });
  return ofDecimals(weights, missing);
}

/** Each part's weights as shares of their sum; a part whose weights are all 0 is in equal parts. */
function blended(
  nodes: readonly PlacedNode[],
  parts: Extract<CascadeMethod, { kind: 'blend' }>['parts'],
  path: Path,
): CascadeWeights {
  if (parts.length === 0) fail('target.blend', [...path, 'parts']);
  const factors = parts.map(({ weight }, at) => {
    const value = toDecimal(weight, [...path, 'parts', at, 'weight']);
    return value.isNegative()
      ? fail('target.negativeWeight', [...path, 'parts', at, 'weight'], { value: weight })
      : value;
  });
  if (factors.every((factor) => factor.isZero())) fail('target.blend', [...path, 'parts']);
  const own = parts.map(({ method }, at) => cascadeWeights(nodes, method, [...path, 'parts', at, 'method']));
  const columns = own.map(({ proportions }) =>
    proportions.some((each) => each > 0n) ? proportions : proportions.map(() => 1n),
  );
  const sums = columns.map((column) => column.reduce((sum, each) => sum + each, 0n) || 1n);
  const common = sums.reduce((product, sum) => product * sum, 1n);
  const scaled = toProportions(factors);
  const proportions = nodes.map((_, row) =>
    columns.reduce((sum, column, at) => sum + scaled[at]! * column[row]! * (common / sums[at]!), 0n),
  );
  const whole = common * scaled.reduce((sum, each) => sum + each, 0n);
  return {
    proportions,
    texts: proportions.map((each) => quotientText(each, whole)),
    missing: own.flatMap(({ missing }) => missing),
  };
}
