import { explainLater, type Explanation } from '../../core/explanation.js';
import { fail } from '../fail.js';
import { planVersionOf } from '../ledger/entryId.js';
import type { LedgerEntry } from '../schema.js';
import { findStatement } from './findStatement.js';
import { explainPlanModifier } from './explainPlanModifier.js';
import type { RunView } from './runView.js';
import type { StatementView } from './statementView.js';

/** What made an entry of the ledger. */
export function explainEntry(view: RunView, target: LedgerEntry | LedgerEntry['id']): Explanation {
  const id = typeof target === 'string' ? target : target.id;
  const entry = view.computed.result.ledger.find((each) => each.id === id);
  if (entry === undefined) return fail('explain.unknown', ['target', 'entry'], { value: id });
  const { type, payeeId, date, amount, currency } = entry;
  return explainLater('entry', { type, payeeId, date, currency }, amount, () => {
    const statement = findStatement(view, { ...entry, planVersion: planVersionOf(entry) });
    const moved = booked(statement, entry);
    return moved.length > 0 ? moved : reasons(statement, entry);
  });
}

function reasons(statement: StatementView, { type, cause }: LedgerEntry): readonly Explanation[] {
  switch (cause.kind) {
    case 'component':
      return statement.components().filter(({ params }) => params['componentId'] === cause.id);
    case 'planModifier': {
      const { earning, source } = statement;
      const effect = source.earned.planModifiers.find(({ index }) => String(index) === cause.id);
      return effect === undefined
        ? []
        : [explainPlanModifier(earning, source.payee, source.period, source.earned, effect)];
    }
    case 'adjustment':
      return statement
        .decisions(type === 'bonus' ? 'bonus' : 'adjustment')
        .filter(({ params }) => params['id'] === cause.id);
    case 'cap':
    case 'assignmentEnd':
    case 'statement':
      return [statement.payable()];
    default:
      return [statement.payout()];
  }
}

/** The movement, draw or difference that an entry books; none for what is earned, decided or paid. */
function booked(statement: StatementView, entry: LedgerEntry): readonly Explanation[] {
  switch (entry.type) {
    case 'clawback':
    case 'hold':
    case 'release':
    case 'forfeit':
      return statement.movementOf(entry);
    case 'retro':
      return statement.differenceOf(entry.cause.origin, entry.componentId);
    case 'drawAdvance':
      return statement.drawMoveOf(entry.drawId, 'advance');
    case 'drawRecovery':
      return statement.drawMoveOf(entry.drawId, 'recovery');
    default:
      return [];
  }
}
