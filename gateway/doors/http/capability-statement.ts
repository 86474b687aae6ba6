/** What the FHIR side of the gateway offers: for now, that a partner answers by its Task. */
export const capabilityStatement = (publishedAt: string): fhir4.CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'draft',
  date: publishedAt,
  kind: 'instance',
  software: { name: 'Passerelle' },
  implementation: {
    description:
      'Passerelle FHIR R4 pour la pédiatrie sociale en communauté / FHIR R4 gateway for community social pediatrics',
  },
  fhirVersion: '4.0.1',
  format: ['json'],
  rest: [
    {
      mode: 'server',
      security: { description: 'Authorization: Bearer' },
      resource: [
        {
          type: 'Task',
          interaction: [{ code: 'update' }],
          conditionalUpdate: true,
          searchParam: [{ name: 'identifier', type: 'token' }],
          documentation: 'PUT Task?identifier=system|value : la réponse du destinataire / the recipient’s answer',
        },
      ],
    },
  ],
});
