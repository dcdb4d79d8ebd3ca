import { Token } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';
import { DataZenmlSecret, type DataZenmlSecretConfig } from '../src/bindings/data-zenml-secret';
import { addChecks } from './checks';
import { defaultName } from './default-name';
import { Registrar } from './registration/registrar';
import { secretValueChecks } from './secret-values';

/** A secret in the secret store of the ZenML server, made here or elsewhere. */
export interface ISecret extends IConstruct {
  /** Its id (UUID) on the server. */
  readonly secretId: string;
  readonly secretName: string;
}

/** What a secret is made from. */
export interface SecretProps {
  /**
   * By key: sensitive variables, ephemeral values or attributes of other resources, never a literal. They reach the server
   * and are in neither plan nor state.
   */
  readonly values: Readonly<Record<string, string>>;
  /**
   * Counts the changes of `values`, which terraform cannot see: raise it to send new ones.
   * @default 1
   */
  readonly version?: number;
  /**
   * Unique on the server, without a dot.
   * @default the path of the construct: `dev-base-tracking`
   */
  readonly name?: string;
  /**
   * Whether only the user whose key terraform uses can read it.
   * @default false
   */
  readonly private?: boolean;
}

/** A secret in the secret store of the ZenML server. Components refer to it by `secretReference`. */
export class Secret extends Construct implements ISecret {
  /** A secret that exists, by its name. */
  static fromName(scope: Construct, id: string, secretName: string): ISecret {
    return new ExistingSecret(scope, id, { name: secretName });
  }

  /** A secret that exists, by its id (UUID). */
  static fromId(scope: Construct, id: string, secretId: string): ISecret {
    return new ExistingSecret(scope, id, { id: secretId });
  }

  readonly secretId: string;
  readonly secretName: string;

  constructor(scope: Construct, id: string, { version = 1, ...props }: SecretProps) {
    super(scope, id);
    const { name = defaultName(this), values } = props;
    addChecks(this, [
      {
        holds: Object.keys(values).length > 0,
        message: 'values has no key; expected one at least: a secret without any is of no use, take it out',
      },
      {
        holds: Token.isUnresolved(name) || !name.includes('.'),
        message: `name is "${name}"; expected a name without a dot, since references read {{name.key}}: write it with hyphens`,
      },
      ...secretValueChecks(values, { property: 'values', references: false }),
    ]);
    const registered = Registrar.of(this).secret(this, { name, values, version, private: props.private });
    this.secretId = registered.id;
    this.secretName = registered.name;
  }
}

/**
 * A reference to one value of a secret, for the configuration of a component: `{{name.key}}`. ZenML looks it up when a
 * pipeline runs, so the value is nowhere in terraform.
 * @throws where name or key cannot be in a reference
 */
export function secretReference(secret: ISecret | string, key: string): string {
  const name = typeof secret === 'string' ? secret : secret.secretName;
  if (!Token.isUnresolved(name) && !/^[^\s.{}]+$/.test(name)) {
    throw new Error(`secret is "${name}"; expected the name of a secret without dots, braces and spaces: correct it`);
  }
  if (!Token.isUnresolved(key) && !/^[^\s{}]+$/.test(key)) {
    throw new Error(`key is "${key}"; expected a key of the secret without braces and spaces: correct it`);
  }
  return `{{${name}.${key}}}`;
}

class ExistingSecret extends Construct implements ISecret {
  readonly secretId: string;
  readonly secretName: string;

  constructor(scope: Construct, id: string, lookUp: Pick<DataZenmlSecretConfig, 'id' | 'name'>) {
    super(scope, id);
    const source = new DataZenmlSecret(this, 'Resource', lookUp);
    this.secretId = source.id;
    this.secretName = source.name;
  }
}
