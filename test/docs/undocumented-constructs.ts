/** Constructs that wait for their page in docs/constructs. */
export const UNDOCUMENTED: readonly string[] = [
  'AwsBaseStack',
  'EcrContainerRegistry',
  'ImageRepository',
  'LocalArtifactStore',
  'LocalOrchestrator',
  'S3ArtifactStore',
  'SagemakerOrchestrator',
  'ServiceConnector',
  'StackComponent',
  'ZenmlStack',
];
