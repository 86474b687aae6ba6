Profile: PscSharedAssessment
Parent: ClinicalImpression
Id: psc-shared-assessment
Title: "Lecture commune"
Description: "Ce que l’enfant, sa famille et le cercle comprennent ensemble de la situation, à un moment de son parcours : d’abord les forces. Chaque lecture est datée, dit qui était là et qui voit les choses autrement, et suit la précédente sans l’effacer."
* insert English([[Shared assessment]], [[What the child, the family and the circle understand of the situation together, at one moment of the child’s course: strengths first. Each reading is dated, says who was there and who sees it otherwise, and follows the one before without erasing it.]])
* obeys psc-shared-assessment-1 and psc-shared-assessment-2 and psc-shared-assessment-3 and psc-shared-assessment-4
* extension contains PscRevision named revision 1..1 MS and PscChangedSince named changedSince 0..1 MS and PscPresent named present 0..* MS and PscPosition named position 0..* MS
* extension[changedSince] insert Said([[Ce qui a changé depuis la lecture précédente]], [[What changed since the reading before]])
* extension[present] insert Said([[Qui était là, s’il n’y a pas de rencontre inscrite]], [[Who was there, when no meeting is on record]])
* extension[position] insert Said([[Qui est d’accord, qui voit les choses autrement]], [[Who agrees, who sees it otherwise]])
* insert Numbered
* status 1..1 MS
* status insert MaybeImplied
* code MS
* code from https://fhir.passerelle.example/ValueSet/assessment-kind (required)
* code insert Said([[À quel moment du parcours : orientation, plan d’action, suivi]], [[At which moment of the course: orientation, course of action, follow-up]])
* insert OfChild(subject)
* encounter MS
* encounter insert Said([[La rencontre où la lecture s’est faite : elle dit qui y était]], [[The meeting where the reading was made: it says who was there]])
* encounter insert ByNumber
* effective[x] 1..1 MS
* effective[x] only dateTime
* effective[x] insert Said([[Date de la lecture]], [[Date of the reading]])
* assessor MS
* assessor insert Said([[Professionnel qui l’a rédigée]], [[Professional who wrote it]])
* assessor insert ByNumber
* previous MS
* previous insert Said([[La lecture qu’elle suit]], [[The reading that it follows]])
* previous insert ByNumber
* problem MS
* problem only Reference(Condition)
* problem insert Said([[Stress toxiques déjà connus]], [[Toxic stresses known before]])
* problem insert ByNumber
* investigation MS
* investigation insert Said([[Un domaine qu’on a regardé]], [[A domain that was looked at]])
* investigation.extension contains PscChangedSince named changedSince 0..1 MS
* investigation.code MS
* investigation.code from https://fhir.passerelle.example/ValueSet/goal-category (required)
* investigation.item MS
* investigation.item only Reference(Observation or QuestionnaireResponse)
* investigation.item insert Said([[Ce qu’on y a vu]], [[What was seen in it]])
* investigation.item insert ByNumber
* summary MS
* summary insert Said([[Ce qu’on a compris ensemble]], [[What was understood together]])
* finding MS
* finding insert Said([[Les forces d’abord, puis les stress toxiques nouveaux]], [[Strengths first, then new toxic stresses]])
* finding.itemReference MS
* finding.itemReference only Reference(Condition or Observation)
* finding.itemReference insert ByNumber
* supportingInfo MS
* supportingInfo insert Said([[Ce que cette lecture dit de chaque stress toxique]], [[What this reading says of each toxic stress]])
* supportingInfo insert ByNumber
* note MS

Invariant: psc-shared-assessment-1
Description: "Les forces viennent avant ce qui pèse. / Strengths come before what weighs."
Severity: #error
Expression: "finding.itemReference.where(type = 'Observation').empty() or finding.first().itemReference.type = 'Observation'"

Invariant: psc-shared-assessment-2
Description: "Une lecture ne se suit pas elle-même. / A reading does not follow itself."
Severity: #error
Expression: "previous.identifier.where(system in %resource.identifier.system and value in %resource.identifier.value).empty()"

Invariant: psc-shared-assessment-3
Description: "Un domaine n’est lu qu’une fois dans une lecture. / A domain is read once in a reading."
Severity: #error
Expression: "investigation.code.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/goal-category').code.isDistinct()"

Invariant: psc-shared-assessment-4
Description: "Seul l’enfant est désigné comme Patient. / Only the child is referred to as a Patient."
Severity: #error
Expression: "extension.descendants().where(type = 'Patient').identifier.where(system != %resource.subject.identifier.system or value != %resource.subject.identifier.value).empty()"

Extension: PscChangedSince
Id: psc-changed-since
Title: "Ce qui a changé"
Description: "Ce qui a changé depuis la lecture précédente : dans l’ensemble, ou dans un domaine."
* insert English([[What changed]], [[What changed since the reading before: on the whole, or in one domain.]])
* insert OnElement(ClinicalImpression)
* insert OnElement(ClinicalImpression.investigation)
* value[x] 1..1
* value[x] only string

