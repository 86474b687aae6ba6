/**
 * Event codes of the Pan-Canadian eReferral-eConsult messages (CA:eReC 1.1.0-DFT, Messaging Events, eReCm-1 … eReCm-11, read in the
 * published guide). The guide's own CodeSystem was not to be seen: we write the codes in the system that Ontario's eReferral messages
 * have in the field, which has the same codes, and read them by code in any.
 */
export const EVENT_SYSTEM = 'https://ehealthontario.ca/fhir/CodeSystem/message-event-code';

export const EVENTS = {
  addRequest: 'add-service-request',
  updateRequest: 'notify-update-service-request',
  revokeRequest: 'revoke-service-request',
  addTask: 'notify-add-process-request',
  updateTask: 'notify-update-process-request',
  addAppointment: 'notify-add-appointment',
} as const;

export const eventCoding = (event: keyof typeof EVENTS): fhir4.Coding => ({
  system: EVENT_SYSTEM,
  code: EVENTS[event],
  display: EVENTS[event],
});

/** The guide identifies the owner's Task by this code; its system was not to be seen, so that it is written as words. */
export const PROCESS_REQUEST: fhir4.CodeableConcept = { text: 'process-request' };
