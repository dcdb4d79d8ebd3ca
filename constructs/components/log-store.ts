import type { Construct } from 'constructs';
import type { LogStoreFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a log store is made from: its flavor says what its configuration may hold. */
export type LogStoreProps = FlavoredProps<LogStoreFlavors>;

/** Keeps the logs of pipelines: a log store of any flavor. */
export class LogStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: LogStoreProps) {
    super(scope, id, 'log_store', props);
  }
}
