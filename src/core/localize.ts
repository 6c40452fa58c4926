import { texts, type Locale } from '../locales/index.js';
import { fillTemplate, type Finding, type Reason, type Rejected, type SalesModelError } from './errors.js';
import { oneOf } from './oneOf.js';
import { placed } from './placed.js';
import type { Problem } from './toProblems.js';

/**
 * Returns the text of an error, a problem, a rejected row, a reason or a finding in a language, with the place in front
 * where there is one. A code without a text stands for itself.
 *
 * @param what thrown, returned or reported by the library
 * @param locale `en` or `zh-CN`
 * @throws SalesModelError `option.unknown`
 * @example
 * import { invertTiers, localize } from 'salesmodel/core';
 *
 * const outcome = invertTiers({ mode: 'whole', tiers: [{ upTo: null, flat: '100' }] }, '150', '1');
 * outcome.ok || outcome.reasons.map((reason) => localize(reason, 'en'));
 * // => ['the target can not be reached: 100 is the most']
 * outcome.ok || outcome.reasons.map((reason) => localize(reason, 'zh-CN'));
 * // => ['目标无法达到：最多为 100']
 */
export function localize(what: SalesModelError | Problem | Rejected | Finding | Reason, locale: Locale): string {
  const { errors, reasons, findings, colon } = texts[oneOf(locale, ['en', 'zh-CN'], ['locale'])];
  const { code, params } = what;
  if (!('path' in what)) return fillTemplate(reasons[code] ?? code, params);
  // A larger linter passes the findings of a smaller one on with a prefix: tiers.cliff.
  const finding = (): string | undefined => findings[code] ?? findings[code.slice(code.lastIndexOf('.') + 1)];
  const text = fillTemplate(('severity' in what ? finding() : errors[code]) ?? code, params);
  return placed(what.path, text, colon);
}
