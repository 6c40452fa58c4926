import type { Path } from '../../core/errors.js';
import { fail } from '../fail.js';

/** Refuses a list that has a deal twice: it would count twice. */
export function checkDeals(deals: readonly { readonly id: string }[], path: Path = ['deals']): void {
  const ids = new Set<string>();
  for (const [at, { id }] of deals.entries()) {
    if (ids.has(id)) fail('pipeline.duplicateDeal', [...path, at, 'id'], { id });
    ids.add(id);
  }
}
