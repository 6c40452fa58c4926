import { dayNumber, fromDayNumber, type PlainDate } from '../../core/date.js';
import type { LeadEvent, LeadScoreModel } from '../schema/prospects.js';
import { checkAhead, compileLeadScore, type LeadChange } from './leadScore.js';

/**
 * Returns the days on which the class of a lead changes if nothing more happens, up to a day; with a model that has no
 * matrix, the days on which the score does.
 *
 * @param model rules, groups and bounds
 * @param facts what conditions on properties read
 * @param events known on the as-of day; later ones are left out
 * @param options as-of day and the last day that is looked at, at most 3,660 days later
 * @throws SalesModelError those of `leadScore`, `segmentation.lead.until`
 * @example
 * import { decayForecast, type LeadScoreModel } from 'salesmodel/segmentation';
 *
 * const model: LeadScoreModel = {
 *   id: 'leads',
 *   version: '1',
 *   groups: [{ code: 'interest' }],
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
 * decayForecast(model, {}, [{ type: 'demo', date: '2026-01-15' }], { asOf: '2026-01-31', until: '2026-12-31' });
 * // => [{ date: '2026-02-15', score: '5', leadClass: null }, { date: '2026-03-15', score: '0', leadClass: null }]
 */
export function decayForecast(
  model: LeadScoreModel,
  facts: object,
  events: readonly LeadEvent[],
  options: { readonly asOf: PlainDate; readonly until: PlainDate },
): LeadChange[] {
  const { asOf, until } = options;
  const from = dayNumber(asOf, ['asOf']);
  const to = dayNumber(until, ['until']);
  checkAhead(from, to, asOf, until);
  const evaluator = compileLeadScore(model);
  const known = events.filter((event) => event.date <= asOf);
  const changes: LeadChange[] = [];
  let before = evaluator.score(facts, known, asOf);
  for (let day = from + 1; day <= to; day++) {
    const date = fromDayNumber(day);
    const next = evaluator.score(facts, known, date);
    const changed = model.matrix === undefined ? next.score !== before.score : next.leadClass !== before.leadClass;
    if (changed) changes.push({ date, score: next.score, leadClass: next.leadClass });
    before = next;
  }
  return changes;
}
