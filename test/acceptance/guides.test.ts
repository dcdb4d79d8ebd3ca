import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Guide } from '../support/guide';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

// Each guide is followed section by section, as its reader does it.
const severalComponents = new Guide('several-components-of-a-type');
const rotating = new Guide('rotating-credentials');
const failing = new Guide('when-the-server-fails');
const replacing = new Guide('replacing-components');
const importing = new Guide('importing-and-adopting');

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

/** A workspace for a guide or a part of it; what it made is destroyed at the end. */
function guideWorkspace(environment: Record<string, string> = {}, aws = ''): () => TerraformWorkspace {
  let workspace: TerraformWorkspace;
  beforeAll(async () => {
    workspace = await createTerraformWorkspace({
      hcl: '',
      environment: { ...moto.environment, ...server.environment, ...environment },
    });
    // Guides bring their own main.tf; this file says where the provider comes from.
    await rename(path.join(workspace.directory, 'main.tf'), path.join(workspace.directory, 'versions.tf'));
    await writeFile(path.join(workspace.directory, 'aws_override.tf'), aws);
  });
  afterAll(async () => {
    await workspace.destroy();
    await workspace.dispose();
  });
  return () => workspace;
}

describe('several components of a type', () => {
  const workspace = guideWorkspace();
  let id: unknown;

  async function stepOperators(): Promise<string[]> {
    const stack = await rest.get(`/stacks/${String(id)}`);
    const { components } = stack.metadata as { components: Record<string, { name: string }[]> };
    return (components.step_operator ?? []).map(({ name }) => name);
  }

  it('adds another one after the default one', async () => {
    await severalComponents.follow('Add another one', workspace());
    id = (await workspace().attributes('zenml_stack.training'))?.id;
    expect(await stepOperators()).toEqual(['cpu', 'gpu']);
    expect(await workspace().plan()).toEqual([]);
  });

  it('changes the default one in place', async () => {
    await severalComponents.follow('Change the default one', workspace());
    expect((await workspace().attributes('zenml_stack.training'))?.id).toBe(id);
    expect(await stepOperators()).toEqual(['gpu', 'cpu']);
    expect(await workspace().plan()).toEqual([]);
  });

  it('takes out what is there', async () => {
    await severalComponents.follow('Leave the others alone, or have none', workspace());
    expect(await stepOperators()).toEqual(['cpu']);
    expect(await workspace().plan()).toEqual([]);
  });
});

describe('rotating credentials', () => {
  async function connectorOnServer(workspace: TerraformWorkspace, address: string): Promise<unknown> {
    const id = String((await workspace.attributes(address))?.id);
    return (await rest.get(`/service_connectors/${id}`)).metadata;
  }

  describe('that Terraform keeps nowhere', () => {
    const secrets = ['first-secret-of-the-guide', 'second-secret-of-the-guide'];
    const environment = (secret = '') => ({ TF_VAR_access_key_id: 'AKIAGUIDE', TF_VAR_secret_access_key: secret });
    const workspace = guideWorkspace({ ...environment(), TF_VAR_key_version: '2' });
    const address = 'zenml_service_connector.aws';

    it.each([
      ['Secrets that Terraform keeps nowhere', secrets[0]],
      ['A new secret', secrets[1]],
    ])('sends what "%s" says', async (heading, secret) => {
      await rotating.follow(heading, workspace(), environment(secret));
      expect(await connectorOnServer(workspace(), address)).toMatchObject({
        configuration: { aws_secret_access_key: secret },
      });
    });

    it('leaves none in the state', async () => {
      const state = await readFile(path.join(workspace().directory, 'terraform.tfstate'), 'utf8');
      expect(state).toContain('AKIAGUIDE');
      for (const secret of secrets) expect(state).not.toContain(secret);
    });
  });

  describe('that Terraform makes', () => {
    const workspace = guideWorkspace({}, 'provider "aws" {\n  s3_use_path_style = true\n}\n');
    const address = 'zenml_service_connector.bucket';
    let ids: unknown[];

    const currentIds = async () =>
      Promise.all(
        [address, 'zenml_stack_component.artifacts'].map(async (one) => (await workspace().attributes(one))?.id),
      );

    it('makes the new key, gives it to the connector, and then deletes the old one', async () => {
      const run = await rotating.follow('A key that Terraform makes, rotated in one apply', workspace());
      const order = [
        'access_key.zenml: Creation complete',
        'connector.bucket: Modifications complete',
        ': Destroying...',
      ];
      const found = order.map((line) => run?.output.indexOf(line) ?? -1);
      expect(found).not.toContain(-1);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      const key = await workspace().attributes('aws_iam_access_key.zenml');
      expect(await connectorOnServer(workspace(), address)).toMatchObject({
        configuration: { aws_access_key_id: key?.id, aws_secret_access_key: key?.secret },
      });
      expect(await workspace().plan('-var', 'key_generation=2')).toEqual([]);
      ids = await currentIds();
    });

    it('changes the authentication method in place, with the component on it', async () => {
      await rotating.follow('Another way to authenticate', workspace());
      expect(await currentIds()).toEqual(ids);
      const component = await rest.get(`/components/${String(ids[1])}`);
      expect(component.metadata).toMatchObject({ connector: { id: ids[0], body: { auth_method: 'iam-role' } } });
      expect(await workspace().plan('-var', 'key_generation=2')).toEqual([]);
    });
  });
});

