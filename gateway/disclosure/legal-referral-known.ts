import { isLegalReferralKnown, mayLegalReferralBeKnown } from '../../mappings/consent/legal-referral-known.ts';
import { LETS_BE_KNOWN_TOKEN } from '../../mappings/domain/kinds-tagged.ts';
import { CODE_SYSTEMS, IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Holds } from '../lanes/holds.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Registry } from '../registry.ts';

export interface LegalReferralKnown {
  /**
   * Whether staff outside the legal pillar may be told, now, that a child has a legal referral; false also for a child that the centre does not
   * know. Consents and legal referrals, which are hidden from them, are looked at only where something lets one be known: elsewhere the time tells as
   * little as the answer.
   */
  isTold(centre: string, child: string): Promise<boolean>;
}

export interface LegalReferralKnownDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly registry: Pick<Registry, 'centre'>;
  readonly holds: Pick<Holds, 'standingOn'>;
  readonly now: () => Date;
}

export function legalReferralKnown({ store, registry, holds, now }: LegalReferralKnownDeps): LegalReferralKnown {
  return {
    async isTold(centreId, childId) {
      const centre = registry.centre(centreId);
      if (centre === undefined) return false;
      // Before anything is read: a hold that is lifted after this has its consent in what is read.
      const isHeld = await holds.standingOn(centreId, childId);
      const number = identifierToken(IDENTIFIERS.child(centreId), childId);
      const lets = await store.search('Consent', { 'patient.identifier': number, _tag: LETS_BE_KNOWN_TOKEN });
      if (lets.length === 0) return false;
      const around = await store.search('Patient', {
        identifier: number,
        _revinclude: ['Consent:patient', 'RelatedPerson:patient'],
      });
      const child = around.find((it) => it.resourceType === 'Patient');
      if (child === undefined) return false;
      const { regime, timeZone } = centre;
      const side = {
        ...{ centre: centreId, regime, timeZone, child },
        consents: around.filter((it) => it.resourceType === 'Consent'),
        people: around.filter((it) => it.resourceType === 'RelatedPerson'),
      };
      const at = now();
      if (!mayLegalReferralBeKnown(side, at)) return false;
      const asked = await store.search('ServiceRequest', {
        'patient.identifier': number,
        category: `${CODE_SYSTEMS.requestKind}|legal-referral`,
        _revinclude: 'Task:focus',
      });
      const requests = asked.filter((it) => it.resourceType === 'ServiceRequest');
      const tasks = asked.filter((it) => it.resourceType === 'Task');
      return isLegalReferralKnown({ ...side, requests, tasks, isHeld }, at);
    },
  };
}
