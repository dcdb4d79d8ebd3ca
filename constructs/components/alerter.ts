import type { Construct } from 'constructs';
import type { AlerterFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What an alerter is made from: its flavor says what its configuration may hold. */
export type AlerterProps = FlavoredProps<AlerterFlavors>;

/** Tells people about pipelines, in a chat or by mail: an alerter of any flavor. */
export class Alerter extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: AlerterProps) {
    super(scope, id, 'alerter', props);
  }
}
