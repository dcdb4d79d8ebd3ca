/**
 * Environments from a YAML or JSON file, validated. It alone imports a parser and a schema library, so that apps without such a
 * file do not load them.
 */
export { z } from 'zod';
export { readEnvironments, type ReadEnvironmentsOptions } from './read-environments';
export { environmentSettings, type SettingsSchema } from './environment-settings';
