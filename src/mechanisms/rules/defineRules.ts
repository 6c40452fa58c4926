import type * as z from 'zod';
import type { Path } from '../../core/errors.js';
import { catalogueOf } from './catalogueOf.js';
import { compileRule, type RuleOptions } from './compileRule.js';
import { type FieldCatalogue, fieldType } from './field.js';
import type { Rule, Truth } from './rule.js';
import type { OnlyTextKinds, RuleOf, TextKinds } from './typedRule.js';

/** The rules of one kind of fact. */
export interface RulesOf<Fact, Kinds> {
  /** The fields of the schema, for `compileRule`, `evaluateExpr` and whatever else takes a catalogue. */
  readonly fields: FieldCatalogue;
  /** Returns the rule itself, once the compiler and the catalogue have accepted it. */
  rule(rule: RuleOf<Fact, Kinds>): RuleOf<Fact, Kinds> & Rule;
  /** Returns a rule that came as JSON, checked against the catalogue. */
  parse(json: unknown, path?: Path): RuleOf<Fact, Kinds> & Rule;
  /** Compiles a rule for facts of the schema. */
  compile(
    rule: RuleOf<Fact, Kinds>,
    options: Omit<RuleOptions<Fact>, 'fields'> & { readonly treatUnknownAs: boolean },
  ): (fact: Fact) => boolean;
  /** Compiles a rule for facts of the schema; what is unknown stays `null`. */
  compile(rule: RuleOf<Fact, Kinds>, options?: Omit<RuleOptions<Fact>, 'fields'>): (fact: Fact) => Truth;
}

/**
 * Returns the rules of the facts that a zod object schema describes: a wrong field, operator or type of value fails to
 * compile, and rules that come as JSON are checked at run time against the same schema.
 *
 * A text field is compared as text unless `kinds` says that it holds a decimal, a date or a path of a tree. The schemas
 * `DecimalString` and `PlainDate` of the core say so themselves at run time; TypeScript sees a text in them.
 *
 * @param schema zod schema of an object; nested objects give dotted fields, records `path.*`
 * @param kinds kinds of text fields that are more than texts
 * @throws SalesModelError `rule.unknownField` for a kind of a field that the schema lacks
 * @example
 * import * as z from 'zod';
 * import { defineRules } from 'salesmodel/mechanisms/rules';
 *
 * const Customer = z.object({ spend: z.string(), stage: z.enum(['new', 'won']), attributes: z.record(z.string(), z.string()) });
 * const customers = defineRules(Customer, { spend: 'decimal' });
 * const large = customers.compile({ all: [
 *   { field: 'spend', op: 'ge', value: '10000' },
 *   { field: 'stage', op: 'ne', value: 'new' },
 * ] });
 * large({ spend: '12000.00', stage: 'won', attributes: {} }); // => true
 * customers.fields; // => { spend: 'decimal', stage: ['new', 'won'], 'attributes.*': 'string' }
 */
export function defineRules<
  Schema extends z.ZodType<object>,
  const Kinds extends TextKinds<z.output<Schema>> = Record<never, never>,
>(schema: Schema, kinds?: OnlyTextKinds<z.output<Schema>, Kinds>): RulesOf<z.output<Schema>, Kinds> {
  const fields = { ...catalogueOf(schema) };
  for (const [field, kind] of Object.entries(kinds ?? {})) {
    fieldType(field, fields, ['kinds', field]);
    fields[field] = kind as FieldCatalogue[string];
  }
  const checked = (rule: unknown, path: Path): Rule => {
    compileRule(rule as Rule, { fields, path });
    return rule as Rule;
  };
  type Typed = RuleOf<z.output<Schema>, Kinds>;
  return {
    fields,
    rule: (rule) => checked(rule, []) as Typed & Rule,
    parse: (json, path = []) => checked(json, path) as Typed & Rule,
    compile: ((rule: Typed, options?: RuleOptions<z.output<Schema>>) =>
      compileRule(rule as Rule, { ...options, fields })) as RulesOf<z.output<Schema>, Kinds>['compile'],
  };
}
