import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayNumber, fromDayNumber } from '../../src/core/index.js';
import { NO_DAY } from '../../src/core/parseDay.js';
import { compileTiers, replayTiers, type TierLadder, tierAsOf } from '../../src/segmentation/index.js';
import { tierByDay } from './tierByDay.js';
import { ladders, START, tierEvents } from './tiers.arb.js';

const END = addDays(START, 440);

/** The levels of all days, read off a history. */
function levelsOf(ladder: TierLadder, events: Parameters<typeof replayTiers>[1]): string[] {
  const { history } = replayTiers(ladder, events, { asOf: END });
  const levels: string[] = [];
  for (let day = history[0]!.date, level = 'none', next = 0; day <= END; day = addDays(day, 1)) {
    while (history[next]?.date === day) level = history[next++]!.to;
    levels.push(level);
  }
  return levels;
}

// Going through 440 days costs 20 ms, so fewer worlds are drawn.
test('the fold gives the level that the rules give when they are asked anew on every day', () => {
  fc.assert(
    fc.property(ladders, tierEvents, (ladder, events) => {
      expect(levelsOf(ladder, events)).toEqual(tierByDay(ladder, events, END));
    }),
    { numRuns: 150 },
  );
});

test('the level as of a day is that of the history, whatever comes later and in whatever order', () => {
  fc.assert(
    fc.property(ladders, tierEvents, fc.integer({ min: 0, max: 440 }), (ladder, events, ahead) => {
      const asOf = addDays(START, ahead);
      const { history } = replayTiers(ladder, events, { asOf: END });
      const known = history.findLast(({ date }) => date <= asOf)?.to ?? null;
      expect(tierAsOf(ladder, events.toReversed(), asOf)).toBe(known);
      const whole = replayTiers(ladder, events, { asOf });
      expect(replayTiers(ladder, events.toReversed(), { asOf })).toEqual({
        ...whole,
        rejected: whole.rejected.map((row) => ({ ...row, index: events.length - 1 - row.index })).reverse(),
      });
    }),
  );
});

test('columns give the levels of the single replays', () => {
  fc.assert(
    fc.property(ladders, fc.array(tierEvents, { minLength: 1, maxLength: 4 }), fc.boolean(), (ladder, worlds, wide) => {
      const rows = worlds.flatMap((events, customer) =>
        events.flatMap((event) => ('amount' in event ? [{ customer, date: event.date, amount: event.amount }] : [])),
      );
      const amounts = rows.map(({ amount }) => BigInt(amount));
      const columns = {
        customer: { dictionary: worlds.map((_, at) => `c${at}`), codes: Int32Array.from(rows, (row) => row.customer) },
        day: Int32Array.from(rows, ({ date }) => dayNumber(date)),
        amount: { values: wide ? BigInt64Array.from(amounts) : Float64Array.from(amounts, Number), scale: 0 },
      };
      const asOf = addDays(START, 300);
      const run = compileTiers(ladder).run(columns, asOf);
      run.customers.forEach((id, at) => {
        const events = rows.filter(({ customer }) => `c${customer}` === id);
        const alone = replayTiers(ladder, events, { asOf });
        expect(run.codes[run.level[at]!]).toBe(alone.level);
        if (alone.since !== null) expect(fromDayNumber(run.since[at]!)).toBe(alone.since);
        const expires = run.expires[at]!;
        expect(expires === NO_DAY ? null : fromDayNumber(expires)).toBe(alone.expires);
        expect(run.pending[at] === 1).toBe(alone.pending !== null);
        expect(run.explainAt(at)).toEqual(alone);
      });
    }),
    { numRuns: 300 },
  );
});

