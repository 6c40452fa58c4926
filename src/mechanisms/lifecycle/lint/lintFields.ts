import type { Finding, Path } from '../../../core/errors.js';
import { type FieldCatalogue, hasField } from '../../rules/field.js';
import { leavesOf } from '../../rules/leaves.js';
import type { LifecycleDefinition, NamedRule } from '../definition/lifecycleDefinition.js';

/** The guards and exit criteria of a definition with their places. */
export function namedRules({
  states,
  transitions = [],
}: LifecycleDefinition): { readonly rules: readonly NamedRule[]; readonly path: Path }[] {
  return [
    ...states.map(({ exitCriteria = [] }, at) => ({ rules: exitCriteria, path: ['states', at, 'exitCriteria'] })),
    ...transitions.map(({ guard = [] }, at) => ({ rules: guard, path: ['transitions', at, 'guard'] })),
  ];
}

/** Conditions on fields that a catalogue lacks. */
export function lintUnknownFields(definition: LifecycleDefinition, fields: FieldCatalogue): Finding[] {
  return namedRules(definition).flatMap(({ rules, path }) =>
    rules.flatMap(({ id, rule }, at) =>
      Array.from(leavesOf(rule, [...path, at, 'rule']))
        .filter(({ leaf }) => !hasField(leaf.field, fields))
        .map(({ leaf, path: place }): Finding => {
          return {
            code: 'unknownField',
            severity: 'error',
            path: [...place, 'field'],
            params: { id, field: leaf.field },
          };
        }),
    ),
  );
}

/** Fields that a way asks for although no condition and no catalogue knows them: a hint that no form may offer them. */
export function lintRequiredFields(definition: LifecycleDefinition, fields: FieldCatalogue | undefined): Finding[] {
  const asked = new Set(
    namedRules(definition).flatMap(({ rules }) =>
      rules.flatMap(({ rule }) => Array.from(leavesOf(rule), ({ leaf }) => leaf.field)),
    ),
  );
  const isKnown = (field: string): boolean => (fields === undefined ? asked.has(field) : hasField(field, fields));
  const required = (['states', 'transitions'] as const).flatMap((list) =>
    (definition[list] ?? []).flatMap(({ requiredFields = [] }, at) =>
      requiredFields.map((field, index) => ({ field, path: [list, at, 'requiredFields', index] })),
    ),
  );
  return required
    .filter(({ field }) => !isKnown(field))
    .map(({ field, path }): Finding => ({ code: 'requiredFieldNeverSet', severity: 'info', path, params: { field } }));
}
