import { errorsOf } from '../core/errors.js';
import { ordersErrors } from '../locales/en/orders.js';

/** Throws one of the errors of orders. */
export const fail: ReturnType<typeof errorsOf<keyof typeof ordersErrors>> = /* @__PURE__ */ errorsOf(ordersErrors);
