Profile: PscTrace
Parent: Provenance
Id: psc-trace
Title: "Trace d’une écriture"
Description: "Qui a écrit quoi au dossier, quand c’est arrivé et quand on l’a su. Sous le numéro de l’échange, pour qu’un nouvel essai n’en ajoute aucune. Ne part jamais vers un partenaire."
* insert English([[Trace of a writing]], [[Who wrote what on record, when it happened and when it was known. Under the exchange’s number, so that a retry adds none. Never leaves for a partner.]])
* insert TwoTimes
* target.extension contains PscStatusSaid named statusSaid 0..1 MS
* activity MS
* activity from TraceActivity (required)
* agent MS
* agent.who MS
* agent.who insert Somebody

ValueSet: TraceActivity
Id: trace-activity
Title: "Créer ou réviser"
Description: "Ce que l’écriture a fait du concept."
* insert English([[Create or revise]], [[What the writing did to the concept.]])
* $dataOperation#CREATE
* $dataOperation#UPDATE

Extension: PscStatusSaid
Id: psc-status-said
Title: "État dit alors"
Description: "Sur ce qu’une trace vise : l’état que cette écriture lui donnait. Une ressource ne porte que son état présent ; d’une écriture à l’autre, les traces disent par où elle est passée."
Context: Provenance.target
* insert English([[Status said then]], [[On what a trace targets: the status that this writing gave it. A resource holds its present status only; from one writing to the next, traces tell which it went through.]])
* value[x] 1..1
* value[x] only code

// Every fact has two times: when it happened, as told, and when we knew.
RuleSet: TwoTimes
* target MS
* target insert Said([[Ce qui a été écrit]], [[What was written]])
* occurred[x] 1..1 MS
* occurred[x] only dateTime
* occurred[x] insert Said([[Quand c’est arrivé, selon qui le dit]], [[When it happened, as told]])
* recorded MS
* recorded insert Said([[Quand on l’a su]], [[When it was known]])

Profile: PscAct
Parent: Provenance
Id: psc-act
Title: "Ce qui a été dit ou fait d’une demande"
Description: "Une réponse ou un envoi : qui l’a dit, qui l’a noté, par où, quand c’est arrivé et quand on l’a su. Ne part jamais vers un partenaire."
* insert English([[What was said or done about a request]], [[An answer or a dispatch: who said it, who wrote it down, by which way, when it happened and when it was known. Never leaves for a partner.]])
* insert TwoTimes
* extension contains PscAnswerChannel named answerChannel 0..1 MS
* activity 1..1 MS
* activity.coding 1..* MS
* activity.coding ^slicing.discriminator.type = #value
* activity.coding ^slicing.discriminator.path = "system"
* activity.coding ^slicing.rules = #open
* activity.coding contains act 1..1 MS and implied 0..* MS and finding 0..1 MS
* activity.coding[act] from https://fhir.passerelle.example/ValueSet/referral-act (required)
* activity.coding[act] insert Said([[Ce qui a été dit ou fait]], [[What was said or done]])
* activity.coding[act].system 1..1
* activity.coding[act].system = "https://fhir.passerelle.example/CodeSystem/referral-act" (exactly)
* activity.coding[act].code 1..1
* activity.coding[implied] from https://fhir.passerelle.example/ValueSet/implied-step (required)
* activity.coding[implied] insert Said([[Étapes sous-entendues, sans date inventée]], [[Steps implied, with no invented date]])
* activity.coding[implied].system 1..1
* activity.coding[implied].system = "https://fhir.passerelle.example/CodeSystem/implied-step" (exactly)
* activity.coding[implied].code 1..1
* activity.coding[finding] from https://fhir.passerelle.example/ValueSet/watch-finding (required)
* activity.coding[finding] insert Said([[Constat : contredit ce qui avait été noté]], [[Finding: it contradicts what had been written down]])
* activity.coding[finding].system 1..1
* activity.coding[finding].system = "https://fhir.passerelle.example/CodeSystem/watch-finding" (exactly)
* activity.coding[finding].code 1..1
* agent MS
* agent ^slicing.discriminator.type = #pattern
* agent ^slicing.discriminator.path = "type"
* agent ^slicing.rules = #open
* agent contains informant 1..1 MS and enterer 0..1 MS
* agent[informant] insert Said([[Qui l’a dit]], [[Who said it]])
* agent[informant].type 1..1 MS
* agent[informant].type = $participantType#informant
* agent[informant].who MS
* agent[informant].who insert Somebody
* agent[informant].onBehalfOf MS
* agent[informant].onBehalfOf insert Somebody
* agent[informant].onBehalfOf insert Said([[Le partenaire dont le système l’a dit]], [[The partner whose system said it]])
* agent[enterer] insert Said([[Qui l’a noté]], [[Who wrote it down]])
* agent[enterer].type 1..1 MS
* agent[enterer].type = $participantType#enterer
* agent[enterer].who MS
* agent[enterer].who insert Somebody

