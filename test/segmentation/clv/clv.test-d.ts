import { expectTypeOf, test } from 'vitest';
import {
  compileClv,
  customerLifetimeValue,
  type BgNbdModel,
  dert,
  expectedPurchases,
  expectedSpend,
  fitBgNbd,
  type FittedModel,
  probabilityAlive,
  type SBgModel,
  survival,
} from '../../../src/segmentation/clv/index.js';
import type { RecencyDays, RepeatSummary } from '../../../src/segmentation/index.js';

declare const bg: BgNbdModel;
declare const contract: SBgModel;
declare const summaries: readonly RepeatSummary[];
declare const since: RecencyDays;

test('a model is asked what it can say', () => {
  expectTypeOf(expectedPurchases(bg, 26)).toEqualTypeOf<number>();
  expectTypeOf(survival(contract, 3)).toEqualTypeOf<number>();
  // @ts-expect-error a model of renewals knows no purchases
  expectedPurchases(contract, 26);
  // @ts-expect-error a model of purchases knows no renewals
  survival(bg, 3);
  // @ts-expect-error nor what a purchase brings
  expectedSpend(bg, { x: 1, meanSpend: '10' });
  // @ts-expect-error no closed form of discounted purchases under BG/NBD
  dert(bg, { x: 1, tx: 4, T: 30 }, { annualRate: 0.1 });
  // @ts-expect-error nor from its evaluator
  void compileClv(bg).dert;
});

test('a history fits its model', () => {
  probabilityAlive(bg, { x: 1, tx: 4, T: 30 });
  // @ts-expect-error occasions are not time
  probabilityAlive(bg, { x: 1, tx: 4, n: 30 });
  // @ts-expect-error days since the last purchase are no time between purchases
  probabilityAlive(bg, { x: 1, tx: since, T: 30 });
});

test('summaries can be fitted as they are, and a fit may fail', () => {
  const fit = fitBgNbd(summaries);
  // @ts-expect-error there may be none
  void fit.fitted;
  if (fit.ok) expectTypeOf(fit.fitted).toEqualTypeOf<FittedModel<BgNbdModel>>();
  const history = summaries[0]!;
  // @ts-expect-error a value has a spend, given or by a model
  customerLifetimeValue({ purchases: bg, history, stepLength: 1, ratePerStep: 0 });
  // @ts-expect-error and a step has a length
  customerLifetimeValue({ purchases: bg, history, spend: 1, ratePerStep: 0 });
});
