import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { REQUEST_KINDS } from '../../profiles/codes.ts';
import { ownedBy } from './a-task.ts';

/** Which of the requests it is. */
export const ofKind = (code: keyof typeof REQUEST_KINDS): Pick<fhir4.ServiceRequest, 'category'> => ({
  category: [{ coding: [{ system: CODE_SYSTEMS.requestKind, code }] }],
});

/** A referral to a CLSC, agreed to, as the record holds it. */
export const aServiceRequest = (changes: Partial<fhir4.ServiceRequest> = {}): fhir4.ServiceRequest => ({
  resourceType: 'ServiceRequest',
  id: 'request-1',
  meta: { versionId: '2', lastUpdated: '2026-03-02T15:00:00.000Z' },
  extension: [aRevision(1), aSafeContact(), anAgreementWith('clsc-verdun')],
  identifier: [{ system: IDENTIFIERS.request('verdun'), value: 'ref-1' }],
  status: 'active',
  intent: 'order',
  ...ofKind('service-referral'),
  code: { coding: [{ system: CODE_SYSTEMS.networkService, code: 'speech-therapy' }], text: 'Évaluation du langage' },
  subject: {
    reference: 'Patient/child-1',
    type: 'Patient',
    identifier: { system: IDENTIFIERS.child('verdun'), value: 'enf-1' },
  },
  authoredOn: '2026-03-02T10:00:00-05:00',
  performer: [ownedBy('clsc-verdun')],
  reasonCode: [{ text: 'Peu de mots à trois ans' }],
  ...changes,
});

/** Which version of the concept stands. */
export const aRevision = (version: number, hash = 'a'.repeat(64)): fhir4.Extension => ({
  url: EXTENSIONS.revision,
  extension: [
    { url: 'version', valuePositiveInt: version },
    { url: 'hash', valueString: hash },
  ],
});

/** Whom it is safe to contact: through the centre unless told otherwise. */
export const aSafeContact = (
  parts: readonly fhir4.Extension[] = [{ url: 'through', valueCode: 'centre' }],
): fhir4.Extension => ({ url: EXTENSIONS.safeContact, extension: [...parts] });

/** The mother agreed that this partner be asked. */
export const anAgreementWith = (partner: string, at = '2026-03-01'): fhir4.Extension => ({
  url: EXTENSIONS.agreement,
  extension: [
    { url: 'recipient', valueIdentifier: { system: IDENTIFIERS.partner, value: partner } },
    {
      url: 'by',
      valueReference: {
        type: 'RelatedPerson',
        identifier: { system: IDENTIFIERS.member('verdun'), value: 'enf-1:maman' },
        display: 'Lan',
      },
    },
    { url: 'at', valueDateTime: at },
  ],
});
