import { errorsOf } from '../core/errors.js';
import { commissionErrors } from '../locales/en/commission.js';

/** Throws one of the commission's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof commissionErrors>> =
  /* @__PURE__ */ errorsOf(commissionErrors);
