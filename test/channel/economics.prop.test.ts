import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  breakEvenFee,
  channelEconomics,
  type ChannelEconomics,
  coordinatingContract,
  type EconomicsInput,
  explainEconomics,
} from '../../src/channel/index.js';
import { compareRatios, type Explanation, type Ratio, renderExplanation } from '../../src/core/index.js';

const inputs = fc
  .record({
    a: fc.integer({ min: 1, max: 2000 }),
    b: fc.integer({ min: 1, max: 40 }).map((b) => String(b / 4)),
    makerCost: fc.integer({ min: 0, max: 60 }),
    retailCost: fc.integer({ min: 0, max: 20 }),
    fee: fc.integer({ min: 0, max: 95 }).map((percent) => String(percent / 100)),
    levels: fc.integer({ min: 1, max: 4 }),
    retailCostBearer: fc.constantFrom('maker' as const, 'platform' as const),
  })
  .map(({ a, b, ...rest }) => ({ demand: { kind: 'linear' as const, a, b }, ...rest }));
const elastic = fc.record({
  demand: fc.record({
    kind: fc.constant('isoelastic' as const),
    k: fc.integer({ min: 1, max: 1_000_000 }),
    elasticity: fc.integer({ min: 2, max: 5 }),
  }),
  makerCost: fc.integer({ min: 1, max: 60 }),
  retailCost: fc.integer({ min: 0, max: 20 }),
  fee: fc.integer({ min: 0, max: 95 }).map((percent) => String(percent / 100)),
  levels: fc.integer({ min: 1, max: 3 }),
});
const any: fc.Arbitrary<EconomicsInput> = fc.oneof(inputs, elastic);

const atLeast = (a: Ratio, b: Ratio): boolean => compareRatios(a, b) >= 0;
const exact = (economics: ChannelEconomics): Extract<ChannelEconomics, { kind: 'exact' }> => {
  if (economics.kind !== 'exact') throw new Error('all of these demands are exact');
  return economics;
};

test('no way to sell earns the chain more than one company would', () => {
  fc.assert(
    fc.property(any, (input) => {
      const { integrated, wholesale, agency } = exact(channelEconomics(input));
      expect(atLeast(integrated.totalProfit, wholesale.totalProfit)).toBe(true);
      expect(atLeast(integrated.totalProfit, agency.totalProfit)).toBe(true);
      for (const mode of [integrated, wholesale, agency]) {
        expect(mode.price === null).toBe(mode.reason === 'noDemandAtCost');
        expect(mode.quantity.numerator === '0').toBe(mode.price === null);
        expect(mode.consumerSurplus.numerator.startsWith('-')).toBe(false);
      }
    }),
    { numRuns: 1000 },
  );
});

test('one reseller under linear demand keeps three quarters of what could be earned, each further one less', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { wholesale, integrated } = channelEconomics(input);
      if (integrated.price === null) return;
      // 1 − (1 − 2⁻ⁿ)² of the whole.
      const gone = (1 - 2 ** -input.levels) ** 2;
      expect(wholesale.efficiency?.value).toBe(String(1 - gone));
      expect(compareRatios(wholesale.marginalisationLoss, { numerator: '0', denominator: '1', value: '0' })).toBe(1);
    }),
    { numRuns: 1000 },
  );
});

test('a platform without a fee, whose costs the maker bears, is the maker itself', () => {
  fc.assert(
    fc.property(any, (input) => {
      const { integrated, agency } = channelEconomics({ ...input, fee: 0, retailCostBearer: 'maker' });
      expect(agency).toEqual(integrated);
    }),
    { numRuns: 1000 },
  );
});

