let loaded: typeof import('yaml') | undefined;

/** Loaded by the first contract that is read, not before: its 70 modules would be a tenth of what an app without contracts takes to start. */
// eslint-disable-next-line @typescript-eslint/no-require-imports
export const yaml = () => loaded ??= require('yaml') as typeof import('yaml');
