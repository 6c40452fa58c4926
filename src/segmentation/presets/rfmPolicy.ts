import type { RfmPolicy } from '../schema/rfm.js';

/** Five scores by quantiles of type 7, the grid `rfm-2d-10`. */
export const rfmPolicy: RfmPolicy = { id: 'rfm', version: '1' };
