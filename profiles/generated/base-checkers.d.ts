import type { GeneratedCheckers } from '../checker-runtime/generated-checkers.ts';

export declare const resources: GeneratedCheckers['resources'];
export declare const profiles: GeneratedCheckers['profiles'];
export declare const extensions: GeneratedCheckers['extensions'];
/** Codes one a line. */
export declare const codeSystems: ReadonlyMap<string, string>;
export declare const parentTypes: GeneratedCheckers['parentTypes'];
