import { serverIsAtLeast } from '../support/server-version';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  rest = new ZenmlRest(server.url, server.apiKey);
});

afterAll(async () => {
  await server.stop();
  await moto.stop();
});

const artifactStore = `
resource "zenml_stack_component" "store" {
  name          = "store"
  type          = "artifact_store"
  flavor        = "local"
  configuration = {}
}`;

const orchestrator = `
resource "zenml_stack_component" "orchestrator" {
  name   = "orchestrator"
  type   = "orchestrator"
  flavor = "local"
}`;

/** One resource on its way through life: as it is first written, as it is changed, and what somebody else does to it. */
interface Life {
  readonly address: string;
  readonly collection: string;
  /** Other resources it needs. */
  readonly around?: string;
  readonly first: string;
  readonly second: string;
  /** Attributes after the first and the second apply. */
  readonly firstState: object;
  readonly secondState: object;
  /** What the server holds after the second apply. */
  readonly onServer: object;
  /** A change behind terraform's back. */
  readonly drift: (id: string) => Promise<unknown>;
}

/** What of a stack's metadata is changed behind terraform's back. */
interface StackOnServer {
  readonly components: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly secrets?: readonly string[];
}

const hasRunSettings = serverIsAtLeast('0.90.0');
const hasFurther = serverIsAtLeast('0.94.4');

/** What a server makes of `synchronous = "false"` and `timeout = "600"`: older ones keep the text. */
const heldConfiguration = serverIsAtLeast('0.84.0')
  ? { synchronous: false, timeout: 600 }
  : { synchronous: 'false', timeout: '600' };

/** Lines of a stack that servers know from 0.90 on. */
const runSettings = (...lines: readonly string[]) => (hasRunSettings ? lines.join('\n') : '');

/** The line of a stack with several experiment trackers, which servers know from 0.94.4 on. */
const furtherTrackers = (ids: string) => (hasFurther ? `additional_components = { experiment_tracker = ${ids} }` : '');

const anyText = expect.any(String) as string;
const anything = expect.anything() as object;

