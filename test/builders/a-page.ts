import type { Disclosable } from '../../gateway/disclosure/disclosure.ts';
import { aPatient } from './a-patient.ts';
import { aCentre, aPagePartner, SWITCHED_ON } from './a-registry.ts';
import { anAgreementWith, aRevision, aSafeContact, aServiceRequest } from './a-service-request.ts';
import { aTask, ownedBy } from './a-task.ts';

/** A request at a partner that reads the secure page, whose centre has turned it on. */
export const onPage = (changes: Partial<Disclosable> = {}): Disclosable => ({
  number: 'a1b2c3d4-0000-5000-8000-000000000001',
  centre: aCentre({ partnerPages: SWITCHED_ON }),
  partner: aPagePartner(),
  requestId: 'ref-1',
  childId: 'enf-1',
  version: 1,
  stage: 'request',
  telling: 'request',
  going: [],
  task: aTask({ owner: ownedBy('maison') }),
  request: aServiceRequest({ extension: [aRevision(1), aSafeContact(), anAgreementWith('maison')] }),
  child: aPatient(),
  bases: [],
  held: false,
  checkedAt: new Date('2026-03-10T12:00:00Z'),
  ...changes,
});
