// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { FlavorRules } from '../flavor-rules';
import type { Compression } from './models';

/** Configuration for Datadog log store. */
export interface DatadogLogStoreConfiguration {
  /**
   * Name of the service for telemetry
   * @default `"zenml"`
   */
  readonly serviceName?: string;
  /**
   * Version of the service for telemetry
   * @default `"0.98.0"`
   */
  readonly serviceVersion?: string;
  /**
   * Maximum queue size for batch log processor
   * @default `100000`
   */
  readonly maxQueueSize?: number;
  /**
   * Export interval in milliseconds
   * @default `5000`
   */
  readonly scheduleDelayMillis?: number;
  /**
   * Maximum batch size for exports (Datadog limit: 1000)
   * @default `500`
   */
  readonly maxExportBatchSize?: number;
  /**
   * Timeout for each export batch in milliseconds
   * @default `15000`
   */
  readonly exportTimeoutMillis?: number;
  /** The endpoint to export logs to. */
  readonly endpoint: string;
  /**
   * The headers to use for the export.
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The certificate file to use for the export.
   * @default none
   */
  readonly certificateFile?: string;
  /**
   * The client key file to use for the export.
   * @default none
   */
  readonly clientKeyFile?: string;
  /**
   * The client certificate file to use for the export.
   * @default none
   */
  readonly clientCertificateFile?: string;
  /**
   * The compression to use for the export.
   * @default `"none"`
   */
  readonly compression?: Compression;
  /**
   * Datadog API key for log ingestion
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly apiKey: string;
  /**
   * Datadog application key for log extraction
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly applicationKey: string;
  /**
   * Datadog site (e.g., datadoghq.com, datadoghq.eu)
   * @default `"datadoghq.com"`
   */
  readonly site?: string;
}

/** Configuration for OpenTelemetry log store. */
export interface OtelLogStoreConfiguration {
  /**
   * Name of the service for telemetry
   * @default `"zenml"`
   */
  readonly serviceName?: string;
  /**
   * Version of the service for telemetry
   * @default `"0.98.0"`
   */
  readonly serviceVersion?: string;
  /**
   * Maximum queue size for batch log processor
   * @default `100000`
   */
  readonly maxQueueSize?: number;
  /**
   * Export interval in milliseconds
   * @default `5000`
   */
  readonly scheduleDelayMillis?: number;
  /**
   * Maximum batch size for exports
   * @default `5000`
   */
  readonly maxExportBatchSize?: number;
  /**
   * Timeout for each export batch in milliseconds
   * @default `15000`
   */
  readonly exportTimeoutMillis?: number;
  /** The endpoint to export logs to. */
  readonly endpoint: string;
  /**
   * The headers to use for the export.
   * @default none
   */
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * The certificate file to use for the export.
   * @default none
   */
  readonly certificateFile?: string;
  /**
   * The client key file to use for the export.
   * @default none
   */
  readonly clientKeyFile?: string;
  /**
   * The client certificate file to use for the export.
   * @default none
   */
  readonly clientCertificateFile?: string;
  /**
   * The compression to use for the export.
   * @default `"none"`
   */
  readonly compression?: Compression;
}

/** The configurations of the flavors of log_store. Augment it with those of your own flavors. */
export interface LogStoreFlavors {
  readonly datadog: DatadogLogStoreConfiguration;
  readonly otel: OtelLogStoreConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const LOG_STORE_RULES: FlavorRules = {
  datadog: {
    max_queue_size: { integer: true },
    schedule_delay_millis: { integer: true },
    max_export_batch_size: { integer: true },
    export_timeout_millis: { integer: true },
    compression: { values: ['none', 'deflate', 'gzip'] },
    api_key: { secret: true },
    application_key: { secret: true },
  },
  otel: {
    max_queue_size: { integer: true },
    schedule_delay_millis: { integer: true },
    max_export_batch_size: { integer: true },
    export_timeout_millis: { integer: true },
    compression: { values: ['none', 'deflate', 'gzip'] },
  },
};
