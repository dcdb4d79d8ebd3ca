import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role';
import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { AwsAuth, AwsBaseStack } from '../../../constructs/aws';
import { onlyResource, resourcesOf, stackWith, statementsIn, synthesize, type Synthesized } from '../synthesized';

const dev = { name: 'dev', development: true, allowKeyInState: true };
const prod = { name: 'prod' };

/** A base stack with SageMaker, which has a connector for AWS in general. */
function withAuth(pattern: (scope: Construct) => AwsAuth, environment: typeof dev | typeof prod = dev): Synthesized {
  return synthesize(
    stackWith((scope) => {
      const auth = pattern(scope);
      new AwsBaseStack(scope, 'base', { environment, region: 'us-east-1', auth, orchestrator: 'sagemaker' });
    }, 'dev'),
  );
}

const sensitive = (scope: Construct, name: string): string =>
  new TerraformVariable(scope, name, { type: 'string', sensitive: true }).stringValue;

const keyOf = (scope: Construct) => ({
  userName: 'zenml-server',
  accessKeyId: sensitive(scope, 'access_key_id'),
  secretAccessKey: sensitive(scope, 'secret_access_key'),
});

const connectorsOf = (synth: Synthesized) => resourcesOf(synth, 'zenml_service_connector');

const identityRole = (synth: Synthesized) =>
  resourcesOf(synth, 'aws_iam_role').find(({ description }) => String(description).includes('assumed by')) ?? {};

describe('the credential that the ZenML server holds', () => {
  const token = { accessKeyId: '', secretAccessKey: '', sessionToken: '' };
  const key = { userName: '', accessKeyId: '', secretAccessKey: '' };
  it.each([
    [AwsAuth.iamRole(), 'long-lived-key', true, false],
    [AwsAuth.iamRole({ key }), 'long-lived-key', false, false],
    [AwsAuth.secretKey(), 'long-lived-key', true, false],
    [AwsAuth.secretKey({ key }), 'long-lived-key', false, false],
    [AwsAuth.sessionToken(), 'long-lived-key', true, false],
    [AwsAuth.sessionToken({ key }), 'long-lived-key', false, false],
    [AwsAuth.federationToken(), 'long-lived-key', true, false],
    [AwsAuth.federationToken({ key }), 'long-lived-key', false, false],
    [AwsAuth.stsToken({ token }), 'expiring-token', false, false],
    [AwsAuth.implicit(), 'none', false, true],
    [AwsAuth.implicit({ assumeRole: false }), 'none', false, true],
  ] as const)('of $label is a $credential', (auth, credential, makesKey, needsImplicitAuth) => {
    expect(auth).toMatchObject({ credential, makesKey, needsImplicitAuth });
  });
});

