import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  calibration,
  compileLeadTraining,
  competingRisks,
  kaplanMeier,
  learnLeads,
  type LeadModel,
  markovChain,
  type MarkovInput,
  mergeLeadModels,
  type OutcomeRecord,
  predictLead,
  type TrainingLead,
  unlearnLeads,
  winProbabilityAtAge,
} from '../../../src/pipeline/index.js';
import { pipeline } from '../deals.arb.js';

const records: fc.Arbitrary<OutcomeRecord[]> = fc
  .array(
    fc.record({
      time: fc.integer({ min: 1, max: 12 }),
      outcome: fc.constantFrom('won', 'lost', null),
      wait: fc.option(fc.integer({ min: 1, max: 12 })),
    }),
    { maxLength: 15 },
  )
  .map((rows) =>
    rows.map(({ time, outcome, wait }, at) => ({
      id: `r${at}`,
      time,
      outcome,
      ...(wait !== null && wait <= time ? { entry: time - wait } : {}),
    })),
  );
const byKind = (some: readonly OutcomeRecord[], isEvent: (outcome: OutcomeRecord['outcome']) => boolean) =>
  some.map(({ outcome, ...record }) => ({ ...record, event: isEvent(outcome) ? (1 as const) : (0 as const) }));

test('survival never rises and stays within its bounds, whatever the order', () => {
  fc.assert(
    fc.property(records, fc.constantFrom('log', 'logLog', 'plain'), (some, ci) => {
      const closings = byKind(some, (outcome) => outcome !== null);
      const curve = kaplanMeier(closings, { ci });
      expect(JSON.stringify(kaplanMeier(closings.toReversed(), { ci }))).toBe(JSON.stringify(curve));
      let before = 1;
      for (const { survival, lower, upper, se } of curve.rows) {
        expect(survival).toBeLessThanOrEqual(before);
        expect(survival).toBeGreaterThanOrEqual(0);
        expect([lower === null, upper === null, se === null]).toEqual(new Array(3).fill(survival === 0));
        if (lower !== null && upper !== null) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(lower).toBeLessThanOrEqual(survival * (1 + 1e-12));
          expect(upper).toBeGreaterThanOrEqual(survival * (1 - 1e-12));
          expect(upper).toBeLessThanOrEqual(1);
        }
        before = survival;
      }
      expect(curve.events).toBe(closings.filter(({ event }) => event === 1).length);
    }),
  );
});

test('won, lost and open add up to 1 at every age, and counting lost deals as open says too much', () => {
  fc.assert(
    fc.property(records, fc.integer({ min: 0, max: 13 }), (some, age) => {
      const curves = competingRisks(some);
      const open = kaplanMeier(byKind(some, (outcome) => outcome !== null));
      const alone = kaplanMeier(byKind(some, (outcome) => outcome === 'won'));
      for (const [at, { survival, wonBy, lostBy, won, lost, time }] of curves.rows.entries()) {
        expect(Math.abs(survival + wonBy + lostBy - 1)).toBeLessThan(1e-12);
        expect(survival).toBe(open.rows[at]!.survival);
        expect([time, won + lost]).toEqual([open.rows[at]!.time, open.rows[at]!.events]);
        expect(1 - alone.rows[at]!.survival).toBeGreaterThan(wonBy - 1e-12);
      }
      const { probability } = winProbabilityAtAge(curves, age);
      const left = curves.rows.findLast(({ time }) => time <= age)?.survival ?? 1;
      expect(probability === null).toBe(some.length === 0 || left === 0);
      if (probability !== null) {
        expect(probability).toBeGreaterThanOrEqual(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(winProbabilityAtAge(curves, age, age)).toEqual({ probability: 0 });
      }
    }),
  );
});

const weights = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 });
const chains: fc.Arbitrary<MarkovInput> = fc.array(weights, { minLength: 1, maxLength: 3 }).map((rows) => {
  const stages = rows.map((_, at) => `s${at}`);
  const names = [...stages, 'won', 'lost'];
  const transitions = stages.flatMap((from, row) => names.map((to, at) => ({ from, to, count: rows[row]![at]! })));
  return { stages, transitions };
});

