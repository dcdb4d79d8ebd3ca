import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fetch } from 'undici';
import {
  example,
  exampleNames,
  examplesRoot,
  resourcesIn,
  variableValues,
  withoutVerification,
} from '../support/examples';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import type { PlannedChange } from '../support/planned-changes';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

const SAMPLE_ID = '0e7bd3ab-0000-4000-8000-f7a2d5c3c1a4';

const usage = exampleNames('resources').map((name) => example('resources', name, 'resource.tf'));
const lookups = exampleNames('data-sources').map((name) => example('data-sources', name, 'data-source.tf'));
const blocks = exampleNames('resources').map((name) => example('resources', name, 'import-by-string-id.tf'));

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  // The bucket of the connector whose resources are looked up.
  await fetch(`${moto.url}/acme-ml-artifacts`, { method: 'PUT' });
  rest = new ZenmlRest(server.url, server.apiKey);
});

afterAll(async () => {
  await server.stop();
  await moto.stop();
});

async function workspaceOf(hcl: string): Promise<TerraformWorkspace> {
  const environment = { ...moto.environment, ...server.environment, ...variableValues(hcl) };
  const workspace = await createTerraformWorkspace({ hcl, environment });
  await writeFile(path.join(workspace.directory, 'test_override.tf'), withoutVerification(hcl));
  return workspace;
}

/** Runs with an example in a workspace of its own. */
async function withExample(hcl: string, run: (workspace: TerraformWorkspace) => Promise<void>): Promise<void> {
  const workspace = await workspaceOf(hcl);
  try {
    await run(workspace);
  } finally {
    await workspace.dispose();
  }
}

/** The addresses of what a plan creates. Fails where it would do anything else. */
function created(changes: readonly PlannedChange[]): string[] {
  expect(changes.filter(({ actions }) => actions.join() !== 'create')).toEqual([]);
  return changes.map(({ address }) => address).sort();
}

test('every example is formatted as terraform does it', async () => {
  await withExample('', async (workspace) => {
    const { exitCode, output } = await workspace.run(['fmt', '-check', '-diff', '-recursive', examplesRoot]);
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: '' });
  });
});

test('the example of the provider talks to a server', async () => {
  const hcl = example('provider', 'provider.tf')
    .replace(/"https:\/\/zenml[^"]*"/, `"${server.url}"`)
    .concat('data "zenml_server" "this" {}\noutput "version" { value = data.zenml_server.this.version }\n');
  await withExample(hcl, async (workspace) => {
    const run = await workspace.run(['plan', '-no-color'], { TF_VAR_zenml_api_key: server.apiKey });
    expect(run.output).toContain('+ version = "0.98.0"');
  });
});

describe('an example', () => {
  let workspace: TerraformWorkspace;

  beforeAll(async () => {
    workspace = await workspaceOf('');
  });

  afterAll(() => workspace.dispose());

  it.each([
    ...exampleNames('resources').map((name) => path.join('resources', name, 'resource.tf')),
    ...exampleNames('data-sources').map((name) => path.join('data-sources', name, 'data-source.tf')),
  ])('%s is valid by itself, without a warning', async (file) => {
    await workspace.write(example(file));
    const { exitCode, output } = await workspace.run(['validate', '-no-color']);
    expect({ exitCode, output }).toMatchObject({
      exitCode: 0,
      output: expect.not.stringContaining('Warning') as string,
    });
  });
});

// The steps follow one another: the examples of all resources in one state, and what looks them up beside them.

describe('the examples of the resources', () => {
  let workspace: TerraformWorkspace;
  let ids: Record<string, string>;

  /** The resources whose import is shown, by address, with their ids. */
  async function importedIds(): Promise<Record<string, string>> {
    const addresses = blocks.map((block) => /to = (\S+)/.exec(block)?.[1] ?? '');
    const found = addresses.map(
      async (address) => [address, String((await workspace.attributes(address))?.id)] as const,
    );
    return Object.fromEntries(await Promise.all(found));
  }

  const forget = () => workspace.run(['state', 'rm', ...Object.keys(ids)]);

  beforeAll(async () => {
    workspace = await workspaceOf(usage.join('\n'));
  });

  afterAll(() => workspace.dispose());

  it('are planned and applied', async () => {
    expect(created(await workspace.plan())).toEqual(resourcesIn(usage.join('\n')));
    await workspace.applyPlanned();
    expect(await workspace.plan()).toEqual([]);
    ids = await importedIds();
  });

  it('are imported by each command shown', async () => {
    const commands = exampleNames('resources').map((name) => [
      ...example('resources', name, 'import.sh').matchAll(/^terraform import (\S+) (\S+)$/gm),
    ]);
    const rounds = Math.max(...commands.map(({ length }) => length));
    for (let round = 0; round < rounds; round++) {
      await forget();
      for (const lines of commands) {
        const [, address = '', id = ''] = lines[Math.min(round, lines.length - 1)] ?? [];
        await workspace.import(address, id.replace(SAMPLE_ID, ids[address] ?? ''));
      }
      expect(await importedIds()).toEqual(ids);
    }
  });

  it('are imported by the blocks shown', async () => {
    await forget();
    const withIds = blocks.map((block) => block.replace(SAMPLE_ID, ids[/to = (\S+)/.exec(block)?.[1] ?? ''] ?? ''));
    await workspace.write([...usage, ...withIds].join('\n'));
    await workspace.apply();
    expect(await importedIds()).toEqual(ids);
    expect(await workspace.plan()).toEqual([]);
  });

  it('are found by the examples of the data sources', async () => {
    await withExample(lookups.join('\n'), async (looking) => {
      expect(created(await looking.plan())).toEqual(resourcesIn(lookups.join('\n')));
    });
  });

  it('are destroyed with nothing left', async () => {
    await workspace.destroy();
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});

describe('the whole example', () => {
  it.each(exampleNames('complete'))('%s is planned', async (name) => {
    const hcl = example('complete', name, 'main.tf');
    await withExample(hcl, async (workspace) => {
      const planned = created(await workspace.plan()).map((address) => address.replace(/\[.*\]$/, ''));
      expect([...new Set(planned)]).toEqual(resourcesIn(hcl));
    });
  });
});
