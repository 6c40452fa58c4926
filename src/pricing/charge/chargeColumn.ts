import { type Decimal, ONE, toDecimal, ZERO } from '../../core/decimal.js';
import type { Rejected } from '../../core/errors.js';
import { scaledDecimal, scaledInteger } from '../../core/fixed/decimalColumn.js';
import { slotColumn } from '../../core/fixed/slotColumn.js';
import { slotTable } from '../../core/fixed/slotTable.js';
import { roundDecimal } from '../../core/rounding.js';
import { compileTiers, type CompiledTiers } from '../../core/tierPieces.js';
import type { Charge, ChargeInput, ChargeResult } from './charge.js';
import type { ChargeRounding } from './compileCharge.js';

/** Amounts of many quantities. */
export interface ChargedColumn {
  /** Integers in units of 10⁻ˢᶜᵃˡᵉ; NaN where there is no price. */
  readonly amount: Float64Array;
  readonly scale: number;
  /** Rows whose quantity is no integer from 0 on that the charge takes. */
  readonly rejected: readonly Rejected[];
}

/** Compiles a charge for columns of quantities: tiers in doubles, everything else row by row. */
export function chargeColumn(
  charge: Charge,
  { mode, increment, decimals }: ChargeRounding,
  run: (input: ChargeInput) => ChargeResult,
): (quantities: Float64Array, scale: number) => ChargedColumn {
  const tiers = plainTiers(charge);
  const step = Number(scaledInteger(increment, decimals));
  const limit = (text: string | undefined, none: number, side: 'floor' | 'ceiling'): number =>
    text === undefined ? none : Number(scaledInteger(roundDecimal(toDecimal(text), increment, side), decimals));
  const most = limit(charge.maximum, Infinity, 'floor');
  const least = limit(charge.minimum, -Infinity, 'ceiling');
  const atZero = tiers?.flatWhenZero === true ? roundDecimal(tiers.pieces[0].flat, increment, mode) : ZERO;
  const zero = Number(scaledInteger(atZero, decimals));

  const byTiers = (from: CompiledTiers, quantities: Float64Array, scale: number): Float64Array | null => {
    const table = slotTable([{ tiers: { ...from, flatWhenZero: false }, unit: ONE, factor: ONE, limit: null }], scale, {
      mode,
      increment,
    });
    const amount = table && slotColumn(table, quantities);
    if (amount === null) return null;
    // The kernel's own figures are what is wanted.
    if (step === 1 && zero === 0 && charge.minimum === undefined && charge.maximum === undefined) return amount;
    for (let row = 0; row < amount.length; row++) {
      const rated = quantities[row] === 0 ? zero : amount[row]! * step;
      amount[row] = rated > most ? most : rated < least ? least : rated;
    }
    return amount;
  };

  return (quantities, scale) => {
    const rejected: Rejected[] = [];
    const taken = readable(charge, quantities, rejected);
    const amount = (tiers && byTiers(tiers, taken, scale)) ?? byRows(taken, scale, decimals, run);
    for (const { index } of rejected) amount[index] = NaN;
    return { amount, scale: decimals, rejected };
  };
}

/** The tiers of a charge that is nothing but tiers and limits. */
function plainTiers({ model, usageDiscount, percentOff, negative }: Charge): CompiledTiers | null {
  if (usageDiscount !== undefined || percentOff !== undefined || negative === 'mirror') return null;
  if (model.kind === 'perUnit') return compileTiers({ mode: 'marginal', tiers: [{ upTo: null, rate: model.rate }] });
  return model.kind === 'tiered' && model.unitsPerBlock === undefined ? compileTiers(model.tiers) : null;
}

/** The quantities that the charge takes; 0 in the place of one that it rejects. */
function readable({ negative = 'reject' }: Charge, quantities: Float64Array, rejected: Rejected[]): Float64Array {
  let taken = quantities;
  for (let index = 0; index < quantities.length; index++) {
    const value = quantities[index]!;
    if (Number.isSafeInteger(value) && (value >= 0 || negative === 'mirror')) continue;
    if (taken === quantities) taken = quantities.slice();
    taken[index] = 0;
    if (Number.isSafeInteger(value) && negative === 'clampToZero') continue;
    const code = Number.isSafeInteger(value) ? 'pricing.negativeQuantity' : 'decimal.invalid';
    rejected.push({ index, code, path: ['quantities', index], params: { value: String(value) } });
  }
  return taken;
}

function byRows(
  quantities: Float64Array,
  scale: number,
  decimals: number,
  run: (input: ChargeInput) => ChargeResult,
): Float64Array {
  const known = new Map<number, number>();
  return quantities.map((value) => {
    let amount = known.get(value);
    if (amount === undefined) {
      const quantity: Decimal = scaledDecimal(value, scale);
      const result = run({ quantity });
      amount = result.status === 'priced' ? Number(scaledInteger(toDecimal(result.amount), decimals)) : NaN;
      known.set(value, amount);
    }
    return amount;
  });
}
