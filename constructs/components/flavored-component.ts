import { Token } from 'cdktf';
import type { Construct } from 'constructs';
import { addChecks } from '../checks';
import type { Configuration, ConfigurationValue } from '../configuration';
import type { ICustomFlavor } from '../custom-flavor';
import { isSecretReference } from '../secret-values';
import { StackComponent, type ComponentType } from '../stack-component';
import type { TypedComponentProps } from './flavored-props';
import { isLate } from './key-values';
import { rulesOf } from './rules-of';
import { serverKey } from './server-key';

/** What a component of any flavor is made from, once the types have had their say. */
export interface FlavoredComponentProps extends TypedComponentProps {
  readonly flavor: string | ICustomFlavor;
  /** In camelCase, or by the keys of a flavor of one's own. */
  readonly configuration?: object;
}

/** A stack component whose flavor's configuration has a type. */
export abstract class FlavoredComponent extends StackComponent {
  constructor(
    scope: Construct,
    id: string,
    type: ComponentType,
    { flavor, configuration = {}, extra = {}, secretConfiguration, ...component }: FlavoredComponentProps,
  ) {
    const typed = byServerKey(configuration, typeof flavor === 'string' ? serverKey : (key) => key);
    const rules = rulesOf(type, flavor);
    const { plain, secret } = split({ ...typed, ...extra }, (key) => rules[key]?.secret === true);
    super(scope, id, {
      ...component,
      type,
      flavor,
      configuration: plain,
      secretConfiguration: isEmpty(secret) ? secretConfiguration : { ...secret, ...secretConfiguration },
    });
    addChecks(
      this,
      Object.keys(extra).map((key) => ({
        holds: typed[key] === undefined,
        message: `${key} is in extra and has a property of its own, which is given, too; expected it once: take it out of extra`,
      })),
    );
  }
}

/** A configuration by the server's keys. Switches that terraform knows only when it runs are texts to the server. */
function byServerKey(configuration: object, keyOf: (property: string) => string): Configuration {
  const entries = Object.entries(configuration) as [string, ConfigurationValue][];
  return Object.fromEntries(
    entries.map(([property, value]) => [keyOf(property), isResolvable(value) ? Token.asString(value) : value]),
  );
}

function isResolvable(value: ConfigurationValue): boolean {
  return typeof value === 'object' && !Array.isArray(value) && Token.isUnresolved(value) && 'resolve' in value;
}

/**
 * Secrets that terraform itself holds go where neither plan nor state shows them. References to ZenML's own secrets are none, and a
 * secret that is written out stays where the check finds it.
 */
function split(
  configuration: Configuration,
  isSecret: (key: string) => boolean,
): { readonly plain: Configuration; readonly secret: Readonly<Record<string, string>> } {
  const plain: Record<string, ConfigurationValue> = {};
  const secret: Record<string, string> = {};
  for (const [key, value] of Object.entries(configuration)) {
    if (isSecret(key) && typeof value === 'string' && isLate(value) && !isSecretReference(value)) secret[key] = value;
    else plain[key] = value;
  }
  return { plain, secret };
}

function isEmpty(record: object): boolean {
  return Object.keys(record).length === 0;
}
