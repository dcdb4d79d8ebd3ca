// @ts-nocheck
/**
 * CDKTF bindings of the provider cdktf-zenml/zenml, generated from its schemas by `npm run bindings`.
 * Nothing here is written by hand: the next run wipes the folder.
 */
export * as dataZenmlFlavor from './data-zenml-flavor';
export * as dataZenmlFlavors from './data-zenml-flavors';
export * as dataZenmlProject from './data-zenml-project';
export * as dataZenmlSecret from './data-zenml-secret';
export * as dataZenmlServer from './data-zenml-server';
export * as dataZenmlServiceConnector from './data-zenml-service-connector';
export * as dataZenmlServiceConnectorResources from './data-zenml-service-connector-resources';
export * as dataZenmlServiceConnectorType from './data-zenml-service-connector-type';
export * as dataZenmlServiceConnectors from './data-zenml-service-connectors';
export * as dataZenmlStack from './data-zenml-stack';
export * as dataZenmlStackComponent from './data-zenml-stack-component';
export * as dataZenmlStackComponents from './data-zenml-stack-components';
export * as dataZenmlStacks from './data-zenml-stacks';
export * as flavor from './flavor';
export * as project from './project';
export * as provider from './provider';
export * as secret from './secret';
export * as serviceConnector from './service-connector';
export * as stack from './stack';
export * as stackComponent from './stack-component';
