import type { Response } from 'express';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { FacadeType } from '../../profiles/facade-offer.ts';

/** That somebody of a centre is about to be given something to read: ids only. */
export interface FacadeAccess {
  readonly centre: string;
  /** FHIR’s RESTful interaction; `$everything` is a search of all types. */
  readonly how: 'read' | 'vread' | 'history-instance' | 'search-type';
  readonly type: FacadeType | 'everything';
  /** What was read by its id. */
  readonly on: readonly fhir4.Reference[];
  /** The children whom it is about, by the centre’s numbers. */
  readonly children: readonly string[];
}

/** Called before an answer is given, to whoever the response says calls: when it cannot note it, nothing is given. */
export type NoteAccess = (access: FacadeAccess, res: Response) => Promise<void>;

/** The children whom resources name, by the centre’s numbers: references bear them beside the record’s own ids. */
export const childrenNamed = (resources: readonly fhir4.FhirResource[], centre: string): readonly string[] => [
  ...new Set(resources.flatMap((resource) => numbersIn(resource, IDENTIFIERS.child(centre)))),
];

function numbersIn(node: unknown, system: string): readonly string[] {
  if (Array.isArray(node)) return node.flatMap((one) => numbersIn(one, system));
  if (typeof node !== 'object' || node === null) return [];
  if ('system' in node && node.system === system && 'value' in node && typeof node.value === 'string')
    return [node.value];
  return Object.values(node).flatMap((one) => numbersIn(one, system));
}
