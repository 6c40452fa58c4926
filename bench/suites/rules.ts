import { compileRule, compileRuleSet, type Rule } from '../../src/mechanisms/rules/index.js';
import { type Deal, dealRules, deals } from '../deals.js';
import { race } from '../harness.js';
import { jsonRules } from '../peers/jsonRulesEngine.js';
import type { Size } from '../sizes.js';
import { type Findings, atLeast, atMost } from '../targets.js';

const RULES = 20;
const FACTS = 100_000;
const CLOSURES = 'closures written by hand';
const SET = 'rule set';
const ONE_BY_ONE = 'rules one by one';

/** Which of 20 rules of four conditions hold for each of 100,000 facts. */
export async function rules({ slowestRows, repetitions }: Size): Promise<Findings> {
  const facts = deals(FACTS);
  const wanted = dealRules(RULES);
  const data = wanted.map(({ segment, region, amount, units }): Rule => ({
    all: [
      { field: 'segment', op: 'eq', value: segment },
      { field: 'region', op: 'eq', value: region },
      { field: 'amount', op: 'ge', value: amount },
      { field: 'units', op: 'ge', value: units },
    ],
  }));
  const closures = wanted.map(
    ({ segment, region, amount, units }) =>
      (deal: Deal): boolean =>
        deal.segment === segment && deal.region === region && deal.amount >= amount && deal.units >= units,
  );
  const byHand = (count: number): number => {
    let held = 0;
    for (let at = 0; at < count; at++) {
      for (let rule = 0; rule < closures.length; rule++) if (closures[rule]!(facts[at]!)) held++;
    }
    return held;
  };
  const compiled = data.map((rule) => compileRule<Deal>(rule));
  const set = compileRuleSet<Deal>(data);
  const few = Math.min(5000, slowestRows / 10);
  const engine = `json-rules-engine, ${few} facts`;
  const times = await race('Rules over facts', FACTS, repetitions, [
    { name: CLOSURES, run: () => byHand(FACTS), check: holding(wanted, facts) },
    {
      name: SET,
      run() {
        let held = 0;
        for (let at = 0; at < FACTS; at++) held += set.matching(facts[at]!).length;
        return held;
      },
      check: holding(wanted, facts),
    },
    {
      name: ONE_BY_ONE,
      run() {
        let held = 0;
        for (let at = 0; at < FACTS; at++) {
          for (let rule = 0; rule < compiled.length; rule++) if (compiled[rule]!(facts[at]!) === true) held++;
        }
        return held;
      },
      check: holding(wanted, facts),
    },
    {
      name: engine,
      rows: few,
      run: jsonRules(wanted, facts.slice(0, few)),
      check: holding(wanted, facts.slice(0, few)),
    },
  ]);
  return {
    must: [atMost(times, SET, 1.2, CLOSURES), atLeast(times, SET, 1000, engine)],
    stretch: [atMost(times, SET, 0.6, CLOSURES), atMost(times, ONE_BY_ONE, 1.2, CLOSURES)],
  };
}

/** A check of how many rules hold over all facts together. */
function holding(wanted: readonly Deal[], facts: readonly Deal[]): (held: number) => void {
  const expected = facts.reduce((sum, fact) => sum + wanted.filter((rule) => holds(rule, fact)).length, 0);
  return (held) => {
    if (held !== expected) throw new Error(`${expected} rules hold, got ${held}`);
  };
}

function holds({ segment, region, amount, units }: Deal, fact: Deal): boolean {
  return fact.segment === segment && fact.region === region && fact.amount >= amount && fact.units >= units;
}
