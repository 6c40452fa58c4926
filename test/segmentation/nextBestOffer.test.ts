import { expect, test } from 'vitest';
import { associate, nextBestOffer } from '../../src/segmentation/index.js';

const baskets = [['ink', 'paper', 'printer'], ['ink', 'printer'], ['ink', 'pens'], ['paper']];
const { rules } = associate(baskets, { minSupport: '0.25', minConfidence: '0.5' });
const offersTo = (...basket: string[]) => nextBestOffer(basket, rules).map(({ item }) => item);

test('offers what the basket lacks, by lift, and names the rule that speaks for it', () => {
  const offers = nextBestOffer(['printer'], rules);
  expect(offers.map(({ item, lift, because }) => [item, lift.value, because])).toEqual([
    ['ink', '1.333333333333', ['printer']],
    ['paper', '1', ['printer']],
  ]);
  for (const { item, lift, because } of offers) {
    const rule = rules.find((each) => each.then.join() === item && each.if.join() === because.join());
    expect(rule?.lift).toEqual(lift);
  }
});

test('never offers what is there, and nothing to a basket that no rule speaks of', () => {
  expect(offersTo('printer', 'ink')).not.toContain('ink');
  expect(offersTo('ink', 'paper', 'printer', 'pens')).toEqual([]);
  expect(offersTo('toner')).toEqual([]);
  expect(offersTo()).toEqual([]);
});

test('of several rules for an item the one with the greatest lift counts, in any order of the rules', () => {
  const ratio = (numerator: string, denominator: string) => ({
    numerator,
    denominator,
    value: String(Number(numerator) / Number(denominator)),
  });
  const rule = (from: string, lift: string, confidence: string) => ({
    ...rules[0]!,
    if: [from],
    then: ['service'],
    lift: ratio(lift, '2'),
    confidence: ratio(confidence, '10'),
  });
  const three = [rule('a', '3', '9'), rule('b', '5', '4'), rule('c', '5', '6')];
  for (const order of [three, three.toReversed()]) {
    expect(nextBestOffer(['a', 'b', 'c'], order)).toEqual([
      { item: 'service', lift: ratio('5', '2'), confidence: ratio('6', '10'), because: ['c'] },
    ]);
  }
});
