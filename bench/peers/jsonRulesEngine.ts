import { Engine } from 'json-rules-engine';
import type { Deal } from '../deals.js';

/** How many rules hold over all facts, asked of json-rules-engine. */
export function jsonRules(rules: readonly Deal[], deals: readonly Deal[]): () => Promise<number> {
  const engine = new Engine();
  rules.forEach(({ segment, region, amount, units }, index) => {
    engine.addRule({
      conditions: {
        all: [
          { fact: 'segment', operator: 'equal', value: segment },
          { fact: 'region', operator: 'equal', value: region },
          { fact: 'amount', operator: 'greaterThanInclusive', value: amount },
          { fact: 'units', operator: 'greaterThanInclusive', value: units },
        ],
      },
      event: { type: 'holds', params: { index } },
    });
  });
  return async () => {
    let held = 0;
    for (const deal of deals) held += (await engine.run({ ...deal })).events.length;
    return held;
  };
}
