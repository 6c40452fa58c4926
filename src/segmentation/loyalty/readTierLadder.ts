import { type Decimal, toDecimal, toText } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { fail } from '../fail.js';
import type { TierLadder, TierWindow } from '../schema/loyalty.js';
import { type LadderWindows, ladderWindows } from './ladderWindows.js';

/** A ladder with its defaults, checked. */
export interface ReadTierLadder {
  readonly policyVersion: string;
  readonly codes: readonly string[];
  readonly enter: readonly Decimal[];
  readonly stay: readonly Decimal[];
  readonly window: TierWindow;
  readonly windows: LadderWindows;
  readonly review: boolean;
  readonly validity: 'endOfNextWindow' | 'endOfWindow' | 'lifetime' | 'months';
  /** Of the validity `months`. */
  readonly months: number;
  readonly downgrade: NonNullable<TierLadder['downgrade']>;
  readonly graceDays: number;
  readonly minTenureDays: number;
  readonly reversesAtOnce: boolean;
}

/** Farther ahead no date ends. */
const MOST_MONTHS = 12_000;
const MOST_DAYS = 366_000;

/**
 * @throws SalesModelError `segmentation.ladder.levels`, `segmentation.ladder.notAscending`,
 *   `segmentation.ladder.stayAboveEnter`, `segmentation.ladder.noWindowEnd`, `segmentation.ladder.count`,
 *   `segmentation.ladder.reviewEndsAtOnce`, `segmentation.segment.duplicate`, `option.unknown`, `decimal.invalid`,
 *   `decimal.tooLong`
 */
export function readTierLadder(ladder: TierLadder): ReadTierLadder {
  const path: Path = ['ladder'];
  const { levels, window = { kind: 'calendarYear' }, validity = 'endOfNextWindow' } = ladder;
  if (levels.length === 0) fail('segmentation.ladder.levels', [...path, 'levels'], { value: '0' });
  const enter = levels.map((level, at) => toDecimal(level.enter, [...path, 'levels', at, 'enter']));
  const stay = levels.map((level, at) => toDecimal(level.stay ?? level.enter, [...path, 'levels', at, 'stay']));
  if (!enter[0]!.isZero())
    fail('segmentation.ladder.levels', [...path, 'levels', 0, 'enter'], { value: toText(enter[0]!) });
  levels.forEach(({ code }, at) => {
    const here = [...path, 'levels', at];
    if (levels.findIndex((level) => level.code === code) < at) {
      fail('segmentation.segment.duplicate', [...here, 'code'], { segment: code });
    }
    if (stay[at]!.gt(enter[at]!)) {
      const params = { enter: toText(enter[at]!), value: toText(stay[at]!) };
      fail('segmentation.ladder.stayAboveEnter', [...here, 'stay'], params);
    }
    if (at === 0) return;
    for (const [field, bounds] of [
      ['enter', enter],
      ['stay', stay],
    ] as const) {
      if (bounds[at]!.lte(bounds[at - 1]!)) {
        const params = { before: toText(bounds[at - 1]!), value: toText(bounds[at]!) };
        fail('segmentation.ladder.notAscending', [...here, field], params);
      }
    }
  });
  const kinds = [
    'calendarYear',
    'calendarHalf',
    'calendarQuarter',
    'calendarMonth',
    'anniversaryYear',
    'lifetime',
    'rolling',
  ] as const;
  oneOf(window.kind, kinds, [...path, 'window', 'kind']);
  if (window.kind === 'rolling') checkCount(window.months, 1, MOST_MONTHS, [...path, 'window', 'months']);
  if ('fiscalStartMonth' in window)
    checkCount(window.fiscalStartMonth ?? 1, 1, 12, [...path, 'window', 'fiscalStartMonth']);
  const ends = window.kind !== 'rolling' && window.kind !== 'lifetime';
  const upgrade = oneOf(ladder.upgrade ?? 'immediate', ['immediate', 'review'], [...path, 'upgrade']);
  if (typeof validity === 'object') checkCount(validity.months, 1, MOST_MONTHS, [...path, 'validity', 'months']);
  else oneOf(validity, ['endOfNextWindow', 'endOfWindow', 'lifetime'], [...path, 'validity']);
  const atEnds = validity === 'endOfNextWindow' || validity === 'endOfWindow';
  if (!ends && (atEnds || upgrade === 'review')) {
    fail('segmentation.ladder.noWindowEnd', [...path, atEnds ? 'validity' : 'upgrade'], { window: window.kind });
  }
  if (validity === 'endOfWindow' && upgrade === 'review') {
    fail('segmentation.ladder.reviewEndsAtOnce', [...path, 'validity']);
  }
  const { graceDays = 0, minTenureDays = 0 } = ladder;
  checkCount(graceDays, 0, MOST_DAYS, [...path, 'graceDays']);
  checkCount(minTenureDays, 0, MOST_DAYS, [...path, 'minTenureDays']);
  return {
    policyVersion: `${ladder.id}@${ladder.version}`,
    codes: levels.map(({ code }) => code),
    enter,
    stay,
    window,
    windows: ladderWindows(window),
    review: upgrade === 'review',
    validity: typeof validity === 'object' ? 'months' : validity,
    months: typeof validity === 'object' ? validity.months : 0,
    downgrade: oneOf(ladder.downgrade ?? 'toQualified', ['toQualified', 'oneDown', 'toBase'], [...path, 'downgrade']),
    graceDays,
    minTenureDays,
    reversesAtOnce:
      oneOf(ladder.reversal ?? 'atReview', ['atReview', 'immediate'], [...path, 'reversal']) === 'immediate',
  };
}

function checkCount(value: number, least: number, most: number, path: Path): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    fail('segmentation.ladder.count', path, { least, most, value });
  }
}
