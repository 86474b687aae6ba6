// Why a status was entered, where R4 has no place for it, and what somebody does where several take part.

Extension: PscStatusReason
Id: psc-status-reason
Title: "Pourquoi cet état"
Description: "Pourquoi un état a été atteint, en mots et avec tact, là où R4 n’a pas de place : une absence à un rendez-vous, une inscription terminée."
Context: Appointment, EpisodeOfCare
* insert English([[Why this status]], [[Why a status was entered, in words and with tact, where R4 has no place: an appointment missed, an enrolment ended.]])
* value[x] 1..1
* value[x] only string

// On a CodeableConcept (insert it with its path): one coding of a role of ours; HL7’s may stand beside it.
RuleSet: InRole(system)
* coding 1..* MS
* coding ^slicing.discriminator.type = #value
* coding ^slicing.discriminator.path = "system"
* coding ^slicing.rules = #open
* coding contains role 1..1 MS
* coding[role] from https://fhir.passerelle.example/ValueSet/{system} (required)
* coding[role].system 1..1
* coding[role].system = "https://fhir.passerelle.example/CodeSystem/{system}"
* coding[role].code 1..1

// In examples: a role of ours with HL7’s word for taking part.
RuleSet: ExampleRole(system, code, display)
* coding[role] = https://fhir.passerelle.example/CodeSystem/{system}#{code} "{display}"
* coding[1] = $participationType#PART "Participation"
