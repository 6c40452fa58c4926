import { allocate } from '../../core/allocate.js';
import { compareText } from '../../core/compareText.js';
import { Decimal, type DecimalString, toDecimal, toText } from '../../core/decimal.js';
import { checkPositive, type Estimate } from '../../core/estimate.js';
import { type FixedColumn, fixedColumn } from '../../core/fixed/column.js';
import { scaledDecimal } from '../../core/fixed/decimalColumn.js';
import { scaledText } from '../../core/fixed/scaledText.js';
import { oneOf } from '../../core/oneOf.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import { ATTRIBUTION_KINDS, type AttributionPath, type AttributionRule } from './attributionPath.js';
import { CreditSums, creditPath, type ExactKind } from './exactCredit.js';
import { decayWeights } from './decayWeights.js';
import { removalEffects } from './removalEffects.js';
import { SortedSum } from './sortedSum.js';

/** What a channel is credited with. */
export interface ChannelCredit<Figure = Ratio | Estimate> {
  readonly channel: string;
  /** Exact, or an estimate of `decay` and `markov`. */
  readonly credit: Figure;
  /** The credit rounded so that all of them add up to the total less what is unattributed; there where `decimals` is given. */
  readonly rounded?: DecimalString;
}

/** The conversions shared out. */
export interface AttributedCredit<Figure = Ratio | Estimate> {
  /** Sorted by channel; a channel that led to no conversion has 0. */
  readonly credits: readonly ChannelCredit<Figure>[];
  /** Conversions, or their value. */
  readonly total: DecimalString;
  /** Of them, those of paths without a touch. */
  readonly unattributed: DecimalString;
}

/**
 * Returns what each channel is credited with for the conversions of many paths. The credits add up to all conversions with a
 * touch. Paths that did not convert count in `markov` only. The order of the paths changes nothing.
 *
 * @param paths ways of customers, touches in the order of time
 * @param rule how a conversion is shared
 * @param options `decimals` of credits that are rounded to add up, at least those of the values
 * @throws SalesModelError `path.value`, `path.time`, `option.unknown`, `estimate.positive`, `allocate.indivisible`,
 *   `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { attributeCredit } from 'salesmodel/channel';
 *
 * const path = (...channels: string[]) => ({ touches: channels.map((channel) => ({ channel })), converted: true });
 * const paths = [path('search', 'email', 'shop'), path('shop')];
 * const credited = attributeCredit(paths, { kind: 'linear' }, { decimals: 2 });
 * credited.credits.map(({ channel, rounded }) => [channel, rounded]); // => [['email', '0.34'], ['search', '0.33'], ['shop', '1.33']]
 * credited.total; // => '2'
 */
export function attributeCredit(
  paths: readonly AttributionPath[],
  rule: { readonly kind: Exclude<AttributionRule['kind'], 'decay' | 'markov'> },
  options?: { readonly decimals?: number },
): AttributedCredit<Ratio>;
export function attributeCredit(
  paths: readonly AttributionPath[],
  rule: AttributionRule,
  options?: { readonly decimals?: number },
): AttributedCredit;
export function attributeCredit(
  paths: readonly AttributionPath[],
  rule: AttributionRule,
  { decimals }: { readonly decimals?: number } = {},
): AttributedCredit {
  oneOf(rule.kind, ATTRIBUTION_KINDS, ['rule', 'kind']);
  const values = valuesOf(paths);
  const channels = channelsOf(paths);
  const sums = new CreditSums(2);
  const all = sums.dividedBy(1);
  paths.forEach(({ converted, touches }, at) => {
    if (converted) all.add(touches.length === 0 ? 1 : 0, values.values[at]!);
  });
  const [touched, untouched] = [all.at(0), all.at(1)];
  const shared = scaledText(touched, values.scale);
  const credits =
    rule.kind === 'decay'
      ? decayed(paths, values, channels, rule.halfLife ?? 7)
      : rule.kind === 'markov'
        ? removed(paths, channels, Number(shared))
        : exact(paths, values, channels, rule.kind);
  const rounded = decimals === undefined ? null : roundedTo(shared, credits, decimals);
  return {
    credits: channels.map((channel, at) => ({
      channel,
      credit: credits[at]!,
      ...(rounded === null ? {} : { rounded: rounded[at]! }),
    })),
    total: scaledText(touched + untouched, values.scale),
    unattributed: scaledText(untouched, values.scale),
  };
}

