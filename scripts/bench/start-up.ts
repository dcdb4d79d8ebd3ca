import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createCertificate } from '../../src/serve/certificate';
import { residentMegabytes } from '../support/resident-memory';
import { ProviderProcess } from '../support/provider-process';
import { measurement, median, type Benchmark } from './benchmark';
import { PROVIDER } from './built-provider';

const ROUNDS = 21;
/** The first rounds fill the system's file cache. */
const WARM_UP_ROUNDS = 2;

interface Samples {
  readonly node: number[];
  readonly handshake: number[];
  readonly schema: number[];
  readonly memory: number[];
}

/** How long Terraform waits for the built provider, against a Node that does nothing, in turn. */
export const startUp: Benchmark = {
  name: 'start-up',
  async run() {
    const samples: Samples = { node: [], handshake: [], schema: [], memory: [] };
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      await measureRound(round < WARM_UP_ROUNDS ? { node: [], handshake: [], schema: [], memory: [] } : samples);
    }
    return {
      measurements: [
        measurement('node -e 0, until it exits', samples.node, 'ms'),
        measurement('provider, until its handshake', samples.handshake, 'ms'),
        measurement('provider, until its first schema', samples.schema, 'ms'),
        measurement('provider, memory with its schema', samples.memory, 'MB'),
      ],
      goals: [
        {
          name: 'handshake / node -e 0',
          value: median(samples.handshake) / median(samples.node),
          limit: 1.3,
          bound: 'at most',
        },
      ],
    };
  },
};

async function measureRound({ node, handshake, schema, memory }: Samples): Promise<void> {
  const bare = elapsed();
  await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
  node.push(bare());
  const clientCertificate = createCertificate();
  const started = elapsed();
  const provider = await ProviderProcess.start({ command: process.execPath, args: [PROVIDER], clientCertificate });
  handshake.push(started());
  const connection = provider.connect();
  await connection.provider.getProviderSchema({});
  schema.push(started());
  memory.push(residentMegabytes(provider.child.pid ?? 0));
  await provider.shutDown(connection);
}

function elapsed(): () => number {
  const begin = performance.now();
  return () => performance.now() - begin;
}
