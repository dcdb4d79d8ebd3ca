import { answering, answeringWith, type Answer } from './answering';
import {
  ApplyResourceChange_Request,
  ApplyResourceChange_Response,
  ConfigureProvider_Request,
  ConfigureProvider_Response,
  GetFunctions_Request,
  GetFunctions_Response,
  GetMetadata_Request,
  GetMetadata_Response,
  GetProviderSchema_Request,
  GetProviderSchema_Response,
  GetResourceIdentitySchemas_Request,
  GetResourceIdentitySchemas_Response,
  ImportResourceState_Request,
  ImportResourceState_Response,
  MoveResourceState_Request,
  MoveResourceState_Response,
  PlanResourceChange_Request,
  PlanResourceChange_Response,
  ReadDataSource_Request,
  ReadDataSource_Response,
  ReadResource_Request,
  ReadResource_Response,
  UpgradeResourceIdentity_Request,
  UpgradeResourceIdentity_Response,
  UpgradeResourceState_Request,
  UpgradeResourceState_Response,
  ValidateDataResourceConfig_Request,
  ValidateDataResourceConfig_Response,
  ValidateProviderConfig_Request,
  ValidateProviderConfig_Response,
  ValidateResourceConfig_Request,
  ValidateResourceConfig_Response,
  StopProvider_Request,
  StopProvider_Response,
} from './gen/tfplugin6';
import { applyResourceChange } from './rpcs/apply-resource-change';
import { configureProvider } from './rpcs/configure-provider';
import { getFunctions } from './rpcs/get-functions';
import { getMetadata } from './rpcs/get-metadata';
import { getProviderSchema } from './rpcs/get-provider-schema';
import { getResourceIdentitySchemas } from './rpcs/get-resource-identity-schemas';
import { importResourceState } from './rpcs/import-resource-state';
import { moveResourceState } from './rpcs/move-resource-state';
import { planResourceChange } from './rpcs/plan-resource-change';
import { readDataSource } from './rpcs/read-data-source';
import { readResource } from './rpcs/read-resource';
import { stopProvider } from './rpcs/stop-provider';
import { upgradeResourceIdentity } from './rpcs/upgrade-resource-identity';
import { upgradeResourceState } from './rpcs/upgrade-resource-state';
import { validateDataResourceConfig, validateProviderConfig, validateResourceConfig } from './rpcs/validate-config';
import type { Session } from './session';

/** The RPCs that a session answers. The others are in `declined-rpcs.ts`. */
export function answeredRpcs<C>(session: Session<C>) {
  return {
    applyResourceChange: answering(
      session,
      applyResourceChange,
      ApplyResourceChange_Request,
      ApplyResourceChange_Response,
    ),
    configureProvider: answering(session, configureProvider, ConfigureProvider_Request, ConfigureProvider_Response),
    getFunctions: answering(session, getFunctions, GetFunctions_Request, GetFunctions_Response),
    getMetadata: answering(session, getMetadata, GetMetadata_Request, GetMetadata_Response),
    getProviderSchema: answering(session, getProviderSchema, GetProviderSchema_Request, GetProviderSchema_Response),
    getResourceIdentitySchemas: answering(
      session,
      getResourceIdentitySchemas,
      GetResourceIdentitySchemas_Request,
      GetResourceIdentitySchemas_Response,
    ),
    importResourceState: answering(
      session,
      importResourceState,
      ImportResourceState_Request,
      ImportResourceState_Response,
    ),
    moveResourceState: answering(session, moveResourceState, MoveResourceState_Request, MoveResourceState_Response),
    planResourceChange: answering(session, planResourceChange, PlanResourceChange_Request, PlanResourceChange_Response),
    readDataSource: answering(session, readDataSource, ReadDataSource_Request, ReadDataSource_Response),
    readResource: answering(session, readResource, ReadResource_Request, ReadResource_Response),
    upgradeResourceIdentity: answering(
      session,
      upgradeResourceIdentity,
      UpgradeResourceIdentity_Request,
      UpgradeResourceIdentity_Response,
    ),
    upgradeResourceState: answering(
      session,
      upgradeResourceState,
      UpgradeResourceState_Request,
      UpgradeResourceState_Response,
    ),
    validateDataResourceConfig: answering(
      session,
      validateDataResourceConfig,
      ValidateDataResourceConfig_Request,
      ValidateDataResourceConfig_Response,
    ),
    validateProviderConfig: answering(
      session,
      validateProviderConfig,
      ValidateProviderConfig_Request,
      ValidateProviderConfig_Response,
    ),
    validateResourceConfig: answering(
      session,
      validateResourceConfig,
      ValidateResourceConfig_Request,
      ValidateResourceConfig_Response,
    ),
    stopProvider: answeringWith(session, stopProvider, StopProvider_Request, StopProvider_Response, ({ detail }) => ({
      Error: detail,
    })),
  } satisfies Readonly<Record<string, Answer>>;
}

export type AnsweredRpc = keyof ReturnType<typeof answeredRpcs>;