Extension: PscAnswerChannel
Id: psc-answer-channel
Title: "Par où c’est venu ou parti"
Description: "Par où une réponse est venue, ou une demande est partie."
Context: Provenance
* insert English([[By which way it came or left]], [[By which way an answer came, or a request left.]])
* value[x] 1..1
* value[x] only code
* value[x] from https://fhir.passerelle.example/ValueSet/answer-channel (required)

Profile: PscDisclosure
Parent: AuditEvent
Id: psc-disclosure
Title: "Communication de renseignements"
Description: "Ce qui a été communiqué, à qui, dans quel but et sur quelle base, dans la forme IHE BALP PrivacyDisclosure.Source. Écrite avant l’envoi : si elle ne peut l’être, rien ne part. Des numéros seulement."
* insert English([[Disclosure]], [[What was disclosed, to whom, for which purpose and on which basis, in the shape of IHE BALP PrivacyDisclosure.Source. Written before the sending: if it cannot be written, nothing leaves. Numbers only.]])
* extension contains PscAuditChain named chain 0..1 MS
* type MS
* type = $dcm#110106
* subtype 1..* MS
* action 1..1 MS
* action = #R
* recorded MS
* outcome 1..1 MS
* outcome = #0
* purposeOfEvent 1..1 MS
* purposeOfEvent.coding 1..* MS
* purposeOfEvent.text 1..1 MS
* purposeOfEvent insert Said([[But, et en texte la base de la communication]], [[Purpose, and as text the basis of the disclosure]])
* agent MS
* agent ^slicing.discriminator.type = #pattern
* agent ^slicing.discriminator.path = "type"
* agent ^slicing.rules = #open
* agent contains source 1..1 MS and recipient 1..1 MS
* agent[source] insert Said([[Le centre qui communique]], [[The centre that discloses]])
* agent[source].type 1..1 MS
* agent[source].type = $dcm#110153
* agent[source].who 1..1 MS
* agent[source].who insert ByNumber
* agent[recipient] insert Said([[Le partenaire qui reçoit]], [[The partner who receives]])
* agent[recipient].type 1..1 MS
* agent[recipient].type = $dcm#110152
* agent[recipient].who 1..1 MS
* agent[recipient].who insert ByNumber
* source MS
* source.observer MS
* source.observer insert ByNumber
* entity 1..* MS
* entity.what 1..1 MS
* entity.what insert Said([[La demande communiquée, ses lettres, et l’enfant par son numéro]], [[The request disclosed, its letters, and the child by number]])
* entity.detail 1..* MS
* entity.detail insert Said([[La lentille (les champs que ce partenaire peut voir), la sorte de chose, la voie]], [[The lens (the fields that this partner may see), the kind of thing, the channel]])

Profile: PscFence
Parent: Basic
Id: psc-fence
Title: "Compteur d’écritures"
Description: "Le compteur qui garde une file d’écritures dans l’ordre : qui s’éveille en retard est refusé en entier. Il ne dit rien de l’enfant."
* insert English([[Write counter]], [[The counter that keeps a lane of writings in order: whoever wakes late is refused whole. It tells nothing of the child.]])
* extension contains PscFenceCounter named counter 1..1 MS
* code MS
* code = https://fhir.passerelle.example/CodeSystem/record-keeping#fence
* subject 0..0
* subject insert Said([[Le compteur ne nomme personne]], [[The counter names nobody]])

Extension: PscFenceCounter
Id: psc-fence-counter
Title: "Nombre d’écritures"
Description: "Combien d’écritures sont passées."
Context: Basic
* insert English([[Number of writings]], [[How many writings have passed.]])
* value[x] 1..1
* value[x] only integer
* value[x] ^minValueInteger = 1

Instance: example-trace-circle
InstanceOf: PscTrace
Usage: #example
Description: "Le cercle et ce qui l’entoure, écrits par le centre. / The circle and what is around, written by the centre."
* target[0] insert ExampleReference(CareTeam, care-circle/centre-verdun, cercle-verdun-0231)
* target[1] insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* occurredDateTime = "2026-09-14T10:30:00-04:00"
* recorded = "2026-09-14T14:31:07.120Z"
* activity = $dataOperation#CREATE "create"
* agent.who insert ExampleReference(Organization, centre, centre-verdun)

