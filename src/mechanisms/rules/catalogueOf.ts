import type * as z from 'zod';
import type { FieldCatalogue, FieldKind, FieldType } from './field.js';

/** What is read of a zod schema's definition; the schema's own code is not needed for it, so zod is not imported. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly left?: z.ZodType;
  readonly right?: z.ZodType;
  readonly catchall?: z.ZodType;
  readonly getter?: () => z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
  readonly format?: string;
}

/** Schemas of the core that describe a text more closely than their type does. */
const KIND_OF_ID: Readonly<Record<string, FieldKind>> = { DecimalString: 'decimal', PlainDate: 'date' };

/** The fields of a schema's objects: nested ones by their dotted path, those of a record by `path.*`. */
export function catalogueOf(schema: z.ZodType): FieldCatalogue {
  const fields: Record<string, FieldType> = {};
  addFields(schema, [], fields, []);
  return fields;
}

function addFields(
  schema: z.ZodType,
  path: readonly string[],
  fields: Record<string, FieldType>,
  above: readonly z.ZodType[],
): void {
  const inner = unwrapped(schema);
  const { type, shape, valueType, catchall, left, right } = definitionOf(inner);
  const below = [...path, '*'].join('.');
  if (above.includes(inner)) {
    fields[below] = 'any';
  } else if (type === 'object') {
    if (catchall !== undefined && definitionOf(catchall).type !== 'never') fields[below] = 'any';
    for (const [key, part] of Object.entries(shape!)) addFields(part, [...path, key], fields, [...above, inner]);
  } else if (type === 'intersection') {
    for (const part of [left!, right!]) addFields(part, path, fields, above);
  } else if (type === 'record') {
    fields[below] = fieldTypeOf(valueType!);
  } else {
    fields[path.join('.')] = fieldTypeOf(inner);
  }
}

function fieldTypeOf(schema: z.ZodType): FieldType {
  const inner = unwrapped(schema);
  const { type, entries, values, options, format } = definitionOf(inner);
  switch (type) {
    case 'string': {
      const kind = KIND_OF_ID[inner.meta()?.id ?? ''];
      return kind ?? (format === 'date' || format === 'datetime' ? 'date' : 'string');
    }
    case 'number':
    case 'bigint':
      return 'decimal';
    case 'boolean':
      return 'boolean';
    case 'array':
    case 'tuple':
      return 'list';
    case 'enum':
      return typeOfValues(Object.values(entries!));
    case 'literal':
      return typeOfValues(values!);
    case 'union':
      return commonType(options!.map(fieldTypeOf));
    default:
      return 'any';
  }
}

/** A schema without what surrounds it: optional, nullable, default, readonly, lazy, and what a pipe makes of it later. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, getter, in: input } = definitionOf(schema);
  const inner = innerType ?? getter?.() ?? input;
  if (inner === undefined) return schema;
  // A description that was given to the outer schema counts.
  return KIND_OF_ID[schema.meta()?.id ?? ''] === undefined ? unwrapped(inner) : schema;
}

function typeOfValues(values: readonly unknown[]): FieldType {
  if (values.every((value) => typeof value === 'string')) return values;
  if (values.every((value) => typeof value === 'number')) return 'decimal';
  return values.every((value) => typeof value === 'boolean') ? 'boolean' : 'any';
}

function commonType(types: readonly FieldType[]): FieldType {
  if (types.every((type) => typeof type !== 'string')) return types.flat();
  const [first] = types;
  return types.every((type) => type === first) ? first! : 'any';
}

function definitionOf(schema: z.ZodType): Definition {
  return schema.def;
}
