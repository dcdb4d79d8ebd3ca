import type { Construct } from 'constructs';
import type { DatadogLogStoreConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Datadog log store is made from. */
export interface DatadogLogStoreProps extends TypedComponentProps, Omit<DatadogLogStoreConfiguration, 'endpoint'> {
  /**
   * Where logs are sent.
   * @default the intake of the `site`
   */
  readonly endpoint?: string;
}

/** Keeps the logs of pipelines in Datadog. */
export class DatadogLogStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: DatadogLogStoreProps) {
    const { site = 'datadoghq.com', endpoint = `https://http-intake.logs.${site}/api/v2/logs` } = props;
    const sited: DatadogLogStoreProps = { ...props, endpoint };
    super(scope, id, 'log_store', flatProps('datadog', sited));
  }
}
