import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { addStateBackend, ProjectStack, type ProjectIsolation } from '../../constructs';
import { AwsBaseStack } from '../../constructs/aws';
import { addProviders } from '../add-providers';
import type { PlatformEnvironment } from '../environments';

/** What the stack of an ML project is made from. */
export interface MlProjectStackProps {
  readonly environment: PlatformEnvironment;
  /** `fraud_detection` */
  readonly projectName: string;
  /**
   * Whether it has a part of the bucket of the base, or a bucket of its own.
   * @default 'prefix'
   */
  readonly isolation?: ProjectIsolation;
}

/**
 * Everything of one ML project in one environment, with a state of its own: whoever deploys it neither sees nor changes that of the
 * platform. The base stack is the one that `cdktf deploy <environment>` has made.
 */
export class MlProjectStack extends TerraformStack {
  constructor(scope: Construct, id: string, { environment, projectName, isolation }: MlProjectStackProps) {
    super(scope, id);
    addStateBackend(this, environment);
    const { region, auth, orchestrator, imageBuilder } = environment;
    const endpointUrl = addProviders(this, region);
    const base = AwsBaseStack.fromName(this, 'base', {
      environment,
      region,
      auth,
      orchestrator,
      imageBuilder,
      endpointUrl,
    });
    new ProjectStack(this, 'project', { base, projectName, isolation }).addOutputs('');
  }
}
