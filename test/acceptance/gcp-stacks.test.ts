import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { TeamStack, VertexOrchestrator } from '../../constructs';
import type { GcpBaseStackProps } from '../../constructs/gcp';
import { authPatternNames, authPatterns, type AuthPatternName } from '../constructs/gcp/support/auth-patterns';
import { everything, gcpStackWith, makeBase } from '../constructs/gcp/support/gcp-stack';
import { synthesize } from '../constructs/synthesized';
import { findGoogleMirror } from '../support/google-provider';
import { ensureProvider } from '../support/provider';
import { startZenmlServer, type RunningZenmlServer } from '../support/servers';
import { createTerraformWorkspace, type TerraformWorkspace } from '../support/terraform-workspace';
import { withoutGoogle } from '../support/without-google';
import { ZenmlRest } from '../support/zenml-rest';

const METHODS: Readonly<Record<AuthPatternName, string>> = {
  serviceAccountKey: 'service-account',
  givenServiceAccountKey: 'service-account',
  impersonation: 'impersonation',
  givenImpersonation: 'impersonation',
  workloadIdentityOnAws: 'external-account',
  workloadIdentityByOidc: 'external-account',
  implicit: 'implicit',
  userAccount: 'user-account',
  oauth2Token: 'oauth2-token',
};

/** A base stack and a team stack on it, as terraform gets them. */
function platform(auth: AuthPatternName, props: Partial<GcpBaseStackProps> = {}): string {
  const stack = gcpStackWith((scope) => {
    const base = makeBase(scope, {
      auth: authPatterns[auth](scope),
      services: ['vertex'],
      // No Google is there to verify anything with.
      verify: false,
      ...props,
    });
    base.addOutputs();
    new TeamStack(scope, 'training', {
      base,
      components: [
        new VertexOrchestrator(scope, 'gpu', {
          connector: base.connector,
          location: base.region,
          workloadServiceAccount: base.vertexServiceAccount.email,
          customJobParameters: { accelerator_type: 'NVIDIA_TESLA_T4', accelerator_count: 1 },
        }),
      ],
    });
  });
  return synthesize(stack).text;
}

/** Every switch of an environment, with all that goes with them. */
const everySwitch: Partial<GcpBaseStackProps> = {
  environment: { name: 'prod', highAvailability: true, backupEnabled: true, complianceMode: 'strict' },
  secondRegion: 'europe-west4',
  turboReplication: true,
  temporaryPrefixes: { 'scratch/': 7 },
  untaggedImageDays: 90,
  auditLogs: true,
};

const secrets: Readonly<Record<string, string>> = {
  TF_VAR_key: JSON.stringify({
    type: 'service_account',
    project_id: 'acme-ml',
    private_key_id: '1',
    private_key: 'no key at all',
    client_email: 'zenml@acme-ml.iam.gserviceaccount.com',
    client_id: '1',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_x509_cert_url: 'https://www.googleapis.com/robot/v1/metadata/x509/zenml',
  }),
  TF_VAR_user: JSON.stringify({ type: 'authorized_user', refresh_token: 'r', client_secret: 's', client_id: 'c' }),
  TF_VAR_token: 'ya29.no-token-at-all',
};

