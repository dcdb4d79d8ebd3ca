/** Where a stack is, for the ARNs of what does not exist yet. */
export interface CloudScope {
  /** `aws`, `aws-cn`. */
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
}

/** The ARN of something of the account and region: `regionalArn(scope, 'sagemaker', 'pipeline/*')`. */
export function regionalArn({ partition, region, accountId }: CloudScope, service: string, resource: string): string {
  return `arn:${partition}:${service}:${region}:${accountId}:${resource}`;
}

/** The ARN of something of the account's IAM, which has no region: `iamArn(scope, 'role/skypilot-v1')`. */
export function iamArn({ partition, accountId }: CloudScope, resource: string): string {
  return `arn:${partition}:iam::${accountId}:${resource}`;
}
