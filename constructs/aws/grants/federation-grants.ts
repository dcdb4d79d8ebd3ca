import type { PolicyStatement } from '../policy';

/** Getting tokens of federated sessions, which can do no more than the user who gets them. */
export function federationGrants(): readonly PolicyStatement[] {
  return [
    {
      sid: 'FederatedSessions',
      actions: ['sts:GetFederationToken'],
      resources: ['*'],
      why: 'The sessions exist only when ZenML opens them, under names with the id of a connector.',
    },
  ];
}
