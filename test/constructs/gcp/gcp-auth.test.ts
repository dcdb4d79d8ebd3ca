import { TerraformVariable } from 'cdktf';
import { GcpAuth } from '../../../constructs/gcp';
import { onlyResource, resourcesOf, synthesize, type Synthesized } from '../synthesized';
import { authPatternNames, authPatterns, type AuthPatternName } from './support/auth-patterns';
import { gcpBase, gcpStackWith, googleObjects, grantsIn, makeBase } from './support/gcp-stack';

function baseWith(pattern: AuthPatternName): Synthesized {
  return synthesize(
    gcpStackWith((scope) => {
      makeBase(scope, { auth: authPatterns[pattern](scope) });
    }),
  );
}

const connectorsIn = (synth: Synthesized) => resourcesOf(synth, 'zenml_service_connector');

/** The roles of a member, and on what kind of thing. */
function rolesOf(synth: Synthesized, member: RegExp): readonly string[] {
  return grantsIn(synth)
    .filter(({ attributes }) => member.test(String(attributes.member)))
    .map(({ type, attributes }) => `${type.replace(/^google_|_iam_member$/g, '')}: ${String(attributes.role)}`)
    .sort();
}

/** What the connectors of a base stack with a bucket, a repository and Cloud Build need. */
const NEEDED = [
  'artifact_registry_repository: roles/artifactregistry.writer',
  'project: roles/cloudbuild.builds.editor',
  'service_account: roles/iam.serviceAccountUser',
  'storage_bucket: roles/storage.legacyBucketReader',
  'storage_bucket: roles/storage.objectUser',
];

const client = /google_service_account\.base_identity_service-account_\w+\.email/;

