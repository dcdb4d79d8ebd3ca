import type { Construct } from 'constructs';
import { StackComponent, type ComponentProps } from '../stack-component';

/** What a SageMaker orchestrator is made from. */
export interface SagemakerOrchestratorProps extends ComponentProps {
  /** ARN of the role that the jobs run as. */
  readonly executionRole: string;
  /**
   * Where the jobs run. Needed where no connector says so.
   * @default the region of the connector
   */
  readonly region?: string;
  /**
   * Name of the bucket for what SageMaker itself writes.
   * @default the default bucket of SageMaker in the account and region, made on first use
   */
  readonly bucket?: string;
}

/** Runs pipelines as SageMaker pipelines. */
export class SagemakerOrchestrator extends StackComponent {
  constructor(
    scope: Construct,
    id: string,
    { executionRole, region, bucket, ...component }: SagemakerOrchestratorProps,
  ) {
    super(scope, id, {
      ...component,
      type: 'orchestrator',
      flavor: 'sagemaker',
      configuration: { execution_role: executionRole, region, bucket },
    });
  }
}