describe('when the server fails', () => {
  const workspace = guideWorkspace();

  it('takes the time limits that the guide sets', async () => {
    await failing.follow('Time limits', workspace());
    expect(await workspace().plan()).toEqual([]);
  });
});

describe('replacing components', () => {
  const workspace = guideWorkspace();
  let stack: unknown;

  /** Name and flavor of what the stack holds, by type. */
  async function held(): Promise<Record<string, string[]>> {
    const { metadata } = await rest.get(`/stacks/${String(stack)}`);
    const { components } = metadata as {
      components: Record<string, { name: string; body: { flavor_name: string } }[]>;
    };
    const named = Object.entries(components).map(
      ([type, ofType]) => [type, ofType.map(({ name, body }) => `${name} (${body.flavor_name})`)] as const,
    );
    return Object.fromEntries(named);
  }

  it.each([
    ['Start', 'orchestrator (local)', 'alerter'],
    ['Another flavor', 'orchestrator (local_docker)', 'alerter'],
    ['The new one first', 'orchestrator (kubernetes)', 'alerter'],
    ['One less', 'orchestrator (kubernetes)', undefined],
  ])('does what "%s" says', async (heading, orchestrator, alerter) => {
    await replacing.follow(heading, workspace());
    stack ??= (await workspace().attributes('zenml_stack.dev'))?.id;
    expect(await workspace().plan()).toEqual([]);
    expect(await held()).toEqual({
      artifact_store: ['store (local)'],
      orchestrator: [orchestrator],
      ...(alerter !== undefined && { alerter: [`${alerter} (slack)`] }),
    });
    const names = ['orchestrator', 'store', ...(alerter === undefined ? [] : [alerter])];
    expect((await rest.names('components')).sort()).toEqual(names.sort());
  });
});

describe('importing and adopting', () => {
  const workspace = guideWorkspace();
  let ids: Record<string, unknown>;

  const idsInState = async () =>
    Object.fromEntries(
      await Promise.all(Object.keys(ids).map(async (one) => [one, (await workspace().attributes(one))?.id] as const)),
    );

  beforeAll(async () => {
    const component = (name: string, type: string, flavor: string, configuration: object) =>
      rest.post('/components', { name, type, flavor, configuration });
    const { id: store } = await component('store', 'artifact_store', 's3', { path: 's3://acme-ml-artifacts' });
    const { id: orchestrator } = await component('orchestrator', 'orchestrator', 'local', {});
    const components = { artifact_store: [store], orchestrator: [orchestrator] };
    const { id: stack } = await rest.post('/stacks', { name: 'dev', components });
    ids = {
      'zenml_stack.dev': stack,
      'zenml_stack_component.store': store,
      'zenml_stack_component.orchestrator': orchestrator,
    };
  });

  it('imports what exists', async () => {
    await importing.follow('With import blocks', workspace());
    expect(await idsInState()).toEqual(ids);
    expect(await workspace().plan()).toEqual([]);
  });

  it('stops at the taken names after a run that lost its state, with the blocks that import them', async () => {
    const main = path.join(workspace().directory, 'main.tf');
    const resources = (await readFile(main, 'utf8')).replace(/^import \{[^]*?^\}$/gm, '');
    await writeFile(main, resources);
    await rm(path.join(workspace().directory, 'terraform.tfstate'));
    const { diagnostics } = await workspace().applyFailing();
    for (const id of [ids['zenml_stack_component.store'], ids['zenml_stack_component.orchestrator']]) {
      expect(diagnostics.map(({ detail }) => detail).join('\n')).toContain(`id = "${String(id)}"`);
    }
  });

  it('takes over what is as configured', async () => {
    await importing.follow('After a run that lost its state', workspace());
    expect(await idsInState()).toEqual(ids);
    expect(await workspace().plan()).toEqual([]);
  });
});

test.each([severalComponents, rotating, failing, replacing, importing])(
  'nothing of the guide $name is left out',
  (guide) => {
    expect(guide.unfollowed).toEqual([]);
  },
);
