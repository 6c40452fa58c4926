import type { DecimalLike } from '../../../core/decimal.js';
import type { Path } from '../../../core/errors.js';
import type { Estimate } from '../../../core/estimate.js';
import { ln } from '../../../core/elementary.js';
import { type ShareInterval, wilsonInterval } from '../../../core/wilsonInterval.js';
import { toProbability } from '../../definition/checkPipeline.js';
import { fail } from '../../fail.js';

/** A chance that was given, and what came of it. */
export interface ForecastPair {
  /** Chance that it would happen, 0 to 1. */
  readonly p: DecimalLike;
  /** 1: it happened. 0: it did not. */
  readonly outcome: 0 | 1;
}

/** How pairs are put together. */
export interface CalibrationOptions {
  /** `distinct` (default): pairs of the same chance. `equalWidth`: so many classes of chances of the same width. */
  readonly bins?: 'distinct' | { readonly equalWidth: number };
}

/** Pairs that were put together. */
export interface CalibrationBin {
  /** Least and greatest chance in it. */
  readonly from: Estimate;
  readonly to: Estimate;
  readonly n: number;
  /** Mean chance, */
  readonly forecast: Estimate;
  /** how often it happened, */
  readonly happened: number;
  /** and the share of that. */
  readonly observed: Estimate;
  /** Wilson interval of the share at 95 %. */
  readonly interval: ShareInterval;
}

/** How good chances were: the lower the Brier score, the better. */
export type Calibration =
  | {
      readonly n: number;
      /** Mean square of chance − outcome. */
      readonly brier: Estimate;
      /** How far chances were from what happened: 0 is best. */
      readonly reliability: Estimate;
      /** How far the bins were from the base rate: more is better. */
      readonly resolution: Estimate;
      /** Of the outcomes themselves: base rate × its rest. */
      readonly uncertainty: Estimate;
      /** Share of everything that happened. */
      readonly baseRate: Estimate;
      /** 1 − Brier score ÷ uncertainty: what is won over always saying the base rate; `null` where all outcomes are the same. */
      readonly skill: Estimate | null;
      /** Mean of −ln of the chance given to what came; `null` where that was 0. */
      readonly logLoss: Estimate | null;
      /** Ascending. */
      readonly bins: readonly CalibrationBin[];
    }
  | {
      readonly n: 0;
      readonly brier: null;
      readonly reliability: null;
      readonly resolution: null;
      readonly uncertainty: null;
      readonly baseRate: null;
      readonly skill: null;
      readonly logLoss: null;
      readonly bins: readonly [];
      readonly reason: 'noPairs';
    };

/** Pairs of one chance. */
interface Heap {
  readonly p: number;
  n: number;
  happened: number;
}

/**
 * Returns how well chances agreed with what happened, estimates: the Brier score (1950) and Murphy's parts of it (1973),
 * Brier score = reliability − resolution + uncertainty with `distinct` bins, the logarithmic score and the table of the bins.
 * The order of the pairs changes nothing.
 *
 * @param pairs chances and outcomes
 * @param options how pairs are put together
 * @throws SalesModelError `pipeline.probability`, `calibration.outcome`, `calibration.bins`, `decimal.invalid`
 * @example
 * import { calibration } from 'salesmodel/pipeline';
 *
 * const pairs = [{ p: 0.8, outcome: 1 }, { p: 0.8, outcome: 0 }, { p: 0.3, outcome: 0 }] as const;
 * const { brier, bins } = calibration(pairs);
 * brier?.toFixed(4); // => '0.2567'
 * bins.map(({ forecast, observed }) => [forecast, observed]); // => [[0.3, 0], [0.8, 0.5]]
 */
export function calibration(
  pairs: readonly ForecastPair[],
  { bins = 'distinct' }: CalibrationOptions = {},
): Calibration {
  const count = bins === 'distinct' ? 0 : bins.equalWidth;
  if (bins !== 'distinct' && !(Number.isSafeInteger(count) && count >= 1))
    fail('calibration.bins', ['options', 'bins', 'equalWidth'], { value: String(count) });
  const heaps = heapsOf(pairs);
  if (heaps.length === 0) {
    const none = { brier: null, reliability: null, resolution: null, uncertainty: null, baseRate: null } as const;
    return { n: 0, ...none, skill: null, logLoss: null, bins: [], reason: 'noPairs' };
  }
  const n = pairs.length;
  const baseRate = sum(heaps, ({ happened }) => happened) / n;
  const uncertainty = baseRate * (1 - baseRate);
  const brier = sum(heaps, ({ p, n: of, happened }) => happened * (1 - p) * (1 - p) + (of - happened) * p * p) / n;
  const groups = new Map<number, Heap[]>();
  for (const [at, heap] of heaps.entries()) {
    const key = count === 0 ? at : Math.min(count - 1, Math.floor(heap.p * count));
    groups.set(key, [...(groups.get(key) ?? []), heap]);
  }
  const table = [...groups.values()].map(binOf);
  return {
    n,
    brier,
    reliability: sum(table, ({ n: of, forecast, observed }) => of * (forecast - observed) * (forecast - observed)) / n,
    resolution: sum(table, ({ n: of, observed }) => of * (observed - baseRate) * (observed - baseRate)) / n,
    uncertainty,
    baseRate,
    skill: uncertainty > 0 ? 1 - brier / uncertainty : null,
    logLoss: logLoss(heaps, n),
    bins: table,
  };
}

/** Pairs by chance, ascending: sums over them do not depend on the order of the pairs. */
function heapsOf(pairs: readonly ForecastPair[]): Heap[] {
  const heaps = new Map<number, Heap>();
  for (const [at, { p, outcome }] of pairs.entries()) {
    const path: Path = ['pairs', at];
    const chance = typeof p === 'number' && p >= 0 && p <= 1 ? p : toProbability(p, [...path, 'p']).toNumber();
    if (outcome !== 0 && outcome !== 1) fail('calibration.outcome', [...path, 'outcome'], { value: outcome });
    let heap = heaps.get(chance);
    if (heap === undefined) heaps.set(chance, (heap = { p: chance, n: 0, happened: 0 }));
    heap.n++;
    heap.happened += outcome;
  }
  return [...heaps.values()].sort((a, b) => a.p - b.p);
}

function binOf(heaps: readonly Heap[]): CalibrationBin {
  const n = sum(heaps, ({ n: of }) => of);
  const happened = sum(heaps, (heap) => heap.happened);
  const [from, to] = [heaps[0]!.p, heaps.at(-1)!.p];
  return {
    from,
    to,
    n,
    forecast: from === to ? from : sum(heaps, ({ p, n: of }) => p * of) / n,
    happened,
    observed: happened / n,
    interval: wilsonInterval(happened, n),
  };
}

function logLoss(heaps: readonly Heap[], n: number): Estimate | null {
  let loss = 0;
  for (const { p, n: of, happened } of heaps) {
    if ((p === 0 && happened > 0) || (p === 1 && happened < of)) return null;
    if (happened > 0) loss -= happened * ln(p);
    if (happened < of) loss -= (of - happened) * ln(1 - p);
  }
  return loss / n;
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((total, item) => total + of(item), 0);
}
