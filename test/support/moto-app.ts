import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';

/**
 * Loaded before an app of a guide: readers have Amazon's S3 and any provider of AWS, the tests have moto, which has no host name for
 * each bucket, and the version that lies in their mirror.
 */
const synth = Reflect.get(App.prototype, 'synth');

App.prototype.synth = function (this: App): void {
  for (const construct of this.node.findAll()) {
    if (!(construct instanceof AwsProvider)) continue;
    construct.addOverride('s3_use_path_style', true);
    TerraformStack.of(construct).addOverride('terraform.required_providers.aws.version', '>= 5.100.0');
  }
  synth.call(this);
};
