import { attributePath, errorDiagnostic, isSet, valuesEqual, type Diagnostic } from '../../framework';
import { writtenMap } from '../attributes/attribute-values';
import { idsOf, type RunSettingsModel } from '../attributes/run-settings';
import { isOlder } from './server-version';

/** Servers before this one drop environment and secrets of stacks and components without a word. */
const RUN_SETTINGS_SINCE = '0.90.0';

/**
 * What a server that is too old for them would lose of `environment` and `secrets`. Nothing in its interface tells before
 * something is written, so its version does; it is asked for only where something would be written.
 */
export async function checkRunSettings(
  kind: 'stack' | 'stack component',
  prior: RunSettingsModel | null,
  planned: RunSettingsModel,
  serverVersion: () => Promise<string>,
): Promise<readonly Diagnostic[]> {
  const written = (['environment', 'secrets'] as const).filter((name) => isWritten(name, prior, planned));
  if (written.length === 0) return [];
  const version = await serverVersion();
  if (!isOlder(version, RUN_SETTINGS_SINCE)) return [];
  return written.map((name) =>
    errorDiagnostic(
      'ZenML Server Too Old for This Attribute',
      `\`${name}\` of a ${kind} needs ZenML ${RUN_SETTINGS_SINCE}. The server runs ${version}, which would drop it without a word. ` +
        `Upgrade the server, or take \`${name}\` out.`,
      attributePath(name),
    ),
  );
}

function isWritten(name: keyof RunSettingsModel, prior: RunSettingsModel | null, planned: RunSettingsModel): boolean {
  if (!isSet(planned[name]) || valuesEqual(planned[name], prior?.[name])) return false;
  return name === 'environment'
    ? Object.keys(writtenMap(planned.environment)).length > 0
    : idsOf(planned.secrets).length > 0;
}
