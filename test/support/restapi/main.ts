import { serve } from '../../../src/serve';

void serve({
  address: 'mastercard/restapi',
  loadProvider: async () => (await import('./restapi-provider.js')).createRestapiProvider(),
});
