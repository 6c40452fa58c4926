import { dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, ZERO, minus, plus, toDecimal } from '../../core/decimal.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { dayRange } from '../../core/span.js';
import { fail } from '../fail.js';
import type { Receivable } from '../schema.js';

/** Which claims are counted, and when. */
export interface CollectionRateOptions {
  /** First day of the span. */
  readonly from: PlainDate;
  /** Day after the last of the span. */
  readonly to: PlainDate;
  /**
   * - `due` (default): of what fell due in the span, what was collected by `asOf`;
   * - `billed`: of what was issued in the span, what was collected by `asOf`;
   * - `cash`: what came in during the span by `asOf`, of what was open at its start or issued in it; what came in before
   *   the invoice lowers what is open.
   */
  readonly basis?: 'due' | 'billed' | 'cash';
  /** Facts up to and with this day are known. */
  readonly asOf: PlainDate;
}

/**
 * Returns which part of the claims was collected (回款率). Payments less refunds are collected; a credit memo lowers the
 * claim and is never collected. Without a claim the value is `null`.
 *
 * @param receivables claims of one currency, each id once, in any order
 * @param options span, basis and the day of what is known
 * @throws SalesModelError `receivable.duplicate`, `period.order`, `date.invalid`, `option.unknown`, `decimal.invalid`,
 * `decimal.tooLong`
 * @example
 * import { collectionRate } from 'salesmodel/commission';
 *
 * const march = { from: '2026-03-01', to: '2026-04-01', asOf: '2026-03-31' };
 * const invoice = {
 *   id: 'I-1',
 *   issued: '2026-02-10',
 *   due: '2026-03-12',
 *   amount: '1000',
 *   collections: [
 *     { date: '2026-03-05', amount: '850', kind: 'payment' },
 *     { date: '2026-03-09', amount: '50', kind: 'creditMemo' },
 *   ],
 * } as const;
 * collectionRate([invoice], march); // => { numerator: '850', denominator: '950', value: '0.894736842105' }
 * collectionRate([invoice], { ...march, basis: 'billed' }).value; // => null
 */
export function collectionRate(receivables: readonly Receivable[], options: CollectionRateOptions): Ratio {
  const basis = oneOf(options.basis ?? 'due', ['due', 'billed', 'cash'], ['basis']);
  const span = dayRange({ from: options.from, to: options.to });
  const asOf = dayNumber(options.asOf, ['asOf']);
  const until = Math.min(span.end - 1, asOf);
  let collected = ZERO;
  let claimed = ZERO;
  for (const claim of readClaims(receivables)) {
    if (basis === 'cash') {
      if (claim.issued > until) continue;
      const before = settled(claim, -Infinity, span.start - 1);
      const during = settled(claim, span.start, until);
      collected = plus(collected, during.collected);
      claimed = plus(claimed, minus(claim.amount, plus(plus(before.collected, before.waived), during.waived)));
      continue;
    }
    const day = basis === 'due' ? claim.due : claim.issued;
    if (day < span.start || day >= span.end || claim.issued > asOf) continue;
    const facts = settled(claim, -Infinity, asOf);
    collected = plus(collected, facts.collected);
    claimed = plus(claimed, minus(claim.amount, facts.waived));
  }
  return ratioOf(collected, claimed);
}

interface Claim {
  readonly issued: number;
  readonly due: number;
  readonly amount: Decimal;
  readonly facts: readonly { readonly day: number; readonly amount: Decimal; readonly kind: CollectionKind }[];
}

type CollectionKind = NonNullable<Receivable['collections']>[number]['kind'];

interface Settled {
  readonly collected: Decimal;
  readonly waived: Decimal;
}

/** What came in and what was given up from a day to another, both included. */
function settled({ facts }: Claim, first: number, last: number): Settled {
  let collected = ZERO;
  let waived = ZERO;
  for (const { day, amount, kind } of facts) {
    if (day < first || day > last) continue;
    if (kind === 'creditMemo') waived = plus(waived, amount);
    else collected = kind === 'payment' ? plus(collected, amount) : minus(collected, amount);
  }
  return { collected, waived };
}

function readClaims(receivables: readonly Receivable[]): Claim[] {
  const seen = new Set<string>();
  return receivables.map((receivable, index) => {
    const path = ['receivables', index];
    if (seen.has(receivable.id)) fail('receivable.duplicate', [...path, 'id'], { id: receivable.id });
    seen.add(receivable.id);
    return {
      issued: dayNumber(receivable.issued, [...path, 'issued']),
      due: dayNumber(receivable.due, [...path, 'due']),
      amount: toDecimal(receivable.amount, [...path, 'amount']),
      facts: (receivable.collections ?? []).map(({ date, amount, kind }, at) => ({
        day: dayNumber(date, [...path, 'collections', at, 'date']),
        amount: toDecimal(amount, [...path, 'collections', at, 'amount']),
        kind: oneOf(kind, ['payment', 'refund', 'creditMemo'], [...path, 'collections', at, 'kind']),
      })),
    };
  });
}
