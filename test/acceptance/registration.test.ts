import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import {
  CustomFlavor,
  KubernetesOrchestrator,
  LocalArtifactStore,
  Secret,
  secretReference,
  ServiceConnector,
  StackComponent,
  ZenmlStack,
} from '../../constructs';
import { ZenmlProvider } from '../../src/bindings/provider';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

const PASSWORD = 'a-password-that-must-not-be-shown-"quoted"';

let server: RunningZenmlServer;
let rest: ZenmlRest;
let platform: TerraformWorkspace;
let team: TerraformWorkspace;

/** Writes the configuration of an app. */
async function write(workspace: TerraformWorkspace, id: string, build: (stack: TerraformStack) => void): Promise<void> {
  const stack = new TerraformStack(Testing.app(), id);
  new ZenmlProvider(stack, 'zenml');
  build(stack);
  await workspace.writeSynthesized(Testing.synth(stack, true));
}

/** Everything that can be registered; which pager is the default, and whether there is a second one. */
const everything =
  ({ pagers, version = 1 }: { readonly pagers: readonly string[]; readonly version?: number }) =>
  (stack: TerraformStack): void => {
    const password = new TerraformVariable(stack, 'password', { sensitive: true }).stringValue;
    const secret = new Secret(stack, 'secret', { values: { password }, version });
    new ServiceConnector(stack, 'docker', {
      auth: {
        connectorType: 'docker',
        authMethod: 'password',
        configuration: { username: 'ann', registry: 'registry.example.com' },
        secretConfiguration: { password },
        secretVersion: version,
      },
      verify: false,
    });
    const flavor = new CustomFlavor(stack, 'pager', {
      name: 'pager',
      type: 'alerter',
      source: 'acme.flavors.PagerFlavor',
      configSchema: { type: 'object', properties: { text: { type: 'object' }, password: { default: null } } },
    });
    const alerters = pagers.map(
      (id) =>
        new StackComponent(stack, id, {
          type: 'alerter',
          flavor,
          configuration: { text: { greeting: 'say "hi"\\n', from: secret.secretName } },
          secretConfiguration: { password: secretReference(secret, 'password') },
        }),
    );
    new ZenmlStack(stack, 'stack', {
      components: [
        new LocalArtifactStore(stack, 'store'),
        new KubernetesOrchestrator(stack, 'cluster', { kubernetesContext: 'ml', environmentVariables: { A: 'b' } }),
        ...alerters,
      ],
      defaults: alerters.slice(-1),
      environmentVariables: { LEVEL: 'INFO' },
      secrets: [secret],
    });
  };

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  const options = { hcl: '', environment: { ...server.environment, TF_VAR_password: PASSWORD } };
  [platform, team] = await Promise.all([createTerraformWorkspace(options), createTerraformWorkspace(options)]);
});

afterAll(async () => {
  await Promise.all([platform.dispose(), team.dispose()]);
  await server.stop();
});

// The steps follow one another.

it('registers one of each, with the default of several first', async () => {
  await write(platform, 'all', everything({ pagers: ['first', 'second'] }));
  const { output } = await platform.apply();
  expect(output).not.toContain('must-not-be-shown');
  expect(await platform.plan()).toEqual([]);
  expect(await rest.everything()).toMatchObject({
    stacks: ['all-stack'],
    service_connectors: ['all-docker'],
    secrets: ['all-secret'],
    flavors: ['pager'],
  });
  const stack = await stackOnServer();
  expect(stack.components.alerter?.map(({ name }) => name)).toEqual(['all-second', 'all-first']);
  expect(stack.environment).toEqual({ LEVEL: 'INFO' });
});

it('gives the server secrets, and texts in JSON, as they are', async () => {
  expect(await secretOnServer()).toEqual({ password: PASSWORD });
  const pager = await rest.read<{ metadata: { configuration: object } }>(
    `/components/${await rest.idOf('components', 'all-first')}`,
  );
  expect(pager.metadata.configuration).toEqual({
    text: { greeting: 'say "hi"\\n', from: 'all-secret' },
    password: '{{all-secret.password}}',
  });
});

