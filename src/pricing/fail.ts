import { errorsOf } from '../core/errors.js';
import { pricingErrors } from '../locales/en/pricing.js';

/** Throws one of pricing's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof pricingErrors>> = /* @__PURE__ */ errorsOf(pricingErrors);
