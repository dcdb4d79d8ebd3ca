import path from 'node:path';
import { loadExeca } from '../../src/cli/process/load-execa';
import { pythonIn } from '../../src/cli/python/virtual-environment';
import { ensureVenv } from '../../test/support/venv';

/** The part of JSON Schema that the configurations of connectors are written in. */
export interface PropertySchema {
  readonly type?: 'string' | 'boolean' | 'array' | 'object' | 'null';
  readonly format?: string;
  readonly writeOnly?: boolean;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly PropertySchema[];
  readonly items?: PropertySchema;
  readonly additionalProperties?: PropertySchema;
  readonly $ref?: string;
}

/** An authentication method, as a server describes it. */
export interface AuthMethodJson {
  readonly name: string;
  readonly auth_method: string;
  readonly description: string;
  readonly config_schema: {
    readonly properties?: Readonly<Record<string, PropertySchema>>;
    readonly required?: readonly string[];
    readonly $defs?: Readonly<Record<string, PropertySchema>>;
  };
  readonly min_expiration_seconds: number | null;
  readonly max_expiration_seconds: number | null;
  readonly default_expiration_seconds: number | null;
}

/** A service connector type, as a server describes it. */
export interface ConnectorTypeJson {
  readonly name: string;
  readonly connector_type: string;
  readonly auth_methods: readonly AuthMethodJson[];
  readonly resource_types: readonly { readonly resource_type: string; readonly auth_methods: readonly string[] }[];
}

/** The types of a version of ZenML. */
export interface ConnectorTypesJson {
  readonly version: string;
  readonly types: readonly ConnectorTypeJson[];
}

/** Reads the types from the pinned ZenML, those with libraries that are not installed among them. */
export async function readConnectorTypes(): Promise<ConnectorTypesJson> {
  const execa = await loadExeca();
  const { stdout } = await execa(pythonIn(await ensureVenv()), [path.join(__dirname, 'connector-types.py')], {
    cwd: __dirname,
    timeout: 120_000,
  });
  return JSON.parse(stdout) as ConnectorTypesJson;
}
