import type { ZenmlObjectKind } from '../synthesized';

/** How an object on the server stands to the app. */
export type ObjectState = 'as synthesized' | 'drifted' | 'missing' | 'extra' | 'not compared';

/** One thing of an object that is otherwise on the server. */
export interface Difference {
  /** `flavor`, `configuration.path`. */
  readonly what: string;
  /** As the app says it. */
  readonly wanted: string;
  /** As the server has it. */
  readonly found: string;
}

/** An object of the app, of the server, or of both. */
export interface ObjectStatus {
  readonly kind: ZenmlObjectKind;
  readonly name: string;
  /** Component type of a component or a flavor. */
  readonly type?: string;
  /** Terraform stack that registers it; undefined for what is on the server alone. */
  readonly stack?: string;
  readonly state: ObjectState;
  readonly differences: readonly Difference[];
  /** What could not be compared, since terraform computes it: `configuration.path`. */
  readonly notCompared: readonly string[];
}
