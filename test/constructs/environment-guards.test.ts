import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import {
  BaseStack,
  LocalArtifactStore,
  LocalOrchestrator,
  RestApiRegistration,
  VersionedStack,
  type Environment,
} from '../../constructs';
import { AwsAuth, AwsBaseStack } from '../../constructs/aws';
import { GcpAuth, GcpBaseStack } from '../../constructs/gcp';
import { serverAddress } from '../../constructs/server-address';
import { onlyDataSource, synthesized } from './synthesized';

const URL_OF_PROD = 'https://zenml.acme.com';
const plain: Environment = { name: 'prod' };
const guarded: Environment = {
  ...plain,
  accountId: '123456789012',
  projectId: 'acme-ml-prod',
  zenmlServerUrl: `${URL_OF_PROD}/`,
};

const aws = (environment: Environment, accountId?: string) => (scope: Construct) => {
  const auth = AwsAuth.implicit();
  new AwsBaseStack(scope, 'base', { environment, region: 'us-east-1', auth, accountId });
};
const gcp =
  (environment: Environment, projectId = 'acme-ml-prod') =>
  (scope: Construct) => {
    const auth = GcpAuth.implicit({ serverPrincipal: 'zenml@acme-ml.iam.gserviceaccount.com' });
    new GoogleProvider(scope, 'google', { project: projectId });
    new GcpBaseStack(scope, 'base', { environment, projectId, region: 'europe-west1', auth });
  };
const lookUp = (environment: Environment) => (scope: Construct) => {
  BaseStack.fromName(scope, 'base', { environment, region: 'us-east-1' });
};
const withVersions = (environment: Environment) => (scope: Construct) => {
  new VersionedStack(scope, 'training', {
    environment,
    components: {
      store: { '1.0.0': (at, id) => new LocalArtifactStore(at, id) },
      runner: { '1.0.0': (at, id) => new LocalOrchestrator(at, id) },
    },
    versions: { '1.0.0': { components: { store: '1.0.0', runner: '1.0.0' } } },
    current: '1.0.0',
  });
};

describe('an environment that names its ZenML server', () => {
  it.each([
    ['a base stack made on AWS', aws],
    ['a base stack made on Google Cloud', gcp],
    ['a base stack that is looked up', lookUp],
    ['a stack with versions and no base', withVersions],
  ])('has the plan of %s fail where the provider talks to another one', (_, build) => {
    expect(onlyDataSource(synthesized(build(guarded)), 'zenml_server')).toMatchObject({
      lifecycle: {
        postcondition: [
          {
            condition: `\${self.connected_url == "${URL_OF_PROD}"}`,
            error_message: expect.stringMatching(/talks to \$\{self.connected_url\}.*set ZENML_SERVER_URL/) as string,
          },
        ],
      },
    });
    expect(synthesized(build(plain)).configuration.data?.zenml_server).toBeUndefined();
  });

  const byRest = (serverUrl?: string) => () =>
    synthesized((scope) => {
      const variable = new TerraformVariable(scope, 'url', {}).stringValue;
      new RestApiRegistration(scope, 'registration', { serverUrl: serverUrl ?? variable, accessToken: '${var.token}' });
      aws(guarded)(scope);
    });

  it('fails at synth where its objects are registered by REST on another one', () => {
    expect(byRest('https://zenml.dev.acme.com')).toThrow(
      `registers on https://zenml.dev.acme.com, and the environment is on ${URL_OF_PROD}`,
    );
    expect(byRest(URL_OF_PROD)().configuration.data?.zenml_server).toBeUndefined();
    expect(byRest()).not.toThrow();
  });

  it.each([
    ['https://ZenML.acme.com//', URL_OF_PROD],
    ['https://zenml.acme.com:443/api/v1/', URL_OF_PROD],
    ['http://10.0.0.1:8080/zenml/', 'http://10.0.0.1:8080/zenml'],
    ['${var.url}', '${var.url}'],
  ])('takes %s for %s', (given, address) => {
    expect(serverAddress(given)).toBe(address);
  });
});

describe('an environment that names its AWS account', () => {
  const account = (environment: Environment, accountId?: string) =>
    onlyDataSource(synthesized(aws(environment, accountId)), 'aws_caller_identity');

  it('has the plan fail with credentials of another one', () => {
    for (const found of [account(guarded), account(guarded, guarded.accountId)]) {
      expect(found).toMatchObject({
        lifecycle: { postcondition: [{ condition: '${self.account_id == "123456789012"}' }] },
      });
    }
    expect(account(plain)).not.toHaveProperty('lifecycle');
  });

  it('fails with a base stack in another one, and with what is no account', () => {
    expect(() => account(guarded, '210987654321')).toThrow(
      'accountId is "210987654321", and environment "prod" is in the account 123456789012',
    );
    expect(() => account({ ...plain, accountId: '1234' })).toThrow('accountId is "1234"; expected the 12 digits');
  });
});

describe('an environment that names its Google project', () => {
  it('has the plan ask for it, which fails where the credentials do not reach it', () => {
    const synth = synthesized(gcp(guarded));
    expect(onlyDataSource(synth, 'google_project')).toEqual({ project_id: 'acme-ml-prod' });
    expect(synthesized(gcp(plain)).configuration.data?.google_project).toBeUndefined();
  });

  it('fails with a base stack in another one', () => {
    expect(() => synthesized(gcp(guarded, 'acme-ml-dev'))).toThrow(
      'projectId is "acme-ml-dev", and environment "prod" is in the project acme-ml-prod',
    );
  });
});
