import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { fail as failCore } from '../../core/fail.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';

/** A partner and from whom it buys. */
export interface ChainPartner {
  readonly id: string;
  /** Absent or `null`: from the maker. */
  readonly parent?: string | null;
  /** What it sells to end customers, 0 or more. Absent: nothing. */
  readonly quantity?: DecimalLike;
}

/** How long the way to the customer is. */
export interface ChannelDepth {
  /** The most partners between the maker and a customer. */
  readonly levels: number;
  /** The partners of the longest way, from the maker on; the first by id where several are as long. */
  readonly longest: readonly string[];
  /** Partners on the way of a unit, on average; without a value where nothing is sold. */
  readonly meanPath: Ratio;
  /** `partnerCycle`, `unknownParent`: partners that no way from the maker leads to, which are left out. By code, then by id. */
  readonly findings: readonly Finding[];
}

/**
 * Returns how many partners stand between the maker and the customer: at most, and for the average unit.
 *
 * @param partners with whom they buy from
 * @throws SalesModelError `ids.duplicate`, `depth.quantity`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { channelDepth } from 'salesmodel/channel';
 *
 * const { levels, longest, meanPath } = channelDepth([
 *   { id: 'importer', quantity: '100' },
 *   { id: 'wholesaler', parent: 'importer' },
 *   { id: 'shop', parent: 'wholesaler', quantity: '300' },
 * ]);
 * [levels, longest.join(' › '), meanPath.value]; // => [3, 'importer › wholesaler › shop', '2.5']
 */
export function channelDepth(partners: readonly ChainPartner[]): ChannelDepth {
  const byId = new Map<string, { readonly parent: string | null; readonly quantity: Decimal }>();
  partners.forEach(({ id, parent = null, quantity = ZERO }, at) => {
    if (byId.has(id)) failCore('ids.duplicate', ['partners', at, 'id'], { id });
    const sold = toDecimal(quantity, ['partners', at, 'quantity']);
    if (sold.lt(0)) fail('depth.quantity', ['partners', at, 'quantity'], { value: String(quantity) });
    byId.set(id, { parent, quantity: sold });
  });
  const findings: Finding[] = [];
  let longest: readonly string[] = [];
  let units = ZERO;
  let steps = ZERO;
  for (const [id, { quantity }] of [...byId].sort(([a], [b]) => compareText(a, b))) {
    const way: string[] = [];
    let next: string | null = id;
    while (next !== null && byId.has(next) && !way.includes(next)) {
      way.unshift(next);
      next = byId.get(next)!.parent;
    }
    if (next !== null) {
      const code = byId.has(next) ? 'partnerCycle' : 'unknownParent';
      const at = partners.findIndex((partner) => partner.id === id);
      findings.push({
        code,
        severity: 'error',
        path: ['partners', at, 'parent'],
        params: { partner: id, parent: next },
      });
      continue;
    }
    if (way.length > longest.length) longest = way;
    units = plus(units, quantity);
    steps = plus(steps, times(quantity, toDecimal(way.length)));
  }
  findings.sort((a, b) => compareText(a.code, b.code));
  return { levels: longest.length, longest, meanPath: ratioOf(steps, units), findings };
}
