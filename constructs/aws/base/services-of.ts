import type { AwsBaseStackProps, AwsService } from './aws-base-stack-props';

/** What says which services are used. */
export type ServiceSwitches = Pick<
  AwsBaseStackProps,
  'deployer' | 'imageBuilder' | 'orchestrator' | 'services' | 'stepOperator'
>;

/** The services that a base stack or team stacks on it use. */
export function servicesOf(props: ServiceSwitches): ReadonlySet<AwsService> {
  const { orchestrator, stepOperator, imageBuilder = 'codebuild', deployer, services = [] } = props;
  const used = new Set(services);
  if (orchestrator === 'sagemaker' || stepOperator === 'sagemaker') used.add('sagemaker');
  if (orchestrator === 'skypilot') used.add('skypilot');
  if (imageBuilder === 'codebuild') used.add('codebuild');
  if (deployer === 'app-runner') used.add('app-runner');
  return used;
}
