import type { Decimal } from '../decimal.js';

/** A decimal as an integer of 10⁻ᵖˡᵃᶜᵉˢ units. */
export interface Digits {
  readonly units: bigint;
  readonly places: number;
}

export function digitsOf(value: Decimal): Digits {
  const places = value.dp();
  return { units: BigInt(value.toFixed(places).replace('.', '')), places };
}

/** The units of another place, of which a whole number is asked for. */
export function unitsOf({ units, places }: Digits, to: number): bigint {
  return to >= places ? units * tenTo(to - places) : units / tenTo(places - to);
}

/** Whether a number has no more decimals than some. */
export function isWholeIn({ units, places }: Digits, decimals: number): boolean {
  return places <= decimals || units % tenTo(places - decimals) === 0n;
}

const POWERS: readonly bigint[] = /* @__PURE__ */ Array.from({ length: 64 }, (_, places) => 10n ** BigInt(places));

export function tenTo(places: number): bigint {
  return POWERS[places] ?? 10n ** BigInt(places);
}