describe.each([
  ['AwsAuth.iamRole()', AwsAuth.iamRole(), 'iam-role'],
  ['AwsAuth.secretKey()', AwsAuth.secretKey(), 'secret-key'],
  ['AwsAuth.sessionToken()', AwsAuth.sessionToken(), 'session-token'],
  ['AwsAuth.federationToken()', AwsAuth.federationToken(), 'federation-token'],
] as const)('the key of %s', (_, auth, authMethod) => {
  it('is made by terraform, and handed to connectors write-only', () => {
    const synth = withAuth(() => auth);
    expect(onlyResource(synth, 'aws_iam_access_key').user).toBe('${aws_iam_user.base_identity_user_BBCC5939.name}');
    expect(connectorsOf(synth)).toHaveLength(3);
    for (const connector of connectorsOf(synth)) {
      expect(connector).toMatchObject({
        auth_method: authMethod,
        configuration: { aws_access_key_id: '${aws_iam_access_key.base_identity_user_key_67975714.id}' },
        configuration_wo: {
          aws_secret_access_key: '${aws_iam_access_key.base_identity_user_key_67975714.secret}',
        },
        configuration_wo_version: 1,
      });
      expect(JSON.stringify(connector.configuration)).not.toContain('.secret');
    }
  });

  it('is replaced with keyVersion, the new one before the old one', () => {
    const options = { keyVersion: 2 };
    const synth = withAuth(
      () =>
        ({
          'iam-role': AwsAuth.iamRole(options),
          'secret-key': AwsAuth.secretKey(options),
          'session-token': AwsAuth.sessionToken(options),
          'federation-token': AwsAuth.federationToken(options),
        })[authMethod],
    );
    expect(onlyResource(synth, 'terraform_data').input).toEqual({ version: 2 });
    expect(onlyResource(synth, 'aws_iam_access_key').lifecycle).toEqual({
      create_before_destroy: true,
      replace_triggered_by: [expect.stringMatching(/^terraform_data\.base_identity_user_key-version_\w+$/)],
    });
    for (const connector of connectorsOf(synth)) expect(connector.configuration_wo_version).toBe(2);
  });

  it('may be made elsewhere, in any environment', () => {
    const synth = withAuth((scope) => {
      const options = { key: keyOf(scope), keyVersion: 3 };
      return {
        'iam-role': AwsAuth.iamRole(options),
        'secret-key': AwsAuth.secretKey(options),
        'session-token': AwsAuth.sessionToken(options),
        'federation-token': AwsAuth.federationToken(options),
      }[authMethod];
    }, prod);
    for (const type of ['aws_iam_access_key', 'aws_iam_user', 'terraform_data']) {
      expect(resourcesOf(synth, type)).toEqual([]);
    }
    expect(synth.configuration.data?.aws_iam_user).toMatchObject({
      base_identity_user_BBCC5939: { user_name: 'zenml-server' },
    });
    for (const connector of connectorsOf(synth)) {
      expect(connector).toMatchObject({
        configuration: { aws_access_key_id: '${var.access_key_id}' },
        configuration_wo: { aws_secret_access_key: '${var.secret_access_key}' },
        configuration_wo_version: 3,
      });
    }
  });

  it('fails where it is written out', () => {
    const key = { userName: 'zenml-server', accessKeyId: 'AKIA1', secretAccessKey: 'hush' };
    const synth = () =>
      withAuth(
        () =>
          ({
            'iam-role': AwsAuth.iamRole({ key }),
            'secret-key': AwsAuth.secretKey({ key }),
            'session-token': AwsAuth.sessionToken({ key }),
            'federation-token': AwsAuth.federationToken({ key }),
          })[authMethod],
        prod,
      );
    expect(synth).toThrow('secretConfiguration.aws_secret_access_key is written out and would lie in cdktf.out');
  });
});

