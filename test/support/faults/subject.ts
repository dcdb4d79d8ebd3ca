import type { ZenmlRest } from '../zenml-rest';
import type { Written } from './terraform-run-of-one';

/** What all objects of a test lean on. */
export interface World {
  readonly store: string;
  readonly otherStore: string;
  readonly orchestrator: string;
}

/** One resource, as faults meet it. */
export interface Subject {
  readonly typeName: string;
  /** Below `/api/v1`. */
  readonly collection: string;
  readonly first: (name: string, world: World) => Written;
  readonly second: (name: string, world: World) => Written;
  /** What must be found in the server's object after `second`, as text. */
  readonly mark: string;
}

/** A secret that no message and no log may show. */
export const HIDDEN = 'hidden-3f9a';

/** Makes what the subjects lean on. */
export async function makeWorld(rest: ZenmlRest): Promise<World> {
  const make = async (name: string, type: string) => {
    const body = { name, type, flavor: 'local', configuration: {} };
    return (await rest.post('/components', body)).id as string;
  };
  return {
    store: await make('world-store', 'artifact_store'),
    otherStore: await make('world-other-store', 'artifact_store'),
    orchestrator: await make('world-orchestrator', 'orchestrator'),
  };
}

/** Every resource of the provider. */
export const SUBJECTS: readonly Subject[] = [
  {
    typeName: 'zenml_project',
    collection: 'projects',
    first: (name) => ({ name, display_name: 'Before' }),
    second: (name) => ({ name, display_name: 'After', description: 'Changed.' }),
    mark: '"After"',
  },
  {
    typeName: 'zenml_secret',
    collection: 'secrets',
    first: (name) => ({ name, values: { token: `${HIDDEN}-one` } }),
    second: (name) => ({ name, values: { token: `${HIDDEN}-two` } }),
    mark: `${HIDDEN}-two`,
  },
  {
    typeName: 'zenml_service_connector',
    collection: 'service_connectors',
    first: (name) => connector(name, `${HIDDEN}-one`),
    second: (name) => ({ ...connector(name, `${HIDDEN}-two`), labels: { team: 'after' } }),
    mark: '"after"',
  },
  {
    typeName: 'zenml_stack_component',
    collection: 'components',
    first: (name) => component(name, 'before'),
    second: (name) => component(name, 'after'),
    mark: '"after"',
  },
  {
    typeName: 'zenml_flavor',
    collection: 'flavors',
    first: (name) => flavor(name, 'before'),
    second: (name) => flavor(name, 'after'),
    mark: 'after',
  },
  {
    typeName: 'zenml_stack',
    collection: 'stacks',
    first: (name, { store, orchestrator }) => ({ name, components: { artifact_store: store, orchestrator } }),
    second: (name, { otherStore, orchestrator }) => ({
      name,
      components: { artifact_store: otherStore, orchestrator },
      labels: { team: 'after' },
    }),
    mark: '"after"',
  },
];

/** Verified by the server against moto, which knows any key. */
function connector(name: string, secret: string): Written {
  return {
    name,
    type: 'aws',
    auth_method: 'secret-key',
    resource_type: 'aws-generic',
    configuration: { region: 'us-east-1', aws_access_key_id: 'key', aws_secret_access_key: secret },
  };
}

function component(name: string, context: string): Written {
  return {
    name,
    type: 'orchestrator',
    flavor: 'kubernetes',
    configuration: { kubernetes_context: context, synchronous: 'false' },
  };
}

function flavor(name: string, title: string): Written {
  const schema = { title, type: 'object', properties: { path: { type: 'string' } } };
  return { name, type: 'artifact_store', source: 'acme.Flavor', config_schema: JSON.stringify(schema) };
}
