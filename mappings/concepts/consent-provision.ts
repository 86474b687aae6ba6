import { HEALTH_PURPOSES, INFORMATION_KINDS, SUPPORT_PURPOSES } from '../../profiles/codes/consent.ts';
import type { Consent } from '../domain/concepts.ts';
import { CODE_SYSTEMS, FOREIGN, IDENTIFIERS } from '../domain/systems.ts';
import { codeFrom, codeMap, codingOf } from './code-map.ts';
import { centreIdentity, partnerIdentity } from './directory.ts';
import type { Findings } from './findings.ts';
import { fhirPeriodFrom, periodFrom } from './period.ts';
import { present, several } from './present.ts';
import { identifierIn, referenceInside } from './reference.ts';

type Purpose = Consent['purpose'];

/** What the provision says of a consent. */
type Provided = Pick<Consent, 'decision' | 'recipient' | 'otherCentre' | 'purpose' | 'information' | 'period'>;

const SUPPORT = { system: CODE_SYSTEMS.consentPurpose, table: SUPPORT_PURPOSES };
const INFORMATION = { system: CODE_SYSTEMS.informationKind, table: INFORMATION_KINDS };
const ACT_REASONS = codeMap({
  care: HEALTH_PURPOSES.care.actReason,
  coordination: HEALTH_PURPOSES.coordination.actReason,
});
const DECISIONS = codeMap<Consent['decision'], 'permit' | 'deny'>({ permit: 'permit', refuse: 'deny' });

/** v3-ParticipationType: who receives the information. */
const RECIPIENT = {
  coding: [{ system: FOREIGN.participationType, code: 'IRCP', display: 'information recipient' }],
};

/** Who may see what, for what, from when to when; or may not. */
export const provisionOf = (consent: Provided & Pick<Consent, 'centre'>): fhir4.ConsentProvision =>
  present({
    type: DECISIONS.toFhir(consent.decision),
    period: consent.period && fhirPeriodFrom(consent.period),
    actor: [
      {
        role: RECIPIENT,
        reference: referenceInside(
          consent.recipient === undefined
            ? centreIdentity(consent.otherCentre ?? consent.centre)
            : partnerIdentity(consent.recipient),
        ),
      },
    ],
    purpose: [purposeCoding(consent.purpose)],
    class: several(consent.information?.map((kind) => codingOf(INFORMATION, kind))),
  });

function purposeCoding(purpose: Purpose): fhir4.Coding {
  if (purpose !== 'care' && purpose !== 'coordination') return codingOf(SUPPORT, purpose);
  return {
    system: FOREIGN.actReason,
    code: ACT_REASONS.toFhir(purpose),
    display: HEALTH_PURPOSES[purpose].display,
  };
}

/** The provision back; a reason for each thing without which it says nothing. */
export function provisionFrom(
  provision: fhir4.ConsentProvision | undefined,
  centre: string,
  found: Findings,
): Provided | undefined {
  const decision = found.required(
    DECISIONS.toDomain(provision?.type, 'Consent.provision.type', found),
    'Consent.provision.type',
  );
  const purpose = found.required(purposeFrom(provision?.purpose, found), 'Consent.provision.purpose');
  const actor = recipientIn(provision?.actor?.[0]?.reference, centre, found);
  if (provision === undefined || decision === undefined || purpose === undefined || actor === undefined)
    return undefined;
  return present({
    decision,
    ...actor,
    purpose,
    information: several(
      provision.class?.flatMap((coding) => codeFrom(INFORMATION, [coding], 'Consent.provision.class', found) ?? []),
    ),
    period: provision.period && periodFrom(provision.period),
  });
}

function purposeFrom(codings: readonly fhir4.Coding[] | undefined, found: Findings): Purpose | undefined {
  const health = codings?.find(({ system }) => system === FOREIGN.actReason)?.code;
  return (
    ACT_REASONS.toDomain(health, 'Consent.provision.purpose', found) ??
    codeFrom(SUPPORT, codings, 'Consent.provision.purpose', found)
  );
}

/** The partner or the other centre named; neither if it is the centre itself. */
function recipientIn(
  reference: fhir4.Reference | undefined,
  centre: string,
  found: Findings,
): Pick<Consent, 'recipient' | 'otherCentre'> | undefined {
  const identifier = identifierIn(reference);
  if (identifier?.system === IDENTIFIERS.partner) return { recipient: identifier.value };
  if (identifier?.system === IDENTIFIERS.centre)
    return identifier.value === centre ? {} : { otherCentre: identifier.value };
  return found.report('value', 'Consent.provision.actor', {
    fr: 'Consent.provision.actor : le destinataire est un partenaire du registre, un autre centre, ou le centre lui-même.',
    en: 'Consent.provision.actor: the recipient is a partner of the registry, another centre, or the centre itself.',
  });
}
