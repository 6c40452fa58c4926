import { leftOpen } from '../ledger/leftOpen.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  balances,
  compileRun,
  LedgerEntry,
  run,
  type RunInput,
  RunResult,
  type Statement,
} from '../../../src/commission/index.js';
import { minus, plus, toDecimal, toText, ZERO } from '../../../src/core/decimal.js';
import type { Explanation } from '../../../src/core/index.js';
import { renderExplanation } from '../../../src/core/renderExplanation.js';
import { runOf } from '../../../src/commission/run/compileRun.js';
import { explainMovement } from '../../../src/commission/settlement/movement.js';
import { steps, wrongFacts, wrongSums } from '../explain/walk.js';
import { toColumns } from '../run/toColumns.js';
import { settledVersions, takenBackInputs } from './settlement.arb.js';

const sum = (amounts: readonly string[]): string =>
  toText(amounts.reduce((total, amount) => plus(total, toDecimal(amount)), ZERO));
const negative = (amount: string): string => toText(minus(ZERO, toDecimal(amount)));
const bytes = (value: unknown): string => JSON.stringify(value);

/** A run with lines, and a property of it. */
function assertRuns(check: (result: RunResult, input: RunInput) => void): void {
  fc.assert(
    fc.property(settledVersions, (input) => {
      check(run(input, { detail: 'lines' }), input);
    }),
    { numRuns: 100 },
  );
}

test('a payable is what the stages say it is, and its entries add up to what it leaves open', () => {
  assertRuns(({ statements, ledger }, { plans }) => {
    for (const one of statements) {
      const stages = sum([
        ...[one.earned, one.adjustments, one.clawback, negative(one.held), one.released, negative(one.forfeited)],
        ...[negative(one.deferred), one.deferralReleased, one.carryIn, one.rounding ?? '0'],
        ...[one.retro, one.drawAdvance, negative(one.drawRecovery)],
      ]);
      expect(sum([one.payable])).toBe(stages);
      const entries = ledger.filter(({ payeeId, period }) => payeeId === one.payeeId && period === one.period.start);
      const of = (...types: string[]): string =>
        sum(entries.filter(({ type }) => types.includes(type)).map(({ amount }) => amount));
      expect(of('earning', 'bonus')).toBe(sum([one.earned]));
      expect(of('clawback')).toBe(sum([one.clawback]));
      expect(of('hold', 'release')).toBe(sum([negative(one.held), one.released]));
      const inPlan = entries.filter(({ currency }) => currency === 'USD').map(({ amount }) => amount);
      expect(sum(inPlan)).toBe(leftOpen(one, plans[0]?.payment?.negative ?? 'carry'));
    }
  });
});

test('what is held goes from statement to statement and stands in the ledger', () => {
  assertRuns(({ statements, ledger }, { opening = [] }) => {
    const before = new Map(opening.filter(({ balance }) => balance === 'held').map((one) => [one.payeeId, one.amount]));
    const held = new Map(before);
    for (const { payeeId, held: put, released, balances: after } of statements) {
      held.set(payeeId, sum([held.get(payeeId) ?? '0', put, negative(released)]));
      expect(sum([after.held])).toBe(held.get(payeeId));
    }
    for (const balance of balances(ledger, '2025-12-31')) {
      if (balance.currency !== 'USD') continue;
      const last = statements.findLast(({ payeeId }) => payeeId === balance.payeeId);
      expect(sum([before.get(balance.payeeId) ?? '0', balance.held])).toBe(sum([last?.balances.held ?? '0']));
    }
  });
});

test('results fit their schemas, and entries have ids of their own', () => {
  assertRuns((result) => {
    expect(RunResult.safeParse(result).error).toBeUndefined();
    for (const entry of result.ledger) expect(LedgerEntry.safeParse(entry).error).toBeUndefined();
    expect(new Set(result.ledger.map(({ id }) => id)).size).toBe(result.ledger.length);
  });
});

