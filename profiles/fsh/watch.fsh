Profile: PscWatch
Parent: Task
Id: psc-watch
Title: "Constat de la vigie"
Description: "Ce que la vigie demande à la personne qui tient le fil de regarder : une demande silencieuse, en retard ou perdue, un but à relire, un accord à revoir. Il qualifie le travail, jamais l’enfant."
* insert English([[Finding of the watch]], [[What the watch asks the person who holds the thread to look at: a request that is silent, late or lost, a goal to read again, an agreement to look at again. It labels the work, never the child.]])
* obeys psc-watch-1
* insert Numbered
* status MS
* status from WatchStatus (required)
* status insert Said([[requested : à regarder ; on-hold : remis à plus tard]], [[requested: to be looked at; on-hold: snoozed]])
* intent MS
* intent = #proposal
* code 1..1 MS
* code from https://fhir.passerelle.example/ValueSet/watch-finding (required)
* focus 1..1 MS
* focus only Reference(Task or Goal or Consent)
* focus insert ByNumber
* focus insert Said([[Ce qu’il faut regarder]], [[What is to be looked at]])
* insert OfChild(for)
* authoredOn 1..1 MS
* lastModified 1..1 MS
* owner 1..1 MS
* owner only Reference(PractitionerRole or RelatedPerson or Organization)
* owner insert ByNumber
* owner insert Said([[Qui tient le fil ; le centre, si personne ne le tient]], [[Who holds the thread; the centre, where nobody does]])
* executionPeriod MS
* executionPeriod.start MS
* executionPeriod.start insert Said([[Depuis quand c’est ainsi]], [[Since when it is so]])
* restriction MS
* restriction.period MS
* restriction.period.start MS
* restriction.period.start insert Said([[Pas avant : jusqu’à quand le constat est remis]], [[Not before: until when the finding is snoozed]])
* note MS

Invariant: psc-watch-1
Description: "Un constat remis à plus tard dit jusqu’à quand (restriction.period.start). / A snoozed finding says until when (restriction.period.start)."
Severity: #error
Expression: "status = 'on-hold' implies restriction.period.start.exists()"

ValueSet: WatchStatus
Id: watch-status
Title: "États d’un constat"
Description: "À regarder, regardé en ce moment, remis à plus tard, réglé, sans objet."
* insert English([[States of a finding]], [[To be looked at, being looked at, snoozed, settled, no longer so.]])
* http://hl7.org/fhir/task-status#requested
* http://hl7.org/fhir/task-status#in-progress
* http://hl7.org/fhir/task-status#on-hold
* http://hl7.org/fhir/task-status#completed
* http://hl7.org/fhir/task-status#cancelled

Instance: example-watch-silent
InstanceOf: PscWatch
Usage: #example
Description: "Une demande sans réponse. / A request without an answer."
* insert ExampleNumber(watch, 4b6d6f0a-2d0b-5a1e-9c36-0e4f7b8a9c21)
* status = #requested
* code = https://fhir.passerelle.example/CodeSystem/watch-finding#silent "Sans réponse dans le délai convenu"
* focus insert ExampleReference(Task, task, 0f4f6d1e-5a0d-5b52-9d57-2f0f6ad0b1a1)
* for insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* authoredOn = "2026-09-29T06:00:00-04:00"
* lastModified = "2026-09-29T06:00:00-04:00"
* owner insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)

Instance: example-watch-snoozed
InstanceOf: PscWatch
Usage: #example
Description: "Un but à relire, remis de deux semaines. / A goal to read again, snoozed for two weeks."
* insert ExampleNumber(watch, 9e1d2c3b-4a5f-5e6d-8c7b-1a2b3c4d5e6f)
* status = #on-hold
* code = https://fhir.passerelle.example/CodeSystem/watch-finding#review-due "À relire ensemble"
* focus insert ExampleReference(Goal, goal/centre-vanier, vanier-1042:goal-music)
* for insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* authoredOn = "2027-03-16T06:00:00-04:00"
* lastModified = "2027-03-16T10:30:00-04:00"
* owner insert ExampleReference(PractitionerRole, professional-role/centre-vanier, sw-julie-bertrand)
* restriction.period.start = "2027-03-30"
* note.text = "After the concert."
