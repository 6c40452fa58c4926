import type { DecimalString } from '../../../core/decimal.js';

/** How often leads with a value of a field were won and lost. */
export interface LeadModelRow {
  /** `null`: leads without a group. */
  readonly group: string | null;
  /** Name of a field, or `stage`. */
  readonly field: string;
  readonly value: string;
  /** Won leads with the value, and the smoothing. */
  readonly won: DecimalString;
  /** Lost leads with the value, and the smoothing. */
  readonly lost: DecimalString;
}

/** A table of frequencies from which the chance of an open lead is predicted, in plain JSON. */
export interface LeadModel {
  /** Open stages in their order. */
  readonly stages: readonly string[];
  /** Stages in which a lead is won. */
  readonly wonStages: readonly string[];
  /** Fields of one value each. */
  readonly fields: readonly string[];
  /** Fields that hold a list of values. */
  readonly tags: readonly string[];
  /** Field whose values have tables of their own; `null` where all leads share one. */
  readonly groupBy: string | null;
  /** What both counts of a row begin with. */
  readonly smoothing: DecimalString;
  /** A tag counts from so many won and lost leads on. */
  readonly tagMinimum: DecimalString;
  /** By group with `null` last, field and value. */
  readonly rows: readonly LeadModelRow[];
}

/** The name under which the stages stand in the rows. */
export const STAGE = 'stage';
