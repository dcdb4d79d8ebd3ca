import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { app } from '../../cdktf.json';
import { measurement, median, type Benchmark, type BenchmarkResult, type Goal } from './benchmark';
import { countOf, readStack, stacksIn } from './synth/synthesized-stacks';
import type { Usage } from './synth/usage';

const WORKLOADS = ['environments', 'teams'];
const COUNT = 1000;
const QUICK_COUNT = 3;
const ROUNDS = 3;
const COLD_ROUNDS = 15;
const LIMIT_BESIDE_RAW = 1.2;
const LIMIT_BESIDE_EMPTY = 1.5;
const EMPTY_APP = 'scripts/bench/synth/empty-app.ts';
const PRINT_USAGE = './scripts/bench/synth/print-usage.cjs';

/** How long synth takes: of many stacks, against the bindings alone, and from a cold start, against an empty app. */
export const synth: Benchmark = {
  name: 'synth',
  async run({ quick }) {
    // Below the root, so that the program that is written there finds the bindings.
    await mkdir('.test', { recursive: true });
    const folder = await mkdtemp(path.join('.test', 'synth-'));
    try {
      const runApp = await compileApps(path.join(folder, 'js'));
      const results: BenchmarkResult[] = [];
      for (const workload of WORKLOADS) results.push(await againstRaw({ runApp, folder, workload, quick }));
      if (!quick) results.push(await fromColdStart(folder));
      return {
        measurements: results.flatMap(({ measurements }) => measurements),
        goals: results.flatMap(({ goals }) => goals),
      };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

interface Comparison {
  readonly runApp: string;
  readonly folder: string;
  readonly workload: string;
  readonly quick: boolean;
}

/** Compiles what is timed, like the package that is published, so that no source maps are looked up. @returns the script */
async function compileApps(folder: string): Promise<string> {
  const compiler = require.resolve('typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', 'scripts/bench/synth', '--outDir', folder]);
  return path.join(folder, 'scripts/bench/synth/run-app.js');
}

/** In turn: the constructs, and the bindings alone making the same. */
async function againstRaw({ runApp, folder, workload, quick }: Comparison): Promise<BenchmarkResult> {
  const count = quick ? QUICK_COUNT : COUNT;
  const [made, makeAgain] = [path.join(folder, workload), path.join(folder, `${workload}-raw`)];
  const constructs: Usage[] = [];
  const raw: Usage[] = [];
  for (let round = 0; round < (quick ? 1 : ROUNDS); round += 1) {
    constructs.push(await usageOf([runApp, 'constructs', made, workload, String(count)]));
    raw.push(await usageOf([runApp, 'raw', makeAgain, made]));
  }
  const what = `${count} ${workload}`;
  const resources = await countOfSame(made, makeAgain);
  const counted = measurement(`${what}, resources and data sources`, [resources], 'blocks');
  if (quick) return { measurements: [counted], goals: [] };
  return {
    measurements: [
      counted,
      measurement(`${what}, constructs`, constructs.map(wallOf), 'ms'),
      measurement(`${what}, raw cdktf`, raw.map(wallOf), 'ms'),
    ],
    goals: [atMost(LIMIT_BESIDE_RAW, `constructs / raw cdktf, ${what}`, ratio(constructs, raw))],
  };
}

/** @throws where one app does not make what the other does */
async function countOfSame(one: string, other: string): Promise<number> {
  const names = await stacksIn(one);
  let count = 0;
  for (const name of names) {
    const stack = await readStack(one, name);
    if (!isDeepStrictEqual(stack, await readStack(other, name)))
      throw new Error(`${one} and ${other} differ in ${name}`);
    count += countOf(stack);
  }
  return count;
}

/** In turn: `stacks/` as cdktf.json has it run, and an app with nothing in it. */
async function fromColdStart(folder: string): Promise<BenchmarkResult> {
  // "node --import tsx stacks/main.ts"
  const [, ...args] = app.split(' ');
  const outdir = path.join(folder, 'cold');
  const stacks: Usage[] = [];
  const empty: Usage[] = [];
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    stacks.push(await usageOf(['--require', PRINT_USAGE, ...args], outdir));
    empty.push(await usageOf(['--require', PRINT_USAGE, ...args.slice(0, -1), EMPTY_APP], outdir));
  }
  return {
    measurements: [
      measurement('stacks/, until it exits', stacks.map(wallOf), 'ms'),
      measurement('an empty app, until it exits', empty.map(wallOf), 'ms'),
    ],
    goals: [atMost(LIMIT_BESIDE_EMPTY, 'stacks/ / an empty app', ratio(stacks, empty))],
  };
}

/** Runs a script in a process of its own. @returns what its last line says */
async function usageOf(args: readonly string[], outdir?: string): Promise<Usage> {
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, ...(outdir !== undefined && { CDKTF_OUTDIR: outdir }) },
  });
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as Usage;
}

function ratio(of: readonly Usage[], to: readonly Usage[]): number {
  return median(of.map(({ processor }, round) => processor / (to[round]?.processor ?? Number.NaN)));
}

function wallOf({ wall }: Usage): number {
  return wall;
}

function atMost(limit: number, name: string, value: number): Goal {
  return { name, value, limit, bound: 'at most' };
}
