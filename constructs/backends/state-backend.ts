import type { BackendPattern } from './backend-pattern';
import { GcsState, type GcsStateOptions } from './gcs-state';
import { HcpTerraformState, type HcpTerraformStateOptions } from './hcp-terraform-state';
import { LocalState, type LocalStateOptions } from './local-state';
import { S3State, type S3StateOptions } from './s3-state';

/** Where Terraform stacks keep their state: one of the kinds below, chosen per environment. */
export type StateBackend = BackendPattern;

/**
 * The kinds of backends. All of them lock a state while it changes. None takes credentials: terraform finds those in the
 * environment it runs in.
 */
export const StateBackend = {
  /** A file on this machine for each Terraform stack, for one person at a time. */
  local: (options?: LocalStateOptions): StateBackend => new LocalState(options),
  /** A bucket of S3. Locking needs no table, and Terraform 1.10. */
  s3: (options: S3StateOptions): StateBackend => new S3State(options),
  /** A bucket of Google Cloud Storage. */
  gcs: (options: GcsStateOptions): StateBackend => new GcsState(options),
  /** Workspaces of HCP Terraform, or of a Terraform Enterprise. */
  hcpTerraform: (options: HcpTerraformStateOptions): StateBackend => new HcpTerraformState(options),
} as const;
