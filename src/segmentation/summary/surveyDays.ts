import { type IntegerRange, rangeOf } from '../quantile/countRanks.js';

/** Between which all days lie, and whether each is at least the one before it. */
export interface DaySurvey extends IntegerRange {
  readonly ascends: boolean;
}

/** Looks at days once, where they ascend. */
export function surveyDays(day: Int32Array): DaySurvey {
  const { falls, wide } = signsOf(day);
  // Differences of numbers of more than 30 bits may have lost their sign.
  const ascends = wide ? ascendsPlainly(day) : !falls;
  if (ascends && day.length > 0) return { min: day[0]!, max: day.at(-1)!, ascends };
  return { ...rangeOf(day), ascends };
}

/** Four at a time, and signs are gathered rather than asked for. */
function signsOf(day: Int32Array): { readonly falls: boolean; readonly wide: boolean } {
  let before = day[0] ?? 0;
  let falls = 0;
  let wide = 0;
  const quads = day.length & ~3;
  for (let row = 0; row < quads; row += 4) {
    const a = day[row]!;
    const b = day[row + 1]!;
    const c = day[row + 2]!;
    const d = day[row + 3]!;
    falls |= (a - before) | (b - a) | (c - b) | (d - c);
    wide |= (a ^ (a << 1)) | (b ^ (b << 1)) | (c ^ (c << 1)) | (d ^ (d << 1));
    before = d;
  }
  for (let row = quads; row < day.length; row++) {
    const a = day[row]!;
    falls |= a - before;
    wide |= a ^ (a << 1);
    before = a;
  }
  return { falls: falls < 0, wide: wide < 0 };
}

function ascendsPlainly(day: Int32Array): boolean {
  for (let row = 1; row < day.length; row++) if (day[row - 1]! > day[row]!) return false;
  return true;
}
