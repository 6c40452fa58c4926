import { errorsOf } from '../../core/errors.js';
import { lifecycleErrors } from '../../locales/en/lifecycle.js';

/** Throws one of the lifecycle mechanism's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof lifecycleErrors>> =
  /* @__PURE__ */ errorsOf(lifecycleErrors);
