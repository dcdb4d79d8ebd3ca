import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { defineEnvironments } from '../../../constructs';
import { AwsAuth, AwsBaseStack } from '../../../constructs/aws';
import { GcpAuth, GcpBaseStack } from '../../../constructs/gcp';
import { ZenmlProvider } from '../../../src/bindings/provider';

/** An app on both clouds, with an environment in which nothing is switched on, and one in which everything is. */
const environments = defineEnvironments({
  defaults: {},
  dev: {},
  prod: {
    highAvailability: true,
    backupEnabled: true,
    complianceMode: 'strict',
    exceptions: { 'long-lived-keys': 'the old build server cannot assume roles' },
  },
});

const app = new App();
for (const environment of Object.values(environments)) {
  const stack = new TerraformStack(app, environment.name);
  new GoogleProvider(stack, 'google', { project: 'acme-ml', region: 'europe-west1' });
  new ZenmlProvider(stack, 'zenml');
  const auth = GcpAuth.workloadIdentity({
    oidc: { issuerUri: 'https://issuer.example.test', subject: 'zenml', tokenSource: { file: '/run/token' } },
  });
  new GcpBaseStack(stack, 'base', { environment, projectId: 'acme-ml', region: 'europe-west1', auth });

  const onAws = new TerraformStack(app, `${environment.name}-aws`);
  new AwsProvider(onAws, 'aws', { region: 'eu-west-1' });
  const replicaProvider = new AwsProvider(onAws, 'replica', { region: 'eu-central-1', alias: 'replica' });
  new ZenmlProvider(onAws, 'zenml', { serverUrl: 'https://aws.example.test' });
  const replica = environment.highAvailability === true && { replicaRegion: 'eu-central-1', replicaProvider };
  new AwsBaseStack(onAws, 'base', { environment, region: 'eu-west-1', auth: AwsAuth.implicit(), ...replica });
}
app.synth();
