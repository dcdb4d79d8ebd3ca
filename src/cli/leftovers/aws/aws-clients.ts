import { quoted, type Removal } from '../leftover';

interface ClientSettings {
  readonly region: string;
  readonly forcePathStyle: boolean;
}

/** The clients of AWS in one region, each made when it is first asked for. Credentials and endpoint are those of the environment. */
export class AwsClients {
  private readonly clients = new Map<unknown, unknown>();

  /** @param region where the clients are, and what commands say; for a service without regions any in the partition */
  constructor(readonly region: string) {
    // The clients are part of this package, and what they say of Node's versions is nothing that users could act on.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  }

  /** The client of a class. */
  of<Client>(type: new (settings: ClientSettings) => Client): Client {
    const known = this.clients.get(type);
    if (known instanceof type) return known;
    // Other implementations of S3 have no host name for each bucket.
    const forcePathStyle = (process.env.AWS_ENDPOINT_URL ?? '') !== '';
    const client = new type({ region: this.region, forcePathStyle });
    this.clients.set(type, client);
    return client;
  }

  /**
   * A request as its command of the AWS CLI, whose options are the fields of the request, and as it is sent from here.
   * @param command `ecr delete-repository`
   */
  removal<Input extends object>(
    command: string,
    input: Input,
    send: (input: Input) => Promise<unknown>,
  ): Required<Removal> {
    return { command: this.command(command, input), run: () => send(input) };
  }

  /** A command of the AWS CLI in this region. */
  command(command: string, input: object): string {
    const options = Object.entries(input).flatMap(([field, value]) => optionOf(field, value));
    return ['aws', command, ...options, `--region ${this.region}`].join(' ');
  }
}

/** `RoleName` is `--role-name`. */
function optionOf(field: string, value: unknown): string[] {
  const option = `--${field.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}`;
  if (value === true) return [option];
  const values = Array.isArray(value) ? value : [value];
  return [`${option} ${values.map((each) => quoted(String(each))).join(' ')}`];
}
