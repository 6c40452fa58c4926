import { checkJson } from 'salesmodel/core';
import { expect, test } from 'vitest';
import { thrown } from './thrown.js';

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

test('a hundred levels pass, one more does not, and ten thousand end no stack', () => {
  checkJson(nested(100));
  for (const depth of [101, 10_000]) {
    const error = thrown(() => checkJson(nested(depth), ['rule']));
    expect(error).toMatchObject({ code: 'json.tooDeep', params: { max: 100 } });
    expect(error.path.length).toBe(101);
  }
  const deep = '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000);
  expect(thrown(() => checkJson(JSON.parse(deep))).code).toBe('json.tooDeep');
});

test('a circle is too deep', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  expect(thrown(() => checkJson(circle)).code).toBe('json.tooDeep');
});

test.each(['__proto__', 'constructor', 'prototype'])('the key %s is refused where it stands', (key) => {
  const error = thrown(() => checkJson(JSON.parse(`{"params":[{"ok":1},{"${key}":{"polluted":true}}]}`), ['row', 3]));
  expect(error).toMatchObject({ code: 'key.forbidden', path: ['row', 3, 'params', 1, key], params: { key } });
});

test('sound values pass', () => {
  for (const value of [null, 1, 'constructor', true, [], {}, { a: [{ b: null }] }, undefined]) checkJson(value);
  expect(thrown(() => checkJson([{ constructor: 1 }])).message).toBe(
    '[0].constructor: must not be the key constructor',
  );
});
