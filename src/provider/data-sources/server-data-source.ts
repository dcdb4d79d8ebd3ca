import { record, type DataSource, type DataSourceRequest, type Outcome } from '../../framework';
import type { ServerInfo } from '../../zenml';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { serverSchema, type ServerModel } from '../schemas/server-schema';

/** `data.zenml_server` */
export class ServerDataSource implements DataSource<ServerModel, ProviderClient> {
  readonly typeName = 'zenml_server';
  readonly schema = serverSchema;

  async read({ client, context }: DataSourceRequest<ServerModel, ProviderClient>): Promise<Outcome<ServerModel>> {
    return attempt({ verb: 'read', object: 'server' }, async () => ({
      value: modelOf(await client.serverInfo({ signal: context.signal }), client.serverUrl),
      diagnostics: [],
    }));
  }
}

function modelOf(info: ServerInfo, connectedUrl: string): ServerModel {
  return {
    id: info.id,
    name: info.name,
    version: info.version,
    deployment_type: info.deploymentType,
    auth_scheme: info.authScheme,
    server_url: info.serverUrl,
    connected_url: connectedUrl,
    dashboard_url: info.dashboardUrl,
    metadata: record(Object.entries(info.metadata)),
    pro_api_url: info.proApiUrl,
    pro_dashboard_url: info.proDashboardUrl,
    pro_organization_id: info.proOrganizationId,
    pro_organization_name: info.proOrganizationName,
    pro_workspace_id: info.proWorkspaceId,
    pro_workspace_name: info.proWorkspaceName,
  };
}
