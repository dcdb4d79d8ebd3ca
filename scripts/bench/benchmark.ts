/** One measured quantity. */
export interface Measurement {
  readonly name: string;
  /** In the unit. */
  readonly median: number;
  readonly unit: 'ms' | 'MB' | 'requests';
  readonly samples: number;
}

/** What is to hold: a ratio of two measurements taken in the same run, so that the machine's speed does not matter. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
}

export interface BenchmarkResult {
  readonly measurements: readonly Measurement[];
  readonly goals: readonly Goal[];
}

export interface Benchmark {
  readonly name: string;
  run(): Promise<BenchmarkResult>;
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
