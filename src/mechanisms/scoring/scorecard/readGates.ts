import { compareText } from '../../../core/compareText.js';
import { type Decimal, toDecimal, toText } from '../../../core/decimal.js';
import { fail as failCore } from '../../../core/fail.js';
import { oneOf } from '../../../core/oneOf.js';
import { compileRule } from '../../rules/compileRule.js';
import { ruleFields } from '../../rules/leaves.js';
import type { Truth } from '../../rules/rule.js';
import type { CheckedBands } from '../bands/readBands.js';
import { fail } from '../fail.js';
import { floorOf, type Fraction, fractionOf, timesFractions } from '../../../core/fraction.js';
import type { Gate, GateEffect } from './scorecard.js';

/** In which order effects are applied, whatever the order of the gates. */
export const GATE_EFFECTS = ['itemZero', 'multiply', 'cap', 'zero', 'gradeCap'] as const;

/** How the scores of items are called in the conditions of gates. */
export const ITEM_PREFIX = 'item.';

/** Where the conditions of one row get their values. */
export type GateFacts = (field: string) => unknown;

/** An effect with what it names looked up. */
type CheckedEffect =
  | { readonly kind: 'itemZero'; readonly item: number }
  | { readonly kind: 'multiply'; readonly factor: Fraction }
  | { readonly kind: 'cap'; readonly units: bigint }
  | { readonly kind: 'zero' }
  | { readonly kind: 'gradeCap'; readonly grade: number };

/** A gate that was checked. */
export interface CheckedGate {
  readonly id: string;
  /** Where the gate stands in the card. */
  readonly at: number;
  readonly holds: (facts: GateFacts) => Truth;
  readonly effect: CheckedEffect;
  readonly appliesUnknown: boolean;
}

/**
 * Reads gates and puts them in the order in which they are applied.
 *
 * @throws SalesModelError `scorecard.unknownItem`, `scorecard.unknownGrade`, `scorecard.factor`, `ids.duplicate`,
 *   `option.unknown`, `decimal.invalid`, `decimal.tooLong` and those of `compileRule`
 */
export function readGates(
  gates: readonly Gate[],
  items: readonly { readonly id: string }[],
  bands: CheckedBands | null,
  scale: number,
): CheckedGate[] {
  const read = gates.map((gate, at): CheckedGate => {
    const path = ['gates', at];
    if (gates.findIndex(({ id }) => id === gate.id) < at) failCore('ids.duplicate', [...path, 'id'], { id: gate.id });
    for (const field of ruleFieldsOf(gate, at)) {
      const item = field.slice(ITEM_PREFIX.length);
      if (field.startsWith(ITEM_PREFIX) && !items.some(({ id }) => id === item)) {
        fail('scorecard.unknownItem', [...path, 'when'], { item });
      }
    }
    return {
      id: gate.id,
      at,
      holds: compileGate(gate, at),
      effect: effectOf(gate.effect, items, bands, scale, [...path, 'effect']),
      appliesUnknown: oneOf(gate.onUnknown ?? 'ignore', ['ignore', 'apply'], [...path, 'onUnknown']) === 'apply',
    };
  });
  const order = ({ effect }: CheckedGate): number => GATE_EFFECTS.indexOf(effect.kind);
  return read.sort((a, b) => order(a) - order(b) || compareText(a.id, b.id));
}

function compileGate({ when }: Gate, at: number): (facts: GateFacts) => Truth {
  return compileRule<GateFacts>(when, { path: ['gates', at, 'when'], read: (field) => (facts) => facts(field) });
}

/** The fields of a condition that compiles. */
function ruleFieldsOf(gate: Gate, at: number): readonly string[] {
  compileGate(gate, at);
  return ruleFields(gate.when);
}

function effectOf(
  effect: GateEffect,
  items: readonly { readonly id: string }[],
  bands: CheckedBands | null,
  scale: number,
  path: (string | number)[],
): CheckedEffect {
  oneOf(effect.kind, GATE_EFFECTS, [...path, 'kind']);
  switch (effect.kind) {
    case 'itemZero': {
      const item = items.findIndex(({ id }) => id === effect.item);
      if (item < 0) fail('scorecard.unknownItem', [...path, 'item'], { item: effect.item });
      return { kind: 'itemZero', item };
    }
    case 'multiply': {
      const factor = toDecimal(effect.factor, [...path, 'factor']);
      if (factor.lt(0)) fail('scorecard.factor', [...path, 'factor'], { value: toText(factor) });
      return { kind: 'multiply', factor: fractionOf(factor) };
    }
    case 'cap':
      return { kind: 'cap', units: wholeUnits(toDecimal(effect.at, [...path, 'at']), scale) };
    case 'zero':
      return { kind: 'zero' };
    case 'gradeCap': {
      const grade = (bands ?? []).findIndex(({ id }) => id === effect.grade);
      if (grade < 0) fail('scorecard.unknownGrade', [...path, 'grade'], { grade: effect.grade });
      return { kind: 'gradeCap', grade };
    }
  }
}

/** A cap with more decimals than totals have: the total must not exceed it. */
function wholeUnits(value: Decimal, scale: number): bigint {
  return floorOf(timesFractions(fractionOf(value), { n: 10n ** BigInt(scale), d: 1n }));
}
