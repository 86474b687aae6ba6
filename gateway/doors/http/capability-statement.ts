/** What our package says that every gateway can do, said by a running one. */
export function capabilityStatement(
  { id: _id, url = '', ...stated }: fhir4.CapabilityStatement,
  publishedAt: string,
): fhir4.CapabilityStatement {
  return {
    ...stated,
    date: publishedAt,
    kind: 'instance',
    instantiates: [url],
    implementation: {
      description:
        'Passerelle FHIR R4 pour la pédiatrie sociale en communauté / FHIR R4 gateway for community social pediatrics',
    },
  };
}