const lives: Record<string, Life> = {
  zenml_flavor: {
    address: 'zenml_flavor.this',
    collection: 'flavors',
    first: `resource "zenml_flavor" "this" {
      name          = "slurm"
      type          = "orchestrator"
      source        = "acme.flavors.SlurmFlavor"
      config_schema = jsonencode({ type = "object", properties = { nodes = { type = "integer", default = 1 } } })
      docs_url      = "https://acme.test/slurm"
    }`,
    second: `resource "zenml_flavor" "this" {
      name                    = "slurm"
      type                    = "orchestrator"
      source                  = "acme.flavors.OtherFlavor"
      config_schema           = <<-JSON
        { "properties": { "nodes": { "default": 2, "type": "integer" } }, "type": "object" }
      JSON
      connector_resource_type = "generic"
    }`,
    firstState: { name: 'slurm', is_custom: true, docs_url: 'https://acme.test/slurm', integration: null },
    secondState: { source: 'acme.flavors.OtherFlavor', docs_url: null },
    onServer: {
      body: { source: 'acme.flavors.OtherFlavor' },
      metadata: {
        config_schema: { type: 'object', properties: { nodes: { type: 'integer', default: 2 } } },
        connector_resource_type: 'generic',
        docs_url: null,
      },
    },
    drift: (id) => rest.put(`/flavors/${id}`, { source: 'changed.by.Hand', config_schema: {} }),
  },
  zenml_project: {
    address: 'zenml_project.this',
    collection: 'projects',
    first: `resource "zenml_project" "this" {
      name         = "fraud-detection"
      display_name = "Fraud detection"
    }`,
    second: `resource "zenml_project" "this" {
      name         = "fraud-detection"
      display_name = "Fraud"
      description  = "Finds it."
    }`,
    firstState: { name: 'fraud-detection', display_name: 'Fraud detection', description: null },
    secondState: { display_name: 'Fraud', description: 'Finds it.' },
    onServer: { body: { display_name: 'Fraud' }, metadata: { description: 'Finds it.' } },
    drift: (id) => rest.put(`/projects/${id}`, { description: 'Changed by hand.' }),
  },
  zenml_secret: {
    address: 'zenml_secret.this',
    collection: 'secrets',
    first: `resource "zenml_secret" "this" {
      name   = "tracker"
      values = { token = "one", user = "ml" }
    }`,
    second: `resource "zenml_secret" "this" {
      name    = "tracker-2"
      private = true
      values  = { token = "two" }
    }`,
    firstState: { name: 'tracker', private: false, values: { token: 'one', user: 'ml' } },
    secondState: { name: 'tracker-2', private: true, values: { token: 'two' } },
    onServer: { name: 'tracker-2', body: { private: true, values: { token: 'two' } } },
    drift: (id) => rest.put(`/secrets/${id}`, { values: { token: 'changed by hand' } }),
  },
  zenml_service_connector: {
    address: 'zenml_service_connector.this',
    collection: 'service_connectors',
    first: `resource "zenml_service_connector" "this" {
      name          = "account"
      type          = "aws"
      auth_method   = "secret-key"
      resource_type = "aws-generic"
      configuration = { region = "us-east-1", aws_access_key_id = "one", aws_secret_access_key = "secret-one" }
      labels        = { team = "platform" }
    }`,
    second: `resource "zenml_service_connector" "this" {
      name          = "account-2"
      type          = "aws"
      auth_method   = "secret-key"
      resource_type = "aws-generic"
      configuration = { region = "us-east-1", aws_access_key_id = "two", aws_secret_access_key = "secret-two" }
      labels        = { team = "training" }
    }`,
    firstState: {
      name: 'account',
      configuration: { region: 'us-east-1', aws_access_key_id: 'one', aws_secret_access_key: 'secret-one' },
      labels: { team: 'platform' },
    },
    secondState: { name: 'account-2', labels: { team: 'training' } },
    onServer: {
      name: 'account-2',
      metadata: {
        configuration: { region: 'us-east-1', aws_access_key_id: 'two', aws_secret_access_key: 'secret-two' },
      },
    },
    drift: (id) =>
      rest.put(`/service_connectors/${id}`, {
        resource_types: ['aws-generic'],
        configuration: { region: 'eu-west-1', aws_access_key_id: 'two', aws_secret_access_key: 'secret-two' },
      }),
  },
  zenml_stack_component: {
    address: 'zenml_stack_component.this',
    collection: 'components',
    first: `resource "zenml_stack_component" "this" {
      name          = "kube"
      type          = "orchestrator"
      flavor        = "kubernetes"
      configuration = { kubernetes_context = "dev", synchronous = "false" }
      labels        = { team = "platform" }
    }`,
    second: `resource "zenml_stack_component" "this" {
      name          = "kube-2"
      type          = "orchestrator"
      flavor        = "kubernetes"
      configuration = { kubernetes_context = "prod", synchronous = "false", timeout = "600" }
      labels        = { team = "training" }
    }`,
    firstState: { name: 'kube', configuration: { kubernetes_context: 'dev', synchronous: 'false' } },
    secondState: { name: 'kube-2', labels: { team: 'training' } },
    onServer: {
      name: 'kube-2',
      metadata: { configuration: { kubernetes_context: 'prod', ...heldConfiguration } },
    },
    drift: (id) => rest.put(`/components/${id}`, { configuration: { kubernetes_context: 'changed-by-hand' } }),
  },
  zenml_stack: {
    address: 'zenml_stack.this',
    collection: 'stacks',
    around: `${artifactStore}
    ${orchestrator}
    resource "zenml_stack_component" "other_store" {
      name   = "other-store"
      type   = "artifact_store"
      flavor = "local"
    }
    resource "zenml_stack_component" "tracker" {
      count  = 3
      name   = "tracker-\${count.index}"
      type   = "experiment_tracker"
      flavor = "mlflow"
    }
    resource "zenml_secret" "run" {
      count  = 2
      name   = "run-\${count.index}"
      values = { TOKEN = "hunter2" }
    }`,
    first: `resource "zenml_stack" "this" {
      name       = "dev"
      components = {
        artifact_store     = zenml_stack_component.store.id
        orchestrator       = zenml_stack_component.orchestrator.id
        experiment_tracker = zenml_stack_component.tracker[0].id
      }
      description = "Ours."
      labels      = { team = "platform" }
      ${runSettings('environment = { LEVEL = "debug" }', 'secrets = [zenml_secret.run[0].id]')}
      ${furtherTrackers('[zenml_stack_component.tracker[1].id]')}
    }`,
    second: `resource "zenml_stack" "this" {
      name       = "dev-2"
      components = {
        artifact_store     = zenml_stack_component.other_store.id
        orchestrator       = zenml_stack_component.orchestrator.id
        experiment_tracker = zenml_stack_component.tracker[1].id
      }
      description = ""
      labels      = { team = "training" }
      ${runSettings('environment = { LEVEL = "info", DEBUG = "0" }', 'secrets = zenml_secret.run[*].id')}
      ${furtherTrackers('[zenml_stack_component.tracker[2].id, zenml_stack_component.tracker[0].id]')}
    }`,
    firstState: {
      name: 'dev',
      labels: { team: 'platform' },
      description: 'Ours.',
      ...(hasRunSettings && { environment: { LEVEL: 'debug' }, secrets: [anyText] }),
      ...(hasFurther && { additional_components: { experiment_tracker: [anyText] } }),
    },
    secondState: {
      name: 'dev-2',
      labels: { team: 'training' },
      description: '',
      ...(hasRunSettings && { secrets: [anyText, anyText] }),
      ...(hasFurther && { additional_components: { experiment_tracker: [anyText, anyText] } }),
    },
    onServer: {
      name: 'dev-2',
      metadata: {
        labels: { team: 'training' },
        description: '',
        ...(hasRunSettings && { environment: { LEVEL: 'info', DEBUG: '0' }, secrets: [anyText, anyText] }),
        components: {
          experiment_tracker: [{ name: 'tracker-1' }, ...(hasFurther ? [anything, anything] : [])],
        },
      },
    },
    drift: async (id) => {
      const { metadata } = await rest.get(`/stacks/${id}`);
      const { components, secrets = [] } = metadata as StackOnServer;
      await rest.put(`/stacks/${id}`, {
        name: 'renamed-by-hand',
        description: 'Changed by hand.',
        components: Object.fromEntries(Object.entries(components).map(([type, [first]]) => [type, [first?.id]])),
        ...(hasRunSettings && {
          environment: { LEVEL: 'changed by hand' },
          remove_secrets: secrets.slice(0, 1),
        }),
      });
    },
  },
};

