import { TerraformProvider, TerraformResource, type ITerraformDependable } from 'cdktf';
import type { Construct } from 'constructs';

/** Versions of Mastercard/restapi that the objects below are written for. */
export const RESTAPI_PROVIDER_VERSIONS = '~> 2.0';

const GENERATOR_METADATA = { providerName: 'restapi', providerVersionConstraint: RESTAPI_PROVIDER_VERSIONS };

/** How requests are sent. */
export interface RestapiProviderConfig {
  /** Address of the server, without a slash at its end. */
  readonly uri: string;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Tells it from another `restapi` provider of the Terraform stack. */
  readonly alias: string;
}

/** The provider Mastercard/restapi, as far as it is used here; there are no bindings for it. */
export class RestapiProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: RestapiProviderConfig,
  ) {
    super(scope, id, {
      terraformResourceType: 'restapi',
      terraformGeneratorMetadata: GENERATOR_METADATA,
      terraformProviderSource: 'Mastercard/restapi',
    });
    // As it is written: cdktf would make the names of headers lower-case.
    this.addOverride('headers', config.headers);
  }

  override get alias(): string {
    return this.config.alias;
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { uri, alias } = this.config;
    // What is created has its id from the answer.
    return { alias, uri, write_returns_object: true };
  }
}

/** An object behind a REST interface. */
export interface RestapiObjectConfig {
  readonly provider: RestapiProvider;
  /** Of the collection: `/api/v1/stacks`. */
  readonly path: string;
  /**
   * Where it is read, with `{id}` for its id.
   * @default `<path>/{id}`
   */
  readonly readPath?: string;
  /** What is sent, as JSON text. */
  readonly data: string;
  /** Keys whose changes on the server are left alone. */
  readonly ignoreChangesTo: readonly string[];
  /**
   * Values whose change makes a new object.
   * @default none
   */
  readonly fixed?: readonly string[];
  readonly dependsOn?: readonly ITerraformDependable[];
}

/** A `restapi_object`: POST creates it, PUT changes it, DELETE removes it. */
export class RestapiObject extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: RestapiObjectConfig,
  ) {
    super(scope, id, {
      terraformResourceType: 'restapi_object',
      terraformGeneratorMetadata: GENERATOR_METADATA,
      provider: config.provider,
      // An object that others leave is deleted when they have left it, and not before.
      lifecycle: { createBeforeDestroy: true },
      dependsOn: config.dependsOn && [...config.dependsOn],
    });
  }

  get id(): string {
    return this.getStringAttribute('id');
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    const { path, readPath, data, ignoreChangesTo, fixed } = this.config;
    return {
      path,
      read_path: readPath,
      data,
      // The server answers with more than it was given, and in another shape.
      ignore_server_additions: true,
      ignore_changes_to: ignoreChangesTo,
      // Values in 2.x, and the names of keys in 3.x.
      force_new: fixed,
    };
  }
}
