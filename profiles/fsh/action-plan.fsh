Profile: PscActionPlan
Parent: CarePlan
Id: psc-action-plan
Title: "Plan d’action"
Description: "Ce dont l’enfant, sa famille et l’équipe ont convenu : les forces, les buts, et qui fait quoi. Une réévaluation est un nouveau plan qui remplace l’ancien."
* insert English([[Action plan]], [[What the child, the family and the team have agreed: the strengths, the goals, and who does what. A reassessment is a new plan that replaces the old one.]])
* obeys psc-action-plan-1
* extension contains PscRevision named revision 1..1 MS and PscReviewOn named reviewOn 0..1 MS and PscRightConcerned named rightConcerned 0..* MS
* extension[rightConcerned] insert Said([[Les droits de l’enfant que le plan sert]], [[The rights of the child that the plan serves]])
* insert Numbered
* replaces MS
* replaces insert ByNumber
* replaces insert Said([[Le plan que celui-ci remplace]], [[The plan that this one replaces]])
* status MS
* status insert MaybeImplied
* intent MS
* intent = #plan
* title MS
* description MS
* description insert Said([[Ce que l’on a compris ensemble]], [[What was understood together]])
* insert OfChild(subject)
* period MS
* period insert MaybeCoarse
* author MS
* author insert Somebody
* author insert Said([[Qui tient le fil]], [[Who holds the thread]])
* contributor MS
* contributor insert Somebody
* contributor insert Said([[L’enfant, sa famille, ses partenaires]], [[The child, the family, partners]])
* careTeam MS
* careTeam insert ByNumber
* supportingInfo MS
* supportingInfo insert ByNumber
* supportingInfo insert Said([[La lecture commune sur laquelle le plan s’appuie, et les forces]], [[The shared assessment on which the plan stands, and the strengths]])
* goal MS
* goal insert ByNumber
* activity MS
* activity.reference 1..1 MS
* activity.reference only Reference(Task or ServiceRequest)
* activity.reference insert ByNumber
* activity.reference insert Said([[Un engagement d’une personne (Task) ou un service (ServiceRequest)]], [[A person’s commitment (Task) or a service (ServiceRequest)]])
* note MS

Invariant: psc-action-plan-1
Description: "Un plan s’appuie sur une seule lecture commune. / A plan stands on one shared assessment only."
Severity: #error
Expression: "supportingInfo.where(type = 'ClinicalImpression').count() <= 1"

Extension: PscReviewOn
Id: psc-review-on
Title: "À revoir le"
Description: "Quand le plan sera relu ensemble."
Context: CarePlan
* insert English([[To be looked at again on]], [[When the plan is to be read again together.]])
* value[x] 1..1
* value[x] only date

Profile: PscCommitment
Parent: Task
Id: psc-commitment
Title: "Engagement d’un plan"
Description: "Ce qu’une personne s’engage à faire dans un plan d’action : l’enfant, un proche, une voisine, un professionnel."
* insert English([[Commitment of a plan]], [[What a person commits to do in an action plan: the child, a relative, a neighbour, a professional.]])
* extension contains $pertainsToGoal named pertainsToGoal 0..* MS
* extension[pertainsToGoal] insert Said([[Le but que cela sert]], [[The goal that this serves]])
* extension[pertainsToGoal].value[x] insert ByNumber
* insert Numbered
* insert OfPlan
* status MS
* status from CommitmentStatus (required)
* status insert MaybeImplied
* intent MS
* intent = #plan
* description 1..1 MS
* description insert Said([[Ce que la personne fera]], [[What the person will do]])
* insert OfChild(for)
* owner 1..1 MS
* owner insert Somebody
* owner insert Said([[Qui s’engage]], [[Who commits]])
* restriction MS
* restriction.period MS
* restriction.period.end MS
* restriction.period.end insert Said([[D’ici quand]], [[By when]])

