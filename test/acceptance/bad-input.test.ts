import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import getPort from 'get-port';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { type TerraformRun } from '../support/terraform-run';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

let server: RunningZenmlServer;
let rest: ZenmlRest;
let website: Server;
let closedPort: number;

beforeAll(async () => {
  server = await startZenmlServer();
  rest = new ZenmlRest(server.url, server.apiKey);
  website = createServer((_, response) => {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>A website</title>');
  });
  await new Promise<void>((listening) => website.listen(0, '127.0.0.1', listening));
  closedPort = await getPort({ host: '127.0.0.1' });
});

afterAll(async () => {
  website.close();
  await server.stop();
});

const inUse = `
resource "zenml_stack_component" "store" {
  name   = "store"
  type   = "artifact_store"
  flavor = "local"
}

resource "zenml_stack_component" "orchestrator" {
  name   = "orchestrator"
  type   = "orchestrator"
  flavor = "local"
}`;

const stack = `
resource "zenml_stack" "dev" {
  name       = "dev"
  components = {
    artifact_store = zenml_stack_component.store.id
    orchestrator   = zenml_stack_component.orchestrator.id
  }
}`;

/** A token as the server would have issued it an hour ago. */
function expiredToken(token: string): string {
  const [header = '', claims = ''] = token.split('.');
  const decoded = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  const anHourAgo = Math.floor(Date.now() / 1000) - 3600;
  const expired = Buffer.from(JSON.stringify({ ...decoded, exp: anHourAgo })).toString('base64url');
  const signature = createHmac('sha256', server.jwtSecret).update(`${header}.${expired}`).digest('base64url');
  return `${header}.${expired}.${signature}`;
}

/** All that the user reads, in one line. */
function said(run: TerraformRun): string {
  const errors = run.diagnostics.filter(({ severity }) => severity === 'error');
  return (
    errors.length > 0 ? errors.map(({ summary, detail }) => `${summary}: ${detail}`).join(' ') : run.output
  ).replace(/[\s│]+/g, ' ');
}

async function withWorkspace<T>(
  hcl: string,
  environment: Record<string, string>,
  use: (workspace: TerraformWorkspace) => Promise<T>,
): Promise<T> {
  const workspace = await createTerraformWorkspace({ hcl, environment });
  try {
    return await use(workspace);
  } finally {
    await workspace.dispose();
  }
}

describe('a provider configuration that cannot work', () => {
  const project = `resource "zenml_project" "this" {
    name = "never-made"
  }`;

  const refusal = (provider: string, environment: Record<string, string> = {}) =>
    withWorkspace(`provider "zenml" {\n${provider}\n}\n${project}`, environment, async (workspace) => {
      const before = await rest.everything();
      const run = await workspace.applyFailing();
      expect(await workspace.attributes('zenml_project.this')).toBeUndefined();
      expect(await rest.everything()).toEqual(before);
      return said(run);
    });

  it('without an address names server_url and its environment variable', async () => {
    expect(await refusal('', { ZENML_API_KEY: server.apiKey })).toMatch(/server_url.*ZENML_SERVER_URL/);
  });

  it('without a key names api_key and its environment variable', async () => {
    expect(await refusal('', { ZENML_SERVER_URL: server.url })).toMatch(/api_key.*ZENML_API_KEY/);
  });

  it('with an address that is none names it', async () => {
    expect(await refusal('server_url = "zenml.example.org"', { ZENML_API_KEY: server.apiKey })).toMatch(
      /server_url.*zenml\.example\.org/,
    );
  });

  it('with the address of a path that is no ZenML server names it', async () => {
    expect(await refusal(`server_url = "${server.url}/elsewhere"`, { ZENML_API_KEY: server.apiKey })).toMatch(
      /server_url.*elsewhere/,
    );
  });

  it('with a key the server does not know names api_key and never shows it', async () => {
    const wrong = 'ZENKEY_eyJpZCI6ImZha2UiLCJrZXkiOiJmYWtlIn0=';
    const text = await refusal(`api_key = "${wrong}"`, { ZENML_SERVER_URL: server.url });
    expect(text).toMatch(/api_key/);
    expect(text).not.toContain(wrong);
  });

  it('with an expired token says that it has expired and never shows it', async () => {
    const login = await fetch(`${server.url}/api/v1/login`, {
      method: 'POST',
      body: new URLSearchParams({ password: server.apiKey }),
    });
    const token = expiredToken(((await login.json()) as { access_token: string }).access_token);
    const text = await refusal('', { ZENML_SERVER_URL: server.url, ZENML_API_TOKEN: token });
    expect(text).toMatch(/api_token.*expired/i);
    expect(text).not.toContain(token);
  });

  it('with a server that does not answer names its address', async () => {
    const url = `http://127.0.0.1:${closedPort}`;
    const text = await refusal(`server_url = "${url}"`, { ZENML_API_KEY: server.apiKey });
    expect(text).toContain(url);
    expect(text).toMatch(/server_url/);
  });

  it('with a website instead of a server says that HTML came back', async () => {
    const url = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
    expect(await refusal(`server_url = "${url}"`, { ZENML_API_KEY: server.apiKey })).toMatch(/server_url.*HTML/);
  });
});

