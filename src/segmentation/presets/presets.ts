import type { RfmPolicy } from '../schema/rfm.js';
import type { RfmPreconditions } from '../rfm/checkRfmBase.js';
import type { TierLadder } from '../schema/loyalty.js';
import type { SegmentGrid } from '../schema/grid.js';
import { gridPresets } from './gridPresets.js';
import { rfmPolicy } from './rfmPolicy.js';
import { silverGoldPlatinum } from './silverGoldPlatinum.js';

/** The presets of the segmentation by their codes. */
export const presets: {
  readonly 'rfm-2d-10': SegmentGrid;
  readonly 'r-rfm-test': SegmentGrid;
  readonly 'r-rfm-vignette': SegmentGrid;
  /** Five scores by quantiles of type 7, the grid `rfm-2d-10`. */
  readonly rfm: RfmPolicy;
  /** As the R package rfm: 1 is added to each quantile, and a value on a cut has the upper score. */
  readonly 'r-rfm': RfmPolicy;
  /** As Klaviyo: 500 customers, 180 days of history, an order within 30 days. */
  readonly 'rfm-klaviyo-guard': RfmPreconditions;
  /** Levels at 1,000, 3,000 and 6,000 a calendar year, and the lower totals that keep them. */
  readonly 'silver-gold-platinum': TierLadder;
} = {
  ...gridPresets,
  rfm: rfmPolicy,
  'r-rfm': { id: 'r-rfm', version: '1', cutOffset: '1', boundary: 'upper' },
  'rfm-klaviyo-guard': { customers: 500, historyDays: 180, lastOrderDays: 30 },
  'silver-gold-platinum': silverGoldPlatinum,
};
