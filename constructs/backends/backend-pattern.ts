import type { TerraformStack } from 'cdktf';

/** Whose state it is. */
export interface StateOwner {
  /** Name of the environment; undefined for what belongs to none, or where a workspace tells environments apart. */
  readonly environment?: string;
  /** The Terraform workspace that the state lies in; undefined for the default one. */
  readonly workspace?: string;
}

/** Where a Terraform stack keeps its state. A pattern is a value; it writes the configuration of its backend itself. */
export interface BackendPattern {
  /** As a person writes it: `StateBackend.s3()`. */
  readonly label: string;
  addTo(stack: TerraformStack, owner: StateOwner): void;
}

/** The place of a state below that of its app, without an ending: `prod/platform`. */
export function placeOf(stack: TerraformStack, { environment }: StateOwner): string {
  return environment === undefined ? stack.node.id : `${environment}/${stack.node.id}`;
}