test('who spends more never has a lower level, without grace, tenure, refunds and levels set by hand', () => {
  const plain = fc.record({
    window: fc.constantFrom<NonNullable<TierLadder['window']>>({ kind: 'calendarYear' }, { kind: 'calendarQuarter' }),
    downgrade: fc.constantFrom('toQualified' as const, 'oneDown' as const),
  });
  const purchases = fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 400 }), amount: fc.integer({ min: 0, max: 9 }) }),
    {
      minLength: 1,
      maxLength: 10,
    },
  );
  fc.assert(
    fc.property(plain, purchases, fc.integer({ min: 1, max: 5 }), fc.nat(), (policy, list, more, pick) => {
      const ladder: TierLadder = {
        id: 'p',
        version: '1',
        levels: [
          { code: '0', enter: '0' },
          { code: '1', enter: '4', stay: '2' },
          { code: '2', enter: '9', stay: '7' },
        ],
        ...policy,
      };
      const events = list.map(({ day, amount }) => ({ date: addDays(START, day), amount: String(amount) }));
      const richer = events.map((event, at) =>
        at === pick % events.length ? { ...event, amount: String(Number(event.amount) + more) } : event,
      );
      const before = levelsOf(ladder, events);
      levelsOf(ladder, richer).forEach((level, at) => expect(Number(level)).toBeGreaterThanOrEqual(Number(before[at])));
    }),
  );
});

test('what is told to be missing for a level gains it, and a unit less does not', () => {
  fc.assert(
    fc.property(ladders, tierEvents, fc.integer({ min: 0, max: 440 }), (drawn, events, ahead) => {
      const ladder = { ...drawn, upgrade: 'immediate' as const };
      const asOf = addDays(START, ahead);
      const { toNext, level, rejected } = replayTiers(ladder, events, { asOf });
      fc.pre(toNext !== null && rejected.length === 0 && toNext.amount !== '0');
      const withMore = (amount: string) => tierAsOf(ladder, [...events, { date: asOf, amount }], asOf)!;
      const place = (code: string) => ladder.levels.findIndex((each) => each.code === code);
      expect(place(withMore(toNext!.amount))).toBeGreaterThanOrEqual(place(toNext!.level));
      expect(place(withMore(String(Number(toNext!.amount) - 1)))).toBe(place(level!));
    }),
  );
});

/** Ladders without grace and tenure that review windows of the calendar, and what was bought. */
const reviewed = fc.record({
  ladder: ladders.map((ladder): TierLadder => ({
    ...ladder,
    window: { kind: 'calendarQuarter' },
    upgrade: 'immediate',
    validity: 'endOfNextWindow',
    downgrade: 'toQualified',
    graceDays: 0,
    minTenureDays: 0,
    reversal: 'atReview',
  })),
  amounts: fc.array(fc.record({ day: fc.integer({ min: 0, max: 400 }), amount: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 1,
    maxLength: 10,
  }),
});

const bought = (amounts: readonly { day: number; amount: number }[]) =>
  amounts.map(({ day, amount }) => ({ date: addDays(START, day), amount: String(amount) }));

test('where a level is kept by what it takes to enter it, a review gives the level that its total enters', () => {
  fc.assert(
    fc.property(reviewed, ({ ladder, amounts }) => {
      const levels = ladder.levels.map(({ code, enter }) => ({ code, enter }));
      const { history } = replayTiers({ ...ladder, levels }, bought(amounts), { asOf: END });
      for (const { reason, to, total } of history) {
        if (reason !== 'renewed' && reason !== 'downgrade') continue;
        expect(to).toBe(levels.findLast(({ enter }) => Number(total) >= Number(enter))!.code);
      }
    }),
  );
});

test('who was set to a higher level never falls below where a lower one with the same amounts is', () => {
  fc.assert(
    fc.property(reviewed, fc.integer({ min: 0, max: 440 }), ({ ladder, amounts }, ahead) => {
      const codes = ladder.levels.map(({ code }) => code);
      const asOf = addDays(START, ahead);
      const places = codes.map((set) =>
        codes.indexOf(tierAsOf(ladder, [{ date: START, set, reason: 'goodwill' }, ...bought(amounts)], asOf)!),
      );
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }),
  );
});
