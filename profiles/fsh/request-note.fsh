Profile: PscRequestNote
Parent: Communication
Id: psc-request-note
Title: "Note sur une demande"
Description: "Ce que le centre note pour lui-même au sujet d’une demande. Elle n’est dans la vue d’aucun partenaire."
* insert English([[Note about a request]], [[What the centre writes down for itself about a request. It is in no partner’s lens.]])
* obeys psc-request-note-1
* extension contains PscRevision named revision 1..1 MS
* insert Numbered
* status 1..1 MS
* status from RequestNoteStatus (required)
* status insert MaybeImplied
* insert OfChild(subject)
* about 1..* MS
* about insert ByNumber
* about.type 1..1 MS
* about ^slicing.discriminator.type = #value
* about ^slicing.discriminator.path = "type"
* about ^slicing.rules = #open
* about contains request 1..1 MS and task 0..1 MS and recipient 0..1 MS
* about[request] only Reference(ServiceRequest)
* about[request].type = "ServiceRequest"
* about[request] insert Said([[La demande]], [[The request]])
* about[task] only Reference(Task)
* about[task].type = "Task"
* about[task] insert Said([[La demande chez un destinataire]], [[The request at one recipient]])
* about[recipient] only Reference(Organization)
* about[recipient].type = "Organization"
* about[recipient] insert Said([[Ce destinataire]], [[That recipient]])
* sent 1..1 MS
* recipient MS
* recipient insert Said([[Pour qui]], [[For whom]])
* recipient insert Somebody
* sender MS
* sender insert Said([[De qui]], [[From whom]])
* sender insert Somebody
* payload 1..1 MS
* payload.content[x] only string
* payload.content[x] MS

Invariant: psc-request-note-1
Description: "Une note sur la demande chez un destinataire nomme la tâche et le destinataire. / A note about the request at one recipient names the task and the recipient."
Severity: #error
Expression: "about.where(type = 'Task').exists() = about.where(type = 'Organization').exists()"

ValueSet: RequestNoteStatus
Id: request-note-status
Title: "États d’une note"
Description: "Écrite, ou écrite par erreur."
* insert English([[Statuses of a note]], [[Written, or written in error.]])
* http://hl7.org/fhir/event-status#completed
* http://hl7.org/fhir/event-status#entered-in-error

Instance: example-request-note-reminder
InstanceOf: PscRequestNote
Usage: #example
Description: "L’infirmière note, pour l’équipe, ce que le CLSC a laissé entendre. / The nurse writes, for the team, what the CLSC hinted at."
* insert ExampleRevision(1, 2026-10-20T09:15:00-04:00)
* insert ExampleNumber(request-note/centre-verdun, note-verdun-0231-1)
* status = #completed
* status.extension[implied].valueBoolean = true
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* about[request] insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-clsc)
* about[task] insert ExampleReference(Task, task, 5f2a8f0f-3d60-5c0e-8a53-6c5a0b5f5b11)
* about[recipient] insert ExampleReference(Organization, partner, clsc-verdun)
* sent = "2026-10-20T09:15:00-04:00"
* recipient.display = "Équipe de la clinique mobile"
* sender insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)
* sender.display = "Claire Roy"
* payload.contentString = "Le CLSC pense à une place en décembre. La maman préfère l’après-midi ; je rappelle le 15."

Instance: example-request-note-ride
InstanceOf: PscRequestNote
Usage: #example
Description: "La grand-mère a dit qu’un voisin peut conduire. / The grandmother said that a neighbour can drive."
* insert ExampleRevision(1, 2026-10-07)
* insert ExampleNumber(request-note/centre-vanier, note-vanier-1042-1)
* status = #completed
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* about[request] insert ExampleReference(ServiceRequest, request/centre-vanier, presc-vanier-1042-orchestra)
* sent = "2026-10-07"
* sender insert ExampleReference(RelatedPerson, circle-member/centre-vanier, vanier-1042:grandmother)
* payload.contentString = "A neighbour offers a ride on Tuesdays."