const kinds = Object.entries(lives);
const addresses = kinds.map(([, { address }]) => address).sort();
const configuration = (step: 'first' | 'second') =>
  ['provider "zenml" {}', ...kinds.flatMap(([, life]) => [life.around ?? '', life[step]])].join('\n');

let workspace: TerraformWorkspace;

/** Ids by address. */
async function currentIds(): Promise<Record<string, string>> {
  const ids = await Promise.all(
    addresses.map(async (address) => [address, (await workspace.attributes(address))?.id as string] as const),
  );
  return Object.fromEntries(ids);
}

/** Addresses of what a plan would do something with, by what it would do. */
async function planned(): Promise<Record<string, string[]>> {
  const changes: Record<string, string[]> = {};
  for (const { address, actions } of await workspace.plan()) (changes[actions.join('+')] ??= []).push(address);
  return Object.fromEntries(Object.entries(changes).map(([action, changed]) => [action, changed.sort()]));
}

beforeAll(async () => {
  workspace = await createTerraformWorkspace({ hcl: configuration('first'), environment: server.environment });
});

afterAll(() => workspace.dispose());

// The steps follow one another, as in the life of a real configuration.

describe('a resource that is created', () => {
  beforeAll(() => workspace.apply());

  it.each(kinds)('%s is in the state and on the server', async (_, { address, collection, firstState }) => {
    const attributes = await workspace.attributes(address);
    expect(attributes).toMatchObject(firstState);
    expect(await rest.status(`/${collection}/${attributes?.id as string}`)).toBe(200);
  });

  it('leaves the next plan empty', async () => {
    expect(await planned()).toEqual({});
  });
});

