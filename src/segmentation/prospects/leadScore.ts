import { dayNumber, type PlainDate } from '../../core/date.js';
import { type Decimal, type DecimalString, plus, times, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { unknownFields } from '../../mechanisms/rules/unknownFields.js';
import { bandAt } from '../../mechanisms/scoring/bands/readBands.js';
import { fail } from '../fail.js';
import type { LeadEvent, LeadScoreModel } from '../schema/prospects.js';
import { decayed } from './decayed.js';
import { type ReadLeadModel, readLeadModel } from './readLeadModel.js';

/** What a rule gives a lead. */
export interface LeadRuleScore {
  readonly code: string;
  readonly group: string;
  /** Events that the condition holds for, or 1 for a property that holds. */
  readonly matched: number;
  /** Those that count. */
  readonly counted: number;
  /** Of those, without decay. */
  readonly points: DecimalString;
  readonly decayed: DecimalString;
  /** After the cap of the rule: what it gives. */
  readonly contribution: DecimalString;
}

/** What a group gives. */
export interface LeadGroupScore {
  readonly code: string;
  /** Sum of its rules. */
  readonly sum: DecimalString;
  /** Between its bounds. */
  readonly score: DecimalString;
}

/** The score of a lead on a day, rule by rule. */
export interface LeadScore {
  readonly score: DecimalString;
  /** Sum of the groups, before the bounds of the total. */
  readonly sum: DecimalString;
  /** The class of the matrix; `null` without one, or below its bands. */
  readonly leadClass: string | null;
  /** In the order of the model. */
  readonly rules: readonly LeadRuleScore[];
  readonly groups: readonly LeadGroupScore[];
  /** Fields that a condition needed and the facts or an event lacked, ascending; those of events begin with `event.`. */
  readonly missing: readonly string[];
  readonly asOf: PlainDate;
  readonly policyVersion: string;
}

/** A model, checked once. */
export interface LeadScoreEvaluator {
  /**
   * @param facts what conditions on properties read
   * @param events in any order; those after the day are not known yet
   * @param asOf the day
   * @throws SalesModelError `date.invalid`
   */
  score(facts: object, events: readonly LeadEvent[], asOf: PlainDate): LeadScore;
}

/**
 * Returns a model of lead scores as a function over leads.
 *
 * @param model rules, groups and bounds
 * @throws SalesModelError those of `leadScore` that concern the model
 * @example
 * import { compileLeadScore } from 'salesmodel/segmentation';
 *
 * const { score } = compileLeadScore({
 *   id: 'leads',
 *   version: '1',
 *   groups: [{ code: 'fit' }],
 *   rules: [{ code: 'large', group: 'fit', kind: 'property', when: { field: 'staff', op: 'ge', value: 250 }, points: '20' }],
 * });
 * score({ staff: 400 }, [], '2026-03-31').score; // => '20'
 */
export function compileLeadScore(model: LeadScoreModel): LeadScoreEvaluator {
  const read = readLeadModel(model);
  return { score: (facts, events, asOf) => scoreLead(read, facts, events, asOf) };
}

/**
 * Returns the score of a lead on a day by what it is and what it did up to then. First the newest events count, then their
 * points fall with age, then the caps of rules, the bounds of groups and those of the total apply. Any past day can be
 * asked for.
 *
 * @param model rules, groups and bounds
 * @param facts what conditions on properties read
 * @param events in any order; those after the day are not known yet
 * @param asOf the day
 * @throws SalesModelError `date.invalid`, `segmentation.lead.unknownGroup`, `segmentation.lead.range`,
 *   `segmentation.lead.decay`, `segmentation.lead.count`, `segmentation.segment.duplicate`, `option.unknown`,
 *   those of `compileRule` and of `gradeOf`
 * @example
 * import { leadScore, type LeadScoreModel } from 'salesmodel/segmentation';
 *
 * const model: LeadScoreModel = {
 *   id: 'leads',
 *   version: '1',
 *   groups: [{ code: 'interest', max: '60' }],
 *   rules: [
 *     {
 *       code: 'demo',
 *       group: 'interest',
 *       kind: 'event',
 *       when: { field: 'type', op: 'eq', value: 'demo' },
 *       points: '10',
 *       decay: { kind: 'linear', perMonth: '0.5' },
 *     },
 *   ],
 * };
 * const events = [{ type: 'demo', date: '2026-01-15' }];
 * const on = (day: string) => leadScore(model, {}, events, day).score;
 * [on('2026-02-14'), on('2026-02-15'), on('2026-03-15')]; // => ['10', '5', '0']
 */
export function leadScore(
  model: LeadScoreModel,
  facts: object,
  events: readonly LeadEvent[],
  asOf: PlainDate,
): LeadScore {
  return compileLeadScore(model).score(facts, events, asOf);
}

function scoreLead(model: ReadLeadModel, facts: object, events: readonly LeadEvent[], asOf: PlainDate): LeadScore {
  const today = dayNumber(asOf, ['asOf']);
  const missing = new Set<string>();
  const known = events
    .map((event, at) => ({ event, day: dayNumber(event.date, ['events', at, 'date']) }))
    .filter(({ day }) => day <= today)
    .sort((a, b) => b.day - a.day);
  const groups = new Map(model.groups.map(({ code }) => [code, ZERO]));
  const rules = model.rules.map((rule): LeadRuleScore => {
    const days: number[] = [];
    if (rule.kind === 'property') {
      const truth = rule.holds(facts);
      if (truth === true) days.push(today);
      if (truth === null) for (const field of unknownFields(rule.when, facts)) missing.add(field);
    } else {
      for (const { event, day } of known) {
        const truth = rule.holds(event);
        if (truth === true) days.push(day);
        if (truth === null) for (const field of unknownFields(rule.when, event)) missing.add(`event.${field}`);
      }
    }
    const counted = days.slice(0, rule.occurrences ?? days.length);
    const left = counted.reduce((sum, day) => plus(sum, decayed(rule.points, rule.decay, day, today)), ZERO);
    const given = rule.limit === null ? left : clamp(left, rule.limit.neg(), rule.limit);
    groups.set(rule.group, plus(groups.get(rule.group)!, given));
    return {
      code: rule.code,
      group: rule.group,
      matched: days.length,
      counted: counted.length,
      points: toText(times(rule.points, toDecimal(counted.length))),
      decayed: toText(left),
      contribution: toText(given),
    };
  });
  const scored = model.groups.map(({ code, min, max }) => ({
    code,
    sum: groups.get(code)!,
    score: clamp(groups.get(code)!, min, max),
  }));
  const sum = scored.reduce((total, { score }) => plus(total, score), ZERO);
  const grades = model.matrix?.map(
    ({ group, bands }) => bands[bandAt(bands, scored.find(({ code }) => code === group)!.score)]?.id,
  );
  return {
    score: toText(clamp(sum, model.total.min, model.total.max)),
    sum: toText(sum),
    leadClass: grades === undefined || grades.includes(undefined) ? null : grades.join(''),
    rules,
    groups: scored.map((group) => ({ code: group.code, sum: toText(group.sum), score: toText(group.score) })),
    missing: [...missing].sort(),
    asOf,
    policyVersion: model.policyVersion,
  };
}

function clamp(value: Decimal, min: Decimal | null, max: Decimal | null): Decimal {
  if (max !== null && value.gt(max)) return max;
  return min !== null && value.lt(min) ? min : value;
}

/** A day on which a lead has another score or class than on the day before. */
export interface LeadChange {
  readonly date: PlainDate;
  readonly score: DecimalString;
  readonly leadClass: string | null;
}

/** Farther ahead nobody plans. */
export const MOST_DAYS_AHEAD = 3660;

/** @throws SalesModelError `segmentation.lead.until` */
export function checkAhead(from: number, until: number, asOf: PlainDate, value: PlainDate): void {
  if (until < from || until - from > MOST_DAYS_AHEAD)
    fail('segmentation.lead.until', ['until'], { asOf, most: MOST_DAYS_AHEAD, value });
}
