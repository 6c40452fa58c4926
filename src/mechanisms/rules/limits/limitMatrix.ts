import type { DecimalString } from '../../../core/decimal.js';
import type { PlainDate } from '../../../core/date.js';
import type { Rule } from '../rule.js';

/** A rank of a role on a track: the higher level may sign what the lower may not. */
export interface LimitRole {
  readonly role: string;
  /** Default: the one track of a matrix that names none. */
  readonly track?: string;
  readonly level: number;
}

/** A line of approval that a request may need, such as sales or finance. */
export interface LimitTrack {
  readonly track: string;
  /** Needed when this holds or is unknown on any scope. Default: always needed. */
  readonly when?: Rule;
}

/** The greatest and the least value of a measure that a row allows; both belong to the range. */
export interface LimitBound {
  readonly max?: DecimalString;
  readonly min?: DecimalString;
}

/** What a role may sign. */
export interface LimitRow {
  readonly code?: string;
  readonly role: string;
  /** Default: any action. */
  readonly action?: string;
  /** Values that fields of the scope must have, one of a list. */
  readonly keys?: Readonly<Record<string, string | readonly string[]>>;
  readonly when?: Rule;
  /** By measure, a decimal field of the scope. A bound that is absent is none; `0` is a bound. */
  readonly bounds: Readonly<Record<string, LimitBound>>;
  /** First day. Default: open. */
  readonly from?: PlainDate;
  /** First day on which it no longer counts. Default: open. */
  readonly to?: PlainDate | null;
}

/** Who may do an action of which size, and who signs what others may not. */
export interface LimitMatrix {
  readonly code: string;
  readonly roles: readonly LimitRole[];
  readonly limits: readonly LimitRow[];
  /** Default: the tracks of the roles, all needed. */
  readonly tracks?: readonly LimitTrack[];
  /**
   * Which applicable rows of a role count. `mostSpecific` (default): those with the most keys, the stricter value of
   * each bound among them; `anyRow`: one that holds entirely is enough.
   */
  readonly select?: 'mostSpecific' | 'anyRow';
  /** A bound whose measure is unknown: `escalate` (default) fails it, `ignore` passes it over. */
  readonly missing?: 'escalate' | 'ignore';
  /** Who signs on a track. `skipLevel` (default): the lowest level that may; `stepByStep`: every level up to it. */
  readonly routing?: 'skipLevel' | 'stepByStep';
}

/** A part of a request that is judged by itself: a line, a quote, a contract. */
export interface LimitScope {
  readonly id: string;
  /** Measures and keys; a field that is absent or null is unknown. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What somebody wants to do on a day. */
export interface LimitRequest {
  readonly action?: string;
  readonly scopes: readonly LimitScope[];
  /** Role of whoever asks. */
  readonly requester?: string;
  readonly on: PlainDate;
}
