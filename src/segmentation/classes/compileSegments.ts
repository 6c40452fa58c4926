import { dayNumber, type PlainDate } from '../../core/date.js';
import { dayToCivil } from '../../core/civil.js';
import { fail as failCore } from '../../core/fail.js';
import { idOrder } from '../../core/fixed/idRanks.js';
import { oneOf } from '../../core/oneOf.js';
import { compileRuleSet } from '../../mechanisms/rules/compileRuleSet.js';
import { type FieldCatalogue, type FieldReader, readField } from '../../mechanisms/rules/field.js';
import { ruleFields } from '../../mechanisms/rules/leaves.js';
import { unknownFields } from '../../mechanisms/rules/unknownFields.js';
import { fail } from '../fail.js';
import type { SegmentAssignment } from '../schema/assignment.js';
import type { SegmentSet } from '../schema/classes.js';
import type { Customer } from '../schema/customer.js';
import type { CustomerSummary } from '../schema/summary.js';
import { ruleThresholds, shownInput } from './ruleThresholds.js';

/** What is known of a customer: their entry, a summary of their orders, and attributes of your own. */
export interface SegmentFacts extends Partial<Omit<Customer, 'id'>> {
  readonly id: string;
  readonly summary?: Partial<CustomerSummary>;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** The segments of a customer by conditions. */
export interface SegmentSetAssignment extends SegmentAssignment {
  /** The segments whose conditions hold, in the order of the set. */
  readonly held: readonly string[];
  /** Two or more that hold where one must decide. */
  readonly conflict: readonly string[];
}

/** Segments by customer, in the order of their ids. */
export interface SegmentSetRun {
  readonly customers: readonly string[];
  /** Index into `codes`. */
  readonly segment: Uint16Array;
  /** The segments of the set, its fallback, then `null` for none and for a conflict. */
  readonly codes: readonly (string | null)[];
  /** The assignment of one customer with its rule and inputs, made when asked for. */
  explainAt(index: number): SegmentSetAssignment;
}

/** A set of segments, checked once. */
export interface SegmentSetEvaluator {
  /**
   * @param customers entries with ids of their own
   * @param asOf the day on which ages and recencies are counted
   * @throws SalesModelError `date.invalid`, `key.invalid`, `ids.duplicate`
   */
  run(customers: readonly SegmentFacts[], asOf: PlainDate): SegmentSetRun;
}

/** The fields that conditions may read. `age` is the year of the as-of day less the year of birth. */
export const SEGMENT_FIELDS: FieldCatalogue = {
  id: 'string',
  name: 'string',
  kind: ['person', 'company'],
  region: 'tree',
  birthYear: 'decimal',
  age: 'decimal',
  gender: 'string',
  interests: 'list',
  industry: 'string',
  installedBase: ['existing', 'none'],
  createdOn: 'date',
  'summary.firstOrder': 'date',
  'summary.lastOrder': 'date',
  'summary.previousOrder': 'date',
  'summary.orders': 'decimal',
  'summary.purchaseDays': 'decimal',
  'summary.spend': 'decimal',
  'summary.profit': 'decimal',
  recencyDays: 'decimal',
  'attributes.*': 'any',
};

/**
 * Returns a set of segments as a function over customers. A condition that cannot be decided counts as one that does not
 * hold.
 *
 * @param set segments with their conditions
 * @throws SalesModelError `segmentation.segment.duplicate`, `option.unknown`, and those of `compileRuleSet`
 * @example
 * import { compileSegments } from 'salesmodel/segmentation';
 *
 * const segments = compileSegments({
 *   id: 'places',
 *   version: '1',
 *   segments: [
 *     { code: 'youngShanghai', when: { all: [{ field: 'region', op: 'under', value: 'CN/31' }, { field: 'age', op: 'lt', value: 35 }] } },
 *     { code: 'china', when: { field: 'region', op: 'under', value: 'CN' } },
 *   ],
 *   hit: 'first',
 *   fallback: 'abroad',
 * });
 * const run = segments.run([{ id: 'c1', region: 'CN/31/310115', birthYear: 1995 }, { id: 'c2', region: 'DE' }], '2026-03-31');
 * Array.from(run.segment, (at) => run.codes[at]); // => ['youngShanghai', 'abroad']
 */
export function compileSegments(set: SegmentSet): SegmentSetEvaluator {
  const { segments, fallback } = set;
  const hit = oneOf(set.hit, ['first', 'unique', 'all'], ['set', 'hit']);
  segments.forEach(({ code }, at) => {
    if (segments.findIndex((other) => other.code === code) < at) {
      fail('segmentation.segment.duplicate', ['set', 'segments', at, 'code'], { segment: code });
    }
  });
  const rules = compileRuleSet<DatedFacts>(
    segments.map(({ when }) => when),
    { ...OPTIONS, path: ['set', 'segments'] },
  );
  const codes = [...segments.map(({ code }) => code), fallback ?? null, null];
  const none = segments.length;
  const placeOf = (fact: DatedFacts): number => {
    if (hit === 'first') {
      const first = rules.first(fact);
      return first < 0 ? none : first;
    }
    const held = rules.matching(fact);
    return held.length === 0 ? none : hit === 'unique' && held.length > 1 ? none + 1 : held[0]!;
  };
  return {
    run(customers, asOf) {
      const day = dayNumber(asOf, ['asOf']);
      const { year } = dayToCivil(day);
      const ids = customers.map(({ id }, at) => {
        if (typeof id !== 'string' || id === '') failCore('key.invalid', ['customers', at, 'id'], { value: id });
        return id;
      });
      const order = idOrder(ids);
      const n = order.length;
      const sorted = new Array<string>(n);
      for (let at = 0; at < n; at++) {
        const id = ids[order[at]!]!;
        if (at > 0 && id === sorted[at - 1]) failCore('ids.duplicate', ['customers', order[at]!, 'id'], { id });
        sorted[at] = id;
      }
      const segment = new Uint16Array(n);
      // One object for all, because the rules keep none of them.
      const fact: DatedFacts = { customer: NOBODY, age: undefined, recencyDays: undefined };
      for (let at = 0; at < n; at++) {
        pointAt(fact, customers[order[at]!]!, day, year);
        segment[at] = placeOf(fact);
      }
      const factAt = (at: number): DatedFacts => {
        const own: DatedFacts = { customer: NOBODY, age: undefined, recencyDays: undefined };
        pointAt(own, customers[order[at]!]!, day, year);
        return own;
      };
      return {
        customers: sorted,
        segment,
        codes,
        explainAt: (at) => {
          const own = factAt(at);
          return explainSegments(set, rules.classify(own), own, codes[segment[at]!]!, asOf);
        },
      };
    },
  };
}

/** What is known of a customer, and what follows from it on a day. */
interface DatedFacts {
  customer: SegmentFacts;
  age: number | undefined;
  recencyDays: number | undefined;
}

const NOBODY: SegmentFacts = { id: '' };

const OPTIONS: { readonly fields: FieldCatalogue; readonly read: FieldReader<DatedFacts> } = {
  fields: SEGMENT_FIELDS,
  read(field) {
    if (field === 'age') return ({ age }) => age;
    if (field === 'recencyDays') return (fact) => fact.recencyDays;
    const own = readField(field);
    return ({ customer }) => own(customer);
  },
};

function pointAt(fact: DatedFacts, customer: SegmentFacts, day: number, year: number): void {
  const { birthYear, summary } = customer;
  const last = summary?.lastOrder;
  fact.customer = customer;
  fact.age = birthYear === undefined ? undefined : year - birthYear;
  fact.recencyDays =
    last === undefined || last === null ? undefined : day - dayNumber(last, ['customers', 'summary', 'lastOrder']);
}

function explainSegments(
  set: SegmentSet,
  answers: { readonly held: readonly number[]; readonly unknown: readonly number[] },
  fact: DatedFacts,
  segment: string | null,
  asOf: PlainDate,
): SegmentSetAssignment {
  const { segments, hit } = set;
  const held = answers.held.map((at) => segments[at]!);
  const isConflict = hit === 'unique' && held.length > 1;
  // What was not known matters where it would decide if it held.
  const first = answers.held[0] ?? segments.length;
  const open = isConflict ? [] : answers.unknown.filter((at) => hit !== 'first' || at < first);
  const missing = [...new Set(open.flatMap((at) => unknownFields(segments[at]!.when, fact, OPTIONS)))].sort();
  const fields = [...new Set(segments.flatMap(({ when }) => ruleFields(when)))].sort();
  return {
    customer: fact.customer.id,
    scheme: set.id,
    segment,
    rule: isConflict ? 'conflict' : held.length > 0 ? held[0]!.code : segment === null ? 'none' : 'fallback',
    inputs: Object.fromEntries(fields.map((field) => [field, shownInput(OPTIONS.read(field)(fact))])),
    thresholds: (hit === 'first' ? held.slice(0, 1) : held).flatMap(({ when }) => ruleThresholds(when, fact, OPTIONS)),
    distanceToNext: [],
    missing,
    asOf,
    policyVersion: `${set.id}@${set.version}`,
    held: held.map(({ code }) => code),
    conflict: isConflict ? held.map(({ code }) => code) : [],
  };
}

/**
 * Returns the segments of each customer by the conditions of a set, by id.
 *
 * @param set segments with their conditions
 * @param customers entries with ids of their own
 * @param options the day on which ages and recencies are counted
 * @throws SalesModelError those of `compileSegments`, `date.invalid`, `key.invalid`, `ids.duplicate`
 * @example
 * import { segmentBy } from 'salesmodel/segmentation';
 *
 * const set = {
 *   id: 'taste',
 *   version: '1',
 *   segments: [
 *     { code: 'runner', when: { field: 'interests', op: 'contains', value: 'running' } },
 *     { code: 'regular', when: { field: 'summary.orders', op: 'ge', value: 10 } },
 *   ],
 *   hit: 'unique',
 * } as const;
 * const [ada, bo] = segmentBy(
 *   set,
 *   [{ id: 'Ada', interests: ['running'], summary: { orders: 12 } }, { id: 'Bo', interests: ['running'] }],
 *   { asOf: '2026-03-31' },
 * );
 * [ada?.segment, ada?.conflict]; // => [null, ['runner', 'regular']]
 * [bo?.segment, bo?.missing]; // => ['runner', ['summary.orders']]
 */
export function segmentBy(
  set: SegmentSet,
  customers: readonly SegmentFacts[],
  options: { readonly asOf: PlainDate },
): SegmentSetAssignment[] {
  const run = compileSegments(set).run(customers, options.asOf);
  return run.customers.map((_, at) => run.explainAt(at));
}
