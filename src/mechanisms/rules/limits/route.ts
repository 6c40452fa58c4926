import type { Reason } from '../../../core/errors.js';
import { type LimitChange, smallestChange } from './smallestChange.js';
import { compileLimits, type CompiledTrack, type LimitOptions } from './compileLimits.js';
import { compareKeys, type Failure, failuresOfRole, reasonsOf } from './judge.js';
import type { LimitMatrix, LimitRequest } from './limitMatrix.js';

/** Who must sign on a track, and what the next lower level could not sign. */
export interface Approver {
  readonly track: string;
  readonly role: string;
  readonly level: number;
  readonly because: readonly (Reason & { readonly role: string })[];
}

/** The smallest change of a request with which a lower role could sign in an approver's place. */
export interface Avoidance {
  readonly track: string;
  readonly role: string;
  readonly changes: readonly LimitChange[];
}

/** Who signs a request. */
export type LimitRoute =
  | { readonly status: 'withinAuthority' }
  | {
      readonly status: 'needsApproval';
      /** By track, then from the lowest level up. */
      readonly approvers: readonly Approver[];
      /** By track, then by role. */
      readonly avoid: readonly Avoidance[];
    }
  | {
      readonly status: 'notApprovable';
      /** The failing bounds of the highest level of each track on which nobody may sign. */
      readonly reasons: readonly Reason[];
    };

/**
 * Returns who must sign a request: on each track that is needed, the lowest level that may sign on all scopes, equal
 * levels by role; `stepByStep` adds every level between the requester's and that one. A requester who may sign needs
 * nobody on that track, and a requester that the matrix does not know may sign nothing.
 *
 * A request that is worse in every measure, with the same keys, never gets by with a lower level.
 *
 * @param matrix roles, limits and tracks
 * @param request action, scopes, requester and day
 * @param options catalogue of the fields of scopes
 * @throws SalesModelError `limits.unknownRole`, `limits.unknownTrack`, `limits.duplicateLevel`, `option.unknown`,
 * `period.order`, `date.invalid`, `decimal.invalid`, `decimal.tooLong`, `rule.unknownField`, `rule.unknownOperator`,
 * `rule.type`, `rule.limit`, `key.forbidden`
 * @example
 * import { route, type LimitMatrix } from 'salesmodel/mechanisms/rules';
 *
 * const matrix: LimitMatrix = {
 *   code: 'discounts',
 *   roles: [{ role: 'rep', level: 1 }, { role: 'manager', level: 2 }],
 *   limits: [
 *     { role: 'rep', bounds: { discount: { max: '0.05' } } },
 *     { role: 'manager', bounds: { discount: { max: '0.15' } } },
 *   ],
 * };
 * const discount = (rate: string) => ({ scopes: [{ id: 'quote', facts: { discount: rate } }], requester: 'rep', on: '2026-03-31' });
 * route(matrix, discount('0.05')); // => { status: 'withinAuthority' }
 * const needed = route(matrix, discount('0.08'));
 * needed.status === 'needsApproval' && needed.approvers[0]?.role; // => 'manager'
 * needed.status === 'needsApproval' && needed.avoid[0]?.changes; // => [{ scope: 'quote', measure: 'discount', bound: 'max', from: '0.08', to: '0.05' }]
 */
export function route(matrix: LimitMatrix, request: LimitRequest, options: LimitOptions = {}): LimitRoute {
  const limits = compileLimits(matrix, options);
  const known = new Map<string, readonly Failure[]>();
  const failures = (role: string): readonly Failure[] => {
    const before = known.get(role) ?? failuresOfRole(limits, role, request, ['request']);
    known.set(role, before);
    return before;
  };
  const maySign = (role: string): boolean => failures(role).length === 0;

  const approvers: Approver[] = [];
  const avoid: Avoidance[] = [];
  const refused: Reason[] = [];
  for (const track of limits.tracks) {
    const ownLevel = track.levels.findIndex(({ roles }) => roles.some((role) => role === request.requester));
    if (!isNeeded(track, request) || (ownLevel >= 0 && maySign(request.requester!))) continue;
    const signing = track.levels.findIndex(({ roles }) => roles.some(maySign));
    if (signing < 0) {
      const highest = track.levels.at(-1)!.roles;
      refused.push(...highest.flatMap((role) => reasonsOf(failures(role), { track: track.track, role })));
      continue;
    }
    const first = limits.routing === 'stepByStep' ? Math.min(ownLevel + 1, signing) : signing;
    for (let at = first; at <= signing; at++) {
      const { level, roles } = track.levels[at]!;
      const role = at === signing ? roles.find(maySign)! : roles[0]!;
      const below = track.levels[at - 1]?.roles ?? [];
      const because = below.flatMap((lower) =>
        reasonsOf(failures(lower)).map((reason) => ({ role: lower, ...reason })),
      );
      approvers.push({ track: track.track, role, level, because });
    }
    for (const role of track.levels[signing - 1]?.roles ?? []) {
      const changes = smallestChange(limits, role, request);
      if (changes !== undefined) avoid.push({ track: track.track, role, changes });
    }
  }
  if (refused.length > 0) {
    return { status: 'notApprovable', reasons: refused.toSorted((a, b) => compareKeys([a.code], [b.code])) };
  }
  return approvers.length === 0 ? { status: 'withinAuthority' } : { status: 'needsApproval', approvers, avoid };
}

/** A track is needed when its rule holds or is unknown on any scope. */
function isNeeded({ needed }: CompiledTrack, { scopes }: LimitRequest): boolean {
  return needed === undefined || scopes.some(({ facts }) => needed(facts) !== false);
}
