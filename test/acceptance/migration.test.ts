import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { defaultRegistryHost } from '../../src/cli/terraform/registry-host';
import { findTerraform } from '../../src/cli/terraform/terraform-binary';
import { Guide } from '../support/guide';
import { officialConfiguration, providerRequirement } from '../support/official-configuration';
import { officialState, type OfficialObject } from '../support/official-state';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

const guide = new Guide('migrating-from-zenml-io');
// Outputs of whole objects would gain the attributes that only this provider has, as the guide says.
const configuration = officialConfiguration.replace(/^output [^]*/m, '');

let server: RunningZenmlServer;
let rest: ZenmlRest;
let workspace: TerraformWorkspace;
let ids: Record<string, string>;

/** Makes on the server what the official provider would have made from its configuration. @returns its state's objects */
async function makeOfficialObjects(): Promise<OfficialObject[]> {
  const project = { name: 'fraud', display_name: 'Fraud', description: 'Fraud detection' };
  const secret = { name: 'tracker', private: false, values: { token: 'a-token' } };
  const labels = { environment: 'dev' };
  const connector = {
    ...{ name: 'registry', auth_method: 'password', resource_id: 'registry.example.org', labels },
    configuration: { username: 'ml', password: 'a-password' },
  };
  const madeProject = await rest.post('/projects', project);
  const madeSecret = await rest.post('/secrets', secret);
  const madeConnector = await rest.post('/service_connectors', {
    ...connector,
    connector_type: 'docker',
    resource_types: ['docker-registry'],
  });
  const store = { name: 'store', type: 'artifact_store', flavor: 'local', labels };
  const registry = {
    ...{ name: 'registry', type: 'container_registry', flavor: 'default' },
    configuration: { uri: 'registry.example.org' },
  };
  const orchestrator = { name: 'kubernetes', type: 'orchestrator', flavor: 'kubernetes' };
  const settings = {
    kubernetes_context: 'dev',
    synchronous: 'true',
    pod_settings: JSON.stringify({ resources: { requests: { cpu: '1' } } }),
  };
  const madeStore = await rest.post('/components', { ...store, configuration: {} });
  const madeRegistry = await rest.post('/components', {
    ...registry,
    connector: madeConnector.id,
    connector_resource_id: 'registry.example.org',
  });
  const madeOrchestrator = await rest.post('/components', { ...orchestrator, configuration: settings });
  const components = {
    artifact_store: String(madeStore.id),
    container_registry: String(madeRegistry.id),
    orchestrator: String(madeOrchestrator.id),
  };
  const madeStack = await rest.post('/stacks', {
    ...{ name: 'dev', labels },
    components: Object.fromEntries(Object.entries(components).map(([type, id]) => [type, [id]])),
  });
  const info = await rest.get('/info');
  return [
    { type: 'zenml_project', name: 'fraud', attributes: { ...project, ...computed(madeProject) } },
    {
      ...{ type: 'zenml_secret', name: 'tracker' },
      attributes: { ...secret, ...computed(madeSecret), user_id: userOf(madeSecret) },
    },
    {
      ...{ type: 'zenml_service_connector', name: 'registry' },
      attributes: {
        ...{
          ...connector,
          ...computed(madeConnector),
          type: 'docker',
          resource_type: 'docker-registry',
          verify: false,
        },
        ...{ timeouts: { create: '2m', update: '2m' }, user: userOf(madeConnector) },
      },
    },
    {
      ...{ type: 'zenml_stack_component', name: 'artifact_store' },
      attributes: { ...store, ...computed(madeStore) },
    },
    {
      ...{ type: 'zenml_stack_component', name: 'container_registry' },
      attributes: {
        ...{ ...registry, ...computed(madeRegistry), connector_id: madeConnector.id },
        connector_resource_id: 'registry.example.org',
      },
      dependencies: ['zenml_service_connector.registry'],
    },
    {
      ...{ type: 'zenml_stack_component', name: 'orchestrator' },
      attributes: { ...orchestrator, ...computed(madeOrchestrator), configuration: settings },
    },
    {
      ...{ type: 'zenml_stack', name: 'dev' },
      attributes: { name: 'dev', labels, components, id: madeStack.id },
      dependencies: ['artifact_store', 'container_registry', 'orchestrator'].map(
        (name) => `zenml_stack_component.${name}`,
      ),
    },
    {
      ...{ mode: 'data', type: 'zenml_server', name: 'this' },
      attributes: { id: info.id, version: info.version, server_url: server.url },
    },
  ];
}

function computed({ id, body }: Record<string, unknown>): object {
  const { created, updated } = body as { created: string; updated: string };
  return { id, created, updated };
}

function userOf({ body }: Record<string, unknown>): string {
  return (body as { user_id: string }).user_id;
}

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  workspace = await createTerraformWorkspace({
    hcl: '',
    environment: { TF_VAR_server_url: server.url, TF_VAR_api_key: server.apiKey },
    initialize: false,
  });
  const files = {
    'main.tf': configuration,
    'versions.tf': providerRequirement('zenml-io/zenml'),
    'terraform.tfstate': officialState(await defaultRegistryHost(await findTerraform()), await makeOfficialObjects()),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workspace.directory, name), text);
  ids = await currentIds();
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

/** Ids by address, as the state file has them. */
async function currentIds(): Promise<Record<string, string>> {
  const state = JSON.parse(await readFile(path.join(workspace.directory, 'terraform.tfstate'), 'utf8')) as {
    resources: { mode: string; type: string; name: string; instances: { attributes: { id: string } }[] }[];
  };
  const managed = state.resources.filter(({ mode }) => mode === 'managed');
  return Object.fromEntries(
    managed.map(({ type, name, instances }) => [`${type}.${name}`, instances[0]?.attributes.id ?? '']),
  );
}

// The guide, section by section, as its reader follows it.

describe('the guide for users of zenml-io/zenml', () => {
  it.each(guide.headings)('does what "%s" says', async (heading) => {
    await guide.follow(heading, workspace);
  });

  it('leaves the objects on the server and in the state as they were', async () => {
    expect(Object.keys(ids)).toHaveLength(7);
    expect(await currentIds()).toEqual(ids);
    expect(await rest.everything()).toEqual({
      stacks: ['dev'],
      components: expect.arrayContaining(['store', 'registry', 'kubernetes']) as unknown,
      service_connectors: ['registry'],
      secrets: ['tracker'],
      projects: ['fraud'],
      flavors: [],
    });
  });

  it('keeps a copy of the state before it', async () => {
    expect(await readFile(path.join(workspace.directory, 'before-migration.tfstate'), 'utf8')).toContain(
      'zenml-io/zenml',
    );
  });
});

describe('a migrated state', () => {
  it('is changed in place from then on, by what only this provider can', async () => {
    const changed = configuration
      .replace('name   = "kubernetes"', 'name   = "kubernetes-2"')
      .replace('resource_id   = "registry.example.org"\n', '')
      .replace('"a-password"', '"another-password"');
    await writeFile(path.join(workspace.directory, 'main.tf'), changed);
    expect((await workspace.plan()).map(({ address, actions }) => [address, actions])).toEqual([
      ['zenml_service_connector.registry', ['update']],
      ['zenml_stack_component.orchestrator', ['update']],
    ]);
    await workspace.applyPlanned();
    expect(await currentIds()).toEqual(ids);
    expect(await workspace.plan()).toEqual([]);
  });

  it('is destroyed with nothing left', async () => {
    await workspace.destroy();
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
