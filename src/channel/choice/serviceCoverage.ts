import { compareText } from '../../core/compareText.js';
import { type Decimal, type DecimalLike, ONE, plus, toDecimal, ZERO } from '../../core/decimal.js';
import type { Estimate } from '../../core/estimate.js';
import { fail as failCore } from '../../core/fail.js';
import { type Ratio, ratioOf } from '../../core/ratio.js';
import { fail } from '../fail.js';
import type { ServicePoint } from '../schema/channel.js';

/** Where customers are. */
export interface DemandPoint {
  readonly id: string;
  /** Degrees. */
  readonly lat: DecimalLike;
  /** Degrees. */
  readonly lon: DecimalLike;
  /** How much there is, 0 or more. Default 1. */
  readonly weight?: DecimalLike;
}

/** A distance that is known better, such as that of a road. */
export interface KnownDistance {
  readonly demand: string;
  readonly point: string;
  /** Kilometres, 0 or more. */
  readonly km: number;
}

/** How much of the demand is near a point. */
export interface ServiceCoverage {
  /** Weight of the demand within the radius in all of it. */
  readonly share: Ratio;
  /** By demand: the nearest point, the first by id of equals; `null` where there is none. */
  readonly nearest: readonly {
    readonly demand: string;
    readonly point: string | null;
    readonly km: Estimate | null;
    readonly isCovered: boolean;
  }[];
  /** Ids of the demand that is not within the radius, sorted. */
  readonly uncovered: readonly string[];
}

/** Mean radius of the earth in kilometres (IUGG). */
const EARTH = 6371.0088;

/**
 * Returns which part of the demand has a point within a radius, and the nearest point of each. Distances are great circles on
 * a sphere of 6,371.0088 km, or those that are given, which replace all others.
 *
 * @param points where customers are served
 * @param demand where customers are
 * @param radius kilometres, 0 or more; a point at exactly this distance counts
 * @param options `distances`: all that are known; without an entry two places do not reach each other
 * @throws SalesModelError `service.range`, `ids.duplicate`, `decimal.invalid`, `decimal.tooLong`
 * @example
 * import { serviceCoverage } from 'salesmodel/channel';
 *
 * const points = [{ id: 'centre', lat: '48.8566', lon: '2.3522', kind: 'charger' }];
 * const demand = [
 *   { id: 'airport', lat: '49.0097', lon: '2.5479', weight: 3 },
 *   { id: 'coast', lat: '49.4944', lon: '0.1079', weight: 1 },
 * ];
 * const { share, nearest, uncovered } = serviceCoverage(points, demand, 30);
 * [share.value, nearest[0]?.km?.toFixed(1), uncovered]; // => ['0.75', '22.2', ['coast']]
 */
export function serviceCoverage(
  points: readonly ServicePoint[],
  demand: readonly DemandPoint[],
  radius: number,
  { distances }: { readonly distances?: readonly KnownDistance[] } = {},
): ServiceCoverage {
  if (!(radius >= 0 && Number.isFinite(radius))) {
    fail('service.range', ['radius'], { expected: '0 or more', value: String(radius) });
  }
  checkIds(points, 'points');
  checkIds(demand, 'demand');
  const known = distances && readDistances(distances);
  const placed = points
    .map((point, at) => ({ id: point.id, at: readPlace(point, ['points', at]) }))
    .sort((a, b) => compareText(a.id, b.id));
  let whole = ZERO;
  let covered = ZERO;
  const nearest = demand.map((each, at) => {
    const weight = weightOf(each.weight, at);
    const place = readPlace(each, ['demand', at]);
    let best: { point: string; km: number } | null = null;
    for (const point of placed) {
      const km = known ? known.get(JSON.stringify([each.id, point.id])) : greatCircle(place, point.at);
      if (km !== undefined && (best === null || km < best.km)) best = { point: point.id, km };
    }
    const isCovered = best !== null && best.km <= radius;
    whole = plus(whole, weight);
    if (isCovered) covered = plus(covered, weight);
    return { demand: each.id, point: best?.point ?? null, km: best?.km ?? null, isCovered };
  });
  nearest.sort((a, b) => compareText(a.demand, b.demand));
  return {
    share: ratioOf(covered, whole),
    nearest,
    uncovered: nearest.filter(({ isCovered }) => !isCovered).map((each) => each.demand),
  };
}

function checkIds(items: readonly { readonly id: string }[], list: string): void {
  const seen = new Set<string>();
  items.forEach(({ id }, at) => {
    if (seen.has(id)) failCore('ids.duplicate', [list, at, 'id'], { id });
    seen.add(id);
  });
}

function weightOf(weight: DecimalLike | undefined, at: number): Decimal {
  const read = weight === undefined ? ONE : toDecimal(weight, ['demand', at, 'weight']);
  if (read.lt(0)) fail('service.range', ['demand', at, 'weight'], { expected: '0 or more', value: String(weight) });
  return read;
}

function readDistances(distances: readonly KnownDistance[]): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  distances.forEach(({ demand, point, km }, at) => {
    if (!(km >= 0 && Number.isFinite(km))) {
      fail('service.range', ['distances', at, 'km'], { expected: '0 or more', value: String(km) });
    }
    const key = JSON.stringify([demand, point]);
    if (read.has(key)) failCore('ids.duplicate', ['distances', at], { id: key });
    read.set(key, km);
  });
  return read;
}

interface Place {
  readonly lat: number;
  readonly lon: number;
}

function readPlace(
  { lat, lon }: { readonly lat: DecimalLike; readonly lon: DecimalLike },
  path: readonly [string, number],
): Place {
  const degrees = (value: DecimalLike, name: string, bound: number): number => {
    const read = toDecimal(value, [...path, name]);
    if (read.abs().gt(bound)) {
      fail('service.range', [...path, name], { expected: `from −${bound} to ${bound}`, value: String(value) });
    }
    return (read.toNumber() * Math.PI) / 180;
  };
  return { lat: degrees(lat, 'lat', 90), lon: degrees(lon, 'lon', 180) };
}

/** Haversine, which stays exact for points that are close. */
function greatCircle(a: Place, b: Place): number {
  const north = Math.sin((b.lat - a.lat) / 2);
  const east = Math.sin((b.lon - a.lon) / 2);
  const chord = north * north + Math.cos(a.lat) * Math.cos(b.lat) * east * east;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
}
