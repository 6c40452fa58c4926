import { toDecimal, times, toText } from '../../core/decimal.js';
import { type Explanation, explainInput, explainPolicy, explainStep } from '../../core/explanation.js';
import { ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import { allocateShortage, classesOf } from './allocateShortage.js';
import { readClaims } from './readClaims.js';
import type { ShortageInput } from './shortage.js';
import { solveShares } from './solveShares.js';

/**
 * Returns how the share of one partner came about: its order, the supply, the rule, the common level, the exact share
 * and what rounding made of it; the value of the root is the share. Without a share there is no explanation: `null`.
 *
 * @param input as for `allocateShortage`
 * @param partner whose share
 * @throws SalesModelError `shortage.unknownPartner`, and those of `allocateShortage`
 * @example
 * import { renderExplanation } from 'salesmodel/core';
 * import { explainShortage } from 'salesmodel/orders';
 *
 * const requests = [{ partner: 'A', order: '40' }, { partner: 'B', order: '60' }, { partner: 'C', order: '90' }];
 * const explanation = explainShortage({ available: '130', requests, increment: '1' }, 'B');
 * explanation && [explanation.code, explanation.value, explanation.from.map(({ code }) => code)];
 * // => [ 'shortage.share', '45', [ 'shortage.exact', 'policy' ] ]
 */
export function explainShortage(input: ShortageInput, partner: string): Explanation | null {
  const at = input.requests.findIndex((request) => request.partner === partner);
  if (at < 0) fail('shortage.unknownPartner', ['partner'], { partner });
  const result = allocateShortage(input);
  if (!result.ok) return null;
  const { share, decidedBy, roundedUp } = result.shares.find((each) => each.partner === partner)!;
  const read = readClaims(input);
  const { members, total } = classesOf(read).find((each) => each.members.partners.includes(partner))!;
  const { numerators, denominator, level } = solveShares(members, total);
  const own = numerators[members.partners.indexOf(partner)]!;
  const exact = ratioOf(times(toDecimal(own), read.increment), toDecimal(denominator));
  const { order, minimum, plan, prior, stock, rate } = input.requests[at]!;
  const facts = { order, minimum, plan, prior, stock, rate };
  const inputs = Object.entries(facts).flatMap(([field, value]) =>
    value === undefined ? [] : [explainInput(['requests', at, field], toText(toDecimal(value)))],
  );
  return explainStep('shortage.share', { partner, decidedBy, roundedUp }, share, [
    explainStep('shortage.exact', { partner }, exact.value, [
      ...inputs,
      explainInput(['available'], toText(read.supply)),
      explainPolicy('rule', input.rule ?? 'uniform'),
      ...(level === null || decidedBy !== 'level'
        ? []
        : [explainStep('shortage.level', { kind: level.kind }, level.value.value, [explainPolicy('rule', read.rule)])]),
    ]),
    explainPolicy('increment', toText(read.increment)),
  ]);
}
