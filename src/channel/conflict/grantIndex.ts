import { dayRange } from '../../core/span.js';
import { fail as failCore } from '../../core/fail.js';
import type { ConflictRules } from './conflictRules.js';
import type { TerritoryGrant } from './conflictData.js';

/** A right with its days as numbers. */
export interface ReadGrant {
  readonly grant: TerritoryGrant;
  readonly partner: string;
  readonly start: number;
  readonly end: number;
}

/** Rights by where and for what they count. */
export interface GrantIndex {
  readonly all: readonly ReadGrant[];
  /** The rights that count in a territory for a product on any day. */
  readonly at: (territory: string, product: string) => readonly ReadGrant[];
  /** The rights whose territory is this one or holds it, for any product. */
  readonly over: (territory: string) => readonly ReadGrant[];
}

/** Looks rights up by territory and product; each pair is worked out once. */
export function grantIndex(
  grants: readonly TerritoryGrant[],
  chainOf: (territory: string) => readonly string[],
): GrantIndex {
  const seen = new Set<string>();
  const all = grants.map((grant, at): ReadGrant => {
    if (seen.has(grant.id)) failCore('ids.duplicate', ['grants', at, 'id'], { id: grant.id });
    seen.add(grant.id);
    return { grant, partner: grant.partner, ...dayRange(grant, ['grants', at]) };
  });
  const byTerritory = new Map<string, ReadGrant[]>();
  for (const each of all) {
    const own = byTerritory.get(each.grant.territory);
    if (own === undefined) byTerritory.set(each.grant.territory, [each]);
    else own.push(each);
  }
  const chains = new Map<string, readonly ReadGrant[]>();
  const over = (territory: string): readonly ReadGrant[] => {
    let found = chains.get(territory);
    if (found === undefined) {
      found = chainOf(territory).flatMap((code) => byTerritory.get(code) ?? []);
      chains.set(territory, found);
    }
    return found;
  };
  const pairs = new Map<string, Map<string, readonly ReadGrant[]>>();
  return {
    all,
    over,
    at(territory, product) {
      let products = pairs.get(territory);
      if (products === undefined) pairs.set(territory, (products = new Map<string, readonly ReadGrant[]>()));
      let found = products.get(product);
      if (found === undefined) {
        found = over(territory).filter(({ grant }) => grant.products === undefined || grant.products.includes(product));
        products.set(product, found);
      }
      return found;
    },
  };
}

/** A territory and all that it lies in, the nearest first. */
export function chainsOf(regions: ConflictRules['regions'] = []): (territory: string) => readonly string[] {
  const parents = new Map<string, string>();
  regions.forEach(({ code, parent }, at) => {
    if (parents.has(code)) failCore('ids.duplicate', ['definition', 'regions', at, 'code'], { id: code });
    parents.set(code, parent);
  });
  return (territory) => {
    const chain = [territory];
    for (let next = parents.get(territory); next !== undefined && !chain.includes(next); next = parents.get(next)) {
      chain.push(next);
    }
    return chain;
  };
}
