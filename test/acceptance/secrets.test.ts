import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { JsonObject } from '../../src/zenml';
import { ConfigSchema } from '../../src/provider/configuration/config-schema';
import { tracesIn, unzipped } from '../support/secret-traces';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

interface ConnectorTypeAnswer {
  readonly connector_type: string;
  readonly auth_methods: readonly { readonly auth_method: string; readonly config_schema: JsonObject }[];
}

interface FlavorAnswer {
  readonly name: string;
  readonly body: { readonly type: string };
  readonly metadata: { readonly config_schema: JsonObject };
}

let server: RunningZenmlServer;
let rest: ZenmlRest;
let resources: readonly Secretive[];
let workspace: TerraformWorkspace;

/** A resource that has secrets. */
interface Secretive {
  readonly typeName: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** `configuration`, `values` */
  readonly map: string;
  readonly open: Readonly<Record<string, string>>;
  readonly secret: Readonly<Record<string, string>>;
}

const hex = () => randomBytes(12).toString('hex');
/** Text of the kind that escaping changes, none of which may be found in any form. */
const newSecret = () => `s3cr"et&${hex()}\\+/${hex()}`;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  resources = [...(await connectors()), ...(await components()), secret()];
  const variables = secrets().map((value, index) => [`TF_VAR_secret_${index}`, value] as const);
  const environment = { ...server.environment, ...Object.fromEntries(variables) };
  workspace = await createTerraformWorkspace({ hcl: '', environment });
});

afterAll(async () => {
  await workspace.dispose();
  await server.stop();
});

async function connectors(): Promise<readonly Secretive[]> {
  const types = await rest.read<ConnectorTypeAnswer[]>('/service_connector_types');
  return types.flatMap(({ connector_type: type, auth_methods }) =>
    auth_methods.flatMap(({ auth_method, config_schema }) => {
      const schema = new ConfigSchema(config_schema);
      const secrets = schema.keys.filter((key) => schema.isSecret(key));
      const others = schema.required.filter((key) => !secrets.includes(key));
      return {
        typeName: 'zenml_service_connector',
        name: `${type}-${auth_method}`,
        attributes: { type, auth_method },
        map: 'configuration',
        open: Object.fromEntries(others.map((key) => [key, 'open'])),
        secret: Object.fromEntries(secrets.map((key) => [key, newSecret()])),
      };
    }),
  );
}

async function components(): Promise<readonly Secretive[]> {
  const { items } = await rest.read<{ items: FlavorAnswer[] }>('/flavors?hydrate=true&size=1000');
  const wanted = ['discord', 'slack', 'comet', 'datadog', 'neptune', 'wandb'];
  return items
    .filter(({ name }) => wanted.includes(name))
    .map(({ name, body: { type }, metadata: { config_schema } }) => {
      const schema = new ConfigSchema(config_schema);
      const secrets = schema.keys.filter((key) => schema.isSecret(key) && schema.types(key).has('string'));
      const others = schema.required.filter((key) => !secrets.includes(key));
      return {
        typeName: 'zenml_stack_component',
        name: `${type}-${name}`,
        attributes: { type, flavor: name },
        map: 'configuration',
        open: Object.fromEntries(others.map((key) => [key, 'https://open.example.org'])),
        secret: Object.fromEntries(secrets.map((key) => [key, newSecret()])),
      };
    });
}

function secret(): Secretive {
  return {
    typeName: 'zenml_secret',
    name: 'tracker',
    attributes: {},
    map: 'values',
    open: { user: 'open' },
    secret: { token: newSecret(), key: newSecret() },
  };
}

const secrets = () => resources.flatMap(({ secret: values }) => Object.values(values));

const mapText = (values: Readonly<Record<string, string>>) =>
  `{ ${Object.entries(values)
    .map(([key, value]) => `${key} = ${value}`)
    .join(', ')} }`;

const quoted = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, JSON.stringify(value)]));

const variableFor = (value: string) => `var.secret_${secrets().indexOf(value)}`;

/** The secrets come in by variables, as they do in life: a plan holds the configuration itself. */
function configuration(style: 'write-only' | 'plain', version = 1, verified: readonly string[] = []): string {
  const kind = style === 'plain' ? 'sensitive' : 'ephemeral';
  const variables = secrets().map((_, index) => `variable "secret_${index}" {\n  type = string\n  ${kind} = true\n}`);
  const blocks = resources.map(({ typeName, name, attributes, map, open, secret: values }) => {
    const given = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, variableFor(value)]));
    const parts =
      style === 'plain'
        ? [`${map} = ${mapText({ ...quoted(open), ...given })}`]
        : [`${map} = ${mapText(quoted(open))}`, `${map}_wo = ${mapText(given)}`, `${map}_wo_version = ${version}`];
    const lines = [
      `name = "${name}"`,
      ...Object.entries(attributes).map(([key, value]) => `${key} = "${value}"`),
      ...(typeName === 'zenml_service_connector' ? [`verify = ${verified.includes(name)}`] : []),
      ...parts,
    ];
    return `resource "${typeName}" "${name}" {\n  ${lines.join('\n  ')}\n}`;
  });
  return ['provider "zenml" {}', ...variables, ...blocks].join('\n');
}

