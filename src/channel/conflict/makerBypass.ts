import { compareText } from '../../core/compareText.js';
import { dayRange } from '../../core/span.js';
import type { ConflictData, CustomerHold, MakerSale } from './conflictData.js';
import { type FactSink, UNKNOWN_DAY } from './factSink.js';
import { valueText } from './valueText.js';

interface ReadHold {
  readonly hold: CustomerHold;
  readonly start: number;
  readonly end: number;
}

/** Looks at one sale of the maker: was the customer a partner's on that day? */
export function makerBypass(
  rule: string,
  data: ConflictData,
  { events, undetermined }: FactSink,
): (sale: MakerSale, day: number) => void {
  const code = 'makerBypass';
  const holds = new Map<string, ReadHold[]>();
  for (const list of ['customers', 'registrations'] as const) {
    data[list]?.forEach((hold, at) => {
      const read = { hold, ...dayRange(hold, [list, at]) };
      holds.set(hold.customer, [...(holds.get(hold.customer) ?? []), read]);
    });
  }
  return ({ id, product, customer, value, on }, day) => {
    if (customer == null) {
      undetermined.push({ rule, code, evidence: id, missing: 'customer' });
      return;
    }
    const own = (holds.get(customer) ?? []).filter(({ hold }) => hold.products?.includes(product) !== false);
    if (day === UNKNOWN_DAY) {
      if (own.length > 0) undetermined.push({ rule, code, evidence: id, missing: 'on' });
      return;
    }
    const live = own.filter(({ start, end }) => start <= day && day < end);
    for (const partner of [...new Set(live.map(({ hold }) => hold.partner))].sort(compareText)) {
      const held = live.filter(({ hold }) => hold.partner === partner).map(({ hold }) => hold.id);
      events.push({
        rule,
        code,
        parties: [data.maker ?? 'maker', partner],
        territory: null,
        on: on!,
        evidence: [id, ...held.sort(compareText)],
        value: valueText(value),
        facts: { customer, product },
      });
    }
  };
}
