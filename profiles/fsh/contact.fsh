Profile: PscContact
Parent: Encounter
Id: psc-contact
Title: "Contact avec l’enfant ou sa famille"
Description: "Une rencontre, une visite, un appel, une séance ou un passage du relais : qui était là, où, de quoi il s’agissait, ce qu’on en retient. L’enfant est le sujet, jamais un participant (R4 ne le permet pas) : sa présence est dite à part."
* insert English([[Contact with the child or family]], [[A meeting, visit, call, session or hand-over: who was there, where, what it was about, what is kept from it. The child is the subject, never a participant (R4 does not allow it): whether they were there is said apart.]])
* obeys psc-contact-1 and psc-contact-2
* extension contains
    PscRevision named revision 1..1 MS and
    PscChildPresent named childPresent 0..1 MS and
    PscNote named note 0..1 MS and
    $encounterReasonCancelled named reasonCancelled 0..1 MS
* extension[reasonCancelled] insert Said([[Pourquoi il n’a pas eu lieu, en mots]], [[Why it did not take place, in words]])
* insert Numbered
* status 1..1 MS
* status from ContactStatus (required)
* status insert MaybeImplied
* class 1..1 MS
* class from ContactClass (required)
* class insert Said([[Sorte de lieu ; sous-entendue si personne ne l’a dite]], [[Sort of place; implied if nobody said]])
* class.system 1..1 MS
* class.code 1..1 MS
* class.code insert MaybeImplied
* type 1..1 MS
* type from https://fhir.passerelle.example/ValueSet/contact-kind (required)
* type insert Said([[Rencontre, visite, appel, séance ou passage du relais]], [[Meeting, visit, call, session or hand-over]])
* insert OfChild(subject)
* basedOn 0..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn insert Said([[Demande dont le contact découle]], [[Request it follows from]])
* basedOn insert ByNumber
* participant MS
* participant insert Said([[Qui d’autre était là ; qui passe le relais, qui le prend]], [[Who else was there; who hands over, who takes over]])
* participant.type 1..1 MS
* participant.type insert InRole(contact-role)
* participant.individual 1..1 MS
* participant.individual only Reference(Practitioner or PractitionerRole or RelatedPerson)
* participant.individual insert Somebody
* appointment 0..1 MS
* appointment insert Said([[Rendez-vous tenu]], [[Appointment kept]])
* appointment insert ByNumber
* period MS
* period insert MaybeCoarse
* reasonCode 0..1 MS
* reasonCode insert Said([[De quoi il s’agissait, en mots]], [[What it was about, in words]])
* reasonCode.text 1..1 MS
* location 0..1 MS
* location.location insert Said([[Où, en mots]], [[Where, in words]])
* location.location insert Somebody
* serviceProvider 1..1 MS
* serviceProvider insert ByNumber

Invariant: psc-contact-1
Description: "Une raison de ne pas avoir eu lieu ne se dit que d’un contact annulé. / A reason for not taking place is said only of a cancelled contact."
Severity: #error
Expression: "extension.where(url = 'http://hl7.org/fhir/StructureDefinition/encounter-reasonCancelled').empty() or status = 'cancelled'"

Invariant: psc-contact-2
Description: "Le relais ne se passe que dans un passage du relais. / A thread is handed over only in a hand-over."
Severity: #error
Expression: "type.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/contact-kind' and code = 'hand-over').exists() or participant.type.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/contact-role' and code != 'present').empty()"

ValueSet: ContactStatus
Id: contact-status
Title: "États d’un contact"
Description: "Les états de FHIR qui ont un sens pour un contact."
* insert English([[Statuses of a contact]], [[The statuses of FHIR that mean something for a contact.]])
* http://hl7.org/fhir/encounter-status#planned
* http://hl7.org/fhir/encounter-status#in-progress
* http://hl7.org/fhir/encounter-status#finished
* http://hl7.org/fhir/encounter-status#cancelled
* http://hl7.org/fhir/encounter-status#entered-in-error

ValueSet: ContactClass
Id: contact-class
Title: "Sortes de lieu d’un contact"
Description: "Au centre ou dans un établissement, à domicile, ailleurs, à distance (HL7 v3-ActCode)."
* insert English([[Sorts of place of a contact]], [[At the centre or in a facility, at home, elsewhere, at a distance (HL7 v3-ActCode).]])
* $actCode#AMB
* $actCode#HH
* $actCode#FLD
* $actCode#VR

