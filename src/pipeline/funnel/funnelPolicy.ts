import type { Period } from '../../core/period.js';

export const REACHES = ['atOrBeyond', 'touched', 'touchedAll'] as const;
export const CONVERSIONS = ['next', 'laterStage', 'direct'] as const;
export const BACKWARDS = ['keepMax', 'useLast'] as const;
export const OPEN_DEALS = ['include', 'exclude', 'excludeInStage'] as const;
export const COHORTS = ['all', 'created', 'closed'] as const;

/** What a funnel counts. Systems differ in every line of it. */
export interface FunnelPolicy {
  /**
   * When a deal has reached a stage. `atOrBeyond` (default): it got at least that far, skipped stages count as passed.
   * `touched`: it was there. `touchedAll`: it was there and in every stage before.
   */
  readonly reach?: (typeof REACHES)[number];
  /**
   * What a conversion is. `next` (default): of the deals that reached a stage, those that reached the next one as well.
   * `laterStage`: of those that were in the stage, those that went on to any later one or were won afterwards. `direct`: of
   * those that were in it, those that went to the next stage right away.
   */
  readonly conversion?: (typeof CONVERSIONS)[number];
  /** How far a deal got that went back. `keepMax` (default): as far as ever. `useLast`: to the open stage it was in last. For `atOrBeyond` only. */
  readonly backward?: (typeof BACKWARDS)[number];
  /**
   * Whether open deals count. `include` (default), `exclude`, or `excludeInStage`: a deal that is open in a stage has not
   * been decided there and is left out of the conversion of that stage.
   */
  readonly open?: (typeof OPEN_DEALS)[number];
  /** Which deals count: `all` (default), or those `created` or `closed` in the period. */
  readonly cohort?: (typeof COHORTS)[number];
}

/** How a funnel is asked for. */
export interface FunnelOptions extends FunnelPolicy {
  /** For the cohorts `created` and `closed`. */
  readonly period?: Period;
  /** Where days begin for histories of instants, `+08:00` or `Z` (default). */
  readonly offset?: string;
  /** A fact or field of the deals by which the funnel is made a second time, such as `ownerId`. */
  readonly by?: string;
}
