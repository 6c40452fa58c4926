import type { Fraction } from '../../../core/fraction.js';
import type { Direction } from '../tieBreaker.js';
import type { GroupTies, TargetZero } from './normaliser.js';
import type { Shape } from './shape.js';

/** A constant, or the metric that has it. */
export type CheckedFigure = { readonly constant: Fraction } | { readonly metric: string };

/** By how much the actual, the target and the third figure count in the two parts of a share. */
export interface ShareForm {
  readonly part: readonly [actual: number, target: number, other: number];
  readonly whole: readonly [actual: number, target: number, other: number];
}

/** The third figure is the worst value of `linear` and the start of `progress`. */
export const SHARE_FORMS = {
  share: { part: [1, 0, 0], whole: [0, 1, 0] },
  inverse: { part: [0, 1, 0], whole: [1, 0, 0] },
  mirror: { part: [-1, 2, 0], whole: [0, 1, 0] },
  linear: { part: [-1, 0, 1], whole: [0, -1, 1] },
  progress: { part: [1, 0, -1], whole: [0, 1, -1] },
} as const satisfies Record<string, ShareForm>;

/** A share of the target of each row. */
export interface ShareSource {
  readonly kind: 'share';
  readonly form: keyof typeof SHARE_FORMS;
  readonly target: CheckedFigure;
  readonly other: CheckedFigure | null;
  /** Points over the share. */
  readonly shape: Shape;
  readonly targetZero: TargetZero;
  /** Points of a target of 0 that is met, and of one that is not, under `full`. */
  readonly full: { readonly met: Fraction; readonly missed: Fraction };
  /** Whether a target of 0 is met from above. */
  readonly higher: boolean;
  /** Points of an actual of 0, by which `inverse` cannot divide. */
  readonly zeroActual: Fraction;
}

/** Where an item's score comes from, once its definition was checked. */
export type Source =
  | { readonly kind: 'value'; readonly shape: Shape }
  | ShareSource
  | {
      readonly kind: 'minMax';
      readonly min: Fraction | null;
      readonly max: Fraction | null;
      /** Points where both are equal; `null` is a fault. */
      readonly allEqual: Fraction | null;
      readonly shape: Shape;
    }
  | {
      readonly kind: 'rank';
      readonly method: GroupTies;
      readonly direction: Direction;
      /** Points of a group of one; `null` is none. */
      readonly alone: Fraction | null;
      readonly shape: Shape;
    }
  | {
      readonly kind: 'grid';
      readonly rows: Shape;
      readonly columns: Shape;
      readonly columnMetric: string;
      readonly cells: readonly (readonly Fraction[])[];
    };
