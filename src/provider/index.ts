/**
 * The ZenML provider: resources and data sources, each with its schema, over the REST client. The one place where the
 * framework and ZenML meet.
 */
export { createZenmlProvider } from './zenml-provider';
export type { ProviderModel } from './schemas/provider-schema';
