import { parseArgs } from 'node:util';
import { buildProviderIfChanged } from '../src/cli/build-provider';
import { findPackage } from '../src/cli/package-root';
import { apply } from './bench/apply';
import { startBenchServer, type BenchServer } from './bench/bench-server';
import { isMet, type Benchmark, type BenchmarkSetting } from './bench/benchmark';
import { refresh } from './bench/refresh';
import { toTable, withEarlier, writeReport, type Report } from './bench/report';
import { startUp } from './bench/start-up';
import { synth } from './bench/synth';

const BENCHMARKS: readonly Benchmark[] = [startUp, apply, refresh, synth];
/** Those that say something without a time. */
const QUICK_BENCHMARKS: readonly Benchmark[] = [apply, refresh, synth];

/**
 * `tsx scripts/bench.ts [--quick] [NAME...]`: a table, then the same as one line of JSON. Both are written to docs/, where the benchmarks
 * that were not named keep their figures. `--quick` takes a few objects and no times, and writes nothing. Exits with 1 where a
 * goal is missed.
 */
async function main(): Promise<void> {
  const packageInfo = findPackage();
  process.chdir(packageInfo.root);
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no benchmark ${unknown}; there is ${BENCHMARKS.map(({ name }) => name).join(', ')}`);
  const available = values.quick ? QUICK_BENCHMARKS : BENCHMARKS;
  const wanted = available.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (wanted.some(({ name }) => name !== synth.name)) await buildProviderIfChanged({ packageInfo });
  const report = await measure(wanted, values.quick);
  console.log(toTable(report));
  console.log(JSON.stringify(report));
  if (!values.quick)
    await writeReport(
      await withEarlier(
        report,
        BENCHMARKS.map(({ name }) => name),
      ),
    );
  if (Object.values(report.results).some(({ goals }) => !goals.every(isMet))) process.exitCode = 1;
}

async function measure(benchmarks: readonly Benchmark[], quick: boolean): Promise<Report> {
  let started: Promise<BenchServer> | undefined;
  const setting: BenchmarkSetting = { quick, server: () => (started ??= startBenchServer()) };
  const results: Record<string, Report['results'][string]> = {};
  try {
    for (const benchmark of benchmarks) {
      console.error(`${benchmark.name} ...`);
      results[benchmark.name] = await benchmark.run(setting);
    }
  } finally {
    await (await started)?.stop();
  }
  return { node: process.version, platform: `${process.platform}-${process.arch}`, results };
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
