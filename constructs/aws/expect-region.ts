import { DataAwsRegion } from '@cdktf/provider-aws/lib/data-aws-region';
import type { Construct } from 'constructs';

/** Has the plan fail where the AWS provider is for another region than the one that a construct is for. */
export function expectRegion(scope: Construct, region: string): void {
  new DataAwsRegion(scope, 'region', {
    lifecycle: {
      postcondition: [
        {
          condition: `\${self.id == "${region}"}`,
          errorMessage: `The AWS provider is for the region \${self.id}, and ${scope.node.path} for ${region}: give both the same region, or the base stack a provider with an alias that has it.`,
        },
      ],
    },
  });
}
