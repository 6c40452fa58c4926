import fc from 'fast-check';
import type { Clawback, Collection, Component, Release, RunInput, Transaction } from '../../../src/commission/index.js';
import { quarterInputs } from '../runInput.arb.js';
import { variedOf } from '../variedInput.arb.js';

/** Runs with holds and reversals: what {@link quarterInputs} gives, some rows of it paid for in parts, some taken back. */

const met = { field: 'score.mbo', op: 'ge', value: '1' } as const;

export const releases: fc.Arbitrary<Release> = fc.oneof(
  fc.constant<Release>({ kind: 'immediate' }),
  fc.record({
    kind: fc.constant('onCollection' as const),
    rule: fc.constantFrom('proportional' as const, 'full' as const, { threshold: '0.5' }),
    maxDays: fc.constantFrom(0, 30, 200),
    expired: fc.constantFrom('keep' as const, 'forfeit' as const),
  }),
  fc.constant<Release>({
    kind: 'schedule',
    parts: [
      { on: 'booking', share: '0.25', offsetDays: 3 },
      { on: 'collection', share: '0.5', offsetMonths: 1 },
      { on: 'goLive', share: '0.25' },
    ],
  }),
  fc.record({
    kind: fc.constant('holdback' as const),
    share: fc.constantFrom('0.2', '1'),
    months: fc.constantFrom(0, 1),
    when: fc.constant(met),
    else: fc.constantFrom('keep' as const, 'forfeit' as const),
  }),
  fc.constant<Release>({ kind: 'hold', until: { months: 1 } }),
  fc.constant<Release>({ kind: 'hold', when: met }),
);

/** Every basis, as it leaves attainment alone or fixes what it does to it. */
const clawbacks: fc.Arbitrary<Clawback> = fc.oneof(
  fc.record({
    basis: fc.constantFrom(
      'recompute' as const,
      'originalRate' as const,
      'asEarned' as const,
      'paidOnly' as const,
      'currentPeriod' as const,
    ),
    windowMonths: fc.constantFrom(0, 1, 9),
  }),
  fc.constantFrom<Clawback>(
    { basis: 'prorated', prorate: { term: 2 } },
    { basis: 'prorated', prorate: { by: 'days', term: 3 } },
    { basis: 'prorated', steps: [{ withinMonths: 1, share: '0.6' }] },
  ),
);

/** A clawback that takes from attainment beside what it takes back, where its basis lets it. */
const reducing = (clawback: Clawback, attainment: NonNullable<Clawback['attainment']>): Clawback =>
  clawback.basis === 'recompute' || clawback.basis === 'currentPeriod' ? clawback : { ...clawback, attainment };

/** A component that pays a base times a rate that is looked up: then attainment can fall without it. */
function payingByRate(component: Component): Component {
  const { rate } = component;
  if (rate.kind === 'flat' && rate.per !== 'credit') return component;
  const { mode, tiers } = rate.kind === 'tiers' && rate.yields === undefined ? rate.tiers : { mode: null, tiers: [] };
  if (rate.kind === 'tiers' && (mode === 'marginal' || mode === 'whole')) {
    return {
      ...component,
      rate: { ...rate, tiers: { ...rate.tiers, tiers: tiers.map(({ flat: _, ...tier }) => tier) } },
    };
  }
  if (rate.kind === 'matrix') return component;
  const table = {
    mode: 'whole',
    tiers: [
      { upTo: '150', rate: '0.1' },
      { upTo: null, rate: '0.2' },
    ],
  } as const;
  return { ...component, rate: { kind: 'tiers', tiers: table } };
}

const days = ['2025-01-20', '2025-02-05', '2025-02-25', '2025-03-12', '2025-03-31'];

interface History {
  readonly reversed: number;
  readonly on: string;
  /** In tenths of the amount, one row each. */
  readonly parts: readonly number[];
  readonly paid: readonly { readonly date: string; readonly kind: Collection['kind']; readonly tenths: number }[];
}

const history: fc.Arbitrary<History> = fc.record({
  reversed: fc.integer({ min: 0, max: 7 }),
  on: fc.constantFrom(...days),
  parts: fc.constantFrom([10], [5], [3, 7], [2, 2]),
  paid: fc.array(
    fc.record({
      date: fc.constantFrom(...days),
      kind: fc.constantFrom('payment' as const, 'payment' as const, 'refund' as const, 'creditMemo' as const),
      tenths: fc.integer({ min: 1, max: 10 }),
    }),
    { maxLength: 4 },
  ),
});

