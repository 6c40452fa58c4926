import { oneOf } from '../../core/oneOf.js';
import { careNames as en } from '../../locales/en/segmentation.js';
import type { Locale } from '../../locales/index.js';
import { careNames as zh } from '../../locales/zh-CN/segmentation.js';

const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, 'zh-CN': zh };

/**
 * Returns the name of an action of care or of a measure for key accounts in a language; a code of your own is its own name.
 *
 * @param code what a task says
 * @param locale `en` or `zh-CN`
 * @throws SalesModelError `option.unknown`
 * @example
 * import { careActionName } from 'salesmodel/segmentation';
 *
 * [careActionName('seasonCard', 'en'), careActionName('seasonCard', 'zh-CN')]; // => ['seasonal card', '节日贺卡']
 */
export function careActionName(code: string, locale: Locale): string {
  const names = NAMES[oneOf(locale, ['en', 'zh-CN'], ['locale'])];
  return Object.hasOwn(names, code) ? names[code]! : code;
}
