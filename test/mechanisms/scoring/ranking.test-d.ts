import { expectTypeOf, test } from 'vitest';
import {
  flagOutliers,
  forcedDistribution,
  type GradeLadder,
  leaderboard,
  pairedEffect,
  quantile,
  rank,
  scoreAttitude,
} from '../../../src/mechanisms/scoring/index.js';

test('policies are named words', () => {
  rank([], { ties: 'average', direction: 'lower' });
  // @ts-expect-error no such tie rule
  rank([], { ties: 'first' });
  // @ts-expect-error no such direction
  rank([], { direction: 'descending' });
  // @ts-expect-error no such definition
  quantile([], '0.5', 10);
  // @ts-expect-error the side has no default
  flagOutliers([], { method: 'sd' });
  // @ts-expect-error a condition is data
  leaderboard([], { eligible: () => true });
  expectTypeOf(quantile).returns.toEqualTypeOf<string | null>();
});

test('tie-breakers belong to their tie rule', () => {
  forcedDistribution([], [], { ties: 'tieBreaker', tieBreakers: [{ field: 'sales' }] });
  // @ts-expect-error without them nothing breaks ties
  forcedDistribution([], [], { ties: 'tieBreaker' });
  // @ts-expect-error with another rule they would be ignored
  forcedDistribution([], [], { ties: 'split', tieBreakers: [{ field: 'sales' }] });
});

test('outcomes are told apart before they are read', () => {
  const flags = flagOutliers([], { method: 'mad', side: 'high' });
  // @ts-expect-error there may be too little data
  void flags.threshold;
  if (flags.status === 'flagged') expectTypeOf(flags.threshold).toEqualTypeOf<string>();
  const effect = pairedEffect([], []);
  if (effect.sd === null) expectTypeOf(effect.reason).toEqualTypeOf<'fewerThanTwoPairs'>();
  const panel = scoreAttitude([], { dimensions: [], roles: [] }, 'me');
  // @ts-expect-error there may be no score
  void panel.total;
});

test('decimals of definitions are texts', () => {
  // @ts-expect-error a number is no decimal of stored JSON
  const ladder: GradeLadder = { grades: [{ id: 'a' }, { id: 'b', enter: [{ metric: 'score', min: 50 }] }] };
  void ladder;
});