Instance: example-trace-plan
InstanceOf: PscTrace
Usage: #example
Description: "Un plan révisé par la personne qui tient le fil, dont on n’a que le jour. / A plan revised by who holds the thread; only the day is known."
* target insert ExampleReference(CarePlan, action-plan/centre-vanier, plan-vanier-1042-2)
* target.extension[statusSaid].valueCode = #active
* occurredDateTime = "2026-09-15"
* recorded = "2026-09-16T12:00:00.000Z"
* activity = $dataOperation#UPDATE "revise"
* agent.who insert ExampleReference(PractitionerRole, professional-role/centre-vanier, sw-julie-bertrand)
* agent.who.display = "Julie Bertrand"

Instance: example-act-declined
InstanceOf: PscAct
Usage: #example
Description: "Un refus dit au téléphone, noté par la coordonnatrice. / A refusal told by telephone, written down by the coordinator."
* extension[answerChannel].valueCode = #telephone
* target insert ExampleReference(Task, task, 7b9a0f4e-1c7e-5d2f-8a53-6b0c2d9e4f10)
* occurredDateTime = "2026-09-23T10:00:00-04:00"
* recorded = "2026-09-23T14:00:00.000Z"
* activity.coding[act].code = #declined
* agent[informant].who.display = "Mme Tremblay"
* agent[enterer].who.display = "la coordonnatrice"

Instance: example-act-completed
InstanceOf: PscAct
Usage: #example
Description: "Un service rendu, dit par le système du partenaire ; deux étapes sous-entendues. / A service given, told by the partner’s system; two steps implied."
* extension[answerChannel].valueCode = #system
* target insert ExampleReference(Task, task, c3d2b1a0-9f8e-5d7c-8b6a-5f4e3d2c1b0a)
* occurredDateTime = "2027-06-18"
* recorded = "2027-06-20T15:00:00.000Z"
* activity.coding[act].code = #completed
* activity.coding[implied][0].code = #accepted
* activity.coding[implied][1].code = #in-progress
* agent[informant].who.display = "orchestra-vanier"
* agent[informant].onBehalfOf insert ExampleReference(Organization, partner, orchestra-vanier)

Instance: example-act-contradictory
InstanceOf: PscAct
Usage: #example
Description: "Le système du partenaire dit refusée, alors qu’une acceptation avait été notée au téléphone : les deux restent. / The partner’s system says declined, though an acceptance had been written down by telephone: both stand."
* extension[answerChannel].valueCode = #system
* target insert ExampleReference(Task, task, 7b9a0f4e-1c7e-5d2f-8a53-6b0c2d9e4f10)
* occurredDateTime = "2026-09-24T09:00:00-04:00"
* recorded = "2026-09-24T13:00:02.000Z"
* activity.coding[act].code = #declined
* activity.coding[finding].code = #contradictory
* agent[informant].who.display = "clsc-lachine"
* agent[informant].onBehalfOf insert ExampleReference(Organization, partner, clsc-lachine)

RuleSet: ExampleDisclosure(centre, partner)
* subtype = $restfulInteraction#create "create"
* outcome = #0
* purposeOfEvent.coding = $actReason#TREAT "treatment"
* agent[source].who insert ExampleReference(Organization, centre, {centre})
* agent[source].requestor = true
* agent[recipient].who insert ExampleReference(Organization, partner, {partner})
* agent[recipient].requestor = false
* source.observer insert ExampleReference(Organization, centre, {centre})

Instance: example-disclosure-clsc
InstanceOf: PscDisclosure
Usage: #example
Description: "Une demande communiquée au CLSC, avec l’accord de la mère. / A request disclosed to the CLSC, with the mother’s agreement."
* insert ExampleDisclosure(centre-verdun, clsc-verdun)
* recorded = "2026-09-21T13:05:00.000Z"
* purposeOfEvent.text = "agreement 2026-09-20"
* entity.what.reference = "https://centre-verdun.example/fhir/ServiceRequest/1207"
* entity.detail.type = "lens"
* entity.detail.valueString = "public-network"

Instance: example-disclosure-lawyer
InstanceOf: PscDisclosure
Usage: #example
Description: "La première étape d’une référence juridique : rien de l’enfant. / The first step of a legal referral: nothing of the child."
* insert ExampleDisclosure(centre-hochelaga, mediation-juridique-est)
* recorded = "2026-10-20T15:00:02.000Z"
* purposeOfEvent.text = "agreement 2026-09-20"
* entity.what.reference = "https://centre-hochelaga.example/fhir/ServiceRequest/88"
* entity.detail.type = "lens"
* entity.detail.valueString = "lawyer-conflict-check"

Instance: example-fence-first
InstanceOf: PscFence
Usage: #example
Description: "La première écriture d’une file. / The first writing of a lane."
* extension[counter].valueInteger = 1

Instance: example-fence-later
InstanceOf: PscFence
Usage: #example
Description: "Une file qui a déjà beaucoup écrit. / A lane that has written a lot."
* extension[counter].valueInteger = 1207
