import { add } from '../../core/allocateUnits.js';
import { plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { DecimalString, Decimal } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { oneOf } from '../../core/oneOf.js';
import { quotientText } from '../../core/quotientText.js';
import { toProportions } from '../../core/scaled.js';
import { fail } from '../fail.js';
import { pathOf, type PlacedNode } from './placedNode.js';
import { type CascadeMethod, WEIGHT_FIELDS, type WeightField } from './targetNode.js';

/**
 * Whole numbers in proportion to the weights of some nodes, and the weights as texts with their sum, which of a blend is 1;
 * `missing` names what is not there.
 */
export interface CascadeWeights {
  readonly proportions: readonly bigint[];
  readonly texts: readonly DecimalString[];
  readonly sum: DecimalString;
  readonly missing: readonly Reason[];
}

/**
 * Returns the weights of the children of a node.
 *
 * @throws SalesModelError `target.negativeWeight`, `target.ramp`, `target.serviceMonths`, `option.unknown`, `decimal.invalid`
 */
export function cascadeWeights(nodes: readonly PlacedNode[], method: CascadeMethod, path: Path): CascadeWeights {
  if (typeof method === 'string') {
    oneOf(method, ['equal', ...WEIGHT_FIELDS], path);
    if (method === 'equal') return ofUnits(new Float64Array(nodes.length).fill(1), 0);
    return plainField(nodes, method) ?? fromField(nodes, method);
  }
  oneOf(method.kind, ['capacity', 'blend'], [...path, 'kind']);
  return method.kind === 'capacity' ? byCapacity(nodes, method, path) : blended(nodes, method.parts, path);
}

function ofDecimals(weights: readonly Decimal[], missing: readonly Reason[] = []): CascadeWeights {
  return {
    proportions: toProportions(weights),
    texts: weights.map(toText),
    sum: toText(weights.reduce(plus, ZERO)),
    missing,
  };
}

/** Safe integers of 10⁻ˢᶜᵃˡᵉ units. */
function ofUnits(units: Float64Array, scale: number): CascadeWeights {
  const proportions = Array.from(units, BigInt);
  return {
    proportions,
    texts: Array.from(units, (each) => scaledText(each, scale)),
    sum: scaledText(add(proportions), scale),
    missing: [],
  };
}

/** The weights of a field where each is there, not negative and a safe integer of the finest unit, else `null`. */
function plainField(nodes: readonly PlacedNode[], field: WeightField): CascadeWeights | null {
  let scale = 0;
  for (const { node } of nodes) {
    const text = node[field];
    if (typeof text !== 'string') return null;
    const point = text.indexOf('.');
    if (point >= 0) scale = Math.max(scale, text.length - point - 1);
  }
  const units = new Float64Array(nodes.length);
  for (let at = 0; at < nodes.length; at++) {
    const value = parseScaled(nodes[at]!.node[field]!, scale);
    if (!(value >= 0)) return null;
    units[at] = value;
  }
  return ofUnits(units, scale);
}

function fromField(nodes: readonly PlacedNode[], field: WeightField): CascadeWeights {
  const missing: Reason[] = [];
  const weights = nodes.map((place) => {
    const text = place.node[field];
    if (text === undefined) {
      missing.push({ code: 'missingWeight', params: { node: place.node.id, field } });
      return ZERO;
    }
    const path = [...pathOf(place), field];
    const weight = toDecimal(text, path);
    return weight.isNegative() ? fail('target.negativeWeight', path, { value: text }) : weight;
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
  const weights = nodes.map((place) => {
    const { node } = place;
    if (node.serviceMonths === undefined) {
      missing.push({ code: 'missingWeight', params: { node: node.id, field: 'serviceMonths' } });
      return ZERO;
    }
    return node.serviceMonths.reduce((sum, served, head) => {
      if (!Number.isSafeInteger(served) || served < 0) {
        fail('target.serviceMonths', [...pathOf(place), 'serviceMonths', head], { value: served });
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
    sum: '1',
    missing: own.flatMap(({ missing }) => missing),
  };
}
