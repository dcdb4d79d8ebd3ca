// @ts-nocheck
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface DataZenmlServerConfig extends cdktf.TerraformMetaArguments {
}

/**
* Represents a `zenml_server`
*/
export class DataZenmlServer extends cdktf.TerraformDataSource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "zenml_server";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a DataZenmlServer resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the DataZenmlServer to import
  * @param provider? Optional instance of the provider where the DataZenmlServer to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "zenml_server", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new `zenml_server` Data Source
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options DataZenmlServerConfig = {}
  */
  public constructor(scope: Construct, id: string, config: DataZenmlServerConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'zenml_server',
      terraformGeneratorMetadata: {
        providerName: 'zenml'
      },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach
    });
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // name - computed: true, optional: false, required: false
  public get name() {
    return this.getStringAttribute('name');
  }

  // version - computed: true, optional: false, required: false
  public get version() {
    return this.getStringAttribute('version');
  }

  // deployment_type - computed: true, optional: false, required: false
  public get deploymentType() {
    return this.getStringAttribute('deployment_type');
  }

  // auth_scheme - computed: true, optional: false, required: false
  public get authScheme() {
    return this.getStringAttribute('auth_scheme');
  }

  // server_url - computed: true, optional: false, required: false
  public get serverUrl() {
    return this.getStringAttribute('server_url');
  }

  // connected_url - computed: true, optional: false, required: false
  public get connectedUrl() {
    return this.getStringAttribute('connected_url');
  }

  // dashboard_url - computed: true, optional: false, required: false
  public get dashboardUrl() {
    return this.getStringAttribute('dashboard_url');
  }

  // metadata - computed: true, optional: false, required: false
  private _metadata = new cdktf.StringMap(this, "metadata");
  public get metadata() {
    return this._metadata;
  }

  // pro_api_url - computed: true, optional: false, required: false
  public get proApiUrl() {
    return this.getStringAttribute('pro_api_url');
  }

  // pro_dashboard_url - computed: true, optional: false, required: false
  public get proDashboardUrl() {
    return this.getStringAttribute('pro_dashboard_url');
  }

  // pro_organization_id - computed: true, optional: false, required: false
  public get proOrganizationId() {
    return this.getStringAttribute('pro_organization_id');
  }

  // pro_organization_name - computed: true, optional: false, required: false
  public get proOrganizationName() {
    return this.getStringAttribute('pro_organization_name');
  }

  // pro_workspace_id - computed: true, optional: false, required: false
  public get proWorkspaceId() {
    return this.getStringAttribute('pro_workspace_id');
  }

  // pro_workspace_name - computed: true, optional: false, required: false
  public get proWorkspaceName() {
    return this.getStringAttribute('pro_workspace_name');
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
    };
    return attrs;
  }
}
