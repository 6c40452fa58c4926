import { type Decimal, type DecimalLike, toDecimal, toText, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { gamingGain } from './gamingGain.js';
import { INNER_RULES, type ShortageInput, type ShortageRequest } from './shortage.js';

/** What a rule reads beside the orders. */
const FIELDS: Readonly<Record<(typeof INNER_RULES)[number], readonly (keyof ShortageRequest)[]>> = {
  uniform: [],
  proportional: [],
  equalLoss: [],
  talmud: [],
  priorSales: ['prior'],
  plan: ['plan'],
  equalCover: ['stock', 'rate'],
};

/**
 * Returns a finding `gamingGain` for each rule under which some partner would gain by inflating its order, with the partner
 * that gains most. All rules are tried whose facts every request has. A gain of one increment can come from rounding and is
 * not reported.
 *
 * @param input supply and true orders; its own rule is not read
 * @param factor by how much an order is multiplied, above 0. Default 2
 * @throws SalesModelError those of `gamingGain`
 * @example
 * import { lintShortage } from 'salesmodel/orders';
 *
 * const requests = ['40', '60', '90', '110'].map((order, at) => ({ partner: 'ABCD'[at]!, order }));
 * lintShortage({ available: '150', requests }).map(({ params }) => `${params['rule']} ${params['gain']}`);
 * // => [ 'proportional 25.487805', 'equalLoss 37.5', 'talmud 20' ]
 */
export function lintShortage(input: ShortageInput, factor: DecimalLike = 2): readonly Finding[] {
  const slack = toDecimal(input.increment ?? '0.000001', ['increment']);
  const rules = INNER_RULES.filter((rule) =>
    FIELDS[rule].every((field) => input.requests.every((request) => request[field] !== undefined)),
  );
  return rules.flatMap((rule): Finding[] => {
    let most: { partner: string; gain: Decimal } = { partner: '', gain: ZERO };
    for (const { partner } of input.requests.toSorted((a, b) => (a.partner < b.partner ? -1 : 1))) {
      const gain = toDecimal(gamingGain({ ...input, rule }, partner, factor).gain);
      if (gain.gt(most.gain)) most = { partner, gain };
    }
    if (most.gain.lte(slack)) return [];
    const params = { rule, partner: most.partner, gain: toText(most.gain), factor: toText(toDecimal(factor)) };
    return [{ code: 'gamingGain', severity: 'warning', path: ['rule'], params }];
  });
}
