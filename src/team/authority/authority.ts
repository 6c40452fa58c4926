import type { PlainDate } from '../../core/date.js';
import type { LimitMatrix, LimitRequest } from '../../mechanisms/rules/limits/limitMatrix.js';
import type { AuthorityMatrix } from '../schema/authority.js';

/** What somebody wants to do. */
export interface AuthorityRequest {
  readonly action: string;
  /** Measures and whatever rules read; `requestedBy` is the person who asks. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly on: PlainDate;
}

/** A matrix of authority as the limits that it is. */
export function limitsOf(
  { rules, order }: AuthorityMatrix,
  routing: LimitMatrix['routing'] = 'skipLevel',
): LimitMatrix {
  return {
    code: 'authority',
    roles: order.map((role, at) => ({ role, level: at + 1 })),
    limits: rules.map(({ id, limits, ...rule }) => ({ code: id, ...rule, bounds: limits })),
    select: 'anyRow',
    missing: 'escalate',
    routing,
  };
}

/** A request of one scope. */
export function requestOf({ action, facts, on }: AuthorityRequest, requester?: string): LimitRequest {
  return { action, scopes: [{ id: action, facts }], on, ...(requester !== undefined && { requester }) };
}
