import { CONNECTOR_SECRET_KEYS } from '../../../constructs/connectors/secret-keys';
import { types, version } from '../../../scripts/connectors/connector-types.json';
import type { ConnectorTypeJson } from '../../../scripts/connectors/connector-types';
import { renderConnectorType } from '../../../scripts/connectors/render-connector-type';

it('the keys of secrets are those of the generated values', () => {
  const generated = (types as readonly ConnectorTypeJson[]).map((type) => renderConnectorType(type, version).text);
  const secrets = generated.flatMap((text) =>
    [...text.matchAll(/secrets: \{([^}]*)\}/g)].map(([, found = '']) => found),
  );
  const keys = secrets.flatMap((found) => [...found.matchAll(/(\w+): props/g)].map(([, key = '']) => key));
  expect([...new Set(keys)].sort()).toEqual(CONNECTOR_SECRET_KEYS);
});
