import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import type { TerraformDiagnostic } from '../support/terraform-run';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

/** One stack whose orchestrator or alerter is on its way out. */
interface Case {
  /** Whether the configuration has the stack; otherwise somebody else made it of the same components. */
  readonly isManaged: boolean;
  readonly before: Parts;
  readonly after: Parts;
}

interface Parts {
  readonly orchestrator: string;
  readonly hasAlerter?: boolean;
}

const BEFORE_DESTROY = 'lifecycle { create_before_destroy = true }';

function component(name: string, type: string, flavor: string, more = ''): string {
  return `resource "zenml_stack_component" "${name}" {\n  name = "${name}"\n  type = "${type}"\n  flavor = "${flavor}"\n  ${more}\n}`;
}

function orchestrator(name: string, flavor: string, more = ''): string {
  return component(`${name}_orchestrator`, 'orchestrator', flavor, more);
}

/** One of a resource with `for_each`, which Terraform plans as a whole before the stack. */
function instance(name: string, key: string): string {
  const more = `for_each = toset(["${key}"])`;
  return component(`${name}_orchestrator`, 'orchestrator', 'local', more).replace(
    `name = "${name}_orchestrator"`,
    `name = "${name}-\${each.key}"`,
  );
}

const CASES = {
  alerter_leaves: {
    isManaged: true,
    before: { orchestrator: orchestrator('alerter_leaves', 'local'), hasAlerter: true },
    after: { orchestrator: orchestrator('alerter_leaves', 'local') },
  },
  alerter_leaves_foreign: {
    isManaged: false,
    before: { orchestrator: orchestrator('alerter_leaves_foreign', 'local'), hasAlerter: true },
    after: { orchestrator: orchestrator('alerter_leaves_foreign', 'local') },
  },
  swapped: {
    isManaged: true,
    before: { orchestrator: orchestrator('swapped', 'local') },
    after: { orchestrator: orchestrator('swapped_other', 'local') },
  },
  swapped_instance: {
    isManaged: true,
    before: { orchestrator: instance('swapped_instance', 'a') },
    after: { orchestrator: instance('swapped_instance', 'b') },
  },
  replaced: {
    isManaged: true,
    before: { orchestrator: orchestrator('replaced', 'local') },
    after: { orchestrator: orchestrator('replaced', 'kubernetes') },
  },
  replaced_foreign: {
    isManaged: false,
    before: { orchestrator: orchestrator('replaced_foreign', 'local') },
    after: { orchestrator: orchestrator('replaced_foreign', 'kubernetes') },
  },
  replaced_before: {
    isManaged: true,
    before: { orchestrator: orchestrator('replaced_before', 'local', BEFORE_DESTROY) },
    after: { orchestrator: orchestrator('replaced_before', 'kubernetes', BEFORE_DESTROY) },
  },
  replaced_before_foreign: {
    isManaged: false,
    before: { orchestrator: orchestrator('replaced_before_foreign', 'local', BEFORE_DESTROY) },
    after: { orchestrator: orchestrator('replaced_before_foreign', 'kubernetes', BEFORE_DESTROY) },
  },
} satisfies Record<string, Case>;

const cases: readonly (readonly [string, Case])[] = Object.entries(CASES);

/** The address of the orchestrator in a piece of configuration. */
function addressIn({ orchestrator: text }: Parts): string {
  const [, key] = /toset\(\["(\w+)"\]\)/.exec(text) ?? [];
  const address = `zenml_stack_component.${/^resource "zenml_stack_component" "(\w+)"/.exec(text)?.[1] ?? ''}`;
  return key === undefined ? address : `${address}["${key}"]`;
}

function stack(name: string, parts: Parts): string {
  const alerter = parts.hasAlerter === true ? `alerter = zenml_stack_component.${name}_alerter.id` : '';
  return `resource "zenml_stack" "${name}" {
    name       = "${name}"
    components = {
      artifact_store = zenml_stack_component.store.id
      orchestrator   = ${addressIn(parts)}.id
      ${alerter}
    }
  }`;
}

