import { type GeneratedCheckers, heldCodes } from './checker-runtime/generated-checkers.ts';
import * as base from './generated/base-checkers.js';
import * as own from './generated/own-checkers.js';

/** Everything that the build made of R4’s definitions and of ours. */
export const GENERATED: GeneratedCheckers = {
  resources: base.resources,
  profiles: new Map([...base.profiles, ...own.profiles]),
  extensions: new Map([...base.extensions, ...own.extensions]),
  codeSystems: new Map([...base.codeSystems, ...own.codeSystems].map(([url, codes]) => [url, heldCodes(codes)])),
  parentTypes: base.parentTypes,
};
