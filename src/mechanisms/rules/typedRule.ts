import type { RuleLeaf } from './rule.js';

/** Texts that a schema cannot tell apart by their type, named by the caller. */
export type TextKind = 'decimal' | 'date' | 'tree';

/** Kinds of text fields of a fact, by field. */
export type TextKinds<Fact> = Readonly<Partial<Record<TextField<FieldOf<Fact>>, TextKind>>>;

/** Refuses kinds of what is no text field. */
export type OnlyTextKinds<Fact, Kinds> = Kinds & Readonly<Record<Exclude<keyof Kinds, keyof TextKinds<Fact>>, never>>;

/** A rule over the fields of a fact: a wrong field, operator or type of value does not compile. */
export type RuleOf<Fact, Kinds = unknown> = Nested<LeafOf<FieldOf<Fact>, Kinds>>;

type Nested<Leaf> =
  | Leaf
  | { readonly all: readonly Nested<Leaf>[] }
  | { readonly any: readonly Nested<Leaf>[] }
  | { readonly not: Nested<Leaf> };

/** How many levels of nested objects are typed; deeper fields of a fact that contains itself are left to run time. */
type Levels = [1, 1, 1, 1];

/** The fields of a fact as a union of [dotted path, type of value]. */
type FieldOf<Fact, Prefix extends string = '', Left extends readonly unknown[] = Levels> = {
  [Key in keyof Fact & string]-?: unknown extends Fact[Key]
    ? [`${Prefix}${Key}`, unknown]
    : FieldAt<`${Prefix}${Key}`, NonNullable<Fact[Key]>, Left>;
}[keyof Fact & string];

type FieldAt<Path extends string, Value, Left extends readonly unknown[]> = [Value] extends [readonly unknown[]]
  ? [Path, Value]
  : [Value] extends [object]
    ? Left extends readonly [unknown, ...infer Rest]
      ? FieldOf<Value, `${Path}.`, Rest>
      : [`${Path}.${string}`, unknown]
    : [Path, Value];

type TextField<Field> = Field extends [infer Path extends string, infer Value]
  ? Value extends string
    ? Path
    : never
  : never;

type LeafOf<Field, Kinds> = Field extends [infer Path extends string, infer Value]
  ? Path extends keyof Kinds
    ? LeafOfText<Path, Kinds[Path]>
    : LeafOfValue<Path, Value>
  : never;

type LeafOfValue<Path, Value> = unknown extends Value
  ? RuleLeaf & { readonly field: Path }
  : [Value] extends [boolean]
    ? Exists<Path> | Leaf<Path, 'eq' | 'ne', Value> | { readonly field: Path; readonly op: 'isTrue' }
    : [Value] extends [string]
      ? Equality<Path, Value> | Leaf<Path, 'contains' | 'startsWith' | 'matches', string>
      : [Value] extends [number | bigint]
        ? LeafOfText<Path, 'decimal'>
        : [Value] extends [readonly (infer Element)[]]
          ? Exists<Path> | Leaf<Path, 'contains', Element extends string | number | boolean ? Element : never>
          : RuleLeaf & { readonly field: Path };

type LeafOfText<Path, Kind> = Kind extends 'decimal'
  ? | Equality<Path, string | number>
    | Leaf<Path, 'lt' | 'le' | 'gt' | 'ge', string | number>
    | Leaf<Path, 'between', readonly [string | number, string | number]>
  : Kind extends 'date'
    ? | Equality<Path, string>
      | Leaf<Path, 'lt' | 'le' | 'gt' | 'ge', string>
      | Leaf<Path, 'within', { readonly from?: string | null; readonly to?: string | null }>
    : Equality<Path, string> | Leaf<Path, 'under', string>;

type Equality<Path, Value> =
  Exists<Path> | Leaf<Path, 'eq' | 'ne', Value> | Leaf<Path, 'in' | 'notIn', readonly Value[]>;

type Exists<Path> = { readonly field: Path; readonly op: 'exists' };

type Leaf<Path, Op, Value> = { readonly field: Path; readonly op: Op; readonly value: Value };
