import { DECIMAL_PATTERN } from '../../core/decimal.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import type { Fields, LifecycleEvent } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import { refuse, type Refusal } from '../../mechanisms/lifecycle/event/refusal.js';
import { FORECAST_CATEGORIES } from '../definition/forecastCategory.js';
import type { OpportunityEvent } from './opportunityEvent.js';

/** Fields that have an event of their own, and that rules read by these names. */
export const OWN_FIELDS = ['amount', 'closeDate', 'ownerId', 'teamId', 'category', 'probability', 'deletedAt'] as const;

/** What an event of a deal says to the engine, or what is wrong with it. */
export type Translation = LifecycleEvent | readonly Refusal[];

/** Translates an event of a deal; what it brings along is checked here, its time and its effect by the engine. */
export function toLifecycleEvent(event: OpportunityEvent): Translation {
  if (typeof event !== 'object' || event === null) return [notA('event', 'an event', event)];
  const translation = withoutActor(event);
  if (!('entityId' in translation)) return translation;
  const { id, by, roles } = event;
  if (id === undefined && by === undefined && roles === undefined) return translation;
  return {
    ...translation,
    ...(id === undefined ? {} : { id }),
    ...(by === undefined ? {} : { by }),
    ...(roles === undefined ? {} : { roles }),
  };
}

/** Each kind of event is one literal: there are many, and copies of objects cost as much as folding them. */
function withoutActor(event: OpportunityEvent): Translation {
  const { dealId: entityId, at, seq } = event;
  switch (event.type) {
    case 'created': {
      const { stage: state, amount = null, closeDate = null, ownerId = null, teamId = null, set } = event;
      const own = { amount, closeDate, ownerId, teamId };
      const faults = faultsOf(own);
      const all = set === undefined ? faults : [...(faults ?? []), ...faultsOfSet(set)];
      if (all !== null && all.length > 0) return all;
      const fields = set === undefined ? own : { ...set, ...own };
      return state === undefined
        ? { entityId, at, seq, type: 'create', set: fields }
        : { entityId, at, seq, type: 'create', state, set: fields };
    }
    case 'stageChanged': {
      const { to, reason, set } = event;
      if (typeof to !== 'string') return [notA('to', 'a stage', to), ...faultsOfSet(set)];
      if (set === undefined) {
        return reason === undefined
          ? { entityId, at, seq, type: 'transition', to }
          : { entityId, at, seq, type: 'transition', to, reason };
      }
      const faults = faultsOfSet(set);
      if (faults.length > 0) return faults;
      return { entityId, at, seq, type: 'transition', to, ...(reason === undefined ? {} : { reason }), set };
    }
    case 'reopened': {
      const { to, reason } = event;
      return {
        entityId,
        at,
        seq,
        type: 'reopen',
        ...(to === undefined ? {} : { to }),
        ...(reason === undefined ? {} : { reason }),
      };
    }
    case 'amountChanged':
      return change(entityId, at, seq, { amount: event.amount });
    case 'closeDateChanged':
      return change(entityId, at, seq, { closeDate: event.closeDate });
    case 'categoryChanged':
      return change(entityId, at, seq, { category: event.category });
    case 'probabilityChanged':
      return change(entityId, at, seq, { probability: event.probability });
    case 'ownerChanged': {
      const { ownerId, teamId } = event;
      return change(entityId, at, seq, teamId === undefined ? { ownerId } : { ownerId, teamId });
    }
    case 'fieldSet': {
      const { set } = event;
      const faults = set === undefined ? [notA('set', 'fields and their values', null)] : faultsOfSet(set);
      return faults.length > 0 ? faults : { entityId, at, seq, type: 'set', set };
    }
    case 'deleted':
      return { entityId, at, seq, type: 'set', set: { deletedAt: at } };
    default:
      return [notA('type', 'the type of an event of a deal', (event as { type?: unknown }).type)];
  }
}

function change(entityId: string, at: string, seq: number, set: Fields): Translation {
  return faultsOf(set) ?? { entityId, at, seq, type: 'set', set };
}

/** What a value of a field of a deal has to be, apart from `null`. */
const SHAPES: Readonly<Record<string, { readonly expected: string; readonly fits: (value: unknown) => boolean }>> = {
  amount: { expected: 'an amount and its currency', fits: isMoney },
  closeDate: { expected: 'a date', fits: (value) => typeof value === 'string' && parseDay(value) !== NO_DAY },
  ownerId: { expected: 'an id', fits: isId },
  teamId: { expected: 'an id', fits: isId },
  category: {
    expected: FORECAST_CATEGORIES.join(' | '),
    fits: (value) => (FORECAST_CATEGORIES as readonly unknown[]).includes(value),
  },
  probability: { expected: 'a decimal from 0 to 1', fits: isChance },
};

/** What is wrong with values of the fields of a deal, mostly nothing. */
function faultsOf(set: Fields): Refusal[] | null {
  let faults: Refusal[] | null = null;
  for (const field in set) {
    const value = set[field];
    if (value === null || SHAPES[field]!.fits(value)) continue;
    (faults ??= []).push(notA(field, SHAPES[field]!.expected, value));
  }
  return faults;
}

/** The engine looks at the form of `set`; a field of a deal has its own event. */
function faultsOfSet(set: Fields | undefined): Refusal[] {
  if (typeof set !== 'object' || set === null) return [];
  return OWN_FIELDS.filter((field) => Object.hasOwn(set, field)).map((field) =>
    notA(`set.${field}`, 'set by its own event', set[field]),
  );
}

function isMoney(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  return isDecimal(amount) && typeof currency === 'string' && CURRENCY.test(currency);
}

/** The quick reader knows most amounts; what it does not know is for the pattern. */
function isDecimal(value: unknown): boolean {
  return typeof value === 'string' && (!Number.isNaN(parseScaled(value, 6)) || DECIMAL_PATTERN.test(value));
}

const CURRENCY = /^[A-Z][A-Z0-9]{2,11}$/;

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isChance(value: unknown): boolean {
  return isDecimal(value) && CHANCE.test(value as string);
}

const CHANCE = /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/;

function notA(field: string, expected: string, value: unknown): Refusal {
  return refuse('badEvent', { field, expected, value: value ?? null });
}