test('every stage of a chain ends in an outcome or is named', () => {
  fc.assert(
    fc.property(chains, (input) => {
      const chain = markovChain(input);
      const { stages } = input;
      const counts = (from: string, to: string): number =>
        'transitions' in input ? input.transitions.find((move) => move.from === from && move.to === to)!.count : 0;
      const total = (from: string): number => [...stages, 'won', 'lost'].reduce((sum, to) => sum + counts(from, to), 0);
      if (!chain.ok) {
        const stuck = chain.reasons[0]!.params['stages'] as string[];
        expect(stuck.length).toBeGreaterThan(0);
        // Whoever is named leads only to others who are.
        for (const from of stuck) {
          expect(counts(from, 'won') + counts(from, 'lost')).toBe(0);
          for (const to of stages) if (counts(from, to) > 0) expect(stuck).toContain(to);
        }
        return;
      }
      const won = new Map(chain.stages.map(({ stage, absorbed }) => [stage, absorbed[0]!]));
      for (const { stage, absorbed, steps, variance } of chain.stages) {
        expect(Math.abs(absorbed[0]! + absorbed[1]! - 1)).toBeLessThan(1e-10);
        // One move further on nothing has changed.
        const next =
          stages.reduce((sum, to) => sum + counts(stage, to) * won.get(to)!, counts(stage, 'won')) / total(stage);
        expect(Math.abs(next - absorbed[0]!)).toBeLessThan(1e-10);
        expect(steps).toBeGreaterThan(1 - 1e-12);
        expect(variance).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('the Brier score is reliability − resolution + uncertainty, whatever the order', () => {
  const pair = fc.record({
    p: fc.constantFrom('0', '0.1', '0.35', '0.5', '0.9', '1'),
    outcome: fc.constantFrom<0 | 1>(0, 1),
  });
  fc.assert(
    fc.property(
      fc.array(pair, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 1, max: 5 }),
      (pairs, equalWidth) => {
        const result = calibration(pairs);
        if (result.brier === null) throw new Error('there are pairs');
        const { brier, reliability, resolution, uncertainty, bins } = result;
        expect(Math.abs(brier - (reliability - resolution + uncertainty))).toBeLessThan(1e-12);
        const plain = pairs.reduce((sum, { p, outcome }) => sum + (Number(p) - outcome) ** 2, 0) / pairs.length;
        expect(Math.abs(brier - plain)).toBeLessThan(1e-12);
        expect(JSON.stringify(calibration(pairs.toReversed()))).toBe(JSON.stringify(result));
        const classes = calibration(pairs, { bins: { equalWidth } }).bins;
        expect(classes.length).toBeLessThanOrEqual(equalWidth);
        for (const table of [bins, classes]) {
          expect(table.reduce((sum, { n }) => sum + n, 0)).toBe(pairs.length);
          expect(table.map(({ from }) => from)).toEqual(table.map(({ from }) => from).toSorted((a, b) => a - b));
        }
      },
    ),
  );
});

const leads: fc.Arbitrary<TrainingLead[]> = fc
  .array(
    fc.record({
      outcome: fc.constantFrom('won', 'lost', null),
      stage: fc.constantFrom('lead', 'need', 'offer', 'lost'),
      teamId: fc.constantFrom('a', 'b', null),
      fields: fc.record({
        source: fc.constantFrom('fair', 'web', null),
        tags: fc.constantFrom([], ['x'], ['x', 'y', 'x']),
      }),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((row, at) => ({ id: `L${at}`, ...row })));
const training = compileLeadTraining(pipeline, {
  fields: ['source'],
  tags: ['tags'],
  groupBy: 'teamId',
  tagMinimum: 2,
});
const questions = ['a', 'b', null].flatMap((teamId) =>
  ['fair', 'web'].map((source) => ({ teamId, stage: 'need', fields: { source, tags: ['y', 'x'] } })),
);

test('models of parts are the model of all, byte for byte, in any order', () => {
  fc.assert(
    fc.property(leads, fc.integer({ min: 1, max: 4 }), fc.nat(12), (some, by, cut) => {
      const whole = training.train(some);
      const parts = training
        .partition(some, by)
        .map((part) => training.compute(JSON.parse(JSON.stringify(part)) as typeof part));
      const all = parts.toReversed().reduce((a, b) => training.merge(a, b));
      expect(JSON.stringify(training.finish(all))).toBe(JSON.stringify(whole));
      const [first, rest] = [some.slice(0, cut), some.slice(cut)].map((part) => training.train(part).model);
      expect(mergeLeadModels(rest!, first!)).toEqual(whole.model);
      expect(learnLeads(first!, some.slice(cut)).model).toEqual(whole.model);
      expect(training.train(some.toReversed()).model).toEqual(whole.model);
    }),
  );
});

test('what is learnt and unlearnt leaves nothing but rows', () => {
  fc.assert(
    fc.property(leads, leads, (old, more) => {
      const { model } = training.train(old);
      const fresh = more.map((lead) => ({ ...lead, id: `N${lead.id}` }));
      const back = unlearnLeads(learnLeads(model, fresh).model, fresh).model;
      const isEmpty = ({ won, lost }: LeadModel['rows'][number]): boolean => won === '0.1' && lost === '0.1';
      expect(back.rows.filter((row) => !isEmpty(row))).toEqual(model.rows.filter((row) => !isEmpty(row)));
      expect(back.rows.length).toBeGreaterThanOrEqual(model.rows.length);
    }),
  );
});

test('a score is that of the formula in floating point, rounded', () => {
  fc.assert(
    fc.property(leads, (some) => {
      const { model } = training.train(some);
      for (const question of questions) {
        const { score, factors, prior, group } = predictLead(model, question);
        const rows = model.rows.filter((row) => group === null || row.group === group);
        const isKept = ({ field, won, lost }: LeadModel['rows'][number]): boolean =>
          field !== 'tags' || Number(won) + Number(lost) >= 2;
        const sum = (field: string, side: 'won' | 'lost', value?: string): number =>
          rows
            .filter((row) => row.field === field && (value === undefined || row.value === value) && isKept(row))
            .reduce((total, row) => total + Number(row[side]), 0);
        if (prior === null) {
          expect([score, some.filter(({ outcome }) => outcome === 'won').length]).toEqual([null, 0]);
          continue;
        }
        const side = (of: 'won' | 'lost'): number =>
          factors.reduce(
            (product, { field, value }) =>
              (product * sum(field, of, value)) / (field === 'stage' ? sum('stage', of, 'lead') : sum(field, of)),
            sum('stage', of, 'lead'),
          );
        const exact = (100 * side('won')) / (side('won') + side('lost'));
        expect(Math.abs(Number(score) - Math.min(99.99, Math.max(0.01, exact)))).toBeLessThan(0.005 + 1e-9);
      }
    }),
  );
});
