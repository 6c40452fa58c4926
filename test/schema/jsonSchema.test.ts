import { expect, test } from 'vitest';
import * as z from 'zod';
import { exported } from './exported.js';

test('every exported schema has an id, its own name, that no other schema of the library has', () => {
  const named = exported.map(({ name, schema }) => [name, z.globalRegistry.get(schema)?.id]);
  expect(named).toEqual(named.map(([name]) => [name, name!.slice(name!.indexOf('.') + 1)]));
  const schemas = new Map(exported.map(({ name, schema }) => [name.slice(name.indexOf('.') + 1), schema]));
  expect(new Set(exported.map(({ schema }) => schema)).size).toBe(schemas.size);
});

test('all of them can be exported together as JSON Schema, each with a title and a description', () => {
  const { $defs = {} } = z.toJSONSchema(
    z.object(Object.fromEntries(exported.map(({ name, schema }) => [name, schema]))),
  );
  for (const { name } of exported) {
    expect({ name, ...$defs[name.slice(name.indexOf('.') + 1)] }).toMatchObject({
      name,
      title: expect.stringMatching(/./),
      description: expect.stringMatching(/./),
    });
  }
  expect(exported.length).toBeGreaterThan(50);
});
