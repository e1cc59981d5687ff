import type { Engine } from '../engine.ts';

/** Two rules that show that the harness can say both: nothing is ever, or everything is always rolled back. */
export const never: Engine = { name: 'never', begin: () => () => false };
export const always: Engine = { name: 'always', begin: () => () => true };
