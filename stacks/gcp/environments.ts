import { defineEnvironments, type EnvironmentSettings } from '../../constructs';
import { GcpAuth } from '../../constructs/gcp';
import type { VertexMachine } from '../teams/vertex-training';

/** What may differ from environment to environment. */
export interface GcpPlatformSettings extends EnvironmentSettings {
  /** The Google project that everything is in. */
  readonly projectId: string;
  /** Google region that everything is in. */
  readonly region: string;
  /** How the connectors authenticate to Google Cloud. */
  readonly auth: GcpAuth;
  /** What runs the pipelines: the process that starts them, or Vertex AI. */
  readonly orchestrator: 'local' | 'vertex';
  /** The machines with a GPU that models are trained on; without any there is no training stack. */
  readonly training: VertexMachine | 'none';
}

const defaults: GcpPlatformSettings = {
  projectId: 'acme-ml',
  region: 'europe-west1',
  auth: GcpAuth.workloadIdentity({
    oidc: {
      issuerUri: 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE',
      subject: 'system:serviceaccount:zenml:zenml-server',
      tokenSource: { file: '/var/run/secrets/google/token' },
    },
  }),
  orchestrator: 'vertex',
  training: { machineType: 'n1-standard-8', acceleratorType: 'NVIDIA_TESLA_T4', acceleratorCount: 1 },
  tags: { cost_center: 'ml-platform' },
};

/** The environments, each deployed by `cdktf deploy <name>`. */
export const gcpEnvironments = defineEnvironments({
  defaults,
  dev: {
    development: true,
    allowKeyInState: true,
    projectId: 'acme-ml-dev',
    auth: GcpAuth.serviceAccountKey(),
    orchestrator: 'local',
    training: 'none',
  },
  staging: { projectId: 'acme-ml-staging', backupEnabled: true },
  prod: {
    projectId: 'acme-ml-prod',
    highAvailability: true,
    backupEnabled: true,
    complianceMode: 'strict',
    training: { acceleratorCount: 2 },
  },
});

/** One of the environments above. */
export type GcpPlatformEnvironment = (typeof gcpEnvironments)[keyof typeof gcpEnvironments];
