import Table from 'cli-table3';
import { ZenmlClient } from '../../zenml';
import { ZENML_USER_NAME } from '../servers/zenml-server';
import { describeVerification } from './describe-verification';
import type { ServerAccess, Session } from './session';
import type { StackOutputs } from './stack-outputs';
import type { Proof } from './state-file';

const LABELS: Readonly<Record<string, string>> = {
  bucket_name: 'Bucket',
  registry_url: 'Registry',
  identity_name: 'Identity',
  role_or_user: 'Identity',
  role_arn: 'Role',
};

/** Outputs that the summary has elsewhere: the stack as its last row, commands below. */
const IN_ROWS_OF_THEIR_OWN = /^stack_(id|name)$|_command$/;

/** What the summary is made from. */
export interface SummaryOptions {
  readonly session: Session;
  readonly access: ServerAccess;
  readonly outputs: StackOutputs;
  readonly proof: Proof;
  readonly changed: boolean;
}

/** The table of what exists now, where to look at it, and what to do next. */
export async function summaryOf(options: SummaryOptions): Promise<string> {
  const { session, access, outputs, proof } = options;
  const table = new Table({ style: { head: [], border: [] }, wordWrap: true, wrapOnWordBoundary: false });
  for (const [name, value] of Object.entries(outputs.texts)) {
    if (!IN_ROWS_OF_THEIR_OWN.test(name)) table.push([LABELS[name] ?? sentence(name), value]);
  }
  for (const row of await serverRows(access, outputs)) table.push(row);
  table.push(
    ['Stack', `${outputs.stackName}\n${outputs.stackId}`],
    ['Pipeline run', proof.run],
    ['Its artifact', proof.artifactUri],
  );
  return [
    '',
    options.changed ? 'The stack is deployed and proven.' : 'No changes: the stack is deployed and proven as before.',
    table.toString(),
    ...dashboard(access),
    ...(session.target.kind === 'remote' ? remoteNotes(session) : []),
    '',
    'Next:',
    ...nextCommands(session, outputs.stackName),
  ].join('\n');
}

async function serverRows(access: ServerAccess, outputs: StackOutputs): Promise<[string, string][]> {
  const client = new ZenmlClient({ serverUrl: access.url, apiKey: access.apiKey });
  try {
    const rows: [string, string][] = [];
    for (const id of outputs.connectorIds) {
      const connector = await client.serviceConnectors.get(id);
      rows.push(['Connector', `${connector?.name ?? id} (${await describeVerification(client, id)})`]);
    }
    const stack = await client.stacks.get(outputs.stackId);
    for (const component of Object.values(stack?.components ?? {}).flat()) {
      rows.push([sentence(component.type), `${component.name} (${component.flavor ?? 'flavor not visible'})`]);
    }
    return rows;
  } finally {
    await client.close();
  }
}

function dashboard(access: ServerAccess): string[] {
  if (access.secrets === undefined) return [`Dashboard: ${access.url}`];
  return [
    `Dashboard: ${access.url}`,
    `Login:     ${ZENML_USER_NAME} / ${access.secrets.password} (a throw-away password of this machine)`,
  ];
}

function remoteNotes(session: Session): string[] {
  return [
    '',
    'This is your own server and your own AWS account: nothing was started on this machine, and the resources cost what they cost.',
    `Terraform's state lies in ${session.paths.terraformState}: keep it, or give the environment a shared backend before a team uses it.`,
  ];
}

function nextCommands(session: Session, stackName: string): string[] {
  const { directory, environment, venv } = session.paths;
  const folder = directory === `${session.packageInfo.root}/.quickstart` ? '' : ` --directory ${directory}`;
  return [
    `  . ${environment} && ${venv}/bin/zenml stack describe ${stackName}`,
    `  . ${environment} && npx cdktf deploy ${session.stack}`,
    `  npm run quickstart -- down${folder}`,
  ];
}

function sentence(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
