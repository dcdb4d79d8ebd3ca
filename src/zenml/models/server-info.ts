import type { JsonReader } from '../json-reader';

/** What a server says of itself. */
export interface ServerInfo {
  readonly id: string;
  readonly name: string;
  /** Version of ZenML, such as `0.98.0`. */
  readonly version: string;
  readonly deploymentType: string;
  readonly authScheme: string;
  /** As the server was configured; empty where it was not. */
  readonly serverUrl: string;
  /** As the server was configured; empty where it was not. */
  readonly dashboardUrl: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** The following are null on a server outside ZenML Pro. */
  readonly proApiUrl: string | null;
  readonly proDashboardUrl: string | null;
  readonly proOrganizationId: string | null;
  readonly proOrganizationName: string | null;
  readonly proWorkspaceId: string | null;
  readonly proWorkspaceName: string | null;
}

/** The user or service account that the client acts for. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly isServiceAccount: boolean;
}

export function readServerInfo(answer: JsonReader): ServerInfo {
  return {
    id: answer.at('id').string(),
    name: answer.at('name').optionalString() ?? '',
    version: answer.at('version').string(),
    deploymentType: answer.at('deployment_type').string(),
    authScheme: answer.at('auth_scheme').string(),
    serverUrl: answer.at('server_url').optionalString() ?? '',
    dashboardUrl: answer.at('dashboard_url').optionalString() ?? '',
    metadata: answer.at('metadata').record((value) => value.string()),
    proApiUrl: answer.at('pro_api_url').optionalString(),
    proDashboardUrl: answer.at('pro_dashboard_url').optionalString(),
    proOrganizationId: answer.at('pro_organization_id').optionalString(),
    proOrganizationName: answer.at('pro_organization_name').optionalString(),
    proWorkspaceId: answer.at('pro_workspace_id').optionalString(),
    proWorkspaceName: answer.at('pro_workspace_name').optionalString(),
  };
}

export function readUser(answer: JsonReader): User {
  return {
    id: answer.at('id').string(),
    name: answer.at('name').string(),
    isServiceAccount: answer.at('body', 'is_service_account').boolean(),
  };
}
