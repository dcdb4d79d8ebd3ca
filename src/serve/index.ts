/**
 * The server: go-plugin's handshake, mutual TLS, gRPC on a unix socket, and an end in time when Terraform has gone.
 * It passes messages to the protocol room and knows nothing of their content.
 */
export { serve, type ServeOptions } from './serve';
