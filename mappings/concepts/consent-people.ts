import type { ConsentGiver, Witness } from '../domain/concepts.ts';
import { FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import type { Findings } from './findings.ts';
import type { Identity } from './identity.ts';
import { identifierIn, referenceInside } from './reference.ts';
import { referenceFromWho, type WhoScope, whoFromReference } from './who.ts';

const WITNESS_AT = `Consent.extension('${FOREIGN.consentWitness}')`;

type Reader = (
  reference: fhir4.Reference | undefined,
  scope: WhoScope,
  expression: string,
  found: Findings,
) => ConsentGiver | undefined;

/** Who consents, or takes it back: the child or a member of the circle; a reason if the reference names anybody else. */
export const giverFromReference: Reader = (reference, scope, expression, found) => {
  const who = whoFromReference(reference, scope, expression, found);
  if (who === undefined || who.kind === 'child' || who.kind === 'member') return who;
  return found.report('value', expression, {
    fr: `${expression} : seuls l’enfant et un membre de son cercle consentent.`,
    en: `${expression}: only the child and a member of the circle consent.`,
  });
};

/** Who invokes a ground, or ends it: a professional of the centre; a reason if the reference names anybody else. */
export const invokerFromReference: Reader = (reference, scope, expression, found) => {
  const who = whoFromReference(reference, scope, expression, found);
  if (who === undefined || who.kind === 'professional') return who;
  return found.report('value', expression, {
    fr: `${expression} : seul un professionnel du centre invoque une base.`,
    en: `${expression}: only a professional of the centre invokes a ground.`,
  });
};

/** A witness. HL7's extension takes no PractitionerRole, so that a professional is named as a person. */
export const witnessReference = (witness: Witness, scope: WhoScope): fhir4.Reference =>
  witness.kind === 'professional'
    ? referenceInside(practitionerIdentity(scope.centre, witness.id), witness.name)
    : referenceFromWho(witness, scope);

/** The witness back. */
export function witnessFrom(
  reference: fhir4.Reference | undefined,
  scope: WhoScope,
  found: Findings,
): Witness | undefined {
  const identifier = identifierIn(reference);
  if (identifier?.system === IDENTIFIERS.professional(scope.centre)) {
    const name = found.required(reference?.display, `${WITNESS_AT}.display`);
    return name === undefined ? undefined : { kind: 'professional', id: identifier.value, name };
  }
  const who = whoFromReference(reference, scope, WITNESS_AT, found);
  if (who === undefined || who.kind === 'member' || who.kind === 'person') return who;
  return found.report('value', WITNESS_AT, {
    fr: `${WITNESS_AT} : un témoin est un membre du cercle, un professionnel du centre ou une personne nommée.`,
    en: `${WITNESS_AT}: a witness is a member of the circle, a professional of the centre or a named person.`,
  });
}

const practitionerIdentity = (centre: string, id: string): Identity<'Practitioner'> => ({
  type: 'Practitioner',
  system: IDENTIFIERS.professional(centre),
  value: id,
});
