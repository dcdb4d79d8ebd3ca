import type { AnsweredRpc } from './answered-rpcs';
import type { RpcName } from './rpc';

const NO_EPHEMERAL_RESOURCES = 'this provider has no ephemeral resources: secrets go through write-only attributes';
const NO_LIST_RESOURCES = 'this provider has no list resources: it names none in GetProviderSchema';
const NO_ACTIONS = 'this provider has no actions: what it does is create, read, update and delete';
const NO_STATE_STORES = 'this provider stores no states: use a backend of Terraform';

/** Every RPC of protocol 6.11 that is answered with UNIMPLEMENTED, and the reason that Terraform is given. */
export const DECLINED_RPCS: { readonly [N in Exclude<RpcName, AnsweredRpc>]: string } = {
  callFunction: 'this provider has no functions: GetFunctions names none',
  closeEphemeralResource: NO_EPHEMERAL_RESOURCES,
  openEphemeralResource: NO_EPHEMERAL_RESOURCES,
  renewEphemeralResource: NO_EPHEMERAL_RESOURCES,
  validateEphemeralResourceConfig: NO_EPHEMERAL_RESOURCES,
  generateResourceConfig:
    'Terraform writes configuration from the imported state itself: the capability is not announced',
  listResource: NO_LIST_RESOURCES,
  validateListResourceConfig: NO_LIST_RESOURCES,
  invokeAction: NO_ACTIONS,
  planAction: NO_ACTIONS,
  validateActionConfig: NO_ACTIONS,
  configureStateStore: NO_STATE_STORES,
  deleteState: NO_STATE_STORES,
  getStates: NO_STATE_STORES,
  lockState: NO_STATE_STORES,
  readStateBytes: NO_STATE_STORES,
  unlockState: NO_STATE_STORES,
  validateStateStoreConfig: NO_STATE_STORES,
  writeStateBytes: NO_STATE_STORES,
};
