import { compareText } from '../../core/compareText.js';
import type { Shipment } from './conflictData.js';
import { type FactSink, UNKNOWN_DAY } from './factSink.js';
import type { GrantIndex } from './grantIndex.js';
import { valueText } from './valueText.js';

/** Looks at one shipment: may the partner sell there, and if not, who may? */
export function crossTerritory(
  rule: string,
  unassigned: 'ignore' | 'report',
  grants: GrantIndex,
  { events, undetermined }: FactSink,
): (shipment: Shipment, day: number) => void {
  const code = 'crossTerritory';
  return (shipment, day) => {
    const { id, partner, product, territory } = shipment;
    if (territory == null) {
      undetermined.push({ rule, code, evidence: id, missing: 'territory' });
      return;
    }
    const live = grants.at(territory, product);
    if (partner == null) {
      const isHeld = live.some(({ start, end }) => day === UNKNOWN_DAY || (start <= day && day < end));
      if (isHeld || unassigned === 'report') undetermined.push({ rule, code, evidence: id, missing: 'partner' });
      return;
    }
    if (day === UNKNOWN_DAY) {
      const isOpen = unassigned === 'report' || live.some((grant) => grant.partner !== partner);
      if (isOpen) undetermined.push({ rule, code, evidence: id, missing: 'on' });
      return;
    }
    let others: string[] | null = null;
    for (let at = 0; at < live.length; at++) {
      const { partner: holder, start, end } = live[at]!;
      if (day < start || day >= end) continue;
      if (holder === partner) return;
      if (others === null) others = [holder];
      else if (!others.includes(holder)) others.push(holder);
    }
    if (others === null && unassigned === 'ignore') return;
    const shared = {
      rule,
      code,
      territory,
      on: shipment.on!,
      evidence: [id],
      value: valueText(shipment.value),
      facts: { product },
    } as const;
    if (others === null) events.push({ ...shared, parties: [partner] });
    else for (const other of others.sort(compareText)) events.push({ ...shared, parties: [partner, other] });
  };
}
