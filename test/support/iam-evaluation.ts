import { runSimulation } from '@cloud-copilot/iam-simulate';

const ACCOUNT = '123456789012';

/** What is asked of AWS: an action on a resource. */
export interface IamRequest {
  readonly action: string;
  /** An ARN. */
  readonly resource: string;
  /** By the keys of conditions: `{ 's3:prefix': 'projects/' }`. */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * Whether the policies of a role allow a request, by IAM's own rules, offline.
 * @param policies their texts, without references
 * @throws where a policy is none, or the action does not exist or takes no such resource
 */
export async function isAllowed(policies: readonly string[], request: IamRequest): Promise<boolean> {
  const { action, resource, context = {} } = request;
  const result = await runSimulation(
    {
      request: {
        principal: `arn:aws:iam::${ACCOUNT}:role/project`,
        action,
        resource: { resource, accountId: ACCOUNT },
        contextVariables: { ...context },
      },
      identityPolicies: policies.map((text, index) => ({
        name: `policy-${index}`,
        policy: JSON.parse(text) as unknown,
      })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (result.resultType === 'error') throw new Error(`${action} on ${resource}: ${JSON.stringify(result.errors)}`);
  return result.overallResult === 'Allowed';
}
