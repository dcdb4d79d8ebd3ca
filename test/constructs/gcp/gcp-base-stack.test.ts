import { App, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { ServiceConnector, type Environment } from '../../../constructs';
import { GcpAuth, type GcpBaseStack, type GcpBaseStackProps } from '../../../constructs/gcp';
import { onlyResource, resourcesOf, synthesize } from '../synthesized';
import {
  componentOf,
  componentsIn,
  connectorsIn,
  dev,
  everything,
  gcpBase,
  gcpStackWith,
  keyless,
  makeBase,
  prod,
  PROJECT,
} from './support/gcp-stack';

describe('the bucket of a GCP base stack', () => {
  it('takes access by IAM alone, and none by the public', () => {
    expect(onlyResource(gcpBase(), 'google_storage_bucket')).toMatchObject({
      uniform_bucket_level_access: true,
      public_access_prevention: 'enforced',
    });
  });

  it('keeps no versions', () => {
    expect(onlyResource(gcpBase(), 'google_storage_bucket').versioning).toEqual({ enabled: false });
  });

  it('goes with what users have put into it in development, and nowhere else by default', () => {
    const forced = (environment: Environment) =>
      onlyResource(gcpBase({ environment, auth: keyless }), 'google_storage_bucket').force_destroy;
    expect([dev, prod].map(forced)).toEqual([true, false]);
    expect(
      [
        { ...dev, forceDestroy: false },
        { ...prod, forceDestroy: true },
      ].map(forced),
    ).toEqual([false, true]);
  });
});

describe('the repository of a GCP base stack', () => {
  it('is one for images, in the region', () => {
    expect(onlyResource(gcpBase(), 'google_artifact_registry_repository')).toMatchObject({
      format: 'DOCKER',
      location: 'europe-west1',
    });
  });
});

describe('the registration of a GCP base stack', () => {
  it('is named <environment>-base-stack and has a local orchestrator and Cloud Build', () => {
    const synth = gcpBase();
    expect(onlyResource(synth, 'zenml_stack').name).toBe('dev-base-stack');
    expect(componentsIn(synth)).toEqual([
      ['artifact_store', 'gcp'],
      ['container_registry', 'gcp'],
      ['image_builder', 'gcp'],
      ['orchestrator', 'local'],
    ]);
  });

  it('has one verified connector for each resource', () => {
    const synth = gcpBase();
    expect(connectorsIn(synth)).toEqual([
      ['dev-base-gar-connector', 'docker-registry'],
      ['dev-base-gcp-connector', 'gcp-generic'],
      ['dev-base-gcs-connector', 'gcs-bucket'],
    ]);
    const [registry, , bucket] = resourcesOf(synth, 'zenml_service_connector');
    expect(registry?.resource_id).toMatch(
      /^europe-west1-docker\.pkg\.dev\/acme-ml\/\$\{google_artifact_registry_repository\.\w+\.repository_id\}$/,
    );
    expect(bucket?.resource_id).toMatch(/^gs:\/\/\$\{google_storage_bucket\.\w+\.name\}$/);
    for (const { verify } of resourcesOf(synth, 'zenml_service_connector')) expect(verify).toBeUndefined();
  });

  it('has a single connector for all where asked to', () => {
    const synth = gcpBase({ ...everything, services: [], connectors: 'single' });
    expect(connectorsIn(synth)).toEqual([['dev-base-gcp-connector', undefined]]);
    expect(onlyResource(synth, 'zenml_service_connector').resource_id).toBeUndefined();
  });

  it('names address of bucket and repository alike in components and connectors', () => {
    const synth = gcpBase();
    const [registry, , bucket] = resourcesOf(synth, 'zenml_service_connector');
    expect(componentOf(synth, 'artifact_store')?.configuration).toEqual({ path: bucket?.resource_id });
    expect(componentOf(synth, 'container_registry')?.configuration).toEqual({ uri: registry?.resource_id });
  });

  it('names everything after the stack', () => {
    const synth = gcpBase({ ...everything, stackName: 'training' });
    const names = ['zenml_stack', 'zenml_stack_component', 'zenml_service_connector'].flatMap((type) =>
      resourcesOf(synth, type).map(({ name }) => String(name)),
    );
    expect(names).toHaveLength(11);
    expect(names.filter((name) => !name.startsWith('training'))).toEqual([]);
  });

  it('builds no images in the cloud where told not to', () => {
    const synth = gcpBase({ imageBuilder: 'none' });
    expect(componentsIn(synth)).toHaveLength(3);
    expect(synth.text).not.toContain('cloudbuild');
    expect(connectorsIn(synth)).toHaveLength(2);
  });
});

describe('what runs on Google Cloud', () => {
  it('runs on Vertex AI as the service account that is made for it', () => {
    const synth = gcpBase({ orchestrator: 'vertex', stepOperator: 'vertex', experimentTracker: 'vertex' });
    const account = expect.stringMatching(/^\$\{google_service_account\.base_services_vertex_\S+\.email\}$/) as unknown;
    expect(componentOf(synth, 'orchestrator')).toMatchObject({
      flavor: 'vertex',
      configuration: { location: 'europe-west1', workload_service_account: account },
    });
    expect(componentOf(synth, 'step_operator')).toMatchObject({
      flavor: 'vertex',
      configuration: { region: 'europe-west1', service_account: account },
    });
    expect(componentOf(synth, 'experiment_tracker')).toMatchObject({
      flavor: 'vertex',
      configuration: { location: 'europe-west1', staging_bucket: expect.stringMatching(/^gs:\/\//) as unknown },
    });
  });

  it('is deployed to Cloud Run as the service account that is made for it, with secrets that it may read', () => {
    const synth = gcpBase({ deployer: 'cloud-run' });
    expect(componentOf(synth, 'deployer')).toMatchObject({
      flavor: 'gcp',
      configuration: {
        location: 'europe-west1',
        service_account: expect.stringMatching(
          /^\$\{google_service_account\.base_services_cloud-run_\S+\.email\}$/,
        ) as unknown,
        secret_name_prefix: 'zenml-dev-f31e9071-',
      },
    });
  });

  it('gets the key itself on SkyPilot, which takes no tokens, and there only', () => {
    const synth = gcpBase({ orchestrator: 'skypilot' });
    const handing = resourcesOf(synth, 'zenml_service_connector').filter(
      ({ configuration }) => (configuration as Readonly<Record<string, unknown>>).generate_temporary_tokens === 'false',
    );
    expect(handing.map(({ name }) => name)).toEqual(['dev-base-skypilot-connector']);
    expect(componentOf(synth, 'orchestrator')).toMatchObject({
      flavor: 'vm_gcp',
      configuration: { region: 'europe-west1' },
    });
  });

  it('carries the labels of the stack where Google can show them', () => {
    const synth = gcpBase(everything);
    for (const type of ['orchestrator', 'deployer']) {
      const { labels } = componentOf(synth, type)?.configuration as { labels: string };
      expect(JSON.parse(labels)).toEqual({
        team: 'ml-core',
        stack: 'dev-base-stack',
        managed_by: 'terraform',
        environment: 'dev',
      });
    }
  });

  it('takes more configuration, which wins', () => {
    const synth = gcpBase({
      orchestrator: 'vertex',
      configuration: {
        vertexOrchestrator: { location: 'us-central1', synchronous: false, extra: { new_key: 'value' } },
        imageBuilder: { buildTimeout: 7200 },
      },
    });
    expect(componentOf(synth, 'orchestrator')?.configuration).toMatchObject({
      location: 'us-central1',
      synchronous: 'false',
      new_key: 'value',
    });
    expect(componentOf(synth, 'image_builder')?.configuration).toEqual({ build_timeout: '7200' });
  });

  it('is as the base stack has it where its configuration is undefined', () => {
    const configuration = {
      artifactStore: { name: undefined, path: undefined, connector: undefined },
      containerRegistry: { uri: undefined },
      imageBuilder: { connector: undefined, dependsOn: undefined },
      localOrchestrator: undefined,
      vertexOrchestrator: { location: undefined, workloadServiceAccount: undefined, orchestratorLabels: undefined },
      stepOperator: { region: undefined, serviceAccount: undefined },
      experimentTracker: { location: undefined, stagingBucket: undefined },
      deployer: { serviceAccount: undefined, secretNamePrefix: undefined, labels: undefined },
    };
    expect(gcpBase({ ...everything, configuration }).text).toBe(gcpBase(everything).text);
  });

  it('is ready for team stacks that use services which the base itself does not', () => {
    const bare = gcpBase();
    const synth = gcpBase({ services: ['vertex', 'cloud-run'] });
    expect(componentsIn(synth)).toEqual(componentsIn(bare));
    expect(synth.text).toContain('aiplatform.googleapis.com');
    expect(synth.text).toContain('run.googleapis.com');
    expect(bare.text).not.toContain('aiplatform.googleapis.com');
  });
});

describe('a GCP base stack', () => {
  it('gives team stacks what they need of it', () => {
    let base: GcpBaseStack | undefined;
    const stack = gcpStackWith((scope) => {
      base = makeBase(scope, { imageBuilder: 'none' });
    });
    expect(base).toMatchObject({ region: 'europe-west1', projectId: PROJECT, resourcePrefix: 'zenml-dev-f31e9071' });
    expect(base?.connectors.map(({ node }) => node.id)).toEqual(['gcs-connector', 'gar-connector']);
    expect(base?.connector).toBe(base?.connectorFor('gcp-generic'));
    expect(base?.connectors.map(({ node }) => node.id)).toContain('gcp-connector');
    expect(() => base?.connectorFor('s3-bucket')).toThrow(
      'dev/base has no connector for "s3-bucket"; it has those for gcs-bucket, docker-registry, gcp-generic',
    );
    expect(connectorsIn(synthesize(stack))).toHaveLength(3);
  });

  it('has the connector for services that only team stacks use, so that those find it by its label', () => {
    const stack = gcpStackWith((scope) => {
      const base = makeBase(scope, { imageBuilder: 'none', services: ['vertex'] });
      expect(base.vertexServiceAccount.email).toBeDefined();
      expect(base.runsAs('vertex')).toBe(base.vertexServiceAccount.email);
      expect(() => base.runsAs('sagemaker')).toThrow(
        'has nothing that runs on sagemaker; it may have vertex and cloud-run',
      );
      expect(() => base.cloudRunServiceAccount).toThrow(
        'dev/base does not use cloud-run; team stacks on it may when it is told',
      );
    });
    expect(connectorsIn(synthesize(stack))).toContainEqual(['dev-base-gcp-connector', 'gcp-generic']);
  });

  it('gives outputs to start with, and names of what it made', () => {
    const outputs = (prefix?: string) =>
      synthesize(
        gcpStackWith((scope) => {
          makeBase(scope, { ...everything, services: [] }).addOutputs(prefix);
        }),
      ).configuration.output;
    expect(outputs()).toMatchObject({
      install_command: { value: 'zenml integration install -y gcp' },
      set_command: { value: expect.stringMatching(/^zenml stack set \$\{zenml_stack\.\w+\.name\}$/) as unknown },
      bucket_name: { value: expect.stringMatching(/^\$\{google_storage_bucket\./) as unknown },
      registry_url: { value: expect.stringMatching(/^europe-west1-docker\.pkg\.dev\/acme-ml\//) as unknown },
      identity_name: { value: expect.stringContaining('base_identity_service-account') as unknown },
      vertex_service_account: { value: expect.stringContaining('base_services_vertex') as unknown },
      cloud_run_service_account: { value: expect.stringContaining('base_services_cloud-run') as unknown },
    });
    expect(JSON.stringify(outputs())).not.toContain('private_key');
    expect(Object.keys(outputs('gcp_') ?? {})).toContain('gcp_stack_id');
  });

  it('keeps its artifacts below a prefix where the artifact store says so', () => {
    const synth = gcpBase({ configuration: { artifactStore: { path: 'gs://ours/ml' } } });
    expect(componentOf(synth, 'artifact_store')?.configuration).toEqual({ path: 'gs://ours/ml' });
    const bucket = resourcesOf(synth, 'zenml_service_connector').find(
      ({ resource_type: type }) => type === 'gcs-bucket',
    );
    expect(bucket?.resource_id).toBe('gs://ours/ml');
  });

  it('says of itself what the server does not know, for those who look it up', () => {
    expect(onlyResource(gcpBase(), 'zenml_stack').labels).toMatchObject({
      region: 'europe-west1',
      resource_prefix: 'zenml-dev-f31e9071',
    });
  });

  it('labels one connector of a resource type with its name', () => {
    const labelled = resourcesOf(gcpBase({ orchestrator: 'skypilot' }), 'zenml_service_connector').filter(
      ({ labels }) => (labels as Readonly<Record<string, string>>).stack === 'dev-base-stack',
    );
    const types = labelled.map(({ resource_type: type }) => type);
    expect([...types].sort()).toEqual(['docker-registry', 'gcp-generic', 'gcs-bucket']);
  });

  it('fails where a key would lie in the state of an environment that does not allow it, naming the alternative', () => {
    expect(() => gcpBase({ environment: prod })).toThrow(
      /auth is GcpAuth\.serviceAccountKey\(\), whose key .* environment "prod" does not allow that: use GcpAuth\.workloadIdentity\(\)/,
    );
    expect(() => gcpBase({ environment: { name: 'dev', development: true }, auth: GcpAuth.impersonation() })).toThrow(
      'auth is GcpAuth.impersonation()',
    );
  });

  it('fails where keys in state are allowed outside development', () => {
    expect(() => gcpBase({ environment: { ...prod, allowKeyInState: true } })).toThrow(
      'environment "prod" sets allowKeyInState, which only an environment with development: true may',
    );
  });

  it('fails without a way to authenticate, and with two', () => {
    expect(() => gcpBase({ auth: undefined })).toThrow('dev/base has neither auth nor connectors');
    const both = () =>
      synthesize(
        gcpStackWith((scope) => {
          const existing = ServiceConnector.fromName(scope, 'connector', 'gcp');
          const connectors = { 'gcs-bucket': existing, 'docker-registry': existing, 'gcp-generic': existing };
          makeBase(scope, { connectors });
        }),
      );
    expect(both).toThrow('auth is GcpAuth.serviceAccountKey(), and the connectors exist already');
  });

  it('fails on SkyPilot without a key, which that needs', () => {
    expect(() => gcpBase({ orchestrator: 'skypilot', auth: keyless })).toThrow(
      'the connectors authenticate by implicit; SkyPilot needs the key of a service account',
    );
  });

  it('fails with all its faults at once', () => {
    const fault = () =>
      gcpBase({ environment: { name: 'X', allowKeyInState: true }, region: 'belgium', projectId: '12345' });
    expect(fault).toThrow('environment is named "X"; expected 2 to 16');
    expect(fault).toThrow('region is "belgium"; expected the name of a Google region such as "europe-west1"');
    expect(fault).toThrow('projectId is "12345"; expected the id of a Google project');
    expect(fault).toThrow('sets allowKeyInState');
  });

  it('fails straight under an app', () => {
    expect(() => makeBase(Testing.app())).toThrow('base is in no Terraform stack');
    expect(() => makeBase(new App())).toThrow('make it in the constructor of a class that extends TerraformStack');
  });

  it('fails where its resources would have the names of another one in the app', () => {
    const two = (props: Partial<GcpBaseStackProps>) =>
      synthesize(
        gcpStackWith((scope) => {
          makeBase(scope);
          makeBase(new Construct(scope, 'second'), { stackName: 'second-stack', ...props });
        }),
      );
    expect(() => two({})).toThrow('its resources are named "zenml-dev-f31e9071" like those of dev/');
    expect(() => two({ nameSeed: 'other' })).not.toThrow();
  });
});
