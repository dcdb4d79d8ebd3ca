import { useTemporaryFolder } from '../support/temporary-folder';
import { diagramOf, environmentWith } from './synthesized-app';

const folder = useTemporaryFolder();

const store = { name: 'store', type: 'artifact_store', flavor: 's3', connector_id: '${zenml_service_connector.s3.id}' };
const stack = { name: 'dev-base-stack', components: { artifact_store: '${zenml_stack_component.store.id}' } };

function labelled(environment: string): object {
  return { labels: { environment } };
}

describe('environments', () => {
  it('stand from where things are tried to where they must work, whatever has no environment last', async () => {
    const named = (environment: string) => ({
      resource: { zenml_stack: { s: { name: environment, ...labelled(environment) } } },
    });
    const { environments } = await diagramOf(folder(), {
      a: named('prod'),
      b: named('emea'),
      c: named('dev'),
      d: named('staging'),
      e: { resource: { zenml_stack: { s: { name: 'local' } } } },
      f: { resource: { null_resource: { nothing: {} } } },
    });
    expect(environments.map(({ name, labelled: has }) => [name, has])).toEqual([
      ['dev', true],
      ['emea', true],
      ['staging', true],
      ['prod', true],
      ['e', false],
    ]);
  });

  it('have what all their Terraform stacks have', async () => {
    const { environments } = await diagramOf(folder(), {
      base: { resource: { zenml_stack: { s: { name: 'dev-base-stack', ...labelled('dev') } } } },
      teams: { resource: { zenml_stack: { s: { name: 'dev-vision-stack', ...labelled('dev') } } } },
    });
    expect(environments.map(({ stacks }) => stacks.map(({ name }) => name))).toEqual([
      ['dev-base-stack', 'dev-vision-stack'],
    ]);
  });

  it('say where they are and where their state lies', async () => {
    const { places, states } = await environmentWith(
      folder(),
      { zenml_stack: { s: stack } },
      {
        provider: {
          aws: [{ region: 'us-east-1' }, { alias: 'replica', region: 'us-west-2' }],
          google: [{ project: 'acme-ml', region: '${var.region}' }],
          zenml: [{}],
        },
        terraform: { backend: { s3: { bucket: 'acme-states', key: 'prod', use_lockfile: true } } },
      },
    );
    expect(places).toEqual(['AWS us-east-1', 'AWS us-west-2', 'Google Cloud acme-ml']);
    expect(states).toEqual(['S3 acme-states/prod']);
  });

  it.each([
    [{ backend: { local: { path: '../../../somewhere/terraform.dev.tfstate' } } }, 'file terraform.dev.tfstate'],
    [{ backend: { gcs: { bucket: 'states', prefix: 'dev' } } }, 'Cloud Storage states/dev'],
    [{ cloud: { organization: 'acme', workspaces: { name: 'ml-dev' } } }, 'HCP Terraform acme/ml-dev'],
    [{ backend: { http: { address: 'x' } } }, 'http'],
  ])('tell the state of %j', async (terraform, state) => {
    const { states } = await environmentWith(folder(), { zenml_stack: { s: stack } }, { terraform });
    expect(states).toEqual([state]);
  });

  it('say which switches are on, and from which rules they are excepted', async () => {
    const labels = {
      environment: 'prod',
      high_availability: 'true',
      compliance_mode: 'strict',
      exception_long_lived_keys: 'old build server',
    };
    const { switches, exceptions } = await environmentWith(folder(), { zenml_stack: { s: { ...stack, labels } } });
    expect(switches.map(({ title, on }) => [title, on])).toEqual([
      ['High availability', true],
      ['Backup', false],
      ['Strict compliance', true],
    ]);
    expect(exceptions).toEqual(['long lived keys: old build server']);
  });
});

