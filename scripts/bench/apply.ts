import { createTerraformWorkspace } from '../../test/support/terraform-workspace';
import { inParallel } from '../support/in-parallel';
import { ProviderDriver, type StoredObject } from '../support/provider-driver';
import { PROVIDER } from './built-provider';
import type { BenchServer } from './bench-server';
import { measurement, median, timeOf, type Benchmark, type BenchmarkResult } from './benchmark';
import { startRecordingProxy, type RecordedRequest } from './recording-proxy';
import { replay } from './replay';
import { COMPONENT, componentConfigurations, PARALLELISM, STACK, stackConfiguration, WORKLOAD_HCL } from './workload';

const STACKS = 50;
const QUICK_STACKS = 10;
const ROUNDS = 5;
/** Beside the writes: login, server information, the schemas of flavors and of connector types. */
const OTHER_REQUESTS = 4;

/** What it costs to create stacks of two components each, against sending the same writes without any provider. */
export const apply: Benchmark = {
  name: 'apply',
  async run({ quick, server: startServer }) {
    const stacks = quick ? QUICK_STACKS : STACKS;
    const server = await startServer();
    await server.empty();
    const requests = await requestsOf(server, stacks);
    const counted: BenchmarkResult = {
      measurements: [],
      goals: [
        {
          name: `requests of an apply of ${3 * stacks}`,
          value: requests.length,
          limit: 3 * stacks + OTHER_REQUESTS,
          bound: 'at most',
        },
      ],
    };
    await server.empty();
    if (quick) return counted;
    const timed = await timesOf(server, requests);
    return { measurements: timed.measurements, goals: [...counted.goals, ...timed.goals] };
  },
};

async function requestsOf(server: BenchServer, stacks: number): Promise<readonly RecordedRequest[]> {
  const proxy = await startRecordingProxy(server.url);
  await applyOnce({ ...server.environment, ZENML_SERVER_URL: proxy.url }, stacks);
  await proxy.close();
  return proxy.requests;
}

/** Each round: the provider, the same writes with keys of their own, and without. The server is emptied in between. */
async function timesOf(server: BenchServer, requests: readonly RecordedRequest[]): Promise<BenchmarkResult> {
  const creations = requests.filter(({ madeId }) => madeId !== undefined);
  const samples = { provider: [] as number[], replay: [] as number[], keyless: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    samples.provider.push(await applyOnce(server.environmentWithToken, creations.length / 3));
    await server.empty();
    samples.replay.push(await timeOf(() => replay(server.raw, creations, { withKeys: true })));
    await server.empty();
    samples.keyless.push(await timeOf(() => replay(server.raw, creations, { withKeys: false })));
    await server.empty();
  }
  const ratios = samples.provider.map((time, round) => time / (samples.replay[round] ?? Number.NaN));
  return {
    measurements: [
      measurement('provider', samples.provider, 'ms'),
      measurement('the same writes sent raw', samples.replay, 'ms'),
      measurement('... without idempotency keys, which cost the server time', samples.keyless, 'ms'),
      ...(await terraformTimes(server, creations.length / 3)),
    ],
    goals: [{ name: 'provider / raw writes', value: median(ratios), limit: 1.2, bound: 'at most' }],
  };
}

/** Plans and applies in a provider of its own. @returns milliseconds from its configuration on */
async function applyOnce(environment: Readonly<Record<string, string>>, stacks: number): Promise<number> {
  const driver = await ProviderDriver.start({ provider: PROVIDER, environment });
  try {
    return await timeOf(async () => {
      await driver.configure();
      await createAll(driver, stacks);
    });
  } finally {
    await driver.stop();
  }
}

async function createAll(driver: ProviderDriver, stacks: number): Promise<readonly StoredObject[]> {
  const components = await inParallel(componentConfigurations(stacks), PARALLELISM, (values) =>
    driver.create(COMPONENT, values),
  );
  const ids = components.map((component) => driver.attributesOf(component).id ?? null);
  return inParallel([...Array(stacks).keys()], PARALLELISM, (index) =>
    driver.create(STACK, stackConfiguration(index, ids)),
  );
}

async function terraformTimes(server: BenchServer, stacks: number) {
  const proxy = await startRecordingProxy(server.url);
  const workspace = await createTerraformWorkspace({
    hcl: WORKLOAD_HCL,
    environment: { ...server.environment, ZENML_SERVER_URL: proxy.url },
  });
  await workspace.run(['init', '-input=false']);
  const time = await timeOf(() => workspace.apply(`-var=stacks=${stacks}`));
  await proxy.close();
  await workspace.dispose();
  await server.empty();
  return [
    measurement('terraform apply as a whole, plan included', [time], 'ms'),
    measurement('terraform apply as a whole, plan included', [proxy.requests.length], 'requests'),
  ];
}
