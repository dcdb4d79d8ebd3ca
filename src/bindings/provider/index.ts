// @ts-nocheck
// generated from terraform resource schema

import { Construct } from 'constructs';
import * as cdktf from 'cdktf';

// Configuration

export interface ZenmlProviderConfig {
  /**
  * Address of the ZenML server, such as `https://zenml.example.com`. Default: the environment variable `ZENML_SERVER_URL`. It may be unknown during plan, so that one apply can create the server and register on it.
  *
  */
  readonly serverUrl?: string;
  /**
  * API key of a service account, such as `ZENKEY_...`; it is exchanged for an access token when the first request needs one. Default: the environment variable `ZENML_API_KEY`. Give either this or `api_token`.
  *
  */
  readonly apiKey?: string;
  /**
  * Access token, used as it is. Tokens expire, keys do not: prefer `api_key` for anything that runs unattended. Default: the environment variable `ZENML_API_TOKEN`. Where both are configured, `api_key` is used; what is configured goes before the environment.
  *
  */
  readonly apiToken?: string;
  /**
  * Do not ask the server for its version before the first change. Default: `false`. The provider works with ZenML 0.80 and newer; with an older server its requests may fail or do something else than planned.
  *
  */
  readonly skipVersionCheck?: boolean | cdktf.IResolvable;
  /**
  * Alias name
  *
  */
  readonly alias?: string;
}

/**
* Represents a `zenml`
*/
export class ZenmlProvider extends cdktf.TerraformProvider {

  // =================
  // STATIC PROPERTIES
  // =================
  public static readonly tfResourceType = "zenml";

  // ==============
  // STATIC Methods
  // ==============
  /**
  * Generates CDKTF code for importing a ZenmlProvider resource upon running "cdktf plan <stack-name>"
  * @param scope The scope in which to define this construct
  * @param importToId The construct id used in the generated config for the ZenmlProvider to import
  * @param provider? Optional instance of the provider where the ZenmlProvider to import is found
  */
  public static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "zenml", importId: importFromId, provider });
      }

  // ===========
  // INITIALIZER
  // ===========

  /**
  * Create a new `zenml` Resource
  *
  * @param scope The scope in which to define this construct
  * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
  * @param options ZenmlProviderConfig = {}
  */
  public constructor(scope: Construct, id: string, config: ZenmlProviderConfig = {}) {
    super(scope, id, {
      terraformResourceType: 'zenml',
      terraformGeneratorMetadata: {
        providerName: 'zenml',
        providerVersion: '0.1.0'
      },
      terraformProviderSource: 'cdktf-zenml/zenml'
    });
    this._serverUrl = config.serverUrl;
    this._apiKey = config.apiKey;
    this._apiToken = config.apiToken;
    this._skipVersionCheck = config.skipVersionCheck;
    this._alias = config.alias;
  }

  // ==========
  // ATTRIBUTES
  // ==========

  // server_url - computed: false, optional: true, required: false
  private _serverUrl?: string; 
  public get serverUrl() {
    return this._serverUrl;
  }
  public set serverUrl(value: string | undefined) {
    this._serverUrl = value;
  }
  public resetServerUrl() {
    this._serverUrl = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get serverUrlInput() {
    return this._serverUrl;
  }

  // api_key - computed: false, optional: true, required: false
  private _apiKey?: string; 
  public get apiKey() {
    return this._apiKey;
  }
  public set apiKey(value: string | undefined) {
    this._apiKey = value;
  }
  public resetApiKey() {
    this._apiKey = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get apiKeyInput() {
    return this._apiKey;
  }

  // api_token - computed: false, optional: true, required: false
  private _apiToken?: string; 
  public get apiToken() {
    return this._apiToken;
  }
  public set apiToken(value: string | undefined) {
    this._apiToken = value;
  }
  public resetApiToken() {
    this._apiToken = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get apiTokenInput() {
    return this._apiToken;
  }

  // skip_version_check - computed: false, optional: true, required: false
  private _skipVersionCheck?: boolean | cdktf.IResolvable; 
  public get skipVersionCheck() {
    return this._skipVersionCheck;
  }
  public set skipVersionCheck(value: boolean | cdktf.IResolvable | undefined) {
    this._skipVersionCheck = value;
  }
  public resetSkipVersionCheck() {
    this._skipVersionCheck = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get skipVersionCheckInput() {
    return this._skipVersionCheck;
  }

  // alias - computed: false, optional: true, required: false
  private _alias?: string; 
  public get alias() {
    return this._alias;
  }
  public set alias(value: string | undefined) {
    this._alias = value;
  }
  public resetAlias() {
    this._alias = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get aliasInput() {
    return this._alias;
  }

  // =========
  // SYNTHESIS
  // =========

  protected synthesizeAttributes(): { [name: string]: any } {
    return {
      server_url: cdktf.stringToTerraform(this._serverUrl),
      api_key: cdktf.stringToTerraform(this._apiKey),
      api_token: cdktf.stringToTerraform(this._apiToken),
      skip_version_check: cdktf.booleanToTerraform(this._skipVersionCheck),
      alias: cdktf.stringToTerraform(this._alias),
    };
  }

  protected synthesizeHclAttributes(): { [name: string]: any } {
    const attrs = {
      server_url: {
        value: cdktf.stringToHclTerraform(this._serverUrl),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      api_key: {
        value: cdktf.stringToHclTerraform(this._apiKey),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      api_token: {
        value: cdktf.stringToHclTerraform(this._apiToken),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      skip_version_check: {
        value: cdktf.booleanToHclTerraform(this._skipVersionCheck),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      alias: {
        value: cdktf.stringToHclTerraform(this._alias),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
    };

    // remove undefined attributes
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined ))
  }
}
