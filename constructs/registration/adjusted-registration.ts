import type { Construct } from 'constructs';
import type {
  ComponentSpec,
  ConnectorSpec,
  FlavorSpec,
  Registered,
  Registrar,
  SecretSpec,
  StackSpec,
} from './registrar';

/** What a part of an app has otherwise about the objects in it. */
export interface Adjustments {
  /** @default as it was asked for */
  readonly component?: (spec: ComponentSpec, scope: Construct) => ComponentSpec;
  /** @default as it was asked for */
  readonly connector?: (spec: ConnectorSpec) => ConnectorSpec;
  /** @default as it was asked for */
  readonly stack?: (spec: StackSpec) => StackSpec;
}

/** Registers in the way of another registrar, with something about the objects changed before. */
export class AdjustedRegistration implements Registrar {
  constructor(
    private readonly registrar: Registrar,
    private readonly adjustments: Adjustments,
  ) {}

  secret(scope: Construct, spec: SecretSpec): Registered {
    return this.registrar.secret(scope, spec);
  }

  flavor(scope: Construct, spec: FlavorSpec): Registered {
    return this.registrar.flavor(scope, spec);
  }

  connector(scope: Construct, spec: ConnectorSpec): Registered {
    return this.registrar.connector(scope, this.adjustments.connector?.(spec) ?? spec);
  }

  component(scope: Construct, spec: ComponentSpec): Registered {
    return this.registrar.component(scope, this.adjustments.component?.(spec, scope) ?? spec);
  }

  stack(scope: Construct, spec: StackSpec): Registered {
    return this.registrar.stack(scope, this.adjustments.stack?.(spec) ?? spec);
  }

  expectServer(scope: Construct, url: string): void {
    this.registrar.expectServer(scope, url);
  }
}
