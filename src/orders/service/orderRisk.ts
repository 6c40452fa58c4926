import { dayNumber, type PlainDate } from '../../core/date.js';
import { type DecimalLike, minus, toText } from '../../core/decimal.js';
import { compileTable } from '../../mechanisms/rules/compileTable.js';
import { checkWhole, notNegative } from '../read.js';

/** What is known of an open order; what is absent is unknown. */
export interface OrderFacts {
  readonly due: PlainDate;
  /** What the supplier said when; the last word counts. */
  readonly confirmations?: readonly { readonly on: PlainDate; readonly date: PlainDate }[];
  readonly needed?: DecimalLike;
  /** What is available for it. */
  readonly available?: DecimalLike;
  readonly creditHold?: boolean;
  /** Days on which the due day was moved. */
  readonly moves?: readonly PlainDate[];
}

/** How an order stands. */
export interface OrderRisk {
  /** `red` with two reasons or a credit hold, `amber` with one, else `green`. */
  readonly light: 'green' | 'amber' | 'red';
  /** Of `lateSupplier`, `stockShort`, `creditHold`, `dateMoved`, in this order. */
  readonly reasons: readonly RiskReason[];
  /** Those of them that nobody can decide. */
  readonly unknown: readonly RiskReason[];
}

/** What endangers an order. */
export type RiskReason = 'lateSupplier' | 'stockShort' | 'creditHold' | 'dateMoved';

/**
 * Returns the traffic light of an order with all its reasons: a confirmed day after the due day, too little stock, a credit
 * hold, a due day that moved too often. What happened after the as-of day is not known.
 *
 * @param facts of the order
 * @param policy `moves`: how many moves of the due day are too many. Default 2
 * @param asOf the day, itself included
 * @throws SalesModelError `count.whole`, `quantity.negative`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { orderRisk } from 'salesmodel/orders';
 *
 * const facts = {
 *   due: '2026-03-20', needed: 100, available: 80, creditHold: false,
 *   confirmations: [{ on: '2026-03-02', date: '2026-03-19' }, { on: '2026-03-10', date: '2026-03-24' }],
 * };
 * orderRisk(facts, {}, '2026-03-09'); // => { light: 'amber', reasons: [ 'stockShort' ], unknown: [ 'dateMoved' ] }
 * orderRisk(facts, {}, '2026-03-10').light; // => 'red'
 */
export function orderRisk(facts: OrderFacts, policy: { readonly moves?: number }, asOf: PlainDate): OrderRisk {
  const today = dayNumber(asOf, ['asOf']);
  const due = dayNumber(facts.due, ['facts', 'due']);
  const confirmed = facts.confirmations
    ?.map(({ on, date }, at) => ({
      on: dayNumber(on, ['facts', 'confirmations', at, 'on']),
      day: dayNumber(date, ['facts', 'confirmations', at, 'date']),
    }))
    .filter(({ on }) => on <= today)
    .sort((a, b) => a.on - b.on || a.day - b.day)
    .at(-1);
  const { needed, available, creditHold, moves } = facts;
  const hasStock = needed !== undefined && available !== undefined;
  const decision = tableOf(checkWhole(policy.moves ?? 2, 1, ['policy', 'moves']))({
    delay: confirmed === undefined ? null : String(confirmed.day - due),
    lack: hasStock
      ? toText(minus(notNegative(needed, ['facts', 'needed']), notNegative(available, ['facts', 'available'])))
      : null,
    creditHold: creditHold ?? null,
    moves:
      moves === undefined
        ? null
        : String(moves.filter((day, at) => dayNumber(day, ['facts', 'moves', at]) <= today).length),
  });
  const reasons = decision.ok ? decision.hits.map(({ output }) => output) : [];
  const isRed = reasons.length > 1 || reasons.includes('creditHold');
  return {
    light: isRed ? 'red' : reasons.length === 1 ? 'amber' : 'green',
    reasons,
    unknown: decision.unknown.map((row) => REASONS[row]!),
  };
}

const REASONS: readonly RiskReason[] = ['lateSupplier', 'stockShort', 'creditHold', 'dateMoved'];

function tableOf(moves: number): ReturnType<typeof compileTable<RiskReason>> {
  const above0 = { op: 'gt', value: '0' } as const;
  const tests = [
    { delay: above0 },
    { lack: above0 },
    { creditHold: true },
    { moves: { op: 'ge', value: String(moves) } as const },
  ];
  return compileTable<RiskReason>({
    inputs: [
      { field: 'delay', type: 'decimal' },
      { field: 'lack', type: 'decimal' },
      { field: 'creditHold', type: 'boolean' },
      { field: 'moves', type: 'decimal' },
    ],
    rows: tests.map((when, at) => ({ when, output: REASONS[at]! })),
    hit: 'all',
  });
}
