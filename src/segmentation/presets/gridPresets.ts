import { rfm2d10 } from './rfm2d10.js';
import { rRfmTest, rRfmVignette } from './rRfmGrids.js';

/** The grids that a policy may name. */
export const gridPresets = {
  'rfm-2d-10': rfm2d10,
  'r-rfm-test': rRfmTest,
  'r-rfm-vignette': rRfmVignette,
} as const;
