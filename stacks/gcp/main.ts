import { App } from 'cdktf';
import { gcpEnvironments } from './environments';
import { GcpPlatformStack } from './platform-stack';

const app = new App();
for (const environment of Object.values(gcpEnvironments)) new GcpPlatformStack(app, environment.name, { environment });
app.synth();