describe("ZenML's part of a stack on Google Cloud, with what Google would answer written in", () => {
  let server: RunningZenmlServer;
  let rest: ZenmlRest;
  let workspace: TerraformWorkspace | undefined;

  beforeAll(async () => {
    server = await startZenmlServer({ settings: { ZENML_ENABLE_IMPLICIT_AUTH_METHODS: 'true' } });
    rest = new ZenmlRest(server.url, server.apiKey);
  });
  afterEach(async () => {
    await workspace?.dispose();
    workspace = undefined;
  });
  afterAll(() => server.stop());

  async function workspaceWith(text: string): Promise<TerraformWorkspace> {
    workspace = await createTerraformWorkspace({ hcl: '', environment: { ...server.environment, ...secrets } });
    await workspace.writeSynthesized(withoutGoogle(text));
    return workspace;
  }

  const namesOf = async (kind: string) => {
    const { items } = await rest.read<{ items: { name: string }[] }>(`/${kind}?size=100`);
    return items.map(({ name }) => name).filter((name) => name !== 'default');
  };

  const nothingIsLeft = async () => {
    expect(await namesOf('stacks')).toEqual([]);
    expect(await namesOf('components')).toEqual([]);
    expect(await namesOf('service_connectors')).toEqual([]);
  };

  it('goes over from each pattern to the next in place, planned empty each time, and is destroyed with nothing left', async () => {
    const terraform = await workspaceWith(platform('serviceAccountKey'));
    await terraform.apply();
    expect((await namesOf('stacks')).sort()).toEqual(['dev-base-stack', 'dev-training-stack']);
    for (const auth of authPatternNames) {
      await terraform.writeSynthesized(withoutGoogle(platform(auth)));
      const changes = await terraform.plan();
      expect([auth, changes.filter(({ actions }) => actions.join() !== 'update')]).toEqual([auth, []]);
      await terraform.applyPlanned();
      expect([auth, await terraform.plan()]).toEqual([auth, []]);
      const methods = await rest.read<{ items: { body: { auth_method: string } }[] }>('/service_connectors');
      expect(new Set(methods.items.map(({ body }) => body.auth_method))).toEqual(new Set([METHODS[auth]]));
    }
    await terraform.destroy();
    await nothingIsLeft();
  });

  it('is registered with everything it can have, changed in place, and destroyed with nothing left', async () => {
    const terraform = await workspaceWith(platform('serviceAccountKey', everything));
    await terraform.apply();
    expect(await terraform.plan()).toEqual([]);
    const { install_command: installCommand, set_command: setCommand } = await terraform.outputs();
    expect([installCommand, setCommand]).toEqual([
      'zenml integration install -y gcp',
      'zenml stack set dev-base-stack',
    ]);
    expect((await namesOf('components')).sort()).toEqual([
      'dev-base-artifact-store',
      'dev-base-container-registry',
      'dev-base-deployer',
      'dev-base-experiment-tracker',
      'dev-base-image-builder',
      'dev-base-step-operator',
      'dev-base-vertex-orchestrator',
      'dev-gpu',
    ]);
    const fewer = { ...everything, experimentTracker: 'none', connectors: 'per-resource' } as const;
    const location = { vertexOrchestrator: { synchronous: false } };
    await terraform.writeSynthesized(
      withoutGoogle(platform('serviceAccountKey', { ...fewer, configuration: location })),
    );
    expect((await terraform.plan()).map(({ address, actions }) => [address.replace(/_\w{8}$/, ''), actions])).toEqual([
      ['zenml_stack.base_stack', ['update']],
      ['zenml_stack.training_stack', ['update']],
      ['zenml_stack_component.base_experiment-tracker', ['delete']],
      ['zenml_stack_component.base_vertex-orchestrator', ['update']],
    ]);
    await terraform.applyPlanned();
    expect(await terraform.plan()).toEqual([]);
    await terraform.destroy();
    await nothingIsLeft();
  });
});

const mirror = findGoogleMirror();
const withGoogle = mirror === undefined ? describe.skip : describe;

withGoogle(`terraform validate with hashicorp/google (${mirror ?? 'skipped: in no mirror of this machine'})`, () => {
  it.each([
    ...authPatternNames.map((auth) => [auth, {}] as const),
    ['serviceAccountKey', everything] as const,
    ['serviceAccountKey', { buildServiceAccount: 'legacy', connectors: 'single' }] as const,
    ['implicit', everySwitch] as const,
  ])('accepts the stack by %s with %j', async (auth, props) => {
    const { mirror: ours } = await ensureProvider();
    const workspace = await createTerraformWorkspace({ hcl: '', initialize: false });
    try {
      const mirrors = [ours, mirror ?? ''].map((folder) => `filesystem_mirror {\n path = ${JSON.stringify(folder)}\n}`);
      const settings = path.join(workspace.directory, 'mirrors.rc');
      await writeFile(settings, `provider_installation {\n${mirrors.join('\n')}\n}\n`);
      await workspace.writeSynthesized(platform(auth, props));
      const environment = { TF_CLI_CONFIG_FILE: settings };
      expect((await workspace.run(['init', '-input=false', '-no-color'], environment)).output).toContain('initialized');
      const { exitCode, output } = await workspace.run(['validate', '-no-color'], environment);
      expect([exitCode, output]).toEqual([0, expect.stringContaining('valid')]);
    } finally {
      await workspace.dispose();
    }
  });
});
