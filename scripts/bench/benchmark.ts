import type { BenchServer } from './bench-server';

/** One measured quantity. */
export interface Measurement {
  readonly name: string;
  /** In the unit. */
  readonly median: number;
  readonly unit: 'ms' | 'MB' | 'requests' | 'blocks';
  readonly samples: number;
}

/** What is to hold: a count, or a ratio of two times taken in the same run, so that the machine's speed does not matter. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** Whether the value may reach the limit from below or from above. */
  readonly bound: 'at most' | 'at least';
}

export interface BenchmarkResult {
  readonly measurements: readonly Measurement[];
  readonly goals: readonly Goal[];
}

/** Under what a benchmark runs. */
export interface BenchmarkSetting {
  /** Few objects and no times: only what is the same on every machine. */
  readonly quick: boolean;
  /** The real server, started by the first who asks. */
  readonly server: () => Promise<BenchServer>;
}

export interface Benchmark {
  readonly name: string;
  run(setting: BenchmarkSetting): Promise<BenchmarkResult>;
}

export function isMet({ value, limit, bound }: Goal): boolean {
  return bound === 'at most' ? value <= limit : value >= limit;
}

export function measurement(name: string, samples: readonly number[], unit: Measurement['unit']): Measurement {
  return { name, median: median(samples), unit, samples: samples.length };
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** Milliseconds that some work takes. */
export async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
