import { type DecimalLike, toDecimal, toText } from '../../core/decimal.js';
import { fail } from '../fail.js';
import type { Split, TeamSplit } from '../schema.js';

/** Somebody who worked on a deal. */
export interface TeamMember {
  readonly payeeId: string;
  /** The part played in the deal; may be left out where the team split knows one part alone. */
  readonly dealRole?: string;
  /** Weight of the work, in any unit: hours, points. Needed for parts that share by `contribution`. */
  readonly contribution?: DecimalLike;
}

/**
 * Returns the splits of a deal for the team that worked on it, in the order of the members.
 *
 * @param team how the team shares, such as a preset `split.*`
 * @param members who worked on the deal; contributions are not negative
 * @throws SalesModelError `split.dealRole` (a part that the team split does not know), `split.contribution` (a member
 * without a weight where one is needed), `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { presets, splitCredit, teamSplits } from 'salesmodel/commission';
 *
 * const team = presets['split.virtual'];
 * const splits = teamSplits(team, [
 *   { payeeId: 'ana', contribution: '30' },
 *   { payeeId: 'ben', contribution: '10' },
 * ]);
 * const outcome = splitCredit({ amount: '1000.00', currency: 'CNY' }, splits, { splitSum: team.splitSum });
 * outcome.ok && outcome.parts.map((part) => part.amount); // => ['750.00', '250.00']
 */
export function teamSplits(team: TeamSplit, members: readonly TeamMember[]): Split[] {
  return members.map(({ payeeId, dealRole, contribution }, index) => {
    const part =
      dealRole === undefined && team.parts.length === 1
        ? team.parts[0]
        : team.parts.find((one) => one.dealRole === dealRole);
    if (part === undefined) {
      const expected = team.parts.map((one) => one.dealRole).join(' | ');
      return fail('split.dealRole', ['members', index, 'dealRole'], { expected, value: dealRole });
    }
    const { share, kind } = part;
    if (share !== 'contribution') return { payeeId, kind, share, dealRole: part.dealRole };
    const place = ['members', index, 'contribution'];
    if (contribution === undefined) return fail('split.contribution', place, { payeeId });
    return { payeeId, kind, share: toText(toDecimal(contribution, place)), dealRole: part.dealRole };
  });
}
