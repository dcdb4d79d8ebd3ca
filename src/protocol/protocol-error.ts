/**
 * What arrived or is to be sent breaks the protocol. The message names the place and the types, never a value, so that it
 * may be shown to the user whatever the attribute holds.
 */
export class ProtocolError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(`protocol error: ${message}`, options);
    this.name = 'ProtocolError';
  }
}