describe('a resource that is imported by its id into an empty state', () => {
  let ids: Record<string, string>;

  beforeAll(async () => {
    ids = await currentIds();
    await workspace.run(['state', 'rm', ...addresses]);
    const blocks = addresses.map((address) => `import {\n  to = ${address}\n  id = "${ids[address] ?? ''}"\n}`);
    await workspace.write([configuration('first'), ...blocks].join('\n'));
  });

  it('needs no change, but that secrets are written again, which an import leaves where they are', async () => {
    expect(await planned()).toEqual({ update: ['zenml_secret.this', 'zenml_service_connector.this'] });
  });

  it.each(kinds)('%s has the state that its creation had', async (typeName, { address, firstState }) => {
    if (typeName === kinds[0]?.[0]) await workspace.apply();
    expect(await workspace.attributes(address)).toMatchObject({ ...firstState, id: ids[address] });
  });

  it('leaves the next plan empty', async () => {
    expect(await planned()).toEqual({});
  });

  it.each(kinds)('%s is imported by the command, too', async (_, { address }) => {
    await workspace.run(['state', 'rm', address]);
    await workspace.import(address, ids[address] ?? '');
    expect((await workspace.attributes(address))?.id).toBe(ids[address]);
  });
});

describe('a resource whose configuration changes', () => {
  let before: Record<string, string>;

  beforeAll(async () => {
    before = await currentIds();
    await workspace.write(configuration('second'));
  });

  it('is changed in place', async () => {
    expect(await planned()).toEqual({ update: addresses });
    await workspace.apply();
    expect(await currentIds()).toEqual(before);
  });

  it.each(kinds)('%s is changed in the state and on the server', async (_, life) => {
    expect(await workspace.attributes(life.address)).toMatchObject(life.secondState);
    expect(await rest.get(`/${life.collection}/${before[life.address] ?? ''}`)).toMatchObject(life.onServer);
  });

  it('leaves the next plan empty', async () => {
    expect(await planned()).toEqual({});
  });
});

describe('a resource that somebody changed by hand', () => {
  let ids: Record<string, string>;

  beforeAll(async () => {
    ids = await currentIds();
    for (const [, { address, drift }] of kinds) await drift(ids[address] ?? '');
  });

  it('shows as drift', async () => {
    expect(await planned()).toEqual({ update: addresses });
    await workspace.apply();
  });

  it.each(kinds)('%s is set right again', async (_, { address, collection, onServer }) => {
    expect(await rest.get(`/${collection}/${ids[address] ?? ''}`)).toMatchObject(onServer);
  });

  it('leaves the next plan empty', async () => {
    expect(await planned()).toEqual({});
  });
});

describe('a resource that somebody deleted', () => {
  let before: Record<string, string>;

  beforeAll(async () => {
    before = await currentIds();
    for (const [, { address, collection }] of kinds) await rest.delete(`/${collection}/${before[address] ?? ''}`);
  });

  it('is created again', async () => {
    expect(await planned()).toEqual({ create: addresses });
    await workspace.apply();
    expect(await planned()).toEqual({});
  });

  it.each(kinds)('%s is a new object', async (_, { address, collection }) => {
    const id = (await workspace.attributes(address))?.id as string;
    expect(id).not.toBe(before[address]);
    expect(await rest.status(`/${collection}/${id}`)).toBe(200);
  });
});

describe('a resource that is destroyed', () => {
  it('is no error where somebody was faster', async () => {
    const ids = await currentIds();
    for (const [, { address, collection }] of kinds) await rest.delete(`/${collection}/${ids[address] ?? ''}`);
    await workspace.destroy('-refresh=false');
    expect(await workspace.addresses()).toEqual([]);
  });

  it('leaves nothing on the server', async () => {
    await workspace.apply();
    await workspace.destroy();
    expect(await workspace.addresses()).toEqual([]);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
