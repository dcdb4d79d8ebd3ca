/** An object of the Terraform JSON. */
export interface JsonObject {
  readonly [key: string]: unknown;
}

/** A Terraform stack as it was synthesized. Lists are sorted, so that the same app gives the same lists. */
export interface SynthesizedStack {
  /** What `cdktf deploy` calls it. */
  readonly name: string;
  /** The environment that its objects carry as label or tag; undefined where they carry none, or several. */
  readonly environment?: string;
  /** Every environment that its objects carry. */
  readonly environments: readonly string[];
  /** Terraform stacks that are deployed before it. */
  readonly dependencies: readonly string[];
  /** Absolute path of the folder that terraform runs in. */
  readonly folder: string;
  readonly resources: readonly SynthesizedResource[];
  readonly dataSources: readonly SynthesizedResource[];
  readonly providers: readonly SynthesizedProvider[];
  /** Name of an output to its value. */
  readonly outputs: JsonObject;
  readonly backend?: SynthesizedBackend;
}

/** A resource or a data source. */
export interface SynthesizedResource {
  /** `aws_s3_bucket.base_bucket_896CC8D5`, `data.aws_region.region_24E6C412`. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** Its attributes and `lifecycle`, without metadata. */
  readonly values: JsonObject;
  /** Addresses of the resources and data sources of its stack that its values hold. */
  readonly references: readonly string[];
  /** Addresses that it names in `depends_on`. */
  readonly dependsOn: readonly string[];
  /** `prod/base/bucket/Resource`; its address where it was not made by a construct. */
  readonly constructPath: string;
  /** Labels or tags, as far as they are known at synth. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A provider of a Terraform stack. */
export interface SynthesizedProvider {
  /** `aws`, `google`, `zenml`. */
  readonly name: string;
  readonly alias?: string;
  /** What it is given: region, endpoints. */
  readonly values: JsonObject;
}

/** Where a Terraform stack keeps its state. */
export interface SynthesizedBackend {
  /** `local`, `s3`, `gcs`, `remote`, `cloud`. */
  readonly type: string;
  readonly values: JsonObject;
}
