import type { Payee } from '../schema.js';

/** A field of a payee for rules: an attribute, or one of the payee's own fields. */
export function payeeField(payee: Payee | undefined, name: string): unknown {
  if (name === 'id' || name === 'name' || name === 'currency') return payee?.[name];
  const attributes = payee?.attributes;
  return attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}
