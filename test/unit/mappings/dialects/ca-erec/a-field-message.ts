/**
 * A referral as Ontario's systems write it in the field: no fullUrl, `Type/id` references, a card under an old type system, names in
 * roles, and much that nobody here keeps. Invented, and written by hand from what such messages look like.
 */
export function aFieldMessage(event = 'add-service-request', status = 'active'): fhir4.Bundle<fhir4.FhirResource> {
  return {
    resourceType: 'Bundle',
    id: 'b-1',
    type: 'message',
    timestamp: '2026-11-24T09:00:00.000-05:00',
    entry: [
      {
        resource: {
          resourceType: 'MessageHeader',
          id: 'message-1',
          eventCoding: { system: 'https://ehealthontario.ca/fhir/CodeSystem/message-event-code', code: event },
          destination: [{ name: 'Carrefour', endpoint: 'https://carrefour.example/fhir' }],
          sender: { reference: 'Organization/clinic' },
          author: { reference: 'PractitionerRole/asker' },
          source: { name: 'A system', endpoint: 'https://a-system.example/fhir/$process-message' },
          focus: [{ reference: 'ServiceRequest/sr-1' }],
        },
      },
      {
        resource: {
          resourceType: 'ServiceRequest',
          id: 'sr-1',
          identifier: [
            { system: 'https://a-system.example/referral' },
            { system: 'https://a-system.example/referral', value: 'A-77' },
          ],
          status: status as fhir4.ServiceRequest['status'],
          intent: 'proposal',
          priority: 'urgent',
          code: { text: 'Social pediatrics' },
          orderDetail: [{ text: 'With an interpreter' }],
          subject: { reference: 'Patient/p-1' },
          authoredOn: '2026-11-24T08:55:00-05:00',
          requester: { reference: 'PractitionerRole/asker' },
          locationCode: [{ text: 'Vanier' }],
          reasonReference: [{ reference: 'Condition/c-1' }],
          supportingInfo: [{ reference: 'DocumentReference/d-1' }, { reference: 'QuestionnaireResponse/q-1' }],
          note: [{ text: 'Call after four' }],
          extension: [{ url: 'https://a-system.example/colour', valueString: 'blue' }],
        },
      },
      {
        resource: {
          resourceType: 'Patient',
          id: 'p-1',
          extension: [
            {
              url: 'http://hl7.org/fhir/StructureDefinition/patient-religion',
              valueCodeableConcept: { text: 'UNSPOKEN' },
            },
          ],
          identifier: [
            {
              type: { coding: [{ system: 'http://hl7.org/fhir/v2/0203/', code: 'JHN' }] },
              system: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn',
              value: '9876 543 217',
              extension: [
                {
                  url: 'http://ehealthontario.ca/fhir/StructureDefinition/ext-id-health-card-version-code',
                  valueString: 'AB',
                },
              ],
            },
            { system: 'https://a-system.example/mrn' },
            {
              system: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-social-insurance-number',
              value: '046454286',
            },
          ],
          name: [{ use: 'official', family: 'Obi', given: ['Emeka'] }],
          telecom: [{ system: 'phone', value: '613 555-0199' }],
          gender: 'male',
          birthDate: '2019-04-02',
          address: [{ city: 'Ottawa', state: 'ON' }],
        },
      },
      {
        resource: {
          resourceType: 'PractitionerRole',
          id: 'asker',
          practitioner: { reference: 'Practitioner/dr' },
          organization: { reference: 'Organization/clinic' },
          telecom: [{ system: 'phone', value: '613 555-0161' }],
        },
      },
      { resource: { resourceType: 'Practitioner', id: 'dr', name: [{ given: ['Cody'], family: 'Roy' }] } },
      { resource: { resourceType: 'Organization', id: 'clinic', name: 'Clinic of Vanier' } },
      {
        resource: {
          resourceType: 'Condition',
          id: 'c-1',
          code: { text: 'Speech delay' },
          subject: { reference: 'Patient/p-1' },
        },
      },
      {
        resource: {
          resourceType: 'QuestionnaireResponse',
          id: 'q-1',
          status: 'completed',
        },
      },
      {
        resource: {
          resourceType: 'Coverage',
          id: 'cov',
          status: 'active',
          beneficiary: { reference: 'Patient/p-1' },
          payor: [{ display: 'UNSPOKEN' }],
        },
      },
      {
        resource: {
          resourceType: 'DocumentReference',
          id: 'd-1',
          status: 'current',
          subject: { reference: 'Patient/p-1' },
          author: [{ display: 'Cody Roy' }],
          content: [{ attachment: { contentType: 'text/plain', data: 'Ym9uam91cg==', title: 'Letter' } }],
        },
      },
    ],
  };
}
