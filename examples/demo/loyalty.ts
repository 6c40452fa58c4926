import { renderExplanation } from 'salesmodel/core';
import {
  explainTier,
  presets,
  replayTiers,
  type TierEvent,
  type TierLadder,
  type TierReplay,
} from 'salesmodel/segmentation';
import { superstoreLines } from './superstoreLines.js';
import { textTable } from './textTable.js';

/** Two years, after a year in which levels could be gained. */
const FROM = '2016-01-01';
const AS_OF = '2017-12-31';

/** Levels of the Superstore's customers over two years: what they were, and how one of them came there. */
export interface Loyalty {
  readonly ladder: TierLadder;
  readonly replays: ReadonlyMap<string, TierReplay>;
  readonly shown: string;
  readonly text: string;
}

/** The preset ladder with sixty days of grace. */
export function loyalty(): Loyalty {
  const ladder: TierLadder = { ...presets['silver-gold-platinum'], id: 'superstore', graceDays: 60 };
  const events = new Map<string, TierEvent[]>();
  for (const { date, amount, attributes } of superstoreLines()) {
    const customer = String(attributes?.['customer']);
    const list = events.get(customer) ?? [];
    events.set(customer, list);
    list.push({ date, amount });
  }
  const replays = new Map(
    [...events].map(([customer, list]) => [customer, replayTiers(ladder, list, { asOf: AS_OF })]),
  );
  const rows = ladder.levels.map(({ code }) => [
    code,
    ...[FROM, '2017-01-01', AS_OF].map((day) =>
      String([...replays.values()].filter((replay) => levelOn(replay, day) === code).length),
    ),
  ]);
  const reasons = ['upgrade', 'renewed', 'graceStart', 'graceRenewed', 'downgrade'] as const;
  const steps = [...replays.values()].flatMap(({ history }) => history.filter(({ date }) => date >= FROM));
  const counts = reasons
    .map((reason) => `${reason} ${steps.filter((step) => step.reason === reason).length}`)
    .join(', ');
  const shown =
    [...replays.keys()].sort().find((customer) => wasSaved(replays.get(customer)!)) ?? [...replays.keys()].sort()[0]!;
  const { history, toNext, toKeep } = replays.get(shown)!;
  const text = [
    textTable(['level', FROM, '2017-01-01', AS_OF], rows),
    `In two years: ${counts}`,
    `Customer ${shown}:`,
    ...history.map((change) => renderExplanation(explainTier(change), 'en')),
    toNext === null ? 'The highest level.' : `${toNext.amount} more until ${toNext.by} for ${toNext.level}`,
    toKeep === null ? 'No review is due.' : `${toKeep.amount} more until ${toKeep.by} to keep ${toKeep.level}`,
  ].join('\n');
  return { ladder, replays, shown, text };
}

/** Somebody who was saved by the grace. */
function wasSaved({ history }: TierReplay): boolean {
  return history.some(({ reason }) => reason === 'graceRenewed');
}

/** The level at the end of a day, `null` before the first order. */
function levelOn({ history }: TierReplay, day: string): string | null {
  return history.findLast(({ date }) => date <= day)?.to ?? null;
}
