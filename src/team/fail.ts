import { errorsOf } from '../core/errors.js';
import { teamErrors } from '../locales/en/team.js';

/** Throws one of the team's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof teamErrors>> = /* @__PURE__ */ errorsOf(teamErrors);
