import type { Locale } from '../locales/index.js';
import { nameOfCode } from './nameOfCode.js';

/**
 * Returns the name of a segment, class, stage, grade or level of the presets in a language; a code of your own, or a letter,
 * is its own name.
 *
 * @param code what an assignment says
 * @param locale `en` or `zh-CN`
 * @throws SalesModelError `option.unknown`
 * @example
 * import { segmentName } from 'salesmodel/segmentation';
 *
 * [segmentName('cantLose', 'en'), segmentName('cantLose', 'zh-CN'), segmentName('A', 'en')]; // => ['not to be lost', '不可流失客户', 'A']
 */
export function segmentName(code: string, locale: Locale): string {
  return nameOfCode('segment', code, locale);
}
