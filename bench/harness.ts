/** One way to do a job. All contenders of a race do the same job, or a stated share of its rows. */
export interface Contender {
  readonly name: string;
  /** Rows it works on; those of the race without. Slow peers take fewer. */
  readonly rows?: number;
  /** Does the job and returns the answer. A contender that has its own clock returns `{ ms, answer }`. */
  readonly run: () => unknown;
  /** Compares the answer before any time is taken; throws where it is wrong. */
  readonly check?: (answer: never) => void;
}

/** What a contender in another process returns. */
export class Timed {
  constructor(
    readonly ms: number,
    readonly answer: unknown,
  ) {}
}

/** Median nanoseconds a row by contender. */
export type Timings = ReadonlyMap<string, number>;

/** How long the repetitions of one race may take; the first is always taken. */
let mostMs = Infinity;

/** Bounds the repetitions of every race from now on. */
export function limitRaces(ms: number): void {
  mostMs = ms;
}

/** Longer runs than this are not repeated untimed before each repetition. */
const FAST_MS = 250;

/**
 * Runs all contenders in turn, once a repetition, so that all share the noise of the machine. Each runs once untimed
 * first, when its answer is checked; fast ones run once untimed before every timed run as well, so that none pays for
 * the caches another has emptied. The collector is never forced: that makes the engine drop its optimised code.
 */
export async function race(
  title: string,
  rows: number,
  repetitions: number,
  contenders: Contender[],
): Promise<Timings> {
  const samples = contenders.map((): number[] => []);
  const isFast: boolean[] = [];
  for (const contender of contenders) {
    const { ms, answer } = await timed(contender);
    isFast.push(ms < FAST_MS);
    try {
      contender.check?.(answer as never);
    } catch (error) {
      throw new Error(`${title}: ${contender.name} gives a wrong answer`, { cause: error });
    }
  }
  const start = Date.now();
  for (let repetition = 0; repetition < repetitions; repetition++) {
    if (repetition > 0 && Date.now() - start > mostMs) break;
    for (const [i, contender] of contenders.entries()) {
      if (isFast[i]) await timed(contender);
      samples[i]!.push((await timed(contender)).ms);
    }
  }
  const timings = new Map<string, number>();
  contenders.forEach(({ name, rows: own = rows }, i) => timings.set(name, (median(samples[i]!) * 1e6) / own));
  print(title, timings);
  return timings;
}

async function timed({ run }: Contender): Promise<Timed> {
  const start = process.hrtime.bigint();
  const result = run();
  const answer: unknown = result instanceof Promise ? await result : result;
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  return answer instanceof Timed ? answer : new Timed(ms, answer);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function print(title: string, timings: Timings): void {
  const [base = 1] = timings.values();
  console.log(`\n${title}`);
  for (const [name, ns] of timings) {
    console.log(`  ${name.padEnd(58)} ${ns.toFixed(1).padStart(10)} ns ${(ns / base).toFixed(2).padStart(9)} x`);
  }
}
