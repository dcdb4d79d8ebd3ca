import type { Collection, Entity, ZenmlClient } from '../../zenml';
import { quoted, type Leftover } from './leftover';

/** What to look for on a ZenML server. */
export interface ZenmlSearch {
  /** All of them are on what is looked for. */
  readonly labels: Readonly<Record<string, string>>;
  /** Names of what ZenML has no labels for. */
  readonly unlabelled: Readonly<Record<'secret' | 'flavor', readonly string[]>>;
}

/** Stacks go before their components, and those before what they use; all of them before the clouds. */
const RANKS = { stack: -5, component: -4, connector: -3, secret: -2, flavor: -1 } as const;

/** Does something with a client of the server: to delete is later than to look, and by a client of its own. */
export type AskZenml = <Result>(work: (client: ZenmlClient) => Promise<Result>) => Promise<Result>;

type Named = Pick<Entity, 'id' | 'name'>;
type Deleting = (client: ZenmlClient) => Pick<Collection<unknown, never, never, never>, 'delete'>;

/** Looks for objects with the labels, and for those of the names that can have none. */
export async function findZenmlLeftovers(
  ask: AskZenml,
  { labels, unlabelled }: ZenmlSearch,
): Promise<readonly Leftover[]> {
  const leftover = (kind: string, { id, name }: Named, by: Deleting, rank: number, command: string): Leftover => {
    const run = () => ask((client) => by(client).delete(id));
    return { kind, name, address: id, place: 'ZenML', rank, removals: [{ command: `zenml ${command}`, run }] };
  };
  const [stacks, components, connectors, secrets, flavors] = await ask((client) =>
    Promise.all([
      client.stacks.list({ labels }),
      client.components.list({ labels }),
      client.serviceConnectors.list({ labels }),
      unlabelled.secret.length > 0 ? client.secrets.list() : [],
      unlabelled.flavor.length > 0 ? client.customFlavors.list({ isCustom: true }) : [],
    ]),
  );
  return [
    ...stacks.map((each) =>
      leftover('ZenML stack', each, (client) => client.stacks, RANKS.stack, `stack delete ${each.id} --yes`),
    ),
    ...components.map((each) =>
      leftover(
        `ZenML ${wordsOf(each.type)}`,
        each,
        (client) => client.components,
        RANKS.component,
        `${commandOf(each.type)} delete ${each.id}`,
      ),
    ),
    ...connectors.map((each) =>
      leftover(
        'ZenML service connector',
        each,
        (client) => client.serviceConnectors,
        RANKS.connector,
        `service-connector delete ${each.id}`,
      ),
    ),
    ...secrets
      .filter(({ name }) => unlabelled.secret.includes(name))
      .map((each) =>
        leftover('ZenML secret', each, (client) => client.secrets, RANKS.secret, `secret delete ${each.id} --yes`),
      ),
    ...flavors
      .filter(({ name }) => unlabelled.flavor.includes(name))
      .map((each) =>
        leftover(
          'ZenML flavor',
          each,
          (client) => client.customFlavors,
          RANKS.flavor,
          `${commandOf(each.type)} flavor delete ${each.id}`,
        ),
      ),
  ];
}

function wordsOf(type: string): string {
  return type.replaceAll('_', ' ');
}

/** `artifact_store` is `zenml artifact-store`. */
function commandOf(type: string): string {
  return quoted(type.replaceAll('_', '-'));
}
