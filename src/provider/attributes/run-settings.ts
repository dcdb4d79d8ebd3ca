import { isSet, record, valuesEqual, type AttributeValue, type ListOf, type MapOf } from '../../framework';
import type { RunSettings, RunSettingsChanges } from '../../zenml';
import { writtenMap } from './attribute-values';

/** `environment` and `secrets` of a stack or component in configuration, plan or state; null where they are left alone. */
export interface RunSettingsModel {
  readonly environment: AttributeValue<MapOf<string>>;
  readonly secrets: AttributeValue<ListOf<string>>;
}

/** What a create sends: what is left out or empty is not sent. */
export function writtenRunSettings(planned: RunSettingsModel): Partial<RunSettings> {
  const environment = writtenMap(planned.environment);
  const secrets = idsOf(planned.secrets);
  return {
    ...(Object.keys(environment).length > 0 && { environment }),
    ...(secrets.length > 0 && { secrets }),
  };
}

/**
 * What an update sends: only what is different. A server refuses to take off a secret that was deleted in the meantime, so
 * before any is taken off, `held` is asked which secrets the object has.
 */
export async function runSettingsChanges(
  prior: RunSettingsModel,
  planned: RunSettingsModel,
  held: () => Promise<readonly string[]>,
): Promise<RunSettingsChanges> {
  const [before, after] = [idsOf(prior.secrets), idsOf(planned.secrets)];
  const added = after.filter((id) => !before.includes(id));
  const dropped = isSet(planned.secrets) ? before.filter((id) => !after.includes(id)) : [];
  const present = dropped.length === 0 ? [] : await held();
  const removed = dropped.filter((id) => present.includes(id));
  const environmentChanged = isSet(planned.environment) && !valuesEqual(planned.environment, prior.environment);
  return {
    ...(environmentChanged && { environment: writtenMap(planned.environment) }),
    ...(added.length > 0 && { addSecrets: added }),
    ...(removed.length > 0 && { removeSecrets: removed }),
  };
}

/** What state holds after a read: what is left alone stays null, whatever others did. */
export function stateRunSettings(prior: RunSettingsModel, { environment, secrets }: RunSettings): RunSettingsModel {
  return {
    environment: prior.environment === null ? null : record(Object.entries(environment)),
    secrets: prior.secrets === null ? null : secrets,
  };
}

/** What state holds after an import. */
export function importedRunSettings({ environment, secrets }: RunSettings): RunSettingsModel {
  return {
    environment: record(Object.entries(environment)),
    secrets,
  };
}

/** The known ids of a list or set. */
export function idsOf(ids: AttributeValue<ListOf<string>> | undefined): readonly string[] {
  return isSet(ids) ? ids.filter(isSet) : [];
}
