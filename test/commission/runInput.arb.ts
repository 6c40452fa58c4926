import fc from 'fast-check';
import type {
  CommissionPlan,
  Component,
  Crediting,
  Draw,
  Modifier,
  PlanModifier,
  Rate,
  RunInput,
  Transaction,
} from '../../src/commission/index.js';

/** Small runs of every kind: tiers of every mode, curves, modifiers, windows, splits, roll-ups and other currencies. */

/** Signed amounts of money in cents. */
export const money = fc.integer({ min: -30_000, max: 120_000 }).map((cents) => text(cents, 2));
const positive = (max: number) => fc.integer({ min: 1, max }).map(String);
const rate = fc.integer({ min: 0, max: 200 }).map((value) => text(value, 3));

/** `value` with the point `places` from its end. */
function text(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const sign = value < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

const bounds = (scale: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 0, maxLength: 3 })
    .map((list) => list.sort((a, b) => a - b).map((value) => text(value * scale, 2)));

const tiers = (scale: number) =>
  fc
    .record({
      mode: fc.constantFrom('marginal' as const, 'whole' as const, 'anchored' as const, 'interpolated' as const),
      boundary: fc.constantFrom('lower' as const, 'upper' as const),
      upTo: bounds(scale),
      rates: fc.array(rate, { minLength: 4, maxLength: 4 }),
      flat: fc.option(positive(9), { nil: undefined }),
      flatWhenZero: fc.boolean(),
    })
    .map(({ mode, boundary, upTo, rates, flat, flatWhenZero }) => ({
      mode,
      boundary,
      flatWhenZero,
      ...(mode === 'anchored' ? { anchor: upTo[0] ?? '1' } : {}),
      tiers: [...upTo, null].map((bound, tier) => ({
        upTo: bound,
        ...(mode === 'interpolated' && bound !== null ? { amount: String(tier * 7 + 3) } : { rate: rates[tier]! }),
        ...(flat === undefined || mode === 'interpolated' ? {} : { flat }),
      })),
    }));

const curve = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 4 })
  .map((ys) => ({ points: ys.map((y, index) => ({ x: text(40 + index * 40, 2), y: text(y, 1) })) }));

const aRate: fc.Arbitrary<Rate> = fc.oneof(
  { weight: 1, arbitrary: rate.map((value): Rate => ({ kind: 'flat', rate: value })) },
  { weight: 1, arbitrary: positive(5).map((value): Rate => ({ kind: 'flat', rate: value, per: 'credit' })) },
  { weight: 4, arbitrary: tiers(5_000).map((table): Rate => ({ kind: 'tiers', tiers: table })) },
  { weight: 2, arbitrary: tiers(30).map((table): Rate => ({ kind: 'tiers', axis: 'attainment', tiers: table })) },
  {
    weight: 1,
    arbitrary: tiers(30).map((table): Rate => ({
      kind: 'tiers',
      axis: 'attainment',
      tiers: table,
      yields: 'targetPay',
    })),
  },
  { weight: 1, arbitrary: curve.map((points): Rate => ({ kind: 'curve', curve: points })) },
  {
    weight: 1,
    arbitrary: fc.boolean().map((split): Rate => ({
      kind: 'matrix',
      dimensions: [
        { id: 'size', axis: 'measure', upTo: ['150', '400', null] },
        { id: 'product', axis: { kind: 'attribute', field: 'attributes.product' }, keys: ['A', 'B'] },
      ],
      cells: ['0.01', '0.02', '0.03', '0.05', '0.08', '0.13'],
      ...(split ? { split: 'size' } : {}),
    })),
  },
);

const quantity = fc.oneof(
  positive(60).map((amount) => ({ amount })),
  fc.constantFrom({ ofTarget: '0.4' }, { ofQuota: '0.1' }),
);
const gate = fc.constantFrom(
  { field: 'attainment.C0', op: 'ge', value: '0.8' } as const,
  { field: 'score.mbo', op: 'ge', value: '1' } as const,
);
const scope = fc.constantFrom('transaction' as const, 'period' as const, 'window' as const);

