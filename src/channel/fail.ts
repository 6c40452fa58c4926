import { errorsOf } from '../core/errors.js';
import { channelErrors } from '../locales/en/channel.js';

/** Throws one of the channel's errors. */
export const fail: ReturnType<typeof errorsOf<keyof typeof channelErrors>> = /* @__PURE__ */ errorsOf(channelErrors);
