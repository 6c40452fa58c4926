import {
  compileLifecycle,
  type LifecycleDefinition,
  type LifecycleEvent,
} from '../../src/mechanisms/lifecycle/index.js';
import { compareText } from '../../src/core/compareText.js';
import { race } from '../harness.js';
import { integerLoop, tables } from '../peers/integerLoop.js';
import { payouts, sameAs } from '../proof.js';
import type { Size } from '../sizes.js';
import { atMost, type Findings } from '../targets.js';
import { fractions, workload } from '../workload.js';

const BASE = 'integer loop';
const BY_HAND = 'groups, sort and switch by hand, no conditions';
const LOG = 'fold, events of all deals in the order of time';
const SHUFFLED = 'fold, events in any order';

const STAGES = ['lead', 'need', 'offer', 'talks', 'sign'];
const EVENTS_EACH = 10;

const definition: LifecycleDefinition = {
  id: 'deal',
  version: 1,
  initial: STAGES,
  moves: { reopen: 'any' },
  states: [
    ...STAGES.map((id, at) => ({
      id,
      kind: 'open' as const,
      order: at + 1,
      exitCriteria: [{ id: 'valued', rule: { field: 'amount', op: 'exists' as const } }],
    })),
    { id: 'won', kind: 'success', requiredFields: ['amount'] },
    { id: 'lost', kind: 'failure' },
  ],
  reasons: [{ id: 'price', for: ['lost'] }],
};

/** Current states out of a log of many events of many deals: stage moves, changes of amounts, wins, losses, reopenings. */
export async function lifecycle({ rows, payees, repetitions }: Size): Promise<Findings> {
  const work = workload(rows, payees);
  const limits = tables(work);
  const lines = new Float64Array(rows);
  const grouped = dealLog(rows);
  // As parsed from a file: every event has texts of its own, and they lie in memory as they stand in the log.
  const log = JSON.parse(JSON.stringify(grouped.toSorted((a, b) => compareText(a.at, b.at)))) as LifecycleEvent[];
  const draw = fractions(7);
  const shuffled = log
    .map((event) => ({ event, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
  const { fold } = compileLifecycle(definition);
  const expected = byHand(log);
  const check = (answer: ReturnType<typeof fold>): void => {
    if (answer.rejected.length > 0 || answer.states.length !== expected.size) throw new Error('not all was folded');
    for (const { entityId, state, visits } of answer.states) {
      const { state: wanted, visits: stays } = expected.get(entityId)!;
      if (state !== wanted || visits.length !== stays.length) throw new Error(`${entityId} is ${state}, not ${wanted}`);
    }
  };
  const times = await race('Fold of histories', rows, repetitions, [
    { name: BASE, run: () => integerLoop(work, limits, lines), check: sameAs(payouts(work)) },
    { name: BY_HAND, run: () => byHand(log) },
    { name: LOG, run: () => fold(log), check },
    { name: SHUFFLED, run: () => fold(shuffled), check },
  ]);
  // Deals as the pipeline module folds them have 32 rows as their target, in the races of that module.
  return {
    must: [atMost(times, LOG, 80, BASE)],
    stretch: [atMost(times, LOG, 32, BASE), atMost(times, SHUFFLED, 32, BASE)],
  };
}

/** Deals of ten events each, in the order of time within a deal. */
function dealLog(rows: number): LifecycleEvent[] {
  const draw = fractions(20_260_101);
  const events: LifecycleEvent[] = [];
  for (let deal = 0; events.length < rows; deal++) {
    const entityId = `D${String(deal).padStart(7, '0')}`;
    let day = Math.floor(draw() * 200);
    let state = STAGES[0]!;
    for (let seq = 1; seq <= EVENTS_EACH && events.length < rows; seq++) {
      day += Math.floor(draw() * 12);
      const at = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
      const event = nextEvent({ entityId, at, seq }, state, draw());
      if (event.type === 'transition') state = event.to!;
      else if (event.type === 'reopen') state = event.to!;
      events.push(event);
    }
  }
  return events;
}

function nextEvent(base: { entityId: string; at: string; seq: number }, state: string, chance: number): LifecycleEvent {
  const next = STAGES[(STAGES.indexOf(state) + 1) % STAGES.length]!;
  if (base.seq === 1) return { ...base, type: 'create', set: { amount: '1000.00', owner: 'P1', region: 'EU' } };
  if (state === 'won' || state === 'lost') return { ...base, type: 'reopen', to: 'lead' };
  if (chance < 0.3) return { ...base, type: 'set', set: { amount: (chance * 1e6).toFixed(2) } };
  if (chance < 0.9) return { ...base, type: 'transition', to: next };
  return chance < 0.95
    ? { ...base, type: 'transition', to: 'won' }
    : { ...base, type: 'transition', to: 'lost', reason: 'price' };
}

interface HandState {
  state: string;
  fields: Record<string, unknown>;
  readonly visits: { readonly state: string; readonly enteredAt: string; leftAt: string | null }[];
}

/** What an application writes without a library: it trusts every event. */
function byHand(events: readonly LifecycleEvent[]): ReadonlyMap<string, HandState> {
  const groups = new Map<string, LifecycleEvent[]>();
  for (const event of events) {
    const group = groups.get(event.entityId);
    if (group === undefined) groups.set(event.entityId, [event]);
    else group.push(event);
  }
  const states = new Map<string, HandState>();
  for (const [id, group] of groups) {
    group.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
    const entity: HandState = { state: '', fields: {}, visits: [] };
    for (const event of group) {
      if (event.type === 'create' || event.type === 'set') entity.fields = { ...entity.fields, ...event.set };
      if (event.type === 'set') continue;
      entity.state = event.type === 'create' ? STAGES[0]! : event.to!;
      const last = entity.visits.at(-1);
      if (last !== undefined) last.leftAt = event.at;
      entity.visits.push({ state: entity.state, enteredAt: event.at, leftAt: null });
    }
    states.set(id, entity);
  }
  return states;
}
