/**
 * The user's app as it is synthesized: its Terraform stacks with their resources, and what refers to what. Nothing is deployed and no
 * server is asked. Values that terraform computes are expressions, as they stand in the JSON: `${aws_s3_bucket.x.bucket}`.
 */
export { appOptions, type AppFlags } from './app-options';
export { expressionsIn, splitExpressions } from './expressions';
export { readSynthesized } from './read-synthesized';
export { selectEnvironment } from './select-environment';
export { synthesizeApp, type SynthesizeOptions } from './synthesize-app';
export type {
  JsonObject,
  SynthesizedBackend,
  SynthesizedProvider,
  SynthesizedResource,
  SynthesizedStack,
} from './synthesized-stack';
export { isObject, knownTexts, objectOf, textOf, textsIn } from './json-values';
export { parseTemplatedJson } from './templated-json';
export { zenmlObjectsOf, type ZenmlObject, type ZenmlObjectKind } from './zenml-objects';
