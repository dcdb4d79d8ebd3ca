// @ts-nocheck
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface ServiceConnectorConfig extends cdktf.TerraformMetaArguments {
  /**
  * Name of the connector, unique on the server, 1 to 255 characters. Changed in place.
  *
  */
  readonly name: string;
  /**
  * Type of the connector: `aws`, `gcp`, `azure`, `kubernetes`, `docker`, `hyperai`, or another that the server has installed. A change makes a new connector.
  *
  */
  readonly type: string;
  /**
  * How the connector authenticates: one of the methods of its type, such as `iam-role` or `secret-key` for `aws`, `service-account` or `external-account` for `gcp`. Changed in place: what uses the connector is not replaced.
  *
  */
  readonly authMethod: string;
  /**
  * What the connector is for. Left out: what the server has stays; `""` empties it. Changed in place.
  *
  */
  readonly description?: string;
  /**
  * The one type of resource that the connector gives access to, such as `s3-bucket`, `docker-registry` or `kubernetes-cluster`. Left out: every type that its connector type supports. Give either this or `resource_types`. Changed in place.
  *
  */
  readonly resourceType?: string;
  /**
  * The types of resource that the connector gives access to, in any order. A server that knows the connector type takes one of its types or all of them, and makes all of anything else. Give either this or `resource_type`. Changed in place.
  *
  */
  readonly resourceTypes?: string[];
  /**
  * The one resource that the connector gives access to, such as `s3://bucket`. Needs `resource_type`. Left out: every resource that its credentials reach. Changed in place.
  *
  */
  readonly resourceId?: string;
  /**
  * Configuration and credentials of the connector, by the keys of its authentication method, such as `region` and `role_arn`. All values are strings: write numbers and booleans as `"3"` and `"true"`, lists and objects with `jsonencode(...)`. Changed in place. Its values are kept in state, so protect that, or give secrets in `configuration_wo`.
  *
  */
  readonly configuration?: { [key: string]: string };
  /**
  * More of `configuration` of the connector, which Terraform keeps nowhere: for secrets, by their keys. Needs Terraform 1.11 and `configuration_wo_version`, whose change alone sends new values. A key is given either here or in `configuration`.
  *
  */
  readonly configurationWo?: { [key: string]: string };
  /**
  * Version of `configuration_wo`: raise it whenever that changes, since Terraform cannot see it. Changed in place.
  *
  */
  readonly configurationWoVersion?: number;
  /**
  * How many seconds the short-lived credentials are valid that the connector hands out. `0` is the default of its authentication method. Left out: what the server has stays. Changed in place.
  *
  */
  readonly expirationSeconds?: number;
  /**
  * When the credentials in the configuration expire: RFC 3339, such as `2027-01-31T12:00:00Z`; null where they do not. Left out: what the server has stays, as the server writes it. Changed in place; a server cannot take it away again.
  *
  */
  readonly expiresAt?: string;
  /**
  * How many seconds before `expires_at` the credentials count as expired. `0` is none. Left out: what the server has stays. Changed in place.
  *
  */
  readonly expiresSkewTolerance?: number;
  /**
  * Have the server try the configuration before the connector is created or changed; nothing is created or changed where that fails. Default: `true`.
  *
  */
  readonly verify?: boolean | cdktf.IResolvable;
  /**
  * Labels of the connector: free keys and values to find it by. Changed in place; a label left out is removed.
  *
  */
  readonly labels?: { [key: string]: string };
  /**
  * How long operations may take. A change of it alone asks nothing of the server.
  *
  */
  readonly timeouts?: ServiceConnectorTimeouts;
}
export interface ServiceConnectorTimeouts {
  /**
  * How long creating the connector may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly create?: string;
  /**
  * How long changing the connector may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly update?: string;
  /**
  * How long deleting the connector may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly delete?: string;
}

export function serviceConnectorTimeoutsToTerraform(struct?: ServiceConnectorTimeouts | cdktf.IResolvable): any {
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


export function serviceConnectorTimeoutsToHclTerraform(struct?: ServiceConnectorTimeouts | cdktf.IResolvable): any {
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

export class ServiceConnectorTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): ServiceConnectorTimeouts | cdktf.IResolvable | undefined {
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

  public set internalValue(value: ServiceConnectorTimeouts | cdktf.IResolvable | undefined) {
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
* Represents a `zenml_service_connector`
*/
export class ServiceConnector extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "zenml_service_connector";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a ServiceConnector resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the ServiceConnector to import
  * @param provider? Optional instance of the provider where the ServiceConnector to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "zenml_service_connector", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new `zenml_service_connector` Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options ServiceConnectorConfig
  */
  public constructor(scope: Construct, id: string, config: ServiceConnectorConfig) {
    super(scope, id, {
      terraformResourceType: 'zenml_service_connector',
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
    this._authMethod = config.authMethod;
    this._description = config.description;
    this._resourceType = config.resourceType;
    this._resourceTypes = config.resourceTypes;
    this._resourceId = config.resourceId;
    this._configuration = config.configuration;
    this._configurationWo = config.configurationWo;
    this._configurationWoVersion = config.configurationWoVersion;
    this._expirationSeconds = config.expirationSeconds;
    this._expiresAt = config.expiresAt;
    this._expiresSkewTolerance = config.expiresSkewTolerance;
    this._verify = config.verify;
    this._labels = config.labels;
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

  // auth_method - computed: false, optional: false, required: true
  private _authMethod?: string; 
  public get authMethod() {
    return this.getStringAttribute('auth_method');
  }
  public set authMethod(value: string) {
    this._authMethod = value;
  }
  // Temporarily expose input value. Use with caution.
  public get authMethodInput() {
    return this._authMethod;
  }

  // description - computed: true, optional: true, required: false
  private _description?: string; 
  public get description() {
    return this.getStringAttribute('description');
  }
  public set description(value: string) {
    this._description = value;
  }
  public resetDescription() {
    this._description = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get descriptionInput() {
    return this._description;
  }

  // resource_type - computed: false, optional: true, required: false
  private _resourceType?: string; 
  public get resourceType() {
    return this.getStringAttribute('resource_type');
  }
  public set resourceType(value: string) {
    this._resourceType = value;
  }
  public resetResourceType() {
    this._resourceType = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get resourceTypeInput() {
    return this._resourceType;
  }

  // resource_types - computed: true, optional: true, required: false
  private _resourceTypes?: string[]; 
  public get resourceTypes() {
    return this.getListAttribute('resource_types');
  }
  public set resourceTypes(value: string[]) {
    this._resourceTypes = value;
  }
  public resetResourceTypes() {
    this._resourceTypes = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get resourceTypesInput() {
    return this._resourceTypes;
  }

  // resource_id - computed: false, optional: true, required: false
  private _resourceId?: string; 
  public get resourceId() {
    return this.getStringAttribute('resource_id');
  }
  public set resourceId(value: string) {
    this._resourceId = value;
  }
  public resetResourceId() {
    this._resourceId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get resourceIdInput() {
    return this._resourceId;
  }

  // configuration - computed: true, optional: true, required: false
  private _configuration?: { [key: string]: string }; 
  public get configuration() {
    return this.getStringMapAttribute('configuration');
  }
  public set configuration(value: { [key: string]: string }) {
    this._configuration = value;
  }
  public resetConfiguration() {
    this._configuration = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get configurationInput() {
    return this._configuration;
  }

  // configuration_wo - computed: false, optional: true, required: false
  private _configurationWo?: { [key: string]: string }; 
  public get configurationWo() {
    return this.getStringMapAttribute('configuration_wo');
  }
  public set configurationWo(value: { [key: string]: string }) {
    this._configurationWo = value;
  }
  public resetConfigurationWo() {
    this._configurationWo = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get configurationWoInput() {
    return this._configurationWo;
  }

  // configuration_wo_version - computed: false, optional: true, required: false
  private _configurationWoVersion?: number; 
  public get configurationWoVersion() {
    return this.getNumberAttribute('configuration_wo_version');
  }
  public set configurationWoVersion(value: number) {
    this._configurationWoVersion = value;
  }
  public resetConfigurationWoVersion() {
    this._configurationWoVersion = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get configurationWoVersionInput() {
    return this._configurationWoVersion;
  }

  // expiration_seconds - computed: true, optional: true, required: false
  private _expirationSeconds?: number; 
  public get expirationSeconds() {
    return this.getNumberAttribute('expiration_seconds');
  }
  public set expirationSeconds(value: number) {
    this._expirationSeconds = value;
  }
  public resetExpirationSeconds() {
    this._expirationSeconds = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get expirationSecondsInput() {
    return this._expirationSeconds;
  }

  // expires_at - computed: true, optional: true, required: false
  private _expiresAt?: string; 
  public get expiresAt() {
    return this.getStringAttribute('expires_at');
  }
  public set expiresAt(value: string) {
    this._expiresAt = value;
  }
  public resetExpiresAt() {
    this._expiresAt = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get expiresAtInput() {
    return this._expiresAt;
  }

  // expires_skew_tolerance - computed: true, optional: true, required: false
  private _expiresSkewTolerance?: number; 
  public get expiresSkewTolerance() {
    return this.getNumberAttribute('expires_skew_tolerance');
  }
  public set expiresSkewTolerance(value: number) {
    this._expiresSkewTolerance = value;
  }
  public resetExpiresSkewTolerance() {
    this._expiresSkewTolerance = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get expiresSkewToleranceInput() {
    return this._expiresSkewTolerance;
  }

  // verify - computed: false, optional: true, required: false
  private _verify?: boolean | cdktf.IResolvable; 
  public get verify() {
    return this.getBooleanAttribute('verify');
  }
  public set verify(value: boolean | cdktf.IResolvable) {
    this._verify = value;
  }
  public resetVerify() {
    this._verify = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get verifyInput() {
    return this._verify;
  }

  // labels - computed: true, optional: true, required: false
  private _labels?: { [key: string]: string }; 
  public get labels() {
    return this.getStringMapAttribute('labels');
  }
  public set labels(value: { [key: string]: string }) {
    this._labels = value;
  }
  public resetLabels() {
    this._labels = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get labelsInput() {
    return this._labels;
  }

  // timeouts - computed: false, optional: true, required: false
  private _timeouts = new ServiceConnectorTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: ServiceConnectorTimeouts) {
    this._timeouts.internalValue = value;
  }
  public resetTimeouts() {
    this._timeouts.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get timeoutsInput() {
    return this._timeouts.internalValue;
  }

  // user - computed: true, optional: false, required: false
  public get user() {
    return this.getStringAttribute('user');
  }

  // supports_instances - computed: true, optional: false, required: false
  public get supportsInstances() {
    return this.getBooleanAttribute('supports_instances');
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
      auth_method: cdktf.stringToTerraform(this._authMethod),
      description: cdktf.stringToTerraform(this._description),
      resource_type: cdktf.stringToTerraform(this._resourceType),
      resource_types: cdktf.listMapper(cdktf.stringToTerraform, false)(this._resourceTypes),
      resource_id: cdktf.stringToTerraform(this._resourceId),
      configuration: cdktf.hashMapper(cdktf.stringToTerraform)(this._configuration),
      configuration_wo: cdktf.hashMapper(cdktf.stringToTerraform)(this._configurationWo),
      configuration_wo_version: cdktf.numberToTerraform(this._configurationWoVersion),
      expiration_seconds: cdktf.numberToTerraform(this._expirationSeconds),
      expires_at: cdktf.stringToTerraform(this._expiresAt),
      expires_skew_tolerance: cdktf.numberToTerraform(this._expiresSkewTolerance),
      verify: cdktf.booleanToTerraform(this._verify),
      labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._labels),
      timeouts: serviceConnectorTimeoutsToTerraform(this._timeouts.internalValue),
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
      auth_method: {
        value: cdktf.stringToHclTerraform(this._authMethod),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      description: {
        value: cdktf.stringToHclTerraform(this._description),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      resource_type: {
        value: cdktf.stringToHclTerraform(this._resourceType),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      resource_types: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._resourceTypes),
        isBlock: false,
        type: "list",
        storageClassType: "stringList",
      },
      resource_id: {
        value: cdktf.stringToHclTerraform(this._resourceId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      configuration: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._configuration),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      configuration_wo: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._configurationWo),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      configuration_wo_version: {
        value: cdktf.numberToHclTerraform(this._configurationWoVersion),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      expiration_seconds: {
        value: cdktf.numberToHclTerraform(this._expirationSeconds),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      expires_at: {
        value: cdktf.stringToHclTerraform(this._expiresAt),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      expires_skew_tolerance: {
        value: cdktf.numberToHclTerraform(this._expiresSkewTolerance),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      verify: {
        value: cdktf.booleanToHclTerraform(this._verify),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      labels: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._labels),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      timeouts: {
        value: serviceConnectorTimeoutsToHclTerraform(this._timeouts.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "ServiceConnectorTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
