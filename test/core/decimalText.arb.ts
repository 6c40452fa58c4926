import fc from 'fast-check';

/** Decimal texts of every shape: whole or with decimals, of up to `digits` digits, padded with zeros or not. */
export function decimalText({
  digits = 40,
  min = -1,
}: { digits?: number; min?: -1 | 0 | 1 } = {}): fc.Arbitrary<string> {
  return fc
    .record({
      unscaled: fc.oneof(
        fc.bigInt({ min: -1000n, max: 1000n }),
        fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }),
        fc.bigInt({ min: 1n - 10n ** BigInt(digits), max: 10n ** BigInt(digits) - 1n }),
      ),
      scale: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: digits - 1 })),
    })
    .map(({ unscaled, scale }) => fromScaled(min === -1 || unscaled >= 0n ? unscaled : -unscaled, scale))
    .filter((text) => min < 1 || /[1-9]/.test(text));
}

/** `unscaled / 10^scale` as decimal text, with all `scale` decimals. */
export function fromScaled(unscaled: bigint, scale: number): string {
  const sign = unscaled < 0n ? '-' : '';
  const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** `text × 10^scale` as an integer; the text must have at most `scale` decimals. */
export function toScaled(text: string, scale: number): bigint {
  const [whole = '', decimals = ''] = text.split('.');
  return BigInt(whole + decimals.padEnd(scale, '0'));
}

/** Strips what a canonical text does not carry: trailing zeros and the sign of zero. */
export function canonical(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short;
}
