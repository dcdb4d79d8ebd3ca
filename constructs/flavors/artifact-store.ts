// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';

/** Configuration class for Azure Artifact Store. */
export interface AzureArtifactStoreConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Root path for artifact storage. Must be a valid URI supported by the specific artifact store implementation. Examples:
   * 's3://my-bucket/artifacts', '/local/storage/path', 'gs://bucket-name/zenml-artifacts', 'azure://container/path'. Path
   * must be accessible with the configured credentials and permissions
   */
  readonly path: string;
}

/** Configuration for the Backblaze B2 Artifact Store. */
export interface B2ArtifactStoreConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Root path for artifact storage. Must be a valid URI supported by the specific artifact store implementation. Examples:
   * 's3://my-bucket/artifacts', '/local/storage/path', 'gs://bucket-name/zenml-artifacts', 'azure://container/path'. Path
   * must be accessible with the configured credentials and permissions
   */
  readonly path: string;
  /**
   * AWS access key ID for authentication. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly key?: string;
  /**
   * AWS secret access key for authentication. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly secret?: string;
  /**
   * AWS session token for temporary credentials. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly token?: string;
  /**
   * Additional keyword arguments to pass to the S3 client. For example, to connect to a custom S3-compatible endpoint:
   * {'endpoint_url': 'http://minio:9000'}
   * @default none
   */
  readonly clientKwargs?: Configuration;
  /**
   * Additional keyword arguments to pass to the S3 client configuration. For example: {'region_name': 'us-west-2',
   * 'signature_version': 's3v4'}
   * @default none
   */
  readonly configKwargs?: Configuration;
  /**
   * Additional keyword arguments for S3 operations. For example: {'ACL': 'bucket-owner-full-control'}
   * @default none
   */
  readonly s3AdditionalKwargs?: Configuration;
}

/** Configuration for the DigitalOcean Spaces artifact store. */
export interface DigitaloceanArtifactStoreConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Root path for artifact storage. Must be a valid URI supported by the specific artifact store implementation. Examples:
   * 's3://my-bucket/artifacts', '/local/storage/path', 'gs://bucket-name/zenml-artifacts', 'azure://container/path'. Path
   * must be accessible with the configured credentials and permissions
   */
  readonly path: string;
  /**
   * AWS access key ID for authentication. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly key?: string;
  /**
   * AWS secret access key for authentication. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly secret?: string;
  /**
   * AWS session token for temporary credentials. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly token?: string;
  /**
   * Additional keyword arguments to pass to the S3 client. For example, to connect to a custom S3-compatible endpoint:
   * {'endpoint_url': 'http://minio:9000'}
   * @default none
   */
  readonly clientKwargs?: Configuration;
  /**
   * Additional keyword arguments to pass to the S3 client configuration. For example: {'region_name': 'us-west-2',
   * 'signature_version': 's3v4'}
   * @default none
   */
  readonly configKwargs?: Configuration;
  /**
   * Additional keyword arguments for S3 operations. For example: {'ACL': 'bucket-owner-full-control'}
   * @default none
   */
  readonly s3AdditionalKwargs?: Configuration;
  /**
   * DigitalOcean Spaces region slug, used to build the Spaces endpoint URL. Must be a lowercase datacenter code such as
   * 'nyc3', 'ams3', 'fra1' or 'lon1'. Not required if client_kwargs['endpoint_url'] is provided explicitly.
   * @default none
   */
  readonly region?: string;
}

/** Configuration for GCP Artifact Store. */
export interface GcpArtifactStoreConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Root path for artifact storage. Must be a valid URI supported by the specific artifact store implementation. Examples:
   * 's3://my-bucket/artifacts', '/local/storage/path', 'gs://bucket-name/zenml-artifacts', 'azure://container/path'. Path
   * must be accessible with the configured credentials and permissions
   */
  readonly path: string;
}

/** Config class for the local artifact store. */
export interface LocalArtifactStoreConfiguration {
  /**
   * The path to the local artifact store.
   * @default `""`
   */
  readonly path?: string;
}

/** Configuration for the S3 Artifact Store. */
export interface S3ArtifactStoreConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * Root path for artifact storage. Must be a valid URI supported by the specific artifact store implementation. Examples:
   * 's3://my-bucket/artifacts', '/local/storage/path', 'gs://bucket-name/zenml-artifacts', 'azure://container/path'. Path
   * must be accessible with the configured credentials and permissions
   */
  readonly path: string;
  /**
   * AWS access key ID for authentication. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly key?: string;
  /**
   * AWS secret access key for authentication. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly secret?: string;
  /**
   * AWS session token for temporary credentials. If not provided, credentials will be inferred from the environment.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly token?: string;
  /**
   * Additional keyword arguments to pass to the S3 client. For example, to connect to a custom S3-compatible endpoint:
   * {'endpoint_url': 'http://minio:9000'}
   * @default none
   */
  readonly clientKwargs?: Configuration;
  /**
   * Additional keyword arguments to pass to the S3 client configuration. For example: {'region_name': 'us-west-2',
   * 'signature_version': 's3v4'}
   * @default none
   */
  readonly configKwargs?: Configuration;
  /**
   * Additional keyword arguments for S3 operations. For example: {'ACL': 'bucket-owner-full-control'}
   * @default none
   */
  readonly s3AdditionalKwargs?: Configuration;
}

/** The configurations of the flavors of artifact_store. Augment it with those of your own flavors. */
export interface ArtifactStoreFlavors {
  readonly azure: AzureArtifactStoreConfiguration;
  readonly b2: B2ArtifactStoreConfiguration;
  readonly digitalocean: DigitaloceanArtifactStoreConfiguration;
  readonly gcp: GcpArtifactStoreConfiguration;
  readonly local: LocalArtifactStoreConfiguration;
  readonly s3: S3ArtifactStoreConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const ARTIFACT_STORE_RULES: FlavorRules = {
  b2: {
    key: { secret: true },
    secret: { secret: true },
    token: { secret: true },
  },
  digitalocean: {
    key: { secret: true },
    secret: { secret: true },
    token: { secret: true },
  },
  s3: {
    key: { secret: true },
    secret: { secret: true },
    token: { secret: true },
  },
};
