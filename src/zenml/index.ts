/**
 * A client of the ZenML REST API on undici. It knows no Terraform word and imports nothing of ours; snake_case bodies are turned
 * into camelCase models here and go no further.
 */
export type { CallOptions, Collection, CreateOptions } from './collection';
export { isJsonObject, isList, isStructure, parseJson, type JsonObject, type JsonValue } from './json';
export { booleanOf, numberOfText } from './lax-scalars';
export type {
  Flavor,
  ServiceConnectorAuthMethod,
  ServiceConnectorType,
  ServiceConnectorTypeResource,
} from './models/catalog';
export type { Component, ComponentChanges, ComponentFilter, ComponentSpec } from './models/component';
export type { CustomFlavor, CustomFlavorChanges, CustomFlavorFilter, CustomFlavorSpec } from './models/custom-flavor';
export type { Entity, OwnedEntity, RunSettings, RunSettingsChanges } from './models/entity';
export type { Project, ProjectChanges, ProjectFilter, ProjectSpec } from './models/project';
export type { Secret, SecretChanges, SecretFilter, SecretSpec } from './models/secret';
export type { ServerInfo, User } from './models/server-info';
export type {
  ServiceConnector,
  ServiceConnectorChanges,
  ServiceConnectorFilter,
  ServiceConnectorResources,
  ServiceConnectorResourceType,
  ServiceConnectorSpec,
} from './models/service-connector';
export type { Stack, StackChanges, StackComponentSummary, StackFilter, StackSpec } from './models/stack';
export { redact, soundsSecret, withoutUrlCredentials } from './redact';
export { sameMeaning } from './same-meaning';
export type { SecretCollection, SecretReadOptions } from './secret-collection';
export type {
  ServiceConnectorCollection,
  ServiceConnectorReadOptions,
  ServiceConnectorScope,
} from './service-connector-collection';
export { isUnencrypted } from './server-url';
export { isZenmlError, ZenmlError, type ZenmlErrorCode, type ZenmlErrorOptions } from './zenml-error';
export { ZenmlClient, type ZenmlClientOptions } from './zenml-client';
