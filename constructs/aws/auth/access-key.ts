/** A key of an IAM user that exists already. */
export interface AwsAccessKey {
  /** Name of the user whose key it is. The permissions are given to this user. */
  readonly userName: string;
  /** It goes with the secret, and is none itself: it may be a literal. */
  readonly accessKeyId: string;
  /** A sensitive variable, an ephemeral value or an attribute of another resource, never a literal. */
  readonly secretAccessKey: string;
}

/** What the patterns with a key take. */
export interface KeyAuthOptions {
  /**
   * A key that is made elsewhere. It reaches the ZenML server and is in neither plan nor state.
   * @default terraform makes a user and a key, which lies readable in its state; the environment must set `allowKeyInState`
   */
  readonly key?: AwsAccessKey;
  /**
   * Raise it to rotate. Terraform then makes a new key, updates the connectors and deletes the old key, in that order, in
   * one apply. With a `key` of your own it says that this one is new.
   * @default 1
   */
  readonly keyVersion?: number;
}
