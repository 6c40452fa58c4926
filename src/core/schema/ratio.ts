import * as z from 'zod';
import type { Ratio as Quotient } from '../ratio.js';
import { DecimalString } from './decimal.js';

const parts = { numerator: DecimalString, denominator: DecimalString };

/** @reexport */
export type Ratio = Quotient;
/** An exact quotient; no value and a reason where the denominator is 0. */
export const Ratio: z.ZodType<Ratio> = /* @__PURE__ */ z
  .union([
    z.strictObject({ ...parts, value: DecimalString }),
    z.strictObject({ ...parts, value: z.null(), reason: z.string().min(1) }),
  ])
  .meta({
    id: 'Ratio',
    title: 'Ratio',
    description: 'An exact quotient with its value at 12 decimals, if it has one.',
  });
