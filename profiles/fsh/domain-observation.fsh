// What the two Observations of a reading’s domains share: words, when, by whom, how; never a score.
RuleSet: SeenInDomain
* insert Numbered
* status MS
* category 1..* MS
* code MS
* insert OfChild(subject)
* effective[x] MS
* effective[x] only dateTime
* effective[x] insert Said([[Quand on l’a vu]], [[When it was seen]])
* performer 0..1 MS
* performer insert Said([[Qui l’a vu]], [[Who saw it]])
* performer insert Somebody
* value[x] 1..1 MS
* value[x] only string
* value[x] insert Said([[Ce qu’on a vu, en mots ; jamais un score]], [[What was seen, in words; never a score]])
* method MS
* method insert Said([[L’outil ou l’occasion ; rien d’individuel de l’IMDPE (EDI)]], [[The tool or the occasion; nothing individual from the EDI]])
* method.text MS
* interpretation 0..0
* referenceRange 0..0
* component 0..0
* obeys psc-domain-observation-1

Profile: PscDevelopment
Parent: Observation
Id: psc-development
Title: "Observation du développement"
Description: "Ce qu’on a vu du développement d’un enfant, en mots, dans une sphère ou dans l’ensemble. Ni score, ni interprétation, ni valeur de référence ; rien d’individuel de l’IMDPE (EDI)."
* insert English([[Development observation]], [[What was seen of a child’s development, in words, in one area or on the whole. No score, interpretation or reference range; nothing individual from the EDI.]])
* insert SeenInDomain
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains domain 1..1 MS
* category[domain] = https://fhir.passerelle.example/CodeSystem/goal-category#development
* code from DevelopmentCode (required)
* code insert Said([[La sphère, si on l’a nommée]], [[The area, if one was named]])

ValueSet: DevelopmentCode
Id: development-code
Title: "Ce que dit une observation du développement"
Description: "Une sphère du développement, ou l’ensemble."
* insert English([[What a development observation says]], [[An area of development, or the whole.]])
* include codes from system https://fhir.passerelle.example/CodeSystem/development-area
* https://fhir.passerelle.example/CodeSystem/assessment-element#reading
* https://fhir.passerelle.example/CodeSystem/assessment-element#observation

Profile: PscDomainObservation
Parent: Observation
Id: psc-domain-observation
Title: "Observation dans un domaine"
Description: "Ce qu’on a vu, en mots, en santé, dans la vie psychosociale, pour les droits ou à l’école (préparation et réussite). Ni score, ni interprétation."
* insert English([[Observation in a domain]], [[What was seen, in words, in health, psychosocial life, rights or school (readiness and success). No score, no interpretation.]])
* obeys psc-domain-observation-2 and psc-domain-observation-3
* insert SeenInDomain
* code from DomainCode (required)
* code insert Said([[L’aspect de l’école, ou l’ensemble du domaine]], [[The aspect of school, or the domain as a whole]])

ValueSet: DomainCode
Id: domain-code
Title: "Ce que dit une observation dans un domaine"
Description: "Un aspect de l’école, ou l’ensemble d’un domaine."
* insert English([[What an observation in a domain says]], [[An aspect of school, or the whole of a domain.]])
* include codes from system https://fhir.passerelle.example/CodeSystem/school-aspect
* https://fhir.passerelle.example/CodeSystem/assessment-element#reading
* https://fhir.passerelle.example/CodeSystem/assessment-element#observation

Invariant: psc-domain-observation-1
Description: "Rien d’individuel de l’IMDPE (EDI) : il décrit des groupes. / Nothing individual from the EDI: it describes groups."
Severity: #error
Expression: "method.text.exists() implies (method.text.lower() = 'edi' or method.text.lower().contains('imdpe') or method.text.lower().contains('early development instrument') or method.text.lower().contains('mesure du développement de la petite enfance')).not()"

Invariant: psc-domain-observation-2
Description: "L’observation est d’un seul domaine : santé, psychosocial, droits ou école. / The observation is of one domain: health, psychosocial, rights or school."
Severity: #error
Expression: "category.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/goal-category' and (code = 'health' or code = 'psychosocial' or code = 'rights' or code = 'school')).count() = 1"

Invariant: psc-domain-observation-3
Description: "Un aspect de l’école se voit dans le domaine de l’école. / An aspect of school is seen in the domain of school."
Severity: #error
Expression: "code.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/school-aspect').empty() or category.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/goal-category' and code = 'school').exists()"

Instance: example-development-words
InstanceOf: PscDevelopment
Usage: #example
Description: "Ce que l’infirmière a vu du langage, en jouant. / What the nurse saw of language, while playing."
* insert ExampleNumber(assessment-observation/centre-verdun, lecture-verdun-0231-1:mots)
* status = #final
* category[domain] = https://fhir.passerelle.example/CodeSystem/goal-category#development "Développement"
* code = https://fhir.passerelle.example/CodeSystem/development-area#language "Langage et communication"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* effectiveDateTime = "2026-09-14"
* performer insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)
* performer.display = "Claire Roy"
* valueString = "Une vingtaine de mots en vietnamien, cinq en français ; elle montre et mime pour le reste."
* method.text = "En jouant dans la cour de l’école"

Instance: example-development-whole
InstanceOf: PscDevelopment
Usage: #example
Description: "Le développement dans l’ensemble, vu par une personne dont on n’a que le nom. / Development as a whole, seen by somebody of whom we have only the name."
* insert ExampleNumber(derived/centre-verdun, 3a0c1f4e-97a5-5d0d-9d4e-5b7a3a6f2c13)
* status = #preliminary
* category[domain] = https://fhir.passerelle.example/CodeSystem/goal-category#development "Développement"
* code = https://fhir.passerelle.example/CodeSystem/assessment-element#reading "Lecture du domaine"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* performer.display = "Monsieur Diallo"
* valueString = "Le langage vient lentement ; tout le reste suit son âge."

Instance: example-domain-observation-readiness
InstanceOf: PscDomainObservation
Usage: #example
Description: "La préparation à l’école. / School readiness."
* insert ExampleNumber(assessment-observation/centre-verdun, lecture-verdun-0231-1:prenom)
* status = #final
* category = https://fhir.passerelle.example/CodeSystem/goal-category#school "Préparation et réussite scolaires"
* code = https://fhir.passerelle.example/CodeSystem/school-aspect#readiness "Préparation à l’école"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* valueString = "Se sépare de sa mère sans pleurer et reconnaît son prénom."

Instance: example-domain-observation-evenings
InstanceOf: PscDomainObservation
Usage: #example
Description: "Ce que l’entraîneur a vu. / What the coach saw."
* insert ExampleNumber(derived/centre-vanier, 7c0c1f4e-17a5-5d0d-9d4e-5b7a3a6f2c14)
* status = #final
* category = https://fhir.passerelle.example/CodeSystem/goal-category#psychosocial "Psychosocial"
* code = https://fhir.passerelle.example/CodeSystem/assessment-element#observation "Observation dans le domaine"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* effectiveDateTime = "2026-09"
* performer insert ExampleReference(RelatedPerson, circle-member/centre-vanier, vanier-1042:coach)
* valueString = "Laughs at practice, goes quiet at nightfall."
