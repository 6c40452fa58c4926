import { compareText } from '../../core/compareText.js';
import { fromDayNumber } from '../../core/date.js';
import type { FactSink } from './factSink.js';
import type { GrantIndex, ReadGrant } from './grantIndex.js';

/** Looks at rights that meet where one of them is exclusive. */
export function exclusiveOverlap(rule: string, grants: GrantIndex, { events }: FactSink): void {
  for (const inner of grants.all) {
    const { territory } = inner.grant;
    for (const outer of grants.over(territory)) {
      // Two rights in one territory are over each other: one order of the two is enough.
      const isTwin = outer.grant.territory === territory && compareText(outer.grant.id, inner.grant.id) <= 0;
      if (isTwin || !meet(inner, outer)) continue;
      events.push({
        rule,
        code: 'exclusiveOverlap',
        parties: [inner.partner, outer.partner].sort(compareText),
        territory,
        on: fromDayNumber(Math.max(inner.start, outer.start)),
        evidence: [inner.grant.id, outer.grant.id].sort(compareText),
        value: null,
        facts: {},
      });
    }
  }
}

function meet(a: ReadGrant, b: ReadGrant): boolean {
  const products = a.grant.products;
  const others = b.grant.products;
  return (
    a.partner !== b.partner &&
    (a.grant.exclusive === true || b.grant.exclusive === true) &&
    a.start < b.end &&
    b.start < a.end &&
    (products === undefined || others === undefined
      ? (products ?? others)?.length !== 0
      : products.some((product) => others.includes(product)))
  );
}
