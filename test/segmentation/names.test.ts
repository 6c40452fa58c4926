import { expect, test } from 'vitest';
import { renderExplanation } from '../../src/core/index.js';
import {
  careActionName,
  explainAssignment,
  gradeProspect,
  lifecycleStage,
  presets,
  segmentName,
} from '../../src/segmentation/index.js';
import { STAGES } from '../../src/segmentation/loyalty/lifecycleStage.js';
import { CARE_ACTIONS, KEY_ACCOUNT_MEASURES } from '../../src/segmentation/schema/care.js';
import { thrown } from '../core/thrown.js';

test('each action and measure has a name of its own in both languages', () => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const names = [...CARE_ACTIONS, ...KEY_ACCOUNT_MEASURES].map((code) => careActionName(code, locale));
    expect(new Set(names).size).toBe(27);
    if (locale === 'zh-CN') expect(names.filter((name) => !/\p{Script=Han}/u.test(name))).toEqual([]);
  }
});

test('so have the segments, stages, classes and levels of the presets', () => {
  const codes = [
    ...(['rfm-2d-10', 'r-rfm-test', 'r-rfm-vignette'] as const).flatMap((id) => presets[id].order),
    ...STAGES,
    ...['high', 'mid', 'low', 'frequent', 'occasional', 'firstTime', 'inactive', 'key', 'overdue'],
    ...presets['need-class'].segments.map(({ code }) => code),
    presets['need-class'].fallback,
    ...presets['silver-gold-platinum'].levels.map(({ code }) => code),
  ];
  expect(codes.filter((code) => !/\p{Script=Han}/u.test(segmentName(code, 'zh-CN')))).toEqual([]);
  expect(codes.filter((code) => /[A-Z]/.test(segmentName(code, 'en')))).toEqual([]);
});

test('a code of your own is its own name, and a language that there is not is refused', () => {
  expect([segmentName('toString', 'en'), careActionName('toString', 'zh-CN')]).toEqual(['toString', 'toString']);
  expect(thrown(() => segmentName('loyal', 'fr' as 'en')).code).toBe('option.unknown');
});

test('an explanation names the segment and keeps its code', () => {
  const asOf = '2026-03-31';
  const late = explainAssignment(gradeProspect({ customer: 'c', expectedClose: '2026-03-01' }, { asOf }));
  expect(renderExplanation(late, 'zh-CN', { depth: 0 })).toBe(
    'c 在 2026-03-31 的 意向等级 为 已逾期，依据 overdue = overdue',
  );
  const day = '2024-01-01';
  const gone = lifecycleStage({ customer: 'c', firstOrder: day, lastOrder: day, previousOrder: null, asOf });
  expect(renderExplanation(explainAssignment(gone), 'en', { depth: 0 })).toBe(
    'life-cycle stage of c on 2026-03-31 is lost, by lost = lost',
  );
});
