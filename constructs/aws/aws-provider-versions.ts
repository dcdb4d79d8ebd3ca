/** Versions of hashicorp/aws that the constructs work with. */
export const AWS_PROVIDER_VERSIONS = '>= 5.100.0, < 7.0.0';