ValueSet: CommitmentStatus
Id: commitment-status
Title: "États d’un engagement"
Description: "Prévu, en cours, en pause, fait, abandonné."
* insert English([[States of a commitment]], [[Planned, under way, on hold, done, given up.]])
* http://hl7.org/fhir/task-status#requested
* http://hl7.org/fhir/task-status#in-progress
* http://hl7.org/fhir/task-status#on-hold
* http://hl7.org/fhir/task-status#completed
* http://hl7.org/fhir/task-status#cancelled

Profile: PscCentreService
Parent: ServiceRequest
Id: psc-centre-service
Title: "Service du centre"
Description: "Un service que le centre lui-même rend dans un plan d’action : orthophonie, aide aux devoirs, suivi médical…"
* insert English([[Service of the centre]], [[A service that the centre itself gives within an action plan: speech therapy, homework help, medical follow-up…]])
* extension contains $pertainsToGoal named pertainsToGoal 0..* MS
* extension[pertainsToGoal] insert Said([[Le but que cela sert]], [[The goal that this serves]])
* extension[pertainsToGoal].value[x] insert ByNumber
* insert Numbered
* insert OfPlan
* status MS
* status from CentreServiceStatus (required)
* status insert MaybeImplied
* intent MS
* intent = #plan
* code 1..1 MS
* code from https://fhir.passerelle.example/ValueSet/centre-service (required)
* code.coding MS
* code.text MS
* insert OfChild(subject)
* occurrence[x] MS
* occurrence[x] only Period
* occurrence[x] insert Said([[D’ici quand (fin)]], [[By when (end)]])
* performer 1..1 MS
* performer only Reference(Organization)
* performer insert ByNumber
* performer insert Said([[Le centre]], [[The centre]])
* insurance 0..0

ValueSet: CentreServiceStatus
Id: centre-service-status
Title: "États d’un service du centre"
Description: "Prévu (draft), en cours, en pause, fait, abandonné (revoked)."
* insert English([[States of a service of the centre]], [[Planned (draft), under way, on hold, done, given up (revoked).]])
* http://hl7.org/fhir/request-status#draft
* http://hl7.org/fhir/request-status#active
* http://hl7.org/fhir/request-status#on-hold
* http://hl7.org/fhir/request-status#completed
* http://hl7.org/fhir/request-status#revoked

// What stands in a plan says in which.
RuleSet: OfPlan
* basedOn 1..1 MS
* basedOn only Reference(CarePlan)
* basedOn insert ByNumber
* basedOn insert Said([[Le plan d’action]], [[The action plan]])

Instance: example-action-plan-verdun
InstanceOf: PscActionPlan
Usage: #example
Description: "Un premier plan, aussi court que possible. / A first plan, as short as can be."
* insert ExampleRevision(1, 2026-09-20T11:00:00-04:00)
* insert ExampleNumber(action-plan/centre-verdun, plan-verdun-0231-1)
* status = #active
* status.extension[implied].valueBoolean = true
* intent = #plan
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* supportingInfo insert ExampleReference(Observation, strength/centre-verdun, plan-verdun-0231-1:voisine)
* goal insert ExampleReference(Goal, goal/centre-verdun, verdun-0231:parler)

