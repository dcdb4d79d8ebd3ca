import type { handleBidiStreamingCall, handleServerStreamingCall, handleUnaryCall, Server } from '@grpc/grpc-js';

/** Messages pass as bytes: encoding is the protocol room's affair. */
export const AS_BYTES = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const EMPTY = new Uint8Array();

/** Adds the services that go-plugin expects of every plugin. None of their messages has a content that matters here. */
export function addPluginServices(server: Server, shutDown: () => void): void {
  const shutdown: handleUnaryCall<Uint8Array, Uint8Array> = (_call, respond) => {
    shutDown();
    respond(null, EMPTY);
  };
  /** Output goes to stderr as log lines. The stream stays open, which also keeps Terraform's connection from idling. */
  const streamStdio: handleServerStreamingCall<Uint8Array, Uint8Array> = () => undefined;
  /** Terraform opens the stream and brokers nothing over it. */
  const startStream: handleBidiStreamingCall<Uint8Array, Uint8Array> = (call) => {
    call.on('data', () => undefined);
    call.on('end', () => {
      call.end();
    });
  };
  server.register('/plugin.GRPCController/Shutdown', shutdown, AS_BYTES, AS_BYTES, 'unary');
  server.register('/plugin.GRPCStdio/StreamStdio', streamStdio, AS_BYTES, AS_BYTES, 'serverStream');
  server.register('/plugin.GRPCBroker/StartStream', startStream, AS_BYTES, AS_BYTES, 'bidi');
}