/** Modifiers that look at the attainment of component C0, the score mbo, quota and target pay. */
export const aModifier: fc.Arbitrary<Modifier> = fc.oneof(
  fc.record({
    kind: fc.constant('hurdle' as const),
    when: gate,
    otherwise: fc.constantFrom({ pay: 'none' } as const, { multiply: '0.5' }),
  }),
  fc.record({
    kind: fc.constant('multiplier' as const),
    by: fc.oneof(
      fc.constantFrom('1.1', '0.9'),
      tiers(40)
        .filter(({ mode }) => mode === 'whole' || mode === 'marginal')
        .map((table) => ({ axis: 'attainment' as const, tiers: table })),
      curve.map((points) => ({ axis: 'attainment' as const, curve: points })),
    ),
  }),
  fc.record({
    kind: fc.constant('kicker' as const),
    milestones: fc.array(fc.record({ when: gate, pay: quantity }), { minLength: 1, maxLength: 2 }),
    take: fc.constantFrom('all' as const, 'highest' as const),
  }),
  fc.record({ kind: fc.constant('cap' as const), limit: quantity, scope, excess: fc.constant('forfeit' as const) }),
  fc.record({
    kind: fc.constant('cap' as const),
    limit: quantity,
    scope: fc.constantFrom('period' as const, 'window' as const),
    excess: fc.constant('defer' as const),
  }),
  fc.record({ kind: fc.constant('floor' as const), limit: quantity, scope }),
);

const ofPlan = {
  component: fc.constantFrom(['C0'] as const),
  scope: fc.constantFrom('period' as const, 'window' as const),
};

const planGate = fc.constantFrom(
  { field: 'attainment.C0', op: 'ge', value: '0.8' } as const,
  { field: 'earned.C0', op: 'ge', value: '20' } as const,
  { field: 'score.mbo', op: 'ge', value: '1' } as const,
);

/** Modifiers of the sum of some components, or of all. */
const planModifier: fc.Arbitrary<PlanModifier> = fc.oneof(
  fc.record({ kind: fc.constant('multiplier' as const), by: fc.constantFrom('1.25', '0.8') }),
  fc.constant<PlanModifier>({
    kind: 'multiplier',
    by: {
      axis: { kind: 'score', name: 'mbo' },
      tiers: {
        mode: 'whole',
        boundary: 'lower',
        tiers: [
          { upTo: '1', rate: '0.9' },
          { upTo: null, rate: '1.1' },
        ],
      },
    },
  }),
  fc.record(
    {
      kind: fc.constant('hurdle' as const),
      when: planGate,
      otherwise: fc.constantFrom({ pay: 'none' } as const, { multiply: '0.5' }),
      component: ofPlan.component,
    },
    { requiredKeys: ['kind', 'when', 'otherwise'] },
  ),
  fc.record(
    {
      kind: fc.constant('kicker' as const),
      milestones: fc.array(fc.record({ when: planGate, pay: quantity }), { minLength: 1, maxLength: 2 }),
      take: fc.constantFrom('all' as const, 'highest' as const),
      component: ofPlan.component,
    },
    { requiredKeys: ['kind', 'milestones', 'take'] },
  ),
  fc.record(
    {
      kind: fc.constant('cap' as const),
      limit: positive(90).map((amount) => ({ amount })),
      excess: fc.constantFrom('forfeit' as const, 'defer' as const),
      ...ofPlan,
    },
    { requiredKeys: ['kind', 'limit'] },
  ),
  fc.record(
    { kind: fc.constant('floor' as const), limit: positive(30).map((amount) => ({ amount })), ...ofPlan },
    { requiredKeys: ['kind', 'limit'] },
  ),
);

const component = (id: string): fc.Arbitrary<Component> =>
  fc
    .record({
      rate: aRate,
      accumulate: fc.constantFrom('perTransaction' as const, 'perPeriod' as const, 'toDate' as const),
      every: fc.constantFrom('month' as const, 'quarter' as const),
      quotaBasis: fc.constantFrom('window' as const, 'toDate' as const),
      window: fc.constantFrom('quarter' as const, 'quarter' as const, 'year' as const),
      modifiers: fc.array(aModifier, { maxLength: 3 }),
      base: fc.boolean(),
      fallback: fc.boolean(),
    })
    .map(({ rate: value, accumulate, every, quotaBasis, window, modifiers, base, fallback }): Component => {
      const list: Modifier[] = [
        ...(fallback
          ? [
              {
                kind: 'hurdle' as const,
                when: { field: 'score.mbo', op: 'ge' as const, value: '1' },
                otherwise: { rate: { kind: 'flat' as const, rate: '0.03' } },
              },
            ]
          : []),
        ...modifiers,
      ];
      const plainTiers =
        value.kind === 'tiers' &&
        (value.tiers.mode === 'marginal' || value.tiers.mode === 'whole') &&
        value.yields === undefined &&
        value.tiers.tiers.every(({ flat }) => flat === undefined);
      return {
        id,
        credits: ['revenue', 'overlay', 'rollup'],
        measure: { kind: 'amount' },
        ...(base && (value.kind !== 'tiers' || plainTiers) ? { base: { kind: 'margin' as const } } : {}),
        accumulate,
        every: accumulate === 'toDate' && window === 'quarter' ? 'month' : every,
        window,
        ...(accumulate === 'toDate' ? { quotaBasis } : {}),
        quota: 'Q',
        zeroQuota: 'none',
        rate: value,
        modifiers: list,
      };
    });

