import { App } from 'cdktf';
import { environments } from './environments';
import { LocalStack } from './local-stack';
import { PlatformStack } from './platform-stack';

const app = new App();
for (const environment of Object.values(environments)) new PlatformStack(app, environment.name, { environment });
new LocalStack(app, 'local');
app.synth();
