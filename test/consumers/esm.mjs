import { strictEqual } from 'node:assert';
import * as core from 'salesmodel/core';
import * as rules from 'salesmodel/mechanisms/rules';
import * as team from 'salesmodel/team';
import { runCases } from 'salesmodel/conformance';
import numbers from 'salesmodel/cases/core/numbers.json' with { type: 'json' };
import { core as sameCore, rules as sameRules, team as sameTeam } from 'salesmodel';

strictEqual(core.round('2.345', { increment: '0.01' }), '2.34');
strictEqual(sameCore.round, core.round);
strictEqual(sameRules.compileRule, rules.compileRule);
strictEqual(sameTeam.compileHierarchy, team.compileHierarchy);

const results = await runCases(numbers.cases);
strictEqual(results.filter((result) => !result.ok).length, 0);
