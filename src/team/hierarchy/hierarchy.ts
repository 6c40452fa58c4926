import type { PlainDate } from '../../core/date.js';
import type { HierarchySnapshot } from './snapshot.js';

/** The relation of a link that names none. */
export const DEFAULT_KIND = 'reportsTo';

/** The parent of an id on a day. `root` = a link without a parent; `absent` = no link that day. */
export type ParentAt =
  { readonly status: 'child'; readonly parent: string } | { readonly status: 'root' } | { readonly status: 'absent' };

/** Which ancestors are asked for. */
export interface AncestorOptions {
  /** The relation; default `reportsTo`. */
  readonly kind?: string | undefined;
  /** How many levels up, 1 = the parent alone; default all. */
  readonly levels?: number | undefined;
}

/**
 * Reporting lines that can be asked about any day. `kind` is the relation, default `reportsTo`.
 * An id is in the tree of a day when it has a link that day or is somebody's parent.
 */
export interface Hierarchy {
  /** The relations that have links, in UTF-16 order. */
  readonly kinds: readonly string[];
  /** The parent on that day. */
  parentAt(id: string, date: PlainDate, kind?: string): ParentAt;
  /** The ids above on that day, nearest first, without the id itself. */
  ancestorsAt(id: string, date: PlainDate, options?: AncestorOptions): string[];
  /** The way from the top to the id, both included; empty when the id is not in the tree. */
  pathAt(id: string, date: PlainDate, kind?: string): string[];
  /** Whether `above` is an ancestor of `id` on that day. */
  isUnderAt(id: string, above: string, date: PlainDate, kind?: string): boolean;
  /** The number of ancestors (0 = top); null when the id is not in the tree. */
  levelAt(id: string, date: PlainDate, kind?: string): number | null;
  /** The whole tree of one day. */
  at(date: PlainDate, kind?: string): HierarchySnapshot;
}
