/**
 * Logarithm and exponential from `+ − × ÷` alone, so that they give the same bits on every engine.
 * Errors stay below a few units in the last place.
 */

/** ln 2 as a number of 21 bits, whose multiples by exponents are exact, and the rest. */
const LN2_HIGH = 0.6931467056274414;
const LN2_LOW = 4.7493250390316726e-7;

const bits: DataView = /* @__PURE__ */ new DataView(new ArrayBuffer(8));

/** Natural logarithm of a positive finite number. */
export function ln(x: number): number {
  const isSmall = x < 2 ** -1022;
  bits.setFloat64(0, isSmall ? x * 2 ** 54 : x);
  const high = bits.getUint32(0);
  let exponent = (high >>> 20) - 1023 - (isSmall ? 54 : 0);
  bits.setUint32(0, (high & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  return exponent * LN2_HIGH + (lnOfQuotient((mantissa - 1) / (mantissa + 1)) + exponent * LN2_LOW);
}

/** ln(1 + x) for x above −1, exact to the last places also where x is small. */
export function ln1p(x: number): number {
  return x > -0.29 && x < 0.41 ? lnOfQuotient(x / (2 + x)) : ln(1 + x);
}

/** e to the power of a finite number; 0 and Infinity where a double ends. */
export function exp(x: number): number {
  if (x > 709.79) return Infinity;
  if (x < -745.14) return 0;
  const exponent = Math.round(x / Math.LN2);
  const rest = x - exponent * LN2_HIGH - exponent * LN2_LOW;
  let sum = 1;
  // |rest| ≤ ½ ln 2: the first term left out is below 10⁻¹⁸.
  for (let n = 15; n > 0; n--) sum = 1 + (sum * rest) / n;
  return exponent < -1000 ? sum * powerOfTwo(exponent + 100) * 2 ** -100 : sum * 2 * powerOfTwo(exponent - 1);
}

/** ln((1 + s)/(1 − s)) = 2 artanh s for |s| ≤ 0.172, by its series: the first term left out is below 10⁻¹⁸ of the sum. */
function lnOfQuotient(s: number): number {
  const square = s * s;
  let sum = 0;
  for (let n = 25; n > 1; n -= 2) sum = (sum + 1 / n) * square;
  return 2 * s + 2 * s * sum;
}

function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}