describe('AwsAuth.iamRole()', () => {
  it('lets the user with the key do nothing but assume the role, and nobody else', () => {
    const synth = withAuth(() => AwsAuth.iamRole());
    const [statement, ...others] = statementsIn(onlyResource(synth, 'aws_iam_user_policy'));
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      Action: ['sts:AssumeRole'],
      Resource: ['${aws_iam_role.base_identity_role_39AC9473.arn}'],
    });
    const [trust] = statementsIn(identityRole(synth), 'assume_role_policy');
    expect(trust?.Principal).toEqual({ AWS: ['${aws_iam_user.base_identity_user_BBCC5939.arn}'] });
    for (const { configuration } of connectorsOf(synth)) {
      expect(configuration).toMatchObject({
        region: 'us-east-1',
        role_arn: '${aws_iam_role.base_identity_role_39AC9473.arn}',
      });
    }
  });

  it('gives a role that exists the permissions beside its own', () => {
    const synth = withAuth((scope) =>
      AwsAuth.iamRole({ role: new DataAwsIamRole(scope, 'ours', { name: 'ml-platform' }) }),
    );
    expect(identityRole(synth)).toEqual({});
    const policy = resourcesOf(synth, 'aws_iam_role_policy').find(({ role }) => String(role).includes('ours')) ?? {};
    expect(policy.role).toBe('${data.aws_iam_role.ours.name}');
    expect(policy.name).toMatch(/^zenml-dev-/);
    expect(statementsIn(policy).map(({ Sid }) => Sid)).toContain('Artifacts');
    for (const { configuration } of connectorsOf(synth)) {
      expect(configuration).toMatchObject({ role_arn: '${data.aws_iam_role.ours.arn}' });
    }
  });

  it('lets sessions last as long as said, and the role allow that', () => {
    const synth = withAuth(() => AwsAuth.iamRole({ expirationSeconds: 7200 }));
    expect(identityRole(synth).max_session_duration).toBe(7200);
    for (const connector of connectorsOf(synth)) expect(connector.expiration_seconds).toBe(7200);
  });

  it('fails for sessions that AWS does not give', () => {
    const auth = (expirationSeconds: number) => () => withAuth(() => AwsAuth.iamRole({ expirationSeconds }));
    expect(auth(43_201)).toThrow('expirationSeconds is 43201; AWS gives sessions of 43200 seconds at most here');
    expect(auth(899)).toThrow('expirationSeconds is 899; the method iam-role takes whole seconds, at least 900');
  });
});

describe.each([
  ['AwsAuth.secretKey()', () => AwsAuth.secretKey()],
  ['AwsAuth.sessionToken()', () => AwsAuth.sessionToken()],
  ['AwsAuth.federationToken()', () => AwsAuth.federationToken()],
])('%s', (_, auth) => {
  it('gives the user with the key what the role of AwsAuth.iamRole() may, by a policy with room for it', () => {
    const synth = withAuth(auth);
    expect(identityRole(synth)).toEqual({});
    expect(statementsIn(onlyResource(synth, 'aws_iam_policy'))).toEqual(
      statementsIn(
        resourcesOf(
          withAuth(() => AwsAuth.iamRole()),
          'aws_iam_role_policy',
        ).find(({ role }) => String(role).includes('identity')) ?? {},
      ),
    );
    expect(onlyResource(synth, 'aws_iam_user_policy_attachment')).toMatchObject({
      user: '${aws_iam_user.base_identity_user_BBCC5939.name}',
    });
    for (const { depends_on } of connectorsOf(synth)) {
      expect(depends_on).toContainEqual(expect.stringMatching(/^aws_iam_user_policy_attachment\./));
    }
  });
});

describe('AwsAuth.federationToken()', () => {
  const synth = withAuth(() => AwsAuth.federationToken({ expirationSeconds: 129_600 }));

  it('lets the user get federation tokens', () => {
    const statements = statementsIn(onlyResource(synth, 'aws_iam_user_policy'));
    expect(statements.map(({ Action, Resource }) => [Action, Resource])).toEqual([[['sts:GetFederationToken'], ['*']]]);
  });

  it('has sessions for AWS in general do what the user may, and all others what their resource needs', () => {
    const policies = connectorsOf(synth).map(({ resource_type, configuration }) => [
      resource_type,
      (configuration as Record<string, string>).policy,
    ]);
    const { 'aws-generic': general, ...limited } = Object.fromEntries(policies) as Record<string, string | undefined>;
    expect(limited).toEqual({ 'docker-registry': undefined, 's3-bucket': undefined });
    expect(statementsIn({ policy: general })).toMatchObject([{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }]);
  });

  it('lets tokens last for 36 hours', () => {
    for (const connector of connectorsOf(synth)) expect(connector.expiration_seconds).toBe(129_600);
  });
});

