// @ts-nocheck
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface StackComponentConfig extends cdktf.TerraformMetaArguments {
  /**
  * Name of the component, unique among the components of its type, 1 to 255 characters. Changed in place.
  *
  */
  readonly name: string;
  /**
  * Type of the component: `alerter`, `annotator`, `artifact_store`, `container_registry`, `data_validator`, `deployer`, `experiment_tracker`, `feature_store`, `image_builder`, `log_store`, `model_deployer`, `model_registry`, `orchestrator`, `sandbox`, `step_operator`, or another that the server knows. A change makes a new component.
  *
  */
  readonly type: string;
  /**
  * Flavor of the component, such as `s3` for an artifact store or `sagemaker` for an orchestrator: one that the server has for this type. A change makes a new component.
  *
  */
  readonly flavor: string;
  /**
  * Configuration of the component by the keys of its flavor. All values are strings: write numbers and booleans as `"3"` and `"true"`, lists and objects with `jsonencode(...)`. Values are compared with those of the server by meaning, and keys that are left out take the default of the flavor. References to secrets, `{{name.key}}`, are kept as they are. Changed in place. Its values are kept in state; give secrets in `configuration_wo`.
  *
  */
  readonly configuration?: { [key: string]: string };
  /**
  * More of `configuration` of the component, which Terraform keeps nowhere: for secrets, by their keys. Needs Terraform 1.11 and `configuration_wo_version`, whose change alone sends new values. A key is given either here or in `configuration`.
  *
  */
  readonly configurationWo?: { [key: string]: string };
  /**
  * Version of `configuration_wo`: raise it whenever that changes, since Terraform cannot see it. Changed in place.
  *
  */
  readonly configurationWoVersion?: number;
  /**
  * The id of the service connector through which the component reaches its resource. Changed in place: neither the component nor the stacks it belongs to are replaced.
  *
  */
  readonly connectorId?: string;
  /**
  * Which of the resources that the connector reaches the component uses, such as `s3://bucket`. Needs `connector_id`. Changed in place.
  *
  */
  readonly connectorResourceId?: string;
  /**
  * Environment variables for what runs on the component: name to value. They are no place for secrets: use `secrets`. Left out: what the component has stays as it is; `{}`: none. Changed in place. Needs ZenML 0.90.
  *
  */
  readonly environment?: { [key: string]: string };
  /**
  * The ids of secrets whose keys and values become environment variables for what runs on the component, such as `[zenml_secret.tracking.id]`. Left out: what the component has stays as it is; `[]`: none. Changed in place. Needs ZenML 0.90.
  *
  */
  readonly secrets?: string[];
  /**
  * Labels of the component: free keys and values to find it by. Changed in place; a label left out is removed.
  *
  */
  readonly labels?: { [key: string]: string };
  /**
  * How long operations may take. A change of it alone asks nothing of the server.
  *
  */
  readonly timeouts?: StackComponentTimeouts;
}
export interface StackComponentTimeouts {
  /**
  * How long creating the component may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly create?: string;
  /**
  * How long changing the component may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly update?: string;
  /**
  * How long deleting the component may take in all, with every repetition of its requests: `30s`, `5m`, `1h30m`. Default: `5m`.
  *
  */
  readonly delete?: string;
}

