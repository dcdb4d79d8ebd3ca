// @ts-nocheck
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface FlavorConfig extends cdktf.TerraformMetaArguments {
  /**
  * Name of the flavor, unique among the flavors of its type, 1 to 255 characters. Components name their flavor by it, and a server with a component whose flavor is gone lists no components at all, so a change makes a new flavor. The server deletes the old one only when no component has it: where stacks hold such components, set `lifecycle { create_before_destroy = true }`.
  *
  */
  readonly name: string;
  /**
  * Type of the components that the flavor is for, such as `orchestrator`. A change makes a new flavor, for the reason that `name` gives.
  *
  */
  readonly type: string;
  /**
  * Python path of the flavor's class, such as `acme_ml.flavors.AcmeOrchestratorFlavor`. The server does not load it: whoever uses the flavor needs it installed. Changed in place.
  *
  */
  readonly source: string;
  /**
  * JSON Schema of the configuration of its components, as `jsonencode({ ... })` writes it or `Config.model_json_schema()` gives it. Compared by meaning: white space and the order of keys do not matter. The server keeps 65,535 characters. Changed in place; components that exist are not checked against it.
  *
  */
  readonly configSchema: string;
  /**
  * The integration that the flavor belongs to. Left out: none. Changed in place.
  *
  */
  readonly integration?: string;
  /**
  * The type of service connector that its components can use, such as `aws`. Left out: any type that reaches `connector_resource_type`. Changed in place.
  *
  */
  readonly connectorType?: string;
  /**
  * The type of resource that its components reach through a service connector, such as `s3-bucket`. Left out: its components take no connector. Changed in place.
  *
  */
  readonly connectorResourceType?: string;
  /**
  * The key of the configuration that says which resource of the connector a component uses, such as `path`. Left out: none. Changed in place.
  *
  */
  readonly connectorResourceIdAttr?: string;
  /**
  * Address of a picture that the dashboard shows (PNG, SVG or JPG). Left out: none. Changed in place.
  *
  */
  readonly logoUrl?: string;
  /**
  * Address of its documentation. Left out: none. Changed in place.
  *
  */
  readonly docsUrl?: string;
  /**
  * Address of the documentation of its Python class. Left out: none. Changed in place.
  *
  */
  readonly sdkDocsUrl?: string;
  /**
  * How long operations may take. A change of it alone asks nothing of the server.
  *
  */
  readonly timeouts?: FlavorTimeouts;
}
export interface FlavorTimeouts {
  /**
  * How long creating the flavor may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly create?: string;
  /**
  * How long changing the flavor may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly update?: string;
  /**
  * How long deleting the flavor may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly delete?: string;
}

export function flavorTimeoutsToTerraform(struct?: FlavorTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  return {
    create: cdktf.stringToTerraform(struct!.create),
    update: cdktf.stringToTerraform(struct!.update),
    delete: cdktf.stringToTerraform(struct!.delete),
  }
}


export function flavorTimeoutsToHclTerraform(struct?: FlavorTimeouts | cdktf.IResolvable): any {
  if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) { return struct; }
  if (cdktf.isComplexElement(struct)) {
    throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
  }
  const attrs = {
    create: {
      value: cdktf.stringToHclTerraform(struct!.create),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    update: {
      value: cdktf.stringToHclTerraform(struct!.update),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
    delete: {
      value: cdktf.stringToHclTerraform(struct!.delete),
      isBlock: false,
      type: "simple",
      storageClassType: "string",
    },
  };

  // remove undefined attributes
  return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}

export class FlavorTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): FlavorTimeouts | cdktf.IResolvable | undefined {
    if (this.resolvableValue) {
      return this.resolvableValue;
    }
    let hasAnyValues = this.isEmptyObject;
    const internalValueResult: any = {};
    if (this._create !== undefined) {
      hasAnyValues = true;
      internalValueResult.create = this._create;
    }
    if (this._update !== undefined) {
      hasAnyValues = true;
      internalValueResult.update = this._update;
    }
    if (this._delete !== undefined) {
      hasAnyValues = true;
      internalValueResult.delete = this._delete;
    }
    return hasAnyValues ? internalValueResult : undefined;
  }

  public set internalValue(value: FlavorTimeouts | cdktf.IResolvable | undefined) {
    if (value === undefined) {
      this.isEmptyObject = false;
      this.resolvableValue = undefined;
      this._create = undefined;
      this._update = undefined;
      this._delete = undefined;
    }
    else if (cdktf.Tokenization.isResolvable(value)) {
      this.isEmptyObject = false;
      this.resolvableValue = value;
    }
    else {
      this.isEmptyObject = Object.keys(value).length === 0;
      this.resolvableValue = undefined;
      this._create = value.create;
      this._update = value.update;
      this._delete = value.delete;
    }
  }

  // create - computed: false, optional: true, required: false
  private _create?: string; 
  public get create() {
    return this.getStringAttribute('create');
  }
  public set create(value: string) {
    this._create = value;
  }
  public resetCreate() {
    this._create = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get createInput() {
    return this._create;
  }

  // update - computed: false, optional: true, required: false
  private _update?: string; 
  public get update() {
    return this.getStringAttribute('update');
  }
  public set update(value: string) {
    this._update = value;
  }
  public resetUpdate() {
    this._update = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get updateInput() {
    return this._update;
  }

  // delete - computed: false, optional: true, required: false
  private _delete?: string; 
  public get delete() {
    return this.getStringAttribute('delete');
  }
  public set delete(value: string) {
    this._delete = value;
  }
  public resetDelete() {
    this._delete = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get deleteInput() {
    return this._delete;
  }
}

/**
* Represents a `zenml_flavor`
*/
export class Flavor extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "zenml_flavor";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a Flavor resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the Flavor to import
  * @param provider? Optional instance of the provider where the Flavor to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "zenml_flavor", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new `zenml_flavor` Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options FlavorConfig
  */
  public constructor(scope: Construct, id: string, config: FlavorConfig) {
    super(scope, id, {
      terraformResourceType: 'zenml_flavor',
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
    this._name = config.name;
    this._type = config.type;
    this._source = config.source;
    this._configSchema = config.configSchema;
    this._integration = config.integration;
    this._connectorType = config.connectorType;
    this._connectorResourceType = config.connectorResourceType;
    this._connectorResourceIdAttr = config.connectorResourceIdAttr;
    this._logoUrl = config.logoUrl;
    this._docsUrl = config.docsUrl;
    this._sdkDocsUrl = config.sdkDocsUrl;
    this._timeouts.internalValue = config.timeouts;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // id - computed: true, optional: false, required: false
  public get id() {
    return this.getStringAttribute('id');
  }

  // name - computed: false, optional: false, required: true
  private _name?: string; 
  public get name() {
    return this.getStringAttribute('name');
  }
  public set name(value: string) {
    this._name = value;
  }
  // Temporarily expose input value. Use with caution.
  public get nameInput() {
    return this._name;
  }

  // type - computed: false, optional: false, required: true
  private _type?: string; 
  public get type() {
    return this.getStringAttribute('type');
  }
  public set type(value: string) {
    this._type = value;
  }
  // Temporarily expose input value. Use with caution.
  public get typeInput() {
    return this._type;
  }

  // source - computed: false, optional: false, required: true
  private _source?: string; 
  public get source() {
    return this.getStringAttribute('source');
  }
  public set source(value: string) {
    this._source = value;
  }
  // Temporarily expose input value. Use with caution.
  public get sourceInput() {
    return this._source;
  }

  // config_schema - computed: false, optional: false, required: true
  private _configSchema?: string; 
  public get configSchema() {
    return this.getStringAttribute('config_schema');
  }
  public set configSchema(value: string) {
    this._configSchema = value;
  }
  // Temporarily expose input value. Use with caution.
  public get configSchemaInput() {
    return this._configSchema;
  }

  // integration - computed: false, optional: true, required: false
  private _integration?: string; 
  public get integration() {
    return this.getStringAttribute('integration');
  }
  public set integration(value: string) {
    this._integration = value;
  }
  public resetIntegration() {
    this._integration = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get integrationInput() {
    return this._integration;
  }

  // connector_type - computed: false, optional: true, required: false
  private _connectorType?: string; 
  public get connectorType() {
    return this.getStringAttribute('connector_type');
  }
  public set connectorType(value: string) {
    this._connectorType = value;
  }
  public resetConnectorType() {
    this._connectorType = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get connectorTypeInput() {
    return this._connectorType;
  }

  // connector_resource_type - computed: false, optional: true, required: false
  private _connectorResourceType?: string; 
  public get connectorResourceType() {
    return this.getStringAttribute('connector_resource_type');
  }
  public set connectorResourceType(value: string) {
    this._connectorResourceType = value;
  }
  public resetConnectorResourceType() {
    this._connectorResourceType = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get connectorResourceTypeInput() {
    return this._connectorResourceType;
  }

  // connector_resource_id_attr - computed: false, optional: true, required: false
  private _connectorResourceIdAttr?: string; 
  public get connectorResourceIdAttr() {
    return this.getStringAttribute('connector_resource_id_attr');
  }
  public set connectorResourceIdAttr(value: string) {
    this._connectorResourceIdAttr = value;
  }
  public resetConnectorResourceIdAttr() {
    this._connectorResourceIdAttr = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get connectorResourceIdAttrInput() {
    return this._connectorResourceIdAttr;
  }

  // logo_url - computed: false, optional: true, required: false
  private _logoUrl?: string; 
  public get logoUrl() {
    return this.getStringAttribute('logo_url');
  }
  public set logoUrl(value: string) {
    this._logoUrl = value;
  }
  public resetLogoUrl() {
    this._logoUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get logoUrlInput() {
    return this._logoUrl;
  }

  // docs_url - computed: false, optional: true, required: false
  private _docsUrl?: string; 
  public get docsUrl() {
    return this.getStringAttribute('docs_url');
  }
  public set docsUrl(value: string) {
    this._docsUrl = value;
  }
  public resetDocsUrl() {
    this._docsUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get docsUrlInput() {
    return this._docsUrl;
  }

  // sdk_docs_url - computed: false, optional: true, required: false
  private _sdkDocsUrl?: string; 
  public get sdkDocsUrl() {
    return this.getStringAttribute('sdk_docs_url');
  }
  public set sdkDocsUrl(value: string) {
    this._sdkDocsUrl = value;
  }
  public resetSdkDocsUrl() {
    this._sdkDocsUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get sdkDocsUrlInput() {
    return this._sdkDocsUrl;
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new FlavorTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: FlavorTimeouts) {
    this._timeouts.internalValue = value;
  }
  public resetTimeouts() {
    this._timeouts.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get timeoutsInput() {
    return this._timeouts.internalValue;
  }

  // is_custom - computed: true, optional: false, required: false
  public get isCustom() {
    return this.getBooleanAttribute('is_custom');
  }

  // user_id - computed: true, optional: false, required: false
  public get userId() {
    return this.getStringAttribute('user_id');
  }

  // created - computed: true, optional: false, required: false
  public get created() {
    return this.getStringAttribute('created');
  }

  // updated - computed: true, optional: false, required: false
  public get updated() {
    return this.getStringAttribute('updated');
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      name: cdktf.stringToTerraform(this._name),
      type: cdktf.stringToTerraform(this._type),
      source: cdktf.stringToTerraform(this._source),
      config_schema: cdktf.stringToTerraform(this._configSchema),
      integration: cdktf.stringToTerraform(this._integration),
      connector_type: cdktf.stringToTerraform(this._connectorType),
      connector_resource_type: cdktf.stringToTerraform(this._connectorResourceType),
      connector_resource_id_attr: cdktf.stringToTerraform(this._connectorResourceIdAttr),
      logo_url: cdktf.stringToTerraform(this._logoUrl),
      docs_url: cdktf.stringToTerraform(this._docsUrl),
      sdk_docs_url: cdktf.stringToTerraform(this._sdkDocsUrl),
      timeouts: flavorTimeoutsToTerraform(this._timeouts.internalValue),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      name: {
        value: cdktf.stringToHclTerraform(this._name),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      type: {
        value: cdktf.stringToHclTerraform(this._type),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      source: {
        value: cdktf.stringToHclTerraform(this._source),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      config_schema: {
        value: cdktf.stringToHclTerraform(this._configSchema),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      integration: {
        value: cdktf.stringToHclTerraform(this._integration),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      connector_type: {
        value: cdktf.stringToHclTerraform(this._connectorType),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      connector_resource_type: {
        value: cdktf.stringToHclTerraform(this._connectorResourceType),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      connector_resource_id_attr: {
        value: cdktf.stringToHclTerraform(this._connectorResourceIdAttr),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      logo_url: {
        value: cdktf.stringToHclTerraform(this._logoUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      docs_url: {
        value: cdktf.stringToHclTerraform(this._docsUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      sdk_docs_url: {
        value: cdktf.stringToHclTerraform(this._sdkDocsUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      timeouts: {
        value: flavorTimeoutsToHclTerraform(this._timeouts.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "FlavorTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
