import { oneOf } from '../core/oneOf.js';
import { segmentationWords as en } from '../locales/en/segmentation.js';
import type { Locale } from '../locales/index.js';
import { segmentationWords as zh } from '../locales/zh-CN/segmentation.js';

const NAMES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { en, 'zh-CN': zh };

/** The name of a code of a kind in a language; a code of your own stands for itself. */
export function nameOfCode(kind: 'segment' | 'action', code: string, locale: Locale): string {
  const names = NAMES[oneOf(locale, ['en', 'zh-CN'], ['locale'])];
  const key = kind === 'segment' ? `segment.${code}` : `action.${code}`;
  return Object.hasOwn(names, key) ? names[key]! : code;
}