describe('every pattern', () => {
  it.each([
    ['serviceAccountKey', 'service-account', client],
    ['givenServiceAccountKey', 'service-account', /^serviceAccount:zenml@acme-ml\.iam\.gserviceaccount\.com$/],
    ['impersonation', 'impersonation', client],
    ['givenImpersonation', 'impersonation', client],
    ['workloadIdentityOnAws', 'external-account', client],
    ['workloadIdentityByOidc', 'external-account', client],
    ['implicit', 'implicit', /^serviceAccount:zenml-server@acme-ml\.iam\.gserviceaccount\.com$/],
    ['userAccount', 'user-account', /^user:ada@example\.com$/],
    ['oauth2Token', 'oauth2-token', client],
  ] as const)('%s authenticates by %s, and gives whom the connectors act as what they need', (name, method, member) => {
    const synth = baseWith(name);
    expect(rolesOf(synth, member)).toEqual(NEEDED);
    for (const connector of connectorsIn(synth)) {
      expect(connector).toMatchObject({ type: 'gcp', auth_method: method, configuration: { project_id: 'acme-ml' } });
    }
  });

  it('says what the server then holds, and what it must allow', () => {
    const classified = authPatternNames.map((name) => {
      let auth: GcpAuth | undefined;
      gcpStackWith((scope) => {
        auth = authPatterns[name](scope);
      });
      return [name, auth?.credential, auth?.needsImplicitAuth, auth?.makesKey];
    });
    expect(classified).toEqual([
      ['serviceAccountKey', 'long-lived-key', false, true],
      ['givenServiceAccountKey', 'long-lived-key', false, false],
      ['impersonation', 'long-lived-key', false, true],
      ['givenImpersonation', 'long-lived-key', false, false],
      ['workloadIdentityOnAws', 'none', true, false],
      ['workloadIdentityByOidc', 'none', true, false],
      ['implicit', 'none', true, false],
      ['userAccount', 'long-lived-key', false, false],
      ['oauth2Token', 'expiring-token', false, false],
    ]);
  });

  it.each(authPatternNames)('%s has terraform make a key where it says so, and nowhere else', (name) => {
    const makesKey = ['serviceAccountKey', 'impersonation'].includes(name);
    expect(resourcesOf(baseWith(name), 'google_service_account_key')).toHaveLength(makesKey ? 1 : 0);
  });

  it.each(authPatternNames)('%s hands secrets to the server alone', (name) => {
    for (const { configuration, configuration_wo: writeOnly } of connectorsIn(baseWith(name))) {
      expect(JSON.stringify(configuration)).not.toMatch(/private_key|\$\{var\./);
      if (writeOnly !== undefined) expect(JSON.stringify(writeOnly)).toMatch(/^\{"\w+":"\$\{[^}]+\}"\}$/);
    }
  });
});

describe('a key that terraform makes', () => {
  const withVersion = (keyVersion: number) => gcpBase({ auth: GcpAuth.serviceAccountKey({ keyVersion }) });

  it('is replaced by another version, the new one first, and the connectors get it', () => {
    const synth = withVersion(2);
    expect(onlyResource(synth, 'google_service_account_key')).toMatchObject({
      keepers: { version: '2' },
      lifecycle: { create_before_destroy: true },
    });
    for (const connector of connectorsIn(synth)) {
      expect(connector).toMatchObject({
        configuration_wo: {
          service_account_json: expect.stringMatching(
            /^\$\{google_service_account_key\.\w+\.private_key\}$/,
          ) as unknown,
        },
        configuration_wo_version: 2,
      });
    }
  });

  it('is one resource whatever its version, so that terraform sees a replacement', () => {
    const addresses = [1, 2].map((version) =>
      googleObjects(withVersion(version))
        .map(({ address }) => address)
        .sort(),
    );
    expect(addresses[0]).toEqual(addresses[1]);
  });
});

describe('impersonation', () => {
  it('lets the service account with the key do nothing but make tokens of the one with the permissions', () => {
    const synth = baseWith('impersonation');
    expect(rolesOf(synth, /base_identity_key-holder/)).toEqual([
      'service_account: roles/iam.serviceAccountTokenCreator',
    ]);
    expect(onlyResource(synth, 'google_service_account_key').service_account_id).toMatch(/base_identity_key-holder/);
    const [connector] = connectorsIn(synth);
    expect(connector?.configuration).toMatchObject({ target_principal: expect.stringMatching(client) as unknown });
  });
});

describe('a workload identity', () => {
  const fileOf = (synth: Synthesized) => {
    const { external_account_json: text } = connectorsIn(synth)[0]?.configuration as { external_account_json: string };
    return text;
  };

  it('lets in one role of one AWS account, and nobody else', () => {
    const synth = baseWith('workloadIdentityOnAws');
    expect(onlyResource(synth, 'google_iam_workload_identity_pool_provider')).toMatchObject({
      workload_identity_pool_provider_id: 'zenml-aws',
      aws: { account_id: '715803424590' },
      attribute_condition: "attribute.aws_role_name == 'zenml-0f1e2d3c'",
      attribute_mapping: {
        'google.subject': "assertion.arn.extract('assumed-role/{role_name}/')",
        'attribute.aws_role_name': "assertion.arn.extract('assumed-role/{role_name}/')",
      },
    });
    const federated = grantsIn(synth).filter(({ attributes }) => attributes.role === 'roles/iam.workloadIdentityUser');
    expect(federated.map(({ attributes }) => attributes.member)).toEqual([
      expect.stringMatching(
        /^principalSet:\/\/iam\.googleapis\.com\/\$\{google_iam_workload_identity_pool\.\w+\.name\}\/attribute\.aws_role_name\/zenml-0f1e2d3c$/,
      ),
    ]);
  });

  it('tells the server on AWS to sign with what it runs as', () => {
    const text = fileOf(baseWith('workloadIdentityOnAws'));
    expect(text).toContain('"subject_token_type":"urn:ietf:params:aws:token-type:aws4_request"');
    expect(text).toContain('"environment_id":"aws1"');
    expect(text).toContain(
      '"regional_cred_verification_url":"https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15"',
    );
    expect(text).toMatch(
      /"audience":\$\{jsonencode\(join\("", \["\/\/iam\.googleapis\.com\/", google_iam_workload_identity_pool_provider\.\w+\.name\]\)\)\}/,
    );
    expect(text).toMatch(/serviceAccounts\/", google_service_account\.[\w-]+\.email, ":generateAccessToken"\]/);
  });

  it('lets in one subject of an issuer, and nobody else', () => {
    const synth = baseWith('workloadIdentityByOidc');
    const provider = onlyResource(synth, 'google_iam_workload_identity_pool_provider');
    expect(provider).toMatchObject({
      workload_identity_pool_provider_id: 'zenml-oidc',
      oidc: { issuer_uri: 'https://oidc.example.com/cluster' },
      attribute_condition: "google.subject == 'system:serviceaccount:zenml:zenml-server'",
      attribute_mapping: { 'google.subject': 'assertion.sub' },
    });
    expect(rolesOf(synth, /^principal:\/\/.*\/subject\/system:serviceaccount:zenml:zenml-server$/)).toEqual([
      'service_account: roles/iam.workloadIdentityUser',
    ]);
    const text = fileOf(synth);
    expect(text).toContain('"subject_token_type":"urn:ietf:params:oauth:token-type:jwt"');
    expect(text).toContain('"file":"/var/run/secrets/tokens/gcp"');
    expect(text).toContain('"type":"text"');
  });

  it('takes another audience, and tokens that come as JSON from an address', () => {
    const synth = gcpBase({
      auth: GcpAuth.workloadIdentity({
        poolId: 'zenml-second',
        oidc: {
          issuerUri: 'https://issuer.example.com',
          subject: 'server',
          audience: 'zenml',
          tokenSource: {
            url: 'http://localhost:8099/token',
            headers: { Metadata: 'True' },
            format: { jsonField: 'access_token' },
          },
        },
      }),
    });
    expect(onlyResource(synth, 'google_iam_workload_identity_pool').workload_identity_pool_id).toBe('zenml-second');
    expect(onlyResource(synth, 'google_iam_workload_identity_pool_provider').oidc).toEqual({
      issuer_uri: 'https://issuer.example.com',
      allowed_audiences: ['zenml'],
    });
    const text = fileOf(synth);
    expect(text).toContain('"url":"http://localhost:8099/token"');
    expect(text).toContain('"subject_token_field_name":"access_token"');
    expect(text).not.toContain('jsonField');
  });

  it('fails on what Google would refuse', () => {
    const onAws = (aws: { accountId: string; roleName: string }, poolId?: string) => () =>
      gcpBase({ auth: GcpAuth.workloadIdentity({ aws, poolId }) });
    expect(onAws({ accountId: '42', roleName: 'zenml' })).toThrow('aws.accountId is "42"; expected the 12 digits');
    expect(onAws({ accountId: '715803424590', roleName: "a' || true || '" })).toThrow('aws.roleName is "a\' || true');
    expect(onAws({ accountId: '715803424590', roleName: 'zenml' }, 'gcp-pool')).toThrow('poolId is "gcp-pool"');
    const byOidc = (issuerUri: string, subject: string) => () =>
      gcpBase({ auth: GcpAuth.workloadIdentity({ oidc: { issuerUri, subject, tokenSource: { file: '/token' } } }) });
    expect(byOidc('http://issuer', 'server')).toThrow('oidc.issuerUri is "http://issuer"; Google takes');
    expect(byOidc('https://issuer', "x' || 'a' == 'a")).toThrow('oidc.subject is "x\' ||');
    expect(byOidc('https://issuer', 'x'.repeat(128))).toThrow('expected 1 to 127 characters');
  });
});

describe('an OAuth token', () => {
  it('expires where the server can see it', () => {
    for (const { expires_at: expiresAt } of connectorsIn(baseWith('oauth2Token'))) {
      expect(expiresAt).toBe('2030-01-31T12:00:00Z');
    }
  });

  it('can be made by whom one names', () => {
    const synth = synthesize(
      gcpStackWith((scope) => {
        const token = new TerraformVariable(scope, 'token', { type: 'string', sensitive: true }).stringValue;
        const tokenCreators = ['ci@acme-ml.iam.gserviceaccount.com', 'group:platform@example.com'];
        makeBase(scope, { auth: GcpAuth.oauth2Token({ token, tokenCreators, secretVersion: 3 }) });
      }),
    );
    for (const creator of [/^serviceAccount:ci@/, /^group:platform@/]) {
      expect(rolesOf(synth, creator)).toEqual(['service_account: roles/iam.serviceAccountTokenCreator']);
    }
    expect(connectorsIn(synth)[0]?.configuration_wo_version).toBe(3);
  });
});

describe('secrets', () => {
  it('fail where they are written out', () => {
    const key = {
      serviceAccountJson: '{"type":"service_account"}',
      serviceAccountEmail: 'a@acme-ml.iam.gserviceaccount.com',
    };
    expect(() => gcpBase({ auth: GcpAuth.serviceAccountKey({ key }) })).toThrow(
      'secretConfiguration.service_account_json is written out and would lie in cdktf.out',
    );
  });
});
