import * as z from 'zod';
import { modules } from '../../src/conformance/modules.js';

/** Every schema that the library exports, as `module.name`. */
export const exported: readonly { readonly name: string; readonly schema: z.ZodType }[] = (
  await Promise.all(
    Object.entries({ ...modules, conformance: () => import('../../src/conformance/index.js') }).map(
      async ([module, load]) =>
        Object.entries(await load()).flatMap(([name, value]) =>
          value instanceof z.ZodType ? [{ name: `${module}.${name}`, schema: value }] : [],
        ),
    ),
  )
).flat();
