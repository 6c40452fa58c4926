import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { exported } from './exported.js';
import { type JsonSchema, valueOf } from './jsonSchema.arb.js';

test.each(exported)('$name: what is accepted comes back from JSON and from a clone as it was', ({ schema }) => {
  let accepted = 0;
  fc.assert(
    fc.property(valueOf(z.toJSONSchema(schema) as JsonSchema), (value) => {
      const { success, data } = schema.safeParse(value);
      if (!success) return;
      accepted += 1;
      expect(data).toStrictEqual(value);
      const stored: unknown = JSON.parse(JSON.stringify(value));
      expect(stored).toStrictEqual(value);
      expect(schema.parse(stored)).toStrictEqual(value);
      expect(schema.parse(structuredClone(value))).toStrictEqual(value);
    }),
    { numRuns: 100 },
  );
  expect(accepted).toBeGreaterThan(5);
});
