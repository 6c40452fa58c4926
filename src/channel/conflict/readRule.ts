import { toDecimal } from '../../core/decimal.js';
import type { Path } from '../../core/errors.js';
import { oneOf } from '../../core/oneOf.js';
import { compileGuard } from '../../pricing/guard/compileGuard.js';
import { fail } from '../fail.js';
import { CONFLICT_KINDS, type ConflictCode, type ConflictRule } from './conflictRules.js';

const CODES = /* @__PURE__ */ Object.keys(CONFLICT_KINDS) as ConflictCode[];

/** Refuses a rule that means nothing. */
export function checkRule(rule: ConflictRule, path: Path): void {
  oneOf(rule.code, CODES, [...path, 'code']);
  const refuse = (field: string, expected: string, value: unknown): void => {
    fail('conflict.rule', [...path, field], { expected, value: String(value) });
  };
  const notBelowZero = (field: string, value: string | undefined): void => {
    if (value !== undefined && toDecimal(value, [...path, field]).lt(0)) refuse(field, '0 or more', value);
  };
  switch (rule.code) {
    case 'crossTerritory':
      oneOf(rule.unassigned ?? 'ignore', ['ignore', 'report'], [...path, 'unassigned']);
      break;
    case 'sameCustomer': {
      const { windowDays = 30 } = rule;
      if (!Number.isSafeInteger(windowDays) || windowDays < 0) {
        refuse('windowDays', 'a whole number from 0', windowDays);
      }
      break;
    }
    case 'belowFloor':
    case 'aboveCeiling':
      toDecimal(rule.bound, [...path, 'bound']);
      oneOf(rule.priceKind ?? 'transaction', ['advertised', 'transaction'], [...path, 'priceKind']);
      break;
    case 'onlineUndercut':
      if (rule.online.length === 0) refuse('online', 'one channel at least', 'none');
      notBelowZero('minMargin', rule.minMargin);
      break;
    case 'corridor':
      if (rule.guards.length === 0) refuse('guards', 'one guard at least', 'none');
      rule.guards.forEach((guard, at) => {
        if (guard.kind !== 'corridor') refuse('guards', 'guards of the kind corridor', guard.kind);
        compileGuard(guard, [...path, 'guards', at]);
      });
      break;
    case 'arbitrage':
      notBelowZero('moveCost', rule.moveCost);
      notBelowZero('minGain', rule.minGain);
      break;
    case 'exclusiveOverlap':
    case 'makerBypass':
    case 'promotionBreach':
      break;
  }
}
