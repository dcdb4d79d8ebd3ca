import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { buildProvider } from '../../scripts/build/build-provider';
import {
  CustomFlavor,
  LocalArtifactStore,
  LocalDockerOrchestrator,
  LocalOrchestrator,
  RestApiRegistration,
  Secret,
  secretReference,
  ServiceConnector,
  StackComponent,
  VersionedStack,
  ZenmlStack,
} from '../../constructs';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { makeTestFolder } from '../support/test-folder';
import { ZenmlRest } from '../support/zenml-rest';

const PASSWORD = 'a-password-that-must-not-be-shown';

/** What differs from step to step. */
interface Step {
  readonly user?: string;
  readonly description?: string;
  readonly alerters?: readonly string[];
  readonly registry?: { readonly flavor: string; readonly name?: string };
}

let server: RunningZenmlServer;
let rest: ZenmlRest;
let workspace: TerraformWorkspace;

const variable = (stack: TerraformStack, name: string): string =>
  new TerraformVariable(stack, name, { sensitive: true }).stringValue;

/** A Terraform stack whose objects are registered by the REST interface. */
function registered(): TerraformStack {
  const stack = new TerraformStack(Testing.app(), 'rest');
  new RestApiRegistration(stack, 'registration', {
    serverUrl: `${server.url}/`,
    accessToken: variable(stack, 'token'),
    allowSecretsInState: true,
  });
  return stack;
}

/** The configuration of an app that has one object of every kind. */
function synthesized({ user = 'ann', description, alerters = ['first'], registry }: Step): string {
  const stack = registered();
  const password = variable(stack, 'password');
  const secret = new Secret(stack, 'secret', { values: { password } });
  const connector = new ServiceConnector(stack, 'docker', {
    auth: {
      connectorType: 'docker',
      authMethod: 'password',
      configuration: { username: user, registry: 'registry.example.com' },
      secretConfiguration: { password },
    },
    resourceType: 'docker-registry',
  });
  const flavor = new CustomFlavor(stack, 'pager', {
    type: 'alerter',
    source: 'acme.flavors.PagerFlavor',
    configSchema: { type: 'object', properties: { number: { type: 'string' }, password: { type: 'string' } } },
  });
  const pagers = alerters.map(
    (id) =>
      new StackComponent(stack, id, {
        type: 'alerter',
        flavor,
        configuration: { number: '1', password: secretReference(secret, 'password') },
      }),
  );
  const components = [
    new LocalArtifactStore(stack, 'store'),
    new LocalOrchestrator(stack, 'runner', { environmentVariables: { USER_NAME: user }, secrets: [secret] }),
    new StackComponent(stack, 'registry', {
      type: 'container_registry',
      flavor: registry?.flavor ?? 'default',
      name: registry?.name,
      configuration: { uri: 'registry.example.com' },
      connector,
    }),
    ...pagers,
  ];
  const defaults = pagers.slice(0, 1);
  new ZenmlStack(stack, 'stack', { components, defaults, description, labels: { team: 'core' } });
  return Testing.synth(stack, true);
}

/** The configuration of an app that has one version of a stack, with a runner of the same version. */
function synthesizedVersion(version: '1.0.0' | '2.0.0'): string {
  const stack = registered();
  const runner = { '1.0.0': LocalOrchestrator, '2.0.0': LocalDockerOrchestrator }[version];
  new VersionedStack(stack, 'training', {
    environment: { name: 'dev' },
    components: {
      store: { '1.0.0': (scope, id) => new LocalArtifactStore(scope, id) },
      runner: { [version]: (scope, id) => new runner(scope, id) },
    },
    versions: { [version]: { components: { store: '1.0.0', runner: version } } },
    current: version,
  });
  return Testing.synth(stack, true);
}

const write = (step: Step) => workspace.writeSynthesized(synthesized(step));

/** What terraform did, in its order: `create zenml object`. */
async function applied(): Promise<string[]> {
  const { output } = await workspace.apply();
  return output.split('\n').flatMap((line) => {
    const { type, hook } = (line === '' ? {} : JSON.parse(line)) as {
      type?: string;
      hook?: { action: string; resource: { addr: string; resource_type: string } };
    };
    const isObject = type === 'apply_complete' && hook?.resource.resource_type === 'restapi_object';
    return isObject ? [`${hook.action} ${/\.(.*)_/.exec(hook.resource.addr)?.[1] ?? ''}`] : [];
  });
}

async function onServer<T>(collection: string, name: string): Promise<T> {
  return rest.read<T>(`/${collection}/${await rest.idOf(collection, name)}`);
}

interface StackOnServer {
  readonly metadata: {
    readonly description: string;
    readonly components: Readonly<Record<string, readonly { readonly name: string }[]>>;
  };
}

