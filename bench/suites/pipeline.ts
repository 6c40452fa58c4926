import { addDays } from '../../src/core/index.js';
import {
  compileLeadTraining,
  compilePipeline,
  extendPipeline,
  funnel,
  type Funnel,
  type LeadTraining,
  type OpportunityEvent,
  type OpportunityHistory,
  presets,
  simulatePipeline,
  type TrainingLead,
  waterfall,
  type Waterfall,
} from '../../src/pipeline/index.js';
import { race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { atMost, type Findings } from '../targets.js';
import { fractions, workload } from '../workload.js';

const BASE = 'integer loop';
const FOLD = 'fold of deals, an event';
const WATERFALL = 'waterfall between two snapshots, an event behind them';
const FUNNEL = 'funnel, a deal';
const TRAINING = 'lead model, a lead learnt';
const SIMULATION = 'simulation, a draw';

// Deals are reopened in the first stage.
const pipeline = extendPipeline(presets['hubspot-like'], { moves: { reopen: 'any' } });
const STAGES = pipeline.initial;
const EVENTS_EACH = 10;
/** The deals of a simulation and its runs, by how much work is done. */
const DEALS = 2000;

/** Deals out of a log, and the figures made of them. The bounds in time are in rows of the loop, which takes 12.6 ns a row. */
export async function pipelines({ rows, payees, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const log = JSON.parse(JSON.stringify(dealLog(rows))) as OpportunityEvent<never>[];
  const { fold, snapshotAsOf } = compilePipeline(pipeline);
  const [start, end] = [snapshotAsOf(log, '2025-04-30'), snapshotAsOf(log, '2025-07-31')];
  const deals = rows / EVENTS_EACH;
  const risky = Array.from({ length: DEALS }, (_, at) => ({
    id: `D${String(at).padStart(4, '0')}`,
    amount: String(100 + ((at * 7919) % 900)),
    probability: '0.35',
  }));
  const runs = rows / 100;
  const leads = leadList(deals);
  const training = compileLeadTraining(pipeline, { fields: ['source', 'country', 'size'], groupBy: 'teamId' });
  const times = await race('Pipeline', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, lines), check: sameAs(payouts(work)) },
    {
      name: FOLD,
      run: () => fold(log),
      check: ({ deals: found, rejected }: OpportunityHistory) => {
        if (found.length !== deals || rejected.length > 0) throw new Error('not all was folded');
      },
    },
    {
      name: WATERFALL,
      run: () => waterfall(start, end, { window: null, currency: 'EUR' }),
      check: ({ bars }: Waterfall) => {
        const cents = bars.map(({ value }) => Math.round(Number(value) * 100));
        const last = cents.pop();
        if (cents.reduce((sum, value) => sum + value, 0) !== last) throw new Error('the bars do not add up');
      },
    },
    {
      name: FUNNEL,
      rows: deals,
      run: () => funnel(pipeline, end.deals, { reach: 'touched', conversion: 'laterStage' }),
      check: ({ stages }: Funnel) => {
        if (stages[0]!.reached === 0) throw new Error('nobody was in the first stage');
      },
    },
    {
      name: TRAINING,
      rows: deals,
      run: () => training.train(leads),
      check: ({ won, lost, open }: LeadTraining) => {
        if (won + lost + open !== deals || won === 0) throw new Error('not all was learnt');
      },
    },
    {
      name: SIMULATION,
      rows: runs * DEALS,
      run: () => simulatePipeline(risky, { seed: 7, runs }),
      check: ({ mean }: ReturnType<typeof simulatePipeline>) => {
        const exact = risky.reduce((sum, { amount }) => sum + 0.35 * Number(amount), 0);
        if (Math.abs(mean - exact) > exact * 0.01) throw new Error(`the mean is ${mean}, not ${exact}`);
      },
    },
  ]);
  return {
    must: [atMost(times, FOLD, 32, BASE), atMost(times, WATERFALL, 32, BASE), atMost(times, SIMULATION, 1, BASE)],
    stretch: [atMost(times, FUNNEL, 80, BASE), atMost(times, TRAINING, 40, BASE)],
  };
}

/** Leads of twenty teams with three fields, of which every third is won and every seventh open. */
function leadList(count: number): TrainingLead[] {
  const draw = fractions(20_260_102);
  const one = (of: number): string => String(Math.floor(draw() * of));
  return Array.from({ length: count }, (_, at) => ({
    id: `L${at}`,
    outcome: at % 7 === 0 ? null : at % 3 === 0 ? 'won' : 'lost',
    stage: STAGES[Math.floor(draw() * STAGES.length)]!,
    teamId: `T${one(20)}`,
    fields: { source: one(12), country: one(60), size: one(5) },
  }));
}

/** Deals of ten events each, in the order of time within a deal. */
function dealLog(rows: number): OpportunityEvent[] {
  const draw = fractions(20_260_101);
  const events: OpportunityEvent[] = [];
  for (let deal = 0; events.length < rows; deal++) {
    const dealId = `D${String(deal).padStart(7, '0')}`;
    let days = Math.floor(draw() * 200);
    let stage: string = STAGES[0]!;
    for (let seq = 1; seq <= EVENTS_EACH && events.length < rows; seq++) {
      days += Math.floor(draw() * 12);
      const base = { dealId, at: addDays('2025-01-01', days), seq };
      const event = nextEvent(base, stage, draw());
      if (event.type === 'stageChanged' || event.type === 'reopened') stage = event.to!;
      events.push(event);
    }
  }
  return events;
}

function nextEvent(base: { dealId: string; at: string; seq: number }, stage: string, chance: number): OpportunityEvent {
  const next = STAGES[(STAGES.indexOf(stage as (typeof STAGES)[number]) + 1) % STAGES.length]!;
  const amount = { amount: (chance * 1e5).toFixed(2), currency: 'EUR' };
  if (base.seq === 1) return { ...base, type: 'created', amount, closeDate: addDays(base.at, 60), ownerId: 'P1' };
  if (stage === 'won' || stage === 'lost') return { ...base, type: 'reopened', to: STAGES[0]! };
  if (chance < 0.2) return { ...base, type: 'amountChanged', amount };
  if (chance < 0.4) return { ...base, type: 'closeDateChanged', closeDate: addDays(base.at, 40) };
  if (chance < 0.9) return { ...base, type: 'stageChanged', to: next };
  return chance < 0.95
    ? { ...base, type: 'stageChanged', to: 'won' }
    : { ...base, type: 'stageChanged', to: 'lost', reason: 'price' };
}
