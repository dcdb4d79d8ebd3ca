import { Client, credentials, type ServiceError } from '@grpc/grpc-js';
import type { ServerCertificate } from '../../src/serve/certificate';
import { providerClient, type ProviderClient } from './provider-client';
import type { Greeting } from './provider-process';

const AS_IS = (bytes: Buffer) => bytes;

/** One connection to a provider, as Terraform's. */
export class ProviderConnection {
  readonly provider: ProviderClient = providerClient(async (path, request) => this.callBytes(path, request));
  private readonly client: Client;

  constructor({ socketPath, certificate: der }: Greeting, certificate: ServerCertificate | null) {
    const server = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
    this.client = new Client(
      `unix:${socketPath}`,
      certificate
        ? credentials.createSsl(
            Buffer.from(server),
            Buffer.from(certificate.keyPem),
            Buffer.from(certificate.certificatePem),
          )
        : credentials.createInsecure(),
      {
        'grpc.default_authority': 'localhost',
        'grpc.ssl_target_name_override': 'localhost',
        'grpc.max_receive_message_length': -1,
        'grpc.use_local_subchannel_pool': 1,
      },
    );
  }

  /** Calls any RPC with any bytes. @throws ServiceError with the gRPC status */
  async callBytes(path: string, request: Uint8Array): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const done = (error: ServiceError | null, response?: Buffer) => {
        if (error || !response) reject(error ?? new Error('no response'));
        else resolve(response);
      };
      this.client.makeUnaryRequest<Buffer, Buffer>(path, AS_IS, AS_IS, Buffer.from(request), done);
    });
  }

  async shutDown(): Promise<void> {
    await this.callBytes('/plugin.GRPCController/Shutdown', new Uint8Array());
  }

  close(): void {
    this.client.close();
  }
}
