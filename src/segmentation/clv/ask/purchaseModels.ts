import type { BgBbModel, BuyingModel } from '../model/clvModel.js';

/** Models of purchases in continuous time. */
export const BUYING_MODELS: readonly BuyingModel['model'][] = ['bgNbd', 'mbgNbd', 'paretoNbd'];
/** All models of purchases. */
export const PURCHASE_MODELS: readonly (BuyingModel | BgBbModel)['model'][] = [...BUYING_MODELS, 'bgBb'];
