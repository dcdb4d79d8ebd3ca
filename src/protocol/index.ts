/**
 * The protocol: turns the messages of Terraform's plugin protocol 6 into framework values and calls, and the results back.
 * It knows neither sockets nor ZenML, and answers every request: what goes wrong is a diagnostic in the answer.
 */
export type { Answer } from './answering';
export { ProtocolError } from './protocol-error';
export { declinedRpcs, servedRpcs } from './served-rpcs';
export { Session } from './session';