Extension: PscPresent
Id: psc-present
Title: "Qui était là"
Description: "Une personne qui était là quand la lecture s’est faite, s’il n’y a pas de rencontre inscrite."
* insert English([[Who was there]], [[Somebody who was there when the reading was made, when no meeting is on record.]])
* insert OnElement(ClinicalImpression)
* value[x] 1..1
* value[x] only Reference(Patient or RelatedPerson or Practitioner or PractitionerRole)
* value[x] insert Somebody

Extension: PscPosition
Id: psc-position
Title: "Position sur la lecture"
Description: "Qui est d’accord, qui voit les choses autrement, dans ses mots. Un désaccord reste écrit à côté de la lecture ; il n’est ni tranché ni effacé."
* insert English([[Position on the reading]], [[Who agrees, who sees it otherwise, in their words. A disagreement stays written beside the reading; it is neither settled nor erased.]])
* insert OnElement(ClinicalImpression)
* insert Part(who, 1..1, Reference(Patient or RelatedPerson or Practitioner or PractitionerRole\), [[Qui]], [[Who]])
* extension[who].value[x] insert Somebody
* insert Part(position, 1..1, Coding, [[D’accord, ou autrement]], [[Agrees, or otherwise]])
* extension[position].value[x] from https://fhir.passerelle.example/ValueSet/assessment-position (required)
* insert Part(words, 0..1, string, [[Dans ses mots]], [[In their words]])

Instance: example-shared-assessment-first
InstanceOf: PscSharedAssessment
Usage: #example
Description: "Une première lecture : des forces, des domaines, un stress nouveau, et une mère qui voit les choses autrement. / A first reading: strengths, domains, a new stress, and a mother who sees it otherwise."
* insert ExampleRevision(1, 2026-09-18T13:30:00-04:00)
* extension[present][0].valueReference insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* extension[present][1].valueReference insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)
* extension[present][2].valueReference.display = "Monsieur Diallo, éducateur au service de garde"
* extension[position][0].extension[who].valueReference insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)
* extension[position][0].extension[position].valueCoding = https://fhir.passerelle.example/CodeSystem/assessment-position#sees-it-otherwise "Voit les choses autrement"
* extension[position][0].extension[words].valueString = "Elle parle beaucoup à la maison ; c’est dehors qu’elle se tait."
* insert ExampleNumber(shared-assessment/centre-verdun, lecture-verdun-0231-1)
* status = #completed
* status.extension[implied].valueBoolean = true
* code = https://fhir.passerelle.example/CodeSystem/assessment-kind#orientation "Évaluation et orientation"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* effectiveDateTime = "2026-09-18T13:30:00-04:00"
* assessor insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)
* assessor.display = "Claire Roy"
* investigation[0].code = https://fhir.passerelle.example/CodeSystem/goal-category#development "Développement"
* investigation[0].item insert ExampleReference(Observation, assessment-observation/centre-verdun, lecture-verdun-0231-1:mots)
* investigation[1].code = https://fhir.passerelle.example/CodeSystem/goal-category#school "Préparation et réussite scolaires"
* summary = "Minh An comprend beaucoup et parle peu, dans ses deux langues. Elle aime chanter et jouer dehors."
* finding[0].itemReference insert ExampleReference(Observation, assessment-strength/centre-verdun, lecture-verdun-0231-1:chant)
* finding[1].itemReference insert ExampleReference(Condition, toxic-stress/centre-verdun, verdun-0231:langue)
* supportingInfo insert ExampleReference(Observation, stress-trend/centre-verdun, lecture-verdun-0231-1:langue)

Instance: example-shared-assessment-follow-up
InstanceOf: PscSharedAssessment
Usage: #example
Description: "La lecture d’après : elle suit la première, à une rencontre, et dit ce qui a changé. / The next reading: it follows the first, at a meeting, and says what changed."
* insert ExampleRevision(2, 2026-11-18T16:00:00-05:00)
* extension[changedSince].valueString = "L’orthophonie a commencé en octobre."
* insert ExampleNumber(shared-assessment/centre-verdun, lecture-verdun-0231-2)
* status = #completed
* code = https://fhir.passerelle.example/CodeSystem/assessment-kind#follow-up "Suivi"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* encounter insert ExampleReference(Encounter, contact/centre-verdun, contact-verdun-0231-7)
* effectiveDateTime = "2026-11-18T16:00:00-05:00"
* previous insert ExampleReference(ClinicalImpression, shared-assessment/centre-verdun, lecture-verdun-0231-1)
* problem insert ExampleReference(Condition, toxic-stress/centre-verdun, verdun-0231:langue)
* investigation[0].extension[changedSince].valueString = "De cinq à une vingtaine de mots en français."
* investigation[0].code = https://fhir.passerelle.example/CodeSystem/goal-category#development "Développement"
* summary = "Minh An parle maintenant avec des enfants de sa classe."
* supportingInfo insert ExampleReference(Observation, stress-trend/centre-verdun, lecture-verdun-0231-2:langue)
* note.text = "Prochaine lecture au printemps."

Instance: example-shared-assessment-by-telephone
InstanceOf: PscSharedAssessment
Usage: #example
Description: "Ce qu’on a en main au téléphone suffit. / What is in hand on the telephone is enough."
* insert ExampleRevision(1, 2026-09)
* insert ExampleNumber(shared-assessment/centre-vanier, reading-vanier-1042-3)
* status = #in-progress
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* effectiveDateTime = "2026-09"
