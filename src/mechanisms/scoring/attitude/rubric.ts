import type { DecimalString } from '../../../core/decimal.js';

/** What one rater says of one dimension. */
export interface Rating {
  readonly dimension: string;
  readonly rater: string;
  readonly role: string;
  readonly value: DecimalString;
}

/** Something that is rated, with its weight in the total and its scale. */
export interface RubricDimension {
  readonly id: string;
  /** Not negative. */
  readonly weight: DecimalString;
  /** The rating that is worth 0. */
  readonly min: DecimalString;
  /** The rating that is worth 100. */
  readonly max: DecimalString;
}

/** How ratings are turned into a score. */
export interface AttitudeRubric {
  readonly dimensions: readonly RubricDimension[];
  /** Whose ratings count, and how much. */
  readonly roles: readonly { readonly role: string; readonly weight: DecimalString }[];
  /** What the ratings of one role come to. Default `mean`. */
  readonly aggregate?: 'mean' | 'median' | 'trimmedMean';
  /** With `trimmedMean` and only there: the share of the ratings that is left out at each end, from 0 to below 0.5. */
  readonly trim?: DecimalString;
  /** A dimension with fewer ratings is missing. Default 1. */
  readonly minRaters?: number;
  /** Whether ratings of oneself count. Default `exclude`. */
  readonly self?: 'exclude' | 'include';
}
