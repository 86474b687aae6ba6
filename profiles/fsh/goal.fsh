Profile: PscGoal
Parent: Goal
Id: psc-goal
Title: "Besoin et but"
Description: "Un besoin dont on a convenu, dans les mots de l’enfant ou de sa famille. Les demandes le désignent ; ce n’est pas un diagnostic."
* insert English([[Need and goal]], [[A need agreed upon, in the words of the child or family. Requests point to it; it is no diagnosis.]])
* insert Numbered
* lifecycleStatus MS
* lifecycleStatus insert MaybeImplied
* lifecycleStatus insert Said([[accepted et active : convenu]], [[accepted and active: agreed]])
* category MS
* category from https://fhir.passerelle.example/ValueSet/goal-category (extensible)
* description MS
* description.text 1..1 MS
* description.text insert Said([[Les mots de l’enfant ou de sa famille]], [[The words of the child or family]])
* insert OfChild(subject)
* start[x] MS
* start[x] insert Said([[Quand on en a convenu]], [[When it was agreed]])
* target MS
* target.due[x] MS
* target.due[x] only date
* expressedBy MS
* expressedBy insert Somebody
* expressedBy insert Said([[Qui l’a dit]], [[Who said it]])

Instance: example-goal-parler
InstanceOf: PscGoal
Usage: #example
Description: "Un but dit par la mère. / A goal told by the mother."
* insert ExampleNumber(goal/centre-verdun, verdun-0231:parler)
* lifecycleStatus = #active
* lifecycleStatus.extension[implied].valueBoolean = true
* category = https://fhir.passerelle.example/CodeSystem/goal-category#development "Développement"
* description.text = "Qu’elle puisse se faire comprendre à la maternelle."
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* startDate = "2026-09-14"
* target.dueDate = "2027-06"
* expressedBy insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)

Instance: example-goal-music
InstanceOf: PscGoal
Usage: #example
Description: "Un but dit par l’enfant. / A goal told by the child."
* insert ExampleNumber(goal/centre-vanier, vanier-1042:goal-music)
* lifecycleStatus = #accepted
* category = https://fhir.passerelle.example/CodeSystem/goal-category#psychosocial "Psychosocial"
* description.text = "I want to play in something big, with others."
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* expressedBy insert ExampleReference(Patient, child/centre-vanier, vanier-1042)

Instance: example-goal-rest
InstanceOf: PscGoal
Usage: #example
Description: "Un but dit par quelqu’un dont on n’a que le nom. / A goal told by somebody of whom we have only the name."
* insert ExampleNumber(goal/centre-vanier, vanier-1042:goal-rest)
* lifecycleStatus = #proposed
* description.text = "One evening a week to rest."
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* expressedBy.display = "Grandmother Ngozi"
