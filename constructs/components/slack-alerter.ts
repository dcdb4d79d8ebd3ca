import type { Construct } from 'constructs';
import type { SlackAlerterConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Slack alerter is made from. */
export interface SlackAlerterProps extends TypedComponentProps, SlackAlerterConfiguration {}

/** Tells people about pipelines on Slack, and asks them. */
export class SlackAlerter extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: SlackAlerterProps) {
    super(scope, id, 'alerter', flatProps('slack', props));
  }
}
