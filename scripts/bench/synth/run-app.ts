import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { App } from 'cdktf';
import { rawProgram } from './raw-program';
import { readStack, stacksIn } from './synthesized-stacks';
import type { Usage } from './usage';
import { WORKLOADS } from './workloads';

/**
 * `run-app.js constructs OUTDIR WORKLOAD COUNT` makes the app of the constructs, `run-app.js raw OUTDIR FROM` the one that has what
 * was synthesized into the folder FROM. Says how long it took, without loading and preparing.
 */
async function main(): Promise<void> {
  const [kind, outdir = '', name = '', count] = process.argv.slice(2);
  const fill = kind === 'raw' ? await rawFiller(name) : (app: App) => WORKLOADS[name]?.(app, Number(count));
  const used = process.cpuUsage();
  const begin = performance.now();
  const app = new App({ outdir });
  fill(app);
  app.synth();
  const wall = performance.now() - begin;
  const { user, system } = process.cpuUsage(used);
  const usage: Usage = { wall, processor: (user + system) / 1000 };
  console.log(JSON.stringify(usage));
}

/** The stacks are alike but for their names: the first one serves all. */
async function rawFiller(from: string): Promise<(app: App) => void> {
  const names = await stacksIn(from);
  const [first = ''] = names;
  const file = path.resolve(`${from}-raw.cjs`);
  await writeFile(file, rawProgram(first, await readStack(from, first)));
  const { addStack } = createRequire(file)(file) as { addStack: (app: App, name: string) => void };
  return (app) => {
    for (const name of names) addStack(app, name);
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
