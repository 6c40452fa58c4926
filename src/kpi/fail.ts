import { errorsOf } from '../core/errors.js';
import { kpiErrors } from '../locales/en/kpi.js';

/** Throws one of the errors of targets and figures. */
export const fail: ReturnType<typeof errorsOf<keyof typeof kpiErrors>> = /* @__PURE__ */ errorsOf(kpiErrors);
