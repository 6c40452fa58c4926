import { describe, expect, test } from 'vitest';
import { lintLifecycle, LifecycleDefinition } from '../../src/mechanisms/lifecycle/index.js';
import type { LifecycleState } from '../../src/mechanisms/lifecycle/index.js';
import {
  archiveDue,
  canBorrow,
  Contract,
  type ContractFacts,
  contractLifecycle,
  type ContractState,
  Loan,
  loanLifecycle,
  orderLifecycle,
  overdueLoans,
  transitionContract,
} from '../../src/orders/index.js';
import { thrown } from '../core/thrown.js';

const contract: Contract = { id: 'C1', partner: 'N', value: '9000', from: '2026-04-01', to: '2027-04-01' };

test.each([contractLifecycle, loanLifecycle, orderLifecycle])('$id is a lifecycle without faults', (definition) => {
  expect(LifecycleDefinition.parse(definition)).toEqual(definition);
  expect(lintLifecycle(definition).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('an order can be cancelled before all of it is shipped and not after', () => {
  const from = orderLifecycle.transitions?.find(({ id }) => id === 'cancel')?.from;
  expect(from).toEqual(['draft', 'placed', 'confirmed', 'partlyShipped']);
});

/** Walks a contract through states and returns the last state or the reasons of the first refusal. */
function walk(...steps: readonly (readonly [ContractState, ContractFacts?, string?])[]): string | string[] {
  let state: LifecycleState<ContractState> | null = null;
  let seq = 0;
  const base = { entityId: 'C1', at: '2026-03-02' };
  const made = transitionContract(null, { ...base, type: 'create', seq: (seq += 1) });
  if (made.ok) state = made.state;
  for (const [to, facts, reason] of steps) {
    const event = {
      ...base,
      type: 'transition' as const,
      to,
      seq: (seq += 1),
      ...(reason !== undefined && { reason }),
    };
    const next = transitionContract(state, event, facts);
    if (!next.ok) return next.reasons.map(({ code, id, field }) => [code, id ?? field].filter(Boolean).join(' '));
    state = next.state;
  }
  return state!.state;
}

describe('transitionContract', () => {
  const signed = [['inApproval'], ['signed', { approvals: 'complete', signedOn: '2026-03-02' }]] as const;
  const executing = [...signed, ['executing', { from: '2026-04-01', to: '2027-04-01' }]] as const;

  test('the way to the end', () => {
    expect(walk(...executing, ['completed', { openBalance: '0' }])).toBe('completed');
    expect(walk(...executing, ['completed', { openBalance: '0.01' }])).toEqual(['guardFailed settled']);
    expect(walk(...executing, ['completed'])).toEqual(['guardUnknown settled', 'missingField openBalance']);
  });

  test('approval comes before the signature, and a refusal has a reason', () => {
    expect(walk(['inApproval'], ['signed', { approvals: 'open', signedOn: '2026-03-02' }])).toEqual([
      'guardFailed approved',
    ]);
    expect(walk(['inApproval'], ['signed'])).toEqual(['guardUnknown approved', 'missingField signedOn']);
    expect(walk(['inApproval'], ['draft'])).toEqual(['reasonRequired']);
    expect(walk(['inApproval'], ['draft', {}, 'priceTooLow'])).toBe('draft');
  });

  test('whoever ends a contract says how, and a dispute may go on or end it', () => {
    expect(walk(...signed, ['terminating'])).toEqual([
      'guardUnknown kind',
      'missingField terminationKind',
      'missingField terminationReason',
    ]);
    const end = ['terminating', { terminationKind: 'dispute', terminationReason: 'quality' }] as const;
    expect(walk(...executing, end, ['disputed'], ['executing'])).toBe('executing');
    expect(walk(...executing, end, ['disputed'], ['terminated'])).toBe('terminated');
    expect(walk(...executing, end, ['completed'])).toEqual(['noTransition']);
  });
});

test('a signed contract is archived in working days', () => {
  const policy = { workingDays: 2, responsible: 'records', calendar: { holidays: ['2026-03-30'] } };
  expect(archiveDue({ ...contract, signedOn: '2026-03-27' }, policy)).toEqual({
    ok: true,
    due: '2026-04-01',
    responsible: 'records',
  });
  expect(archiveDue(contract, policy)).toMatchObject({ ok: false, reasons: [{ code: 'notSigned' }] });
  expect(thrown(() => archiveDue(contract, { ...policy, workingDays: -1 })).code).toBe('count.whole');
  expect(Contract.parse(contract)).toEqual(contract);
  expect(Contract.safeParse({ ...contract, to: '2026-04-01' }).success).toBe(false);
  expect(Contract.safeParse({ ...contract, customer: 'C' }).success).toBe(false);
});

describe('loans', () => {
  const loan: Loan = {
    id: 'L1',
    record: 'R1',
    person: 'Ana',
    approvedBy: 'Bo',
    lentOn: '2026-03-02',
    dueOn: '2026-03-09',
  };
  const record = { id: 'R1', contract: 'C1', keeper: 'Bo', confidential: false };
  const policy = { right: 'borrow', confidentialRight: 'secret', limit: 2 };

  test('what is lent later or has come back counts for nothing', () => {
    const cy = { person: 'Cy', rights: ['borrow'] };
    expect(canBorrow({ ...cy, loans: [loan] }, record, policy, '2026-03-01')).toEqual({ ok: true });
    expect(canBorrow({ ...cy, loans: [loan] }, record, policy, '2026-03-02')).toEqual({
      ok: false,
      reasons: [{ code: 'alreadyLent', params: { person: 'Ana', due: '2026-03-09' } }],
    });
    expect(canBorrow({ ...cy, loans: [{ ...loan, returnedOn: '2026-03-04' }] }, record, policy, '2026-03-04')).toEqual({
      ok: true,
    });
  });

  test('all reasons are given at once', () => {
    const answer = canBorrow(
      { person: 'Ana', rights: [], loans: [loan] },
      { ...record, confidential: true },
      { ...policy, limit: 1 },
      '2026-03-10',
    );
    expect(answer.ok || answer.reasons.map(({ code }) => code)).toEqual([
      'noRight',
      'confidential',
      'alreadyLent',
      'hasOverdue',
      'limit',
    ]);
  });

  test('the due day itself is not overdue, and the longest comes first', () => {
    expect(overdueLoans([loan], '2026-03-09')).toEqual([]);
    const loans = [loan, { ...loan, id: 'L0' }, { ...loan, id: 'L2', dueOn: '2026-03-05' }];
    expect(overdueLoans(loans, '2026-03-10').map(({ loan, days }) => [loan, days])).toEqual([
      ['L2', 5],
      ['L0', 1],
      ['L1', 1],
    ]);
    expect(Loan.safeParse({ ...loan, dueOn: '2026-03-01' }).success).toBe(false);
    expect(
      thrown(() => canBorrow({ person: 'A', rights: [], loans: [] }, record, { ...policy, limit: -1 }, '2026-03-10'))
        .code,
    ).toBe('count.whole');
  });
});
