import { rename } from 'node:fs/promises';
import path from 'node:path';
import { Guide } from '../support/guide';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

// Each guide is followed section by section, as its reader does it.

let server: RunningZenmlServer;
let rest: ZenmlRest;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
});

afterAll(() => server.stop());

/** A workspace for one guide; what it made is destroyed at the end. */
function guideWorkspace(): () => TerraformWorkspace {
  let workspace: TerraformWorkspace;
  beforeAll(async () => {
    workspace = await createTerraformWorkspace({ hcl: '', environment: server.environment });
    // Guides bring their own main.tf; this file says where the provider comes from.
    await rename(path.join(workspace.directory, 'main.tf'), path.join(workspace.directory, 'versions.tf'));
  });
  afterAll(async () => {
    await workspace.destroy();
    await workspace.dispose();
  });
  return () => workspace;
}

describe('several components of a type', () => {
  const guide = new Guide('several-components-of-a-type');
  const workspace = guideWorkspace();
  let id: unknown;

  async function stepOperators(): Promise<string[]> {
    const stack = await rest.get(`/stacks/${String(id)}`);
    const { components } = stack.metadata as { components: Record<string, { name: string }[]> };
    return (components.step_operator ?? []).map(({ name }) => name);
  }

  it('adds another one after the default one', async () => {
    await guide.follow('Add another one', workspace());
    id = (await workspace().attributes('zenml_stack.training'))?.id;
    expect(await stepOperators()).toEqual(['cpu', 'gpu']);
    expect(await workspace().plan()).toEqual([]);
  });

  it('changes the default one in place', async () => {
    await guide.follow('Change the default one', workspace());
    expect((await workspace().attributes('zenml_stack.training'))?.id).toBe(id);
    expect(await stepOperators()).toEqual(['gpu', 'cpu']);
    expect(await workspace().plan()).toEqual([]);
  });

  it('takes out what is there', async () => {
    await guide.follow('Leave the others alone, or have none', workspace());
    expect(await stepOperators()).toEqual(['cpu']);
    expect(await workspace().plan()).toEqual([]);
  });
});