/** Tenths of an amount in cents, cut toward zero; the whole amount for ten of them. */
export function tenthsOf(amount: string, tenths: number): string {
  const cents = BigInt(amount.replace('.', ''));
  const part = (cents * BigInt(tenths)) / 10n;
  const digits = String(part < 0n ? -part : part).padStart(3, '0');
  return `${part < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Rows that take an earlier one back. */
export function reversalsOf(original: Transaction, on: string, parts: readonly number[]): Transaction[] {
  if (on < original.date) return [];
  const { id, currency, payeeId, splits, amount } = original;
  let left = 10;
  let taken = 0n;
  return parts.flatMap((tenths, index) => {
    left -= tenths;
    const all = BigInt(amount.replace('.', ''));
    const part = left === 0 ? all - taken : BigInt(tenthsOf(amount, tenths).replace('.', ''));
    taken += part;
    if (part === 0n) return [];
    const digits = String(part < 0n ? -part : part).padStart(3, '0');
    const back = `${part < 0n ? '' : '-'}${digits.slice(0, -2)}.${digits.slice(-2)}`;
    const owner = payeeId === undefined ? { splits: splits ?? [] } : { payeeId };
    return [{ id: `${id}R${index}`, date: on, amount: back, currency, ...owner, reverses: id } as Transaction];
  });
}

function withHistory(input: RunInput, list: readonly History[]): readonly Transaction[] {
  const rows = input.transactions.map((row, index): Transaction => {
    const paid = list[index % Math.max(1, list.length)]?.paid ?? [];
    if (row.amount.startsWith('-') || paid.length === 0) return row;
    const collections = paid
      .map(({ date, kind, tenths }, at) => ({
        ...(tenths % 2 === 0 ? { id: `K${at}` } : {}),
        date,
        kind,
        amount: tenthsOf(row.amount, tenths),
      }))
      .filter(({ amount }) => !/^0+\.00$/.test(amount));
    return { ...row, collections };
  });
  const known = new Set<string>();
  const back = list.flatMap(({ reversed, on, parts }) => {
    const original = rows[reversed];
    if (original === undefined || known.has(original.id)) return [];
    known.add(original.id);
    return reversalsOf(original, on, parts);
  });
  return [...rows, ...back];
}

/** Runs of every kind with releases, clawbacks, collections, reversing rows and events. */
export const settledOf = (inputs: fc.Arbitrary<RunInput>): fc.Arbitrary<RunInput> =>
  fc
    .record({
      input: inputs,
      release: releases,
      ofComponent: fc.option(releases, { nil: undefined }),
      clawback: clawbacks,
      attainment: fc.constantFrom(
        'none' as const,
        'none' as const,
        'reduceOriginal' as const,
        'reduceCurrent' as const,
      ),
      history: fc.array(history, { maxLength: 4 }),
      held: fc.constantFrom(undefined, '12.34'),
      events: fc.array(fc.record({ type: fc.constantFrom('goLive', 'holdReleased'), date: fc.constantFrom(...days) }), {
        maxLength: 2,
      }),
    })
    .map(({ input, release, ofComponent, clawback: drawn, attainment, history: list, held, events }): RunInput => {
      const clawback = reducing(drawn, attainment);
      const plans = input.plans.map((plan) => ({
        ...plan,
        release,
        clawback,
        components: plan.components
          .map((each) => (clawback.attainment === undefined || attainment === 'none' ? each : payingByRate(each)))
          .map((each, index) => (index === 1 && ofComponent !== undefined ? { ...each, release: ofComponent } : each)),
      }));
      return {
        ...input,
        plans,
        transactions: withHistory(input, list),
        opening: [
          ...(input.opening ?? []),
          ...(held === undefined ? [] : [{ payeeId: 'E2', planId: 'P', balance: 'held' as const, amount: held }]),
        ],
        events: events.map((event, index) => ({ ...event, ...(index === 0 ? { payeeId: 'E1' } : {}) })),
      };
    });

/** Those of a quarter, so that something is released or taken back later. */
export const settledInputs: fc.Arbitrary<RunInput> = settledOf(quarterInputs);

/** Those whose plan may change within a quarter, under rules and measures of many kinds. */
export const changingInputs: fc.Arbitrary<RunInput> = variedOf(quarterInputs).map((input) => ({
  ...input,
  plans: input.plans.map((plan) => ({
    ...plan,
    versionBy: plan.versionBy === 'periodEnd' ? ('periodEnd' as const) : ('periodStart' as const),
  })),
  transactions: input.transactions.map(({ dates: _, ...row }): Transaction => {
    return { ...row, date: row.date < '2025' ? '2025-01-03' : row.date };
  }),
}));

/** Settled runs of both. */
export const settledVersions: fc.Arbitrary<RunInput> = fc.oneof(settledInputs, settledOf(changingInputs));

const deferringCap = fc.record(
  {
    kind: fc.constant('cap' as const),
    limit: fc.constantFrom({ amount: '4' }, { amount: '35' }, { ofTarget: '0.4' }),
    excess: fc.constant('defer' as const),
    scope: fc.constantFrom('period' as const, 'window' as const),
  },
  { requiredKeys: ['kind', 'limit', 'excess'] },
);

/** Runs in which every row that is taken back is so wholly, many of them under caps that defer, and what they come to without. */
export const takenBackInputs: fc.Arbitrary<{ readonly all: RunInput; readonly never: RunInput }> = fc
  .record({
    input: settledVersions,
    caps: fc.record({ ofPlan: deferringCap, ofFirst: deferringCap }, { requiredKeys: [] }),
    back: fc.array(
      fc.record({
        row: fc.nat({ max: 7 }),
        on: fc.constantFrom(...days),
        parts: fc.constantFrom([10], [3, 7], [2, 2, 6]),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ input, caps, back }) => {
    const ofFirst = caps.ofFirst === undefined ? [] : [caps.ofFirst];
    const plans = input.plans.map((plan) => ({
      ...plan,
      clawback: { basis: 'recompute' as const },
      components: plan.components.map((component, index) => {
        const { modifiers = [], measure } = component;
        // Money that came in is lowered by refunds alone.
        const sold = measure.kind === 'collected' ? { ...component, measure: { kind: 'amount' as const } } : component;
        return index > 0 ? sold : { ...sold, modifiers: [...modifiers, ...ofFirst] };
      }),
      modifiers: [...(plan.modifiers ?? []), ...(caps.ofPlan === undefined ? [] : [caps.ofPlan])],
    }));
    const rows = input.transactions.filter(({ reverses }) => reverses === undefined);
    const gone = new Set<string>();
    const reversing = back.flatMap(({ row, on, parts }) => {
      const original = rows[row % Math.max(1, rows.length)];
      if (original === undefined || gone.has(original.id) || Number(original.amount) === 0) return [];
      const taken = reversalsOf(original, on, parts);
      if (taken.length > 0) gone.add(original.id);
      return taken;
    });
    return {
      all: { ...input, plans, transactions: [...rows, ...reversing] },
      never: { ...input, plans, transactions: rows.filter(({ id }) => !gone.has(id)) },
    };
  });

/** Runs with releases in which whoever is above a seller gets nothing of what is held. */
export const skippingOf = (inputs: fc.Arbitrary<RunInput>): fc.Arbitrary<RunInput> =>
  settledOf(inputs).map((input) => {
    const { rules = [] } = input.crediting ?? {};
    const some = rules.length > 0 ? rules : [{ id: 'R', kind: 'rollup' as const, levels: 1 }];
    const plans = input.plans.map(({ release, components, ...plan }) => ({
      ...plan,
      ...withoutCondition(release),
      components: components.map(({ release: own, ...component }) => ({ ...component, ...withoutCondition(own) })),
    }));
    return {
      ...input,
      plans,
      crediting: { ...input.crediting, rules: some.map((rule) => ({ ...rule, heldDirect: 'skip' as const })) },
    };
  });

/** A release of which a rule may skip what is held: none that waits for a condition. */
function withoutCondition(release: Release | undefined): { readonly release?: Release } {
  if (release === undefined) return {};
  if (release.kind === 'hold') return { release: { kind: 'hold', ...(release.until && { until: release.until }) } };
  if (release.kind !== 'holdback') return { release };
  return { release: { kind: 'holdback', share: release.share, months: release.months ?? 0 } };
}
