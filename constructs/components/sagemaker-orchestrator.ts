import type { Construct } from 'constructs';
import type { SagemakerOrchestratorConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Sagemaker orchestrator is made from. */
export interface SagemakerOrchestratorProps extends TypedComponentProps, SagemakerOrchestratorConfiguration {
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
export class SagemakerOrchestrator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: SagemakerOrchestratorProps) {
    super(scope, id, 'orchestrator', flatProps('sagemaker', props));
  }
}
