import * as z from 'zod';
import {
  RESIDUES,
  ROUNDING_MODES,
  type Residue as ResidueName,
  type RoundingMode as Mode,
  type RoundingPolicy as Policy,
} from '../rounding.js';
import { DecimalString } from './decimal.js';

/**
 * Which of the two multiples around a number is taken.
 *
 * @useDeclaredType
 */
export type RoundingMode = Mode;
/** Which of the two multiples around a number is taken. */
export const RoundingMode: z.ZodType<RoundingMode> = /* @__PURE__ */ z
  .enum(ROUNDING_MODES)
  .meta({ id: 'RoundingMode', title: 'Rounding mode', description: 'Which of two multiples is taken' });

/**
 * Who gets what is left when the parts of a total are rounded.
 *
 * @useDeclaredType
 */
export type Residue = ResidueName;
/** Who gets what is left when the parts of a total are rounded. */
export const Residue: z.ZodType<Residue> = /* @__PURE__ */ z
  .enum(RESIDUES)
  .meta({ id: 'Residue', title: 'Residue', description: 'Who gets what is left when parts are rounded' });

/** @reexport */
export type RoundingPolicy<Place extends string = string> = Policy<Place>;
/** How and where amounts are rounded. */
export const RoundingPolicy: z.ZodType<RoundingPolicy> = /* @__PURE__ */ z
  .strictObject({
    mode: RoundingMode.exactOptional(),
    increment: DecimalString.exactOptional(),
    at: z.string().min(1).exactOptional(),
    residue: Residue.exactOptional(),
  })
  .meta({ id: 'RoundingPolicy', title: 'Rounding policy', description: 'How and where amounts are rounded' });
