Profile: PscOutcome
Parent: Observation
Id: psc-outcome
Title: "Cote d’un facteur de protection"
Description: "Ce qu’une personne voit d’un facteur de protection, de 1 à 5, avant ou après un service demandé. Avant et après ont le même code."
* insert English([[Rating of a protective factor]], [[How much of a protective factor a person sees, from 1 to 5, before or after a service asked for. Before and after share a code.]])
* insert Numbered
* insert OutcomeOfRequest
* code MS
* code from https://fhir.passerelle.example/ValueSet/protective-factor (required)
* code insert Said([[Le facteur]], [[The factor]])
* effective[x] MS
* effective[x] only dateTime
* performer 0..1 MS
* performer insert Said([[Qui a coté]], [[Who rated]])
* performer insert Somebody
* value[x] 1..1 MS
* value[x] only CodeableConcept
* value[x] from https://fhir.passerelle.example/ValueSet/outcome-rating (required)
* value[x] insert Said([[De 1, pas du tout, à 5, tout à fait]], [[From 1, not at all, to 5, fully]])
* note 0..1 MS

Profile: PscOutcomeEvaluation
Parent: Observation
Id: psc-outcome-evaluation
Title: "Évaluation de ce qui a changé"
Description: "Plusieurs cotes données ensemble, avant ou après un service demandé, chez l’enfant, dans sa famille ou dans sa communauté."
* insert English([[Evaluation of what changed]], [[Several ratings given together, before or after a service asked for, in the child, the family or the community.]])
* extension contains PscRevision named revision 1..1 MS
* insert Numbered
* insert OutcomeOfRequest
* status insert MaybeImplied
* code MS
* code = https://fhir.passerelle.example/CodeSystem/outcome-panel#protective-factors
* effective[x] 1..1 MS
* effective[x] only dateTime
* effective[x] insert Said([[Quand on a évalué]], [[When one evaluated]])
* value[x] 0..0
* hasMember 1..* MS
* hasMember only Reference(Observation)
* hasMember insert Said([[Les cotes]], [[The ratings]])
* hasMember insert ByNumber
* note 0..1 MS

// What a rating and an evaluation share.
RuleSet: OutcomeOfRequest
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn insert Said([[La demande dont on regarde ce qu’elle a changé]], [[The request of which one looks at what it changed]])
* basedOn insert ByNumber
* status MS
* status from PscOutcomeStatus (required)
* category 1..1 MS
* category from https://fhir.passerelle.example/ValueSet/rating-moment (required)
* category insert Said([[Avant ou après]], [[Before or after]])
* subject 1..1 MS
* subject only Reference(Patient or Group)
* subject insert Said([[L’enfant, ou le groupe sans noms de sa famille ou de sa communauté]], [[The child, or the group without names of the family or community]])
* subject insert ByNumber

ValueSet: PscOutcomeStatus
Id: psc-outcome-status
Title: "États d’une évaluation"
Description: "Une cote est donnée, ou saisie par erreur."
* insert English([[States of an evaluation]], [[A rating is given, or entered in error.]])
* $observationStatus#final
* $observationStatus#entered-in-error

Profile: PscGroup
Parent: Group
Id: psc-group
Title: "Famille ou communauté sans noms"
Description: "La famille ou la communauté d’un enfant, pour ce qui change chez elle : ni nom, ni nombre, ni membre, ni trait."
* insert English([[Family or community without names]], [[A child’s family or community, for what changes in it: no name, number, member or trait.]])
* insert Numbered
* type MS
* type = #person
* actual MS
* actual = true
* code 1..1 MS
* code from PscGroupKind (required)
* code insert Said([[Famille ou communauté]], [[Family or community]])
* name 0..0
* quantity 0..0
* managingEntity 1..1 MS
* managingEntity only Reference(Organization)
* managingEntity insert Said([[Le centre]], [[The centre]])
* managingEntity insert ByNumber
* characteristic 0..0
* member 0..0

ValueSet: PscGroupKind
Id: psc-group-kind
Title: "Groupes sans noms"
Description: "Chez qui on évalue, hors l’enfant lui-même."
* insert English([[Groups without names]], [[In whom one evaluates, other than the child.]])
* https://fhir.passerelle.example/CodeSystem/outcome-subject#family
* https://fhir.passerelle.example/CodeSystem/outcome-subject#community

