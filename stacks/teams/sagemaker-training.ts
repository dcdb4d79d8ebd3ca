import type { Construct } from 'constructs';
import { commonLabels, SagemakerOrchestrator, TeamStack } from '../../constructs';
import type { AwsBaseStack } from '../../constructs/aws';

/** What the training stack on SageMaker is made from. */
export interface SagemakerTrainingOptions {
  readonly base: AwsBaseStack;
  /** Machine that every step runs on: `ml.g5.xlarge` has one GPU, an A10G. */
  readonly instanceType: string;
}

/**
 * `<environment>-training-stack`: the base stack with a SageMaker orchestrator whose steps run on machines with a GPU. A step
 * that needs another machine says so in its own settings.
 */
export function addSagemakerTraining(scope: Construct, { base, instanceType }: SagemakerTrainingOptions): TeamStack {
  const labels = commonLabels(base.environment, { team: 'training' });
  const orchestrator = new SagemakerOrchestrator(scope, 'training-orchestrator', {
    instanceType,
    executionRole: base.executionRoleArn,
    bucket: base.bucket.bucket,
    connector: base.connector,
    tags: labels,
    pipelineTags: labels,
    labels,
  });
  return new TeamStack(scope, 'training', {
    base,
    components: [orchestrator],
    description: `Training of models, on SageMaker's ${instanceType}`,
    labels: { team: 'training' },
  });
}
