import fc from 'fast-check';
import type { Rule, RuleLeaf } from '../../../src/mechanisms/rules/index.js';
import { decimalText } from '../../core/decimalText.arb.js';

const date = fc.constantFrom('2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01');
const text = fc.constantFrom('A', 'B', 'A/1', 'A/1/x', 'AB', '');
const decimal = fc.oneof(
  fc.constantFrom('0', '1', '1.0', '-1', '0.1', '0.10', '0.3', '9007199254740993', '9007199254740992.5'),
  fc.constantFrom(0, 1, -1, 0.1, 0.1 + 0.2, 9007199254740992, 1e21, 5e-7),
  decimalText({ digits: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).map((x) => (x === 0 ? 0 : x)),
);
const scalar = fc.oneof(date, text, decimal, fc.boolean());
const wrong = fc.constantFrom<unknown>('1,5', '-0', NaN, Infinity, {}, '2026-02-30', '٣', '01');

/** Names that a fact may have nested, flat, with `null` or not at all. */
const field = fc.constantFrom('x', 'y', 'n.z', 'n.m.w');

const leaf: fc.Arbitrary<RuleLeaf> = fc.oneof(
  fc.record({ field, op: fc.constantFrom('eq', 'ne'), value: scalar }),
  fc.record({ field, op: fc.constantFrom('lt', 'le', 'gt', 'ge'), value: fc.oneof(date, decimal) }),
  fc.record({ field, op: fc.constantFrom('in', 'notIn'), value: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ field, op: fc.constant('contains'), value: scalar }),
  fc.record({ field, op: fc.constant('startsWith'), value: text }),
  fc.record({ field, op: fc.constant('under'), value: fc.constantFrom('A', 'A/1', 'B') }),
  fc.record({
    field,
    op: fc.constant('within'),
    value: fc.record({ from: fc.option(fc.constant('2026-01-31')), to: fc.option(fc.constant('2026-03-01')) }),
  }),
  fc.record({ field, op: fc.constantFrom('exists', 'isTrue') }),
) as fc.Arbitrary<RuleLeaf>;

/** Rules over the fields of {@link anyFact}, a few levels deep. */
export const anyRule: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
    fc.record({ not: tie('rule') }),
  ),
})).rule;

const value = fc.oneof(scalar, scalar, wrong, fc.constant(null), fc.array(scalar, { maxLength: 3 }));

/** Facts with fields missing, null, nested, and of every kind. */
export const anyFact: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    x: value,
    y: value,
    n: fc.oneof(
      fc.record({ z: value, m: fc.record({ w: value }, { requiredKeys: [] }) }, { requiredKeys: [] }),
      scalar,
    ),
  },
  { requiredKeys: [] },
);
