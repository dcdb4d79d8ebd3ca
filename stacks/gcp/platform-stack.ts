import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { addStateBackend } from '../../constructs';
import { GcpBaseStack } from '../../constructs/gcp';
import { ZenmlProvider } from '../../src/bindings/provider';
import { addVertexTraining } from '../teams/vertex-training';
import type { GcpPlatformEnvironment } from './environments';

/** What a platform stack on Google Cloud is made from. */
export interface GcpPlatformStackProps {
  readonly environment: GcpPlatformEnvironment;
}

/**
 * Everything of one environment on Google Cloud: its base stack and the stacks of its teams. The Google provider finds its
 * credentials in the environment; the ZenML provider reads ZENML_SERVER_URL and ZENML_API_KEY.
 */
export class GcpPlatformStack extends TerraformStack {
  constructor(scope: Construct, id: string, { environment }: GcpPlatformStackProps) {
    super(scope, id);
    addStateBackend(this, environment);
    const { projectId, region, auth, orchestrator, training } = environment;
    new GoogleProvider(this, 'google', { project: projectId, region });
    new ZenmlProvider(this, 'zenml');
    const base = new GcpBaseStack(this, 'base', {
      environment,
      projectId,
      region,
      auth,
      orchestrator,
      ...(training !== 'none' && { services: ['vertex'] }),
    });
    base.addOutputs();
    if (training !== 'none') addVertexTraining(this, { base, machine: training }).addOutputs();
  }
}
