import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { addStateBackend } from '../constructs';
import { AwsBaseStack } from '../constructs/aws';
import { ZenmlProvider } from '../src/bindings/provider';
import type { PlatformEnvironment } from './environments';
import { addSagemakerTraining } from './teams/sagemaker-training';

/** What a platform stack is made from. */
export interface PlatformStackProps {
  readonly environment: PlatformEnvironment;
}

/**
 * Everything of one environment: its base stack and the stacks of its teams. The AWS provider finds its credentials in the
 * environment, and its endpoints too, by AWS_ENDPOINT_URL; the ZenML provider reads ZENML_SERVER_URL and ZENML_API_KEY.
 */
export class PlatformStack extends TerraformStack {
  constructor(scope: Construct, id: string, { environment }: PlatformStackProps) {
    super(scope, id);
    addStateBackend(this, environment);
    const endpointUrl = process.env.AWS_ENDPOINT_URL === '' ? undefined : process.env.AWS_ENDPOINT_URL;
    new AwsProvider(this, 'aws', {
      region: environment.region,
      // Other implementations of S3 have no host name for each bucket.
      ...(endpointUrl !== undefined && { s3UsePathStyle: true }),
    });
    new ZenmlProvider(this, 'zenml');
    const base = new AwsBaseStack(this, 'base', {
      environment,
      region: environment.region,
      auth: environment.auth,
      orchestrator: environment.orchestrator,
      imageBuilder: environment.imageBuilder,
      endpointUrl,
    });
    base.addOutputs();
    const { training } = environment;
    if (training !== 'none') addSagemakerTraining(this, { base, instanceType: training }).addOutputs();
  }
}
