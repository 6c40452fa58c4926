import { clawback, type Clawback, type CommissionPlan, type Release, release } from 'salesmodel/commission';
import { expectTypeOf, test } from 'vitest';

test('a release names one kind and only its own options', () => {
  // @ts-expect-error a kind that does not exist
  const unknown: Release = { kind: 'later' };
  // @ts-expect-error a schedule has parts
  const empty: Release = { kind: 'schedule' };
  // @ts-expect-error a threshold belongs to the rule
  const misplaced: Release = { kind: 'onCollection', threshold: '0.5' };
  // @ts-expect-error shares are decimal strings
  const number: Release = { kind: 'holdback', share: 0.2, months: 6 };
  const good: Release = { kind: 'onCollection', rule: { threshold: '0.5' }, expired: 'forfeit' };
  expectTypeOf([unknown, empty, misplaced, number, good]).toEqualTypeOf<Release[]>();
});

test('a clawback names its policies by words', () => {
  // @ts-expect-error a basis that does not exist
  const basis: Clawback = { basis: 'half' };
  // @ts-expect-error an effect that does not exist
  const attainment: Clawback = { attainment: 'reduce' };
  // @ts-expect-error a term is a contract's own or a number of months
  const term: Clawback = { basis: 'prorated', prorate: { term: 'year' } };
  expectTypeOf([basis, attainment, term]).toEqualTypeOf<Clawback[]>();
});

test('outcomes are plain data', () => {
  expectTypeOf(clawback)
    .returns.toHaveProperty('attainment')
    .toEqualTypeOf<'none' | 'reduceOriginal' | 'reduceCurrent'>();
  expectTypeOf(release).returns.toHaveProperty('held').toEqualTypeOf<string>();
  expectTypeOf<CommissionPlan['release']>().toEqualTypeOf<Release | undefined>();
  // @ts-expect-error the original says what it earned
  clawback({}, { date: '2025-01-01', amount: '-1', original: { date: '2025-01-01', amount: '1' } });
  // @ts-expect-error a result cannot be written to
  release({ kind: 'immediate' }, { earned: '1', date: '2025-01-01' }).held = '0';
});