describe('a ZenML stack', () => {
  it('has its components, their connectors and the cloud resources behind them', async () => {
    const { stacks, connectors } = await environmentWith(folder(), {
      aws_s3_bucket: { b: { bucket: 'artifacts-${random_id.x.hex}' } },
      aws_iam_role: { r: { name: 'client' } },
      zenml_service_connector: {
        s3: {
          name: 's3-connector',
          type: 'aws',
          auth_method: 'iam-role',
          resource_type: 's3-bucket',
          configuration: { role_arn: '${aws_iam_role.r.arn}' },
        },
      },
      zenml_stack_component: { store: { ...store, configuration: { path: 's3://${aws_s3_bucket.b.bucket}' } } },
      zenml_stack: { s: stack },
    });
    expect(stacks).toMatchObject([
      {
        name: 'dev-base-stack',
        components: [
          {
            type: 'artifact_store',
            flavor: 's3',
            connector: { name: 's3-connector', type: 'aws', authMethod: 'iam-role', keyInState: false },
            resources: [{ title: 'S3 bucket', name: 'artifacts-…' }],
          },
        ],
      },
    ]);
    expect(connectors).toMatchObject([
      { resourceType: 's3-bucket', resources: [{ title: 'IAM role', name: 'client' }] },
    ]);
  });

  it('on a base has what it replaces and adds, inherits the rest, and lacks what it leaves out', async () => {
    const component = (type: string, flavor: string) => ({ name: `${flavor}-${type}`, type, flavor });
    const id = (name: string) => `\${zenml_stack_component.${name}.id}`;
    const { stacks } = await environmentWith(folder(), {
      zenml_stack_component: {
        builder: component('image_builder', 'local'),
        laptop: component('orchestrator', 'local'),
        slack: component('alerter', 'slack'),
        store: component('artifact_store', 's3'),
        vertex: component('orchestrator', 'vertex'),
      },
      zenml_stack: {
        a_team: {
          name: 'dev-a-stack',
          components: { artifact_store: id('store'), orchestrator: id('vertex') },
          additional_components: { alerter: [id('slack')] },
          labels: { base_stack: '${zenml_stack.base.name}', project: 'vision', version: '1.2.0' },
        },
        base: {
          name: 'dev-base-stack',
          components: { artifact_store: id('store'), image_builder: id('builder'), orchestrator: id('laptop') },
        },
      },
    });
    expect(stacks.map(({ name }) => name)).toEqual(['dev-base-stack', 'dev-a-stack']);
    expect(stacks[1]).toMatchObject({
      project: 'vision',
      version: '1.2.0',
      base: { name: 'dev-base-stack', id: stacks[0]?.id },
      components: [{ flavor: 'vertex' }, { flavor: 'slack' }],
      inherited: [{ type: 'artifact_store' }],
      without: ['image_builder'],
    });
  });

  it('on a base that is looked up has its own, and names the base', async () => {
    const { stacks } = await environmentWith(
      folder(),
      {
        zenml_stack_component: { mine: { name: 'mine', type: 'orchestrator', flavor: 'local' } },
        zenml_stack: {
          team: {
            name: 'dev-vision-stack',
            components:
              '${merge(data.zenml_stack.base.component_ids, {"orchestrator" = zenml_stack_component.mine.id})}',
            labels: { base_stack: 'dev-base-stack' },
          },
        },
      },
      { data: { zenml_stack: { base: { name: 'dev-base-stack' } } } },
    );
    expect(stacks).toMatchObject([{ base: { name: 'dev-base-stack' }, components: [{ name: 'mine' }], inherited: [] }]);
    expect(stacks[0]?.base).not.toHaveProperty('id');
  });

  it('may have components and connectors that are looked up', async () => {
    const { stacks, connectors } = await environmentWith(
      folder(),
      {
        zenml_stack_component: { own: { ...store, connector_id: '${data.zenml_service_connector.found.id}' } },
        zenml_stack: {
          s: {
            name: 's',
            components: {
              artifact_store: '${zenml_stack_component.own.id}',
              orchestrator: '${data.zenml_stack_component.shared.id}',
            },
          },
        },
      },
      {
        data: {
          zenml_stack_component: { shared: { type: 'orchestrator', name: 'shared-orchestrator' } },
          zenml_service_connector: { found: { name: 'company-aws' } },
        },
      },
    );
    expect(stacks[0]?.components).toMatchObject([
      { name: 'shared-orchestrator', flavor: 'on the server' },
      { name: 'store', connector: { name: 'company-aws' } },
    ]);
    expect(connectors[0]).not.toHaveProperty('authMethod');
  });
});

describe('a connector', () => {
  it('has a key in the state where terraform makes its key, also by way of other objects', async () => {
    const { connectors } = await environmentWith(folder(), {
      aws_iam_user: { u: { name: 'client' } },
      aws_iam_access_key: { k: { user: '${aws_iam_user.u.name}' } },
      zenml_secret: { s: { name: 's', values_wo: '${jsonencode({"key" = aws_iam_access_key.k.secret})}' } },
      zenml_service_connector: {
        direct: { name: 'direct', configuration_wo: { key: '${aws_iam_access_key.k.secret}' } },
        elsewhere: { name: 'elsewhere', configuration: { role_arn: '${aws_iam_user.u.arn}' } },
        indirect: { name: 'indirect', configuration: { secret: '${zenml_secret.s.id}' } },
      },
    });
    expect(connectors.map(({ name, keyInState }) => [name, keyInState])).toEqual([
      ['direct', true],
      ['elsewhere', false],
      ['indirect', true],
    ]);
  });
});