Instance: example-outcome-child-before
InstanceOf: PscOutcome
Usage: #example
Description: "L’enfant, de lui-même, avant l’orchestre. / The child, of himself, before the orchestra."
* insert ExampleNumber(derived/centre-vanier, 0d0ce7a6-5c0e-5d3b-8a41-7a4f0c8d7a55)
* basedOn insert ExampleReference(ServiceRequest, request/centre-vanier, presc-vanier-1042-orchestra)
* status = #final
* category = https://fhir.passerelle.example/CodeSystem/rating-moment#before "avant"
* code = https://fhir.passerelle.example/CodeSystem/protective-factor#belonging "Sentiment d’appartenance"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* effectiveDateTime = "2026-09-16"
* performer insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* valueCodeableConcept = https://fhir.passerelle.example/CodeSystem/outcome-rating#2 "un peu"
* note.text = "Mostly alone after school"

Instance: example-outcome-family-after
InstanceOf: PscOutcome
Usage: #example
Description: "La famille, selon une personne dont on n’a que le nom. / The family, according to somebody of whom we have only the name."
* insert ExampleNumber(derived/centre-vanier, 6c1f6a52-1f0e-5b58-9a0b-1d5a52d3c9e2)
* basedOn insert ExampleReference(ServiceRequest, request/centre-vanier, presc-vanier-1042-orchestra)
* status = #final
* category = https://fhir.passerelle.example/CodeSystem/rating-moment#after "après"
* code = https://fhir.passerelle.example/CodeSystem/protective-factor#supportive-relationships "Relations de soutien"
* subject insert ExampleReference(Group, group/centre-vanier, vanier-1042:family)
* performer.display = "the orchestra’s coordinator"
* valueCodeableConcept = https://fhir.passerelle.example/CodeSystem/outcome-rating#4 "beaucoup"

Instance: example-outcome-evaluation-before
InstanceOf: PscOutcomeEvaluation
Usage: #example
Description: "Avant l’orchestre, chez l’enfant. / Before the orchestra, in the child."
* insert ExampleRevision(1, 2026-09-16)
* insert ExampleNumber(outcome-evaluation/centre-vanier, eval-vanier-1042-orchestra-before)
* basedOn insert ExampleReference(ServiceRequest, request/centre-vanier, presc-vanier-1042-orchestra)
* status = #final
* status.extension[implied].valueBoolean = true
* category = https://fhir.passerelle.example/CodeSystem/rating-moment#before "avant"
* code = https://fhir.passerelle.example/CodeSystem/outcome-panel#protective-factors "Facteurs de protection, ensemble"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* effectiveDateTime = "2026-09-16"
* hasMember insert ExampleReference(Observation, derived/centre-vanier, 0d0ce7a6-5c0e-5d3b-8a41-7a4f0c8d7a55)

Instance: example-outcome-evaluation-family
InstanceOf: PscOutcomeEvaluation
Usage: #example
Description: "Six mois plus tard, dans la famille. / Six months later, in the family."
* insert ExampleRevision(1, 2027-03-15T16:00:00-04:00)
* insert ExampleNumber(outcome-evaluation/centre-vanier, eval-vanier-1042-orchestra-family)
* basedOn insert ExampleReference(ServiceRequest, request/centre-vanier, presc-vanier-1042-orchestra)
* status = #final
* category = https://fhir.passerelle.example/CodeSystem/rating-moment#after "après"
* code = https://fhir.passerelle.example/CodeSystem/outcome-panel#protective-factors "Facteurs de protection, ensemble"
* subject insert ExampleReference(Group, group/centre-vanier, vanier-1042:family)
* effectiveDateTime = "2027-03-15T16:00:00-04:00"
* hasMember[0] insert ExampleReference(Observation, derived/centre-vanier, 6c1f6a52-1f0e-5b58-9a0b-1d5a52d3c9e2)
* hasMember[1] insert ExampleReference(Observation, derived/centre-vanier, 2f3c9b0e-8d0b-5a3e-b2f1-90b7d6a1c0de)
* note.text = "Two evenings a week are now hers to rest."

Instance: example-group-family
InstanceOf: PscGroup
Usage: #example
Description: "La famille d’un enfant. / A child’s family."
* insert ExampleNumber(group/centre-vanier, vanier-1042:family)
* type = #person
* actual = true
* code = https://fhir.passerelle.example/CodeSystem/outcome-subject#family "La famille"
* managingEntity insert ExampleReference(Organization, centre, centre-vanier)

Instance: example-group-community
InstanceOf: PscGroup
Usage: #example
Description: "La communauté d’un enfant. / A child’s community."
* insert ExampleNumber(group/centre-hochelaga, hochelaga-0077:community)
* type = #person
* actual = true
* code = https://fhir.passerelle.example/CodeSystem/outcome-subject#community "La communauté"
* managingEntity insert ExampleReference(Organization, centre, centre-hochelaga)
