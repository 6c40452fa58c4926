import { coreErrors } from '../locales/en/core.js';
import { errorsOf } from './errors.js';

/** Throws one of the core's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof coreErrors>> = /* @__PURE__ */ errorsOf(coreErrors);
