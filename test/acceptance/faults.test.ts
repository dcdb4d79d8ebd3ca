import { describeCase, casesOf, OPERATIONS, sampleOf, titleOf, type FaultCase } from '../support/faults/fault-case';
import { FaultRunner } from '../support/faults/fault-runner';
import { makeWorld } from '../support/faults/subject';
import { SUBJECTS } from '../support/faults/subjects';
import { ensureProvider } from '../support/provider';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { ZenmlRest } from '../support/zenml-rest';

/** "all", or how many of the cases are run. */
const WANTED = process.env.TEST_FAULTS ?? '48';
const SEED = 20_240_601;
/** Cases at a time: many of them wait most of the time. */
const RUNNERS = WANTED === 'all' ? 4 : 2;
/** For thousands of cases on a busy machine. What runs out of time would go on beside the next test, on the same runners. */
const LIMIT_MILLISECONDS = 6 * 3_600_000;

/** What can go wrong: each operation of each subject. */
const TURNS = SUBJECTS.flatMap((subject) =>
  (subject.operations ?? OPERATIONS).map((operation) => ({ subject, operation })),
);
const TYPES = [...new Set(SUBJECTS.map(({ typeName }) => typeName))];

let moto: RunningMoto;
let server: RunningZenmlServer;
let runners: FaultRunner[];
let all: FaultCase[];
let chosen: readonly FaultCase[];

beforeAll(async () => {
  await ensureProvider();
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  const world = await makeWorld(new ZenmlRest(server.url, server.apiKey));
  runners = await Promise.all([...Array(RUNNERS).keys()].map((id) => FaultRunner.start(String(id), server, world)));
  all = (
    await inTurns(TURNS, async (runner, { subject, operation }) =>
      casesOf(subject, operation, await runner.record(subject, operation)),
    )
  ).flat();
  chosen = WANTED === 'all' ? all : sampleOf(all, Number(WANTED), SEED);
  process.stderr.write(`${chosen.length} of ${all.length} cases of one fault on one request\n`);
});

afterAll(async () => {
  await Promise.all(runners.map((runner) => runner.stop()));
  await server.stop();
  await moto.stop();
});

/** Lets the runners take items from one queue. @returns the results in the order of the items */
async function inTurns<T, R>(items: readonly T[], run: (runner: FaultRunner, item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = items.entries();
  await Promise.all(
    runners.map(async (runner) => {
      for (const [index, item] of queue) results[index] = await run(runner, item);
    }),
  );
  return results;
}

it('has cases for each operation of each subject', () => {
  const covered = new Set(all.map(({ subject, operation }) => `${titleOf(subject)} ${operation}`));
  expect(covered.size).toBe(TURNS.length);
  expect(new Set(all.map(describeCase)).size).toBeGreaterThan(500);
});

describe('one fault on one request', () => {
  it.each(TYPES)(
    'of %s ends well or fails clearly, and the next apply heals it, or stops with the import block and adopts when told to',
    async (typeName) => {
      const cases = chosen.filter(({ subject }) => subject.typeName === typeName);
      expect(cases.length).toBeGreaterThan(2);
      const problems = await inTurns(cases, (runner, faultCase) => runner.check(faultCase));
      expect(problems.flat()).toEqual([]);
    },
    LIMIT_MILLISECONDS,
  );
});
