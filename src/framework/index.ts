/**
 * The framework: schemas, values, plans, diagnostics, and the interfaces that resources and data sources implement.
 * It knows neither the wire nor ZenML, and imports nothing of ours.
 */
export {
  boolAttribute,
  listAttribute,
  listNestedAttribute,
  mapAttribute,
  mapOfListsAttribute,
  numberAttribute,
  objectType,
  setAttribute,
  singleNestedAttribute,
  stringAttribute,
  type ListOf,
  type MapOf,
  type NumberValue,
} from './attributes';
export {
  attributePath,
  errorDiagnostic,
  formatPath,
  hasError,
  mapKeyPath,
  warningDiagnostic,
  type AttributePath,
  type Diagnostic,
  type PathStep,
} from './diagnostics';
export { planResourceChange, withoutWriteOnly, type PlanRequest, type PlanResponse } from './plan';
export {
  leaveAloneWhenUnset,
  requiresReplace,
  useStateForUnknown,
  type PlanModifier,
  type PlanModifierRequest,
  type PlanModifierResponse,
} from './plan-modifiers';
export type { ConfigureRequest, Provider } from './provider';
export { refuseWriteOnly } from './refuse-write-only';
export type {
  CallContext,
  CreateRequest,
  DataSource,
  DataSourceRequest,
  ImportRequest,
  LogLevel,
  ModifyPlanRequest,
  ModifyPlanResponse,
  Outcome,
  PrivateState,
  ReadRequest,
  Resource,
  UpdateRequest,
  ValidateRequest,
} from './resource';
export type {
  Attribute,
  AttributeOptions,
  Attributes,
  AttributeValue,
  ModelOf,
  NestingMode,
  Schema,
  TypedAttribute,
  Validator,
} from './schema';
export { describeType, type Type } from './types';
export { validateAttributes } from './validate';
export {
  Decimal,
  Dynamic,
  isRecord,
  isSet,
  isUnknown,
  isWhollyKnown,
  record,
  UNKNOWN,
  valuesEqual,
  type Unknown,
  type Value,
  type ValueRecord,
} from './values';
