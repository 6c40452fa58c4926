import * as z from 'zod';
import { RESIDUES, ROUNDING_MODES, type Residue as ResidueName, type RoundingMode as Mode } from '../rounding.js';

/** Which of the two multiples around a number is taken. */
export type RoundingMode = Mode;
export const RoundingMode: z.ZodType<RoundingMode> = /* @__PURE__ */ z
  .enum(ROUNDING_MODES)
  .meta({ id: 'RoundingMode', title: 'Rounding mode', description: 'Which of two multiples is taken' });

/** Who gets what is left when the parts of a total are rounded. */
export type Residue = ResidueName;
export const Residue: z.ZodType<Residue> = /* @__PURE__ */ z
  .enum(RESIDUES)
  .meta({ id: 'Residue', title: 'Residue', description: 'Who gets what is left when parts are rounded' });
