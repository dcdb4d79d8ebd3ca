import { Testing, type TerraformStack } from 'cdktf';
import { environments, type PlatformEnvironment } from '../../stacks/environments';
import { LocalStack } from '../../stacks/local-stack';
import { PlatformStack } from '../../stacks/platform-stack';
import { resourcesOf, synthesize, type Synthesized } from '../constructs/synthesized';

const platform = (environment: PlatformEnvironment): TerraformStack =>
  new PlatformStack(Testing.app(), environment.name, { environment });

const outputNames = ({ configuration }: Synthesized) => Object.keys(configuration.output ?? {}).sort();

afterEach(() => {
  delete process.env.AWS_ENDPOINT_URL;
});

describe('the environments', () => {
  it('are dev, staging and prod', () => {
    expect(Object.keys(environments)).toEqual(['dev', 'staging', 'prod']);
  });

  it('allow a key in state, and throw things away, in dev only', () => {
    expect(environments.dev).toMatchObject({ development: true, allowKeyInState: true });
    for (const { development, allowKeyInState } of [environments.staging, environments.prod]) {
      expect([development, allowKeyInState]).toEqual([undefined, undefined]);
    }
  });
});

describe.each(Object.values(environments))('the platform stack of $name', (environment) => {
  const synth = synthesize(platform(environment));

  it('registers <environment>-base-stack, and <environment>-training-stack where there are machines for it', () => {
    const names = resourcesOf(synth, 'zenml_stack').map(({ name }) => name);
    const training = environment.training === 'none' ? [] : [`${environment.name}-training-stack`];
    expect(names.sort()).toEqual([`${environment.name}-base-stack`, ...training]);
    expect(outputNames(synth).filter((name) => name === 'training_stack_name')).toHaveLength(training.length);
  });

  it('says what it made', () => {
    const made = ['bucket_name', 'identity_name', 'registry_url'];
    const registered = ['components', 'connector_ids', 'stack_id', 'stack_name'];
    const commands = ['install_command', 'set_command'];
    expect(outputNames(synth)).toEqual(expect.arrayContaining([...made, ...registered, ...commands]));
    expect(JSON.stringify(synth.configuration.output)).not.toContain('.secret}');
  });

  it('leaves address and credentials to the environment it is deployed in', () => {
    const { region, replicaRegion } = environment;
    const replica = replicaRegion === undefined ? [] : [{ alias: 'replica', region: replicaRegion }];
    expect(synth.configuration.provider).toEqual({ aws: [{ region }, ...replica], zenml: [{}] });
  });

  it('requires the providers by version', () => {
    expect(synth.configuration.terraform?.required_providers).toEqual({
      aws: { source: 'aws', version: '>= 5.100.0, < 7.0.0' },
      zenml: { source: 'cdktf-zenml/zenml', version: expect.stringMatching(/^\d+\.\d+\.\d+/) as unknown },
    });
  });
});

describe('production', () => {
  const synth = synthesize(platform(environments.prod));
  const [bucket, replica] = resourcesOf(synth, 'aws_s3_bucket').filter(
    ({ bucket }) => !String(bucket).includes('logs'),
  );

  it('keeps copies of artifacts and images in a second region', () => {
    expect(bucket).not.toHaveProperty('provider');
    expect(replica).toMatchObject({ provider: 'aws.replica' });
    expect(resourcesOf(synth, 'aws_ecr_replication_configuration')).toHaveLength(1);
  });

  it('encrypts by a key of its own, and destroys nothing by mistake', () => {
    const guarded = ['aws_kms_key', 'aws_s3_bucket', 'aws_ecr_repository'].flatMap((type) => resourcesOf(synth, type));
    expect(guarded.length).toBeGreaterThan(4);
    for (const { lifecycle } of guarded) expect(lifecycle).toMatchObject({ prevent_destroy: true });
  });
});

describe('the training stack', () => {
  it.each([environments.staging, environments.prod])('of $name runs every step on its machine', (environment) => {
    const synth = synthesize(platform(environment));
    const orchestrator = resourcesOf(synth, 'zenml_stack_component').find(
      ({ name }) => name === `${environment.name}-training-orchestrator`,
    );
    expect(orchestrator).toMatchObject({
      flavor: 'sagemaker',
      configuration: { instance_type: environment.training },
      labels: { environment: environment.name, team: 'training', managed_by: 'terraform' },
    });
    const [connector, ofBase] = [orchestrator?.connector_id, synth.configuration.resource?.zenml_service_connector];
    expect(Object.keys(ofBase ?? {}).map((id) => `\${zenml_service_connector.${id}.id}`)).toContain(connector);
  });
});

describe('keys', () => {
  it.each([
    ['dev', 1],
    ['staging', 0],
    ['prod', 0],
  ] as const)('in %s number %i', (name, count) => {
    expect(resourcesOf(synthesize(platform(environments[name])), 'aws_iam_access_key')).toHaveLength(count);
  });
});

describe('an AWS endpoint of its own', () => {
  it('is addressed by path, and stays out of what is synthesized', () => {
    process.env.AWS_ENDPOINT_URL = 'http://127.0.0.1:5000';
    const synth = synthesize(platform(environments.dev));
    expect(synth.configuration.provider?.aws).toEqual([{ region: 'us-east-1', s3_use_path_style: true }]);
    expect(synth.text).not.toContain('127.0.0.1');
  });
});

describe('the local stack', () => {
  const synth = synthesize(new LocalStack(Testing.app(), 'local'));

  it('needs no cloud', () => {
    expect(Object.keys(synth.configuration.terraform?.required_providers ?? {})).toEqual(['zenml']);
    expect(Object.keys(synth.configuration.resource ?? {}).sort()).toEqual(['zenml_stack', 'zenml_stack_component']);
  });

  it('registers local-stack and says so', () => {
    expect(resourcesOf(synth, 'zenml_stack')[0]?.name).toBe('local-stack');
    expect(outputNames(synth)).toEqual(['components', 'connector_ids', 'set_command', 'stack_id', 'stack_name']);
    expect(synth.configuration.output?.connector_ids?.value).toEqual([]);
  });
});