Extension: PscChildPresent
Id: psc-child-present
Title: "L’enfant était là"
Description: "Si l’enfant était présent ; R4 n’a pas de place pour un Patient parmi les participants d’un Encounter."
Context: Encounter
* insert English([[The child was there]], [[Whether the child was present; R4 has no place for a Patient among the participants of an Encounter.]])
* value[x] 1..1
* value[x] only boolean

Instance: example-contact-visit
InstanceOf: PscContact
Usage: #example
Description: "Une visite dans la cour de l’école : l’enfant, sa mère, l’infirmière, un éducateur dont on n’a que le nom. / A visit in the school yard: the child, her mother, the nurse, an educator of whom we have only the name."
* insert ExampleRevision(1, 2026-09-14T15:30:00-04:00)
* extension[childPresent].valueBoolean = true
* extension[note].valueString = "Minh An a montré tous les jeux. Elle répond par gestes quand on attend un peu ; sa mère chante avec elle."
* insert ExampleNumber(contact/centre-verdun, contact-verdun-0231-1)
* status = #finished
* status.extension[implied].valueBoolean = true
* class = $actCode#FLD "field"
* type = https://fhir.passerelle.example/CodeSystem/contact-kind#visit "Visite"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* participant[0].type insert ExampleRole(contact-role, present, Présent)
* participant[0].individual insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)
* participant[1].type insert ExampleRole(contact-role, present, Présent)
* participant[1].individual insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)
* participant[1].individual.display = "Claire Roy"
* participant[2].type insert ExampleRole(contact-role, present, Présent)
* participant[2].individual.display = "Monsieur Diallo, éducateur au service de garde"
* period.start = "2026-09-14T15:30:00-04:00"
* period.end = "2026-09-14T16:15:00-04:00"
* reasonCode.text = "Faire connaissance, là où Minh An joue"
* location.location.display = "Cour de l’école, après la classe"
* serviceProvider insert ExampleReference(Organization, centre, centre-verdun)

Instance: example-contact-hand-over
InstanceOf: PscContact
Usage: #example
Description: "Le relais passe d’un pivot à l’autre, tous dans la même pièce ; personne n’a dit où. / One pivot hands over to another, everyone in the same room; nobody said where."
* insert ExampleRevision(2, 2026-10-02T10:00:00-04:00)
* insert ExampleNumber(contact/centre-vanier, contact-vanier-1042-4)
* status = #finished
* class = $actCode#AMB "ambulatory"
* class.code.extension[implied].valueBoolean = true
* type = https://fhir.passerelle.example/CodeSystem/contact-kind#hand-over "Passage du relais"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* participant[0].type insert ExampleRole(contact-role, hands-over, Passe le relais)
* participant[0].individual insert ExampleReference(PractitionerRole, professional-role/centre-vanier, sw-julie-bertrand)
* participant[0].individual.display = "Julie Bertrand"
* participant[1].type insert ExampleRole(contact-role, takes-over, Prend le relais)
* participant[1].individual insert ExampleReference(PractitionerRole, professional-role/centre-vanier, sw-jordan-bell)
* participant[1].individual.display = "Jordan Bell"
* serviceProvider insert ExampleReference(Organization, centre, centre-vanier)

Instance: example-contact-cancelled
InstanceOf: PscContact
Usage: #example
Description: "Un appel qui n’a pas eu lieu, au sujet d’une demande. / A call that did not take place, about a request."
* insert ExampleRevision(1, 2026-10-15)
* extension[reasonCancelled].valueCodeableConcept.text = "La famille préfère la semaine prochaine"
* insert ExampleNumber(contact/centre-verdun, contact-verdun-0231-2)
* status = #cancelled
* class = $actCode#VR "virtual"
* type = https://fhir.passerelle.example/CodeSystem/contact-kind#call "Appel"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* basedOn insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-clsc)
* period.start = "2026-10"
* period.start.extension[asSaid].valueDateTime = "2026-10-15"
* period.end = "2026-10"
* serviceProvider insert ExampleReference(Organization, centre, centre-verdun)
