import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, type App } from 'cdktf';
import { SagemakerOrchestrator, TeamStack, type Environment } from '../../../constructs';
import { AwsAuth, AwsBaseStack } from '../../../constructs/aws';
import { ZenmlProvider } from '../../../src/bindings/provider';

const REGION = 'eu-west-1';
const EXECUTION_ROLE = 'arn:aws:iam::123456789012:role/sagemaker';

/** Puts as many of something into an app as it is asked for. */
export type Workload = (app: App, count: number) => void;

/** Terraform stacks, each with the base stack of an environment of its own. */
const environments: Workload = (app, count) => {
  for (const name of namesOf('env', count)) addBaseStack(app, { name, tags: { cost_center: 'ml-platform' } });
};

/** Team stacks with an orchestrator of their own, all on the base stack of one environment. */
const teams: Workload = (app, count) => {
  const base = addBaseStack(app, { name: 'dev' });
  const stack = TerraformStack.of(base);
  for (const name of namesOf('team', count)) {
    const orchestrator = new SagemakerOrchestrator(stack, `${name}-orchestrator`, {
      executionRole: EXECUTION_ROLE,
      region: REGION,
    });
    new TeamStack(stack, name, { base, components: [orchestrator] });
  }
};

/** By name. */
export const WORKLOADS: Readonly<Record<string, Workload>> = { environments, teams };

function addBaseStack(app: App, environment: Environment): AwsBaseStack {
  const stack = new TerraformStack(app, environment.name);
  new AwsProvider(stack, 'aws', { region: REGION });
  new ZenmlProvider(stack, 'zenml');
  return new AwsBaseStack(stack, 'base', {
    environment,
    region: REGION,
    auth: AwsAuth.implicit(),
    orchestrator: 'sagemaker',
  });
}

function namesOf(kind: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${kind}-${String(index).padStart(4, '0')}`);
}
