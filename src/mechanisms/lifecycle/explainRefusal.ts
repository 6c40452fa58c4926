import { localize } from '../../core/localize.js';
import type { Locale } from '../../locales/index.js';
import type { Refusal } from './event/refusal.js';

/**
 * Returns the reasons of a refused event as texts, in their order.
 *
 * @param reasons of a refused or rejected event, or of a violation
 * @param locale `en` or `zh-CN`
 * @throws SalesModelError `option.unknown`
 * @example
 * import { applyEvent, defineLifecycle, explainRefusal } from 'salesmodel/mechanisms/lifecycle';
 *
 * const loan = defineLifecycle({
 *   id: 'loan', version: 1, initial: ['lent'],
 *   states: [{ id: 'lent', kind: 'open', requiredFields: ['until'] }],
 * });
 * const refused = applyEvent(loan, null, { type: 'create', entityId: 'F1', at: '2026-03-02', seq: 1 });
 * refused.ok || explainRefusal(refused.reasons, 'en'); // => ['until has to be filled in']
 * refused.ok || explainRefusal(refused.reasons, 'zh-CN'); // => ['必须填写 until']
 */
export function explainRefusal(reasons: readonly Refusal[], locale: Locale): readonly string[] {
  return reasons.map((reason) => localize(reason, locale));
}
