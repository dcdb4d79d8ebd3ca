import type { ModelOf, Schema } from '../../framework';
import { readMap, readText } from './common-attributes';

const attributes = {
  id: readText('The id (UUID) of the server.'),
  name: readText('Name of the server.'),
  version: readText('Version of ZenML that the server runs, such as `0.98.0`.'),
  deployment_type: readText('How the server was deployed, such as `kubernetes` or `docker`.'),
  auth_scheme: readText('How the server authenticates people, such as `OAUTH2_PASSWORD_BEARER`.'),
  server_url: readText('Address of the server as it gives it; empty where it was not told.'),
  connected_url: readText('Address at which the provider talks to it, without a slash at its end.'),
  dashboard_url: readText('Address of its dashboard; empty where it was not told.'),
  metadata: readMap('What the server was told about its deployment.'),
  pro_api_url: readText('Address of the ZenML Pro API; null on a server that is not part of ZenML Pro.'),
  pro_dashboard_url: readText('Address of the ZenML Pro dashboard; null on a server that is not part of ZenML Pro.'),
  pro_organization_id: readText(
    'The id of its ZenML Pro organization; null on a server that is not part of ZenML Pro.',
  ),
  pro_organization_name: readText(
    'Name of its ZenML Pro organization; null on a server that is not part of ZenML Pro.',
  ),
  pro_workspace_id: readText('The id of its ZenML Pro workspace; null on a server that is not part of ZenML Pro.'),
  pro_workspace_name: readText('Name of its ZenML Pro workspace; null on a server that is not part of ZenML Pro.'),
};

/** What the data source `zenml_server` gives. */
export type ServerModel = ModelOf<typeof attributes>;

export const serverSchema: Schema = {
  version: 0,
  description: 'The ZenML server that the provider talks to.',
  attributes,
};
