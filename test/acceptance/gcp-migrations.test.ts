import type { Environment } from '../../constructs';
import type { GcpBaseStackProps } from '../../constructs/gcp';
import { authPatterns } from '../constructs/gcp/support/auth-patterns';
import { gcpStackWith, makeBase } from '../constructs/gcp/support/gcp-stack';
import { synthesize } from '../constructs/synthesized';
import { onlyWhatIsForLife } from '../support/google-for-life';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';

const standard: Environment = { name: 'prod' };
const strict: Environment = { name: 'prod', complianceMode: 'strict' };
const spread: Environment = { name: 'prod', highAvailability: true };
const everything: Environment = { ...strict, highAvailability: true, backupEnabled: true };

const stackIn = (environment: Environment, props: Partial<GcpBaseStackProps> = {}): string =>
  onlyWhatIsForLife(
    synthesize(
      gcpStackWith((scope) => {
        makeBase(scope, { environment, auth: authPatterns.implicit(), ...props });
      }, 'prod'),
    ).text,
  );

describe('what Google has for life, under the rules of terraform', () => {
  let terraform: TerraformWorkspace;

  beforeEach(async () => {
    terraform = await createTerraformWorkspace({ hcl: '' });
  });
  afterEach(() => terraform.dispose());

  const deploy = async (text: string) => {
    await terraform.writeSynthesized(text);
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
  };
  const refusalOf = async (text: string) => {
    await terraform.writeSynthesized(text);
    return (await terraform.planFailing()).diagnostics.map(({ detail }) => detail.replaceAll(/\s+/g, ' ')).sort();
  };

  it('stays as it is when a standard environment is to have a switch, and the plan fails with the guide', async () => {
    await deploy(stackIn(standard));
    expect(await refusalOf(stackIn(spread))).toEqual([
      expect.stringMatching(
        /^The bucket zenml-prod-\w+ is in EUROPE-WEST1, and EU is asked for\. .*docs\/guides\/migrations\.md#google-a-bucket-in-another-place$/,
      ),
      expect.stringMatching(
        /^The repository zenml-prod-\w+ is in europe-west1, and europe is asked for\. .*#google-a-repository-in-another-place$/,
      ),
    ]);
    expect(await refusalOf(stackIn(spread, { secondRegion: 'europe-west3' }))).toContainEqual(
      expect.stringContaining('is in EUROPE-WEST1, and EU + europe-west1 + europe-west3 is asked for'),
    );
    expect(await refusalOf(stackIn(strict))).toEqual([
      expect.stringMatching(
        /^The repository zenml-prod-\w+ is encrypted by a key of Google's, and a key of your own is asked for\. .*#google-a-repository-with-another-key$/,
      ),
    ]);
    await terraform.writeSynthesized(stackIn({ ...standard, backupEnabled: true }));
    expect(new Set((await terraform.plan()).map(({ actions }) => actions.join()))).toEqual(new Set(['update']));
  });

  it('stays as it is when a strict environment in several regions is to lose a switch, and is not destroyed', async () => {
    const pair = { secondRegion: 'europe-west4' };
    await deploy(stackIn(everything, pair));
    const withoutKey = await refusalOf(stackIn({ ...everything, complianceMode: 'standard' }, pair));
    expect(withoutKey).toContainEqual(expect.stringMatching(/^The bucket .* and no key is asked for.*encryptionKey/));
    expect(withoutKey).toContainEqual(expect.stringMatching(/^The repository .* and no key is asked for/));
    expect(await refusalOf(stackIn({ ...everything, highAvailability: false }))).toContainEqual(
      expect.stringMatching(/^The key ring zenml-prod-\w+ is in europe, and europe-west1 is asked for/),
    );
    expect(await refusalOf(stackIn(everything, { secondRegion: 'europe-west9' }))).toContainEqual(
      expect.stringContaining('is in EU + EUROPE-WEST1 + EUROPE-WEST4, and EU + europe-west1 + europe-west9 is'),
    );
    await terraform.writeSynthesized(stackIn(everything, pair));
    expect((await terraform.run(['destroy', '-auto-approve', '-no-color'])).output).toContain('prevent_destroy');
    await terraform.writeSynthesized(
      stackIn({ ...everything, exceptions: { 'prevent-destroy': 'the project has ended' } }, pair),
    );
    await terraform.destroy();
    expect(await terraform.addresses()).toEqual([]);
  });
});