/** Every file that terraform wrote, but the configuration, and the plan unpacked. */
async function written(): Promise<ReadonlyMap<string, Buffer>> {
  const names = (await readdir(workspace.directory)).filter((name) => !name.endsWith('.tf') && !name.startsWith('.'));
  const files = await Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(workspace.directory, name));
      return [name, name.endsWith('.tfplan') ? unzipped(bytes) : bytes] as const;
    }),
  );
  return new Map(files);
}

/** What shows secrets, by name of the file or output. */
async function leaks(outputs: Readonly<Record<string, string>>, but = /^$/): Promise<Record<string, number>> {
  const all = [
    ...(await written()),
    ...Object.entries(outputs).map(([name, text]) => [name, Buffer.from(text)] as const),
  ];
  const found = all.map(([name, bytes]) => [name, but.test(name) ? 0 : tracesIn(bytes, secrets()).length] as const);
  return Object.fromEntries(found.filter(([, count]) => count > 0));
}

const TRACE = { TF_LOG: 'TRACE' };

/** What a command that succeeds prints, with everything that terraform and the provider log. */
async function traced(...args: readonly string[]): Promise<string> {
  const { exitCode, output } = await workspace.run(args, TRACE);
  if (exitCode !== 0) throw new Error(`terraform ${args.join(' ')} failed:\n${output.slice(-2000)}`);
  return output;
}

// The steps follow one another.

describe('secrets that are write-only', () => {
  it('of every way to authenticate are stored on the server', async () => {
    await workspace.write(configuration('write-only'));
    expect(resources.length).toBeGreaterThan(20);
    const plan = await traced('plan', '-no-color', '-out=plan.tfplan');
    const apply = await traced('apply', '-no-color', 'plan.tfplan');
    const shown = (await workspace.run(['show', '-json', 'plan.tfplan'])).output;
    const state = (await workspace.run(['show', '-json'])).output;
    expect((await workspace.addresses()).length).toBe(resources.length);
    for (const { typeName, name, secret: values } of resources) {
      if (typeName !== 'zenml_service_connector' || Object.keys(values).length === 0) continue;
      const id = (await workspace.attributes(`${typeName}.${name}`))?.id as string;
      const { metadata } = await rest.get(`/service_connectors/${id}`);
      expect(metadata).toMatchObject({ configuration: values });
    }
    expect(await leaks({ plan, apply, shown, state })).toEqual({});
  });

  it('would be found: the search sees what is open', async () => {
    expect(tracesIn((await written()).get('terraform.tfstate') ?? Buffer.from(''), ['open.example.org'])).toHaveLength(
      1,
    );
    const plan = unzipped(await readFile(path.join(workspace.directory, 'plan.tfplan')));
    expect(tracesIn(plan, ['open.example.org'])).toHaveLength(1);
  });

  it('leave the next plan empty, and no trace in a refresh', async () => {
    expect(await workspace.plan()).toEqual([]);
    const refresh = await traced('apply', '-no-color', '-auto-approve', '-refresh-only');
    expect(await leaks({ refresh })).toEqual({});
  });

  it('leave no trace where they are changed, nor in the backup of the state', async () => {
    await workspace.write(configuration('write-only', 2));
    const apply = await traced('apply', '-no-color', '-auto-approve');
    expect([...(await written()).keys()]).toContain('terraform.tfstate.backup');
    expect(await leaks({ apply })).toEqual({});
  });

  it('leave no trace where they are refused, or the server fails', async () => {
    await workspace.write(configuration('write-only', 3, ['gcp-service-account', 'gcp-external-account']));
    const failed = await workspace.run(['apply', '-no-color', '-auto-approve'], TRACE);
    expect(failed.exitCode).not.toBe(0);
    const unreachable = await workspace.run(['apply', '-no-color', '-auto-approve', '-refresh=false'], {
      ...TRACE,
      ZENML_SERVER_URL: 'http://127.0.0.1:1',
    });
    expect(unreachable.exitCode).not.toBe(0);
    expect(await leaks({ failed: failed.output, unreachable: unreachable.output })).toEqual({});
  });

  it.each(['exception', 'rejection', 'kill'])(
    'leave no trace where the provider crashes by %s as it sends one, and arrive with the next apply',
    async (way) => {
      const version = 4 + ['exception', 'rejection', 'kill'].indexOf(way);
      await workspace.write(configuration('write-only', version));
      const crashed = await workspace.run(['apply', '-no-color', '-auto-approve'], {
        ...TRACE,
        NODE_OPTIONS: `--require ${JSON.stringify(path.join(__dirname, '../support/crash-with-secret.cjs'))}`,
        CRASH_AT: 's3cr',
        CRASH_BY: way,
      });
      expect(crashed.exitCode).not.toBe(0);
      expect(crashed.output).toContain('Plugin did not respond');
      expect(crashed.output.includes('the provider failed outside of any RPC')).toBe(way !== 'kill');
      expect(await leaks({ crashed: crashed.output })).toEqual({});
      const healed = await traced('apply', '-no-color', '-auto-approve');
      expect(await leaks({ healed })).toEqual({});
      expect(await workspace.plan()).toEqual([]);
    },
  );
});

describe('secrets in the plain attribute', () => {
  it('stand in the state and nowhere else', async () => {
    await workspace.write(configuration('plain'));
    const apply = await traced('apply', '-no-color', '-auto-approve');
    const again = await traced('plan', '-no-color');
    expect(Object.keys(await leaks({}))).toContain('terraform.tfstate');
    expect(await leaks({ apply, again }, /tfstate|tfplan/)).toEqual({});
  });
});
