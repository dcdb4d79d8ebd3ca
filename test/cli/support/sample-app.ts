import { App, TerraformStack, TerraformVariable } from 'cdktf';
import { BaseStack, defineEnvironments, LocalOrchestrator, RestApiRegistration, TeamStack } from '../../../constructs';
import { ZenmlProvider } from '../../../src/bindings/provider';

const { dev, prod } = defineEnvironments({ defaults: { tags: { cost_center: 'ml' } }, dev: {}, prod: {} });

/** An app whose team stacks look their base up: one registered by the ZenML provider, one by restapi. */
const app = new App();
const byProvider = new TerraformStack(app, 'vision-dev');
new ZenmlProvider(byProvider, 'zenml', { serverUrl: 'https://zenml.example.test' });
const byRest = new TerraformStack(app, 'vision-prod');
byRest.addDependency(byProvider);
new ZenmlProvider(byRest, 'zenml');
new RestApiRegistration(byRest, 'registration', {
  serverUrl: 'https://zenml.example.test',
  accessToken: new TerraformVariable(byRest, 'token', { sensitive: true }).stringValue,
});
for (const [stack, environment] of [
  [byProvider, dev],
  [byRest, prod],
] as const) {
  const base = BaseStack.fromName(stack, 'base', { environment, region: 'us-east-1' });
  const orchestrator = new LocalOrchestrator(stack, 'orchestrator', { labels: { environment: environment.name } });
  new TeamStack(stack, 'vision', { base, components: [orchestrator], without: ['image_builder'] });
}
app.synth();
