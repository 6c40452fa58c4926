import type { DecimalString } from '../../core/decimal.js';
import type { PlainDate } from '../../core/date.js';
import type { Instant } from '../../core/instant.js';
import type { Money } from '../../core/money.js';
import type { Fields } from '../../mechanisms/lifecycle/event/lifecycleEvent.js';
import type { LifecycleState } from '../../mechanisms/lifecycle/event/lifecycleState.js';
import type { ForecastCategory } from '../definition/forecastCategory.js';
import type { StageDefinition } from '../definition/pipelineDefinition.js';
import type { DealMarks } from './dealMarks.js';
import type { Opportunity } from './opportunity.js';
import { OWN_FIELDS } from './dealFaults.js';

/** The fields of a deal as the engine keeps them. */
interface OwnFields {
  readonly amount?: Money | null;
  readonly closeDate?: PlainDate | null;
  readonly ownerId?: string | null;
  readonly teamId?: string | null;
  readonly category?: ForecastCategory | null;
  readonly probability?: DecimalString | null;
  readonly deletedAt?: PlainDate | Instant | null;
}

const OUTCOMES = { success: 'won', failure: 'lost', ended: 'ended' } as const;

/** A deal from the state that the engine keeps of it. */
export function opportunityOf(
  state: LifecycleState,
  { amountChanges, closeDateChanges, pushCount }: Pick<DealMarks, 'amountChanges' | 'closeDateChanges' | 'pushCount'>,
  stages: ReadonlyMap<string, StageDefinition>,
): Opportunity {
  const {
    amount = null,
    closeDate = null,
    ownerId = null,
    teamId = null,
    category = null,
    probability = null,
    deletedAt = null,
  } = state.fields as OwnFields;
  const stage = stages.get(state.state)!;
  const outcome = state.outcome === null ? null : OUTCOMES[state.outcome.kind];
  const isOver = outcome !== null;
  return {
    id: state.entityId,
    pipelineId: state.definitionId,
    pipelineVersion: state.definitionVersion,
    stage: state.state,
    amount,
    closeDate,
    ownerId,
    teamId,
    category: isOver ? (outcome === 'won' ? 'closed' : 'omitted') : (category ?? stage.category),
    categoryOverridden: category !== null,
    probability: isOver ? (outcome === 'won' ? '1' : '0') : (probability ?? stage.probability),
    probabilityOverridden: probability !== null,
    createdAt: state.createdAt,
    closedAt: state.outcome?.at ?? null,
    outcome,
    reason: state.outcome?.reason ?? null,
    reopenCount: state.reopenCount,
    pushCount,
    amountChanges,
    closeDateChanges,
    lastAt: state.lastAt,
    lastSeq: state.lastSeq,
    visits: state.visits,
    outcomes: state.outcomes,
    lastOpenStage: state.lastOpenState,
    fields: ownFields(state.fields),
    deletedAt,
  };
}

const OWN: ReadonlySet<string> = /* @__PURE__ */ new Set(OWN_FIELDS);

/** The fields of the application's own. A loop: taking the rest of an object costs several times as much. */
function ownFields(fields: Fields): Fields {
  const own: Record<string, unknown> = {};
  for (const field in fields) if (!OWN.has(field)) own[field] = fields[field];
  return own;
}

/** The state that the engine goes on from. */
export function stateOf(deal: Opportunity): LifecycleState {
  const {
    amount,
    closeDate,
    ownerId,
    teamId,
    deletedAt,
    category,
    categoryOverridden,
    probability,
    probabilityOverridden,
  } = deal;
  const last = deal.outcomes.at(-1);
  const { kind, at, reason } = last ?? { kind: null, at: '', reason: null };
  return {
    definitionId: deal.pipelineId,
    definitionVersion: deal.pipelineVersion,
    entityId: deal.id,
    state: deal.stage,
    fields: {
      ...deal.fields,
      amount,
      closeDate,
      ownerId,
      teamId,
      ...(categoryOverridden ? { category } : {}),
      ...(probabilityOverridden ? { probability } : {}),
      ...(deletedAt === null ? {} : { deletedAt }),
    },
    createdAt: deal.createdAt,
    enteredAt: deal.visits.at(-1)?.enteredAt ?? deal.createdAt,
    visits: deal.visits,
    outcome: deal.outcome === null || kind === null ? null : { kind, at, reason },
    outcomes: deal.outcomes,
    reopenCount: deal.reopenCount,
    lastOpenState: deal.lastOpenStage,
    lastSeq: deal.lastSeq,
    lastAt: deal.lastAt,
  };
}
