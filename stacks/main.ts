import { App } from 'cdktf';
import { environments } from './environments';
import { LocalStack } from './local-stack';
import { PlatformStack } from './platform-stack';
import { MlProjectStack } from './projects/ml-project-stack';
import { projects } from './projects/projects';

const app = new App();
for (const environment of Object.values(environments)) new PlatformStack(app, environment.name, { environment });
for (const [id, project] of Object.entries(projects)) new MlProjectStack(app, id, project);
new LocalStack(app, 'local');
app.synth();
