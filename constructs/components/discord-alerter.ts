import type { Construct } from 'constructs';
import type { DiscordAlerterConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Discord alerter is made from. */
export interface DiscordAlerterProps extends TypedComponentProps, DiscordAlerterConfiguration {}

/** Tells people about pipelines on Discord, and asks them. */
export class DiscordAlerter extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: DiscordAlerterProps) {
    super(scope, id, 'alerter', flatProps('discord', props));
  }
}
