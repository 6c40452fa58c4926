import { compareText } from '../../core/compareText.js';
import { type DecimalLike, minus, times, toDecimal } from '../../core/decimal.js';
import type { Path, Reason } from '../../core/errors.js';
import { compareRatios, type Ratio, ratioOf } from '../../core/ratio.js';

/** Own sales and those of the market in two periods. */
export interface RelativeInput {
  readonly own0: DecimalLike;
  readonly own1: DecimalLike;
  readonly market0: DecimalLike;
  readonly market1: DecimalLike;
}

/** Growth against the market, and how much of the change is the market's. */
export interface RelativeFigures {
  readonly ownGrowth: Ratio;
  readonly marketGrowth: Ratio;
  /** ownGrowth − marketGrowth */
  readonly difference: Ratio;
  readonly shareBefore: Ratio;
  readonly shareAfter: Ratio;
  /** What own sales would have changed with the market; with `shareEffect` it adds up to own1 − own0. */
  readonly marketEffect: Ratio;
  /** The rest. */
  readonly shareEffect: Ratio;
  /** By the difference: above, below or at 0. */
  readonly verdict: 'gaining' | 'losing' | 'holding';
}

/** The figures, or which bases are not positive. */
export type RelativePerformance =
  | ({ readonly status: 'known' } & RelativeFigures)
  | { readonly status: 'undefined'; readonly reasons: readonly Reason[] };

/**
 * Returns how sales grew against their market, and splits their change into what the market did and what was won or lost
 * in it, exactly. Without positive bases nothing is defined (`baseNotPositive`).
 *
 * @param input sales of both in two periods
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { relativePerformance } from 'salesmodel/kpi';
 *
 * const result = relativePerformance({ own0: 200, own1: 230, market0: 1000, market1: 1100 });
 * if (result.status === 'undefined') throw new Error('no base');
 * [result.difference.value, result.marketEffect.value, result.shareEffect.value, result.verdict]; // => ['0.05', '20', '10', 'gaining']
 */
export function relativePerformance(input: RelativeInput): RelativePerformance {
  return relativeAt(input, []);
}

function relativeAt(input: RelativeInput, path: Path): RelativePerformance {
  const [own0, own1, market0, market1] = (['own0', 'own1', 'market0', 'market1'] as const).map((field) =>
    toDecimal(input[field], [...path, field]),
  ) as [
    ReturnType<typeof toDecimal>,
    ReturnType<typeof toDecimal>,
    ReturnType<typeof toDecimal>,
    ReturnType<typeof toDecimal>,
  ];
  const reasons = (
    [
      ['own0', own0],
      ['market0', market0],
    ] as const
  ).flatMap(([base, value]) =>
    value.lte(0) ? [{ code: 'baseNotPositive', params: { base, value: value.toFixed() } }] : [],
  );
  if (reasons.length > 0) return { status: 'undefined', reasons };
  const own = minus(own1, own0);
  const market = minus(market1, market0);
  const advance = minus(times(own, market0), times(market, own0));
  return {
    status: 'known',
    ownGrowth: ratioOf(own, own0),
    marketGrowth: ratioOf(market, market0),
    difference: ratioOf(advance, times(own0, market0)),
    shareBefore: ratioOf(own0, market0),
    shareAfter: ratioOf(own1, market1),
    marketEffect: ratioOf(times(own0, market), market0),
    shareEffect: ratioOf(advance, market0),
    verdict: advance.gt(0) ? 'gaining' : advance.lt(0) ? 'losing' : 'holding',
  };
}

/** One of a cohort. */
export interface CohortMember {
  readonly id: string;
  readonly own0: DecimalLike;
  readonly own1: DecimalLike;
}

/** Members by rank, then id; those without a positive base by id. */
export interface RelativeCohort {
  readonly ranked: readonly ({ readonly id: string; readonly rank: number } & RelativeFigures)[];
  readonly undefined: readonly { readonly id: string; readonly reasons: readonly Reason[] }[];
}

/**
 * Returns how each member of a cohort grew against one market, ranked by the difference; equal ones share the best of
 * their places.
 *
 * @param members sales of each in two periods
 * @param market sales of the market in the same periods
 * @throws SalesModelError `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { relativeCohort } from 'salesmodel/kpi';
 *
 * const { ranked } = relativeCohort(
 *   [{ id: 'Ana', own0: 200, own1: 230 }, { id: 'Bo', own0: 100, own1: 105 }],
 *   { market0: 1000, market1: 1100 },
 * );
 * ranked.map(({ rank, id, verdict }) => `${rank} ${id} ${verdict}`); // => ['1 Ana gaining', '2 Bo losing']
 */
export function relativeCohort(
  members: readonly CohortMember[],
  market: Pick<RelativeInput, 'market0' | 'market1'>,
): RelativeCohort {
  const figures = members.map(({ id, own0, own1 }, at) => ({
    id,
    ...relativeAt({ own0, own1, ...market }, ['members', at]),
  }));
  const known = figures
    .flatMap((each) => (each.status === 'known' ? [each] : []))
    .toSorted((a, b) => compareRatios(b.difference, a.difference) || compareText(a.id, b.id));
  let place = 0;
  const ranked = known.map(({ id, status: _, ...rest }, at) => {
    if (at === 0 || compareRatios(rest.difference, known[at - 1]!.difference) !== 0) place = at + 1;
    return { id, rank: place, ...rest };
  });
  const others = figures.flatMap((each) =>
    each.status === 'undefined' ? [{ id: each.id, reasons: each.reasons }] : [],
  );
  return { ranked, undefined: others.toSorted((a, b) => compareText(a.id, b.id)) };
}
