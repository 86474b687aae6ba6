Profile: PscSocialPrescription
Parent: ServiceRequest
Id: psc-social-prescription
Title: "Prescription sociale"
Description: "Musique, sport, mentorat, aide alimentaire… prescrits à un enfant, avec ceux qui la font avec lui et ce qui pourrait l’en empêcher."
* insert English([[Social prescription]], [[Music, sport, mentoring, food aid… prescribed to a child, with those who do it with them and what might stand in the way.]])
* insert RequestCore
* insert Labelled
* extension contains PscCoProducer named coProducer 0..* MS and PscBarrier named barrier 0..* MS
* category[kind].coding.code = #social-prescription
* category contains domain 1..1 MS
* category[domain] insert CodedIn(http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes)
* category[domain] insert Said([[Domaine de Gravity]], [[Gravity domain]])
* code 1..1
* code from https://fhir.passerelle.example/ValueSet/prescription-kind (required)

Extension: PscCoProducer
Id: psc-co-producer
Title: "Qui la fait avec l’enfant"
Description: "Une personne qui rend la prescription possible avec l’enfant : elle l’accompagne, la prépare, y joue."
Context: ServiceRequest
* insert English([[Who does it with the child]], [[A person who makes the prescription possible with the child: goes along, prepares, plays.]])
* value[x] 1..1
* value[x] only Reference(Patient or RelatedPerson or PractitionerRole)
* value[x] obeys psc-reference-1

Extension: PscBarrier
Id: psc-barrier
Title: "Obstacle"
Description: "Ce qui empêche de profiter du service, ce qui le lèverait, et qui s’en charge."
Context: ServiceRequest
* insert English([[Barrier]], [[What keeps the family from the service, what would lift it, and who does that.]])
* insert Part(kind, 1..1, Coding, [[Nature de l’obstacle]], [[Kind of barrier]])
* extension[kind].value[x] from https://fhir.passerelle.example/ValueSet/barrier-kind (required)
* insert Part(words, 0..1, string, [[En mots]], [[In words]])
* insert Part(liftedBy, 0..1, string, [[Ce qui le lèverait]], [[What would lift it]])
* insert Part(who, 0..1, Reference(Patient or RelatedPerson or PractitionerRole\), [[Qui s’en charge]], [[Who does it]])
* extension[who].value[x] obeys psc-reference-1

Instance: example-social-prescription-orchestra
InstanceOf: PscSocialPrescription
Usage: #example
Description: "Un orchestre de jeunes, avec l’entraîneur qui le ramène. / A youth orchestra, with the coach who drives him home."
* insert ExampleRevision(1, 2026-09-20T16:00:00-04:00)
* extension[safeContact].extension[through].valueCode = #person
* extension[safeContact].extension[person].valueString = "his grandmother"
* extension[safeContact].extension[means].valueCode = #telephone
* extension[safeContact].extension[number].valueString = "613-555-0127"
* extension[safeContact].extension[when].valueString = "after 4 pm"
* extension[safeContact].extension[language].valueCode = #en
* extension[safeContact].extension[mustNot].valueString = "No message on the answering machine."
* extension[agreement].extension[recipient].valueIdentifier.system = "https://fhir.passerelle.example/NamingSystem/partner"
* extension[agreement].extension[recipient].valueIdentifier.value = "orchestra-vanier"
* extension[agreement].extension[by].valueReference insert ExampleReference(RelatedPerson, circle-member/centre-vanier, vanier-1042:grandmother)
* extension[agreement].extension[at].valueDateTime = "2026-09-20"
* extension[agreement].extension[how].valueCode = #oral
* extension[pertainsToGoal].valueReference insert ExampleReference(Goal, goal/centre-vanier, vanier-1042:goal-music)
* extension[coProducer].valueReference insert ExampleReference(RelatedPerson, circle-member/centre-vanier, vanier-1042:coach)
* extension[barrier].extension[kind].valueCoding = https://fhir.passerelle.example/CodeSystem/barrier-kind#geographic "Géographique"
* extension[barrier].extension[words].valueString = "No bus after practice"
* extension[barrier].extension[liftedBy].valueString = "A ride home"
* extension[barrier].extension[who].valueReference.display = "Coach Danny"
* identifier[placer].system = "https://fhir.passerelle.example/NamingSystem/request/centre-vanier"
* identifier[placer].value = "presc-vanier-1042-1"
* basedOn insert ExampleReference(CarePlan, action-plan/centre-vanier, plan-vanier-1042-2)
* status = #active
* intent = #order
* category[domain] = $gravity#protective-factor
* priority = #routine
* code = https://fhir.passerelle.example/CodeSystem/prescription-kind#arts-music "Arts et musique"
* code.text = "Youth orchestra"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* authoredOn = "2026-09-20T16:00:00-04:00"
* requester insert ExampleReference(PractitionerRole, professional-role/centre-vanier, sw-julie-bertrand)
* requester.display = "Julie Bertrand"
* performer insert ExampleReference(Organization, partner, orchestra-vanier)
* reasonCode.text = "He wants to play with others."
* supportingInfo insert ExampleReference(Observation, derived/centre-vanier, 1f4f6f9e-7a43-5c8c-8f4e-2b1a6e0c9d10)

Instance: example-social-prescription-food
InstanceOf: PscSocialPrescription
Usage: #example
Description: "Aussi courte que possible : aide alimentaire, sans destinataire encore. / As short as can be: food aid, no recipient yet."
* extension[safeContact].extension[through].valueCode = #centre
* identifier[placer].system = "https://fhir.passerelle.example/NamingSystem/request/centre-hochelaga"
* identifier[placer].value = "presc-hochelaga-0041-1"
* status = #draft
* intent = #order
* category[domain] = $gravity#food-insecurity
* code = https://fhir.passerelle.example/CodeSystem/prescription-kind#food-aid "Aide alimentaire"
* subject insert ExampleReference(Patient, child/centre-hochelaga, hochelaga-0041)
* authoredOn = "2026-10-02"
