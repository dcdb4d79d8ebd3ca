import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import {
  AwsConnectorAuth,
  BaseStack,
  commonLabels,
  defineEnvironments,
  ServiceConnector,
  type EnvironmentSettings,
} from '../../../constructs';
import { AwsAuth, AwsBaseStack } from '../../../constructs/aws';
import { GcpAuth, GcpBaseStack } from '../../../constructs/gcp';
import { resourcesOf, synthesized } from '../synthesized';

const REASON = 'The runner cannot be keyless before 2027, (agreed with security)';

function environmentWith(settings: EnvironmentSettings) {
  return defineEnvironments({ defaults: settings, prod: {} }).prod;
}

const strict = environmentWith({ complianceMode: 'strict' });
const excepted = environmentWith({ complianceMode: 'strict', exceptions: { 'long-lived-keys': REASON } });

const awsKey = { userName: 'zenml', accessKeyId: '${var.id}', secretAccessKey: '${var.key}' };
const gcpKey = { serviceAccountEmail: 'zenml@acme-ml.iam.gserviceaccount.com', serviceAccountJson: '${var.key}' };

const aws = (environment: typeof strict, auth: AwsAuth) => (scope: Construct) => {
  new AwsBaseStack(scope, 'base', { environment, region: 'us-east-1', auth });
};
const gcp = (environment: typeof strict, auth: GcpAuth) => (scope: Construct) => {
  new GoogleProvider(scope, 'google', { project: 'acme-ml' });
  new GcpBaseStack(scope, 'base', { environment, projectId: 'acme-ml', region: 'europe-west1', auth });
};

const keyed = [
  ['AwsAuth.iamRole()', (environment: typeof strict) => aws(environment, AwsAuth.iamRole({ key: awsKey }))],
  ['AwsAuth.secretKey()', (environment: typeof strict) => aws(environment, AwsAuth.secretKey({ key: awsKey }))],
  ['AwsAuth.sessionToken()', (environment: typeof strict) => aws(environment, AwsAuth.sessionToken({ key: awsKey }))],
  [
    'AwsAuth.federationToken()',
    (environment: typeof strict) => aws(environment, AwsAuth.federationToken({ key: awsKey })),
  ],
  [
    'GcpAuth.serviceAccountKey()',
    (environment: typeof strict) => gcp(environment, GcpAuth.serviceAccountKey({ key: gcpKey })),
  ],
  ['GcpAuth.impersonation()', (environment: typeof strict) => gcp(environment, GcpAuth.impersonation({ key: gcpKey }))],
] as const;

describe.each(keyed)('the long-lived key of %s', (label, build) => {
  it('fails in a strict environment, with the alternative named', () => {
    const instead = label.startsWith('Aws') ? 'use AwsAuth.implicit()' : 'use GcpAuth.workloadIdentity()';
    expect(() => synthesized(build(strict))).toThrow(`auth is ${label}, a key that is valid until somebody revokes it`);
    expect(() => synthesized(build(strict))).toThrow(instead);
  });

  it('is allowed where a reason is written down, which everything then has in its labels', () => {
    const synth = synthesized(build(excepted));
    const reason = 'The runner cannot be keyless before 2027- -agreed with security-';
    for (const { labels } of resourcesOf(synth, 'zenml_service_connector')) {
      expect(labels).toMatchObject({ exception_long_lived_keys: reason });
    }
    const [bucket] = [...resourcesOf(synth, 'aws_s3_bucket'), ...resourcesOf(synth, 'google_storage_bucket')];
    expect(bucket?.tags ?? bucket?.labels).toMatchObject({
      exception_long_lived_keys: label.startsWith('Aws')
        ? reason
        : 'the-runner-cannot-be-keyless-before-2027---agreed-with-security',
    });
  });

  it('fails where the reason is none', () => {
    const exceptions = { 'long-lived-keys': 'because' };
    const unexplained = environmentWith({ complianceMode: 'strict', exceptions });
    expect(() => synthesized(build(unexplained))).toThrow(
      'excepted from long-lived-keys for the reason "because"; expected 3 words at least',
    );
  });

  it('is allowed in an environment that is not strict', () => {
    expect(() => synthesized(build(environmentWith({})))).not.toThrow();
  });
});

describe('a strict environment', () => {
  it('takes what needs no long-lived key', () => {
    expect(() => synthesized(aws(strict, AwsAuth.implicit()))).not.toThrow();
    const serverPrincipal = 'zenml@acme-ml.iam.gserviceaccount.com';
    expect(() => synthesized(gcp(strict, GcpAuth.implicit({ serverPrincipal })))).not.toThrow();
  });

  const connector = (scope: Construct) =>
    new ServiceConnector(scope, 'mine', {
      auth: AwsConnectorAuth.secretKey({
        awsAccessKeyId: 'AKIA',
        awsSecretAccessKey: new TerraformVariable(scope, 'key', { sensitive: true }).stringValue,
        region: 'us-east-1',
      }),
    });

  it.each([
    ['made here', aws],
    [
      'that is looked up',
      (environment: typeof strict) => (scope: Construct) => {
        BaseStack.fromName(scope, 'base', { environment, region: 'us-east-1' });
      },
    ],
  ])('fails with the key of a connector beside a base stack %s', (_, build) => {
    const beside = (environment: typeof strict) => () =>
      synthesized((scope) => {
        build(environment, AwsAuth.implicit())(scope);
        connector(scope);
      });
    expect(beside(strict)).toThrow('test/mine: the connector authenticates by secret-key');
    expect(beside(excepted)).not.toThrow();
  });
});

describe('labels of everything', () => {
  it('say who answers and pays for it, and what one thing says of itself wins', () => {
    const environment = environmentWith({
      projectName: 'fraud',
      team: 'platform',
      costCenter: 'ml-42',
      tags: { owner: 'me', managed_by: 'hand', environment: 'none' },
    });
    const common = {
      managed_by: 'terraform',
      environment: 'prod',
      project: 'fraud',
      cost_center: 'ml-42',
      owner: 'me',
    };
    expect(commonLabels(environment)).toEqual({ ...common, team: 'platform' });
    expect(commonLabels(environment, { team: 'training', stack: 's', version: '1.2.0', environment: 'x' })).toEqual({
      ...common,
      team: 'training',
      stack: 's',
      version: '1.2.0',
    });
  });

  it('name no exception whose reason is left open, which then is none', () => {
    const open = environmentWith({ complianceMode: 'strict', exceptions: { 'long-lived-keys': undefined } });
    expect(commonLabels(open)).toEqual({ managed_by: 'terraform', environment: 'prod' });
    expect(() => synthesized(aws(open, AwsAuth.implicit()))).not.toThrow();
    expect(() => synthesized(aws(open, AwsAuth.iamRole({ key: awsKey })))).toThrow('write down why it must be');
  });

  it('name exceptions in the strict mode only', () => {
    expect(commonLabels(environmentWith({ exceptions: { 'long-lived-keys': REASON } }))).toEqual({
      managed_by: 'terraform',
      environment: 'prod',
    });
  });
});
