import { allocate } from '../../core/allocate.js';
import { findCurrency, isoCurrencies, minorUnit } from '../../core/currency.js';
import { dayNumber } from '../../core/date.js';
import { type Decimal, type DecimalLike, type DecimalString, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { wholeUnits } from '../../core/wholeUnits.js';
import { leaderboard, type LeaderboardOptions, type UnrankedEntry } from '../../mechanisms/scoring/leaderboard.js';
import type { RankedEntry } from '../../mechanisms/scoring/rank.js';
import { fail } from '../fail.js';
import type { Contest } from '../schema.js';

/** What somebody sold in the days of a contest. */
export interface ContestEntry {
  readonly payeeId: string;
  /** Absent or null takes no place. */
  readonly value?: DecimalLike | null;
  /** The day on which the value was reached; without one it counts as the latest. */
  readonly reachedOn?: string;
  /** What the conditions of the contest read, beside `reachedOn` as a day number. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** A place and what it wins, `"0.00"` where it has no prize. */
export interface ContestAward {
  readonly payeeId: string;
  readonly value: DecimalString;
  readonly rank: number;
  readonly prize: DecimalString;
}

/** Awards by rank, then payee; who takes no place, by id and with all reasons; and what is paid together. */
export interface SettledContest {
  readonly awards: readonly ContestAward[];
  readonly unranked: readonly UnrankedEntry[];
  readonly paid: DecimalString;
}

const TIES = ['share', 'all', 'dense', 'earliest'] as const;
/** How a tie is ranked: who shares or repeats a prize has the best of the places. */
const RANK_TIES: Record<(typeof TIES)[number], LeaderboardOptions['ties'] & string> = {
  share: 'competition',
  all: 'competition',
  dense: 'dense',
  earliest: 'ordinal',
};
/** The fact under which the day of an entry is ranked. */
const REACHED = 'reachedOn';

/**
 * Returns who wins what in a contest. Under `share` the prizes of all places taken are paid, to the last cent.
 *
 * @param contest prizes, conditions and how equals are treated
 * @param entries one for each payee
 * @throws SalesModelError `contest.prizes`, `currency.unknown`, `option.unknown`, `ids.duplicate`, `key.invalid`,
 * `date.invalid`, `decimal.invalid`, `decimal.tooLong`, `allocate.indivisible`, and those of `compileRule`
 * @example
 * import { settleContest, type Contest } from 'salesmodel/commission';
 *
 * const contest: Contest = {
 *   id: 'spring',
 *   currency: 'USD',
 *   measure: { kind: 'units' },
 *   period: { from: '2026-03-01', to: '2026-06-01' },
 *   prizes: [{ rank: 1, amount: '3000' }, { rank: 2, amount: '2000' }, { rank: 3, amount: '1000' }],
 * };
 * const entries = [{ payeeId: 'ana', value: 90 }, { payeeId: 'bo', value: 90 }, { payeeId: 'cy', value: 80 }];
 * settleContest(contest, entries).awards.map(({ payeeId, rank, prize }) => [payeeId, rank, prize]);
 * // => [['ana', 1, '2500.00'], ['bo', 1, '2500.00'], ['cy', 3, '1000.00']]
 * settleContest({ ...contest, ties: 'all' }, entries).paid; // => '7000.00'
 */
export function settleContest(contest: Contest, entries: readonly ContestEntry[]): SettledContest {
  const ties = oneOf(contest.ties ?? 'share', TIES, ['contest', 'ties']);
  const increment = toDecimal(minorUnit(findCurrency(contest.currency, isoCurrencies, ['contest', 'currency'])));
  const prizes = prizesOf(contest);
  const { ranked, unranked } = leaderboard(
    entries.map(({ payeeId, value = null, facts, reachedOn }, index) => ({
      id: payeeId,
      value,
      facts: {
        ...facts,
        ...(reachedOn !== undefined && { [REACHED]: dayNumber(reachedOn, ['entries', index, 'reachedOn']) }),
      },
    })),
    {
      ties: RANK_TIES[ties],
      ...(contest.eligible !== undefined && { eligible: contest.eligible }),
      ...(contest.minimum !== undefined && { minimum: contest.minimum }),
      ...(ties === 'earliest' && { tieBreakers: [{ field: REACHED, direction: 'lower' } as const] }),
    },
  );
  const won = ranked.map(({ rank }) => prizes.get(rank) ?? ZERO);
  if (ties === 'share') {
    for (const [start, end] of tiedPlaces(ranked)) {
      const places = Array.from({ length: end - start }, (_, at) => prizes.get(start + at + 1) ?? ZERO);
      const together = places.reduce(plus, ZERO);
      wholeUnits(together, increment, ['contest', 'prizes']);
      const { parts } = allocate(
        together,
        places.map(() => 1),
        { increment },
      );
      for (const [at, part] of parts.entries()) won[start + at] = toDecimal(part);
    }
  }
  const text = (amount: Decimal): string => amount.toFixed(Math.max(amount.decimalPlaces(), increment.decimalPlaces()));
  return {
    awards: ranked.map(({ id, value, rank }, at) => ({ payeeId: id, value, rank, prize: text(won[at]!) })),
    unranked,
    paid: text(won.reduce(plus, ZERO)),
  };
}

function prizesOf({ prizes }: Contest): ReadonlyMap<number, Decimal> {
  const amounts = new Map<number, Decimal>();
  for (const [index, { rank, amount }] of prizes.entries()) {
    const money = toDecimal(amount, ['contest', 'prizes', index, 'amount']);
    const isRank = Number.isInteger(rank) && rank >= 1 && !amounts.has(rank);
    if (!isRank || money.isNegative()) fail('contest.prizes', ['contest', 'prizes', index], { rank, amount });
    amounts.set(rank, money);
  }
  if (amounts.size > 0 && !amounts.has(1)) {
    const [lowest] = [...amounts.keys()].toSorted((a, b) => a - b);
    fail('contest.prizes', ['contest', 'prizes'], { rank: lowest, amount: String(amounts.get(lowest!)) });
  }
  return amounts;
}

/** The places `start` … `end − 1`, counted from 0, of each group of equal rank. */
function* tiedPlaces(ranked: readonly RankedEntry[]): Generator<readonly [start: number, end: number]> {
  let start = 0;
  for (let end = 1; end <= ranked.length; end++) {
    if (end < ranked.length && ranked[end]!.rank === ranked[start]!.rank) continue;
    yield [start, end];
    start = end;
  }
}
