import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { createCertificate, type ServerCertificate } from '../../src/serve/certificate';
import { ProviderConnection } from './provider-connection';

const MAGIC_COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

export interface ProviderProcessOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What the client shows of itself. Default: a new certificate. Null: no TLS at all. */
  readonly clientCertificate?: ServerCertificate | null;
}

/** What a provider said of itself in the line by which it greets Terraform. */
export interface Greeting {
  readonly line: string;
  readonly socketPath: string;
  /** DER; empty without TLS. */
  readonly certificate: Buffer;
}

/** A provider started as Terraform starts it. */
export class ProviderProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly greeting: Greeting,
    readonly stderr: Promise<string>,
    private readonly certificate: ServerCertificate | null,
  ) {}

  static async start(options: ProviderProcessOptions): Promise<ProviderProcess> {
    const certificate = options.clientCertificate === undefined ? createCertificate() : options.clientCertificate;
    const child = spawn(options.command, options.args, {
      env: {
        ...process.env,
        TF_PLUGIN_MAGIC_COOKIE: MAGIC_COOKIE,
        PLUGIN_PROTOCOL_VERSIONS: '5,6',
        ...(certificate && { PLUGIN_CLIENT_CERT: certificate.certificatePem }),
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stderr = text(child.stderr);
    const lines = createInterface(child.stdout);
    const early = once(child, 'exit').then(async ([code]) => {
      throw new Error(`the provider exited with ${String(code)} before its greeting: ${await stderr}`);
    });
    const [line] = (await Promise.race([once(lines, 'line'), early])) as [string];
    early.catch(() => undefined);
    const [, , , socketPath = '', , der = ''] = line.split('|');
    return new ProviderProcess(
      child,
      { line, socketPath, certificate: Buffer.from(der, 'base64') },
      stderr,
      certificate,
    );
  }

  /** Connects. @param certificate shown to the server; default: the one it was told of */
  connect(certificate = this.certificate): ProviderConnection {
    return new ProviderConnection(this.greeting, certificate);
  }

  /** Resolves once the process has gone. */
  async exited(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }

  /** Ends the provider as Terraform does, and waits until it has gone. */
  async shutDown(connection = this.connect()): Promise<void> {
    await connection.shutDown();
    connection.close();
    await this.exited();
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
