Profile: PscToxicStress
Parent: Condition
Id: psc-toxic-stress
Title: "Stress toxique"
Description: "Ce qui pèse sur l’enfant, dit de la situation et jamais d’une personne. Jamais exigé pour une demande. C’est le même stress d’une lecture à l’autre ; son évolution est dite par des observations datées. Aucun soupçon de négligence ou d’abus n’est codé : cela ne remplace pas le signalement qu’une personne doit faire, et n’est pas en sûreté ici."
* insert English([[Toxic stress]], [[What weighs on the child, said of the situation and never of a person. Never required for a request. It is the same stress from one reading to the next; its course is told by dated observations. No suspicion of neglect or abuse is coded: that does not replace the report that a person owes, and is not safe here.]])
* obeys psc-toxic-stress-1 and psc-toxic-stress-2 and psc-toxic-stress-3
* insert Numbered
* clinicalStatus MS
* clinicalStatus insert Said([[Selon la dernière lecture qui le nomme]], [[According to the last reading that names it]])
* verificationStatus MS
* verificationStatus insert Said([[Seulement quand la lecture a été faite par erreur]], [[Only when the reading was made in error]])
* category 1..* MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains problem 1..1 MS
* category[problem] = $conditionCategory#problem-list-item
* code 1..1 MS
* code insert Said([[La sorte de stress, et les mots de qui le dit]], [[The kind of stress, and the words of who says it]])
* code insert StressKind
* code.text 1..1 MS
* insert OfChild(subject)
* onset[x] MS
* onset[x] only dateTime
* onset[x] insert Said([[Depuis quand, peut-être partiel]], [[Since when, maybe partial]])

// On the code of a toxic stress or of its trend (insert it with the code's path): our class, SNOMED CT's beside it where one was verified.
RuleSet: StressKind
* coding MS
* coding ^slicing.discriminator.type = #value
* coding ^slicing.discriminator.path = "system"
* coding ^slicing.rules = #open
* coding contains class 0..1 MS and snomed 0..1 MS
* coding[class] from https://fhir.passerelle.example/ValueSet/toxic-stress (required)
* coding[class].system 1..1
* coding[class].system = "https://fhir.passerelle.example/CodeSystem/toxic-stress" (exactly)
* coding[class].code 1..1
* coding[snomed].system 1..1
* coding[snomed].system = $sct (exactly)
* coding[snomed].code 1..1

Invariant: psc-toxic-stress-1
Description: "Un soupçon de négligence ou d’abus n’est jamais codé. / A suspicion of neglect or abuse is never coded."
Severity: #error
Expression: "code.coding.where(system = 'http://snomed.info/sct' and (code = '704658004' or code = '704659007')).empty()"

Invariant: psc-toxic-stress-2
Description: "Ni hypothèse ni soupçon : ce qui est écrit a été dit. / No hypothesis and no suspicion: what is written was said."
Severity: #error
Expression: "verificationStatus.coding.where(code = 'unconfirmed' or code = 'provisional' or code = 'differential').empty()"

Invariant: psc-toxic-stress-3
Description: "On dit comment va ce stress, sauf s’il a été écrit par erreur. / It is said how this stress stands, unless it was written in error."
Severity: #error
Expression: "clinicalStatus.exists() or verificationStatus.coding.where(code = 'entered-in-error').exists()"

