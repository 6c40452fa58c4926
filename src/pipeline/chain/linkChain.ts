import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import type { Path } from '../../core/errors.js';
import { timeOf } from '../../mechanisms/lifecycle/time.js';
import { compareKeys } from '../deal/groupKey.js';

/** Something that follows from something else. */
export interface ChainRow {
  readonly id: string;
  readonly at: PlainDate | Instant;
  /** What it follows from; `null` where nobody knows. Of a lead it is not read. */
  readonly parentId?: string | null;
}

/** The links of the chain in their order. */
const LINKS: readonly ChainLink[] = ['lead', 'opportunity', 'order', 'case'];

/** The arguments that hold the links after the leads. */
const LISTS = ['opportunities', 'orders', 'cases'] as const;

/** Which link of the chain. */
export type ChainLink = 'lead' | 'opportunity' | 'order' | 'case';

/** What came of a lead. As a way through the links it can be given to `funnel`. */
export interface LeadChain {
  /** Id of the lead. */
  readonly id: string;
  readonly opportunityIds: readonly string[];
  readonly orderIds: readonly string[];
  readonly caseIds: readonly string[];
  readonly outcome: null;
  /** The links that were reached, each with the earliest time. */
  readonly visits: readonly {
    readonly state: ChainLink;
    readonly enteredAt: PlainDate | Instant;
    readonly leftAt: null;
  }[];
}

/** Leads with what came of them, and the rows that cannot be linked. */
export interface LinkedChain {
  readonly chains: readonly LeadChain[];
  /** Rows without a parent, or with one that is not there. */
  readonly orphans: readonly { readonly link: ChainLink; readonly id: string; readonly parentId: string | null }[];
  /** Ids that stand in a link more than once with different parents: they are linked to none. */
  readonly doubles: readonly { readonly link: ChainLink; readonly id: string; readonly parentIds: readonly string[] }[];
}

/**
 * Returns what came of each lead: its opportunities, their orders, and the after-sales cases of those, linked by ids.
 * What has no place is listed. A row that is there twice with the same parent counts once.
 *
 * @param leads each with an id and a time
 * @param opportunities with the lead that each follows from
 * @param orders with the opportunity that each follows from
 * @param cases with the order that each follows from
 * @throws SalesModelError `lifecycle.time`
 * @example
 * import { linkChain } from 'salesmodel/pipeline';
 *
 * const { chains, orphans } = linkChain(
 *   [{ id: 'L1', at: '2026-01-05' }],
 *   [{ id: 'O1', at: '2026-01-12', parentId: 'L1' }, { id: 'O2', at: '2026-01-13', parentId: null }],
 *   [{ id: 'B1', at: '2026-02-02', parentId: 'O1' }],
 *   [],
 * );
 * chains.map(({ id, visits }) => [id, visits.map(({ state }) => state)]); // => [['L1', ['lead', 'opportunity', 'order']]]
 * orphans; // => [{ link: 'opportunity', id: 'O2', parentId: null }]
 */
export function linkChain(
  leads: readonly ChainRow[],
  opportunities: readonly ChainRow[],
  orders: readonly ChainRow[],
  cases: readonly ChainRow[],
): LinkedChain {
  const orphans: LinkedChain['orphans'][number][] = [];
  const doubles: LinkedChain['doubles'][number][] = [];
  /** The lead of each row of the link before. */
  let above = new Map(leads.map(({ id }) => [id, id]));
  const reached = new Map<string, Map<ChainLink, Reached>>();
  const reach = (lead: string, link: ChainLink, row: ChainRow, path: Path): void => {
    const chain = reached.get(lead) ?? new Map<ChainLink, Reached>();
    const time = timeOf(row.at, [...path, 'at']);
    const known = chain.get(link);
    if (known === undefined) chain.set(link, { ids: new Set([row.id]), first: row, time });
    else {
      known.ids.add(row.id);
      if (time < known.time || (time === known.time && row.at < known.first.at))
        Object.assign(known, { first: row, time });
    }
    reached.set(lead, chain);
  };
  for (const [at, lead] of leads.entries()) reach(lead.id, 'lead', lead, ['leads', at]);
  for (const [at, rows] of [opportunities, orders, cases].entries()) {
    const link = LINKS[at + 1]!;
    const parents = new Map<string, Set<string>>();
    for (const { id, parentId = null } of rows) {
      const known = parents.get(id) ?? new Set<string>();
      if (parentId !== null) known.add(parentId);
      parents.set(id, known);
    }
    const next = new Map<string, string>();
    for (const [id, known] of parents) {
      const [parentId = null] = known;
      const lead = parentId === null ? undefined : above.get(parentId);
      if (known.size > 1) doubles.push({ link, id, parentIds: [...known].toSorted() });
      else if (lead === undefined) orphans.push({ link, id, parentId });
      else next.set(id, lead);
    }
    for (const [index, row] of rows.entries()) {
      const lead = next.get(row.id);
      if (lead !== undefined) reach(lead, link, row, [LISTS[at]!, index]);
    }
    above = next;
  }
  const byPlace = (a: { link: ChainLink; id: string }, b: { link: ChainLink; id: string }): number =>
    LINKS.indexOf(a.link) - LINKS.indexOf(b.link) || compareKeys(a.id, b.id);
  return {
    chains: [...reached].toSorted(([a], [b]) => compareKeys(a, b)).map(([id, chain]) => chainOf(id, chain)),
    orphans: orphans.sort(byPlace),
    doubles: doubles.sort(byPlace),
  };
}

/** The rows of a link that came of a lead, and the earliest of them. */
interface Reached {
  readonly ids: Set<string>;
  first: ChainRow;
  time: number;
}

function chainOf(id: string, chain: ReadonlyMap<ChainLink, Readonly<Reached>>): LeadChain {
  const ids = (link: ChainLink): string[] => [...(chain.get(link)?.ids ?? [])].sort();
  return {
    id,
    opportunityIds: ids('opportunity'),
    orderIds: ids('order'),
    caseIds: ids('case'),
    outcome: null,
    visits: LINKS.flatMap((state) => {
      const link = chain.get(state);
      return link === undefined ? [] : [{ state, enteredAt: link.first.at, leftAt: null }];
    }),
  };
}
