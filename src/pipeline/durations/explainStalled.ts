import { localize } from '../../core/localize.js';
import type { Locale } from '../../locales/index.js';
import type { Stalled } from './stalledDeals.js';

/**
 * Returns why a deal is stalled as texts, in their order.
 *
 * @param stalled one of `stalledDeals`
 * @param locale `en` or `zh-CN`
 * @throws SalesModelError `option.unknown`
 * @example
 * import { explainStalled } from 'salesmodel/pipeline';
 *
 * const stalled = { id: 'D1', stage: 'needs', daysInStage: '31', age: '40', reasons: [{ code: 'rotting', params: { days: '31', most: '14' } }] };
 * explainStalled(stalled, 'en'); // => ['31 days in the stage, which keeps fresh for 14']
 * explainStalled(stalled, 'zh-CN'); // => ['在本阶段已 31 天，超过保鲜期 14 天']
 */
export function explainStalled(
  { reasons }: Pick<Stalled, 'reasons'> & Partial<Stalled>,
  locale: Locale,
): readonly string[] {
  return reasons.map((reason) => localize(reason, locale));
}