Profile: PscStressTrend
Parent: Observation
Id: psc-stress-trend
Title: "Évolution d’un stress toxique"
Description: "Ce qu’une lecture dit d’un stress toxique, à sa date : plus lourd, pareil, allégé, réglé, revenu. clinicalStatus ne sait pas dire « allégé »."
* insert English([[Course of a toxic stress]], [[What one reading says of a toxic stress, at its date: increased, stable, reduced, resolved, returned. clinicalStatus cannot say “reduced”.]])
* insert Numbered
* status MS
* code MS
* code insert Said([[Le même stress, dans les mots de cette lecture]], [[The same stress, in the words of this reading]])
* code insert StressKind
* code.text 1..1 MS
* insert OfChild(subject)
* focus 1..1 MS
* focus only Reference(Condition)
* focus insert Said([[Le stress toxique]], [[The toxic stress]])
* focus insert ByNumber
* effective[x] 1..1 MS
* effective[x] only dateTime
* effective[x] insert Said([[Date de la lecture]], [[Date of the reading]])
* value[x] MS
* value[x] only CodeableConcept
* value[x] from https://fhir.passerelle.example/ValueSet/stress-trend (required)
* value[x] insert Said([[Comment il va depuis la lecture précédente]], [[How it goes since the reading before]])
* note MS
* note insert Said([[Son évolution, en mots]], [[Its course, in words]])
* component MS
* component ^slicing.discriminator.type = #pattern
* component ^slicing.discriminator.path = "code"
* component ^slicing.rules = #open
* component contains since 0..1 MS
* component[since].code = https://fhir.passerelle.example/CodeSystem/assessment-element#since
* component[since].value[x] 1..1 MS
* component[since].value[x] only dateTime
* component[since] insert Said([[Depuis quand, tel que dit à cette lecture]], [[Since when, as told at this reading]])

Instance: example-toxic-stress-language
InstanceOf: PscToxicStress
Usage: #example
Description: "Une barrière de langue, avec notre classe et celle de SNOMED CT. / A language barrier, with our class and SNOMED CT’s."
* insert ExampleNumber(toxic-stress/centre-verdun, verdun-0231:langue)
* clinicalStatus = $conditionClinical#active
* category[problem] = $conditionCategory#problem-list-item
* code.coding[class] = https://fhir.passerelle.example/CodeSystem/toxic-stress#language "Barrière de la langue"
* code.coding[snomed] = $sct#422693009
* code.text = "À l’école et au guichet, personne ne parle la langue de sa mère."
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* onsetDateTime = "2025"

Instance: example-toxic-stress-in-error
InstanceOf: PscToxicStress
Usage: #example
Description: "En mots seulement, et écrit par erreur. / In words only, and written in error."
* insert ExampleNumber(derived/centre-vanier, 1d0c2f4e-77a5-5d0d-8d4e-2b7a3a6f2c12)
* verificationStatus = $conditionVerification#entered-in-error
* category[problem] = $conditionCategory#problem-list-item
* code.text = "Grandmother has nobody to take over for an evening."
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)

Instance: example-stress-trend-reduced
InstanceOf: PscStressTrend
Usage: #example
Description: "Allégé depuis la lecture précédente. / Reduced since the reading before."
* insert ExampleNumber(stress-trend/centre-verdun, lecture-verdun-0231-2:langue)
* status = #final
* code.coding[class] = https://fhir.passerelle.example/CodeSystem/toxic-stress#language "Barrière de la langue"
* code.coding[snomed] = $sct#422693009
* code.text = "Les papiers de l’école n’arrivent qu’en français."
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* focus insert ExampleReference(Condition, toxic-stress/centre-verdun, verdun-0231:langue)
* effectiveDateTime = "2026-11-18T16:00:00-05:00"
* valueCodeableConcept = https://fhir.passerelle.example/CodeSystem/stress-trend#reduced "Allégé"
* note.text = "L’école téléphone avec une interprète."
* component[since].code = https://fhir.passerelle.example/CodeSystem/assessment-element#since "Depuis quand"
* component[since].valueDateTime = "2025"

Instance: example-stress-trend-first
InstanceOf: PscStressTrend
Usage: #example
Description: "Nommé pour la première fois : rien à comparer encore. / Named for the first time: nothing to compare with yet."
* insert ExampleNumber(stress-trend/centre-vanier, reading-vanier-1042-3:uncle)
* status = #preliminary
* code.text = "His uncle moved away."
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* focus insert ExampleReference(Condition, toxic-stress/centre-vanier, vanier-1042:uncle)
* effectiveDateTime = "2026-09-10"
