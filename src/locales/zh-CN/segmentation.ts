import type * as en from '../en/segmentation.js';

/** Simplified Chinese texts of the segmentation's error codes, by the codes of the English table. */
export const segmentationErrors: Record<keyof typeof en.segmentationErrors, string> = {};

/** Simplified Chinese texts of the segmentation's rejected rows. */
export const segmentationRejections: Record<keyof typeof en.segmentationRejections, string> = {};

/** Simplified Chinese texts of the segmentation's reasons. */
export const segmentationReasons: Record<keyof typeof en.segmentationReasons, string> = {};
