import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { addStackOutputs, addStateBackend, LocalArtifactStore, LocalOrchestrator, ZenmlStack } from '../constructs';
import { ZenmlProvider } from '../src/bindings/provider';

/** A ZenML stack that needs no cloud: artifacts and runs stay on the machine that starts the pipeline. */
export class LocalStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    addStateBackend(this);
    new ZenmlProvider(this, 'zenml');
    const labels = { managed_by: 'terraform', stack: 'local-stack' };
    const components = [
      new LocalArtifactStore(this, 'artifact-store', { labels }),
      new LocalOrchestrator(this, 'orchestrator', { labels }),
    ];
    const { stackId, stackName } = new ZenmlStack(this, 'stack', { name: 'local-stack', components, labels });
    addStackOutputs(this, { stackId, stackName, components, connectors: [] });
  }
}
