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
  * API key of a service account, such as `ZENKEY_...`; it is exchanged for an access token once per run. Default: the environment variable `ZENML_API_KEY`. Give either this or `api_token`.
  *
  */
  readonly apiKey?: string;
  /**
  * Access token, used as it is. Tokens expire, keys do not: prefer `api_key` for anything that runs unattended. Default: the environment variable `ZENML_API_TOKEN`. Where both are configured, `api_key` is used; what is configured goes before the environment.
  *
  */
  readonly apiToken?: string;
  /**
  * Do not ask the server for its version first. Default: `false`. The provider works with ZenML 0.80 and newer; with an older server its requests may fail or do something else than planned.
  *
  */
  readonly skipVersionCheck?: boolean | cdktf.IResolvable;
  /**
  * Refuse to send anything over plain http to another machine. Default: `false`, which warns. This machine (`localhost`, `127.0.0.1`, `::1`) may always be reached over http.
  *
  */
  readonly requireTls?: boolean | cdktf.IResolvable;
  /**
  * Certificates, in PEM, of authorities that may have signed the certificate of the server, beside those that are known anyway: `file("ca.pem")`. Default: the environment variable `ZENML_CA_CERTIFICATE`.
  *
  */
  readonly caCertificate?: string;
  /**
  * How often a request is repeated that the server was too busy for (429, 502, 503, 504) or whose connection failed, at growing intervals and within the `timeouts` of the resource: 0 to 100. Default: `8`. Refusals are never repeated.
  *
  */
  readonly maxRetries?: number;
  /**
  * How long the server may take to answer one request before it is repeated: `30s`, `1m`. Default: `60s`.
  *
  */
  readonly requestTimeout?: string;
  /**
  * Where the name of a resource to be created is taken: take over the object that has it, if every attribute is as configured. Default: `false`, which stops with an import block. For runs that lost their state.
  *
  */
  readonly adoptExisting?: boolean | cdktf.IResolvable;
  /**
  * Do not check configurations against the server's own schemas during plan. Default: `false`. The server still checks them during apply.
  *
  */
  readonly skipValidation?: boolean | cdktf.IResolvable;
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
    this._requireTls = config.requireTls;
    this._caCertificate = config.caCertificate;
    this._maxRetries = config.maxRetries;
    this._requestTimeout = config.requestTimeout;
    this._adoptExisting = config.adoptExisting;
    this._skipValidation = config.skipValidation;
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

  // require_tls - computed: false, optional: true, required: false
  private _requireTls?: boolean | cdktf.IResolvable; 
  public get requireTls() {
    return this._requireTls;
  }
  public set requireTls(value: boolean | cdktf.IResolvable | undefined) {
    this._requireTls = value;
  }
  public resetRequireTls() {
    this._requireTls = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get requireTlsInput() {
    return this._requireTls;
  }

  // ca_certificate - computed: false, optional: true, required: false
  private _caCertificate?: string; 
  public get caCertificate() {
    return this._caCertificate;
  }
  public set caCertificate(value: string | undefined) {
    this._caCertificate = value;
  }
  public resetCaCertificate() {
    this._caCertificate = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get caCertificateInput() {
    return this._caCertificate;
  }

  // max_retries - computed: false, optional: true, required: false
  private _maxRetries?: number; 
  public get maxRetries() {
    return this._maxRetries;
  }
  public set maxRetries(value: number | undefined) {
    this._maxRetries = value;
  }
  public resetMaxRetries() {
    this._maxRetries = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get maxRetriesInput() {
    return this._maxRetries;
  }

  // request_timeout - computed: false, optional: true, required: false
  private _requestTimeout?: string; 
  public get requestTimeout() {
    return this._requestTimeout;
  }
  public set requestTimeout(value: string | undefined) {
    this._requestTimeout = value;
  }
  public resetRequestTimeout() {
    this._requestTimeout = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get requestTimeoutInput() {
    return this._requestTimeout;
  }

  // adopt_existing - computed: false, optional: true, required: false
  private _adoptExisting?: boolean | cdktf.IResolvable; 
  public get adoptExisting() {
    return this._adoptExisting;
  }
  public set adoptExisting(value: boolean | cdktf.IResolvable | undefined) {
    this._adoptExisting = value;
  }
  public resetAdoptExisting() {
    this._adoptExisting = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get adoptExistingInput() {
    return this._adoptExisting;
  }

  // skip_validation - computed: false, optional: true, required: false
  private _skipValidation?: boolean | cdktf.IResolvable; 
  public get skipValidation() {
    return this._skipValidation;
  }
  public set skipValidation(value: boolean | cdktf.IResolvable | undefined) {
    this._skipValidation = value;
  }
  public resetSkipValidation() {
    this._skipValidation = undefined;
  }
  // Temporarily expose input value. Use with caution.
  public get skipValidationInput() {
    return this._skipValidation;
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
      require_tls: cdktf.booleanToTerraform(this._requireTls),
      ca_certificate: cdktf.stringToTerraform(this._caCertificate),
      max_retries: cdktf.numberToTerraform(this._maxRetries),
      request_timeout: cdktf.stringToTerraform(this._requestTimeout),
      adopt_existing: cdktf.booleanToTerraform(this._adoptExisting),
      skip_validation: cdktf.booleanToTerraform(this._skipValidation),
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
      require_tls: {
        value: cdktf.booleanToHclTerraform(this._requireTls),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      ca_certificate: {
        value: cdktf.stringToHclTerraform(this._caCertificate),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      max_retries: {
        value: cdktf.numberToHclTerraform(this._maxRetries),
        isBlock: false,
        type: "simple",
        storageClassType: "number",
      },
      request_timeout: {
        value: cdktf.stringToHclTerraform(this._requestTimeout),
        isBlock: false,
        type: "simple",
        storageClassType: "string",
      },
      adopt_existing: {
        value: cdktf.booleanToHclTerraform(this._adoptExisting),
        isBlock: false,
        type: "simple",
        storageClassType: "boolean",
      },
      skip_validation: {
        value: cdktf.booleanToHclTerraform(this._skipValidation),
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
