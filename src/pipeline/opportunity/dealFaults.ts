import { DECIMAL_PATTERN } from '../../core/decimal.js';
import { parseScaled } from '../../core/fixed/parseScaled.js';
import { NO_DAY, parseDay } from '../../core/parseDay.js';
import { isFields, withFault } from '../../mechanisms/lifecycle/event/eventFaults.js';
import type { Refusal } from '../../mechanisms/lifecycle/event/refusal.js';
import { FORECAST_CATEGORIES } from '../definition/forecastCategory.js';
import type { OpportunityEvent } from './opportunityEvent.js';

/** Fields that have an event of their own, and that rules read by these names. */
export const OWN_FIELDS = ['amount', 'closeDate', 'ownerId', 'teamId', 'category', 'probability', 'deletedAt'] as const;

type Faults = readonly Refusal[] | null;

/**
 * Everything that is wrong with what an event of a deal brings along, or `null`: mostly nothing, and then nothing is made.
 *
 * @param others what is wrong with its place in the history
 */
export function dealFaults(event: OpportunityEvent, others: Faults): Faults {
  switch (event.type) {
    case 'created': {
      const { stage, amount = null, closeDate = null, ownerId = null, teamId = null, set } = event;
      let faults = others;
      if (stage !== undefined && typeof stage !== 'string') faults = withFault(faults, 'stage', 'a stage', stage);
      if (!isMoney(amount)) faults = withFault(faults, 'amount', MONEY, amount);
      if (!isDay(closeDate)) faults = withFault(faults, 'closeDate', 'a date', closeDate);
      if (!isId(ownerId)) faults = withFault(faults, 'ownerId', 'an id', ownerId);
      if (!isId(teamId)) faults = withFault(faults, 'teamId', 'an id', teamId);
      return set === undefined ? faults : setFaults(set, faults);
    }
    case 'stageChanged': {
      const { to, set } = event;
      const faults = typeof to === 'string' ? others : withFault(others, 'to', 'a stage', to);
      return set === undefined ? faults : setFaults(set, faults);
    }
    case 'amountChanged':
      return isMoney(event.amount) ? others : withFault(others, 'amount', MONEY, event.amount);
    case 'closeDateChanged':
      return isDay(event.closeDate) ? others : withFault(others, 'closeDate', 'a date', event.closeDate);
    case 'categoryChanged': {
      const { category } = event;
      const isKnown = category === null || (FORECAST_CATEGORIES as readonly unknown[]).includes(category);
      return isKnown ? others : withFault(others, 'category', FORECAST_CATEGORIES.join(' | '), category);
    }
    case 'probabilityChanged': {
      const { probability } = event;
      const isKnown = probability === null || isChance(probability);
      return isKnown ? others : withFault(others, 'probability', 'a decimal from 0 to 1', probability);
    }
    case 'ownerChanged': {
      const { ownerId, teamId = null } = event;
      const faults = isId(ownerId) ? others : withFault(others, 'ownerId', 'an id', ownerId);
      return isId(teamId) ? faults : withFault(faults, 'teamId', 'an id', teamId);
    }
    case 'fieldSet':
      return setFaults(event.set, others);
    case 'reopened':
    case 'deleted':
      return others;
    default:
      return withFault(others, 'type', 'the type of an event of a deal', (event as { type?: unknown }).type);
  }
}

const MONEY = 'an amount and its currency';

/** A field of a deal has its own event. */
function setFaults(set: unknown, others: Faults): Faults {
  if (!isFields(set)) return withFault(others, 'set', 'fields and their values', set);
  let faults = others;
  for (const field of OWN_FIELDS) {
    if (!Object.hasOwn(set as object, field)) continue;
    faults = withFault(faults, `set.${field}`, 'set by its own event', (set as Record<string, unknown>)[field]);
  }
  return faults;
}

/** An amount of money or none. */
function isMoney(value: unknown): boolean {
  if (value === null) return true;
  if (typeof value !== 'object') return false;
  const { amount, currency } = value as { amount?: unknown; currency?: unknown };
  return isDecimal(amount) && typeof currency === 'string' && isCurrency(currency);
}

/** The quick reader knows most amounts; what it does not know is for the pattern. */
function isDecimal(value: unknown): boolean {
  return typeof value === 'string' && (!Number.isNaN(parseScaled(value, 6)) || DECIMAL_PATTERN.test(value));
}

/** A capital and two to eleven capitals or digits. */
function isCurrency(code: string): boolean {
  const { length } = code;
  if (length < 3 || length > 12 || !isCapital(code.charCodeAt(0))) return false;
  for (let at = 1; at < length; at++) {
    const unit = code.charCodeAt(at);
    if (!isCapital(unit) && (unit < 48 || unit > 57)) return false;
  }
  return true;
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

function isDay(value: unknown): boolean {
  return value === null || (typeof value === 'string' && parseDay(value) !== NO_DAY);
}

function isId(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value !== '');
}

function isChance(value: unknown): boolean {
  return isDecimal(value) && CHANCE.test(value as string);
}

const CHANCE = /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/;
