import { EXTENSIONS } from '../domain/systems.ts';
import { extension, extensionIn } from './extension.ts';

/** Marks a status that FHIR requires and the sender did not give; undefined when it was given. */
export const impliedMark = (said: string | undefined): fhir4.Element | undefined =>
  said === undefined ? { extension: extension(EXTENSIONS.implied, 'valueBoolean', true) } : undefined;

/** What the sender said of the status: nothing, if it is the default and marked as implied. */
export const saidStatus = <S extends string>(
  status: S | undefined,
  mark: fhir4.Element | undefined,
  fallback: S,
): S | undefined =>
  status === fallback && extensionIn(mark, EXTENSIONS.implied, 'valueBoolean') === true ? undefined : status;