function channelsOf(paths: readonly AttributionPath[]): string[] {
  const channels = new Set<string>();
  for (const { touches } of paths) for (const { channel } of touches) channels.add(channel);
  return [...channels].sort(compareText);
}

function valuesOf(paths: readonly AttributionPath[]): FixedColumn {
  const texts = paths.map(({ value = '1' }, at) =>
    typeof value === 'string' ? value : toText(toDecimal(value, ['paths', at, 'value'])),
  );
  const column = fixedColumn(texts, ['paths'], ['value']);
  const below = column.values.findIndex((value) => value < 0);
  if (below >= 0) fail('path.value', ['paths', below, 'value'], { value: texts[below]! });
  return column;
}

function exact(
  paths: readonly AttributionPath[],
  { values, scale }: FixedColumn,
  channels: readonly string[],
  kind: ExactKind,
): Ratio[] {
  const places = new Map(channels.map((channel, place) => [channel, place]));
  const placeOf = (channel: string): number => places.get(channel)!;
  const sums = new CreditSums(channels.length);
  paths.forEach(({ touches, converted }, at) => {
    if (converted && touches.length > 0) creditPath(kind, touches, values[at]!, sums, placeOf);
  });
  let common = 1n;
  for (const divisor of sums.divisors()) common = leastMultiple(common, BigInt(divisor));
  const denominator = new Decimal(common.toString());
  return channels.map((_, place) => ratioOf(scaledDecimal(sums.over(common, place), scale), denominator));
}

function leastMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

function decayed(
  paths: readonly AttributionPath[],
  values: FixedColumn,
  channels: readonly string[],
  halfLife: number,
): Estimate[] {
  checkPositive(halfLife, ['rule', 'halfLife']);
  const sums = new Map(channels.map((channel) => [channel, new SortedSum()]));
  const weightsOf = decayWeights(halfLife);
  const amountOf = amountsOf(values);
  paths.forEach((path, at) => {
    const { touches } = path;
    if (!path.converted || touches.length === 0) return;
    const amount = amountOf(at);
    const weights = weightsOf(path, at);
    for (let touch = 0; touch < touches.length; touch++)
      sums.get(touches[touch]!.channel)!.add(weights[touch]! * amount);
  });
  return channels.map((channel) => sums.get(channel)!.total());
}

/** The doubles next to the values: a quotient of two whole numbers that are exact is as near as its text. */
function amountsOf({ values, scale }: FixedColumn): (at: number) => number {
  const unit = 10 ** scale;
  return (at) => {
    const value = values[at]!;
    return typeof value === 'number' && scale <= EXACT_POWER ? value / unit : Number(scaledText(value, scale));
  };
}

/** The greatest power of ten that is a double, and so are all below. */
const EXACT_POWER = 22;

function removed(paths: readonly AttributionPath[], channels: readonly string[], total: number): Estimate[] {
  const { effects } = removalEffects(paths);
  const all = channels.reduce((sum, channel) => sum + effects.get(channel)!, 0);
  return channels.map((channel) => (all > 0 ? (total * effects.get(channel)!) / all : 0));
}

function roundedTo(total: DecimalString, credits: readonly (Ratio | Estimate)[], decimals: number): readonly string[] {
  if (credits.length === 0) return [];
  const increment = toText(new Decimal(10).pow(-decimals));
  const weights = credits.map((credit) =>
    typeof credit === 'number' ? new Decimal(credit) : toDecimal(credit.numerator),
  );
  return allocate(total, weights, { increment }).parts;
}
