import { App } from 'cdktf';
import type { Usage } from '../synth';
import { classesOf, RawStack } from './raw-stack';
import { readStack, stacksIn } from './synthesized-stacks';
import { WORKLOADS } from './workloads';

/**
 * `run-app.ts constructs OUTDIR WORKLOAD COUNT` makes the app of the constructs, `run-app.ts raw OUTDIR FROM` the one that has what
 * was synthesized into the folder FROM. Says how long it took, without loading and preparing.
 */
async function main(): Promise<void> {
  process.setSourceMapsEnabled(false);
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
  const synthesized = await readStack(from, first);
  const raw = new RawStack(first, synthesized, await classesOf(synthesized));
  return (app) => {
    for (const name of names) raw.addTo(app, name);
  };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
