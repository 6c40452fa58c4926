import * as z from 'zod';
import type { Curve as CurveType } from '../curve.js';
import { DecimalString } from './decimal.js';

/** @reexport */
export type Curve = CurveType;
/** A piecewise linear function: straight lines between points, jumps where points share an x. */
export const Curve: z.ZodType<Curve> = /* @__PURE__ */ z
  .strictObject({
    points: z
      .array(z.strictObject({ x: DecimalString, y: DecimalString, side: z.enum(['left', 'right']).exactOptional() }))
      .min(1)
      .readonly(),
    extrapolate: z
      .strictObject({
        below: z.enum(['clamp', 'linear', 'none']).exactOptional(),
        above: z.enum(['clamp', 'linear', 'none']).exactOptional(),
      })
      .readonly()
      .exactOptional(),
  })
  .meta({
    id: 'Curve',
    title: 'Curve',
    description: 'A piecewise linear function, with jumps where points share an x',
  });