describe('cloud resources', () => {
  it('are those that people know by name; grants and settings are counted', async () => {
    const { resources, settings } = await environmentWith(folder(), {
      aws_s3_bucket: { b: { bucket: 'artifacts' } },
      aws_s3_bucket_policy: { p: { bucket: '${aws_s3_bucket.b.bucket}' } },
      aws_iam_role_policy: { p: {} },
      google_service_account: { g: { account_id: 'vertex' } },
      zenml_stack: { s: stack },
    });
    expect(resources.map(({ title, name }) => `${title} ${name}`)).toEqual([
      'S3 bucket artifacts',
      'Service account vertex',
    ]);
    expect(settings).toBe(2);
  });

  const of = { bucket: '${aws_s3_bucket.b.bucket}', repository: '${aws_ecr_repository.b.name}' };
  it.each<[string, string, object, Record<string, object>]>([
    [
      'old versions kept',
      'aws_s3_bucket',
      {},
      { aws_s3_bucket_versioning: { versioning_configuration: { status: 'Enabled' } } },
    ],
    ['copied to another bucket', 'aws_s3_bucket', {}, { aws_s3_bucket_replication_configuration: {} }],
    ['access logged', 'aws_s3_bucket', {}, { aws_s3_bucket_logging: {} }],
    [
      'key of its own',
      'aws_s3_bucket',
      {},
      { aws_s3_bucket_server_side_encryption_configuration: { rule: [{ x: { sse_algorithm: 'aws:kms' } }] } },
    ],
    ['protected from destroy', 'aws_s3_bucket', { lifecycle: { prevent_destroy: true } }, {}],
    ['destroyed with its content', 'aws_s3_bucket', { force_destroy: true }, {}],
    ['immutable tags', 'aws_ecr_repository', { image_tag_mutability: 'IMMUTABLE' }, {}],
    ['clean-up policy', 'aws_ecr_repository', {}, { aws_ecr_lifecycle_policy: {} }],
    ['copied to another region', 'aws_ecr_repository', {}, { aws_ecr_replication_configuration: {} }],
    ['in us-west-2', 'aws_s3_bucket', { provider: 'aws.replica' }, {}],
    ['old versions kept', 'google_storage_bucket', { versioning: { enabled: true } }, {}],
    ['several regions', 'google_storage_bucket', { location: 'EU' }, {}],
    [
      'two regions',
      'google_storage_bucket',
      { location: 'EU', custom_placement_config: { data_locations: ['A', 'B'] } },
      {},
    ],
    ['several regions', 'google_artifact_registry_repository', { location: 'europe' }, {}],
    ['immutable tags', 'google_artifact_registry_repository', { docker_config: { immutable_tags: true } }, {}],
  ])('say "%s" of %s', async (fact, type, attributes, settings) => {
    const withSettings = Object.fromEntries(
      Object.entries(settings).map(([name, values]) => [name, { s: { ...values, ...of } }]),
    );
    const environment = await environmentWith(
      folder(),
      { [type]: { b: { name: 'b', ...attributes } }, ...withSettings },
      { provider: { aws: [{ region: 'us-east-1' }, { alias: 'replica', region: 'us-west-2' }] } },
    );
    expect(environment.resources[0]?.facts).toEqual([fact]);
  });

  it.each<[string, object, Record<string, object>]>([
    ['aws_s3_bucket', {}, { aws_s3_bucket_versioning: { versioning_configuration: { status: 'Suspended' }, ...of } }],
    ['aws_s3_bucket', {}, { aws_s3_bucket_logging: { bucket: '${aws_s3_bucket.other.bucket}' } }],
    ['google_storage_bucket', { location: 'europe-west1', versioning: { enabled: false } }, {}],
  ])('say nothing of %s that is not so', async (type, attributes, settings) => {
    const withSettings = Object.fromEntries(Object.entries(settings).map(([name, values]) => [name, { s: values }]));
    const environment = await environmentWith(folder(), {
      [type]: { b: { name: 'b', ...attributes } },
      ...withSettings,
    });
    expect(environment.resources[0]?.facts).toEqual([]);
  });
});
