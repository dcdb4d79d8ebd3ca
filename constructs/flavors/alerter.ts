// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { FlavorRules } from '../flavor-rules';

/** Discord alerter config. */
export interface DiscordAlerterConfiguration {
  /**
   * The Discord token tied to the Discord account to be used.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly discordToken: string;
  /**
   * The ID of the Discord channel to use for communication if no channel ID is provided in the step config.
   * @default none
   */
  readonly defaultDiscordChannelId?: string;
}

/** Slack alerter config. */
export interface SlackAlerterConfiguration {
  /** @default none */
  readonly slackChannelId?: string;
  /** @default `300` */
  readonly timeout?: number;
  /**
   * The Slack token tied to the Slack account to be used.
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   */
  readonly slackToken: string;
  /**
   * @default none
   * @deprecated The ID of the default Slack channel to use for communication.
   */
  readonly defaultSlackChannelId?: string;
}

/** The configurations of the flavors of alerter. Augment it with those of your own flavors. */
export interface AlerterFlavors {
  readonly discord: DiscordAlerterConfiguration;
  readonly slack: SlackAlerterConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const ALERTER_RULES: FlavorRules = {
  discord: {
    discord_token: { secret: true },
  },
  slack: {
    timeout: { integer: true },
    slack_token: { secret: true },
  },
};
