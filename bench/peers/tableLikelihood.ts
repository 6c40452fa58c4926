/** The BG/NBD likelihood of customers as written for speed alone: running sums over counts, the engine's own logarithms. */
export function tableLikelihood(
  { x, tx, T }: { readonly x: Float64Array; readonly tx: Float64Array; readonly T: Float64Array },
  { r, alpha, a, b }: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number },
): number {
  const most = x.reduce((highest, count) => Math.max(highest, count), 0);
  const table = new Float64Array(most + 1);
  const odds = new Float64Array(most + 1);
  for (let n = 0; n < most; n++) {
    table[n + 1] = table[n]! + Math.log(((r + n) * (b + n)) / (a + b + n));
    odds[n + 1] = Math.log(a / (b + n));
  }
  const start = r * Math.log(alpha);
  let sum = 0;
  for (let row = 0; row < x.length; row++) {
    const count = x[row]!;
    const age = Math.log(alpha + T[row]!);
    let own = table[count]! + start - (r + count) * age;
    if (count > 0) own += Math.log1p(Math.exp(odds[count]! + (r + count) * (age - Math.log(alpha + tx[row]!))));
    sum += own;
  }
  return sum;
}
