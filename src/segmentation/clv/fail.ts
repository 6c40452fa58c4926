import { errorsOf } from '../../core/errors.js';
import { clvErrors } from '../../locales/en/clv.js';

/** Throws one of the errors of the lifetime models. */
export const fail: ReturnType<typeof errorsOf<keyof typeof clvErrors>> = /* @__PURE__ */ errorsOf(clvErrors);