const SLACK = 'configuration = { slack_token = "token", default_slack_channel_id = "channel" }';

const PASSWORD = 'configuration = { username = "me", password = "secret" }';
const AWS =
  'resource_type = "docker-registry"\n  configuration = { region = "us-east-1", aws_access_key_id = "one", aws_secret_access_key = "two" }';

function connector(label: string, type: string, method: string, more: string): string {
  return `resource "zenml_service_connector" "${label}" {\n  name = "${label}"\n  type = "${type}"\n  auth_method = "${method}"\n  verify = false\n  ${more}\n}`;
}

function registry(name: string, connectorLabel: string): string {
  const more = `configuration = { uri = "registry.example.com" }\n  connector_id = zenml_service_connector.${connectorLabel}.id`;
  return component(name, 'container_registry', 'default', more);
}

/** A component whose connector gives way to another resource, and one whose connector is replaced. */
const CONNECTORS = {
  before: [
    connector('first', 'docker', 'password', PASSWORD),
    registry('swapped_connector', 'first'),
    connector('third', 'docker', 'password', PASSWORD),
    registry('replaced_connector', 'third'),
  ],
  after: [
    connector('second', 'docker', 'password', PASSWORD),
    registry('swapped_connector', 'second'),
    connector('third', 'aws', 'secret-key', AWS),
    registry('replaced_connector', 'third'),
  ],
};

function configuration(step: 'before' | 'after', ...more: readonly string[]): string {
  const parts = cases.flatMap(([name, life]) => [
    life[step].orchestrator,
    ...(life[step].hasAlerter === true ? [component(`${name}_alerter`, 'alerter', 'slack', SLACK)] : []),
    ...(life.isManaged ? [stack(name, life[step])] : []),
  ]);
  return [
    'provider "zenml" {}',
    component('store', 'artifact_store', 'local'),
    ...CONNECTORS[step],
    ...parts,
    ...more,
  ].join('\n');
}

let server: RunningZenmlServer;
let rest: ZenmlRest;
let workspace: TerraformWorkspace;
let stackIds: Record<string, string>;
let warnings: readonly TerraformDiagnostic[];

/** Names of the components of a stack, by type. */
async function componentsOf(name: string): Promise<Record<string, string[]>> {
  const { metadata } = await rest.get(`/stacks/${await rest.idOf('stacks', name)}`);
  const { components } = metadata as { components: Record<string, { name: string }[]> };
  return Object.fromEntries(Object.entries(components).map(([type, list]) => [type, list.map((item) => item.name)]));
}

async function makeForeignStack(name: string, { before }: Case): Promise<void> {
  const idOf = async (address: string) => (await workspace.attributes(address))?.id;
  await rest.post('/stacks', {
    name,
    components: {
      artifact_store: [await idOf('zenml_stack_component.store')],
      orchestrator: [await idOf(addressIn(before))],
      ...(before.hasAlerter === true && { alerter: [await idOf(`zenml_stack_component.${name}_alerter`)] }),
    },
  });
}

/** What was said of a stack of somebody else. */
function saidOf(name: string): readonly string[] {
  return warnings.map(({ detail }) => detail).filter((detail) => detail.includes(`the stack "${name}"`));
}

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  workspace = await createTerraformWorkspace({ hcl: configuration('before'), environment: server.environment });
  await workspace.apply();
  for (const [name, life] of cases) if (!life.isManaged) await makeForeignStack(name, life);
  const ids = cases.map(async ([name]) => [name, await rest.idOf('stacks', name)] as const);
  stackIds = Object.fromEntries(await Promise.all(ids));
  await workspace.write(configuration('after'));
  warnings = (await workspace.apply()).diagnostics;
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

// The steps follow one another, as in the life of a real configuration.

test('every stack keeps its id', async () => {
  for (const [name, id] of Object.entries(stackIds)) expect(await rest.idOf('stacks', name)).toBe(id);
});

