Profile: PscAppointment
Parent: Appointment
Id: psc-appointment
Title: "Rendez-vous"
Description: "Quand et où l’enfant est attendu, qui l’accompagne, qui le reçoit, ce que chacun a répondu, et ce qu’il en est advenu."
* insert English([[Appointment]], [[When and where the child is expected, who goes along, who receives them, what each answered, and what became of it.]])
* obeys psc-appointment-1 and psc-appointment-2
* extension contains PscRevision named revision 1..1 MS and PscStatusReason named statusReason 0..1 MS
* extension[statusReason] insert Said([[Pourquoi l’absence : app-4 de R4 ne permet cancelationReason que d’un rendez-vous annulé]], [[Why it was missed: R4’s app-4 allows cancelationReason only of a cancelled appointment]])
* insert Numbered
* status 1..1 MS
* status from AppointmentStanding (required)
* status insert MaybeImplied
* cancelationReason MS
* cancelationReason insert Said([[Pourquoi annulé, en mots]], [[Why it was cancelled, in words]])
* cancelationReason.text 1..1 MS
* description MS
* description insert Said([[De quoi il s’agit]], [[What it is about]])
* start MS
* end MS
* comment MS
* basedOn 0..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn insert Said([[Demande dont il découle]], [[Request it follows from]])
* basedOn insert ByNumber
* participant 1..* MS
* participant obeys psc-appointment-3
* participant insert Said([[L’enfant d’abord, qui l’accompagne, le partenaire ou la ressource, qui reçoit, le lieu]], [[The child first, who goes along, the partner or the resource, who receives, the place]])
* participant.extension contains PscReceivingOrganization named organization 0..1 MS
* participant.type 1..1 MS
* participant.type insert InRole(appointment-role)
* participant.actor MS
* participant.actor insert Somebody
* participant.status 1..1 MS
* participant.status insert MaybeImplied
* participant.status insert Said([[Ce que chacun a répondu ; sous-entendu si personne ne l’a dit]], [[What each answered; implied if nobody said]])

Invariant: psc-appointment-1
Description: "L’enfant, et lui seul comme Patient, est attendu une fois. / The child, and only the child as a Patient, is expected once."
Severity: #error
Expression: "participant.where(type.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/appointment-role' and code = 'child').exists()).actor.where(type = 'Patient' and identifier.value.exists()).count() = 1 and participant.actor.where(type = 'Patient').count() = 1"

Invariant: psc-appointment-2
Description: "Ce motif ne se dit que d’une absence. / This reason is said only of a no-show."
Severity: #error
Expression: "extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-status-reason').empty() or status = 'noshow'"

Invariant: psc-appointment-3
Description: "Un partenaire, et lui seul, est nommé par son organisation ; les autres sont des acteurs. / A partner, and only a partner, is named by its organization; the others are actors."
Severity: #error
Expression: "type.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/appointment-role' and code = 'partner').exists() = extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-receiving-organization').exists() and actor.exists() != extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-receiving-organization').exists()"

ValueSet: AppointmentStanding
Id: appointment-standing
Title: "Où en est un rendez-vous"
Description: "Les états de FHIR qui ont un sens pour un rendez-vous de l’enfant."
* insert English([[Where an appointment stands]], [[The statuses of FHIR that mean something for a child’s appointment.]])
* http://hl7.org/fhir/appointmentstatus#proposed
* http://hl7.org/fhir/appointmentstatus#pending
* http://hl7.org/fhir/appointmentstatus#booked
* http://hl7.org/fhir/appointmentstatus#waitlist
* http://hl7.org/fhir/appointmentstatus#arrived
* http://hl7.org/fhir/appointmentstatus#fulfilled
* http://hl7.org/fhir/appointmentstatus#cancelled
* http://hl7.org/fhir/appointmentstatus#noshow
* http://hl7.org/fhir/appointmentstatus#entered-in-error

