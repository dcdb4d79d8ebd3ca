'use strict';

/** The laws of the rooms: who may import whom. `test/architecture.test.ts` runs them. */
const law = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|constructs|stacks|test|scripts)/', pathNot: allowed },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    law('framework-imports-nothing-of-ours', '^src/framework/', '^src/framework/'),
    law('zenml-imports-nothing-of-ours', '^src/zenml/', '^src/zenml/'),
    law('protocol-imports-framework', '^src/protocol/', '^src/(protocol|framework)/'),
    law('serve-imports-protocol', '^src/serve/', '^src/(serve|protocol|framework)/'),
    law('provider-joins-framework-and-zenml', '^src/provider/', '^src/(provider|framework|zenml)/'),
    law('main-joins-provider-and-serve', '^src/main\\.ts$', '^src/(provider|serve|framework)/'),
    law('bindings-import-nothing-of-ours', '^src/bindings/', '^src/bindings/'),
    law('cli-imports-zenml-at-most', '^src/cli/', '^src/(cli|zenml)/'),
    law('constructs-are-cloud-neutral', '^constructs/(?!aws/|gcp/)', '^(constructs/(?!aws/|gcp/)|src/bindings/)'),
    law('aws-constructs-know-no-other-cloud', '^constructs/aws/', '^(constructs/(?!gcp/)|src/bindings/)'),
    law('gcp-constructs-know-no-other-cloud', '^constructs/gcp/', '^(constructs/(?!aws/)|src/bindings/)'),
    law('stacks-import-constructs', '^stacks/', '^(stacks/|constructs/|src/bindings/)'),
    {
      name: 'clouds-have-rooms-of-their-own',
      severity: 'error',
      from: { path: '^constructs/(?!aws/|gcp/)' },
      to: { path: '^node_modules/@cdktf/provider-' },
    },
    {
      name: 'only-files-with-environments-load-a-parser',
      severity: 'error',
      from: { path: '^constructs/(?!environments/)' },
      to: { path: '^constructs/environments/|^node_modules/(yaml|zod|fastest-levenshtein)/' },
    },
    {
      name: 'aws-constructs-need-no-google',
      severity: 'error',
      from: { path: '^constructs/aws/' },
      to: { path: '^node_modules/@cdktf/provider-(?!aws/)' },
    },
    {
      name: 'gcp-constructs-need-no-aws',
      severity: 'error',
      from: { path: '^constructs/gcp/' },
      to: { path: '^node_modules/@cdktf/provider-(?!google/)' },
    },
    {
      name: 'the-framework-serves-any-provider',
      severity: 'error',
      from: { path: '^src/(framework|protocol|serve)/' },
      to: { path: '^node_modules/(undici|cdktf|constructs)/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(src|constructs|stacks)/', pathNot: '^src/bindings/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rooms-are-entered-by-their-index',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cdktf\\.out|\\.quickstart|\\.test)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
