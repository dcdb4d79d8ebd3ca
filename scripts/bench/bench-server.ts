import { startZenmlServer } from '../../test/support/servers';
import { inParallel } from '../support/in-parallel';
import { RawClient } from './raw-client';
import { PARALLELISM } from './workload';

/** A real ZenML server with nothing on it, and a client that is logged in there. */
export interface BenchServer {
  readonly url: string;
  readonly raw: RawClient;
  /** For a provider that is to log in: ZENML_SERVER_URL and ZENML_API_KEY. */
  readonly environment: Readonly<Record<string, string>>;
  /** For a provider that is timed: with a token instead of the key, since a login costs the server about as much as sixty reads. */
  readonly environmentWithToken: Readonly<Record<string, string>>;
  /** Deletes all stacks and components but the server's own. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

interface Page {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

export async function startBenchServer(): Promise<BenchServer> {
  const server = await startZenmlServer();
  const raw = new RawClient(server.url, server.apiKey);
  await raw.login();
  return {
    url: server.url,
    raw,
    environment: server.environment,
    environmentWithToken: { ZENML_SERVER_URL: server.url, ZENML_API_TOKEN: raw.token },
    async empty() {
      for (const kind of ['stacks', 'components']) {
        const { items } = await raw.send<Page>('GET', `/${kind}?size=10000`);
        const ours = items.filter(({ name }) => name !== 'default');
        await inParallel(ours, PARALLELISM, ({ id }) => raw.send('DELETE', `/${kind}/${id}`));
      }
    },
    async stop() {
      await raw.close();
      await server.stop();
    },
  };
}
