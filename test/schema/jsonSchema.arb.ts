import fc from 'fast-check';

/** A JSON Schema as zod writes it. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  /** `false`: none beside the fixed ones. */
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** Texts whose patterns say less than their schemas. */
const known: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  DecimalString: fc.constantFrom('0', '0.50', '1', '1.5', '0.30', '2', '100', '1000.00', '90071992547409.93'),
  EightSMark: fc.constantFrom('1', '2.5', '5'),
  Instant: fc.constantFrom('2025-01-31T09:30:00+08:00', '2024-02-29T23:59:59.5Z', '1999-12-31T00:00:00-05:00'),
  PartsOfOne: fc.constantFrom({ a: '1' }, { a: '0.6', b: '0.4' }, { a: '0.25', b: '0.5', c: '0.25' }),
  PlainDate: fc.constantFrom('2024-02-29', '2025-01-01', '2025-12-31', '0001-01-01', '9999-12-31'),
};
const texts = fc.constantFrom('a', 'b', 'amount', 'attributes.a', 'ü', '价格', ' ', 'toString', '');
const anything = fc.constantFrom(null, true, 0, 1.5, 'x', [1, '2'], { a: { b: [null] } });

/** Texts of the formats that the library has, which are quicker found than made. */
const formatted = ['USD', 'CNY', '156', '2025-01', '2025-12', 'commission.run', '1.5', '-2', '2025-01-31'];

function textLike(pattern: string): fc.Arbitrary<string> {
  const format = new RegExp(pattern, 'u');
  const fitting = formatted.filter((text) => format.test(text));
  return fitting.length > 0 ? fc.constantFrom(...fitting) : fc.stringMatching(format);
}

const MAX_DEPTH = 6;

/** Values that a JSON Schema describes. What it does not say, a value need not hold: the schema itself judges. */
export function valueOf(root: JsonSchema): fc.Arbitrary<unknown> {
  const heights = new Map<string, number>();
  return fc.gen().map((draw) => build(root, 0, (arbitrary) => draw(() => arbitrary)));

  function build(schema: JsonSchema, depth: number, draw: <Value>(arbitrary: fc.Arbitrary<Value>) => Value): unknown {
    const each = (part: JsonSchema): unknown => build(part, depth + 1, draw);
    if (schema.$ref !== undefined) {
      const id = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
      const text = known[id];
      return text === undefined ? build(definition(id), depth, draw) : draw(text);
    }
    const options = schema.anyOf ?? schema.oneOf;
    if (options !== undefined) {
      const least = Math.min(...options.map(height));
      return each(
        draw(fc.constantFrom(...(depth < MAX_DEPTH ? options : options.filter((one) => height(one) === least)))),
      );
    }
    if ('const' in schema) return schema.const;
    if (schema.enum !== undefined) return draw(fc.constantFrom(...schema.enum));
    const type = typeof schema.type === 'string' ? schema.type : draw(fc.constantFrom(...(schema.type ?? ['any'])));
    switch (type) {
      case 'object': {
        const names = Object.keys(schema.properties ?? {});
        const required = new Set(schema.required);
        const some = new Set(depth < MAX_DEPTH ? draw(fc.subarray(names.filter((name) => !required.has(name)))) : []);
        const entries = names
          .filter((name) => required.has(name) || some.has(name))
          .map((name) => [name, each(schema.properties![name]!)]);
        const more = schema.additionalProperties;
        if (typeof more !== 'object' || depth >= MAX_DEPTH) return Object.fromEntries(entries);
        const keys = draw(
          fc.uniqueArray(
            texts.filter((key) => key !== ''),
            { maxLength: 2 },
          ),
        );
        return Object.fromEntries([...entries, ...keys.map((key) => [key, each(more)])]);
      }
      case 'array': {
        const fixed = schema.prefixItems?.map(each) ?? [];
        const { minItems = 0, maxItems = Infinity, items } = schema;
        if (items === undefined || items === false) return fixed;
        const most = Math.min(maxItems, minItems + (depth < MAX_DEPTH ? 2 : 0));
        return [...fixed, ...Array.from({ length: draw(fc.integer({ min: minItems, max: most })) }, () => each(items))];
      }
      case 'string':
        if (schema.pattern !== undefined) return draw(textLike(schema.pattern));
        return draw(texts.filter((text) => text.length >= (schema.minLength ?? 0)));
      case 'integer':
      case 'number': {
        const min = Math.max(schema.minimum ?? 0, (schema.exclusiveMinimum ?? -1) + 1);
        return draw(fc.integer({ min, max: Math.min(schema.maximum ?? min + 20, min + 20) }));
      }
      case 'boolean':
        return draw(fc.boolean());
      case 'null':
        return null;
      default:
        return draw(anything);
    }
  }

  function definition(id: string): JsonSchema {
    const found = root.$defs?.[id];
    if (found === undefined) throw new Error(`no definition of ${id}`);
    return found;
  }

  /** How deep the smallest value is. */
  function height(schema: JsonSchema): number {
    if (schema.$ref !== undefined) {
      const id = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
      if (id in known) return 0;
      const seen = heights.get(id);
      if (seen !== undefined) return seen;
      heights.set(id, Infinity);
      const own = height(definition(id));
      heights.set(id, own);
      return own;
    }
    const options = schema.anyOf ?? schema.oneOf;
    if (options !== undefined) return Math.min(...options.map(height));
    const parts = [
      ...(schema.required ?? []).map((name) => schema.properties?.[name] ?? {}),
      ...(schema.prefixItems ?? []),
      ...(typeof schema.items === 'object' && (schema.minItems ?? 0) > 0 ? [schema.items] : []),
    ];
    return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(height));
  }
}
