import { defineEnvironments, type EnvironmentSettings } from '../constructs';
import { AwsAuth } from '../constructs/aws';

/** What may differ from environment to environment. */
export interface PlatformSettings extends EnvironmentSettings {
  /** AWS region that everything is in. */
  readonly region: string;
  /** A second AWS region, for the replicas of an environment with `highAvailability`. */
  readonly replicaRegion?: string;
  /** How the connectors authenticate to AWS. */
  readonly auth: AwsAuth;
  /** What runs the pipelines: the process that starts them, or SageMaker. */
  readonly orchestrator: 'local' | 'sagemaker';
  /** What builds the images of pipelines: CodeBuild, or Docker on the machine that starts them. */
  readonly imageBuilder: 'none' | 'codebuild';
  /** The machine with a GPU that models are trained on, `ml.g5.xlarge`; without any there is no training stack. */
  readonly training: SagemakerInstanceType | 'none';
}

/** An instance type of SageMaker. */
export type SagemakerInstanceType = `ml.${string}`;

const defaults: PlatformSettings = {
  region: 'us-east-1',
  auth: AwsAuth.implicit(),
  orchestrator: 'sagemaker',
  imageBuilder: 'codebuild',
  training: 'ml.g5.xlarge',
  tags: { cost_center: 'ml-platform' },
};

/** The environments, each deployed by `cdktf deploy <name>`. */
export const environments = defineEnvironments({
  defaults,
  dev: {
    development: true,
    allowKeyInState: true,
    auth: AwsAuth.iamRole(),
    orchestrator: 'local',
    // Pipelines that run where they are started need no images.
    imageBuilder: 'none',
    training: 'none',
  },
  staging: {},
  prod: {
    training: 'ml.g5.2xlarge',
    highAvailability: true,
    replicaRegion: 'us-west-2',
    backupEnabled: true,
    complianceMode: 'strict',
  },
});

/** One of the environments above. */
export type PlatformEnvironment = (typeof environments)[keyof typeof environments];
