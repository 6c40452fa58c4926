import { Decimal, times, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { PlanPreset } from '../presets/planPreset.js';
import type { Component, Modifier, ReferralTerms } from '../schema.js';

/**
 * Returns a plan that pays rewards for customers whom people bring, and the crediting for its second level. A referral is
 * the new customer's order as a transaction of whoever brought them; an order that is given back frees its place under
 * the limit again.
 *
 * @param terms rewards, limits and what they wait for
 * @throws SalesModelError `referral.reward`, `referral.limit`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { referralProgram, run } from 'salesmodel/commission';
 *
 * const { plan, crediting } = referralProgram({
 *   id: 'friends', currency: 'USD', reward: '100', limit: 2, hold: 'none', secondLevel: { reward: '20' },
 * });
 * const order = (id: string, payeeId: string) => ({ id, date: '2026-01-10', amount: '900', currency: 'USD', payeeId });
 * const { statements } = run({
 *   asOf: '2026-01-31',
 *   periods: { from: '2026-01-01', to: '2026-02-01' },
 *   plans: [plan],
 *   crediting: crediting ?? {},
 *   payees: [{ id: 'ana' }, { id: 'ben' }],
 *   assignments: ['ana', 'ben'].map((payeeId) => ({ payeeId, planId: plan.id, from: '2026-01-01' })),
 *   // Ana brought Ben, who brought three customers.
 *   hierarchy: [
 *     { kind: 'referredBy', child: 'ana', parent: null, from: '2026-01-01' },
 *     { kind: 'referredBy', child: 'ben', parent: 'ana', from: '2026-01-01' },
 *   ],
 *   transactions: [order('T1', 'ben'), order('T2', 'ben'), order('T3', 'ben')],
 * });
 * statements.map(({ payeeId, payout }) => [payeeId, payout]); // => [['ana', '60.00'], ['ben', '200.00']]
 */
export function referralProgram(terms: ReferralTerms): PlanPreset {
  const { id, name, currency, period = 'month', qualifies, secondLevel } = terms;
  const hold = oneOf(terms.hold ?? 'collected', ['collected', 'none'], ['terms', 'hold']);
  const rewards = (
    of: { readonly reward: string; readonly limit?: number },
    path: Path,
    more: Pick<Component, 'id' | 'label' | 'credits'>,
  ): Component => {
    const modifiers = limitOf(of, path);
    return {
      ...more,
      ...(qualifies !== undefined && { where: qualifies }),
      measure: { kind: 'count' },
      accumulate: 'perPeriod',
      rate: { kind: 'flat', rate: toText(rewardOf(of, path)), per: 'credit' },
      ...(modifiers.length > 0 && { modifiers }),
    };
  };
  const components = [rewards(terms, ['terms'], { id: 'referral', label: 'Referrals' })];
  if (secondLevel !== undefined) {
    const more = { id: 'secondLevel', label: 'Referrals of the referred', credits: ['override'] } as const;
    components.push(rewards(secondLevel, ['terms', 'secondLevel'], more));
  }
  return {
    plan: {
      id,
      ...(name !== undefined && { name }),
      currency,
      period,
      components,
      ...(hold === 'collected' && { release: { kind: 'onCollection', rule: 'full' } }),
    },
    ...(secondLevel !== undefined && {
      crediting: {
        rules: [{ id: 'secondLevel', kind: 'override', relation: secondLevel.relation ?? 'referredBy', levels: 1 }],
      },
    }),
  };
}

function rewardOf({ reward }: { readonly reward: string }, path: Path): Decimal {
  const amount = toDecimal(reward, [...path, 'reward']);
  return amount.isNegative() ? fail('referral.reward', [...path, 'reward'], { value: reward }) : amount;
}

/** So many rewards of a period and no more. */
function limitOf({ reward, limit }: { readonly reward: string; readonly limit?: number }, path: Path): Modifier[] {
  if (limit === undefined) return [];
  if (!Number.isSafeInteger(limit) || limit < 1) fail('referral.limit', [...path, 'limit'], { value: limit });
  const amount = toText(times(rewardOf({ reward }, path), new Decimal(limit)));
  return [{ kind: 'cap', limit: { amount }, scope: 'period' }];
}
