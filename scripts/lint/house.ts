/**
 * Who may import whom, as lists. A room is a folder of `src`; an import stays in its room or goes to a room listed here.
 * The lint rule `house/imports` holds exactly these lists.
 */
const mechanisms = ['mechanisms/rules', 'mechanisms/lifecycle', 'mechanisms/scoring', 'mechanisms/forecast'] as const;
const ground = ['core', 'locales'] as const;
const shared = [...mechanisms, ...ground] as const;

export const rooms: Readonly<Record<string, readonly string[]>> = {
  locales: [],
  core: ['locales'],

  'mechanisms/rules': ground,
  'mechanisms/forecast': ground,
  'mechanisms/lifecycle': ['mechanisms/rules', ...ground],
  'mechanisms/scoring': ['mechanisms/rules', ...ground],

  team: shared,
  pipeline: shared,
  pricing: shared,
  segmentation: shared,
  kpi: shared,
  commission: ['team', ...shared],
  channel: ['pricing', 'team', ...shared],
  orders: ['pricing', ...shared],

  conformance: ['team', 'pipeline', 'pricing', 'segmentation', 'kpi', 'commission', 'channel', 'orders', ...shared],
};

interface PackageRule {
  /** Files, from `src`, that may import the package's values. */
  readonly in: RegExp;
  readonly why: string;
}

/** The runtime dependencies and the places for their values; their types may be imported anywhere. */
export const packages: Readonly<Record<string, PackageRule>> = {
  'decimal.js': {
    in: /^core\/decimal\.ts$/,
    why: "use Decimal of core/decimal: the host's global Decimal can be reconfigured",
  },
  zod: { in: /(^|\/)schema(\/\w+)?\.ts$/, why: 'schemas live in schema.ts files; calculations must not pay for zod' },
  'date-fns': { in: /^core\/(date|period|calendar)/, why: 'calendars are built in core; per row, days are numbers' },
  'ts-pattern': {
    in: /(^|\/)compile[^/]*(\/[^/]*)?\.ts$/,
    why: 'policies are dispatched when they are compiled, never per row',
  },
};

/** The room of a file given from `src`: `mechanisms/rules` for `mechanisms/rules/compile.ts`, undefined for `index.ts`. */
export function roomOf(file: string): string | undefined {
  const steps = file.split('/');
  if (steps.length === 1) return undefined;
  return steps[0] === 'mechanisms' ? `mechanisms/${steps[1]}` : steps[0];
}
