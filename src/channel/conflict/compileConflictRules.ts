import { compareText } from '../../core/compareText.js';
import { toDecimal, toText } from '../../core/decimal.js';
import { fail as failCore } from '../../core/fail.js';
import { oneOf } from '../../core/oneOf.js';
import { compileTable } from '../../mechanisms/rules/compileTable.js';
import { fail } from '../fail.js';
import type { ChannelConflict } from '../schema/conflict.js';
import { conflictCauses } from './conflictCauses.js';
import type { ConflictData, ConflictPartition, RejectedFact, UndeterminedConflict } from './conflictData.js';
import type { CauseFacts, ConflictCause, ConflictRule, ConflictRules } from './conflictRules.js';
import type { FactSink } from './factSink.js';
import { chainsOf } from './grantIndex.js';
import { type Grouping, groupEvents } from './groupEvents.js';
import { judgeFacts } from './judgeFacts.js';
import { checkRule } from './readRule.js';
import { readSeverity } from './readSeverity.js';
import { sameCustomer } from './sameCustomer.js';

/** What was found in data. */
export interface ConflictReport {
  /** By first day, code, parties, first evidence. */
  readonly conflicts: readonly ChannelConflict[];
  /** What could not be decided, by code, row, rule and what is missing. */
  readonly undetermined: readonly UndeterminedConflict[];
  /** Rows that cannot be read, by list and id. */
  readonly rejected: readonly RejectedFact[];
}

/** Rules that were checked, ready for data. */
export interface ConflictEvaluator {
  readonly definition: ConflictRules;
  /** Looks at a part of the shipments; partners, rights and holds are given with each part. */
  readonly partition: (data: ConflictData) => ConflictPartition;
  /** Puts two parts together, in any order. */
  readonly merge: (a: ConflictPartition, b: ConflictPartition) => ConflictPartition;
  /** The report on the whole, whatever the order in which its parts were put together. */
  readonly finish: (whole: ConflictPartition) => ConflictReport;
}

/**
 * Returns rules of conflicts ready for data, which can be given at once or in parts. How shipments are ordered or split
 * changes nothing.
 *
 * @param definition what to look for, how to group it, how grave it is
 * @throws SalesModelError `conflict.rule`, `ids.duplicate`, `option.unknown`, `decimal.invalid`, `decimal.tooLong`, and
 *   those of bands, decision tables and price guards
 * @example
 * import { compileConflictRules } from 'salesmodel/channel';
 *
 * const rules = compileConflictRules({ id: 'routes', version: 1, rules: [{ code: 'sameCustomer', windowDays: 10 }] });
 * const partners = [{ id: 'P1', level: 1 }, { id: 'P2', level: 1 }];
 * const first = { id: 'S1', partner: 'P1', product: 'pump', customer: 'C', value: '70', on: '2026-03-02' };
 * const second = { id: 'S2', partner: 'P2', product: 'pump', customer: 'C', value: '50', on: '2026-03-12' };
 * const whole = rules.merge(rules.partition({ partners, shipments: [second] }), rules.partition({ partners, shipments: [first] }));
 * rules.finish(whole).conflicts.map(({ parties, evidence, value }) => [parties.join(), evidence.join(), value]); // => [['P1,P2', 'S1,S2', '50']]
 */
export function compileConflictRules(definition: ConflictRules): ConflictEvaluator {
  const { rules, group = 'pair', causes = conflictCauses, regions } = definition;
  oneOf(group, ['event', 'pair'], ['definition', 'group']);
  const ids = rules.map(idOf);
  rules.forEach((rule, at) => {
    checkRule(rule, ['definition', 'rules', at]);
    if (ids.indexOf(ids[at]!) < at) failCore('ids.duplicate', ['definition', 'rules', at, 'id'], { id: ids[at] });
  });
  const general = definition.severity && readSeverity(definition.severity, ['definition', 'severity']);
  const severities = new Map(
    rules.map(({ severity }, at) => [
      ids[at]!,
      severity === undefined ? (general ?? null) : readSeverity(severity, ['definition', 'rules', at, 'severity']),
    ]),
  );
  const chainOf = chainsOf(regions);
  const grouping: Grouping = {
    group,
    severityOf: (rule) => severities.get(rule) ?? null,
    placeOf: (rule) => ids.indexOf(rule),
    causesOf: compileTable<ConflictCause, CauseFacts>(causes, { path: ['definition', 'causes'] }),
  };
  return {
    definition,
    partition: (data) => {
      const sink: FactSink = { events: [], undetermined: [], rejected: [] };
      const shipments = judgeFacts(rules, data, chainOf, sink);
      return { ...sink, shipments, partners: data.partners ?? [], turnover: turnoverOf(data) };
    },
    merge: (a, b) => ({
      events: [...a.events, ...b.events],
      undetermined: [...a.undetermined, ...b.undetermined],
      rejected: [...a.rejected, ...b.rejected],
      shipments: [...a.shipments, ...b.shipments],
      partners: [...a.partners, ...b.partners],
      turnover: { ...a.turnover, ...b.turnover },
    }),
    finish: (whole) => {
      const { partners, shipments, turnover } = whole;
      const sink: FactSink = {
        events: [...whole.events],
        undetermined: [...whole.undetermined],
        rejected: [...whole.rejected],
      };
      for (const rule of rules) {
        if (rule.code === 'sameCustomer') sameCustomer(idOf(rule), rule.windowDays ?? 30, shipments, partners, sink);
      }
      return {
        conflicts: groupEvents(sink.events, turnover, grouping),
        undetermined: distinct(sink.undetermined, ({ code, evidence, rule, missing }) => [
          code,
          evidence,
          rule,
          missing,
        ]),
        rejected: distinct(sink.rejected, ({ list, id, code }) => [list, id, code]),
      };
    },
  };
}

/** The name of a rule. */
export function idOf({ id, code }: ConflictRule): string {
  return id ?? code;
}

function turnoverOf({ turnover = {} }: ConflictData): Record<string, string> {
  return Object.fromEntries(
    Object.entries(turnover).map(([party, value]) => {
      const read = toDecimal(value, ['turnover', party]);
      if (read.lte(0)) fail('conflict.turnover', ['turnover', party], { value: toText(read) });
      return [party, toText(read)];
    }),
  );
}

/** Each once, sorted by the parts of its key. */
function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => readonly string[]): readonly Item[] {
  const byKey = new Map(items.map((item) => [JSON.stringify(keyOf(item)), item]));
  return [...byKey].sort(([a], [b]) => compareText(a, b)).map(([, item]) => item);
}
