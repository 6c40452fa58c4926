import { type Decimal, type DecimalString, plus, times, toDecimal, toText, ZERO } from './decimal.js';
import type { Params, Path } from './errors.js';

/** A figure as it stands in a result: mostly a decimal string. */
export type ExplanationValue = string | number | boolean | null;

/**
 * One step of a calculation and the steps and facts that it was made from.
 *
 * - The value of the root is the calculated result.
 * - Where `params.additive` is true, the values of `from` add up to the value.
 * - Where `params.inexact` is true, the value is a quotient without end, cut to 40 digits.
 * - A node without `from` is a fact: `params.source` says whether it was an `input` or stands in the `definition`, both
 *   with their `path`, or whether it is a stated `policy`.
 */
export interface Explanation {
  /** Names the step; the locales have a text for it. */
  readonly code: string;
  readonly params: Params;
  readonly value: ExplanationValue;
  readonly from: readonly Explanation[];
}

/** A step whose value follows from others by more than addition. */
export function explainStep(
  code: string,
  params: Params,
  value: ExplanationValue,
  from: readonly Explanation[],
): Explanation {
  return { code, params, value, from };
}

/** A step whose value is the sum of what it was made from. */
export function explainSum(code: string, params: Params, from: readonly Explanation[]): Explanation {
  const sum = from.reduce((total, { value }) => plus(total, toDecimal(String(value))), ZERO);
  return { code, params: { ...params, additive: true }, value: toText(sum), from };
}

/** Params of a step whose value is a quotient: `inexact` where it does not end. */
export function quotientParams(value: Decimal, numerator: Decimal, denominator: Decimal): Params {
  return times(value, denominator).eq(numerator) ? {} : { inexact: true };
}

/** A step whose parts are made when somebody first looks at them: most trees are never read to their leaves. */
export function explainLater(
  code: string,
  params: Params,
  value: ExplanationValue,
  make: () => readonly Explanation[],
): Explanation {
  return new LaterStep(code, params, value, make);
}

/**
 * A step that makes its parts when they are read. All steps share one getter: engines make a class of objects for every
 * getter of its own, and keep all that it looks at alive until their next great collection.
 */
class LaterStep implements Explanation {
  declare readonly from: readonly Explanation[];
  #make: (() => readonly Explanation[]) | null;
  #from: readonly Explanation[] = [];

  constructor(
    readonly code: string,
    readonly params: Params,
    readonly value: ExplanationValue,
    make: () => readonly Explanation[],
  ) {
    this.#make = make;
    Object.defineProperty(this, 'from', LaterStep.#parts);
  }

  /** An own property, so that copies and JSON have it too. */
  static readonly #parts = {
    enumerable: true,
    get(this: LaterStep): readonly Explanation[] {
      if (this.#make !== null) {
        this.#from = this.#make();
        this.#make = null;
      }
      return this.#from;
    },
  };
}

/** What is taken away: the opposite of a step's value, so that a sum can hold it. */
export function explainLess(step: Explanation, code = 'less'): Explanation {
  return explainStep(code, {}, opposite(String(step.value)), [step]);
}

/** The opposite of a decimal, in canonical text. */
function opposite(value: DecimalString): DecimalString {
  const text = value.includes('.') ? value.replace(/\.?0+$/, '') : value;
  if (text === '0' || text === '-0') return '0';
  return text.startsWith('-') ? text.slice(1) : `-${text}`;
}

/** A fact that the caller gave, at its place in the input. */
export function explainInput(path: Path, value: ExplanationValue, code = 'input', params = NO_PARAMS): Explanation {
  return { code, params: factParams(params, 'input', path), value, from: [] };
}

/** A constant of the plan, price or table, at its place in the definition. */
export function explainConstant(
  path: Path,
  value: ExplanationValue,
  code = 'definition',
  params = NO_PARAMS,
): Explanation {
  return { code, params: factParams(params, 'definition', path), value, from: [] };
}

const NO_PARAMS: Params = {};

/** A copy of params of any shape takes longer than all the rest of a fact; most have none. */
function factParams(params: Params, source: string, path: Path): Params {
  return params === NO_PARAMS ? { source, path } : { ...params, source, path };
}

/** A choice that the definition or the library states, by the name of its option. */
export function explainPolicy(
  policy: string,
  value: ExplanationValue,
  code = 'policy',
  params: Params = {},
): Explanation {
  return { code, params: { ...params, source: 'policy', policy }, value, from: [] };
}