test.each(['replaced', 'replaced_before'])('%s: the stack has the new component under the old name', async (name) => {
  expect(await componentsOf(name)).toEqual({ artifact_store: ['store'], orchestrator: [`${name}_orchestrator`] });
  const { orchestrator: id } = (await workspace.attributes(`zenml_stack.${name}`))?.components as Record<
    string,
    string
  >;
  expect(await rest.get(`/components/${id ?? ''}`)).toMatchObject({ body: { flavor_name: 'kubernetes' } });
});

test.each(['replaced_foreign', 'replaced_before_foreign'])(
  '%s: the stack keeps the old component, whose new name a warning says',
  async (name) => {
    const [retired = ''] = (await componentsOf(name)).orchestrator ?? [];
    expect(retired).toMatch(new RegExp(`^${name}_orchestrator-retired-[0-9a-f]{8}$`));
    expect(saidOf(name)).toEqual([expect.stringContaining(`"${retired}"`)]);
  },
);

test('a component that a stack can do without leaves it', async () => {
  const left = { artifact_store: ['store'], orchestrator: ['alerter_leaves_orchestrator'] };
  expect(await componentsOf('alerter_leaves')).toEqual(left);
});

test('also that of somebody else, which a warning names', async () => {
  expect(Object.keys(await componentsOf('alerter_leaves_foreign')).sort()).toEqual(['artifact_store', 'orchestrator']);
  expect(saidOf('alerter_leaves_foreign')).toEqual([expect.stringContaining('"alerter_leaves_foreign_alerter"')]);
});

test('a component that gives way to another resource is gone from its stack and from the server', async () => {
  expect((await componentsOf('swapped')).orchestrator).toEqual(['swapped_other_orchestrator']);
  expect((await componentsOf('swapped_instance')).orchestrator).toEqual(['swapped_instance-b']);
});

test('no warning names a stack that the run changes itself, where terraform plans it beside the deletion', () => {
  expect([...saidOf('alerter_leaves'), ...saidOf('swapped'), ...saidOf('replaced_before')]).toEqual([]);
});

test('the server has no component but those of the configuration and what others cannot do without', async () => {
  const managed = (await workspace.addresses()).filter((address) => address.startsWith('zenml_stack_component.'));
  const isManaged = (name: string) =>
    name === 'swapped_instance-b' || managed.includes(`zenml_stack_component.${name}`);
  const others = (await rest.names('components')).filter((name) => !isManaged(name));
  expect(others.sort()).toEqual([
    expect.stringMatching(/^replaced_before_foreign_orchestrator-retired-/),
    expect.stringMatching(/^replaced_foreign_orchestrator-retired-/),
  ]);
});

test('connectors that give way while components have them are gone, and the components have the new ones', async () => {
  expect((await rest.names('service_connectors')).sort()).toEqual(['second', 'third']);
  for (const [name, label] of [
    ['swapped_connector', 'second'],
    ['replaced_connector', 'third'],
  ]) {
    const id = (await workspace.attributes(`zenml_stack_component.${name ?? ''}`))?.connector_id;
    expect(id).toBe((await workspace.attributes(`zenml_service_connector.${label ?? ''}`))?.id);
  }
});

test('the next plan is empty', async () => {
  expect(await workspace.plan()).toEqual([]);
});

test('what was left retired is deleted when its stack gets another component, or is deleted', async () => {
  const imports = ['replaced_foreign', 'replaced_before_foreign'].flatMap((name) => [
    stack(name, CASES[name as keyof typeof CASES].after),
    `import {\n  to = zenml_stack.${name}\n  id = "${stackIds[name] ?? ''}"\n}`,
  ]);
  await workspace.write(configuration('after', ...imports));
  await workspace.apply();
  expect((await rest.names('components')).filter((name) => name.includes('-retired-'))).toEqual([]);
  expect(await workspace.plan()).toEqual([]);
});

test('in the end everything can be destroyed', async () => {
  await rest.delete(`/stacks/${stackIds.alerter_leaves_foreign ?? ''}`);
  await workspace.destroy();
  expect(await workspace.addresses()).toEqual([]);
  expect(await rest.names('components')).toEqual([]);
  expect(await rest.names('stacks')).toEqual([]);
});
