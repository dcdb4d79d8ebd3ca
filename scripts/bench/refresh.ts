import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTerraformWorkspace, type TerraformWorkspace } from '../../test/support/terraform-workspace';
import { inParallel } from '../support/in-parallel';
import { ProviderDriver, type StoredObject } from '../support/provider-driver';
import { peakMegabytes } from '../support/resident-memory';
import type { BenchServer } from './bench-server';
import { measurement, median, timeOf, type Benchmark, type BenchmarkResult, type Measurement } from './benchmark';
import { PROVIDER } from './built-provider';
import { startRecordingProxy } from './recording-proxy';
import { PARALLELISM, STACK, WORKLOAD_HCL } from './workload';

interface Size {
  readonly stacks: number;
  readonly mostRequests: number;
  readonly rounds: number;
}

const SIZES: readonly Size[] = [
  { stacks: 50, mostRequests: 8, rounds: 5 },
  { stacks: 500, mostRequests: 20, rounds: 3 },
];
const QUICK_SIZES: readonly Size[] = [{ stacks: 10, mostRequests: 8, rounds: 0 }];
const LEAST_SPEED_UP = 10;
const MOST_MEGABYTES = 120;

/** An object as it lies in Terraform's state file. */
interface StateObject {
  readonly typeName: string;
  readonly id: string;
  /** JSON. */
  readonly attributes: string;
  readonly privateState: Uint8Array;
}

/** What it costs to read again all objects of a state, against one GET for each. */
export const refresh: Benchmark = {
  name: 'refresh',
  async run({ quick, server: startServer }) {
    const server = await startServer();
    await server.empty();
    const workspace = await createTerraformWorkspace({
      hcl: WORKLOAD_HCL,
      environment: { ...server.environment },
      timeoutMilliseconds: 600_000,
    });
    try {
      const results: BenchmarkResult[] = [];
      for (const size of quick ? QUICK_SIZES : SIZES) results.push(await refreshOf(size, server, workspace));
      return {
        measurements: results.flatMap(({ measurements }) => measurements),
        goals: results.flatMap(({ goals }) => goals),
      };
    } finally {
      await workspace.dispose();
    }
  },
};

async function refreshOf(size: Size, server: BenchServer, workspace: TerraformWorkspace): Promise<BenchmarkResult> {
  const resources = 3 * size.stacks;
  await workspace.apply(`-var=stacks=${size.stacks}`);
  const objects = await stateOf(workspace);
  if (objects.length !== resources) throw new Error(`there are ${objects.length} objects instead of ${resources}`);
  const requests = await requestsOf(server, objects);
  const counted = {
    name: `requests of a refresh of ${resources}`,
    value: requests,
    limit: size.mostRequests,
    bound: 'at most' as const,
  };
  if (size.rounds === 0) return { measurements: [], goals: [counted] };
  const { provider, single, peak } = await timesOf(size, server, objects);
  const ratios = single.map((time, round) => time / (provider[round] ?? Number.NaN));
  return {
    measurements: [
      measurement(`provider, ${resources} reads`, provider, 'ms'),
      measurement(`${resources} single GETs`, single, 'ms'),
      ...(await terraformTimes(size, server, workspace)),
    ],
    goals: [
      counted,
      {
        name: `single GETs / provider, ${resources}`,
        value: median(ratios),
        limit: LEAST_SPEED_UP,
        bound: 'at least',
      },
      { name: `MB at its peak, ${resources}`, value: median(peak), limit: MOST_MEGABYTES, bound: 'at most' },
    ],
  };
}

async function requestsOf(server: BenchServer, objects: readonly StateObject[]): Promise<number> {
  const proxy = await startRecordingProxy(server.url);
  const { driver, stored } = await providerOf({ ...server.environment, ZENML_SERVER_URL: proxy.url }, objects);
  await readAll(driver, stored);
  await driver.stop();
  await proxy.close();
  return proxy.requests.length;
}

async function timesOf({ rounds }: Size, { environmentWithToken, raw }: BenchServer, objects: readonly StateObject[]) {
  const samples = { provider: [] as number[], single: [] as number[], peak: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const { driver, stored } = await providerOf(environmentWithToken, objects);
    let found: readonly StoredObject[] = [];
    samples.provider.push(await timeOf(async () => (found = await readAll(driver, stored))));
    await inParallel(found, PARALLELISM, (object) => driver.planAgain(object));
    samples.peak.push(peakMegabytes(driver.pid));
    await driver.stop();
    samples.single.push(
      await timeOf(() =>
        inParallel(objects, PARALLELISM, ({ typeName, id }) =>
          raw.send('GET', `/${typeName === STACK ? 'stacks' : 'components'}/${id}`),
        ),
      ),
    );
  }
  return samples;
}

async function providerOf(environment: Readonly<Record<string, string>>, objects: readonly StateObject[]) {
  const driver = await ProviderDriver.start({ provider: PROVIDER, environment });
  await driver.configure();
  const stored: StoredObject[] = [];
  for (const { typeName, attributes, privateState } of objects) {
    stored.push({ ...(await driver.upgrade(typeName, attributes)), privateState });
  }
  return { driver, stored };
}

/** Components first, as Terraform reads them: the stacks refer to them. */
async function readAll(driver: ProviderDriver, stored: readonly StoredObject[]): Promise<readonly StoredObject[]> {
  const isStack = ({ typeName }: StoredObject) => typeName === STACK;
  const ordered = [...stored.filter((object) => !isStack(object)), ...stored.filter(isStack)];
  const found = (await inParallel(ordered, PARALLELISM, (object) => driver.read(object))).flatMap((one) => one ?? []);
  if (found.length !== stored.length) throw new Error(`${stored.length - found.length} objects were not found`);
  return found;
}

async function stateOf({ directory }: TerraformWorkspace): Promise<readonly StateObject[]> {
  const { resources } = JSON.parse(await readFile(join(directory, 'terraform.tfstate'), 'utf8')) as {
    resources: { type: string; instances: { attributes: { id: string }; private?: string }[] }[];
  };
  return resources.flatMap(({ type, instances }) =>
    instances.map(({ attributes, private: privateState = '' }) => ({
      typeName: type,
      id: attributes.id,
      attributes: JSON.stringify(attributes),
      privateState: Buffer.from(privateState, 'base64'),
    })),
  );
}

async function terraformTimes(
  { stacks }: Size,
  server: BenchServer,
  workspace: TerraformWorkspace,
): Promise<readonly Measurement[]> {
  const proxy = await startRecordingProxy(server.url);
  const plan = ['plan', '-input=false', `-var=stacks=${stacks}`];
  const time = await timeOf(async () => {
    const { exitCode, output } = await workspace.run([...plan, '-detailed-exitcode'], { ZENML_SERVER_URL: proxy.url });
    if (exitCode !== 0) throw new Error(`the plan after the apply is not empty:\n${output}`);
  });
  await proxy.close();
  const name = `terraform plan as a whole, ${3 * stacks}`;
  return [measurement(name, [time], 'ms'), measurement(name, [proxy.requests.length], 'requests')];
}
