import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '../../src/zenml';
import { sampleConfiguration } from '../support/sample-configuration';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

interface FlavorAnswer {
  readonly name: string;
  readonly body: { readonly type: string };
  readonly metadata: { readonly config_schema: JsonObject };
}

/** A component with a value for every key of its flavor. */
interface Sample {
  readonly resource: string;
  readonly type: string;
  readonly flavor: string;
  readonly written: Readonly<Record<string, JsonValue>>;
  /** What somebody else makes of it: another value of every key. */
  readonly changed: Readonly<Record<string, JsonValue>>;
}

let server: RunningZenmlServer;
let rest: ZenmlRest;
let workspace: TerraformWorkspace;
let samples: readonly Sample[];

/** As a configuration in Terraform holds a value. */
const text = (value: JsonValue) => (typeof value === 'string' ? value : JSON.stringify(value));
const hcl = ({ resource, type, flavor, written }: Sample) => `
resource "zenml_stack_component" "${resource}" {
  name          = "${resource}"
  type          = "${type}"
  flavor        = "${flavor}"
  configuration = {
${Object.entries(written)
  .map(([key, value]) => `    ${key} = ${JSON.stringify(text(value))}`)
  .join('\n')}
  }
}`;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  const { items } = await rest.read<{ items: FlavorAnswer[] }>('/flavors?hydrate=true&size=1000');
  samples = items.map(({ name, body: { type }, metadata: { config_schema } }) => ({
    resource: `${type}-${name}`,
    type,
    flavor: name,
    written: sampleConfiguration(config_schema, 0, name),
    changed: sampleConfiguration(config_schema, 1, name),
  }));
  workspace = await createTerraformWorkspace({
    hcl: ['provider "zenml" {}', ...samples.map(hcl)].join('\n'),
    environment: server.environment,
    timeoutMilliseconds: 300_000,
  });
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

// The steps follow one another: one apply holds a component of every flavor that the server has.

describe('a component of every flavor, with a value for every key', () => {
  it('is applied', async () => {
    expect(samples.length).toBeGreaterThan(80);
    expect(samples.reduce((sum, { written }) => sum + Object.keys(written).length, 0)).toBeGreaterThan(800);
    const run = await workspace.apply();
    expect(run.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('leaves the next plan empty', async () => {
    expect(await workspace.plan()).toEqual([]);
  });

  it('shows every key that somebody else changed', async () => {
    const before = await heldByName();
    for (const { resource, changed } of samples) {
      await rest.put(`/components/${before.get(resource)?.id ?? ''}`, { configuration: changed });
    }
    const after = await heldByName();
    const drifted = await drift();
    const changes = samples.flatMap(({ resource, written }) =>
      Object.keys(written)
        .filter((key) => !isDeepStrictEqual(valueOf(before, resource, key), valueOf(after, resource, key)))
        .map((key) => ({
          key: `${resource}.${key}`,
          was: text(written[key] ?? null),
          is: drifted.get(resource)?.[key],
        })),
    );
    expect(changes.length).toBeGreaterThan(800);
    expect(changes.filter(({ was, is }) => is === undefined || is === was)).toEqual([]);
  });

  it('is set right again', async () => {
    await workspace.apply();
    expect(await workspace.plan()).toEqual([]);
  });
});

interface HeldComponent {
  readonly id: string;
  readonly name: string;
  readonly metadata: { readonly configuration: JsonObject };
}

/** The components as the server holds them. */
async function heldByName(): Promise<ReadonlyMap<string, HeldComponent>> {
  const { items } = await rest.read<{ items: HeldComponent[] }>('/components?size=1000&hydrate=true');
  return new Map(items.map((item) => [item.name, item]));
}

function valueOf(held: ReadonlyMap<string, HeldComponent>, name: string, key: string): JsonValue | undefined {
  return held.get(name)?.metadata.configuration[key];
}

/** The configuration of each component as a refresh finds it, where it is another one. */
async function drift(): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  await workspace.plan();
  const { output } = await workspace.run(['show', '-json', 'plan.tfplan']);
  const { resource_drift = [] } = JSON.parse(output) as {
    resource_drift?: { name: string; change: { after: { configuration: Record<string, string> } } }[];
  };
  return new Map(resource_drift.map(({ name, change }) => [name, change.after.configuration]));
}
