/** A place in the input: object keys and array indices from the root. */
export type Path = readonly (string | number)[];

/** JSON-safe details of an error, a reason or a finding. */
export type Params = Readonly<Record<string, unknown>>;

/** Why a business question was answered with "no". The code is local to the function that answers. */
export interface Reason {
  readonly code: string;
  readonly params: Params;
}

/** One fault of one row of a batch; the rest of the batch is computed. */
export interface Rejected {
  readonly index: number;
  readonly id?: string;
  readonly code: string;
  readonly path: Path;
  readonly params: Params;
}

/** What a linter found in a definition. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly path: Path;
  readonly params: Params;
}

/**
 * The one error class of the library: a wrong definition or argument.
 * `code` is stable, `path` leads into the input, `params` hold what the message mentions.
 */
export class SalesModelError extends Error {
  override readonly name = 'SalesModelError';
  readonly code: string;
  readonly path: Path;
  readonly params: Params;

  constructor(code: string, path: Path, params: Params, text: string) {
    super(`${pathText(path)}${path.length > 0 ? ': ' : ''}${fillTemplate(text, params)}`);
    this.code = code;
    this.path = path;
    this.params = params;
  }
}

/**
 * Binds a table of texts to a thrower, so that a bundle carries the texts of the modules it uses and no others.
 *
 * @param texts English text by code
 * @returns a function that throws a {@link SalesModelError} of one of the table's codes
 */
export function errorsOf<Code extends string>(
  texts: Readonly<Record<Code, string>>,
): (code: Code, path: Path, params?: Params) => never {
  return (code, path, params = {}) => {
    throw new SalesModelError(code, path, params, texts[code]);
  };
}

/**
 * Returns a path as text, as messages show it.
 *
 * @param path keys and positions from the root
 * @example
 * import { pathText } from 'salesmodel/core';
 *
 * pathText(['tiers', 2, 'upTo']); // => 'tiers[2].upTo'
 */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`;
  }
  return text;
}

/** Longest value that a message shows in full. */
const MAX_SHOWN = 80;

/** Replaces each `{name}` of a text by the param of that name; strings are shown as they are, the rest as JSON, long ones cut. */
export function fillTemplate(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? shown(params[name]) : whole,
  );
}

function shown(value: unknown): string {
  const text = typeof value === 'string' && value !== '' && value === value.trim() ? value : quoted(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** JSON where there is one: it shows blanks, and tells an array or an object from a text. */
function quoted(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}
