import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compileConflictRules,
  type ConflictData,
  type ConflictPartition,
  detectConflicts,
  type Shipment,
} from '../../src/channel/index.js';
import { addDays, daysBetween } from '../../src/core/index.js';

const partners = ['P1', 'P2', 'P3', 'P4'];
const day = fc.integer({ min: 0, max: 40 }).map((after) => addDays('2026-01-01', after));
const territory = fc.constantFrom('N', 'S', 'S1');
const partner = fc.constantFrom(...partners);
const product = fc.constantFrom('A', 'B');
const maybe = <T>(known: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(known, { freq: 6 });
const numbered = <T extends object>(rows: readonly T[], prefix: string): (T & { id: string })[] =>
  rows.map((row, at) => ({ ...row, id: `${prefix}${at}` }));

const shipments: fc.Arbitrary<Shipment[]> = fc
  .array(
    fc.record({
      partner: maybe(partner),
      product,
      territory: maybe(territory),
      customer: maybe(fc.constantFrom('C', 'D')),
      value: maybe(fc.integer({ min: 0, max: 99 }).map(String)),
      on: maybe(day),
    }),
    { maxLength: 10 },
  )
  .map((rows) => numbered(rows, 'S'));
const grant = fc.record({
  partner,
  territory,
  products: fc.constantFrom(['A'], ['A', 'B']),
  exclusive: fc.boolean(),
  from: day,
});
const worlds: fc.Arbitrary<ConflictData> = fc.record({
  partners: fc.constant(partners.map((id, at) => ({ id, level: at < 3 ? 1 : 2 }))),
  grants: fc.array(grant, { maxLength: 4 }).map((rows) => numbered(rows, 'G')),
  shipments,
});
const rules = compileConflictRules({
  id: 'all',
  version: 1,
  regions: [{ code: 'S1', parent: 'S' }],
  rules: [{ code: 'crossTerritory' }, { code: 'sameCustomer', windowDays: 10 }, { code: 'exclusiveOverlap' }],
  severity: { by: 'value', bands: { bands: [{ id: 'major', min: '100' }, { id: 'minor' }] } },
});
const single = compileConflictRules({ ...rules.definition, group: 'event' });

test('the order and the split of shipments change no byte', () => {
  fc.assert(
    fc.property(worlds, fc.infiniteStream(fc.nat()), (data, stream) => {
      const keys = data.shipments!.map(() => stream.next().value as number);
      const parts = [0, 1, 2].map((part) => data.shipments!.filter((_, at) => keys[at]! % 3 === part).toReversed());
      const computed = parts.map(
        (part) => JSON.parse(JSON.stringify(rules.partition({ ...data, shipments: part }))) as ConflictPartition,
      );
      const whole = rules.merge(computed[2]!, rules.merge(computed[0]!, computed[1]!));
      expect(JSON.stringify(rules.finish(whole))).toBe(JSON.stringify(detectConflicts(rules, data)));
    }),
    { numRuns: 1000 },
  );
});

test('a further right adds no crossing of its holder', () => {
  const crossings = (data: ConflictData, holder: string): string[] =>
    detectConflicts(single, data)
      .conflicts.filter(({ code, parties }) => code === 'crossTerritory' && parties[0] === holder)
      .map(({ parties, evidence }) => `${parties.join()} ${evidence.join()}`);
  fc.assert(
    fc.property(worlds, grant, (data, more) => {
      const before = crossings(data, more.partner);
      const after = crossings({ ...data, grants: [...data.grants!, { ...more, id: 'more' }] }, more.partner);
      expect(before).toEqual(expect.arrayContaining(after));
    }),
    { numRuns: 1000 },
  );
});

test('nothing is both in conflict and undetermined for one rule', () => {
  fc.assert(
    fc.property(worlds, (data) => {
      const { conflicts, undetermined } = detectConflicts(single, data);
      const found = new Set(conflicts.flatMap(({ rule, evidence }) => evidence.map((id) => `${rule} ${id}`)));
      expect(undetermined.filter(({ rule, evidence }) => found.has(`${rule} ${evidence}`))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('partners meet at a customer as a search of all pairs says', () => {
  fc.assert(
    fc.property(worlds, (data) => {
      const levels = new Map(data.partners!.map(({ id, level }) => [id, level]));
      const all = data.shipments!.flatMap(({ partner, ...rest }) => (partner == null ? [] : [{ ...rest, partner }]));
      const pairs = all.flatMap((a) =>
        all
          .filter((b) => a.partner < b.partner && levels.get(a.partner) === levels.get(b.partner))
          .filter((b) => a.customer !== null && a.customer === b.customer && a.on != null && b.on != null)
          .filter((b) => Math.abs(daysBetween(a.on!, b.on!)) <= 10)
          .map((b) => `${a.partner},${b.partner}`),
      );
      const found = detectConflicts(rules, data).conflicts.filter(({ code }) => code === 'sameCustomer');
      expect(found.map(({ parties }) => parties.join()).sort()).toEqual([...new Set(pairs)].sort());
    }),
    { numRuns: 1000 },
  );
});