export function stackComponentTimeoutsToTerraform(struct?: StackComponentTimeouts | cdktf.IResolvable): any {
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


export function stackComponentTimeoutsToHclTerraform(struct?: StackComponentTimeouts | cdktf.IResolvable): any {
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

export class StackComponentTimeoutsOutputReference extends cdktf.ComplexObject {
  private isEmptyObject = false;
  private resolvableValue?: cdktf.IResolvable;

  /**
  * @param terraformResource The parent resource
  * @param terraformAttribute The attribute on the parent resource this class is referencing
  */
  public constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string) {
    super(terraformResource, terraformAttribute, false);
  }

  public get internalValue(): StackComponentTimeouts | cdktf.IResolvable | undefined {
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

  public set internalValue(value: StackComponentTimeouts | cdktf.IResolvable | undefined) {
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
* Represents a `zenml_stack_component`
*/
export class StackComponent extends cdktf.TerraformResource {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "zenml_stack_component";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a StackComponent resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the StackComponent to import
  * @param provider? Optional instance of the provider where the StackComponent to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "zenml_stack_component", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new `zenml_stack_component` Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options StackComponentConfig
  */
  public constructor(scope: Construct, id: string, config: StackComponentConfig) {
    super(scope, id, {
      terraformResourceType: 'zenml_stack_component',
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
    this._flavor = config.flavor;
    this._configuration = config.configuration;
    this._configurationWo = config.configurationWo;
    this._configurationWoVersion = config.configurationWoVersion;
    this._connectorId = config.connectorId;
    this._connectorResourceId = config.connectorResourceId;
    this._environment = config.environment;
    this._secrets = config.secrets;
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

  // flavor - computed: false, optional: false, required: true
  private _flavor?: string; 
  public get flavor() {
    return this.getStringAttribute('flavor');
  }
  public set flavor(value: string) {
    this._flavor = value;
  }
  // Temporarily expose input value. Use with caution.
  public get flavorInput() {
    return this._flavor;
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

  // connector_id - computed: false, optional: true, required: false
  private _connectorId?: string; 
  public get connectorId() {
    return this.getStringAttribute('connector_id');
  }
  public set connectorId(value: string) {
    this._connectorId = value;
  }
  public resetConnectorId() {
    this._connectorId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get connectorIdInput() {
    return this._connectorId;
  }

  // connector_resource_id - computed: false, optional: true, required: false
  private _connectorResourceId?: string; 
  public get connectorResourceId() {
    return this.getStringAttribute('connector_resource_id');
  }
  public set connectorResourceId(value: string) {
    this._connectorResourceId = value;
  }
  public resetConnectorResourceId() {
    this._connectorResourceId = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get connectorResourceIdInput() {
    return this._connectorResourceId;
  }

  // environment - computed: true, optional: true, required: false
  private _environment?: { [key: string]: string }; 
  public get environment() {
    return this.getStringMapAttribute('environment');
  }
  public set environment(value: { [key: string]: string }) {
    this._environment = value;
  }
  public resetEnvironment() {
    this._environment = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get environmentInput() {
    return this._environment;
  }

  // secrets - computed: true, optional: true, required: false
  private _secrets?: string[]; 
  public get secrets() {
    return cdktf.Fn.tolist(this.getListAttribute('secrets'));
  }
  public set secrets(value: string[]) {
    this._secrets = value;
  }
  public resetSecrets() {
    this._secrets = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get secretsInput() {
    return this._secrets;
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
  private _timeouts = new StackComponentTimeoutsOutputReference(this, "timeouts");
  public get timeouts() {
    return this._timeouts;
  }
  public putTimeouts(value: StackComponentTimeouts) {
    this._timeouts.internalValue = value;
  }
  public resetTimeouts() {
    this._timeouts.internalValue = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get timeoutsInput() {
    return this._timeouts.internalValue;
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
      flavor: cdktf.stringToTerraform(this._flavor),
      configuration: cdktf.hashMapper(cdktf.stringToTerraform)(this._configuration),
      configuration_wo: cdktf.hashMapper(cdktf.stringToTerraform)(this._configurationWo),
      configuration_wo_version: cdktf.numberToTerraform(this._configurationWoVersion),
      connector_id: cdktf.stringToTerraform(this._connectorId),
      connector_resource_id: cdktf.stringToTerraform(this._connectorResourceId),
      environment: cdktf.hashMapper(cdktf.stringToTerraform)(this._environment),
      secrets: cdktf.listMapper(cdktf.stringToTerraform, false)(this._secrets),
      labels: cdktf.hashMapper(cdktf.stringToTerraform)(this._labels),
      timeouts: stackComponentTimeoutsToTerraform(this._timeouts.internalValue),
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
      flavor: {
        value: cdktf.stringToHclTerraform(this._flavor),
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
      connector_id: {
        value: cdktf.stringToHclTerraform(this._connectorId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      connector_resource_id: {
        value: cdktf.stringToHclTerraform(this._connectorResourceId),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      environment: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._environment),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      secrets: {
        value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._secrets),
        isBlock: false,
        type: "set",
        storageClassType: "stringList",
      },
      labels: {
        value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._labels),
        isBlock: false,
        type: "map",
        storageClassType: "stringMap",
      },
      timeouts: {
        value: stackComponentTimeoutsToHclTerraform(this._timeouts.internalValue),
        isBlock: true,
        type: "struct",
        storageClassType: "StackComponentTimeouts",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
