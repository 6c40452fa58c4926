import { type Decimal, type DecimalLike, ONE, toDecimal, ZERO } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { ChannelMode, Demand, EconomicsInput } from './economicsInput.js';

/** A demand whose figures were read. */
export type ReadDemand =
  | { readonly kind: 'linear'; readonly a: Decimal; readonly b: Decimal }
  | { readonly kind: 'isoelastic'; readonly k: Decimal; readonly elasticity: Decimal };

/** An input whose figures were read and found in range. */
export interface ReadEconomics {
  readonly demand: ReadDemand;
  readonly makerCost: Decimal;
  readonly retailCost: Decimal;
  readonly makerBears: boolean;
  readonly fee: Decimal;
  readonly fixed: Readonly<Record<ChannelMode, Decimal>>;
  readonly levels: number;
}

const MOST_LEVELS = 50;

/** @throws SalesModelError `demand.shape`, `cost.range`, `fee.range`, `levels.count`, `option.unknown`, those of decimals */
export function readEconomics(input: EconomicsInput): ReadEconomics {
  const { retailCostBearer = 'maker', levels = 1, fixed = {} } = input;
  const demand = readDemand(input.demand, ['demand']);
  const cost = (name: 'makerCost' | 'retailCost'): Decimal => {
    const value = toDecimal(input[name] ?? ZERO, [name]);
    if (value.lt(0)) fail('cost.range', [name], { expected: '0 or more', value: String(input[name]) });
    return value;
  };
  const makerCost = cost('makerCost');
  if (demand.kind === 'isoelastic' && makerCost.isZero()) {
    fail('cost.range', ['makerCost'], { expected: '> 0', value: '0' });
  }
  const fee = toDecimal(input.fee ?? ZERO, ['fee']);
  if (fee.lt(0) || fee.gte(ONE)) fail('fee.range', ['fee'], { value: String(input.fee) });
  if (!Number.isInteger(levels) || levels < 1 || levels > MOST_LEVELS) {
    fail('levels.count', ['levels'], { expected: `1 … ${MOST_LEVELS}`, value: String(levels) });
  }
  const fixedOf = (mode: ChannelMode): Decimal => toDecimal(fixed[mode] ?? ZERO, ['fixed', mode]);
  return {
    demand,
    makerCost,
    retailCost: cost('retailCost'),
    makerBears: oneOf(retailCostBearer, ['maker', 'platform'], ['retailCostBearer']) === 'maker',
    fee,
    fixed: { integrated: fixedOf('integrated'), wholesale: fixedOf('wholesale'), agency: fixedOf('agency') },
    levels,
  };
}

function readDemand(demand: Demand, path: Path): ReadDemand {
  oneOf(demand.kind, ['linear', 'isoelastic'], [...path, 'kind']);
  if (demand.kind === 'linear') {
    return {
      kind: 'linear',
      a: above(demand.a, ZERO, [...path, 'a']),
      b: above(demand.b, ZERO, [...path, 'b']),
    };
  }
  return {
    kind: 'isoelastic',
    k: above(demand.k, ZERO, [...path, 'k']),
    elasticity: above(demand.elasticity, ONE, [...path, 'elasticity']),
  };
}

function above(value: DecimalLike, least: Decimal, path: Path): Decimal {
  const read = toDecimal(value, path);
  if (read.lte(least)) fail('demand.shape', path, { expected: `> ${least.toFixed()}`, value: String(value) });
  return read;
}