/** Draws of every kind, with every way to recover them. */
export const draws: fc.Arbitrary<readonly Draw[]> = fc
  .array(
    fc.record(
      {
        kind: fc.constantFrom('guarantee' as const, 'additive' as const),
        recovery: fc.constantFrom('recoverable' as const, 'none' as const, 'forgiven' as const),
        amount: fc.oneof(
          positive(80).map((amount) => ({ amount })),
          fc.constantFrom({ ofTarget: '0.25' }, { ofQuota: '0.02' }, { ofMeasure: '0.1' }),
        ),
        from: fc.constantFrom('2024-12-01', '2025-01-01', '2025-01-20', '2025-02-01'),
        to: fc.constantFrom(null, '2025-02-01', '2025-02-15', '2025-03-01'),
        timing: fc.constantFrom('periodEnd' as const, 'periodStart' as const),
        prorate: fc.boolean(),
        recoverFrom: fc.constantFrom('2025-01-01', '2025-02-10', '2025-03-01'),
        recoveryRate: fc.constantFrom('0', '0.5', '0.333', '1'),
        recoveryFloor: fc.constantFrom('draw' as const, 'zero' as const, '12.5'),
        maxRecovery: fc.constantFrom('0', '10', '33.33'),
        priority: fc.integer({ min: -1, max: 1 }),
        atTermination: fc.constantFrom('due' as const, 'forgiven' as const),
      },
      { requiredKeys: ['amount'] },
    ),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map((draw, index): Draw => {
      const { from = '2025-01-01', to = null } = draw;
      return { ...draw, id: `D${index}`, from, to: to !== null && to <= from ? null : to };
    }),
  );

const days = ['2025-01-03', '2025-01-17', '2025-02-02', '2025-02-20', '2025-03-05', '2025-03-30'];

const transaction = fc.record({
  day: fc.constantFrom(...days),
  amount: money,
  cost: fc.integer({ min: 0, max: 9_000 }).map((cents) => text(cents, 2)),
  currency: fc.constantFrom('USD', 'USD', 'EUR'),
  product: fc.constantFrom('A', 'B'),
  owner: fc.constantFrom('E1', 'E2', 'shared'),
});

/** First day after so many months of 2025. */
const ENDS = ['2025-02-01', '2025-03-01', '2025-04-01'] as const;

/**
 * Runs with at most 8 transactions and 3 people. What a law needs mostly shows in one or two months, and a month less makes
 * each run that much cheaper.
 *
 * @param months how many months from January on the run has statements for
 */
