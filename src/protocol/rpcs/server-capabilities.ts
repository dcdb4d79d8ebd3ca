/** What this server can do beyond the first version of the protocol. */
export const SERVER_CAPABILITIES = {
  /** Destroys are planned too, so that a resource can refuse or warn before it is too late. */
  planDestroy: true,
  /** Terraform may use a schema that another process of this provider gave it. */
  getProviderSchemaOptional: true,
  moveResourceState: true,
} as const;
