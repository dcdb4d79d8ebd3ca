import { serve } from '../../src/serve';

void serve({
  address: 'cdktf-zenml/example',
  loadProvider: async () => (await import('./example-provider.js')).createExampleProvider(),
});
