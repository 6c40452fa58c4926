import {
  type Decimal,
  type DecimalLike,
  divide,
  minus,
  ONE,
  plus,
  toDecimal,
  toText,
  ZERO,
} from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import type { LimitScope } from '../../mechanisms/rules/limits/limitMatrix.js';
import { fail } from '../fail.js';
import { distinct } from '../priceBook/checkPriceBook.js';
import type { ApprovalMatrix } from './approvalMatrix.js';

/** A line of a deal; amounts are those of the whole line, without tax. */
export interface DealLine {
  readonly id: string;
  readonly list: DecimalLike;
  readonly net: DecimalLike;
  readonly cost?: DecimalLike;
  /** What rows of a matrix ask for, such as region or product group. */
  readonly keys?: Readonly<Record<string, string>>;
}

/** What somebody wants to agree to. */
export interface Deal {
  readonly lines: readonly DealLine[];
  readonly paymentDays?: DecimalLike;
  /** Facts for the rules of tracks, as `context.<name>`. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/** The scope of a deal as a whole. */
export const QUOTE_SCOPE = 'quote';
/** Whether there is something that margin can be a part of: 1 or 0, absent where the cost is not known. */
export const HAS_MARGIN = 'hasMargin';
/** The facts of a scope, which keys must leave alone. */
export const FACTS: readonly string[] = ['amount', 'discount', 'margin', 'paymentDays', HAS_MARGIN, 'context'];

/** The figures of a line or of all lines; `cost` is `null` where one is not known. */
interface Totals {
  readonly list: Decimal;
  readonly net: Decimal;
  readonly cost: Decimal | null;
}

/**
 * A deal as the scopes of a limit matrix: each line, and the quote as a whole.
 *
 * @throws SalesModelError `pricing.duplicateCode`, `pricing.reservedKey`, `decimal.invalid`, `decimal.tooLong`
 */
export function dealScopes({ evaluate = 'both' }: ApprovalMatrix, deal: Deal, path: Path): LimitScope[] {
  const at = (index: number): Path => [...path, 'lines', index];
  distinct([QUOTE_SCOPE, ...deal.lines.map(({ id }) => id)], (index) => [...at(index - 1), 'id']);
  const days =
    deal.paymentDays === undefined ? undefined : toText(toDecimal(deal.paymentDays, [...path, 'paymentDays']));
  const common = { context: deal.context ?? {}, ...(days === undefined ? {} : { paymentDays: days }) };
  const lines = deal.lines.map((line, index): { id: string; keys: DealLine['keys']; totals: Totals } => {
    const read = (name: 'list' | 'net' | 'cost'): Decimal | null =>
      line[name] === undefined ? null : toDecimal(line[name], [...at(index), name]);
    for (const name of Object.keys(line.keys ?? {})) {
      if (FACTS.includes(name)) fail('pricing.reservedKey', [...at(index), 'keys', name], { key: name });
    }
    return { id: line.id, keys: line.keys, totals: { list: read('list')!, net: read('net')!, cost: read('cost') } };
  });
  const whole = lines.reduce<Totals>(
    (sum, { totals }) => ({
      list: plus(sum.list, totals.list),
      net: plus(sum.net, totals.net),
      cost: sum.cost && totals.cost && plus(sum.cost, totals.cost),
    }),
    { list: ZERO, net: ZERO, cost: ZERO },
  );
  return [
    ...(evaluate === 'line' ? [] : [{ id: QUOTE_SCOPE, facts: { ...common, ...measuresOf(whole) } }]),
    ...(evaluate === 'quote'
      ? []
      : lines.map(({ id, keys, totals }) => ({ id, facts: { ...keys, ...common, ...measuresOf(totals) } }))),
  ];
}

/** What limits bound. A discount of nothing and a margin on nothing are none. */
function measuresOf({ list, net, cost }: Totals): Readonly<Record<string, string | null>> {
  return {
    amount: toText(net),
    discount: list.isZero() ? (net.isZero() ? '0' : null) : toText(minus(ONE, divide(net, list))),
    ...(cost === null
      ? {}
      : net.isZero()
        ? { margin: null, [HAS_MARGIN]: '0' }
        : { margin: toText(divide(minus(net, cost), net)), [HAS_MARGIN]: '1' }),
  };
}
