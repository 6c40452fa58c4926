import { type Decimal, minus, plus, times, toDecimal } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import type { QualificationDefinition, RatingValue } from '../schema/prospects.js';
import { readQualification, type ReadQualification } from './qualify.js';

/**
 * Returns what is odd about a qualification that is valid: `gateNeverBinds`, a gate that no rating meets or whose cap no
 * score passes while it holds; `passOutOfReach`, a gate that every rating of its element meets with a cap below the pass;
 * `weightlessElement`, an element that counts nothing and opens no gate.
 *
 * @param definition elements, gates and limits
 * @throws SalesModelError those of `qualify` that concern the definition
 * @example
 * import { lintQualification, presets } from 'salesmodel/segmentation';
 *
 * const gates = [{ element: 'champion', when: [], effect: { cap: '50' } }] as const;
 * lintQualification({ ...presets.meddic, gates }).map(({ code }) => code); // => ['gateNeverBinds']
 */
export function lintQualification(definition: QualificationDefinition): Finding[] {
  const read = readQualification(definition);
  const { elements, gates, pass } = read;
  const findings: Finding[] = [];
  gates.forEach(({ element, when, effect }, at) => {
    const path = ['gates', at];
    const caps = effect === 'disqualify' ? null : toDecimal(effect.cap);
    if (when.every((rating) => caps !== null && !passes(read, element, rating, caps))) {
      findings.push({ code: 'gateNeverBinds', severity: 'warning', path, params: { element } });
    } else if (new Set(when).size === 4 && (caps === null || caps.lt(pass))) {
      findings.push({ code: 'passOutOfReach', severity: 'error', path, params: { element } });
    }
  });
  elements.forEach(({ code, weight }, at) => {
    if (weight.isZero() && !gates.some(({ element }) => element === code)) {
      findings.push({
        code: 'weightlessElement',
        severity: 'warning',
        path: ['elements', at],
        params: { element: code },
      });
    }
  });
  return findings;
}

/** Whether a score can pass a cap while an element has a rating and the others have the best. */
function passes(
  { elements, values, weight }: ReadQualification,
  element: string,
  rating: RatingValue,
  cap: Decimal,
): boolean {
  const best = [values.yes, values.partial, values.no].reduce((a, b) => (a.gt(b) ? a : b));
  const own = elements.find(({ code }) => code === element)!.weight;
  const others = minus(weight, own);
  // What is not known has no part in the score, unless nothing else is there.
  if (rating === 'unknown') return !others.isZero() && times(best, toDecimal(100)).gt(cap);
  const points = plus(times(others, best), times(own, values[rating]));
  return times(points, toDecimal(100)).gt(times(cap, weight));
}
