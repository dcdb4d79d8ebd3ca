import { startRecordingProxy, type RecordingProxy } from '../../scripts/bench/recording-proxy';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { ZenmlRest } from '../support/zenml-rest';

/** More than Terraform reads at a time, so that lists are read in pages. */
const STACKS = 12;
/** The saved plan is applied by a process of its own; the requests of planning are its own. */
const APPLY = ['apply', '-auto-approve', 'plan.tfplan'];

let server: RunningZenmlServer;
let proxy: RecordingProxy;
let workspace: TerraformWorkspace;

beforeAll(async () => {
  server = await startZenmlServer();
  proxy = await startRecordingProxy(server.url);
  const environment = { ...server.environment, ZENML_SERVER_URL: proxy.url };
  workspace = await createTerraformWorkspace({ hcl: '', environment });
});

afterAll(async () => {
  await workspace.dispose();
  await proxy.close();
  await server.stop();
});

function configuration(revision: string): string {
  return `
resource "zenml_project" "this" {
  name        = "counted"
  description = "${revision}"
}

resource "zenml_secret" "this" {
  name   = "counted"
  values = { token = "${revision}" }
}

resource "zenml_flavor" "this" {
  name          = "counted"
  type          = "orchestrator"
  source        = "acme.flavors.${revision}"
  config_schema = jsonencode({ type = "object" })
}

resource "zenml_service_connector" "this" {
  name          = "account"
  type          = "aws"
  auth_method   = "secret-key"
  resource_type = "s3-bucket"
  configuration = { region = "us-east-1", aws_access_key_id = "one", aws_secret_access_key = "secret" }
  labels        = { revision = "${revision}" }
  verify        = false
}

resource "zenml_stack_component" "store" {
  count         = ${STACKS}
  name          = "store-\${count.index}"
  type          = "artifact_store"
  flavor        = "s3"
  configuration = { path = "s3://bucket/${revision}/\${count.index}", client_kwargs = jsonencode({ use_ssl = false }) }
  connector_id  = zenml_service_connector.this.id
}

resource "zenml_stack_component" "orchestrator" {
  count         = ${STACKS}
  name          = "kube-\${count.index}"
  type          = "orchestrator"
  flavor        = "kubernetes"
  configuration = { kubernetes_namespace = "${revision}" }
}

resource "zenml_stack" "this" {
  count  = ${STACKS}
  name   = "stack-\${count.index}"
  labels = { revision = "${revision}" }
  components = {
    artifact_store = zenml_stack_component.store[count.index].id
    orchestrator   = zenml_stack_component.orchestrator[count.index].id
  }
}
`;
}

/** Method and kind of the requests of a terraform command, with how often each was made. */
async function requestsOf(args: readonly string[]): Promise<Record<string, number>> {
  const before = proxy.requests.length;
  const { exitCode, output } = await workspace.run(args);
  if (exitCode !== 0) throw new Error(output);
  const counts: Record<string, number> = {};
  for (const { method, path } of proxy.requests.slice(before)) {
    const name = `${method} ${path.replace(/^\/api\/v1\/([\w-]+)(?:\/[^?]*)?(?:\?.*)?$/, '$1')}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** What an apply costs besides its writes, each once. */
const BEGIN = { 'POST login': 1, 'GET info': 1 };
const FLAVORS = { 'GET flavors': 1 };
const CONNECTOR_TYPES = { 'GET service_connector_types': 1 };
const writes = (method: 'POST' | 'PUT' | 'DELETE') => ({
  [`${method} projects`]: 1,
  [`${method} secrets`]: 1,
  [`${method} flavors`]: 1,
  [`${method} service_connectors`]: 1,
  [`${method} components`]: 2 * STACKS,
  [`${method} stacks`]: STACKS,
});

const planned = (...args: readonly string[]) => requestsOf(['plan', '-out=plan.tfplan', ...args]);

// The steps follow one another.

it('a create of anything is one write', async () => {
  await workspace.write(configuration('Before'));
  await planned();
  expect(await requestsOf(APPLY)).toEqual({ ...BEGIN, ...FLAVORS, ...CONNECTOR_TYPES, ...writes('POST') });
});

it('a plan reads each kind in a few requests, whatever others keep on the server', async () => {
  const rest = new ZenmlRest(server.url, server.apiKey);
  const labels = { cost: 7, of: { team: 'ml' } };
  await rest.post('/components', {
    name: 'foreign',
    type: 'artifact_store',
    flavor: 'local',
    configuration: {},
    labels,
  });
  const reads = await planned('-detailed-exitcode');
  expect(reads['GET components']).toBeLessThanOrEqual(3);
  expect(reads['GET stacks']).toBeLessThanOrEqual(3);
  expect(Object.keys(reads).filter((name) => !/^GET |login$/.test(name))).toEqual([]);
});

it('an update of anything is one write', async () => {
  await workspace.write(configuration('After'));
  await planned();
  expect(await requestsOf(APPLY)).toEqual({ ...BEGIN, ...FLAVORS, ...writes('PUT') });
});

it('a delete of anything is one write', async () => {
  await planned('-destroy');
  expect(await requestsOf(APPLY)).toEqual({ ...BEGIN, ...writes('DELETE') });
});