test('the order of rows and events, and whether rows are objects or columns, change no byte', () => {
  fc.assert(
    fc.property(settledVersions, fc.nat(), (input, seed) => {
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        items
          .map((item, index) => ({ item, key: ((index + 1) * (seed + 7919)) % 1009 }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const whole = run(input, { detail: 'lines' });
      const other = { ...input, transactions: shuffled(input.transactions), events: shuffled(input.events ?? []) };
      const again = run(other, { detail: 'lines' });
      expect(bytes({ ...again, rejected: [] })).toBe(bytes({ ...whole, rejected: [] }));
      const { transactions, asOf, periods, scores, adjustments, opening, events, ...definition } = input;
      const options = {
        asOf,
        periods,
        detail: 'lines' as const,
        ...(scores === undefined ? {} : { scores }),
        ...(adjustments === undefined ? {} : { adjustments }),
        ...(opening === undefined ? {} : { opening }),
        ...(events === undefined ? {} : { events }),
      };
      const payees = new Map(input.payees.map(({ id }, index) => [id, index]));
      const columns = compileRun(definition).columns(toColumns(transactions, payees), options).result;
      expect(columns.statements).toEqual(whole.statements);
      expect(columns.ledger).toEqual(whole.ledger);
    }),
    { numRuns: 100 },
  );
});

/** What a payee has got under a plan by the end, and what is open of it. */
function moneyOf({ statements }: RunResult, payee: string) {
  const own = statements.filter(({ payeeId }) => payeeId === payee);
  const total = (...of: ((one: Statement) => string)[]): string =>
    sum(own.flatMap((one) => of.map((read) => read(one))));
  const last = own[own.length - 1]?.balances;
  return {
    earned: total(({ earned, clawback }) => sum([earned, clawback])),
    putOff: total(({ deferred, deferralReleased }) => sum([deferred, negative(deferralReleased)])),
    held: total(({ held, released }) => sum([held, negative(released)])),
    lost: total(({ forfeited }) => forfeited),
    deferredAtEnd: sum([last?.deferred ?? '0']),
    heldAtEnd: sum([last?.held ?? '0']),
  };
}

/** Whether a statement is there for what is open of draws and payments and for nothing else. */
function isOpenAlone(one: Statement): boolean {
  const moved = [one.earned, one.adjustments, one.clawback, one.held, one.released, one.forfeited];
  const isMoved = [...moved, one.deferred, one.deferralReleased].some((amount) => sum([amount]) !== '0');
  const isOpen = [one.carryIn, one.balances.draw, one.drawRecovery, one.drawForgiven ?? '0'].some(
    (amount) => sum([amount]) !== '0',
  );
  return isOpen && !isMoved && one.components.every(({ measure }) => sum([measure ?? '0']) === '0');
}

test('what rows take back wholly is as if it had never been sold: pay, limits, people and attainment', () => {
  fc.assert(
    fc.property(takenBackInputs, (inputs) => {
      const [all, never] = [run(inputs.all), run(inputs.never)];
      for (const { id } of inputs.all.payees) expect(moneyOf(all, id)).toEqual(moneyOf(never, id));
      for (const statement of never.statements) {
        const same = all.statements.find(
          ({ payeeId, period }) => payeeId === statement.payeeId && period.start === statement.period.start,
        );
        // What was paid stays: without an assignment, the one world may still owe what the other has settled.
        if (same === undefined) {
          expect(isOpenAlone(statement)).toBe(true);
          continue;
        }
        statement.components.forEach(({ measure, attainment }, index) => {
          const { afterReversals, ...component } = same.components[index]!;
          expect(afterReversals?.measure ?? component.measure).toBe(measure);
          expect((afterReversals ?? component).attainment).toBe(attainment);
        });
      }
    }),
    { numRuns: 100 },
  );
});

test('lines are released as far as they are neither held nor lost', () => {
  assertRuns(({ lines = [], statements }, { opening = [], payees, plans, transactions }) => {
    // An amount of a span that only a reversal brings about is no line of the period as it was earned.
    const mayArise = plans[0]!.components.some(
      ({ modifiers = [], quotaBasis }) =>
        quotaBasis === 'toDate' || modifiers.some(({ kind }) => kind === 'kicker' || kind === 'floor'),
    );
    const isRecomputed = plans[0]!.clawback?.basis === 'recompute';
    if (isRecomputed && mayArise && transactions.some(({ reverses }) => reverses !== undefined)) return;
    for (const { id } of payees) {
      const own = lines.filter(({ payeeId }) => payeeId === id);
      const kept = own.map(({ earned, released }) => toText(minus(toDecimal(earned), toDecimal(released))));
      const mine = statements.filter(({ payeeId }) => payeeId === id);
      const [before = '0'] = opening
        .filter((one) => one.balance === 'held' && one.payeeId === id)
        .map((one) => one.amount);
      const held = sum([mine[mine.length - 1]?.balances.held ?? '0', negative(before)]);
      // Deferred earnings that end are forfeited without having been lines on hold.
      const isHeldAlone = mine.every(({ forfeited }) => toDecimal(forfeited).isZero());
      expect(isHeldAlone ? sum(kept) : held).toBe(held);
    }
  });
});

/** Whether a step that states a product is that product, as a pocket calculator has it, to the cent. */
function isProduct({ code, params, value, from }: Explanation): boolean {
  const figure = (text: unknown): number => Number(text);
  const part = (of: Explanation['params']): number => figure(of['part']) / figure(of['of']);
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.0100001;
  if (code === 'release.part' || code === 'release.kept')
    return isNear(figure(params['left']) * part(params), figure(value));
  if (!['clawback.asEarned', 'clawback.originalRate', 'clawback.prorated'].includes(code)) return true;
  const [earned, share, ...rest] = from;
  const less = rest.filter((each) => each.code === 'less').reduce((all, each) => all + figure(each.value), 0);
  const term = rest.find((each) => each.code.startsWith('clawback.'));
  // A reversal that comes too late has no share: it takes nothing.
  if (share === undefined) return figure(value) === 0;
  const unserved = term === undefined ? 1 : figure(term.value);
  return isNear(-figure(earned?.value) * part(share.params) * unserved - less, figure(value));
}

test('every movement says which lines it is the sum of', () => {
  fc.assert(
    fc.property(settledVersions, ({ adjustments: _adjustments, opening: _opening, closed: _closed, ...input }) => {
      const computed = runOf(input);
      const { statements, sourceOf } = computed.statements();
      for (const { settlement } of statements.map((_, index) => sourceOf(index))) {
        for (const movement of settlement?.movements ?? []) {
          const explanation = explainMovement(movement);
          expect(explanation.value).toBe(toText(movement.amount));
          expect(sum(explanation.from.map(({ value }) => String(value)))).toBe(toText(movement.amount));
          // Terms of the plan are named by their path.
          const text = renderExplanation(explanation, 'en').replaceAll(/plans\[\S+/g, '');
          expect(text).not.toMatch(/release\.|clawback\.|settlement\.|\{/);
          expect(wrongSums(explanation)).toEqual([]);
          expect(wrongFacts(explanation, input)).toEqual([]);
          for (const step of steps(explanation)) expect([step.code, isProduct(step)]).toEqual([step.code, true]);
        }
      }
    }),
    { numRuns: 100 },
  );
});
