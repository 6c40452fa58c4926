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
    if (!this.#fits(parseScaled(amount, SCALE))) this.#rest = plus(this.#rest, toDecimal(amount));
  }

  /** Adds an integer of 10⁻ˢᶜᵃˡᵉ units. */
  addUnits(value: number | bigint, scale: number): void {
    const units = typeof value === 'number' && scale <= SCALE ? value * 10 ** (SCALE - scale) : NaN;
    if (!this.#fits(units)) this.#rest = plus(this.#rest, scaledDecimal(value, scale));
  }

  /** Adds millionths if that is exact. */
  #fits(units: number): boolean {
    const sum = this.#units + units;
    if (!(units < ROOM && units > -ROOM && sum < ROOM && sum > -ROOM)) return false;
    this.#units = sum;
    return true;
  }

  total(): Decimal {
    return plus(this.#rest, scaledDecimal(this.#units, SCALE));
  }
}
