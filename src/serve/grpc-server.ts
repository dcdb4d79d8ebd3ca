import type { handleBidiStreamingCall, handleUnaryCall } from '@grpc/grpc-js';
// The package itself would load its client too: two thirds of its code, before the first answer.
import { Status as status } from '@grpc/grpc-js/build/src/constants';
import { Server } from '@grpc/grpc-js/build/src/server';
import { ServerCredentials } from '@grpc/grpc-js/build/src/server-credentials';
import type { Duplex } from 'node:stream';
import type { CallContext } from '../framework';
import { declinedRpcs, servedRpcs, type Answer, type Session } from '../protocol';
import { addPluginServices, AS_BYTES } from './plugin-services';

export interface GrpcServerOptions<C> {
  readonly session: Session<C>;
  readonly log: CallContext['log'];
  /** Terraform asks for the end. */
  readonly shutDown: () => void;
}

/** Takes connections whose other side is known already, and serves the session on them over gRPC. */
export function createGrpcServer<C>({ session, log, shutDown }: GrpcServerOptions<C>): (connection: Duplex) => void {
  const server = new Server({ 'grpc.max_receive_message_length': -1 });
  addPluginServices(server, shutDown);
  for (const [path, answer] of servedRpcs(session)) {
    server.register(path, unary(answer), AS_BYTES, AS_BYTES, 'unary');
  }
  for (const [path, reason] of declinedRpcs()) {
    const decline: handleBidiStreamingCall<Uint8Array, Uint8Array> = (call) => {
      log('debug', 'an RPC was declined', { path, reason });
      call.emit('error', { code: status.UNIMPLEMENTED, details: reason });
    };
    server.register(path, decline, AS_BYTES, AS_BYTES, 'bidi');
  }
  const injector = server.createConnectionInjector(ServerCredentials.createInsecure());
  return (connection) => {
    injector.injectConnection(connection);
  };
}

function unary(answer: Answer): handleUnaryCall<Uint8Array, Uint8Array> {
  return (call, respond) => {
    answer(call.request).then(
      (response) => {
        respond(null, response);
      },
      () => {
        respond({ code: status.INTERNAL, details: 'the provider could not answer' });
      },
    );
  };
}
