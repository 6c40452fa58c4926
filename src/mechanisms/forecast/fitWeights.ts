import type { Path } from '../../core/errors.js';
import { checkParameter } from './options.js';
import { searchBox } from './searchBox.js';

/** Weights by name as the caller gave them; those that are undefined are to be fitted. */
type GivenWeights<Name extends string> = Readonly<Record<Name, number | undefined>>;

/**
 * Returns weights from 0 to 1 and weights to be fitted as they are, and refuses others.
 *
 * @throws SalesModelError `forecast.parameter`
 */
export function checkWeights<Name extends string>(given: GivenWeights<Name>, path: Path): GivenWeights<Name> {
  for (const name of namesOf(given)) checkParameter(given[name], [...path, name]);
  return given;
}

/** Whether any weight is to be fitted. */
export function isFitted(given: GivenWeights<string>): boolean {
  return Object.values(given).includes(undefined);
}

/** The given weights, and for those to be fitted the values from 0 to 1 of least objective. */
export function fitWeights<Name extends string>(
  given: GivenWeights<Name>,
  objective: (weights: Readonly<Record<Name, number>>) => number,
): Readonly<Record<Name, number>> {
  const free = namesOf(given).filter((name) => given[name] === undefined);
  const filled = (point: readonly number[]): Readonly<Record<Name, number>> => {
    const weights = { ...given } as Record<Name, number>;
    free.forEach((name, axis) => (weights[name] = point[axis]!));
    return weights;
  };
  return filled(searchBox(free.length, (point) => objective(filled(point))));
}

function namesOf<Name extends string>(given: GivenWeights<Name>): Name[] {
  return Object.keys(given) as Name[];
}
