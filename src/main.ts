import { serve } from './serve';

void serve({
  address: 'cdktf-zenml/zenml',
  loadProvider: async () => (await import('./provider/index.js')).createZenmlProvider(),
});
