import { DECIMAL_PATTERN } from '../../core/decimal.js';
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
  const { dealId: entityId, at, seq, id, by, roles } = event;
  const base: Base = { entityId, at, seq };
  if (id !== undefined) base.id = id;
  if (by !== undefined) base.by = by;
  if (roles !== undefined) base.roles = roles;
  switch (event.type) {
    case 'created': {
      const { stage: state, amount, closeDate, ownerId, teamId, set } = event;
      const own = {
        amount: amount ?? null,
        closeDate: closeDate ?? null,
        ownerId: ownerId ?? null,
        teamId: teamId ?? null,
      };
      const faults = [...faultsOf(own), ...faultsOfSet(set)];
      if (faults.length > 0) return faults;
      const all = set === undefined ? own : { ...set, ...own };
      return state === undefined ? { ...base, type: 'create', set: all } : { ...base, type: 'create', state, set: all };
    }
    case 'stageChanged': {
      const { to, reason, set } = event;
      const faults = faultsOfSet(set);
      if (typeof to !== 'string') faults.push(notA('to', 'a stage', to));
      if (faults.length > 0) return faults;
      return {
        ...base,
        type: 'transition',
        to,
        ...(reason === undefined ? {} : { reason }),
        ...(set === undefined ? {} : { set }),
      };
    }
    case 'reopened': {
      const { to, reason } = event;
      return {
        ...base,
        type: 'reopen',
        ...(to === undefined ? {} : { to }),
        ...(reason === undefined ? {} : { reason }),
      };
    }
    case 'amountChanged':
      return change(base, { amount: event.amount });
    case 'closeDateChanged':
      return change(base, { closeDate: event.closeDate });
    case 'categoryChanged':
      return change(base, { category: event.category });
    case 'probabilityChanged':
      return change(base, { probability: event.probability });
    case 'ownerChanged': {
      const { ownerId, teamId } = event;
      return change(base, teamId === undefined ? { ownerId } : { ownerId, teamId });
    }
    case 'fieldSet': {
      const faults = event.set === undefined ? [notA('set', 'fields and their values', null)] : faultsOfSet(event.set);
      return faults.length > 0 ? faults : { ...base, type: 'set', set: event.set };
    }
    case 'deleted':
      return { ...base, type: 'set', set: { deletedAt: at } };
    default:
      return [notA('type', 'the type of an event of a deal', (event as { type?: unknown }).type)];
  }
}

type Base = { -readonly [Key in keyof BaseFields]: BaseFields[Key] };
type BaseFields = Pick<LifecycleEvent, 'entityId' | 'at' | 'seq' | 'id' | 'by' | 'roles'>;

function change(base: Base, set: Fields): Translation {
  const faults = faultsOf(set);
  return faults.length > 0 ? faults : { ...base, type: 'set', set };
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

function faultsOf(set: Fields): Refusal[] {
  const faults: Refusal[] = [];
  for (const field in set) {
    const value = set[field];
    if (value !== null && !SHAPES[field]!.fits(value)) faults.push(notA(field, SHAPES[field]!.expected, value));
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
  return (
    typeof amount === 'string' &&
    DECIMAL_PATTERN.test(amount) &&
    typeof currency === 'string' &&
    CURRENCY.test(currency)
  );
}

const CURRENCY = /^[A-Z][A-Z0-9]{2,11}$/;

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isChance(value: unknown): boolean {
  return typeof value === 'string' && DECIMAL_PATTERN.test(value) && CHANCE.test(value);
}

const CHANCE = /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/;

function notA(field: string, expected: string, value: unknown): Refusal {
  return refuse('badEvent', { field, expected, value: value ?? null });
}