Instance: example-action-plan-vanier
InstanceOf: PscActionPlan
Usage: #example
Description: "Un plan qui en remplace un autre. / A plan that replaces another."
* insert ExampleRevision(1, 2026-09-15)
* extension[reviewOn].valueDate = "2027-03-15"
* extension[rightConcerned][0].extension[article].valueCoding = https://fhir.passerelle.example/CodeSystem/uncrc-article#31
* extension[rightConcerned][1].extension[words].valueString = "Rest for those who care for him"
* insert ExampleNumber(action-plan/centre-vanier, plan-vanier-1042-2)
* replaces insert ExampleReference(CarePlan, action-plan/centre-vanier, plan-vanier-1042-1)
* status = #active
* intent = #plan
* title = "A place of his own"
* description = "Emeka is at his best when there is music or a ball. His grandmother is tired in the evening."
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* period.start = "2026-09-15"
* period.end = "2027-06-30"
* author insert ExampleReference(PractitionerRole, professional-role/centre-vanier, sw-julie-bertrand)
* author.display = "Julie Bertrand"
* contributor[0] insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* contributor[1] insert ExampleReference(RelatedPerson, circle-member/centre-vanier, vanier-1042:grandmother)
* contributor[2].display = "Coach Danny"
* careTeam insert ExampleReference(CareTeam, care-circle/centre-vanier, circle-vanier-1042)
* supportingInfo[0] insert ExampleReference(ClinicalImpression, shared-assessment/centre-vanier, reading-vanier-1042-3)
* supportingInfo[1] insert ExampleReference(Observation, derived/centre-vanier, 0c9a3f55-7f0b-5f3e-9a0a-9f6f1a9f2b40)
* goal[0] insert ExampleReference(Goal, goal/centre-vanier, vanier-1042:goal-music)
* goal[1] insert ExampleReference(Goal, goal/centre-vanier, vanier-1042:goal-rest)
* activity[0].reference insert ExampleReference(Task, plan-action/centre-vanier, plan-vanier-1042-2:ride)
* activity[1].reference insert ExampleReference(ServiceRequest, derived/centre-vanier, 8d2b0c1a-3d19-5b6e-8c55-6a2f0a1b7c33)
* note.text = "Read again together in the spring."

Instance: example-commitment-ride
InstanceOf: PscCommitment
Usage: #example
Description: "L’entraîneur le ramène à la maison. / The coach drives him home."
* extension[pertainsToGoal].valueReference insert ExampleReference(Goal, goal/centre-vanier, vanier-1042:goal-rest)
* insert ExampleNumber(plan-action/centre-vanier, plan-vanier-1042-2:ride)
* basedOn insert ExampleReference(CarePlan, action-plan/centre-vanier, plan-vanier-1042-2)
* status = #requested
* intent = #plan
* description = "Drive him home after practice"
* for insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* owner insert ExampleReference(RelatedPerson, circle-member/centre-vanier, vanier-1042:coach)

Instance: example-commitment-lire
InstanceOf: PscCommitment
Usage: #example
Description: "Une voisine dont on n’a que le nom lit avec elle. / A neighbour of whom we have only the name reads with her."
* insert ExampleNumber(derived/centre-verdun, 2f8c7d11-6d0a-5a4c-8f0e-0d7b1f9a6e52)
* basedOn insert ExampleReference(CarePlan, action-plan/centre-verdun, plan-verdun-0231-1)
* status = #requested
* status.extension[implied].valueBoolean = true
* intent = #plan
* description = "Lire un album avec elle le samedi"
* for insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* owner.display = "Madame Thérèse"
* restriction.period.end = "2026-12"

Instance: example-centre-service-homework
InstanceOf: PscCentreService
Usage: #example
Description: "Aide aux devoirs au centre. / Homework help at the centre."
* extension[pertainsToGoal].valueReference insert ExampleReference(Goal, goal/centre-vanier, vanier-1042:goal-rest)
* insert ExampleNumber(derived/centre-vanier, 8d2b0c1a-3d19-5b6e-8c55-6a2f0a1b7c33)
* basedOn insert ExampleReference(CarePlan, action-plan/centre-vanier, plan-vanier-1042-2)
* status = #draft
* status.extension[implied].valueBoolean = true
* intent = #plan
* code = https://fhir.passerelle.example/CodeSystem/centre-service#mentoring-community "Mentorat et communauté"
* code.text = "Homework club on Tuesdays"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* occurrencePeriod.end = "2026-10-01"
* performer insert ExampleReference(Organization, centre, centre-vanier)

Instance: example-centre-service-medical
InstanceOf: PscCentreService
Usage: #example
Description: "Un suivi médical au centre, en cours. / Medical follow-up at the centre, under way."
* insert ExampleNumber(plan-action/centre-verdun, plan-verdun-0231-1:suivi)
* basedOn insert ExampleReference(CarePlan, action-plan/centre-verdun, plan-verdun-0231-1)
* status = #active
* intent = #plan
* code = https://fhir.passerelle.example/CodeSystem/centre-service#medical "Médical"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* performer insert ExampleReference(Organization, centre, centre-verdun)
