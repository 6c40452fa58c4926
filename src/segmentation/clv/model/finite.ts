import type { Estimate } from '../../../core/estimate.js';
import type { Reason } from '../../../core/errors.js';

/** A figure, or the reason why there is none: a mean that is infinite under the model's parameters. */
export type Finite =
  { readonly ok: true; readonly value: Estimate } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** The figure where it is finite. */
export function finite(value: number): Finite {
  return Number.isFinite(value) ? { ok: true, value } : { ok: false, reasons: [{ code: 'infinite', params: {} }] };
}