const runsOf = (months: fc.Arbitrary<1 | 2 | 3>): fc.Arbitrary<RunInput> =>
  fc
    .record({
      months,
      components: fc
        .constantFrom(1, 1, 2)
        .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => component(`C${i}`)))),
      modifiers: fc.array(planModifier, { maxLength: 2 }),
      at: fc.constantFrom('line' as const, 'component' as const, 'statement' as const),
      residue: fc.constantFrom(
        'largestRemainder' as const,
        'first' as const,
        'last' as const,
        'largestWeight' as const,
      ),
      mode: fc.constantFrom('halfEven' as const, 'halfUp' as const, 'down' as const),
      negative: fc.constantFrom('carry' as const, 'payNegative' as const, 'forgive' as const),
      deferredAtEnd: fc.constantFrom('pay' as const, 'forfeit' as const),
      fxRound: fc.constantFrom('none' as const, 'transaction' as const),
      rollup: fc.option(
        fc.record({
          dedupe: fc.constantFrom('sum' as const, 'capAtTransaction' as const, 'once' as const),
          funding: fc.constantFrom('onTop' as const, 'fromDirect' as const),
        }),
        { nil: undefined },
      ),
      rows: fc.array(transaction, { maxLength: 8 }),
      adjustments: fc.array(
        fc.record({
          payeeId: fc.constantFrom('E1', 'E2', 'M'),
          date: fc.constantFrom(...days),
          amount: money,
          kind: fc.constantFrom('adjustment' as const, 'bonus' as const),
        }),
        { maxLength: 3 },
      ),
      score: fc.constantFrom('0.9', '1', '1.2'),
      end: fc.constantFrom(null, '2025-03-01'),
      carry: fc.constantFrom('-20', '0', '5'),
      deferred: fc.constantFrom('0', '12.5'),
      payoutCurrency: fc.constantFrom('USD', 'EUR', 'JPY', 'CHF'),
      draws,
      owed: fc.constantFrom('0', '25'),
      limits: fc.record(
        {
          minimum: fc.constantFrom('0', '15'),
          maximum: fc.constantFrom('20', '75'),
          excess: fc.constantFrom('defer' as const, 'forfeit' as const),
          cashRounding: fc.constantFrom({}, { increment: '0.25' }, { increment: '5', mode: 'up' as const }),
        },
        { requiredKeys: [] },
      ),
      leaves: fc.option(fc.constantFrom('2025-01-20', '2025-02-28'), { nil: undefined }),
    })
    .map(
      ({
        components,
        modifiers,
        at,
        residue,
        mode,
        negative,
        deferredAtEnd,
        fxRound,
        rollup,
        rows,
        ...rest
      }): RunInput => {
        const plan: CommissionPlan = {
          id: 'P',
          currency: 'USD',
          period: 'month',
          quotas: { Q: { amount: '1200', per: 'quarter' } },
          components,
          modifiers,
          rounding: { at, residue, mode },
          draws: rest.draws,
          payment: { ...rest.limits, negative, deferredAtEnd },
          fx: { round: fxRound },
        };
        const crediting: Crediting = {
          splitSum: 'exactlyOne',
          rules: rollup === undefined ? [] : [{ id: 'R', kind: 'rollup', levels: 1, ...rollup }],
        };
        return {
          asOf: '2025-12-31',
          periods: { from: '2025-01-01', to: ENDS[rest.months - 1]! },
          plans: [plan],
          payees: [{ id: 'E1' }, { id: 'E2', currency: rest.payoutCurrency }, { id: 'M' }],
          assignments: ['E1', 'E2', 'M'].map((payeeId) => ({
            payeeId,
            planId: 'P',
            from: '2025-01-01',
            to: payeeId === 'E1' ? rest.end : null,
            target: { amount: '120', per: 'quarter' },
          })),
          hierarchy: ['E1', 'E2'].map((child) => ({
            kind: 'reportsTo',
            child,
            parent: 'M',
            from: '2025-01-01',
            to: null,
          })),
          crediting,
          transactions: rows.map(({ day, amount, cost, currency, product, owner }, index): Transaction => ({
            id: `T${index}`,
            date: day,
            amount,
            currency,
            cost,
            attributes: { product },
            ...(owner === 'shared'
              ? {
                  splits: [
                    { payeeId: 'E1', kind: 'revenue', share: '0.3' },
                    { payeeId: 'E2', kind: 'revenue', share: '0.7' },
                    { payeeId: 'E1', kind: 'overlay', share: '0.2', payoutShare: '0.1' },
                  ],
                }
              : { payeeId: owner }),
          })),
          rates: [
            { from: 'EUR', to: 'USD', rate: '1.0837', on: '2025-01-01' },
            { from: 'USD', to: 'EUR', rate: '0.9213', on: '2025-01-01' },
            { from: 'USD', to: 'CHF', rate: '0.8815', on: '2025-01-01' },
          ],
          scores: ['E1', 'E2', 'M'].flatMap((payeeId) =>
            ['2025-01-01', '2025-02-01', '2025-03-01'].map((period) => ({
              payeeId,
              period,
              name: 'mbo',
              value: rest.score,
            })),
          ),
          adjustments: rest.adjustments.map((entry, index) => ({
            ...entry,
            id: `A${index}`,
            planId: 'P',
            reason: 'r',
          })),
          opening: ['E1', 'E2'].flatMap((payeeId) => [
            { payeeId, planId: 'P', balance: 'carry' as const, amount: rest.carry },
            { payeeId, planId: 'P', balance: 'deferred' as const, amount: rest.deferred },
            ...rest.draws
              .slice(0, 1)
              .map(({ id }) => ({ payeeId, planId: 'P', balance: 'draw' as const, drawId: id, amount: rest.owed })),
          ]),
          events: rest.leaves === undefined ? [] : [{ type: 'termination', date: rest.leaves, payeeId: 'E1' }],
        };
      },
    );

/** Runs of a month. */
export const monthInputs: fc.Arbitrary<RunInput> = runsOf(fc.constant(1));

/** Runs of a month, two or three. */
export const runInputs: fc.Arbitrary<RunInput> = runsOf(fc.constantFrom(1, 1, 1, 2, 2, 3));

/** Runs of a quarter. */
export const quarterInputs: fc.Arbitrary<RunInput> = runsOf(fc.constant(3));
