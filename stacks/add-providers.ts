import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { ZenmlProvider } from '../src/bindings/provider';

/**
 * Gives a Terraform stack its providers. That of AWS finds its credentials in the environment, and its endpoints too, by
 * AWS_ENDPOINT_URL; that of ZenML reads ZENML_SERVER_URL and ZENML_API_KEY.
 * @returns the endpoint of AWS where it is not Amazon's own
 */
export function addProviders(stack: TerraformStack, region: string): string | undefined {
  const endpointUrl = process.env.AWS_ENDPOINT_URL === '' ? undefined : process.env.AWS_ENDPOINT_URL;
  new AwsProvider(stack, 'aws', {
    region,
    // Other implementations of S3 have no host name for each bucket.
    ...(endpointUrl !== undefined && { s3UsePathStyle: true }),
  });
  new ZenmlProvider(stack, 'zenml');
  return endpointUrl;
}
