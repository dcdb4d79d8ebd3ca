/** What a value of a flavor's key must be beyond its type. */
export interface KeyRule {
  /** Nobody may see it: a reference or a token, never a literal. */
  readonly secret?: boolean;
  readonly integer?: boolean;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly exclusiveMaximum?: number;
  /** Characters. */
  readonly minLength?: number;
  /** A regular expression. */
  readonly pattern?: string;
  /** What the pattern asks for, in words: `a region such as "us-east-1"`. */
  readonly expected?: string;
  /** What to change where it does not match. */
  readonly remedy?: string;
  readonly values?: readonly (string | number | boolean)[];
}

/** The rules of a flavor's keys, by the server's own key. Keys that take any value of their type have none. */
export type KeyRules = Readonly<Record<string, KeyRule>>;

/** The rules of the flavors of a component type. Flavors whose keys have no rules are left out. */
export type FlavorRules = Readonly<Record<string, KeyRules>>;
