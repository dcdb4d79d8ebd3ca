import type { Removal } from '../leftover';
import type { AwsClients } from './aws-clients';

/** A resource as its ARN says it. */
export interface AwsResource {
  readonly arn: string;
  /** The first group of the pattern of its kind. */
  readonly name: string;
}

/** A kind of resource, and how one is removed. */
export interface AwsKind {
  /** For people: `ECR repository`. */
  readonly kind: string;
  /** What follows region and account in its ARN, after the service: `ecr:repository/name`. The first group is its name. */
  readonly pattern: RegExp;
  /**
   * Whether it is gone already, though it is still listed.
   * @default never
   */
  readonly isGone?: (aws: AwsClients, resource: AwsResource) => Promise<boolean>;
  readonly removals: (aws: AwsClients, resource: AwsResource) => readonly Removal[] | Promise<readonly Removal[]>;
}
