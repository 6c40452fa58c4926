/** Every criterion by which rules that apply together are compared. */
export const COMPARATORS = [
  'target',
  'categoryDepth',
  'conditions',
  'minQty',
  'priority',
  'lowest',
  'highest',
  'first',
  'last',
] as const;

/**
 * A criterion between rules that apply together.
 *
 * - `target`: a sku before a product, a category, a brand and everything
 * - `categoryDepth`: a deeper category first
 * - `conditions`: more keys and comparisons first
 * - `minQty`: a higher least quantity first, without one 0
 * - `priority`: a higher number first, without one 0
 * - `lowest`, `highest`: by the price that results
 * - `first`, `last`: by the place in the book
 *
 * @useDeclaredType
 */
export type Comparator = (typeof COMPARATORS)[number];

/** Sequences of criteria by name, as systems in the field have them. */
export const SELECTIONS = {
  specificity: ['target', 'categoryDepth', 'conditions', 'minQty'],
  priority: ['priority'],
  lowest: ['lowest'],
  odoo: ['target', 'minQty', 'categoryDepth', 'last'],
  medusa: ['conditions', 'lowest'],
  erpnext: ['priority', 'target'],
} as const satisfies Readonly<Record<string, readonly Comparator[]>>;

/**
 * The name of a sequence of criteria.
 *
 * @useDeclaredType
 */
export type SelectionPreset = keyof typeof SELECTIONS;

/**
 * Which of the rules that apply decides: a preset, criteria in order, or an access sequence, whose levels name the kind
 * of target and the keys of the rules in them (`all` may be left out).
 */
export type Selection = SelectionPreset | readonly Comparator[] | { readonly access: readonly (readonly string[])[] };

/** What happens when rules are equal by every criterion and their prices differ. */
export const TIE_POLICIES = ['error', 'lowest', 'highest', 'first', 'last'] as const;
/**
 * What happens when rules are equal by every criterion and their prices differ: `error` gives no price, the others one.
 *
 * @useDeclaredType
 */
export type TiePolicy = (typeof TIE_POLICIES)[number];

/** The criteria of a selection; `null` for an access sequence. */
export function comparatorsOf(selection: Selection): readonly Comparator[] | null {
  if (typeof selection === 'string') return SELECTIONS[selection];
  return 'access' in selection ? null : selection;
}
