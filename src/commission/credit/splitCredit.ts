import { currencyOf, minorUnit } from '../../core/currency.js';
import { toDecimal, toText } from '../../core/decimal.js';
import type { Reason } from '../../core/errors.js';
import { fixedColumn } from '../../core/fixed/column.js';
import type { Money } from '../../core/money.js';
import type { RoundingMode } from '../../core/rounding.js';
import type { CreditKind, Crediting, Split } from '../schema.js';
import { amountText } from '../statement/amountText.js';
import { creditKinds } from './credits.js';
import { directCredits } from './directCredits.js';

/** Somebody's part of an amount. */
export interface SplitPart {
  readonly payeeId: string;
  readonly kind: CreditKind;
  readonly amount: string;
  /** Part of the whole. */
  readonly share: string;
  readonly payoutShare: string;
  readonly dealRole?: string;
}

/** How an amount is split. */
export interface SplitPolicy extends Pick<Crediting, 'splitSum' | 'splitRounding'> {
  /** How overlay parts are rounded. Default `halfEven`. */
  readonly mode?: RoundingMode;
}

/** The parts of an amount, or why it cannot be split: `splitSum` with the sum of its revenue shares. */
export type SplitOutcome =
  | { readonly ok: true; readonly parts: readonly SplitPart[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * Returns what each person of a deal is credited with. Revenue parts are whole minor units and add up to the amount;
 * overlay parts come on top.
 *
 * @param amount signed
 * @param splits shares as decimals, 1 = all; revenue shares follow `splitSum`, overlay shares are free
 * @param policy `splitSum` (default `exactlyOne`), `splitRounding` (default `allocate`)
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`, `currency.unknown`, `allocate.negativeWeight`
 * @example
 * import { splitCredit } from 'salesmodel/commission';
 *
 * const outcome = splitCredit({ amount: '100.01', currency: 'USD' }, [
 *   { payeeId: 'ana', kind: 'revenue', share: '0.5' },
 *   { payeeId: 'ben', kind: 'revenue', share: '0.5' },
 *   { payeeId: 'cho', kind: 'overlay', share: '0.3' },
 * ]);
 * outcome.ok && outcome.parts.map((part) => part.amount); // => ['50.01', '50.00', '30.00']
 */
export function splitCredit(amount: Money, splits: readonly Split[], policy: SplitPolicy = {}): SplitOutcome {
  const increment = toDecimal(minorUnit(currencyOf(amount.currency)));
  const shares = fixedColumn(
    splits.map(({ share }) => share),
    ['splits'],
  );
  const made = directCredits(
    {
      amount: fixedColumn([amount.amount], ['amount', 'amount']),
      payee: Int32Array.of(-1),
      splits: {
        offset: Int32Array.of(0, splits.length),
        payee: Int32Array.from(splits.keys()),
        kind: Uint8Array.from(splits, ({ kind }) => creditKinds.indexOf(kind)),
        share: shares,
        payoutShare: fixedColumn(
          splits.map(({ share, payoutShare }) => payoutShare ?? share),
          ['splits'],
        ),
        dealRole: (split) => splits[split]?.dealRole,
      },
    },
    0,
    policy,
    { increment, mode: policy.mode ?? 'halfEven' },
  );
  if ('sum' in made) return { ok: false, reasons: [{ code: 'splitSum', params: { sum: toText(made.sum) } }] };
  return {
    ok: true,
    parts: made.credits.map((credit) => ({
      payeeId: splits[credit.payee]?.payeeId ?? '',
      kind: creditKinds[credit.kind] ?? 'revenue',
      amount: amountText(credit.amount, increment),
      share: toText(credit.share),
      payoutShare: toText(credit.payoutShare),
      ...(credit.dealRole === undefined ? {} : { dealRole: credit.dealRole }),
    })),
  };
}
