import { ProviderDefinition, type DeepPartial } from '../../src/protocol/gen/tfplugin6';

type Methods = ProviderDefinition['methods'];
type Message<T extends { decode: (bytes: Uint8Array) => unknown }> = ReturnType<T['decode']>;

/** The provider service as a client calls it. */
export type ProviderClient = {
  readonly [N in keyof Methods]: (
    request: DeepPartial<Message<Methods[N]['requestType']>>,
  ) => Promise<Message<Methods[N]['responseType']>>;
};

/** Sends the bytes of a request to an RPC. */
export type SendBytes = (path: string, request: Uint8Array) => Promise<Uint8Array>;

interface AnyMessage {
  fromPartial(partial: unknown): unknown;
  encode(message: unknown): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

/** A client over anything that takes bytes to an RPC. */
export function providerClient(send: SendBytes): ProviderClient {
  const method = (name: string, request: AnyMessage, response: AnyMessage) => async (partial: unknown) =>
    response.decode(await send(`/tfplugin6.Provider/${name}`, request.encode(request.fromPartial(partial)).finish()));
  return Object.fromEntries(
    Object.entries(ProviderDefinition.methods).map(([key, { name, requestType, responseType }]) => [
      key,
      method(name, requestType as AnyMessage, responseType as AnyMessage),
    ]),
  ) as ProviderClient;
}
