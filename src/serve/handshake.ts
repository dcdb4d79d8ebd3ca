/** The cookie by which go-plugin tells a plugin that Terraform started it, and not a person. */
const MAGIC_COOKIE = 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2';

export const PROTOCOL_VERSION = 6;

type Environment = Readonly<Record<string, string | undefined>>;

/** What Terraform asks for in the environment of the process. */
export interface Handshake {
  /** PEM of the one certificate whose holder may connect; undefined for a connection without TLS. */
  readonly clientCertificate?: string | undefined;
  /** Where Terraform wants the socket; undefined for a place of our own. */
  readonly socketDirectory?: string | undefined;
}

/** Why the process cannot serve, in one line for the person who reads it. */
export interface Refusal {
  readonly refusal: string;
}

/** Reads the handshake from the environment; `name` is the program's. */
export function readHandshake(environment: Environment, name: string): Handshake | Refusal {
  if (environment.TF_PLUGIN_MAGIC_COOKIE !== MAGIC_COOKIE) {
    return {
      refusal: `${name} is a Terraform provider: Terraform starts it by itself. To run it under a debugger, start it with --debug.`,
    };
  }
  const offered = environment.PLUGIN_PROTOCOL_VERSIONS;
  if (offered && !offered.split(',').includes(String(PROTOCOL_VERSION))) {
    return {
      refusal: `${name} speaks plugin protocol ${PROTOCOL_VERSION}, and this Terraform speaks ${offered}: use Terraform 1.8 or newer.`,
    };
  }
  return {
    clientCertificate: given(environment.PLUGIN_CLIENT_CERT),
    socketDirectory: given(environment.PLUGIN_UNIX_SOCKET_DIR),
  };
}

/** An empty variable is one that was not given. */
function given(variable: string | undefined): string | undefined {
  return variable === '' ? undefined : variable;
}

/** The line that tells Terraform where to connect, and whom to trust there. go-plugin reads base64 without padding. */
export function handshakeLine(socketPath: string, certificate: Uint8Array | undefined): string {
  const encoded = certificate ? Buffer.from(certificate).toString('base64').replace(/=+$/, '') : '';
  return `1|${PROTOCOL_VERSION}|unix|${socketPath}|grpc|${encoded}\n`;
}
