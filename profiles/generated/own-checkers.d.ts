import type { GeneratedCheckers } from '../checker-runtime/generated-checkers.ts';

export declare const profiles: GeneratedCheckers['profiles'];
export declare const extensions: GeneratedCheckers['extensions'];
export declare const codeSystems: GeneratedCheckers['codeSystems'];
