/** One statement of an IAM policy that allows something. */
export interface PolicyStatement {
  /** Letters and digits: what the statement is for. */
  readonly sid: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Operator, key, values: `{ StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } }`. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * Why the resources are no narrower. It is for readers, and no part of the policy.
   * @default they are the very resources of the stack
   */
  readonly why?: string;
}

/** Who may assume a role. */
export interface TrustedPrincipal {
  /** An account, a user or role by ARN (`AWS`), or a service (`Service`). */
  readonly kind: 'AWS' | 'Service';
  readonly identifiers: readonly string[];
}

const VERSION = '2012-10-17';

/** The text of a policy that allows what the statements say, and nothing else. */
export function policyText(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({
    Version: VERSION,
    Statement: statements.map(({ sid, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: 'Allow',
      Action: actions,
      Resource: resources,
      Condition: conditions,
    })),
  });
}

/** Characters that AWS allows in a managed policy. */
const MANAGED_POLICY_LIMIT = 6144;
/** Terraform puts a value for each reference into the text; ARNs of roles with a long name are the longest. */
const LONGEST_VALUE = 'x'.repeat(100);

/** The statements as AWS takes them in managed policies: as few as have room for all. */
export function managedPolicies(statements: readonly PolicyStatement[]): readonly (readonly PolicyStatement[])[] {
  const policies: PolicyStatement[][] = [];
  for (const statement of statements) {
    const last = policies.at(-1);
    if (last && sizeOf([...last, statement]) <= MANAGED_POLICY_LIMIT) last.push(statement);
    else policies.push([statement]);
  }
  return policies;
}

function sizeOf(statements: readonly PolicyStatement[]): number {
  return policyText(statements).replaceAll(/\$\{[^}]*\}/g, LONGEST_VALUE).length;
}

/** The text of a trust policy: who may assume the role it belongs to. */
export function trustPolicyText({ kind, identifiers }: TrustedPrincipal): string {
  return JSON.stringify({
    Version: VERSION,
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { [kind]: identifiers } }],
  });
}

/** One statement of the policy of a resource, which says who may or may not do something with it. */
export interface ResourcePolicyStatement {
  readonly sid: string;
  readonly effect: 'Allow' | 'Deny';
  readonly principal: TrustedPrincipal;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Operator, key, values. */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
  /**
   * Why the resources are no narrower. It is for readers, and no part of the policy.
   * @default they are the very resource that the policy belongs to
   */
  readonly why?: string;
}

/** The text of the policy of a bucket or key. */
export function resourcePolicyText(statements: readonly ResourcePolicyStatement[]): string {
  return JSON.stringify({
    Version: VERSION,
    Statement: statements.map(({ sid, effect, principal, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: effect,
      Principal: { [principal.kind]: oneOrMore(principal.identifiers) },
      Action: oneOrMore(actions),
      Resource: oneOrMore(resources),
      Condition: conditions,
    })),
  });
}

/** A list of one as AWS writes it. */
function oneOrMore(values: readonly string[]): string | readonly string[] | undefined {
  return values.length === 1 ? values[0] : values;
}

/** Refuses requests to a bucket without TLS. */
export function tlsOnlyStatement(bucketArn: string): ResourcePolicyStatement {
  return {
    sid: 'TlsOnly',
    effect: 'Deny',
    principal: { kind: 'AWS', identifiers: ['*'] },
    actions: ['s3:*'],
    resources: [bucketArn, `${bucketArn}/*`],
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
