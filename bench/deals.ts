import { fractions } from './workload.js';

/** A fact that rules are asked about. */
export interface Deal {
  readonly segment: string;
  readonly region: string;
  readonly amount: number;
  readonly units: number;
}

const SEGMENTS = ['A', 'B', 'C', 'D'] as const;
const REGIONS = ['N', 'S', 'E', 'W'] as const;

export function deals(count: number): Deal[] {
  const draw = fractions(11);
  const pick = (words: readonly string[]): string => words[Math.floor(draw() * words.length)]!;
  return Array.from({ length: count }, () => ({
    segment: pick(SEGMENTS),
    region: pick(REGIONS),
    amount: Math.floor(draw() * 1e8),
    units: Math.floor(draw() * 100),
  }));
}

/** What each rule asks for: the segment and the region of a deal, and at least its amount and units. */
export function dealRules(count: number): Deal[] {
  return Array.from({ length: count }, (_, index) => ({
    segment: SEGMENTS[index % 4]!,
    region: REGIONS[(index >> 2) % 4]!,
    amount: index * 3e6,
    units: (index * 3) % 50,
  }));
}
