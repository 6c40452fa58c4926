import { describe, expect, it } from 'vitest';
import { differences } from '../../src/conformance/differences.js';

describe('differences', () => {
  it('matches objects as subsets and names what is missing', () => {
    expect(differences({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 })).toEqual([]);
    expect(differences({ a: { b: 1, c: 2 } }, { a: { b: 1 } })).toEqual(['a.c: expected 2, got nothing']);
  });

  it('matches lists element by element and wants the same length', () => {
    expect(differences([{ a: 1 }, { a: 2 }], [{ a: 1, b: 1 }, { a: 2 }])).toEqual([]);
    expect(differences({ x: [1, 2] }, { x: [1, 3] })).toEqual(['x[1]: expected 2, got 3']);
    expect(differences([1], [1, 2])).toEqual(['result: expected 1 elements, got 2: [1,2]']);
    expect(differences([1, 2], [])).toEqual(['result: expected 2 elements, got 0: []']);
    expect(differences([], {})).toEqual(['result: expected [], got {}']);
  });

  it('does not take one kind of value for another', () => {
    expect(differences('1', 1)).toEqual(['result: expected "1", got 1']);
    expect(differences(null, undefined)).toEqual(['result: expected null, got undefined']);
    expect(differences({}, null)).toEqual(['result: expected {}, got null']);
    expect(differences(0, false)).toEqual(['result: expected 0, got false']);
    expect(differences('1e3', '1000')).toEqual(['result: expected "1e3", got "1000"']);
  });

  it('compares decimals by value however many digits they have', () => {
    expect(differences('100', '100.00')).toEqual([]);
    expect(differences('9007199254740993.01', '9007199254740993.010')).toEqual([]);
    expect(differences('9007199254740993.01', '9007199254740993.02')).toHaveLength(1);
  });

  it('lets estimates differ by the last digits and whole numbers not at all', () => {
    expect(differences(0.3, 0.1 + 0.2)).toEqual([]);
    expect(differences(0.3, 0.3 + 1e-11)).toHaveLength(1);
    expect(differences(3, 3.0000000000000004)).toHaveLength(1);
  });
});
