import Table from 'cli-table3';
import { EXIT_CODES } from '../exit-codes';
import { selectEnvironment, synthesizeApp, zenmlObjectsOf } from '../synthesized';
import { withZenml } from '../zenml-access';
import { compareApp } from './compare-app';
import type { Difference, ObjectState, ObjectStatus } from './object-status';
import { readServerObjects } from './server-objects';

/** What is compared, and how it is told. */
export interface StatusOptions {
  /** @default all environments of the app */
  readonly environment?: string;
  /** Command that runs the app. @default the one in cdktf.json */
  readonly app?: string;
  /** Address of the ZenML server. @default ZENML_SERVER_URL */
  readonly server?: string;
  readonly json: boolean;
}

const DIFFERENCES: ReadonlySet<ObjectState> = new Set<ObjectState>(['drifted', 'missing', 'extra']);

/**
 * Prints what is registered on the server against what the app registers.
 * @returns the exit code: 2 where anything is missing, drifted or extra
 */
export async function runStatus({ environment, app: command, server, json }: StatusOptions): Promise<number> {
  const app = await synthesizeApp({ app: command });
  const stacks = selectEnvironment(app, environment);
  const kinds = new Set(stacks.flatMap(zenmlObjectsOf).map(({ kind }) => kind));
  const { objects, url } = await withZenml({ server, environment: process.env }, async (client, url) => ({
    objects: compareApp(stacks, app, await readServerObjects(client, kinds)),
    url,
  }));
  console.log(json ? JSON.stringify({ server: url, objects }, null, 2) : describeStatus(objects, url));
  return objects.some(({ state }) => DIFFERENCES.has(state)) ? EXIT_CODES.different : EXIT_CODES.same;
}

/** The table for people, and a summary. */
export function describeStatus(objects: readonly ObjectStatus[], url: string): string {
  const counts = (['as synthesized', 'drifted', 'missing', 'extra'] satisfies ObjectState[])
    .map((state) => `${objects.filter((each) => each.state === state).length} ${state}`)
    .join(', ');
  const table = new Table({ head: ['State', 'Kind', 'Name', 'Differences'], style: { head: [], border: [] } });
  for (const { state, kind, type, name, differences } of objects)
    table.push([state, type === undefined ? kind : `${kind} (${type})`, name, differences.map(asText).join('\n')]);
  const computed = objects.reduce((sum, { notCompared }) => sum + notCompared.length, 0);
  return [
    ...(objects.length > 0 ? [table.toString()] : []),
    `${url}: ${counts}.`,
    ...(computed > 0
      ? [`Values that terraform computes were not compared: ${computed}. "cdktf diff" shows those.`]
      : []),
  ].join('\n');
}

function asText({ what, wanted, found }: Difference): string {
  return `${what}: ${found} on the server, ${wanted} in the app`;
}
