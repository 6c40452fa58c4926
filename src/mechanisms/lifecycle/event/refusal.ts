import { compareText } from '../../../core/compareText.js';
import type { Params } from '../../../core/errors.js';

/** What can speak against an event. */
export type RefusalCode =
  | 'alreadyCreated'
  | 'badEvent'
  | 'badInitialState'
  | 'closed'
  | 'conflictingEvent'
  | 'exitCriterionFailed'
  | 'exitCriterionUnknown'
  | 'guardFailed'
  | 'guardUnknown'
  | 'missingField'
  | 'noTransition'
  | 'notClosed'
  | 'notCreated'
  | 'outOfOrder'
  | 'reasonRequired'
  | 'reasonUnknown'
  | 'roleNotAllowed'
  | 'unknownState';

/** Why an event was refused. `id` names the guard or criterion, `field` the missing field; both stand in `params` as well. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly id?: string;
  readonly field?: string;
  readonly params: Params;
}

/** A refusal; an id and a field among its params stand beside them as well. */
export function refuse(code: RefusalCode, params: Params = {}): Refusal {
  const { id, field } = params as { readonly id?: string; readonly field?: string };
  return { code, ...(id === undefined ? {} : { id }), ...(field === undefined ? {} : { field }), params };
}

/** Sorted by code, then id, then field; what several candidates ask for alike counts once. */
export function sortedRefusals(refusals: readonly Refusal[]): readonly Refusal[] {
  if (refusals.length === 1) return refusals;
  const keyed = new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal]));
  return [...keyed]
    .toSorted(
      ([aText, a], [bText, b]) =>
        compareText(a.code, b.code) ||
        compareText(a.id ?? '', b.id ?? '') ||
        compareText(a.field ?? '', b.field ?? '') ||
        compareText(aText, bText),
    )
    .map(([, refusal]) => refusal);
}
