import type { ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';
import type { ConnectorAuth } from '../../connectors/connector-auth';
import type { GcpProject } from '../gcp-project';
import type { Grant } from '../grants/grant';

/** What an identity is made for. */
export interface GcpIdentityRequest {
  readonly project: GcpProject;
  /** All that the identity may do. */
  readonly grants: readonly Grant[];
}

/** An identity in Google Cloud, and how connectors authenticate as it. */
export interface GcpIdentity {
  /** E-mail address of the service account or user that holds the permissions; otherwise the member that they are granted to. */
  readonly identityName: string;
  /** For connectors of type `gcp`. */
  readonly auth: ConnectorAuth;
  /**
   * When the credentials expire: RFC 3339.
   * @default never
   */
  readonly expiresAt?: string;
  /** What must exist before the credentials work. */
  readonly dependencies: readonly ITerraformDependable[];
}

/** How connectors authenticate to Google Cloud. A pattern is a value; it provisions its side in the cloud itself. */
export interface GcpAuthPattern {
  /** As a person writes it: `GcpAuth.workloadIdentity()`. */
  readonly label: string;
  /** What the ZenML server then holds: a key that is valid until somebody deletes it, a token that expires, or nothing. */
  readonly credential: 'long-lived-key' | 'expiring-token' | 'none';
  /** Whether the server must be started with `ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true`. */
  readonly needsImplicitAuth: boolean;
  /** Whether terraform makes a long-lived key for it, which then lies in the state. */
  readonly makesKey: boolean;
  /**
   * Whether the permissions go to an identity that exists already, or the pattern has another name that is taken once, so that two
   * stacks cannot each have their own by it.
   * @default false: each stack has an identity of its own
   */
  readonly identityExists?: boolean;
  provision(scope: Construct, request: GcpIdentityRequest): GcpIdentity;
}
