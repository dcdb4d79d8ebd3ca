/** Something that is missing of what a backend needs. */
export interface BackendStep {
  /** What is done, in the imperative: `keep old versions of states`. */
  readonly title: string;
  run(): Promise<void>;
}

/** A backend, and what has to be done until it can take states. */
export interface BackendPlan {
  /** Where the states lie: `bucket acme-states (S3, eu-west-1)`. */
  readonly place: string;
  /** Terraform stacks whose state lies there. */
  readonly stacks: readonly string[];
  /** Empty where nothing is missing. */
  readonly steps: readonly BackendStep[];
  /** What a person should know of it. @default nothing */
  readonly note?: string;
}
