Profile: PscServiceReferral
Parent: ServiceRequest
Id: psc-service-referral
Title: "Référence au réseau public"
Description: "Une demande à un programme du réseau public : CLSC, SIPPE, Agir tôt, hôpital, médecin spécialiste… L’urgence est celle de qui demande ; la priorité du CLSC revient sur la tâche."
* insert English([[Public-network referral]], [[A request to a programme of the public network: CLSC, SIPPE, Agir tôt, hospital, specialist… The urgency is the requester’s; the CLSC’s priority comes back on the Task.]])
* insert RequestCore
* insert Labelled
* category[kind].coding.code = #service-referral
* category contains programme 1..1 MS
* category[programme] insert CodedIn(https://fhir.passerelle.example/CodeSystem/programme)
* category[programme] from https://fhir.passerelle.example/ValueSet/programme (required)
* category[programme] insert Said([[Le programme auquel on s’adresse]], [[The programme addressed]])
* code from https://fhir.passerelle.example/ValueSet/network-service (preferred)
* code insert Said([[Le service demandé, avec SNOMED CT à côté, ou en mots]], [[The service asked for, with SNOMED CT beside it, or in words]])

Instance: example-service-referral-orthophonie
InstanceOf: PscServiceReferral
Usage: #example
Description: "Orthophonie au CLSC. / Speech therapy at the CLSC."
* insert ExampleRevision(1, 2026-09-21T09:00:00-04:00)
* extension[safeContact].extension[through].valueCode = #person
* extension[safeContact].extension[person].valueString = "la mère"
* extension[safeContact].extension[means].valueCode = #telephone
* extension[safeContact].extension[number].valueString = "514-555-0142"
* extension[safeContact].extension[language].valueCode = #vi
* extension[safeContact].extension[interpreter].valueBoolean = true
* extension[agreement].extension[recipient].valueIdentifier.system = "https://fhir.passerelle.example/NamingSystem/partner"
* extension[agreement].extension[recipient].valueIdentifier.value = "clsc-verdun"
* extension[agreement].extension[by].valueReference insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)
* extension[agreement].extension[at].valueDateTime = "2026-09-20"
* extension[pertainsToGoal].valueReference insert ExampleReference(Goal, goal/centre-verdun, verdun-0231:parler)
* identifier[placer].system = "https://fhir.passerelle.example/NamingSystem/request/centre-verdun"
* identifier[placer].value = "ref-verdun-0231-1"
* basedOn insert ExampleReference(CarePlan, action-plan/centre-verdun, plan-verdun-0231-1)
* status = #active
* intent = #order
* category[programme] = https://fhir.passerelle.example/CodeSystem/programme#clsc "CLSC"
* priority = #routine
* code.coding[0] = https://fhir.passerelle.example/CodeSystem/network-service#speech-therapy "Orthophonie"
* code.coding[1] = $sct#306174003
* code.text = "Évaluation du langage"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* authoredOn = "2026-09-21T09:00:00-04:00"
* requester insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)
* requester.display = "Claire Roy"
* performer insert ExampleReference(Organization, partner, clsc-verdun)
* reasonCode.text = "Peu de mots à six ans ; entend bien."
* note.text = "Le mardi lui convient."

Instance: example-service-referral-withdrawn
InstanceOf: PscServiceReferral
Usage: #example
Description: "Une demande retirée, avec la raison en mots. / A request withdrawn, with the reason in words."
* meta.security[0] = $confidentiality#R
* meta.security[1] = $actCode#VIO
* insert ExampleRevision(2, 2026-10-05)
* extension[safeContact].extension[through].valueCode = #centre
* extension[statusReason].valueCodeableConcept.text = "La famille préfère attendre."
* identifier[placer].system = "https://fhir.passerelle.example/NamingSystem/request/centre-verdun"
* identifier[placer].value = "ref-verdun-0231-2"
* status = #revoked
* intent = #order
* category[programme] = https://fhir.passerelle.example/CodeSystem/programme#agir-tot "Agir tôt"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* authoredOn = "2026-09-30"
* requester.display = "Mme Tremblay, éducatrice"
