import { Token } from 'cdktf';
import type { Check } from '../../checks';
import { given } from '../../given';
import { isKnown } from '../../known-value';
import { environmentChecks } from '../../environment-checks';
import { commonLabels } from '../../labels';
import { longLivedKeyCheck } from '../../policies/strict-keys';
import type { AwsBaseStackProps } from './aws-base-stack-props';
import { tagChecks } from '../tag-checks';
import { servicesOf } from './services-of';
import { switchChecks } from './switches';

/** What must hold for an AWS base stack, beyond types. */
export function baseStackChecks(props: AwsBaseStackProps): readonly Check[] {
  const { environment, region, accountId = environment.accountId } = props;
  return [
    ...environmentChecks(environment, {
      resources: 'AWS resources',
      instead: 'AwsAuth.implicit(), which needs no key, or a key of your own',
    }),
    {
      holds: Token.isUnresolved(region) || /^[a-z]{2}(-[a-z]+)+-\d$/.test(region),
      message: `region is "${region}"; expected the id of an AWS region such as "eu-west-1": correct it`,
    },
    {
      holds: accountId === undefined || Token.isUnresolved(accountId) || /^\d{12}$/.test(accountId),
      message: `accountId is "${accountId}"; expected the 12 digits of an AWS account: correct it`,
    },
    {
      holds: !isKnown(environment.accountId) || !isKnown(accountId) || accountId === environment.accountId,
      message: `accountId is "${accountId}", and environment "${environment.name}" is in the account ${environment.accountId}: take accountId out, or use the environment of that account`,
    },
    ...tagChecks(commonLabels(environment)),
    ...identityChecks(props),
    ...partChecks(props),
    ...switchChecks(props),
  ];
}

/** That the environment allows the pattern, and that something uses it. */
export function identityChecks({
  environment,
  auth,
  connectors,
}: Pick<AwsBaseStackProps, 'auth' | 'connectors' | 'environment'>): readonly Check[] {
  const { name, allowKeyInState = false } = environment;
  const exist = typeof connectors === 'object';
  return [
    {
      holds: auth === undefined || !exist,
      message: `auth is ${auth?.label}, and the connectors exist already, so nothing would use it: take auth or connectors out`,
    },
    longLivedKeyCheck(environment, auth, 'AwsAuth.implicit(), which needs no key'),
    {
      holds: allowKeyInState || auth?.makesKey !== true,
      message: `auth is ${auth?.label}, whose key terraform would keep readable in its state, and environment "${name}" does not allow that: use AwsAuth.implicit(), which needs no key, give a key of your own, or in development set allowKeyInState: true`,
    },
  ];
}

/** That what exists already is used. */
function partChecks(props: AwsBaseStackProps): readonly Check[] {
  const services = servicesOf(props);
  const { executionRole, buildProject, configuration = {} } = props;
  const { orchestrator = 'local', stepOperator = 'none', imageBuilder = 'codebuild', deployer = 'none' } = props;
  return [
    {
      holds: executionRole === undefined || services.has('sagemaker'),
      message: `executionRole is given, and SageMaker is not used: set orchestrator or stepOperator to "sagemaker", add "sagemaker" to services, or take it out`,
    },
    {
      holds: buildProject === undefined || services.has('codebuild'),
      message: `buildProject is given, and CodeBuild is not used: set imageBuilder to "codebuild", add "codebuild" to services, or take it out`,
    },
    ...unusedChecks(given(configuration), {
      localOrchestrator: [orchestrator === 'local', `orchestrator is "${orchestrator}"`],
      sagemakerOrchestrator: [orchestrator === 'sagemaker', `orchestrator is "${orchestrator}"`],
      skypilotOrchestrator: [orchestrator === 'skypilot', `orchestrator is "${orchestrator}"`],
      stepOperator: [stepOperator === 'sagemaker', `stepOperator is "${stepOperator}"`],
      imageBuilder: [imageBuilder === 'codebuild', `imageBuilder is "${imageBuilder}"`],
      deployer: [deployer === 'app-runner', `deployer is "${deployer}"`],
    }),
  ];
}

function unusedChecks(
  configuration: object,
  parts: Readonly<Record<string, readonly [used: boolean, reason: string]>>,
): readonly Check[] {
  return Object.entries(parts).map(([part, [used, reason]]) => ({
    holds: used || !Object.hasOwn(configuration, part),
    message: `configuration.${part} is given, and ${reason}: switch that, or take the configuration out`,
  }));
}
