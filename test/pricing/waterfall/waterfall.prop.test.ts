import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import {
  aggregateWaterfall,
  compileWaterfall,
  priceWaterfall,
  type Waterfall,
  WaterfallDefinition,
  type WaterfallStep,
} from '../../../src/pricing/index.js';

const decimals = fc.integer({ min: -200, max: 1000 }).map((units) => String(units / 1000));
const lists = fc.integer({ min: 0, max: 1_000_000 }).map((units) => String(units / 100));
const stages = ['onInvoice', 'offInvoice', 'cogs', 'costToServe'] as const;

const steps: fc.Arbitrary<WaterfallStep[]> = fc
  .array(
    fc.record({
      stage: fc.constantFrom(...stages),
      terms: fc.oneof(
        fc.record({ rate: decimals }),
        fc.record({ amount: decimals }),
        fc.record({ rate: decimals, days: fc.constantFrom('30', '45') }),
      ),
      basis: fc.constantFrom('list', 'running'),
    }),
    { maxLength: 6 },
  )
  .map((each) => each.map(({ terms, ...step }, index) => ({ code: `s${index}`, ...step, ...terms })));

test('list less all bars is what stays, stage by stage', () => {
  fc.assert(
    fc.property(steps, lists, (each, list) => {
      const result = priceWaterfall({ code: 'w', steps: each }, { list });
      let running = toDecimal(list);
      const after: Record<string, string> = {};
      for (const stage of stages) {
        for (const bar of result.bars.filter((one) => one.stage === stage)) {
          running = minus(running, toDecimal(bar.amount));
          expect(bar.running).toBe(toText(running));
        }
        after[stage] = toText(running);
      }
      expect([result.invoice, result.pocket, result.contribution, result.pocketMargin]).toEqual(
        stages.map((stage) => after[stage]),
      );
      expect(result.bars.map(({ code }) => code).toSorted()).toEqual(each.map(({ code }) => code).toSorted());
    }),
  );
});

test('the order of steps of different stages changes nothing', () => {
  fc.assert(
    fc.property(steps, lists, (each, list) => {
      const byStage = stages.toReversed().flatMap((stage) => each.filter((step) => step.stage === stage));
      expect(priceWaterfall({ code: 'w', steps: byStage }, { list })).toEqual(
        priceWaterfall({ code: 'w', steps: each }, { list }),
      );
    }),
  );
});

test('parts aggregated apart and together are the aggregate of all, in any order', () => {
  fc.assert(
    fc.property(steps, fc.array(lists, { maxLength: 6 }), fc.nat(6), (each, rows, cut) => {
      const definition = { code: 'w', steps: each };
      const { results } = compileWaterfall(definition).run(rows.map((list) => ({ list })));
      const all = results as Waterfall[];
      const whole = aggregateWaterfall(definition, all);
      const parts = [all.slice(cut), all.slice(0, cut)].map((part) => aggregateWaterfall(definition, part));
      expect(aggregateWaterfall(definition, parts)).toEqual(whole);
      expect(whole.pocketMargin).toBe(
        toText(all.reduce((sum, { pocketMargin }) => plus(sum, toDecimal(pocketMargin)), ZERO)),
      );
    }),
  );
});

test('a definition and its result survive JSON', () => {
  fc.assert(
    fc.property(steps, lists, (each, list) => {
      const definition = { code: 'w', steps: each };
      expect(WaterfallDefinition.parse(JSON.parse(JSON.stringify(definition)))).toEqual(definition);
      const result = priceWaterfall(definition, { list });
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    }),
    { numRuns: 200 },
  );
});
