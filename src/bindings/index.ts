// @ts-nocheck
/**
 * CDKTF bindings of the provider cdktf-zenml/zenml, generated from its schemas by `npm run bindings`.
 * Nothing here is written by hand: the next run wipes the folder.
 */
export * as dataZenmlServer from './data-zenml-server';
export * as dataZenmlServiceConnector from './data-zenml-service-connector';
export * as dataZenmlStack from './data-zenml-stack';
export * as dataZenmlStackComponent from './data-zenml-stack-component';
export * as flavor from './flavor';
export * as project from './project';
export * as provider from './provider';
export * as secret from './secret';
export * as serviceConnector from './service-connector';
export * as stack from './stack';
export * as stackComponent from './stack-component';
