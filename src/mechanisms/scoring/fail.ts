import { errorsOf } from '../../core/errors.js';
import { scoringErrors } from '../../locales/en/scoring.js';

/** Throws one of the scoring mechanism's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof scoringErrors>> = /* @__PURE__ */ errorsOf(scoringErrors);
