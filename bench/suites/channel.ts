import {
  compileConflictRules,
  type ConflictReport,
  type Shipment,
  type TerritoryGrant,
} from '../../src/channel/index.js';
import { dayNumber, fromDayNumber } from '../../src/core/index.js';
import { race } from '../harness.js';
import type { Size } from '../sizes.js';
import { atMost, type Findings } from '../targets.js';

const LOOP = 'hand-written loop of the same look-ups';
const DETECT = 'detectConflicts, 10,000 partners, 5,000 territories';

const PARTNERS = 10_000;
const TERRITORIES = 5000;
const FIRST = 20_454;
const WINDOW = 30;

type SentShipment = Shipment & { readonly partner: string };

/** Shipments into territories of others, and partners that meet at a customer. */
export async function channel({ rows, repetitions }: Size): Promise<Findings> {
  const partnerAt = (at: number): string => `P${String(at).padStart(5, '0')}`;
  const partners = Array.from({ length: PARTNERS }, (_, at) => ({ id: partnerAt(at), level: 1 + (at % 2) }));
  const grants: TerritoryGrant[] = partners.map(({ id }, at) => ({
    id: `G${at}`,
    partner: id,
    territory: `T${at % TERRITORIES}`,
    from: '2026-01-01',
  }));
  const shipments: SentShipment[] = Array.from({ length: rows }, (_, at) => {
    const partner = (at * 7919) % PARTNERS;
    // One in a hundred goes where others are.
    const territory = at % 100 === 0 ? (partner + 1) % TERRITORIES : partner % TERRITORIES;
    return {
      id: `S${String(at).padStart(7, '0')}`,
      partner: partnerAt(partner),
      product: `A${at % 20}`,
      territory: `T${territory}`,
      customer: `C${at % 3 === 0 ? (at * 48_271) % rows : partner}`,
      value: String(100 + (at % 900)),
      on: fromDayNumber(FIRST + ((at * 104_729) % 365)),
    };
  });
  const rules = compileConflictRules({
    id: 'bench',
    version: 1,
    rules: [{ code: 'crossTerritory' }, { code: 'sameCustomer', windowDays: WINDOW }],
  });
  const data = { partners, grants, shipments };
  const loop = (): number => handWritten(partners, grants, shipments);
  const expected = loop();
  const timings = await race('Conflicts, a shipment', rows, repetitions, [
    { name: LOOP, run: loop },
    {
      name: DETECT,
      run: () => rules.finish(rules.partition(data)),
      check({ conflicts, undetermined }: ConflictReport) {
        const found = conflicts.reduce((sum, { count }) => sum + count, 0);
        if (found !== expected || undetermined.length > 0) throw new Error(`${found} findings, not ${expected}`);
      },
    },
  ]);
  return { must: [atMost(timings, DETECT, 4, LOOP)] };
}

/** Counts findings with the maps that anybody would make: rights by territory, shipments by customer. */
function handWritten(
  partners: readonly { readonly id: string; readonly level: number }[],
  grants: readonly TerritoryGrant[],
  shipments: readonly SentShipment[],
): number {
  const levels = new Map(partners.map(({ id, level }) => [id, level]));
  const rights = new Map<string, { partner: string; from: number }[]>();
  for (const { territory, partner, from } of grants) {
    const own = rights.get(territory) ?? [];
    own.push({ partner, from: dayNumber(from) });
    rights.set(territory, own);
  }
  const customers = new Map<string, { id: string; partner: string; day: number; level: number }[]>();
  let found = 0;
  for (const { id, partner, territory, customer, on } of shipments) {
    const day = dayNumber(on!);
    const live = rights.get(territory!)!.filter(({ from }) => from <= day);
    if (!live.some((right) => right.partner === partner)) found += live.length;
    const own = customers.get(customer!);
    const row = { id, partner, day, level: levels.get(partner)! };
    if (own === undefined) customers.set(customer!, [row]);
    else own.push(row);
  }
  for (const own of customers.values()) {
    own.sort((a, b) => a.day - b.day || (a.id < b.id ? -1 : 1));
    const latest = new Map<string, { day: number; level: number }>();
    for (const { partner, day, level } of own) {
      for (const [other, before] of latest) {
        if (other !== partner && before.level === level && day - before.day <= WINDOW) found += 1;
      }
      latest.set(partner, { day, level });
    }
  }
  return found;
}
