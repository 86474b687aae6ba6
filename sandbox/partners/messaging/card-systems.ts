/** Whose numbers health cards bear (Canadian URI Registry). */
export const CARD_SYSTEMS = {
  nam: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id',
  ohip: 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn',
} as const;
