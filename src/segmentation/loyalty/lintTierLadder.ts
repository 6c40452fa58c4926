import type { Finding } from '../../core/errors.js';
import type { TierLadder } from '../schema/loyalty.js';
import { readTierLadder } from './readTierLadder.js';

/** The fewest days of a window. */
const DAYS: Readonly<Record<string, number>> = {
  calendarMonth: 28,
  calendarQuarter: 90,
  calendarHalf: 181,
  calendarYear: 365,
  anniversaryYear: 365,
};

/**
 * Returns what is odd about a ladder that is valid, by level and then by policy: `noHysteresis`, a level that is lost
 * right below where it is gained although a fall goes one level down only; `graceCoversWindow`, grace that is as long as
 * a window; `tenureOutlastsValidity`, a level that is held longer than its review is away; `graceNeverUsed`, grace in a
 * ladder without reviews.
 *
 * @param ladder levels and policies
 * @throws SalesModelError those of `replayTiers` that concern the ladder
 * @example
 * import { lintTierLadder, presets } from 'salesmodel/segmentation';
 *
 * lintTierLadder(presets['silver-gold-platinum']); // => []
 * lintTierLadder({ ...presets['silver-gold-platinum'], graceDays: 400 }).map(({ code }) => code); // => ['graceCoversWindow']
 */
export function lintTierLadder(ladder: TierLadder): Finding[] {
  const { enter, stay, downgrade, graceDays, minTenureDays, validity, months, window, codes } = readTierLadder(ladder);
  const findings: Finding[] = [];
  const warn = (code: string, path: Finding['path'], params: Finding['params']): void => {
    findings.push({ code, severity: 'warning', path, params });
  };
  if (downgrade === 'oneDown') {
    codes.forEach((level, at) => {
      if (at > 0 && stay[at]!.eq(enter[at]!)) warn('noHysteresis', ['levels', at, 'stay'], { grade: level });
    });
  }
  const windowDays = DAYS[window.kind] ?? Infinity;
  const reviews = validity === 'endOfNextWindow' || validity === 'months';
  if (graceDays > 0 && !reviews) warn('graceNeverUsed', ['graceDays'], { days: graceDays });
  else if (graceDays >= (validity === 'months' ? months * 28 : windowDays)) {
    warn('graceCoversWindow', ['graceDays'], { days: graceDays });
  }
  const longest =
    validity === 'months' ? months * 31 : validity === 'endOfNextWindow' ? 2 * (windowDays + 3) : Infinity;
  if (minTenureDays > longest) warn('tenureOutlastsValidity', ['minTenureDays'], { days: minTenureDays });
  return findings;
}
