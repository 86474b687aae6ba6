Profile: PscLegalReferral
Parent: ServiceRequest
Id: psc-legal-referral
Title: "Référence juridique"
Description: "Ce qu’on demande à un juriste-médiateur, en deux temps : la sorte de mandat, la langue, la date qui lie et les noms pour la recherche de conflits d’intérêts ; l’enfant et les faits seulement après l’acceptation. L’accès est restreint, et l’étiquette ne dit pas pourquoi."
* insert English([[Legal referral]], [[What is asked of a lawyer-mediator, in two steps: kind of mandate, language, the date that binds and the names for the conflict check; the child and the facts only after acceptance. Access is restricted, and the label does not say why.]])
* insert RequestCore
* insert Restricted
* obeys psc-legal-referral-1
* extension contains PscRightConcerned named rightConcerned 0..* MS and PscChildWishes named childWishes 0..1 MS and PscServiceLanguage named serviceLanguage 0..1 MS and PscConflictCheckName named conflictCheckName 0..* MS and PscFacts named facts 0..1 MS
* category[kind].coding.code = #legal-referral
* category contains service 1..1 MS
* category[service] insert CodedIn(http://snomed.info/sct)
* category[service].coding.code = #710910007
* category[service] insert Said([[SNOMED CT : demande à un service juridique]], [[SNOMED CT: referral to legal service]])
* code 1..1
* code from https://fhir.passerelle.example/ValueSet/legal-mandate (required)
* code insert Said([[Un seul mandat]], [[One mandate only]])
* occurrence[x] MS
* occurrence[x] only dateTime
* occurrence[x] insert Said([[La date qui lie : l’audience, l’échéance]], [[The date that binds: the hearing, the deadline]])

// Both labels, and no reason for them anywhere.
RuleSet: Restricted
* meta 1..1 MS
* meta.security 2..* MS
* meta.security ^slicing.discriminator.type = #pattern
* meta.security ^slicing.discriminator.path = "$this"
* meta.security ^slicing.rules = #open
* meta.security contains restricted 1..1 MS and sensitivity 1..1 MS
* meta.security[restricted] = $confidentiality#R
* meta.security[restricted] insert Said([[Confidentialité : restreinte]], [[Confidentiality: restricted]])
* meta.security[sensitivity] = https://fhir.passerelle.example/CodeSystem/sensitivity#PSC-RESTRICTED
* meta.security[sensitivity] insert Said([[L’étiquette neutre : sa raison ne figure nulle part]], [[The neutral label: its reason stands nowhere]])

Invariant: psc-legal-referral-1
Description: "Une demande porte un seul mandat juridique. / A request bears one legal mandate only."
Severity: #error
Expression: "code.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/legal-mandate').count() = 1"

Extension: PscChildWishes
Id: psc-child-wishes
Title: "Ce que souhaite l’enfant"
Description: "Dans ses mots ; montré au juriste seulement après l’acceptation."
Context: ServiceRequest
* insert English([[What the child wishes]], [[In the child’s own words; shown to the lawyer only after acceptance.]])
* value[x] 1..1
* value[x] only string

Extension: PscServiceLanguage
Id: psc-service-language
Title: "Langue avec le juriste"
Description: "La langue dans laquelle parler avec le juriste."
Context: ServiceRequest
* insert English([[Language with the lawyer]], [[The language in which to speak with the lawyer.]])
* value[x] 1..1
* value[x] only code
* value[x] obeys psc-language-1

Extension: PscConflictCheckName
Id: psc-conflict-check-name
Title: "Nom pour la recherche de conflits d’intérêts"
Description: "Une personne ou une entreprise de l’autre côté ; jamais l’enfant ni sa famille."
Context: ServiceRequest
* insert English([[Name for the conflict check]], [[A person or company on the other side; never the child or family.]])
* value[x] 1..1
* value[x] only string

Extension: PscFacts
Id: psc-facts
Title: "Les faits"
Description: "Pour le juriste seulement, et seulement après l’acceptation."
Context: ServiceRequest
* insert English([[The facts]], [[For the lawyer only, and only after acceptance.]])
* value[x] 1..1
* value[x] only string

Instance: example-legal-referral-logement
InstanceOf: PscLegalReferral
Usage: #example
Description: "Une médiation, avec une date qui lie. / A mediation, with a date that binds."
* insert ExampleRevision(1, 2026-10-20T11:00:00-04:00)
* extension[safeContact].extension[through].valueCode = #person
* extension[safeContact].extension[person].valueString = "la mère"
* extension[safeContact].extension[means].valueCode = #sms
* extension[safeContact].extension[number].valueString = "438-555-0119"
* extension[safeContact].extension[when].valueString = "le matin"
* extension[safeContact].extension[language].valueCode = #fr
* extension[safeContact].extension[mustNot].valueString = "N’écrivez pas à l’adresse de la maison."
* extension[agreement].extension[recipient].valueIdentifier.system = "https://fhir.passerelle.example/NamingSystem/partner"
* extension[agreement].extension[recipient].valueIdentifier.value = "mediation-juridique-est"
* extension[agreement].extension[by].valueReference insert ExampleReference(RelatedPerson, circle-member/centre-hochelaga, hochelaga-0041:maman)
* extension[agreement].extension[at].valueDateTime = "2026-10-19"
* extension[agreement].extension[how].valueCode = #written
* extension[rightConcerned][0].extension[article].valueCoding = https://fhir.passerelle.example/CodeSystem/uncrc-article#27
* extension[rightConcerned][0].extension[words].valueString = "un logement sain"
* extension[rightConcerned][1].extension[article].valueCoding = https://fhir.passerelle.example/CodeSystem/uncrc-article#12
* extension[childWishes].valueString = "Rester près de sa garderie et de sa grand-mère."
* extension[serviceLanguage].valueCode = #fr
* extension[conflictCheckName].valueString = "Immeubles Exemple inc."
* extension[facts].valueString = "Moisissures signalées par écrit deux fois ; aucune réparation."
* identifier[placer].system = "https://fhir.passerelle.example/NamingSystem/request/centre-hochelaga"
* identifier[placer].value = "jur-hochelaga-0041-1"
* status = #active
* intent = #order
* priority = #urgent
* code = https://fhir.passerelle.example/CodeSystem/legal-mandate#mediation "Médiation"
* subject insert ExampleReference(Patient, child/centre-hochelaga, hochelaga-0041)
* occurrenceDateTime = "2026-12-03T09:30:00-05:00"
* authoredOn = "2026-10-20T11:00:00-04:00"
* requester insert ExampleReference(PractitionerRole, professional-role/centre-hochelaga, ts-marc-andre-dube)
* requester.display = "Marc-André Dubé"
* performer insert ExampleReference(Organization, partner, mediation-juridique-est)
* reasonCode.text = "Avis d’éviction ; entente souhaitée avec le propriétaire."

Instance: example-legal-referral-heard
InstanceOf: PscLegalReferral
Usage: #example
Description: "Une adolescente veut être entendue ; rien d’autre encore. / A teenager wants to be heard; nothing else yet."
* extension[safeContact].extension[through].valueCode = #centre
* extension[rightConcerned].extension[words].valueString = "To be heard"
* identifier[placer].system = "https://fhir.passerelle.example/NamingSystem/request/centre-south-shore"
* identifier[placer].value = "law-south-shore-0015-1"
* status = #active
* status.extension[implied].valueBoolean = true
* intent = #order
* code = https://fhir.passerelle.example/CodeSystem/legal-mandate#information "Information"
* subject insert ExampleReference(Patient, child/centre-south-shore, south-shore-0015)
* authoredOn = "2026-10-22"
* requester insert ExampleReference(Patient, child/centre-south-shore, south-shore-0015)
