import { compareText } from '../../core/compareText.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratio } from '../../core/ratio.js';
import type { Touchpoint } from '../schema/touchpoint.js';
import { daysOf } from './decayWeights.js';

/** How customers move between media. */
export interface OmnichannelMix {
  readonly journeys: number;
  /** By the media of a journey, sorted: `offline`, `offline+online`, `online`. The shares add up to 1. */
  readonly media: readonly { readonly media: string; readonly journeys: number; readonly share: Ratio }[];
  /** By the number of changes from one medium to the other. The shares add up to 1. */
  readonly changes: readonly { readonly changes: number; readonly journeys: number; readonly share: Ratio }[];
  /** Hand-overs between channels, by the channels; the shares are of all hand-overs. */
  readonly handOvers: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
    readonly share: Ratio;
  }[];
}

/**
 * Returns which media journeys use, how often they change between them, and between which channels they are handed over.
 *
 * @param touches of all journeys, in any order: they count by time, then by `seq`, then by channel
 * @throws SalesModelError `option.unknown`, `path.time`
 * @example
 * import { omnichannelMix } from 'salesmodel/channel';
 *
 * const { media, handOvers } = omnichannelMix([
 *   { journey: 'Ana', channel: 'web', medium: 'online', at: '2026-03-01' },
 *   { journey: 'Ana', channel: 'store', medium: 'offline', at: '2026-03-04' },
 *   { journey: 'Bo', channel: 'web', medium: 'online', at: '2026-03-02' },
 * ]);
 * media.map(({ media, share }) => `${media} ${share.value}`); // => ['offline+online 0.5', 'online 0.5']
 * handOvers.map(({ from, to, count }) => `${from} › ${to} ${count}`); // => ['web › store 1']
 */
export function omnichannelMix(touches: readonly Touchpoint[]): OmnichannelMix {
  const journeys = new Map<string, { readonly touch: Touchpoint; readonly time: number }[]>();
  touches.forEach((touch, at) => {
    oneOf(touch.medium, ['online', 'offline'], ['touches', at, 'medium']);
    const timed = { touch, time: daysOf(touch.at, ['touches', at, 'at']) };
    const own = journeys.get(touch.journey);
    if (own === undefined) journeys.set(touch.journey, [timed]);
    else own.push(timed);
  });
  const media = new Map<string, number>();
  const changes = new Map<string, number>();
  const handOvers = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const own of journeys.values()) {
    const path = own.sort(inOrder).map(({ touch }) => touch);
    count(media, [...new Set(path.map(({ medium }) => medium))].sort(compareText).join('+'));
    const steps = path.slice(1).map((to, at) => ({ from: path[at]!, to }));
    count(changes, String(steps.filter(({ from, to }) => from.medium !== to.medium).length));
    for (const { from, to } of steps) {
      if (from.channel !== to.channel) count(handOvers, JSON.stringify([from.channel, to.channel]));
    }
  }
  const all = [...handOvers.values()].reduce((sum, times) => sum + times, 0);
  return {
    journeys: journeys.size,
    media: [...media]
      .sort(([a], [b]) => compareText(a, b))
      .map(([each, times]) => ({ media: each, journeys: times, share: ratio(times, journeys.size) })),
    changes: [...changes]
      .map(([each, times]) => ({ changes: Number(each), journeys: times, share: ratio(times, journeys.size) }))
      .sort((a, b) => a.changes - b.changes),
    handOvers: [...handOvers]
      .map(([key, times]) => {
        const [from, to] = JSON.parse(key) as [string, string];
        return { from, to, count: times, share: ratio(times, all) };
      })
      .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to)),
  };
}

interface Timed {
  readonly touch: Touchpoint;
  readonly time: number;
}

function inOrder(a: Timed, b: Timed): number {
  return (
    a.time - b.time ||
    (a.touch.seq ?? 0) - (b.touch.seq ?? 0) ||
    compareText(a.touch.channel, b.touch.channel) ||
    compareText(a.touch.medium, b.touch.medium)
  );
}
