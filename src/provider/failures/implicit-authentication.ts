/** What a server answers for connectors that would act as itself, unless it was started so as to permit that. */
export const IMPLICIT_REFUSED = /implicit authentication methods .*disabled|ZENML_ENABLE_IMPLICIT_AUTH_METHODS/is;

/** How to have it permit them, and what comes of that. */
export const ENABLE_IMPLICIT =
  'Start the server with ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true in its environment (`zenml.enableImplicitAuthMethods: true` in ' +
  'the values of its Helm chart) and run the command again. Whoever can create connectors may then do through one what the ' +
  'server itself may do.';
