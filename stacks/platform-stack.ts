import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { addStateBackend } from '../constructs';
import { AwsBaseStack } from '../constructs/aws';
import { addProviders, addReplicaProvider } from './add-providers';
import type { PlatformEnvironment } from './environments';
import { addSagemakerTraining } from './teams/sagemaker-training';

/** What a platform stack is made from. */
export interface PlatformStackProps {
  readonly environment: PlatformEnvironment;
}

/** Everything of one environment: its base stack and the stacks of its teams. */
export class PlatformStack extends TerraformStack {
  constructor(scope: Construct, id: string, { environment }: PlatformStackProps) {
    super(scope, id);
    addStateBackend(this, environment);
    const { replicaRegion } = environment;
    const endpointUrl = addProviders(this, environment.region);
    const base = new AwsBaseStack(this, 'base', {
      environment,
      region: environment.region,
      auth: environment.auth,
      orchestrator: environment.orchestrator,
      imageBuilder: environment.imageBuilder,
      endpointUrl,
      replicaRegion,
      replicaProvider: replicaRegion === undefined ? undefined : addReplicaProvider(this, replicaRegion),
    });
    base.addOutputs();
    const { training } = environment;
    if (training !== 'none') addSagemakerTraining(this, { base, instanceType: training }).addOutputs();
  }
}
