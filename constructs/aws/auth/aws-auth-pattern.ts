import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { ConnectorAuth } from '../../connectors/connector-auth';
import type { PolicyStatement } from '../policy';

/** What an identity is made for. */
export interface AwsIdentityRequest {
  /** Begins the name of everything that is made: `zenml-dev-1a2b3c4d`. */
  readonly resourcePrefix: string;
  readonly accountId: string;
  readonly region: string;
  /** All that the identity may do. */
  readonly statements: readonly PolicyStatement[];
  readonly tags: Readonly<Record<string, string>>;
}

/** An identity in AWS, and how connectors authenticate as it. */
export interface AwsIdentity {
  /** Name of the role or user that holds the permissions; undefined where the pattern knows of none. */
  readonly identityName?: string;
  readonly identityArn?: string;
  /** For connectors of type `aws`. */
  readonly auth: ConnectorAuth;
  /**
   * For connectors of type `aws` that serve the resource type `aws-generic`, or all types.
   * @default `auth`
   */
  readonly genericAuth?: ConnectorAuth;
  /** How long the tokens are valid that connectors hand out, in seconds; undefined leaves it to ZenML. */
  readonly expirationSeconds?: number;
  /** When the credentials themselves expire, RFC 3339; undefined where they do not. */
  readonly expiresAt?: string;
  /** What must exist before the credentials work. */
  readonly dependencies: readonly ITerraformDependable[];
}

/** How connectors authenticate to AWS. A pattern is a value; it provisions its side in the cloud itself. */
export interface AwsAuthPattern {
  /** As a person writes it: `AwsAuth.iamRole()`. */
  readonly label: string;
  /** What the ZenML server then holds: a key that is valid until somebody deletes it, a token that expires, or nothing. */
  readonly credential: 'long-lived-key' | 'expiring-token' | 'none';
  /** Whether the server must be started with `ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true`. */
  readonly needsImplicitAuth: boolean;
  /** Whether terraform makes a long-lived key for it, which then lies in the state. */
  readonly makesKey: boolean;
  /**
   * Whether the permissions go to an identity that exists already, so that two stacks with the pattern have one identity.
   * @default false: each stack has one of its own
   */
  readonly identityExists?: boolean;
  provision(scope: Construct, request: AwsIdentityRequest): AwsIdentity;
}
