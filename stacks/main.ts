import { App } from 'cdktf';
import { environments } from './environments';
import { LocalStack } from './local-stack';
import { PlatformStack } from './platform-stack';
import { MlProjectStack } from './projects/ml-project-stack';
import { projects } from './projects/projects';

// cdktf formats a call stack for each token, and source maps make that slow. They are for errors that end the program.
process.setSourceMapsEnabled(false);
process.once('uncaughtExceptionMonitor', () => {
  process.setSourceMapsEnabled(true);
});

const app = new App();
for (const environment of Object.values(environments)) new PlatformStack(app, environment.name, { environment });
for (const [id, project] of Object.entries(projects)) new MlProjectStack(app, id, project);
new LocalStack(app, 'local');
app.synth();
