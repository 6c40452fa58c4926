import { oneOf } from '../core/oneOf.js';
import { segmentationWords as en } from '../locales/en/segmentation.js';
import type { Locale } from '../locales/index.js';
import { segmentationWords as zh } from '../locales/zh-CN/segmentation.js';

const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, 'zh-CN': zh };

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
  const names = NAMES[oneOf(locale, ['en', 'zh-CN'], ['locale'])];
  return names[`segment.${code}`] ?? code;
}
