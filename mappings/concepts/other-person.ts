import type { OtherPerson } from '../domain/concepts.ts';
import type { Findings } from './findings.ts';
import { type WhoScope, whoFromReference } from './who.ts';

/** Somebody other than the child, from a reference where FHIR or we have no place for the child; a reason if it names the child or nobody we know. */
export function otherPersonFrom(
  reference: fhir4.Reference | undefined,
  scope: WhoScope,
  expression: string,
  found: Findings,
): OtherPerson | undefined {
  const who = whoFromReference(reference, scope, expression, found);
  if (who?.kind !== 'child') return who;
  return found.report('value', expression, {
    fr: `${expression} nomme l’enfant ; il faut quelqu’un d’autre.`,
    en: `${expression} names the child; somebody else is needed.`,
  });
}
