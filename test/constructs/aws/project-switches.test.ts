import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import { ProjectStack, type Environment, type ProjectStackProps } from '../../../constructs';
import { AwsAuth, AwsBaseStack, type AwsBaseStackLookUp, type AwsBaseStackProps } from '../../../constructs/aws';
import { ZenmlProvider } from '../../../src/bindings/provider';
import {
  onlyDataSource,
  onlyResource,
  resourcesOf,
  stackWith,
  statementsIn,
  synthesize,
  type ResourceAttributes,
  type Synthesized,
} from '../synthesized';
import { REPLICA_REGION, replicaIn } from './support/replica-in';

type Isolation = ProjectStackProps['isolation'];

const REGION = 'us-east-1';
const STRICT: Environment = { name: 'prod', complianceMode: 'strict' };
const AVAILABLE: Environment = { name: 'prod', highAvailability: true };
const ARN = 'arn:aws:kms:us-east-1:123456789012:key/1';
const NAMED_KEY = /^\$\{lookup\(data\.zenml_stack\.base_\w+\.labels, ["']encryption_key["'], ["']none["']\)\}$/;

type Props<All> = Partial<All> | ((scope: Construct) => Partial<All>);

function propsIn<All>(scope: Construct, props: Props<All>): Partial<All> {
  return typeof props === 'function' ? props(scope) : props;
}

/** A project on a base stack that is looked up. */
function onLookUp(
  environment: Environment,
  isolation: Isolation,
  props: Props<AwsBaseStackLookUp> = {},
): TerraformStack {
  return stackWith((scope) => {
    const base = AwsBaseStack.fromName(scope, 'base', {
      environment,
      region: REGION,
      auth: AwsAuth.implicit(),
      orchestrator: 'sagemaker',
      imageBuilder: 'none',
      ...propsIn(scope, props),
    });
    new ProjectStack(scope, 'fraud', { base, projectName: 'fraud_detection', isolation });
  });
}

function makeBase(scope: Construct, environment: Environment, props: Partial<AwsBaseStackProps>): AwsBaseStack {
  return new AwsBaseStack(scope, 'base', {
    environment,
    region: REGION,
    auth: AwsAuth.implicit(),
    imageBuilder: 'none',
    ...props,
  });
}

/** A project beside its base stack. */
function beside(
  environment: Environment,
  isolation: Isolation,
  props: Props<AwsBaseStackProps> = replicaIn,
  projectName = 'fraud_detection',
): Synthesized {
  return synthesize(
    stackWith((scope) => {
      const base = makeBase(scope, environment, propsIn(scope, props));
      new ProjectStack(scope, 'fraud', { base, projectName, isolation });
    }),
  );
}

/** The resources of the project by type and id without digits: `replica_bucket`. */
function ofProject({ configuration }: Synthesized, type: string): Readonly<Record<string, ResourceAttributes>> {
  return Object.fromEntries(
    Object.entries(configuration.resource?.[type] ?? {}).flatMap(([id, attributes]) => {
      const path = /^fraud_(.+)_[0-9A-F]{8}$/.exec(id)?.[1];
      return path === undefined ? [] : [[path, attributes] as const];
    }),
  );
}

/** What the roles of the project that reach artifacts may do with which key. */
function keyGrantsOf(synth: Synthesized) {
  return Object.values(ofProject(synth, 'aws_iam_role_policy')).flatMap((policy) => {
    const statements = statementsIn(policy);
    if (!statements.some(({ Action }) => Action.includes('s3:GetObject'))) return [];
    const grant = statements.find(({ Sid }) => Sid === 'ArtifactKey');
    return [grant && { actions: grant.Action, keys: grant.Resource }];
  });
}

/** The conditions on the base stack that is read, which speak of its key. */
function keyConditionsOf(synth: Synthesized): readonly { condition: string; error_message: string }[] {
  const { lifecycle } = onlyDataSource(synth, 'zenml_stack');
  const { postcondition } = lifecycle as { postcondition: { condition: string; error_message: string }[] };
  return postcondition.filter(({ condition }) => condition.includes('encryption_key'));
}

const removedFrom = ({ configuration }: Synthesized) =>
  ((configuration as { removed?: { from: string }[] }).removed ?? []).map(({ from }) => from);

const filtersOf = (synth: Synthesized): readonly string[] =>
  [...JSON.stringify(resourcesOf(synth, 'aws_ecr_replication_configuration')).matchAll(/"filter":"([^"]+)"/g)].map(
    ([, filter = '']) => filter.replaceAll(/_[0-9A-F]{8}/g, ''),
  );

const length = (name: unknown) => String(name).replaceAll(/\$\{.*\}/g, '01234567').length;

describe('the key of a strict base stack', () => {
  it('is named in the labels of its ZenML stack, where its bucket has one', () => {
    const labelsOf = (environment: Environment, props: Partial<AwsBaseStackProps> = {}) =>
      onlyResource(synthesize(stackWith((scope) => makeBase(scope, environment, props))), 'zenml_stack').labels;
    expect(labelsOf(STRICT)).toMatchObject({
      encryption_key: expect.stringMatching(/^\$\{aws_kms_key\.base_encryption-key_\w+\.arn\}$/) as unknown,
    });
    expect(labelsOf({ name: 'prod' }, { encryptionKey: { arn: ARN } })).toMatchObject({ encryption_key: ARN });
    expect(labelsOf({ name: 'prod' })).not.toHaveProperty('encryption_key');
  });

  it('may be used by all that reaches the part of a project in the bucket, where the base is looked up', () => {
    const synth = synthesize(onLookUp(STRICT, 'prefix'));
    const readingAndWriting = {
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      keys: [expect.stringMatching(NAMED_KEY) as unknown],
    };
    expect(keyGrantsOf(synth)).toEqual([readingAndWriting, readingAndWriting]);
    expect(onlyResource(synth, 'aws_ecr_repository').encryption_configuration).toEqual([
      { encryption_type: 'KMS', kms_key: expect.stringMatching(NAMED_KEY) as unknown },
    ]);
    expect(resourcesOf(synth, 'aws_kms_key')).toEqual([]);
  });

  it('has the plan fail where a base that is looked up does not name it, with what to do', () => {
    expect(keyConditionsOf(synthesize(onLookUp(STRICT, 'prefix')))).toEqual([
      {
        condition: '${contains(keys(self.labels), "encryption_key")}',
        error_message:
          'The base stack prod-base-stack does not say what its bucket is encrypted with, which its projects must be allowed to use: it has no label encryption_key. Deploy it again with a version of cdktf-zenml that says so, or give its KMS key to AwsBaseStack.fromName as encryptionKey.',
      },
    ]);
  });

  it('is asked for once for several projects', () => {
    const stack = onLookUp(STRICT, 'prefix');
    const base = AwsBaseStack.fromName(stack, 'again', {
      environment: STRICT,
      region: REGION,
      auth: AwsAuth.implicit(),
    });
    for (const projectName of ['credit', 'churn']) new ProjectStack(stack, projectName, { base, projectName });
    const synth = synthesize(stack);
    const conditions = Object.values(synth.configuration.data?.zenml_stack ?? {}).map(
      (source) => JSON.stringify(source).split('contains(keys(self.labels), \\"encryption_key\\")').length - 1,
    );
    expect(conditions).toEqual([1, 1]);
  });

  it.each<[string, Environment]>([
    ['a strict environment', STRICT],
    ['another one', { name: 'prod' }],
  ])('is the one that is given, in %s', (_, environment) => {
    const synth = synthesize(onLookUp(environment, 'prefix', { encryptionKey: { arn: ARN } }));
    expect(keyGrantsOf(synth).map((grant) => grant?.keys)).toEqual([[ARN], [ARN]]);
    expect(keyConditionsOf(synth)).toEqual([]);
    expect(onlyResource(synth, 'aws_ecr_repository').encryption_configuration).toEqual([
      { encryption_type: 'KMS', kms_key: ARN },
    ]);
  });

  it('is nothing to projects that have a bucket and a key of their own', () => {
    const synth = synthesize(onLookUp(STRICT, 'bucket'));
    expect(keyConditionsOf(synth)).toEqual([]);
    const own = expect.stringMatching(/^\$\{aws_kms_key\.fraud_encryption-key_\w+\.arn\}$/) as unknown;
    expect(keyGrantsOf(synth).map((grant) => grant?.keys)).toEqual([[own], [own]]);
    const given = synthesize(onLookUp(STRICT, 'bucket', { encryptionKey: { arn: ARN } }));
    expect(keyGrantsOf(given).map((grant) => grant?.keys)).toEqual([[ARN], [ARN]]);
  });

  it('is asked of no environment that is not strict', () => {
    const synth = synthesize(onLookUp({ name: 'prod' }, 'prefix'));
    expect(keyConditionsOf(synth)).toEqual([]);
    expect(keyGrantsOf(synth)).toEqual([undefined, undefined]);
  });
});

describe('a strict project with a bucket of its own', () => {
  it('has what the base has: key, logs, old versions, tags that stay, and nothing that terraform would destroy', () => {
    const synth = beside(STRICT, 'bucket');
    expect(Object.keys(ofProject(synth, 'aws_s3_bucket'))).toEqual(['access-logs', 'bucket']);
    expect(Object.keys(ofProject(synth, 'aws_kms_key'))).toEqual(['encryption-key']);
    expect(JSON.stringify(ofProject(synth, 'aws_s3_bucket_lifecycle_configuration'))).toContain(
      '"noncurrent_days":365',
    );
    expect(ofProject(synth, 'aws_ecr_repository').repository).toMatchObject({ image_tag_mutability: 'IMMUTABLE' });
    const kept = ['aws_s3_bucket', 'aws_ecr_repository', 'aws_kms_key'].flatMap((type) =>
      Object.values(ofProject(synth, type)),
    );
    expect(kept.map(({ lifecycle }) => lifecycle)).toEqual(
      kept.map(() => expect.objectContaining({ prevent_destroy: true }) as unknown),
    );
  });
});

describe('highAvailability of a project', () => {
  it('has S3 copy its bucket to one like it in the second region', () => {
    const synth = beside(AVAILABLE, 'bucket');
    const { replica_bucket: replica, bucket } = ofProject(synth, 'aws_s3_bucket');
    expect(replica).toMatchObject({ provider: 'aws.replica', bucket: `${String(bucket?.bucket)}-replica` });
    expect(ofProject(synth, 'aws_s3_bucket_replication_configuration')['bucket-replication']?.rule).toEqual([
      expect.objectContaining({
        status: 'Enabled',
        destination: { bucket: expect.stringMatching(/aws_s3_bucket\.fraud_replica_bucket_\w+\.arn/) as unknown },
      }),
    ]);
    const versions = Object.values(ofProject(synth, 'aws_s3_bucket_versioning'));
    expect(versions.map((each) => each.versioning_configuration)).toEqual([
      { status: 'Enabled' },
      { status: 'Enabled' },
    ]);
  });

  it('copies its images, and those of a project in the bucket of the base, by the one configuration of the registry', () => {
    for (const isolation of ['bucket', 'prefix'] as const) {
      const synth = beside(AVAILABLE, isolation);
      expect(filtersOf(synth)).toEqual(['${aws_ecr_repository.base_repository.name}', 'fraud_detection-prod']);
      expect(ofProject(synth, 'aws_ecr_repository').replica_repository).toMatchObject({
        provider: 'aws.replica',
        name: 'fraud_detection-prod',
      });
    }
    expect(Object.keys(ofProject(beside(AVAILABLE, 'prefix'), 'aws_s3_bucket'))).toEqual([]);
  });

  it('tells that configuration of a project in another Terraform stack, too, without a reference to it', () => {
    const app = Testing.app();
    const [platform, team] = ['platform', 'team'].map((id) => {
      const stack = new TerraformStack(app, id);
      new AwsProvider(stack, 'aws', { region: REGION });
      new ZenmlProvider(stack, 'zenml');
      return stack;
    });
    if (!platform || !team) throw new Error('there are two');
    const base = makeBase(platform, AVAILABLE, replicaIn(platform));
    new ProjectStack(team, 'fraud', { base, projectName: 'fraud' });
    expect(() => synthesize(team)).toThrow(
      'it uses the provider aws.replica, which platform/aws-replica is, and the Terraform stack team has none of that name: make one with the same alias there',
    );
    new AwsProvider(team, 'aws-replica', { region: REPLICA_REGION, alias: 'replica' });
    synthesize(team);
    expect(filtersOf(synthesize(platform))).toEqual(['${aws_ecr_repository.base_repository.name}', 'fraud-prod']);
  });

  it('has that configuration made where the repository of the base exists already, unless the account has it elsewhere', () => {
    const repository = { name: 'ours', arn: 'arn:aws:ecr:us-east-1:1:repository/ours', repositoryUrl: 'host/ours' };
    const existing = (scope: Construct) => ({ ...replicaIn(scope), repository });
    expect(filtersOf(beside(AVAILABLE, 'prefix', existing))).toEqual(['fraud_detection-prod']);
    const elsewhere = (scope: Construct) => ({ ...replicaIn(scope), registryReplication: false });
    expect(filtersOf(beside(AVAILABLE, 'prefix', elsewhere))).toEqual([]);
  });

  it('warns where the base is looked up that nothing copies its images yet, unless it is told that something does', () => {
    const warningsOf = (props: Partial<AwsBaseStackLookUp>) =>
      onLookUp(AVAILABLE, 'prefix', (scope) => ({ ...replicaIn(scope), ...props }))
        .node.findChild('fraud')
        .node.metadata.map(({ type, data }) => [type, data] as const);
    expect(warningsOf({})).toEqual([
      [
        '@cdktf/warn',
        'highAvailability: the registry of us-east-1 has one configuration of what it copies, and test/base is only looked up, so that nothing copies the images of fraud_detection-prod to eu-central-1 yet: name the repository in the RegistryReplication of the account, and set registryReplication: false here',
      ],
    ]);
    expect(warningsOf({ registryReplication: false })).toEqual([]);
  });

  it('fails without a second region, and says where to give it', () => {
    expect(() => synthesize(onLookUp(AVAILABLE, 'prefix'))).toThrow(
      /\[test\/fraud\] its base is looked up, and has what test\/base was given: environment "prod" sets highAvailability, which needs a second region/,
    );
  });

  it('has keys in the second region where it is strict', () => {
    const synth = beside({ ...STRICT, highAvailability: true }, 'bucket');
    expect(ofProject(synth, 'aws_kms_key')['replica_encryption-key']).toMatchObject({ provider: 'aws.replica' });
    const grants = statementsIn(ofProject(synth, 'aws_iam_role_policy')['bucket-replication_role_policy'] ?? {});
    const keyOf = (sid: string) => grants.find(({ Sid }) => Sid === sid)?.Resource;
    expect(keyOf('ReplicatedKey')).toEqual([expect.stringMatching(/aws_kms_key\.fraud_encryption-key_/)]);
    expect(keyOf('ReplicaKey')).toEqual([expect.stringMatching(/aws_kms_key\.fraud_replica_encryption-key_/)]);
  });

  it('has names that AWS takes, however long those of project and environment are', () => {
    const environment = { ...STRICT, name: 'a-long-environme', highAvailability: true };
    const synth = beside(environment, 'bucket', replicaIn, 'the_longest_name_of_a_project0');
    const buckets = Object.values(ofProject(synth, 'aws_s3_bucket')).map(({ bucket }) => bucket);
    const roles = Object.values(ofProject(synth, 'aws_iam_role')).map(({ name }) => name);
    expect([buckets.length, new Set(buckets).size, new Set(roles).size]).toEqual([4, 4, 2]);
    expect(Math.max(...buckets.map(length))).toBeLessThanOrEqual(63);
    expect(Math.max(...roles.map(length))).toBeLessThanOrEqual(64);
  });

  it('lets go of its replicas, of all that they may have, when it is off', () => {
    const on = beside({ ...STRICT, highAvailability: true, backupEnabled: true }, 'bucket', (scope) => ({
      ...replicaIn(scope),
      untaggedImageDays: 30,
    }));
    const replicas = Object.entries(on.configuration.resource ?? {}).flatMap(([type, byId]) =>
      Object.keys(byId).flatMap((id) => (id.startsWith('fraud_replica_') ? [`${type}.${id}`] : [])),
    );
    expect(replicas.length).toBeGreaterThan(15);
    const forgotten = (environment: Environment) =>
      removedFrom(beside(environment, 'bucket'))
        .filter((address) => address.includes('.fraud_'))
        .sort();
    expect(forgotten({ name: 'prod' })).toEqual(replicas.sort());
    expect(forgotten({ name: 'prod', development: true })).toEqual([]);
  });
});
