import { ln } from './elementary.js';
import { checkProbability, type Estimate } from './estimate.js';

/**
 * Returns the z that a standard normal variable stays below with probability p, an estimate: 10⁻¹⁵ relative.
 * Rational approximations of Wichura, Algorithm AS 241 (1988).
 *
 * @param p probability above 0 and below 1
 * @throws SalesModelError `estimate.probability`
 * @example
 * import { normalQuantile } from 'salesmodel/core';
 *
 * normalQuantile(0.975).toFixed(10); // => '1.9599639845'
 */
export function normalQuantile(p: number): Estimate {
  checkProbability(p, ['p']);
  const centre = p - 0.5;
  if (Math.abs(centre) <= 0.425) return centre * quotient(CENTRE, 0.180625 - centre * centre);
  const depth = Math.sqrt(-ln(Math.min(p, 1 - p)));
  const size = depth <= 5 ? quotient(TAIL, depth - 1.6) : quotient(FAR_TAIL, depth - 5);
  return centre < 0 ? -size : size;
}

/** Coefficients from the highest power down. */
interface Rational {
  readonly over: readonly number[];
  readonly under: readonly number[];
}

function quotient({ over, under }: Rational, x: number): number {
  return polynomial(over, x) / polynomial(under, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const coefficient of coefficients) sum = sum * x + coefficient;
  return sum;
}

const CENTRE: Rational = {
  over: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  under: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1,
  ],
};

const TAIL: Rational = {
  over: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  under: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
};

const FAR_TAIL: Rational = {
  over: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  under: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1,
  ],
};
