import type { Construct } from 'constructs';
import * as library from '../../../constructs';
import { FlavoredComponent } from '../../../constructs';
import { keys as pinned } from '../../../src/cli/flavors/pinned-flavors.json';
import { onlyResource, synthesized } from '../synthesized';

type Build = (scope: Construct) => FlavoredComponent;

const secret = '{{secret.key}}';
const uri = 'europe-west1-docker.pkg.dev/acme/images';
const role = 'arn:aws:iam::123456789012:role/jobs';

/** Each shorthand with what it needs, and the type and the flavor that it stands for. */
const shorthands: Readonly<Record<string, readonly [Build, string]>> = {
  AppRunnerDeployer: [(s) => new library.AppRunnerDeployer(s, 'c', { region: 'us-east-1' }), 'deployer/aws'],
  ArtifactRegistryContainerRegistry: [
    (s) => new library.ArtifactRegistryContainerRegistry(s, 'c', { uri }),
    'container_registry/gcp',
  ],
  AzureArtifactStore: [(s) => new library.AzureArtifactStore(s, 'c', { path: 'az://box' }), 'artifact_store/azure'],
  AzureContainerRegistry: [
    (s) => new library.AzureContainerRegistry(s, 'c', { uri: 'acme.azurecr.io' }),
    'container_registry/azure',
  ],
  BentomlModelDeployer: [(s) => new library.BentomlModelDeployer(s, 'c'), 'model_deployer/bentoml'],
  CloudBuildImageBuilder: [(s) => new library.CloudBuildImageBuilder(s, 'c'), 'image_builder/gcp'],
  CloudRunDeployer: [(s) => new library.CloudRunDeployer(s, 'c', { location: 'europe-west1' }), 'deployer/gcp'],
  CodeBuildImageBuilder: [
    (s) => new library.CodeBuildImageBuilder(s, 'c', { codeBuildProject: 'images' }),
    'image_builder/aws',
  ],
  DatabricksModelDeployer: [
    (s) => new library.DatabricksModelDeployer(s, 'c', { host: 'https://acme.cloud.databricks.com' }),
    'model_deployer/databricks',
  ],
  DatadogLogStore: [
    (s) =>
      new library.DatadogLogStore(s, 'c', {
        endpoint: 'https://logs.acme.com',
        apiKey: secret,
        applicationKey: secret,
      }),
    'log_store/datadog',
  ],
  DiscordAlerter: [(s) => new library.DiscordAlerter(s, 'c', { discordToken: secret }), 'alerter/discord'],
  DockerDeployer: [(s) => new library.DockerDeployer(s, 'c', { portRange: [8000, 8010] }), 'deployer/docker'],
  EcrContainerRegistry: [
    (s) => new library.EcrContainerRegistry(s, 'c', { uri: '1.dkr.ecr.us-east-1.amazonaws.com' }),
    'container_registry/aws',
  ],
  GcsArtifactStore: [(s) => new library.GcsArtifactStore(s, 'c', { path: 'gs://bucket' }), 'artifact_store/gcp'],
  HuggingfaceModelDeployer: [
    (s) => new library.HuggingfaceModelDeployer(s, 'c', { namespace: 'acme', token: secret }),
    'model_deployer/huggingface',
  ],
  KanikoImageBuilder: [
    (s) => new library.KanikoImageBuilder(s, 'c', { kubernetesContext: 'builds' }),
    'image_builder/kaniko',
  ],
  KubeflowOrchestrator: [(s) => new library.KubeflowOrchestrator(s, 'c'), 'orchestrator/kubeflow'],
  KubernetesDeployer: [
    (s) => new library.KubernetesDeployer(s, 'c', { deployerLabels: { a: 'b' } }),
    'deployer/kubernetes',
  ],
  KubernetesOrchestrator: [(s) => new library.KubernetesOrchestrator(s, 'c'), 'orchestrator/kubernetes'],
  KubernetesStepOperator: [(s) => new library.KubernetesStepOperator(s, 'c'), 'step_operator/kubernetes'],
  LocalArtifactStore: [(s) => new library.LocalArtifactStore(s, 'c', { path: '/data' }), 'artifact_store/local'],
  LocalDeployer: [(s) => new library.LocalDeployer(s, 'c'), 'deployer/local'],
  LocalDockerOrchestrator: [(s) => new library.LocalDockerOrchestrator(s, 'c'), 'orchestrator/local_docker'],
  LocalImageBuilder: [(s) => new library.LocalImageBuilder(s, 'c'), 'image_builder/local'],
  LocalOrchestrator: [(s) => new library.LocalOrchestrator(s, 'c'), 'orchestrator/local'],
  MlflowExperimentTracker: [(s) => new library.MlflowExperimentTracker(s, 'c'), 'experiment_tracker/mlflow'],
  MlflowModelDeployer: [(s) => new library.MlflowModelDeployer(s, 'c'), 'model_deployer/mlflow'],
  MlflowModelRegistry: [(s) => new library.MlflowModelRegistry(s, 'c'), 'model_registry/mlflow'],
  OtelLogStore: [(s) => new library.OtelLogStore(s, 'c', { endpoint: 'https://logs.acme.com' }), 'log_store/otel'],
  S3ArtifactStore: [(s) => new library.S3ArtifactStore(s, 'c', { path: 's3://bucket' }), 'artifact_store/s3'],
  SagemakerOrchestrator: [
    (s) => new library.SagemakerOrchestrator(s, 'c', { executionRole: role }),
    'orchestrator/sagemaker',
  ],
  SagemakerStepOperator: [(s) => new library.SagemakerStepOperator(s, 'c', { role }), 'step_operator/sagemaker'],
  SeldonModelDeployer: [
    (s) =>
      new library.SeldonModelDeployer(s, 'c', {
        baseUrl: 'https://seldon.acme.com',
        secret,
        kubernetesSecretName: 'zenml',
      }),
    'model_deployer/seldon',
  ],
  SkypilotAwsOrchestrator: [
    (s) => new library.SkypilotAwsOrchestrator(s, 'c', { orchestratorLabels: { a: 'b' } }),
    'orchestrator/vm_aws',
  ],
  SkypilotGcpOrchestrator: [
    (s) => new library.SkypilotGcpOrchestrator(s, 'c', { region: 'europe-west1' }),
    'orchestrator/vm_gcp',
  ],
  SlackAlerter: [(s) => new library.SlackAlerter(s, 'c', { slackToken: secret }), 'alerter/slack'],
  VertexExperimentTracker: [
    (s) => new library.VertexExperimentTracker(s, 'c', { location: 'europe-west1' }),
    'experiment_tracker/vertex',
  ],
  VertexOrchestrator: [
    (s) => new library.VertexOrchestrator(s, 'c', { location: 'europe-west1' }),
    'orchestrator/vertex',
  ],
  VertexStepOperator: [
    (s) => new library.VertexStepOperator(s, 'c', { region: 'europe-west1' }),
    'step_operator/vertex',
  ],
  VllmModelDeployer: [(s) => new library.VllmModelDeployer(s, 'c'), 'model_deployer/vllm'],
  WandbExperimentTracker: [
    (s) => new library.WandbExperimentTracker(s, 'c', { apiKey: secret }),
    'experiment_tracker/wandb',
  ],
};