describe('a resource that the server cannot take', () => {
  const component = (body: string) => `provider "zenml" {}
    resource "zenml_stack_component" "this" {
      ${body}
    }`;

  const refusal = (hcl: string) =>
    withWorkspace(hcl, server.environment, async (workspace) => {
      const before = await rest.everything();
      const run = await workspace.applyFailing();
      expect(await rest.everything()).toEqual(before);
      expect(await workspace.addresses()).toEqual([]);
      return said(run);
    });

  it('for its flavor names the flavor', async () => {
    const hcl = component('name = "a"\ntype = "artifact_store"\nflavor = "s4"\nconfiguration = { path = "s3://a" }');
    expect(await refusal(hcl)).toMatch(/flavor.*s4/);
  });

  it('for its type names the types there are', async () => {
    expect(await refusal(component('name = "a"\ntype = "artifact_shop"\nflavor = "s3"'))).toMatch(
      /type.*artifact_shop.*artifact_store/,
    );
  });

  it('for its missing artifact path names the key', async () => {
    expect(await refusal(component('name = "a"\ntype = "artifact_store"\nflavor = "s3"'))).toMatch(
      /configuration.*path/,
    );
  });

  it('for its auth method names it', async () => {
    const hcl = `provider "zenml" {}
      resource "zenml_service_connector" "this" {
        name          = "a"
        type          = "docker"
        auth_method   = "telepathy"
        configuration = { username = "a", password = "hidden-password" }
      }`;
    const text = await refusal(hcl);
    expect(text).toMatch(/auth_method.*telepathy/);
    expect(text).not.toContain('hidden-password');
  });

  it('for its name, which another has, gives the import block that takes the other over', async () => {
    const hcl = component('name = "taken"\ntype = "orchestrator"\nflavor = "local"');
    await withWorkspace(hcl, server.environment, async (owner) => {
      await owner.apply();
      const id = (await owner.attributes('zenml_stack_component.this'))?.id as string;
      const text = await refusal(hcl);
      expect(text).toMatch(/name.*taken/);
      expect(text).toContain(`id = "${id}"`);
      await owner.destroy();
    });
  });
});

describe('a service connector in use', () => {
  const inUseConnector = `provider "zenml" {}

  resource "zenml_service_connector" "registry" {
    name          = "registry"
    type          = "docker"
    auth_method   = "password"
    resource_type = "docker-registry"
    verify        = false
    configuration = { username = "a", password = "b" }
  }

  resource "zenml_stack_component" "images" {
    name          = "images"
    type          = "container_registry"
    flavor        = "default"
    configuration = { uri = "registry.example.org" }
    connector_id  = zenml_service_connector.registry.id
  }`;

  it('is not deleted, and the component that uses it is named', async () => {
    await withWorkspace(inUseConnector, server.environment, async (workspace) => {
      await workspace.apply();
      const before = await rest.everything();
      await workspace.run(['state', 'rm', 'zenml_stack_component.images']);
      const target = '-target=zenml_service_connector.registry';
      const run = await workspace.applyFailing('-destroy', target);
      expect(said(run)).toMatch(/registry.*images/);
      expect(await rest.everything()).toEqual(before);
      expect(await workspace.attributes('zenml_service_connector.registry')).toBeDefined();

      await workspace.import('zenml_stack_component.images', await rest.idOf('components', 'images'));
      await workspace.destroy();
    });
  });
});

describe('an import', () => {
  const importFailing = (address: string, id: string) =>
    withWorkspace(`provider "zenml" {}\n${inUse}\n${stack}`, server.environment, async (workspace) => {
      const run = await workspace.importFailing(address, id);
      expect(await workspace.attributes(address)).toBeUndefined();
      return said(run);
    });

  it('with what is neither an id nor a name of anything says so', async () => {
    expect(await importFailing('zenml_stack.dev', 'not an id')).toMatch(/no stack with the id or name "not an id"/);
  });

  it('of what does not exist names kind and id', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    expect(await importFailing('zenml_stack_component.store', id)).toMatch(new RegExp(`component.*${id}`));
  });
});