Extension: PscReceivingOrganization
Id: psc-receiving-organization
Title: "Partenaire qui reçoit"
Description: "Le partenaire chez qui l’enfant est attendu ; R4 n’a pas de place pour une Organization parmi les participants d’un Appointment."
Context: Appointment.participant
* insert English([[Partner that receives]], [[The partner where the child is expected; R4 has no place for an Organization among the participants of an Appointment.]])
* value[x] 1..1
* value[x] only Reference(Organization)
* valueReference insert ByNumber

Instance: example-appointment-speech
InstanceOf: PscAppointment
Usage: #example
Description: "Une première rencontre en orthophonie au CLSC ; la mère vient, la voisine peut-être. / A first meeting in speech therapy at the CLSC; the mother comes, the neighbour maybe."
* insert ExampleRevision(2, 2026-11-12T11:20:00-05:00)
* insert ExampleNumber(appointment/centre-verdun, rdv-verdun-0231-1)
* status = #booked
* description = "Première rencontre en orthophonie"
* start = "2026-12-02T13:30:00-05:00"
* end = "2026-12-02T14:30:00-05:00"
* comment = "Une interprète en vietnamien est réservée."
* basedOn insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-clsc)
* participant[0].type insert ExampleRole(appointment-role, child, L’enfant)
* participant[0].actor insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* participant[0].status = #accepted
* participant[1].type insert ExampleRole(appointment-role, accompanies, Accompagne l’enfant)
* participant[1].actor insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)
* participant[1].status = #accepted
* participant[2].type insert ExampleRole(appointment-role, accompanies, Accompagne l’enfant)
* participant[2].actor insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:voisine)
* participant[2].actor.display = "Madame Thérèse"
* participant[2].status = #tentative
* participant[3].extension[organization].valueReference insert ExampleReference(Organization, partner, clsc-verdun)
* participant[3].type insert ExampleRole(appointment-role, partner, Partenaire qui reçoit)
* participant[3].status = #accepted
* participant[4].type insert ExampleRole(appointment-role, receives, Reçoit l’enfant)
* participant[4].actor.display = "Sophie Lavoie, orthophoniste"
* participant[4].status = #needs-action
* participant[4].status.extension[implied].valueBoolean = true
* participant[5].type.coding[role] = https://fhir.passerelle.example/CodeSystem/appointment-role#place "Lieu"
* participant[5].actor.display = "CLSC de Verdun, 2e étage, salle 214"
* participant[5].status = #needs-action
* participant[5].status.extension[implied].valueBoolean = true

Instance: example-appointment-missed
InstanceOf: PscAppointment
Usage: #example
Description: "L’autobus n’est pas venu. / The bus did not come."
* insert ExampleRevision(3, 2026-10-06T18:30:00-04:00)
* extension[statusReason].valueString = "The bus did not come. Another evening is being looked for."
* insert ExampleNumber(appointment/centre-vanier, appointment-vanier-1042-2)
* status = #noshow
* description = "First rehearsal"
* start = "2026-10-06T18:00:00-04:00"
* end = "2026-10-06T19:00:00-04:00"
* participant[0].type insert ExampleRole(appointment-role, child, L’enfant)
* participant[0].actor insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* participant[0].status = #needs-action
* participant[0].status.extension[implied].valueBoolean = true
* participant[1].type insert ExampleRole(appointment-role, resource, Ressource du répertoire)
* participant[1].actor insert ExampleReference(HealthcareService, resource/centre-vanier, vanier-youth-orchestra)
* participant[1].status = #accepted

Instance: example-appointment-looked-for
InstanceOf: PscAppointment
Usage: #example
Description: "Un rendez-vous dont on ne sait encore ni le jour ni l’heure, puis annulé. / An appointment whose day and time nobody knew yet, then cancelled."
* insert ExampleRevision(2, 2026-10-20)
* insert ExampleNumber(appointment/centre-verdun, rdv-verdun-0231-0)
* status = #cancelled
* cancelationReason.text = "Le CLSC rappellera en novembre"
* participant[0].type insert ExampleRole(appointment-role, child, L’enfant)
* participant[0].actor insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* participant[0].status = #tentative
