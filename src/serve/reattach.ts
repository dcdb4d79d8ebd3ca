import { PROTOCOL_VERSION } from './handshake';

/** What to set before `terraform` so that it uses this running process: for debuggers. */
export function reattachLine(address: string, socketPath: string): string {
  const reattach = {
    [address]: {
      Protocol: 'grpc',
      ProtocolVersion: PROTOCOL_VERSION,
      Pid: process.pid,
      Test: true,
      Addr: { Network: 'unix', String: socketPath },
    },
  };
  return `The provider is running; Ctrl-C ends it. Let Terraform use it with:\n\nexport TF_REATTACH_PROVIDERS='${JSON.stringify(reattach)}'\n`;
}
