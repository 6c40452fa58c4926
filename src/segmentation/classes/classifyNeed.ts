import { dayNumber } from '../../core/date.js';
import { compileTable } from '../../mechanisms/rules/compileTable.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { ClassOptions, NeedPolicy } from '../schema/classes.js';
import type { Customer } from '../schema/customer.js';

/** The need class of a customer, with all that hold. */
export interface NeedAssignment extends SegmentAssignment {
  /** The segments whose evidence there is, the most important first. */
  readonly held: readonly string[];
}

/** Leaders of their industry first, then those who want new technology, then those who look at the price. */
export const needClass: NeedPolicy = {
  id: 'need-class',
  version: '1',
  segments: [
    { code: 'industryLeader', evidence: 'industryLeadership' },
    { code: 'innovator', evidence: 'newTechnology' },
    { code: 'priceSensitive', evidence: 'price' },
  ],
  fallback: 'standard',
};

/**
 * Returns what a customer wants most, by the evidence up to a day. Without any evidence the class is open: that nobody
 * looked is not that there is no need.
 *
 * @param customer entry with its evidence; one whose `value` is false denies the need
 * @param options as-of day, and the policy; default: the preset `need-class`
 * @throws SalesModelError `date.invalid`, and those of `compileTable`
 * @example
 * import { classifyNeed } from 'salesmodel/segmentation';
 *
 * const needs = [
 *   { code: 'price', source: 'tender', on: '2026-01-10' },
 *   { code: 'newTechnology', source: 'visit', on: '2026-02-03' },
 * ];
 * const { segment, held } = classifyNeed({ id: 'c1', needs }, { asOf: '2026-03-31' });
 * [segment, held]; // => ['innovator', ['innovator', 'priceSensitive']]
 * classifyNeed({ id: 'c2' }, { asOf: '2026-03-31' }).missing; // => ['needs']
 */
export function classifyNeed(
  customer: Pick<Customer, 'id' | 'needs'>,
  options: ClassOptions<NeedPolicy>,
): NeedAssignment {
  const { asOf, policy = needClass } = options;
  const day = dayNumber(asOf, ['asOf']);
  const needs = (customer.needs ?? []).filter(({ on }, at) => dayNumber(on, ['customer', 'needs', at, 'on']) <= day);
  const shown = new Set(needs.filter(({ value }) => value !== false).map(({ code }) => code));
  const evidence = [...new Set(policy.segments.map((segment) => segment.evidence))];
  const decide = compileTable<string>({
    inputs: evidence.map((field) => ({ field, type: 'boolean' })),
    rows: policy.segments.map((segment) => ({ when: { [segment.evidence]: true }, output: segment.code })),
    hit: 'all',
  });
  const facts = Object.fromEntries(evidence.map((code) => [code, shown.has(code)]));
  const decision = needs.length === 0 ? null : decide(facts);
  const held = decision?.ok ? decision.hits.map(({ output }) => output) : [];
  const segment = decision === null ? null : (held[0] ?? policy.fallback);
  return {
    customer: customer.id,
    scheme: 'need',
    segment,
    rule: segment ?? 'undecided',
    inputs: Object.fromEntries(evidence.map((code) => [code, needs.length === 0 ? null : shown.has(code)])),
    thresholds: [],
    distanceToNext: [],
    missing: needs.length === 0 ? ['needs'] : [],
    asOf,
    policyVersion: `${policy.id}@${policy.version}`,
    held,
  };
}
