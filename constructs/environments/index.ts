/**
 * Environments from a YAML or JSON file, validated. It alone imports a parser and a schema library, so that apps without such a
 * file do not load them.
 */
export { z } from 'zod';
export type { BackendPattern, StateOwner } from '../backends/backend-pattern';
export { readEnvironments, type ReadEnvironmentsOptions } from './read-environments';
export { environmentSettings, type SettingsSchema } from './environment-settings';
