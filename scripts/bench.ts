import Table from 'cli-table3';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Benchmark, BenchmarkResult } from './bench/benchmark';
import { startUp } from './bench/start-up';

const BENCHMARKS: readonly Benchmark[] = [startUp];

/** `tsx scripts/bench.ts [NAME...]`: a table, then the same as one line of JSON. Exits with 1 where a goal is missed. */
async function main(): Promise<void> {
  process.chdir(join(__dirname, '..'));
  if (!existsSync('dist/terraform-provider-zenml.cjs'))
    throw new Error('there is no built provider: run "npm run build" first');
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown !== undefined)
    throw new Error(`there is no benchmark ${unknown}; there is ${BENCHMARKS.map(({ name }) => name).join(', ')}`);
  const results: Record<string, BenchmarkResult> = {};
  for (const benchmark of BENCHMARKS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    results[benchmark.name] = await benchmark.run();
  }
  console.log(tableOf(results));
  console.log(JSON.stringify({ node: process.version, platform: `${process.platform}-${process.arch}`, results }));
  const goals = Object.values(results).flatMap((result) => result.goals);
  if (goals.some(({ value, limit }) => !(value <= limit))) process.exitCode = 1;
}

function tableOf(results: Readonly<Record<string, BenchmarkResult>>): string {
  const table = new Table({ head: ['benchmark', 'measured', 'median', 'goal', ''], style: { head: [], border: [] } });
  for (const [name, { measurements, goals }] of Object.entries(results)) {
    for (const { name: what, median, unit, samples } of measurements) {
      table.push([name, what, `${median.toFixed(1)} ${unit}`, '', `${samples} samples`]);
    }
    for (const { name: what, value, limit } of goals) {
      table.push([name, what, value.toFixed(2), `<= ${limit}`, value <= limit ? 'met' : 'MISSED']);
    }
  }
  return table.toString();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
