import { compareText } from '../../core/compareText.js';
import { type Decimal, divide, type DecimalString, plus, toDecimal, toText, ZERO } from '../../core/decimal.js';
import { explainConstant, type Explanation, explainInput, explainStep } from '../../core/explanation.js';
import type { Decision } from '../../mechanisms/rules/compileTable.js';
import type { ChannelConflict } from '../schema/conflict.js';
import type { ConflictEvent } from './conflictData.js';
import { type CauseFacts, CONFLICT_CAUSES, CONFLICT_KINDS, type ConflictCause } from './conflictRules.js';
import type { ReadSeverity } from './readSeverity.js';

/** What grouping needs to know of a definition. */
export interface Grouping {
  readonly group: 'event' | 'pair';
  readonly severityOf: (rule: string) => ReadSeverity | null;
  readonly placeOf: (rule: string) => number;
  readonly causesOf: (facts: CauseFacts) => Decision<ConflictCause>;
}

/** Makes conflicts of findings, in the order of first day, code, parties and first evidence. */
export function groupEvents(
  events: readonly ConflictEvent[],
  turnover: Readonly<Record<string, DecimalString>>,
  grouping: Grouping,
): readonly ChannelConflict[] {
  const groups = new Map<string, ConflictEvent[]>();
  const seen = new Set<string>();
  for (const event of events) {
    const { rule, parties, territory, evidence } = event;
    // Parts of one data set may bring the same finding several times: it counts once.
    const one = JSON.stringify([rule, parties, territory, event.on, evidence, event.facts]);
    if (seen.size === seen.add(one).size) continue;
    const key = grouping.group === 'event' ? one : JSON.stringify([rule, parties, territory]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()]
    .map((group) => conflictOf(group.sort(inOrder), turnover, grouping))
    .sort(
      (a, b) =>
        compareText(a.on, b.on) ||
        compareText(a.code, b.code) ||
        compareText(JSON.stringify(a.parties), JSON.stringify(b.parties)) ||
        compareText(a.evidence[0]!, b.evidence[0]!) ||
        compareText(a.rule, b.rule) ||
        compareText(a.territory ?? '', b.territory ?? '') ||
        compareText(JSON.stringify(a.explanation), JSON.stringify(b.explanation)),
    );
}

function inOrder(a: ConflictEvent, b: ConflictEvent): number {
  return (
    compareText(a.on, b.on) || compareText(JSON.stringify([a.evidence, a.facts]), JSON.stringify([b.evidence, b.facts]))
  );
}

function conflictOf(
  events: readonly ConflictEvent[],
  turnover: Readonly<Record<string, DecimalString>>,
  grouping: Grouping,
): ChannelConflict {
  const { rule, code, parties, territory, on } = events[0]!;
  const values = events.flatMap(({ value }) => (value === null ? [] : [toDecimal(value)]));
  const sum = values.length === 0 ? null : values.reduce(plus, ZERO);
  const severity = grouping.severityOf(rule);
  const kind = CONFLICT_KINDS[code];
  const count = events.length;
  const decision = grouping.causesOf({ code, kind, count });
  const causes = new Set(decision.ok ? decision.hits.map(({ output }) => output) : []);
  const value = sum === null ? null : toText(sum);
  const grade =
    sum === null || severity === null ? null : severity.gradeOf(weightOf(sum, parties, turnover, severity.by));
  return {
    kind,
    code,
    rule,
    parties,
    territory,
    on,
    lastOn: events.at(-1)!.on,
    count,
    evidence: [...new Set(events.flatMap(({ evidence }) => evidence))],
    value,
    severity: grade,
    causes: CONFLICT_CAUSES.filter((cause) => causes.has(cause)),
    explanation: explainConflict(events, grouping.placeOf(rule), value, grade),
  } as ChannelConflict;
}

/** The sum, or its part in the least turnover of a party; without a turnover there is none. */
function weightOf(
  sum: Decimal,
  parties: readonly string[],
  turnover: Readonly<Record<string, DecimalString>>,
  by: ReadSeverity['by'],
): Decimal | null {
  if (by === 'value') return sum;
  const known = parties.flatMap((party) => (Object.hasOwn(turnover, party) ? [toDecimal(turnover[party]!)] : []));
  if (known.length === 0) return null;
  return divide(
    sum,
    known.reduce((least, each) => (each.lt(least) ? each : least)),
  );
}

function explainConflict(
  events: readonly ConflictEvent[],
  place: number,
  value: DecimalString | null,
  severity: string | null,
): Explanation {
  const { rule, code, on, evidence, facts } = events[0]!;
  const params = { rule, code, count: events.length, first: on, last: events.at(-1)!.on, severity };
  return explainStep('conflict.case', params, value, [
    explainConstant(['definition', 'rules', place], code),
    explainStep('conflict.first', { on, evidence: evidence.join(', ') }, events[0]!.value, [
      ...Object.entries(facts).map(([name, fact]) => explainInput(['facts', name], fact as string | number)),
    ]),
  ]);
}
