import { toDecimal } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import type { QualificationDefinition } from '../schema/prospects.js';
import { readQualification } from './qualify.js';

/**
 * Returns what is odd about a qualification that is valid: `gateNeverBinds`, a gate that no rating meets or whose cap is
 * 100; `passOutOfReach`, a gate that every rating of its element meets with a cap below the pass; `weightlessElement`, an
 * element that counts nothing and opens no gate.
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
  const { elements, gates, pass } = readQualification(definition);
  const findings: Finding[] = [];
  gates.forEach(({ element, when, effect }, at) => {
    const path = ['gates', at];
    const caps = effect === 'disqualify' ? null : toDecimal(effect.cap);
    if (when.length === 0 || caps?.gte(100)) {
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
