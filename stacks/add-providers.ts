import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { TerraformStack } from 'cdktf';
import { ZenmlProvider } from '../src/bindings/provider';

/**
 * Gives a Terraform stack its providers. That of AWS finds its credentials in the environment, and its endpoints too, by
 * AWS_ENDPOINT_URL; that of ZenML reads ZENML_SERVER_URL and ZENML_API_KEY.
 * @returns the endpoint of AWS where it is not Amazon's own
 */
export function addProviders(stack: TerraformStack, region: string): string | undefined {
  new AwsProvider(stack, 'aws', { region, ...pathStyle() });
  new ZenmlProvider(stack, 'zenml');
  return endpointUrl();
}

/** Gives a Terraform stack a provider of AWS for a second region. */
export function addReplicaProvider(stack: TerraformStack, region: string): AwsProvider {
  return new AwsProvider(stack, 'aws-replica', { alias: 'replica', region, ...pathStyle() });
}

/** Other implementations of S3 than Amazon's have no host name for each bucket. */
function pathStyle(): { readonly s3UsePathStyle?: true } {
  return endpointUrl() === undefined ? {} : { s3UsePathStyle: true };
}

function endpointUrl(): string | undefined {
  return process.env.AWS_ENDPOINT_URL === '' ? undefined : process.env.AWS_ENDPOINT_URL;
}
