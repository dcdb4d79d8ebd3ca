import { createOwnWorkspace, type CdktfWorkspace } from '../support/cdktf-workspace';
import { MotoAccount } from '../support/moto-account';
import { startMoto, startZenmlServer, type RunningMoto, type RunningZenmlServer } from '../support/servers';
import { StackUser } from '../support/stack-user';
import { ZenmlRest } from '../support/zenml-rest';

let moto: RunningMoto;
let server: RunningZenmlServer;
let rest: ZenmlRest;
let account: MotoAccount;
let app: CdktfWorkspace;

beforeAll(async () => {
  moto = await startMoto();
  server = await startZenmlServer({ moto });
  rest = new ZenmlRest(server.url, server.apiKey);
  account = new MotoAccount(moto);
  app = await createOwnWorkspace({ ...server.environment, ...moto.environment });
});

afterAll(async () => {
  await server.stop();
  await moto.stop();
});

const deploy = () => app.cdktf('deploy', 'dev', '--auto-approve');
const destroy = () => app.cdktf('destroy', 'dev', '--auto-approve');

/** Runs the command that lists what is left of dev. */
const runLeftovers = (...args: string[]) => app.command(['leftovers', '--environment', 'dev', ...args]);

interface Leftovers {
  readonly leftovers: readonly { readonly kind: string; readonly name: string; readonly commands: readonly string[] }[];
  readonly deployed: readonly string[];
  readonly notLookedAt: readonly unknown[];
}

async function leftovers(): Promise<Leftovers & { readonly exitCode: number }> {
  const { exitCode, stdout } = await runLeftovers('--json');
  return { exitCode, ...(JSON.parse(stdout) as Leftovers) };
}

/** What is different about dev, and about the project in it, which has a Terraform stack of its own that is not deployed here. */
async function status(): Promise<{ exitCode: number; different: string[]; ofProject: Set<string> }> {
  const { exitCode, stdout } = await app.command(['status', '--environment', 'dev', '--json']);
  const { objects } = JSON.parse(stdout) as {
    objects: readonly { name: string; state: string; differences: readonly { what: string; found: string }[] }[];
  };
  const isOfProject = ({ name }: { readonly name: string }) => name.startsWith('fraud_detection-');
  const different = objects
    .filter((object) => object.state !== 'as synthesized' && !isOfProject(object))
    .map(({ name, state, differences }) =>
      [name, state, ...differences.map(({ what, found }) => `${what} ${found}`)].join(' '),
    );
  return { exitCode, different, ofProject: new Set(objects.filter(isOfProject).map(({ state }) => state)) };
}

const tagsOf = (environmentName: string) =>
  `[{'Key': 'managed_by', 'Value': 'terraform'}, {'Key': 'environment', 'Value': '${environmentName}'}]`;

/** Makes a load balancer, a repository, a role, and a bucket with versions of objects, as nobody's terraform knows them. */
async function plantInAws(name: string, tags: string): Promise<void> {
  await account.boto(
    `[boto3.client('elbv2').create_load_balancer(Name='${name}', Tags=${tags}, Subnets=[s['SubnetId'] for s in boto3.client('ec2').describe_subnets()['Subnets']][:2])['ResponseMetadata']['HTTPStatusCode'],
      boto3.client('ecr').create_repository(repositoryName='${name}', tags=${tags})['ResponseMetadata']['HTTPStatusCode'],
      boto3.client('iam').create_role(RoleName='${name}', AssumeRolePolicyDocument='{}', Tags=${tags})['ResponseMetadata']['HTTPStatusCode'],
      boto3.client('iam').put_role_policy(RoleName='${name}', PolicyName='access', PolicyDocument=json.dumps({'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'}]}))['ResponseMetadata']['HTTPStatusCode'],
      boto3.client('s3').create_bucket(Bucket='${name}')['ResponseMetadata']['HTTPStatusCode'],
      boto3.client('s3').put_bucket_tagging(Bucket='${name}', Tagging={'TagSet': ${tags}})['ResponseMetadata']['HTTPStatusCode'],
      boto3.client('s3').put_bucket_versioning(Bucket='${name}', VersioningConfiguration={'Status': 'Enabled'})['ResponseMetadata']['HTTPStatusCode'],
      [boto3.client('s3').put_object(Bucket='${name}', Key=key, Body=b'x')['VersionId'] for key in ('a', 'a', 'b')],
      boto3.client('s3').delete_object(Bucket='${name}', Key='b')['ResponseMetadata']['HTTPStatusCode']]`,
  );
}

function plantOnServer(name: string, labels: Record<string, string>): Promise<unknown> {
  const component = { name, type: 'orchestrator', flavor: 'local', configuration: {}, labels };
  return rest.post('/components', component);
}

