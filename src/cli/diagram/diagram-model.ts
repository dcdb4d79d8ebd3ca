/** What a diagram shows: the environments of an app, side by side. */
export interface Diagram {
  readonly environments: readonly DiagramEnvironment[];
}

/** An environment: everything that carries its name. */
export interface DiagramEnvironment {
  readonly name: string;
  /** Whether its objects carry a label `environment`; otherwise it is named like its Terraform stack. */
  readonly labelled: boolean;
  /** `AWS us-east-1`, `Google Cloud acme-ml, europe-west1`. */
  readonly places: readonly string[];
  /** Where terraform keeps the state: `S3 acme-states/prod`. */
  readonly states: readonly string[];
  readonly switches: readonly Switch[];
  /** Rules that it need not keep, each with the reason. */
  readonly exceptions: readonly string[];
  readonly stacks: readonly DiagramStack[];
  readonly connectors: readonly DiagramConnector[];
  readonly resources: readonly DiagramResource[];
  /** Number of grants and settings beside the resources. */
  readonly settings: number;
}

/** A switch of an environment. */
export interface Switch {
  readonly title: string;
  readonly on: boolean;
}

/** A ZenML stack. */
export interface DiagramStack {
  /** Unique in the diagram. */
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly version?: string;
  readonly project?: string;
  readonly base?: DiagramBase;
  /** Its own; those of its base stack are in `inherited`. */
  readonly components: readonly DiagramComponent[];
  readonly inherited: readonly DiagramComponent[];
  /** Types that its base stack has and it has not. */
  readonly without: readonly string[];
}

/** The base stack of another. */
export interface DiagramBase {
  readonly name: string;
  /** Of the base stack in the diagram; where there is none, it is looked up on the server. */
  readonly id?: string;
}

/** A component. */
export interface DiagramComponent {
  readonly id: string;
  /** `artifact_store`. */
  readonly type: string;
  readonly flavor: string;
  readonly name: string;
  readonly connector?: DiagramConnector;
  /** Cloud resources that its configuration names. */
  readonly resources: readonly DiagramResource[];
}

/** A service connector. */
export interface DiagramConnector {
  readonly id: string;
  readonly name: string;
  /** Type and authentication method: `aws`, `implicit`. Unknown where it is looked up on the server. */
  readonly type?: string;
  readonly authMethod?: string;
  /** `s3-bucket`. */
  readonly resourceType?: string;
  /** Whom it acts as, and what it gives access to. */
  readonly resources: readonly DiagramResource[];
  /** Whether terraform makes its key, which then lies in the state. */
  readonly keyInState: boolean;
}

/** A cloud resource that people know by its name, such as a bucket. */
export interface DiagramResource {
  readonly id: string;
  /** `S3 bucket`. */
  readonly title: string;
  readonly group: ResourceGroup;
  readonly name: string;
  /** What its settings make of it: `old versions kept`. */
  readonly facts: readonly string[];
}

/** What a cloud resource is for. */
export type ResourceGroup = 'Storage' | 'Images' | 'Compute' | 'Identities' | 'Keys' | 'Other';
