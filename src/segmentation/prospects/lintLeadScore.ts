import { type Decimal, plus, times, toDecimal, ZERO } from '../../core/decimal.js';
import type { Finding } from '../../core/errors.js';
import { lintRange } from '../../mechanisms/scoring/bands/lintBands.js';
import { fractionOf } from '../../core/fraction.js';
import type { LeadScoreModel } from '../schema/prospects.js';
import { type ReadLeadModel, readLeadModel } from './readLeadModel.js';

/**
 * Returns what is odd about a model of lead scores that is valid: `uselessLeadRule`, one whose points are 0, are capped at
 * 0 or cannot move its group, which is at its bound without them; and of the bands of the matrix `unreachableBand`,
 * `bandGap` and `duplicateBand`, given what the rules can add up to.
 *
 * @param model rules, groups and bounds
 * @throws SalesModelError those of `leadScore` that concern the model
 * @example
 * import { lintLeadScore, type LeadScoreModel } from 'salesmodel/segmentation';
 *
 * const model: LeadScoreModel = {
 *   id: 'leads',
 *   version: '1',
 *   groups: [{ code: 'fit' }, { code: 'interest', max: '20' }],
 *   rules: [{ code: 'large', group: 'fit', kind: 'property', when: { field: 'staff', op: 'ge', value: 250 }, points: '20' }],
 *   matrix: {
 *     letter: { group: 'fit', bands: { bands: [{ id: 'A', min: '25' }, { id: 'B' }] } },
 *     digit: { group: 'interest', bands: { bands: [{ id: '1' }] } },
 *   },
 * };
 * lintLeadScore(model).map(({ code, path }) => `${code} ${path.join('.')}`); // => ['unreachableBand matrix.letter.bands.0']
 */
export function lintLeadScore(model: LeadScoreModel): Finding[] {
  const read = readLeadModel(model);
  const findings: Finding[] = [];
  read.rules.forEach(({ code, points, limit, group }, at) => {
    const { min, max } = read.groups.find((each) => each.code === group)!;
    const { least, most } = sumsOf(read, group);
    // The least sum is one without the rules that add, and the greatest one without those that take away.
    const narrow = min !== null && max !== null && min.eq(max);
    const stuck = points.gt(0)
      ? max !== null && least !== null && least.gte(max)
      : min !== null && most !== null && most.lte(min);
    if (points.isZero() || limit?.isZero() || narrow || stuck) {
      findings.push({ code: 'uselessLeadRule', severity: 'warning', path: ['rules', at], params: { rule: code } });
    }
  });
  (['letter', 'digit'] as const).forEach((side, at) => {
    const part = read.matrix?.[at];
    if (part === undefined) return;
    const { least, most } = reachOf(read, part.group);
    const range = { least: least && fractionOf(least), most: most && fractionOf(most) };
    findings.push(...lintRange(part.bands, range, ['matrix', side, 'bands']));
  });
  return findings;
}

/** What a group may score at least and at most, or `null`. */
interface Reach {
  readonly least: Decimal | null;
  readonly most: Decimal | null;
}

/** The least and the greatest score of a group, `null` where events may add up without end. */
function reachOf(model: ReadLeadModel, code: string): Reach {
  const { min, max } = model.groups.find((group) => group.code === code)!;
  const within = (sum: Decimal | null, end: Decimal | null): Decimal | null => {
    if (sum === null) return end;
    return max?.lt(sum) ? max : min?.gt(sum) ? min : sum;
  };
  const { least, most } = sumsOf(model, code);
  return { least: within(least, min), most: within(most, max) };
}

/** What the rules of a group add up to at least and at most, before its bounds. */
function sumsOf({ rules }: ReadLeadModel, code: string): Reach {
  let least: Decimal | null = ZERO;
  let most: Decimal | null = ZERO;
  for (const { group, kind, points, limit, occurrences } of rules) {
    if (group !== code || points.isZero()) continue;
    const count = kind === 'property' ? 1 : (occurrences ?? null);
    const all = count === null ? null : times(points.abs(), toDecimal(count));
    const size = all === null ? limit : limit !== null && limit.lt(all) ? limit : all;
    if (points.gt(0)) most = most === null || size === null ? null : plus(most, size);
    else least = least === null || size === null ? null : plus(least, size.neg());
  }
  return { least, most };
}