test('at the break-even fee the maker earns the same, below it more on the platform', () => {
  fc.assert(
    fc.property(any, ({ fee: _, ...input }) => {
      const fee = breakEvenFee(input);
      const profits = (at: string): readonly [agency: number, wholesale: number] => {
        const { agency, wholesale } = exact(channelEconomics({ ...input, fee: at }));
        return [Number(agency.makerProfit.value), Number(wholesale.makerProfit.value)];
      };
      if (typeof fee === 'number') {
        expect(fee).toBeGreaterThanOrEqual(0);
        expect(fee).toBeLessThan(1);
        const [agency, wholesale] = profits(fee.toFixed(15));
        expect(Math.abs(agency - wholesale)).toBeLessThanOrEqual(1e-6 * Math.max(1, wholesale));
        const [below] = profits((fee * 0.9).toFixed(15));
        expect(below).toBeGreaterThanOrEqual(agency - 1e-9 * Math.max(1, agency));
      } else if (fee === 'always') {
        const [agency, wholesale] = profits('0.95');
        expect(agency).toBeGreaterThanOrEqual(wholesale);
      } else {
        const [agency, wholesale] = profits('0');
        expect(agency).toBeLessThan(wholesale);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a contract that coordinates makes the chain earn what one company would, and shares all of it', () => {
  fc.assert(
    fc.property(any, fc.integer({ min: 0, max: 100 }), ({ demand, makerCost, retailCost = 0 }, percent) => {
      const costs = { demand, makerCost, retailCost };
      const { integrated, wholesale } = exact(channelEconomics(costs));
      const shared = coordinatingContract({ ...costs, kind: 'revenueShare', retailerShare: String(percent / 100) });
      expect(shared.totalProfit).toEqual(integrated.totalProfit);
      expect(shared.price).toEqual(integrated.price);
      const { makerProfit, retailerProfit, warnings, wholesalePrice } = shared;
      const value = (figure: unknown): number => Number((figure as Ratio).value);
      expect(value(makerProfit) + value(retailerProfit)).toBeCloseTo(value(shared.totalProfit), 6);
      expect(warnings.length > 0).toBe(value(wholesalePrice) < 0);
      const { fee } = coordinatingContract({ ...costs, kind: 'twoPart' });
      expect(fee?.least).toEqual(wholesale.makerProfit);
      expect(value(fee?.most)).toBeGreaterThanOrEqual(value(fee?.least));
    }),
    { numRuns: 1000 },
  );
});

test('an elasticity that is no whole number lies between its neighbours', () => {
  fc.assert(
    fc.property(elastic, fc.integer({ min: 1, max: 9 }), ({ demand, ...rest }, tenth) => {
      const at = (elasticity: string): number => {
        const { integrated } = channelEconomics({ ...rest, demand: { ...demand, elasticity } });
        return Number(typeof integrated.price === 'number' ? integrated.price : integrated.price?.value);
      };
      const whole = Number(demand.elasticity);
      const between = at(`${whole}.${tenth}`);
      expect(between).toBeLessThan(at(String(whole)));
      expect(between).toBeGreaterThan(at(String(whole + 1)));
    }),
    { numRuns: 1000 },
  );
});

test('an explanation has the total at its root, and the prices and profits of the result in its steps', () => {
  fc.assert(
    fc.property(any, fc.constantFrom('integrated', 'wholesale', 'agency'), (input, mode) => {
      const economics = exact(channelEconomics(input))[mode];
      const why = explainEconomics(input, mode);
      expect(why.value).toBe(economics.totalProfit.value);
      const steps = new Map<string, unknown>();
      const walk = (step: Explanation): void => {
        const known = steps.get(step.code);
        if (step.code.startsWith('economics.')) {
          expect(known === undefined || known === step.value).toBe(true);
          steps.set(step.code, step.value);
        }
        step.from.forEach(walk);
      };
      walk(why);
      const { kind } = input.demand;
      const price = { integrated: 'ownPrice', wholesale: 'resalePrice', agency: 'agencyPrice' }[mode];
      expect(steps.get(`economics.${price}.${kind}`)).toBe(economics.price?.value ?? null);
      expect(steps.get('economics.quantity')).toBe(economics.quantity.value);
      expect(steps.get('economics.makerProfit')).toBe(economics.makerProfit.value);
      if (mode !== 'integrated') {
        expect(steps.get('economics.intermediaryProfit')).toBe(economics.intermediaryProfit.value);
      }
      if (mode === 'wholesale') {
        expect(steps.get(`economics.wholesalePrice.${kind}`)).toBe(economics.wholesalePrice?.value ?? null);
      }
      for (const locale of ['en', 'zh-CN'] as const) expect(renderExplanation(why, locale)).not.toContain('economics.');
    }),
    { numRuns: 300 },
  );
});
