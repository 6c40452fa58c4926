import { FIRST_DAY } from '../../../core/civil.js';
import { fromDayNumber } from '../../../core/date.js';
import { parseDay } from '../../../core/parseDay.js';
import { fail } from '../fail.js';
import { fieldType } from '../field.js';
import type { Truth } from '../rule.js';
import { cellsOf } from '../tableCells.js';
import { leafOf } from '../tableRules.js';
import type { CompiledLimits, CompiledRow, LimitOptions } from './compileLimits.js';
import { type Choice, choicesOf } from './judge.js';
import type { LimitMatrix } from './limitMatrix.js';

/** The most combinations of action, keys and days that a linter looks at. */
const MAX_SITUATIONS = 20_000;

/** A request of a kind that the matrix tells apart from others, and what each role may do with it. */
export interface Situation {
  /** Action, day and keys, for a reader. */
  readonly example: Readonly<Record<string, unknown>>;
  readonly roles: ReadonlyMap<string, RoleSituation>;
}

export interface RoleSituation {
  readonly choices: readonly Choice[];
  /** Rows that apply for certain. */
  readonly applying: readonly CompiledRow[];
  /** Rows that may apply: their `when` asks for more than the keys. */
  readonly possible: readonly CompiledRow[];
}

/** Every combination of the actions, the cells of the keys and the spans of days that the rows tell apart. */
export function situationsOf(matrix: LimitMatrix, limits: CompiledLimits, options: LimitOptions): readonly Situation[] {
  const { fields, path = [] } = options;
  const leaves = matrix.limits.flatMap(({ keys = {} }) =>
    Object.entries(keys).map(([field, value]) => leafOf(field, value, fieldType(field, fields, path), path)),
  );
  const names = [...new Set(leaves.map(({ field }) => field))].toSorted();
  const samples = names.map((field) => {
    const asked = leaves.filter((leaf) => leaf.field === field);
    return [...cellsOf({ field }, asked, fieldType(field, fields, path)).map(({ sample }) => sample), undefined];
  });
  const actions = actionsOf(matrix);
  const days = daysOf(matrix);
  const count = samples.reduce((product, { length }) => product * length, actions.length * days.length);
  if (count > MAX_SITUATIONS) fail('rule.limit', [...path, 'limits'], { max: MAX_SITUATIONS, what: 'combinations' });

  return actions.flatMap((action) =>
    days.flatMap((on) =>
      combinations(samples).map((values): Situation => {
        const facts = factsOf(names, values);
        const day = on === undefined ? 0 : parseDay(on);
        const roles = new Map<string, RoleSituation>();
        for (const [role, rows] of limits.rowsOf) {
          const matching = rows.filter(({ matches }) => matches(facts, action, day));
          const truth = ({ when }: CompiledRow): Truth => (when === undefined ? true : when(facts));
          const applying = matching.filter((row) => truth(row) === true);
          const possible = matching.filter((row) => truth(row) === null);
          roles.set(role, { choices: choicesOf(limits, applying), applying, possible });
        }
        return { example: { ...(action !== undefined && { action }), ...(on !== undefined && { on }), facts }, roles };
      }),
    ),
  );
}

/** The actions that rows name, and any other where a row takes all. */
function actionsOf({ limits }: LimitMatrix): readonly (string | undefined)[] {
  const named = [...new Set(limits.flatMap(({ action }) => action ?? []))].toSorted();
  return limits.some(({ action }) => action === undefined) || named.length === 0 ? [...named, undefined] : named;
}

/** A day of each span in which the same rows hold; undefined where they hold always. */
function daysOf({ limits }: LimitMatrix): readonly (string | undefined)[] {
  const borders = [...new Set(limits.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()))].toSorted();
  const [first] = borders;
  if (first === undefined) return [undefined];
  return parseDay(first) > FIRST_DAY ? [fromDayNumber(parseDay(first) - 1), ...borders] : borders;
}

function combinations(lists: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  return lists.reduce<readonly (readonly unknown[])[]>(
    (all, list) => all.flatMap((values) => list.map((value) => [...values, value])),
    [[]],
  );
}

/** Missing keys are left out. */
function factsOf(names: readonly string[], values: readonly unknown[]): Readonly<Record<string, unknown>> {
  const facts: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) if (values[index] !== undefined) facts[name] = values[index];
  return facts;
}
