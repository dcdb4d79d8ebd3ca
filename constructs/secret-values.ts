import type { Check } from './checks';
import { configurationText, type Configuration } from './configuration';
import { isKnown } from './known-value';

const SECRET_REFERENCE = /^\{\{\s*\S+?\.\S+\s*\}\}$/;

/** How secrets are given, where they may not be written out. */
export interface SecretValueOptions {
  /** The property that holds them, for messages: `secretConfiguration`. */
  readonly property: string;
  /** Whether ZenML looks references to its secrets up, `{{name.key}}`: in components it does, in connectors it does not. */
  readonly references: boolean;
}

/**
 * That no secret is written out: its value would lie in `cdktf.out`. Messages name its key and never its value.
 * Keys without a value are fine.
 */
export function secretValueChecks(values: Configuration | undefined, options: SecretValueOptions): readonly Check[] {
  return Object.entries(configurationText(values) ?? {}).map(([key, text]) => secretValueCheck(key, text, options));
}

function secretValueCheck(key: string, text: string, { property, references }: SecretValueOptions): Check {
  if (!references && isSecretReference(text)) {
    return {
      holds: false,
      message: `${property}.${key} refers to a secret of the ZenML server, which looks references up in components only: give a sensitive variable, an ephemeral value or an attribute of another resource`,
    };
  }
  return {
    holds: text === '' || !isKnown(text) || isSecretReference(text),
    message: `${property}.${key} is written out and would lie in cdktf.out; expected a sensitive variable, an ephemeral value or an attribute of another resource${references ? ', or secretReference(secret, key)' : ''}: take the text out of the code`,
  };
}

/** Whether a text is a reference to a secret of the ZenML server, `{{name.key}}`, and nothing else. */
export function isSecretReference(text: string): boolean {
  return SECRET_REFERENCE.test(text);
}

/** That no key is given in both of two properties. */
export function givenOnceChecks(
  configuration: Configuration | undefined,
  secretConfiguration: Configuration | undefined,
): readonly Check[] {
  const secret = configurationText(secretConfiguration) ?? {};
  const both = Object.keys(configurationText(configuration) ?? {}).filter((key) => Object.hasOwn(secret, key));
  return both.map((key) => ({
    holds: false,
    message: `${key} is in configuration and in secretConfiguration; expected it in one: take it out of configuration if it is a secret`,
  }));
}