it('gives the server another secret when its version is raised, and not before', async () => {
  await platform.apply('-var', 'password=another');
  expect(await secretOnServer()).toEqual({ password: PASSWORD });
  await write(platform, 'all', everything({ pagers: ['first', 'second'], version: 2 }));
  await platform.apply('-var', 'password=another');
  expect(await secretOnServer()).toEqual({ password: 'another' });
  const connector = await rest.read<{ metadata: { configuration: object } }>(
    `/service_connectors/${await rest.idOf('service_connectors', 'all-docker')}`,
  );
  expect(connector.metadata.configuration).toMatchObject({ username: 'ann', password: 'another' });
});

it('takes a component out again', async () => {
  await write(platform, 'all', everything({ pagers: ['first'], version: 2 }));
  await platform.apply();
  expect((await stackOnServer()).components.alerter).toMatchObject([{ name: 'all-first' }]);
  expect(await platform.plan()).toEqual([]);
});

it('finds what is there from another Terraform stack, and builds on it', async () => {
  const pagerId = await rest.idOf('components', 'all-first');
  await write(team, 'team', (stack) => {
    const found = {
      connector: ServiceConnector.fromName(stack, 'connector', 'all-docker').connectorId,
      secret: Secret.fromName(stack, 'secret', 'all-secret').secretId,
      stack: ZenmlStack.fromName(stack, 'stack', 'all-stack').stackId,
      pager: StackComponent.fromId(stack, 'by-id', { type: 'alerter', componentId: pagerId }).componentName,
    };
    new TerraformOutput(stack, 'found', { value: found, staticId: true });
    const flavor = CustomFlavor.fromName(stack, 'flavor', { type: 'alerter', name: 'pager' });
    CustomFlavor.fromId(stack, 'flavor-by-id', { type: 'alerter', flavorId: flavor.flavorId });
    new StackComponent(stack, 'pager', {
      type: 'alerter',
      flavor,
    });
    new ZenmlStack(stack, 'own', {
      components: [
        StackComponent.fromName(stack, 'store', { type: 'artifact_store', name: 'all-store' }),
        StackComponent.fromName(stack, 'cluster', { type: 'orchestrator', name: 'all-cluster' }),
      ],
    });
  });
  await team.apply();
  expect((await team.outputs()).found).toEqual({
    connector: await rest.idOf('service_connectors', 'all-docker'),
    secret: await rest.idOf('secrets', 'all-secret'),
    stack: await rest.idOf('stacks', 'all-stack'),
    pager: 'all-first',
  });
  await team.destroy();
  expect((await rest.everything()).stacks).toEqual(['all-stack']);
});

it('fails where a component that is looked up by id is of another type', async () => {
  const componentId = await rest.idOf('components', 'all-store');
  await write(team, 'team', (stack) => {
    StackComponent.fromId(stack, 'c', { type: 'alerter', componentId });
  });
  const { diagnostics } = await team.planFailing();
  expect(diagnostics).toMatchObject([
    {
      detail: expect.stringContaining('all-store is of the type artifact_store; expected alerter') as string,
    },
  ]);
});

it('leaves nothing on the server', async () => {
  await platform.destroy();
  expect(Object.values(await rest.everything()).flat()).toEqual([]);
});

interface StackOnServer {
  readonly components: Readonly<Record<string, readonly { readonly name: string }[]>>;
  readonly environment: object;
}

async function secretOnServer(): Promise<object> {
  const id = await rest.idOf('secrets', 'all-secret');
  return (await rest.read<{ body: { values: object } }>(`/secrets/${id}`)).body.values;
}

async function stackOnServer(): Promise<StackOnServer> {
  const { metadata } = await rest.read<{ metadata: StackOnServer }>(
    `/stacks/${await rest.idOf('stacks', 'all-stack')}`,
  );
  return metadata;
}
