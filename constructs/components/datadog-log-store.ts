import type { Construct } from 'constructs';
import type { DatadogLogStoreConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Datadog log store is made from. */
export interface DatadogLogStoreProps extends TypedComponentProps, DatadogLogStoreConfiguration {}

/** Keeps the logs of pipelines in Datadog. */
export class DatadogLogStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: DatadogLogStoreProps) {
    super(scope, id, 'log_store', flatProps('datadog', props));
  }
}