describe('AwsAuth.implicit()', () => {
  it('makes a role that the account may assume, and no key', () => {
    const synth = withAuth(() => AwsAuth.implicit(), prod);
    for (const type of ['aws_iam_access_key', 'aws_iam_user']) expect(resourcesOf(synth, type)).toEqual([]);
    const [trust] = statementsIn(identityRole(synth), 'assume_role_policy');
    expect(trust?.Principal).toEqual({ AWS: ['${data.aws_caller_identity.base_account_EC852A50.account_id}'] });
    for (const { configuration } of connectorsOf(synth)) {
      expect(configuration).toEqual({
        region: 'us-east-1',
        role_arn: '${aws_iam_role.base_identity_role_39AC9473.arn}',
      });
    }
  });

  it('narrows that to what the ZenML server runs as where told', () => {
    const serverPrincipalArn = 'arn:aws:iam::123456789012:role/zenml-server';
    const [trust] = statementsIn(
      identityRole(withAuth(() => AwsAuth.implicit({ serverPrincipalArn }))),
      'assume_role_policy',
    );
    expect(trust?.Principal).toEqual({ AWS: [serverPrincipalArn] });
  });

  it('fails for sessions longer than AWS gives a role that assumes a role', () => {
    expect(() => withAuth(() => AwsAuth.implicit({ expirationSeconds: 3601 }))).toThrow(
      'expirationSeconds is 3601; AWS gives sessions of 3600 seconds at most here',
    );
  });

  it('assumes none where told, and gives the role of the server the permissions', () => {
    const synth = withAuth(
      (scope) =>
        AwsAuth.implicit({ assumeRole: false, serverRole: new DataAwsIamRole(scope, 'server', { name: 'zenml' }) }),
      prod,
    );
    expect(identityRole(synth)).toEqual({});
    const policy = resourcesOf(synth, 'aws_iam_role_policy').find(({ role }) => String(role).includes('server')) ?? {};
    expect(statementsIn(policy).map(({ Sid }) => Sid)).toContain('Artifacts');
    for (const { configuration } of connectorsOf(synth)) expect(configuration).toEqual({ region: 'us-east-1' });
  });

  it('makes nothing at all where the server has the permissions already', () => {
    const synth = withAuth(() => AwsAuth.implicit({ assumeRole: false }), prod);
    expect(resourcesOf(synth, 'aws_iam_role_policy').filter(({ role }) => String(role).includes('identity'))).toEqual(
      [],
    );
    expect(connectorsOf(synth)[0]?.depends_on).toEqual([]);
  });
});

describe('AwsAuth.stsToken()', () => {
  const synth = withAuth(
    (scope) =>
      AwsAuth.stsToken({
        token: {
          accessKeyId: sensitive(scope, 'id'),
          secretAccessKey: sensitive(scope, 'secret'),
          sessionToken: sensitive(scope, 'session'),
        },
        tokenVersion: 4,
        expiresAt: '2027-01-31T12:00:00Z',
        role: new DataAwsIamRole(scope, 'team', { name: 'ml-team' }),
      }),
    prod,
  );

  it('hands the token to connectors, with its version and its end', () => {
    for (const connector of connectorsOf(synth)) {
      expect(connector).toMatchObject({
        auth_method: 'sts-token',
        configuration: { aws_access_key_id: '${var.id}' },
        configuration_wo: {
          aws_secret_access_key: '${var.secret}',
          aws_session_token: '${var.session}',
        },
        configuration_wo_version: 4,
        expires_at: '2027-01-31T12:00:00Z',
      });
    }
  });

  it('gives the role that the token is of the permissions', () => {
    const policy = resourcesOf(synth, 'aws_iam_role_policy').find(({ role }) => String(role).includes('team')) ?? {};
    expect(statementsIn(policy).map(({ Sid }) => Sid)).toContain('Artifacts');
  });

  it('fails for a version that is no count', () => {
    const token = { accessKeyId: '', secretAccessKey: '', sessionToken: '' };
    expect(() => withAuth(() => AwsAuth.stsToken({ token, tokenVersion: 0 }))).toThrow(
      'tokenVersion is 0; expected a whole number from 1',
    );
  });
});
