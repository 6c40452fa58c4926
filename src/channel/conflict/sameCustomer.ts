import { compareText } from '../../core/compareText.js';
import { parseDay } from '../../core/parseDay.js';
import type { ConflictPartner, Shipment } from './conflictData.js';
import type { FactSink } from './factSink.js';
import { valueText } from './valueText.js';

/** A shipment of which both ends are known. */
type Delivery = Shipment & { readonly partner: string; readonly customer: string };

interface Arrival {
  readonly shipment: Delivery;
  readonly day: number;
  readonly level: number | undefined;
}

/**
 * Looks at the shipments of all parts together: for each one and each other partner of its level, the last shipment of
 * that partner to the same customer within the window. One pass over the days of each customer.
 */
export function sameCustomer(
  rule: string,
  windowDays: number,
  shipments: readonly Shipment[],
  partners: readonly ConflictPartner[],
  sink: FactSink,
): void {
  const levels = new Map(partners.map(({ id, level }) => [id, level]));
  const customers = new Map<string, Delivery[]>();
  for (const shipment of shipments) {
    if (!isDelivery(shipment)) continue;
    const own = customers.get(shipment.customer);
    if (own === undefined) customers.set(shipment.customer, [shipment]);
    else own.push(shipment);
  }
  for (const own of customers.values()) {
    const [first] = own;
    if (own.some(({ partner }) => partner !== first!.partner)) sweep(rule, windowDays, own, levels, sink);
  }
}

function isDelivery(shipment: Shipment): shipment is Delivery {
  return shipment.partner != null && shipment.customer != null;
}

function sweep(
  rule: string,
  windowDays: number,
  shipments: readonly Delivery[],
  levels: ReadonlyMap<string, number>,
  { events, undetermined }: FactSink,
): void {
  const code = 'sameCustomer';
  const all = new Set(shipments.map(({ partner }) => partner));
  const undecided = (evidence: string, missing: 'on' | 'level'): void => {
    undetermined.push({ rule, code, evidence, missing });
  };
  const arrivals: Arrival[] = [];
  for (const shipment of shipments) {
    const level = levels.get(shipment.partner);
    if (level === undefined) undecided(shipment.id, 'level');
    else if (shipment.on != null) arrivals.push({ shipment, day: parseDay(shipment.on), level });
    else if ([...all].some((other) => other !== shipment.partner && (levels.get(other) ?? level) === level)) {
      undecided(shipment.id, 'on');
    }
  }
  arrivals.sort((a, b) => a.day - b.day || compareText(a.shipment.id, b.shipment.id));
  const latest = new Map<string, Arrival>();
  for (const arrival of arrivals) {
    const { shipment, day, level } = arrival;
    for (const [other, before] of latest) {
      if (day - before.day > windowDays) latest.delete(other);
      else if (other !== shipment.partner && before.level === level) {
        events.push({
          rule,
          code,
          parties: [other, shipment.partner].sort(compareText),
          territory: null,
          on: shipment.on!,
          evidence: [before.shipment.id, shipment.id],
          value: valueText(shipment.value),
          facts: { customer: shipment.customer, days: day - before.day },
        });
      }
    }
    latest.set(shipment.partner, arrival);
  }
}
