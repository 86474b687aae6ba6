/** What the endpoint says of itself: above all that it is a stand-in. */
export function capabilityStatement(name: string, now: Date): fhir4.CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: now.toISOString(),
    kind: 'instance',
    implementation: { description: `${name} — bac à sable, données inventées / sandbox, invented data` },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [{ mode: 'server', interaction: [{ code: 'transaction' }] }],
  };
}
