import { dayNumber } from '../../core/date.js';
import type { Decimal } from '../../core/decimal.js';
import { compileRule } from '../../mechanisms/rules/compileRule.js';
import { readField } from '../../mechanisms/rules/field.js';
import { ruleFields } from '../../mechanisms/rules/leaves.js';
import { unknownFields } from '../../mechanisms/rules/unknownFields.js';
import type { SegmentAssignment, SegmentDistance } from '../schema/assignment.js';
import type { ClassOptions, KeyAccountPolicy } from '../schema/classes.js';
import { ruleDistances } from './ruleDistances.js';
import { ruleThresholds, shownInput } from './ruleThresholds.js';
import { readIncrement } from './shareCuts.js';

/** What is known of a customer: classes, and whatever else the rules read. Absent and `null` are not known. */
export interface KeyAccountFacts {
  readonly customer: string;
  readonly value?: string | null;
  readonly need?: string | null;
  readonly behaviour?: string | null;
  /** From 0 to 1. */
  readonly shareOfWallet?: string | null;
  readonly strategic?: boolean | null;
}

/** Whether a customer is a key account, with all the rules that say so. */
export interface KeyAccountAssignment extends SegmentAssignment {
  readonly fired: readonly string[];
}

/** Worth much, leader of their industry, or frequent: any of them. */
export const keyAccount: KeyAccountPolicy = {
  id: 'key-account',
  version: '1',
  rules: [
    { code: 'highValue', when: { field: 'value', op: 'eq', value: 'high' } },
    { code: 'industryLeader', when: { field: 'need', op: 'eq', value: 'industryLeader' } },
    { code: 'frequent', when: { field: 'behaviour', op: 'eq', value: 'frequent' } },
  ],
};

/**
 * Returns whether a customer is a key account, `key` or `standard`. One rule that holds is enough; where none does and some
 * cannot be decided, the answer is open and `missing` says what would decide it. A customer who is none learns by how much
 * each number, such as the share of wallet, has to change alone.
 *
 * @param facts classes of the customer
 * @param options as-of day, and the policy; default: the preset `key-account`
 * @throws SalesModelError `date.invalid`, `segmentation.classes.increment`, and those of `compileRule`
 * @example
 * import { isKeyAccount } from 'salesmodel/segmentation';
 *
 * isKeyAccount({ customer: 'c1', value: 'high', behaviour: 'frequent' }, { asOf: '2026-03-31' }).fired; // => ['highValue', 'frequent']
 * const open = isKeyAccount({ customer: 'c2', value: 'mid', behaviour: 'occasional' }, { asOf: '2026-03-31' });
 * [open.segment, open.missing]; // => [null, ['need']]
 */
export function isKeyAccount(facts: KeyAccountFacts, options: ClassOptions<KeyAccountPolicy>): KeyAccountAssignment {
  const { asOf, policy = keyAccount } = options;
  dayNumber(asOf, ['asOf']);
  const answers = policy.rules.map(({ code, when }, at) => ({
    code,
    when,
    truth: compileRule(when, { path: ['policy', 'rules', at, 'when'] })(facts),
  }));
  const fired = answers.filter(({ truth }) => truth === true);
  const open = answers.filter(({ truth }) => truth === null);
  const missing = fired.length > 0 ? [] : [...new Set(open.flatMap(({ when }) => unknownFields(when, facts)))].sort();
  const segment = fired.length > 0 ? 'key' : open.length > 0 ? null : 'standard';
  const fields = [...new Set(policy.rules.flatMap(({ when }) => ruleFields(when)))];
  return {
    customer: facts.customer,
    scheme: 'keyAccount',
    segment,
    rule: fired[0]?.code ?? (segment === null ? 'undecided' : 'none'),
    inputs: Object.fromEntries(fields.map((field) => [field, shownInput(readField(field)(facts))])),
    thresholds: fired.flatMap(({ when }) => ruleThresholds(when, facts)),
    distanceToNext: segment === 'standard' ? distances(policy, facts, fields) : [],
    missing,
    asOf,
    policyVersion: `${policy.id}@${policy.version}`,
    fired: fired.map(({ code }) => code),
  };
}

function distances(policy: KeyAccountPolicy, facts: KeyAccountFacts, fields: readonly string[]): SegmentDistance[] {
  const stepOf = (field: string): Decimal => readIncrement(policy.increments?.[field], ['policy', 'increments', field]);
  const rules = policy.rules.map(({ when }) => when);
  return ruleDistances(rules, facts, fields, stepOf).map(({ input, delta }) => ({
    segment: 'key',
    input,
    delta,
    unit: input,
  }));
}
