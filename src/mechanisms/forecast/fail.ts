import { errorsOf } from '../../core/errors.js';
import { forecastErrors } from '../../locales/en/forecast.js';

/** Throws one of the forecast mechanism's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof forecastErrors>> = /* @__PURE__ */ errorsOf(forecastErrors);
