import type { Rpc } from '../rpc';

/** The framework has no functions. */
export const getFunctions: Rpc<'getFunctions'> = () => ({ functions: {} });
