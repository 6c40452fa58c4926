import { expectTypeOf, test } from 'vitest';
import {
  presets,
  type PlanPreset,
  type RunInput,
  simulate,
  type Simulation,
  startAssignment,
  type TeamSplit,
  whatIf,
} from '../../../src/commission/index.js';

declare const input: RunInput;

test('options of simulations and changes of runs are checked by name', () => {
  expectTypeOf(simulate(input, { scale: '1.1', population: { ana: 2 } })).toEqualTypeOf<Simulation>();
  // @ts-expect-error: a bootstrap needs a seed
  simulate(input, { bootstrap: { draws: 10 } });
  // @ts-expect-error: deals are drawn by their word
  simulate(input, { bootstrap: { seed: 1, draws: 10, of: 'rows' } });
  // @ts-expect-error: cost is earned or paid
  simulate(input, { cost: 'net' });
  // @ts-expect-error: not a field of a run
  whatIf(input, { plan: input.plans });
});

test('a preset is found by its code and is what its group says', () => {
  expectTypeOf(presets['saas.ae']).toEqualTypeOf<PlanPreset>();
  expectTypeOf(presets['split.incubator']).toEqualTypeOf<TeamSplit>();
  // @ts-expect-error: no preset of that code
  void presets['saas.csm'];
  // @ts-expect-error: only teams start newcomers
  startAssignment(presets['saas.ae'], input.assignments[0]!);
});
