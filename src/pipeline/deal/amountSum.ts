import { type Decimal, type DecimalString, plus, toDecimal, ZERO } from '../../core/decimal.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';

/** Amounts are added in millionths while they fit: no currency in use is divided further. */
const SCALE = 6;
/** Below it a sum and an amount can be added without leaving the safe integers. */
const ROOM = 2 ** 52;

/** An exact sum of amounts: whole numbers in doubles while that is exact, decimals beyond. */
export class AmountSum {
  #units = 0;
  #rest: Decimal = ZERO;

  add(amount: DecimalString): void {
    const units = parseScaled(amount, SCALE);
    if (units < ROOM && units > -ROOM) {
      const sum = this.#units + units;
      if (sum < ROOM && sum > -ROOM) {
        this.#units = sum;
        return;
      }
    }
    this.#rest = plus(this.#rest, toDecimal(amount));
  }

  total(): Decimal {
    return plus(this.#rest, scaledDecimal(this.#units, SCALE));
  }
}
