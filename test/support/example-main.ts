import { serve } from '../../src/serve';

void serve({
  address: 'cdktf-zenml/example',
  loadProvider: async () => {
    // A package loaded on demand is a part of its own in the built file.
    await import('fastest-levenshtein');
    return (await import('./example-provider.js')).createExampleProvider();
  },
});
