import type { DecimalLike } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type ChannelEconomics, channelEconomics } from './channelEconomics.js';
import type { EconomicsInput } from './economicsInput.js';

/** What of the input is moved. */
export type EconomicsField = 'a' | 'b' | 'k' | 'elasticity' | 'makerCost' | 'retailCost' | 'fee';

const FIELDS: readonly EconomicsField[] = ['a', 'b', 'k', 'elasticity', 'makerCost', 'retailCost', 'fee'];
const OF_DEMAND = { linear: ['a', 'b'], isoelastic: ['k', 'elasticity'] } as const;

/** The economics with one figure changed. */
export interface EconomicsRow {
  readonly value: DecimalLike;
  readonly economics: ChannelEconomics;
}

/**
 * Returns the economics for each value of one figure, all others as they are, in the order of the values.
 *
 * @param input as for `channelEconomics`
 * @param field the figure that is moved: `a`, `b` of linear and `k`, `elasticity` of isoelastic demand, `makerCost`,
 *   `retailCost`, `fee`
 * @param values what it is set to
 * @throws SalesModelError those of `channelEconomics`, `option.unknown` for a figure that the demand has not
 * @example
 * import { economicsSensitivity } from 'salesmodel/channel';
 *
 * const input = { demand: { kind: 'linear', a: 100, b: 1 }, makerCost: 20 } as const;
 * economicsSensitivity(input, 'fee', ['0', '0.15', '0.3']).map(({ economics }) => {
 *   const { makerProfit } = economics.agency;
 *   return typeof makerProfit === 'number' ? makerProfit : makerProfit.value;
 * }); // => ['1600', '1242.647058823529', '892.857142857143']
 */
export function economicsSensitivity(
  input: EconomicsInput,
  field: EconomicsField,
  values: readonly DecimalLike[],
): EconomicsRow[] {
  oneOf(field, FIELDS, ['field']);
  const { demand } = input;
  if (field === 'makerCost' || field === 'retailCost' || field === 'fee') {
    return values.map((value) => ({ value, economics: channelEconomics({ ...input, [field]: value }) }));
  }
  oneOf(field, OF_DEMAND[demand.kind] as readonly EconomicsField[], ['field']);
  return values.map((value) => ({
    value,
    economics: channelEconomics({ ...input, demand: { ...demand, [field]: value } }),
  }));
}
