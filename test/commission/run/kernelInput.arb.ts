import fc from 'fast-check';
import type { CommissionPlan, Component, Modifier, RunInput } from '../../../src/commission/index.js';

const decimal = (max: number, scale: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max }).map((n) => (n / 10 ** scale).toFixed(scale));

const tiers = fc
  .record({
    mode: fc.constantFrom('marginal' as const, 'whole' as const, 'anchored' as const),
    boundary: fc.constantFrom('lower' as const, 'upper' as const),
    bounds: fc.uniqueArray(fc.integer({ min: 1, max: 200_000 }), { minLength: 0, maxLength: 4 }),
    rates: fc.array(decimal(30_000, 5), { minLength: 5, maxLength: 5 }),
    flats: fc.array(fc.option(decimal(5000, 2), { nil: undefined, freq: 4 }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ mode, boundary, bounds, rates, flats }) => {
    const sorted = bounds.sort((a, b) => a - b).map((n) => (n / 100).toFixed(2));
    return {
      mode,
      boundary,
      ...(mode === 'anchored' ? { anchor: '700.00' } : {}),
      tiers: [...sorted, null].map((upTo, i) => ({
        upTo,
        rate: rates[i]!,
        ...(flats[i] === undefined ? {} : { flat: flats[i] }),
      })),
    };
  });

const component = fc
  .record({
    tiers,
    accumulate: fc.constantFrom('perTransaction' as const, 'perPeriod' as const, 'toDate' as const),
    attainment: fc.boolean(),
    cap: fc.option(decimal(40_000, 2), { nil: undefined }),
    factor: fc.option(decimal(200, 2), { nil: undefined }),
    defers: fc.boolean(),
  })
  .map(({ tiers: table, accumulate, attainment, cap, factor, defers }): Component => {
    const modifiers: Modifier[] = [];
    if (accumulate !== 'perTransaction') {
      if (factor !== undefined) modifiers.push({ kind: 'multiplier', by: factor });
      if (cap !== undefined) {
        modifiers.push({ kind: 'cap', limit: { amount: cap }, excess: defers ? 'defer' : 'forfeit' });
      }
    }
    return {
      id: 'C',
      measure: { kind: 'amount' },
      accumulate,
      rate: { kind: 'tiers', axis: attainment ? 'attainment' : 'measure', tiers: table },
      ...(attainment ? { quota: 'Q' } : {}),
      modifiers,
    };
  });

const rows = fc.array(
  fc.record({
    payee: fc.integer({ min: 0, max: 2 }),
    day: fc.integer({ min: 1, max: 90 }),
    amount: fc.integer({ min: -60_000, max: 120_000 }),
    finer: fc.nat(999_999),
  }),
  { maxLength: 25 },
);

/** Cents as an amount of money, times a power of ten. */
function moneyOf(cents: bigint, power: number): string {
  const size = (cents < 0n ? -cents : cents) * 10n ** BigInt(power);
  const digits = String(size).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A component whose money is a power of ten larger. */
function enlarged({ rate, modifiers = [], ...one }: Component, power: number): Component {
  const large = (amount: string): string => moneyOf(BigInt(amount.replace('.', '')), power);
  if (rate.kind !== 'tiers') return { rate, modifiers, ...one };
  const { anchor, tiers: list } = rate.tiers;
  const onMeasure = rate.axis !== 'attainment';
  return {
    ...one,
    rate: {
      ...rate,
      tiers: {
        ...rate.tiers,
        ...(anchor === undefined ? {} : { anchor: onMeasure ? large(anchor) : anchor }),
        tiers: list.map(({ flat, ...tier }) => ({
          ...tier,
          ...(flat === undefined ? {} : { flat: large(flat) }),
          ...(tier.upTo === null || !onMeasure ? {} : { upTo: large(tier.upTo) }),
        })),
      },
    },
    modifiers: modifiers.map((each) =>
      each.kind === 'cap' && 'amount' in each.limit ? { ...each, limit: { amount: large(each.limit.amount) } } : each,
    ),
  };
}

/** Runs that the kernels can compute, of amounts from cents up to more than doubles hold. */
export const kernelInputs = fc
  .record({
    component,
    rows,
    mode: fc.constantFrom('halfEven' as const, 'halfUp' as const, 'floor' as const),
    payDate: fc.constantFrom('periodEnd' as const, 'asOf' as const),
    // Somebody who is paid in another currency than the plan's has no plain statements.
    isForeign: fc.boolean(),
    power: fc.constantFrom(0, 0, 0, 3, 6, 9, 12),
  })
  .map(({ component: one, rows: list, mode, payDate, isForeign, power }): RunInput => {
    const plan: CommissionPlan = {
      id: 'P',
      currency: 'USD',
      period: 'month',
      rounding: { mode },
      fx: { payDate },
      quotas: { Q: { amount: moneyOf(600_000n, power), per: 'year' } },
      components: [enlarged(one, power)],
    };
    return {
      asOf: '2025-12-31',
      periods: { from: '2025-01-01', to: '2025-04-01' },
      plans: [plan],
      payees: [{ id: 'A' }, { id: 'B', ...(isForeign ? { currency: 'EUR' } : {}) }, { id: 'C' }],
      rates: [{ from: 'USD', to: 'EUR', rate: '0.9213', on: '2025-01-01' }],
      assignments: [
        { payeeId: 'A', planId: 'P', from: '2025-01-01', to: null },
        { payeeId: 'B', planId: 'P', from: '2025-01-20', to: '2025-03-11' },
      ],
      transactions: list.map(({ payee, day, amount, finer }, i) => ({
        id: `T${String((i * 7) % 25).padStart(2, '0')}-${i}`,
        date: new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10),
        amount: moneyOf(BigInt(amount) * 10n ** BigInt(power) + BigInt(finer % 10 ** Math.min(power, 6)), 0),
        currency: 'USD',
        payeeId: ['A', 'B', 'C'][payee]!,
      })),
    };
  });

/** The same plan with a filter that lets everything through, which the kernels leave to the exact path. */
export function creditByCredit(whole: RunInput): RunInput {
  return {
    ...whole,
    plans: whole.plans.map((plan) => ({
      ...plan,
      components: plan.components.map((one) => ({ ...one, where: { all: [] } })),
    })),
  };
}
