/** The built provider, from the root of the repository. */
export const PROVIDER = 'dist/terraform-provider-zenml.cjs';
