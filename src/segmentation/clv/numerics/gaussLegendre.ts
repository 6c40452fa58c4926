/** Places and weights of the rule of twelve points on [−1, 1], of one side; the other is its mirror image. */
const PLACES = [
  0.1252334085114689, 0.3678314989981802, 0.5873179542866175, 0.7699026741943047, 0.9041172563704749,
  0.9815606342467194,
];
const WEIGHTS = [
  0.2491470458134028, 0.2334925365383548, 0.2031674267230659, 0.1600783285433462, 0.1069393259953184,
  0.0471753363865118,
];

/**
 * Visits the points of the rule on [0, length], cut into panels of equal length, from left to right panel by panel.
 * The sum of weight × f(point) is the integral of f: to a double's last places where f changes over a panel
 * by no more than a factor of e¹² and has no singularity near it.
 */
export function gaussLegendre(length: number, panels: number, visit: (point: number, weight: number) => void): void {
  const half = length / panels / 2;
  for (let panel = 0; panel < panels; panel++) {
    const middle = (2 * panel + 1) * half;
    for (let at = 0; at < PLACES.length; at++) {
      const away = PLACES[at]! * half;
      const weight = WEIGHTS[at]! * half;
      visit(middle - away, weight);
      visit(middle + away, weight);
    }
  }
}
