import type { Construct } from 'constructs';
import type { OtelLogStoreConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What an Otel log store is made from. */
export interface OtelLogStoreProps extends TypedComponentProps, OtelLogStoreConfiguration {}

/** Sends the logs of pipelines to an OpenTelemetry collector. */
export class OtelLogStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: OtelLogStoreProps) {
    super(scope, id, 'log_store', flatProps('otel', props));
  }
}