interface ConnectorOnServer {
  readonly metadata: { readonly configuration: Readonly<Record<string, unknown>> };
}

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  const providers = await makeTestFolder('restapi');
  await buildProvider({
    entry: 'test/support/restapi/main.ts',
    outfile: path.join(providers, 'terraform-provider-restapi'),
  });
  const configuration = path.join(providers, 'terraformrc');
  await writeFile(
    configuration,
    `provider_installation {\n  dev_overrides {\n    "mastercard/restapi" = "${providers}"\n  }\n  direct {}\n}\n`,
  );
  workspace = await createTerraformWorkspace({
    hcl: '',
    initialize: false,
    environment: {
      TF_CLI_CONFIG_FILE: configuration,
      TF_VAR_token: await rest.accessToken(),
      TF_VAR_password: PASSWORD,
    },
  });
}, 180_000);

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

// The steps follow one another.

it('creates one object of each, what is needed before what needs it', async () => {
  await write({});
  const order = await applied();
  expect([...order].sort()).toEqual(
    ['docker', 'first', 'pager', 'registry', 'runner', 'secret', 'stack', 'store'].map((id) => `create ${id}`),
  );
  expect(order.at(-1)).toBe('create stack');
  expect(order.indexOf('create docker')).toBeLessThan(order.indexOf('create registry'));
  expect(order.indexOf('create pager')).toBeLessThan(order.indexOf('create first'));
  const { metadata } = await onServer<StackOnServer>('stacks', 'rest-stack');
  expect(metadata.components).toMatchObject({
    alerter: [{ name: 'rest-first' }],
    container_registry: [{ name: 'rest-registry' }],
  });
});

it('has nothing to change then', async () => {
  expect(await workspace.plan()).toEqual([]);
});

it('shows no secret', async () => {
  await write({ user: 'bob' });
  expect((await workspace.run(['plan', '-no-color'])).output).not.toContain(PASSWORD);
});

it('changes what is there', async () => {
  await write({ user: 'bob', description: 'For all', alerters: ['first', 'second'] });
  expect((await applied()).sort()).toEqual(['create second', 'update docker', 'update runner', 'update stack']);
  const connector = await onServer<ConnectorOnServer>('service_connectors', 'rest-docker');
  expect(connector.metadata.configuration).toMatchObject({ username: 'bob', password: PASSWORD });
  const { metadata } = await onServer<StackOnServer>('stacks', 'rest-stack');
  expect(metadata.description).toBe('For all');
  expect(metadata.components.alerter).toMatchObject([{ name: 'rest-first' }, { name: 'rest-second' }]);
  expect(await workspace.plan()).toEqual([]);
});

it('deletes a component after the stack has left it', async () => {
  await write({ user: 'bob', description: 'For all' });
  expect(await applied()).toEqual(['update stack', 'delete second']);
});

it('fails to replace a component under the name that it has, and changes nothing', async () => {
  await write({ user: 'bob', description: 'For all', registry: { flavor: 'dockerhub' } });
  const { output } = await workspace.applyFailing();
  expect(output).toContain('409');
  const component = await onServer<{ body: { flavor_name: string } }>('components', 'rest-registry');
  expect(component.body.flavor_name).toBe('default');
});

it('replaces a component under another name, the old one last', async () => {
  await write({ user: 'bob', description: 'For all', registry: { flavor: 'dockerhub', name: 'rest-registry-2' } });
  expect(await applied()).toEqual(['create registry', 'update stack', 'delete registry']);
  const { metadata } = await onServer<StackOnServer>('stacks', 'rest-stack');
  expect(metadata.components.container_registry).toMatchObject([{ name: 'rest-registry-2' }]);
});

it('moves the alias of a versioned stack to the new version before it removes the old one', async () => {
  await workspace.writeSynthesized(synthesizedVersion('1.0.0'));
  await workspace.apply();
  await workspace.writeSynthesized(synthesizedVersion('2.0.0'));
  expect(await applied()).toEqual([
    'create training_components_runner-v200_component',
    'create training_versions_v200',
    'update training_alias_stack',
    'delete training_versions_v100',
    'delete training_components_runner-v100_component',
  ]);
  const { metadata } = await onServer<StackOnServer>('stacks', 'zenml-dev');
  expect(metadata.components.orchestrator).toMatchObject([{ name: 'zenml-dev-runner-v2.0.0' }]);
  expect(await workspace.plan()).toEqual([]);
});

it('leaves nothing on the server', async () => {
  await workspace.destroy();
  expect(await rest.everything()).toEqual({
    stacks: [],
    components: [],
    service_connectors: [],
    secrets: [],
    projects: [],
    flavors: [],
  });
});