const known: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = pinned;

describe('a shorthand', () => {
  it.each(Object.entries(shorthands))(
    '%s is of a flavor that the server has, by keys that it has',
    (_, [build, place]) => {
      const resource = onlyResource(synthesized(build), 'zenml_stack_component');
      expect(`${String(resource.type)}/${String(resource.flavor)}`).toBe(place);
      const keys = known[String(resource.type)]?.[String(resource.flavor)];
      expect(keys).toEqual(expect.arrayContaining(Object.keys(resource.configuration ?? {})));
    },
  );

  it('sends logs to the site of Datadog that it names, where nothing else is said', () => {
    const endpointOf = (props: { readonly site?: string; readonly endpoint?: string }) => {
      const credentials = { apiKey: secret, applicationKey: secret };
      const synth = synthesized((scope) => new library.DatadogLogStore(scope, 'c', { ...credentials, ...props }));
      return onlyResource(synth, 'zenml_stack_component').configuration;
    };
    expect(endpointOf({})).toMatchObject({ endpoint: 'https://http-intake.logs.datadoghq.com/api/v2/logs' });
    expect(endpointOf({ site: 'datadoghq.eu' })).toMatchObject({
      endpoint: 'https://http-intake.logs.datadoghq.eu/api/v2/logs',
      site: 'datadoghq.eu',
    });
    expect(endpointOf({ endpoint: 'https://proxy.acme.com' })).toMatchObject({ endpoint: 'https://proxy.acme.com' });
  });

  it('is in this test, as is each that the library has', () => {
    const generic = new Set(
      Object.keys(known).map((type) => type.replaceAll(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase())),
    );
    const components = Object.entries(library)
      .filter(([, exported]) => typeof exported === 'function' && exported.prototype instanceof FlavoredComponent)
      .map(([name]) => name);
    expect(components.filter((name) => !generic.has(name)).sort()).toEqual(Object.keys(shorthands).sort());
    expect(components.filter((name) => generic.has(name))).toHaveLength(15);
  });
});
