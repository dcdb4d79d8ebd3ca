import { officialConfiguration, providerRequirement } from '../support/official-configuration';
import { serverVersion } from '../support/server-version';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

let server: RunningZenmlServer;
let workspace: TerraformWorkspace;
let rest: ZenmlRest;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  workspace = await createTerraformWorkspace({
    hcl: providerRequirement('cdktf-zenml/zenml') + officialConfiguration,
    environment: { TF_VAR_server_url: server.url, TF_VAR_api_key: server.apiKey },
  });
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

describe('a configuration written for the official provider', () => {
  it('applies unchanged', async () => {
    const run = await workspace.apply();
    expect(run.diagnostics).toEqual([]);
    expect(await rest.everything()).toMatchObject({
      stacks: ['dev'],
      service_connectors: ['registry'],
      secrets: ['tracker'],
      projects: ['fraud'],
    });
  });

  it('has an empty second plan', async () => {
    expect(await workspace.plan()).toEqual([]);
  });

  it('reads from its data sources what its resources wrote', async () => {
    const outputs = await workspace.outputs();
    const stack = await workspace.attributes('zenml_stack.dev');
    const connector = await workspace.attributes('zenml_service_connector.registry');
    expect(outputs.stack_by_id).toEqual(outputs.stack_by_name);
    expect(outputs.stack_by_id).toMatchObject({ id: stack?.id, name: 'dev', labels: { environment: 'dev' } });
    expect(
      (outputs.stack_by_id as { components: { type: string }[] }).components.map(({ type }) => type).sort(),
    ).toEqual(['artifact_store', 'container_registry', 'orchestrator']);
    expect(outputs.component_by_name).toMatchObject({
      type: 'orchestrator',
      flavor: 'kubernetes',
      configuration: { kubernetes_context: 'dev', synchronous: 'true' },
    });
    expect(outputs.component_by_id).toMatchObject({
      name: 'registry',
      connector_id: connector?.id,
      connector_resource_id: 'registry.example.org',
    });
    expect(outputs.connector_by_name).toEqual(outputs.connector_by_id);
    expect(outputs.connector_by_id).toMatchObject({
      type: 'docker',
      auth_method: 'password',
      resource_type: 'docker-registry',
    });
    expect(outputs.server).toMatchObject({ version: await serverVersion(), auth_scheme: 'OAUTH2_PASSWORD_BEARER' });
  });

  it('is destroyed with nothing left on the server', async () => {
    await workspace.destroy();
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});
