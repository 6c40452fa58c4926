export { bullwhipBound } from './bullwhip/bullwhipBound.js';
export { bullwhipRatio, type BullwhipOptions, type BullwhipRatio } from './bullwhip/bullwhipRatio.js';
export { allocateShortage } from './shortage/allocateShortage.js';
export { explainShortage } from './shortage/explainShortage.js';
export { gamingGain, type GamingGain } from './shortage/gamingGain.js';
export { lintShortage } from './shortage/lintShortage.js';
export type {
  ShortageInput,
  ShortageLevel,
  ShortageRequest,
  ShortageResult,
  ShortageRule,
  ShortageShare,
} from './shortage/shortage.js';
