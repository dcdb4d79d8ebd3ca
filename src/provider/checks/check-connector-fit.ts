import { attributePath, errorDiagnostic, warningDiagnostic, type Diagnostic } from '../../framework';
import type { Flavor } from '../../zenml';
import { listed } from '../failures/nearest';
import type { ConnectorSummary } from '../server/provider-client';

/** What a flavor says against the connector of its component, by the rules with which ZenML itself matches the two. */
export function checkConnectorFit(flavor: Flavor, connector: ConnectorSummary): readonly Diagnostic[] {
  const { connectorType, connectorResourceType } = flavor;
  const of = `flavor "${flavor.name}" of ${flavor.type}`;
  const is = `\`connector_id\` is the service connector "${connector.name}"`;
  if (connectorType === null && connectorResourceType === null) {
    return [
      warningDiagnostic(
        'Service Connector Not Used',
        `${is}, and components of the ${of} use none: nothing comes of it. Remove \`connector_id\`.`,
        attributePath('connector_id'),
      ),
    ];
  }
  if (connectorType !== null && connector.type !== connectorType) {
    return [unfit(`${is} of the type ${connector.type}. The ${of} needs one of the type ${connectorType}.`)];
  }
  if (connectorResourceType !== null && !connector.resourceTypes.includes(connectorResourceType)) {
    const reaches = `${is}, which reaches ${listed(connector.resourceTypes)}`;
    return [unfit(`${reaches}. The ${of} needs one that reaches ${connectorResourceType}.`)];
  }
  return [];
}

function unfit(detail: string): Diagnostic {
  return errorDiagnostic(
    'Unfit Service Connector',
    `${detail} Give the component another connector, or change that one.`,
    attributePath('connector_id'),
  );
}
