import type { Statement } from '../../../src/commission/index.js';
import { type Decimal, minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';

/** What a statement leaves open: what it carries out less what it carried in, and a payout that waits for a rate. */
export function leftOpen(statement: Statement, negative: string): string {
  const [payable, carryIn, carryOut, lost, cash] = [
    statement.payable,
    statement.carryIn,
    statement.carryOut,
    statement.paymentForfeited ?? '0',
    statement.cashRounding ?? '0',
  ].map((amount) => toDecimal(amount)) as [Decimal, Decimal, Decimal, Decimal, Decimal];
  const due = negative === 'forgive' && payable.lt(0) ? ZERO : plus(minus(minus(payable, carryOut), lost), cash);
  return toText(plus(minus(carryOut, carryIn), statement.payout === null ? due : ZERO));
}
