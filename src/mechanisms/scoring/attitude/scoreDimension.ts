import { type Decimal, type DecimalString, toText } from '../../../core/decimal.js';
import type { Estimate } from '../../../core/estimate.js';
import { scaledText } from '../../../core/fixed/scaledText.js';
import { roundUnits } from '../../../core/rounding.js';
import { scaledDecimal } from '../../../core/fixed/decimalColumn.js';
import { toProportions, toScaled } from '../../../core/scaled.js';
import { type Fraction, plusFractions, timesFractions } from '../../../core/fraction.js';
import { sampleSd } from '../spread.js';
import { aggregate } from './aggregate.js';
import type { CheckedRubric, Dimension, PanelRating } from './readRubric.js';

/** What a panel says of one dimension. */
export interface DimensionScore {
  readonly id: string;
  readonly weight: Decimal;
  /** On 0–100, 6 decimals; null with too few ratings or none that weighs. */
  readonly score: Decimal | null;
  readonly n: number;
  readonly range: DecimalString | null;
  readonly sd: Estimate | null;
  readonly roles: readonly { readonly role: string; readonly n: number; readonly score: DecimalString }[];
  /** The own rating on 0–100, 6 decimals. */
  readonly selfScore: Decimal | null;
}

/** Decimals of the score of a dimension. */
const SCALE = 6;

export function scoreDimension(
  { id, weight, min, max }: Dimension,
  ratings: readonly PanelRating[],
  rubric: CheckedRubric,
): DimensionScore {
  const scale = Math.max(min.dp(), max.dp(), ...ratings.map(({ value }) => value.dp()));
  const least = toScaled(min, scale);
  const width = toScaled(max, scale) - least;
  /** 100 · (v − min) ÷ (max − min) */
  const mapped = ({ n, d }: Fraction): Fraction => ({ n: 100n * (n - least * d), d: d * width });

  const counted = ratings.filter(({ isSelf }) => rubric.includesSelf || !isSelf);
  const units = counted.map(({ value }) => toScaled(value, scale));
  const weights = toProportions(rubric.roles.map((role) => role.weight));
  const roles = rubric.roles.flatMap(({ role }, at) => {
    const own = units.filter((_, which) => counted[which]!.role === role);
    if (own.length === 0) return [];
    return [{ role, n: own.length, weight: weights[at]!, score: mapped(aggregate(own, rubric)) }];
  });
  const weighed = roles.reduce((sum, role) => sum + role.weight, 0n);
  const points = roles
    .map((role) => timesFractions(role.score, { n: role.weight, d: 1n }))
    .reduce(plusFractions, { n: 0n, d: 1n });
  const isMissing = counted.length < rubric.minRaters || weighed === 0n;
  const self = ratings.find(({ isSelf }) => isSelf);
  return {
    id,
    weight,
    score: isMissing ? null : rounded({ n: points.n, d: points.d * weighed }),
    n: counted.length,
    range: units.length === 0 ? null : scaledText(greatest(units) + greatest(units.map((each) => -each)), scale),
    sd: units.length < 2 ? null : sampleSd(units, scale),
    roles: roles.map(({ role, n, score }) => ({ role, n, score: toText(rounded(score)) })),
    selfScore: self === undefined ? null : rounded(mapped({ n: toScaled(self.value, scale), d: 1n })),
  };
}

function rounded({ n, d }: Fraction): Decimal {
  return scaledDecimal(roundUnits(n * 10n ** BigInt(SCALE), d, 'halfEven'), SCALE);
}

function greatest(values: readonly bigint[]): bigint {
  return values.reduce((most, each) => (each > most ? each : most));
}
