import type { Construct } from 'constructs';
import { commonLabels, TeamStack, VertexOrchestrator } from '../../constructs';
import { resourceLabels, type GcpBaseStack } from '../../constructs/gcp';

/** A machine of Vertex AI with a GPU. Not every region has every combination. */
export interface VertexMachine {
  /** `n1-standard-8`. */
  readonly machineType: string;
  /** `NVIDIA_TESLA_T4`. */
  readonly acceleratorType: string;
  readonly acceleratorCount: number;
}

/** What the training stack on Vertex AI is made from. */
export interface VertexTrainingOptions {
  /** With `vertex` among its services. */
  readonly base: GcpBaseStack;
  /** What every step runs on. */
  readonly machine: VertexMachine;
}

/**
 * `<environment>-training-stack`: the base stack with a Vertex orchestrator whose steps run on machines with a GPU. A step that
 * needs another machine says so in its own settings.
 */
export function addVertexTraining(scope: Construct, { base, machine }: VertexTrainingOptions): TeamStack {
  const labels = commonLabels(base.environment, { team: 'training' });
  const orchestrator = new VertexOrchestrator(scope, 'training-orchestrator', {
    location: base.region,
    workloadServiceAccount: base.vertexServiceAccount.email,
    customJobParameters: {
      machine_type: machine.machineType,
      accelerator_type: machine.acceleratorType,
      accelerator_count: machine.acceleratorCount,
    },
    connector: base.connector,
    orchestratorLabels: resourceLabels(labels),
    labels,
  });
  return new TeamStack(scope, 'training', {
    base,
    components: [orchestrator],
    description: `Training of models, on ${machine.machineType} with ${machine.acceleratorCount} ${machine.acceleratorType}`,
    labels: { team: 'training' },
  });
}