describe('a deploy that is stopped half-way', () => {
  it('is destroyed in one run, with nothing left', async () => {
    const controller = new AbortController();
    const onProgress = (text: string): void => {
      if (text.startsWith('zenml_service_connector.')) controller.abort(new Error('stopped'));
    };
    const watcher = { signal: controller.signal, onProgress };
    await expect(app.watchCdktf(watcher, 'deploy', 'dev', '--auto-approve')).rejects.toThrow('stopped');
    const { deployed, leftovers: left } = await leftovers();
    expect(left).toEqual([]);
    expect(deployed.some((address) => address.startsWith('zenml_service_connector.'))).toBe(true);
    expect(await rest.names('stacks')).toEqual([]);

    await destroy();
    expect(await leftovers()).toMatchObject({ exitCode: 0, leftovers: [], deployed: [], notLookedAt: [] });
    expect(await account.leftovers()).toEqual([]);
    expect(Object.values(await rest.everything()).flat()).toEqual([]);
  });
});

describe('a deployed environment', () => {
  it('is as synthesized, and nothing of it is a leftover', async () => {
    await deploy();
    expect(await status()).toEqual({ exitCode: 2, different: [], ofProject: new Set(['missing']) });
    expect(await leftovers()).toMatchObject({ exitCode: 0, leftovers: [], notLookedAt: [] });
  });

  it('shows in its status what has drifted, is missing and is extra', async () => {
    // What a deploy leaves that is killed in the middle of a request.
    await rest.post('/components', {
      name: 'orphan-store',
      type: 'artifact_store',
      flavor: 's3',
      configuration: { path: 's3://somewhere' },
      connector: await rest.idOf('service_connectors', 'dev-base-s3-connector'),
      labels: { managed_by: 'terraform', environment: 'dev' },
    });
    await rest.put(`/components/${await rest.idOf('components', 'dev-base-container-registry')}`, { connector: null });
    await rest.delete(`/stacks/${await rest.idOf('stacks', 'dev-base-stack')}`);
    expect(await status()).toMatchObject({
      exitCode: 2,
      different: [
        'orphan-store extra',
        'dev-base-container-registry drifted connector_id none',
        'dev-base-stack missing',
      ],
    });
  });

  it('is destroyed although something that no state knows of is in the way, which --delete takes away when told to', async () => {
    await expect(destroy()).rejects.toThrow(/used by the[\s│]+stack component "orphan-store"/);
    const refused = await runLeftovers('--delete', '--yes');
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/dev is deployed: its states hold \d+ resources/);
    const { exitCode, stderr } = await runLeftovers('--delete', '--yes', '--while-deployed');
    expect({ exitCode, deleted: stderr.match(/Deleted: .*/g) }).toEqual({
      exitCode: 0,
      deleted: ['Deleted: ZenML artifact store orphan-store'],
    });
    expect(await rest.names('service_connectors')).toEqual(['dev-base-s3-connector']);
    await destroy();
    expect(await leftovers()).toMatchObject({ exitCode: 0, leftovers: [], deployed: [] });
  });
});

describe('what is left of an environment', () => {
  beforeAll(async () => {
    await plantInAws('orphan', tagsOf('dev'));
    await plantInAws('of-prod', tagsOf('prod'));
    await plantInAws('of-people', "[{'Key': 'environment', 'Value': 'dev'}]");
    await plantOnServer('on-server', { managed_by: 'terraform', environment: 'dev' });
    await plantOnServer('of-prod', { managed_by: 'terraform', environment: 'prod' });
    await plantOnServer('of-people', { environment: 'dev' });
  });

  const names = async () => (await account.leftovers()) as string[];

  it('is listed with the commands that remove it, and stays', async () => {
    const before = await names();
    const { exitCode, leftovers: left } = await leftovers();
    expect(exitCode).toBe(2);
    expect(left.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'ZenML orchestrator on-server',
      'load balancer orphan',
      'ECR repository orphan',
      'S3 bucket orphan',
      'IAM role orphan',
    ]);
    expect(left.at(-1)?.commands).toEqual([
      'aws iam delete-role-policy --role-name orphan --policy-name access --region us-east-1',
      'aws iam delete-role --role-name orphan --region us-east-1',
    ]);
    expect(await names()).toEqual(before);
  });

  it('on the server is removed by the command that is printed', async () => {
    const [first] = (await leftovers()).leftovers;
    const [zenml = '', ...args] = (first?.commands[0] ?? '').split(' ');
    await new StackUser(server, moto, app.directory).run(zenml, ...args);
    expect(await rest.names('components')).toEqual(expect.not.arrayContaining(['on-server']));
  });

  it('is not deleted where nobody can be asked', async () => {
    const before = await names();
    const { exitCode, stderr } = await runLeftovers('--delete');
    expect(exitCode).toBe(1);
    expect(stderr).toContain('There is no terminal to ask on');
    expect(await names()).toEqual(before);
  });

  it('is deleted with --delete, and neighbours are not', async () => {
    await plantOnServer('on-server', { managed_by: 'terraform', environment: 'dev' });
    const neighbours = (await names()).filter((name) => !name.includes('orphan'));
    const { exitCode, stderr } = await runLeftovers('--delete', '--yes');
    expect(stderr.match(/Deleted: .*/g)).toHaveLength(5);
    expect(exitCode).toBe(0);
    expect(await names()).toEqual(neighbours);
    expect((await rest.names('components')).sort()).toEqual(['of-people', 'of-prod']);
    expect((await leftovers()).exitCode).toBe(0);
  });
});
