/** English texts of the segmentation's error codes. `{name}` is replaced by the param of that name. */
export const segmentationErrors = {} as const;

/** English texts of the segmentation's rejected rows. */
export const segmentationRejections = {} as const;

/** English texts of the segmentation's reasons. */
export const segmentationReasons = {} as const;
