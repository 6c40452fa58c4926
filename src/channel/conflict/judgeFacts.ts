import type { ConflictData, MakerSale, SeenPrice, Shipment } from './conflictData.js';
import type { ConflictRule } from './conflictRules.js';
import { arbitrage, corridor, onlineUndercut } from './priceGaps.js';
import { crossTerritory } from './crossTerritory.js';
import { exclusiveOverlap } from './exclusiveOverlap.js';
import { type FactSink, readRows, UNKNOWN_DAY } from './factSink.js';
import { type GrantIndex, grantIndex } from './grantIndex.js';
import { makerBypass } from './makerBypass.js';
import { priceBound, promotionBreach } from './priceBounds.js';
import { type PriceHistory, priceHistory } from './priceHistory.js';

type Look<Row> = (row: Row, day: number) => void;

/** What looks at the rows of each list. */
interface Looks {
  readonly shipments: Look<Shipment>[];
  readonly makerSales: Look<MakerSale>[];
  readonly prices: Look<SeenPrice>[];
}

/** Looks at data by all rules, and returns the shipments that those of other parts may meet at a customer. */
export function judgeFacts(
  rules: readonly ConflictRule[],
  data: ConflictData,
  chainOf: (territory: string) => readonly string[],
  sink: FactSink,
): readonly Shipment[] {
  const looks: Looks = { shipments: [], makerSales: [], prices: [] };
  const kept: Shipment[] = [];
  const prices: { seen: SeenPrice; day: number }[] = [];
  readRows(
    data.prices ?? [],
    'prices',
    ({ price }) => price,
    sink,
    (seen, day) => prices.push({ seen, day }),
  );
  const history = priceHistory(prices.filter(({ seen, day }) => seen.price != null && day !== UNKNOWN_DAY));
  const grants = grantIndex(data.grants ?? [], chainOf);
  for (const rule of rules) addLooks(rule, { data, grants, history, sink, looks });
  // Several rules of this kind meet at the same customers: the rows are kept once.
  if (rules.some(({ code }) => code === 'sameCustomer')) {
    looks.shipments.push((shipment) => {
      if (shipment.partner != null && shipment.customer != null) kept.push(shipment);
    });
  }
  readRows(data.shipments ?? [], 'shipments', ({ value }) => value, sink, together(looks.shipments));
  readRows(data.makerSales ?? [], 'makerSales', ({ value }) => value, sink, together(looks.makerSales));
  for (const { seen, day } of prices) for (const look of looks.prices) look(seen, day);
  return kept;
}

interface Bench {
  readonly data: ConflictData;
  readonly grants: GrantIndex;
  readonly history: { readonly at: PriceHistory; readonly days: readonly { product: string; day: number }[] };
  readonly sink: FactSink;
  readonly looks: Looks;
}

function addLooks(rule: ConflictRule, { data, grants, history, sink, looks }: Bench): void {
  const id = rule.id ?? rule.code;
  switch (rule.code) {
    case 'crossTerritory':
      looks.shipments.push(crossTerritory(id, rule.unassigned ?? 'ignore', grants, sink));
      break;
    case 'sameCustomer':
      looks.shipments.push((shipment) => {
        const missing = shipment.partner == null ? 'partner' : shipment.customer == null ? 'customer' : null;
        if (missing !== null) {
          sink.undetermined.push({ rule: id, code: 'sameCustomer', evidence: shipment.id, missing });
        }
      });
      break;
    case 'exclusiveOverlap':
      exclusiveOverlap(id, grants, sink);
      break;
    case 'makerBypass':
      looks.makerSales.push(makerBypass(id, data, sink));
      break;
    case 'belowFloor':
    case 'aboveCeiling':
      looks.prices.push(priceBound(id, rule, data, sink));
      break;
    case 'promotionBreach':
      looks.prices.push(promotionBreach(id, data, sink));
      break;
    case 'onlineUndercut':
      looks.prices.push(onlineUndercut(id, rule, history.at, sink));
      break;
    case 'corridor':
      looks.prices.push(corridor(id, rule, history.at, sink));
      break;
    case 'arbitrage':
      arbitrage(id, rule, history, sink);
      break;
  }
}

function together<Row>(looks: readonly Look<Row>[]): Look<Row> {
  const [only] = looks;
  if (looks.length === 1 && only) return only;
  return (row, day) => {
    for (let at = 0; at < looks.length; at++) looks[at]!(row, day);
  };
}
