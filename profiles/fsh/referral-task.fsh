Profile: PscReferralTask
Parent: Task
Id: psc-referral-task
Title: "Suivi d’une demande chez un destinataire"
Description: "Où en est une demande chez un destinataire : une tâche par destinataire, sous un numéro que lui seul connaît. Un refus laisse la demande ouverte ; un autre destinataire est une autre tâche."
* insert English([[A request at one recipient]], [[Where a request stands at one recipient: one Task per recipient, under a number that only they know. A refusal leaves the request open; another recipient is another Task.]])
* obeys psc-referral-task-1 and psc-referral-task-2 and psc-referral-task-3
* extension contains PscReceiverPriority named receiverPriority 0..1 MS and PscDelivery named delivery 0..1 MS and PscLastWord named lastWord 0..1 MS and PscLetterAlong named letterAlong 0..* MS
* meta.security MS
* insert Numbered
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains number 1..1 MS
* identifier[number].system = "https://fhir.passerelle.example/NamingSystem/task" (exactly)
* identifier[number] insert Said([[Le numéro que ce destinataire connaît]], [[The number that this recipient knows]])
* groupIdentifier 1..1 MS
* groupIdentifier.system 1..1 MS
* groupIdentifier.value 1..1 MS
* groupIdentifier insert Said([[Le numéro de la demande au centre]], [[The request’s number at the centre]])
* basedOn 0..0
* basedOn insert Said([[Pour une demande confiée plus loin seulement (psc-passed-on)]], [[Only for a request that was passed on (psc-passed-on)]])
* partOf 0..0
* partOf insert Said([[Pour une demande confiée plus loin seulement (psc-passed-on)]], [[Only for a request that was passed on (psc-passed-on)]])
* status MS
* status from ReferralTaskStatus (required)
* statusReason MS
* statusReason from https://fhir.passerelle.example/ValueSet/decline-reason (preferred)
* statusReason.coding MS
* statusReason.text MS
* statusReason insert Said([[Pourquoi : refus, pause, échec, annulation]], [[Why: refusal, pause, failure, cancellation]])
* businessStatus MS
* businessStatus from https://fhir.passerelle.example/ValueSet/referral-business-status (preferred)
* businessStatus.coding MS
* businessStatus.text MS
* businessStatus insert Said([[Où en est le service, plus finement que l’état]], [[Where the service stands, more finely than the status]])
* intent MS
* intent = #order
* priority MS
* code 1..1 MS
* code = $taskCode#fulfill
* focus 1..1 MS
* focus only Reference(ServiceRequest)
* focus insert ByNumber
* focus insert Said([[La demande à laquelle répondre]], [[The request to fulfil]])
* insert OfChild(for)
* authoredOn 1..1 MS
* lastModified 1..1 MS
* requester 1..1 MS
* requester only Reference(Organization)
* requester insert ByNumber
* requester insert Said([[Le centre]], [[The centre]])
* owner 1..1 MS
* owner only Reference(Organization)
* owner insert ByNumber
* owner insert Said([[Le destinataire]], [[The recipient]])
* executionPeriod MS
* executionPeriod insert MaybeCoarse
* executionPeriod insert Said([[Du premier service à la fin]], [[From the first service to the end]])
* output MS
* output.type MS
* output.value[x] MS
* output insert Said([[Rendez-vous, et ce que le service a donné]], [[Appointment, and what the service gave]])

ValueSet: ReferralTaskStatus
Id: referral-task-status
Title: "États d’une demande chez un destinataire"
Description: "Les états de Task.status que la passerelle emploie (ready n’en est pas : il se lit comme accepted)."
* insert English([[States of a request at one recipient]], [[The states of Task.status that the gateway uses (ready is none of them: it reads as accepted).]])
* http://hl7.org/fhir/task-status#draft
* http://hl7.org/fhir/task-status#requested
* http://hl7.org/fhir/task-status#received
* http://hl7.org/fhir/task-status#accepted
* http://hl7.org/fhir/task-status#in-progress
* http://hl7.org/fhir/task-status#on-hold
* http://hl7.org/fhir/task-status#rejected
* http://hl7.org/fhir/task-status#completed
* http://hl7.org/fhir/task-status#failed
* http://hl7.org/fhir/task-status#cancelled
* http://hl7.org/fhir/task-status#entered-in-error

Invariant: psc-referral-task-1
Description: "Une raison explique un refus, une pause, un échec, une annulation ou l’arrêt demandé, et rien d’autre. / A reason explains a refusal, a pause, a failure, a cancellation or the stop that was asked, and nothing else."
Severity: #error
Expression: "statusReason.exists() implies (status = 'rejected' or status = 'on-hold' or status = 'failed' or status = 'cancelled' or businessStatus.coding.where(code = 'cancel-requested').exists())"

Invariant: psc-referral-task-2
Description: "Un refus ou une annulation devrait dire pourquoi, au moins en mots. / A refusal or a cancellation should say why, at least in words."
Severity: #warning
Expression: "(status = 'rejected' or status = 'on-hold' or status = 'failed' or status = 'cancelled') implies statusReason.text.exists()"

Invariant: psc-referral-task-3
Description: "Un service rendu dit quand il l’a été (executionPeriod.end). / A service given says when (executionPeriod.end)."
Severity: #error
Expression: "status = 'completed' implies executionPeriod.end.exists()"

Extension: PscReceiverPriority
Id: psc-receiver-priority
Title: "Priorité donnée par le destinataire"
Description: "La priorité que le CLSC donne après son analyse ; elle dit le délai jusqu’au premier service en présence de la personne."
Context: Task
* insert English([[Priority given by the recipient]], [[The priority that the CLSC gives after its intake; it says the delay to the first service in the person’s presence.]])
* value[x] 1..1
* value[x] only code
* value[x] from https://fhir.passerelle.example/ValueSet/receiver-priority (required)

Extension: PscLastWord
Id: psc-last-word
Title: "Dernier mot du destinataire"
Description: "Ce que le destinataire a dit en dernier et qui a compté : quoi, quand c’est arrivé, par où on le sait, et s’il avait accepté ou commencé, même avant une pause."
Context: Task
* insert English([[The recipient’s last word]], [[What the recipient said last and that counted: what, when it happened, by which way it is known, and whether they had accepted or begun, even before a pause.]])
* insert Part(what, 1..1, code, [[Ce qui a été dit]], [[What was said]])
* extension[what].value[x] from https://fhir.passerelle.example/ValueSet/referral-act (required)
* insert Part(at, 1..1, dateTime, [[Quand c’est arrivé, selon qui le dit]], [[When it happened, as told]])
* insert Part(how, 1..1, code, [[Par où on le sait]], [[By which way it is known]])
* extension[how].value[x] from https://fhir.passerelle.example/ValueSet/answer-channel (required)
* insert Part(accepted, 1..1, boolean, [[Le destinataire avait accepté]], [[The recipient had accepted]])
* insert Part(begun, 1..1, boolean, [[Le service avait commencé]], [[The service had begun]])

Extension: PscLetterAlong
Id: psc-letter-along
Title: "Lettre jointe"
Description: "Une lettre qui part avec la demande, ou avec la réponse du centre : son numéro, une barre, sa version."
Context: Task
* insert English([[Letter along]], [[A letter that goes with the request, or with the centre’s answer: its number, a bar, its version.]])
* value[x] 1..1
* value[x] only string
* value[x] obeys psc-letter-along-1

Invariant: psc-letter-along-1
Description: "Un numéro de lettre et sa version : lettre-1|2. / A letter’s number and its version: letter-1|2."
Severity: #error
Expression: "matches('^[A-Za-z0-9.-]{1,64}[|][1-9][0-9]*$')"

Extension: PscDelivery
Id: psc-delivery
Title: "Remise au destinataire"
Description: "Quelle version de la demande le destinataire a reçue en dernier, quand et par où."
Context: Task
* insert English([[Delivery to the recipient]], [[Which version of the request the recipient was last given, when and by which way.]])
* insert Part(version, 0..1, positiveInt, [[Version de la demande]], [[Version of the request]])
* insert Part(stage, 1..1, code, [[La demande, les faits, ou ce qui la reprend]], [[The request, the facts, or what takes it back]])
* extension[stage].value[x] from https://fhir.passerelle.example/ValueSet/delivery-stage (required)
* insert Part(at, 1..1, dateTime, [[Quand c’est parti]], [[When it left]])
* insert Part(how, 1..1, code, [[Par où]], [[By which way]])
* extension[how].value[x] from https://fhir.passerelle.example/ValueSet/answer-channel (required)
* insert Part(reference, 0..1, string, [[La référence que donne le système du destinataire]], [[The reference that the recipient’s system gives]])
* insert Part(notCarried, 0..*, string, [[Ce que la langue du destinataire n’a pas pu porter, par son chemin]], [[What the recipient’s dialect could not carry, by its path]])
* insert Part(letter, 0..*, string, [[Une lettre qui y était : son numéro et sa version]], [[A letter that was in it: its number and version]])
* insert Part(child, 0..1, string, [[L’enfant tel que le dossier l’avait alors : le numéro de cette version, et rien d’autre]], [[The child as the record then had it: the number of that version, and nothing else]])

Instance: example-referral-task-requested
InstanceOf: PscReferralTask
Usage: #example
Description: "Partie par télécopieur, pas encore de réponse. / Sent by fax, no answer yet."
* extension[delivery].extension[version].valuePositiveInt = 1
* extension[delivery].extension[stage].valueCode = #request
* extension[delivery].extension[at].valueDateTime = "2026-09-21T09:05:00-04:00"
* extension[delivery].extension[how].valueCode = #fax
* identifier[number].value = "0f4f6d1e-5a0d-5b52-9d57-2f0f6ad0b1a1"
* groupIdentifier.system = "https://fhir.passerelle.example/NamingSystem/request/centre-verdun"
* groupIdentifier.value = "ref-verdun-0231-1"
* status = #requested
* priority = #routine
* focus insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-1)
* for insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* authoredOn = "2026-09-21T09:00:00-04:00"
* lastModified = "2026-09-21T13:05:02Z"
* requester insert ExampleReference(Organization, centre, centre-verdun)
* owner insert ExampleReference(Organization, partner, clsc-verdun)

Instance: example-referral-task-declined
InstanceOf: PscReferralTask
Usage: #example
Description: "Refusée : hors territoire. / Declined: out of territory."
* extension[delivery].extension[version].valuePositiveInt = 1
* extension[delivery].extension[stage].valueCode = #request
* extension[delivery].extension[at].valueDateTime = "2026-09-21T09:05:00-04:00"
* extension[delivery].extension[how].valueCode = #system
* extension[delivery].extension[reference].valueString = "Task/8842"
* identifier[number].value = "7b9a0f4e-1c7e-5d2f-8a53-6b0c2d9e4f10"
* groupIdentifier.system = "https://fhir.passerelle.example/NamingSystem/request/centre-verdun"
* groupIdentifier.value = "ref-verdun-0231-1"
* status = #rejected
* statusReason = https://fhir.passerelle.example/CodeSystem/decline-reason#out-of-territory "Hors territoire"
* statusReason.text = "L’adresse relève d’un autre CLSC."
* businessStatus = https://fhir.passerelle.example/CodeSystem/referral-business-status#declined "Refusée"
* focus insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-1)
* for insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* authoredOn = "2026-09-21T09:00:00-04:00"
* lastModified = "2026-09-23T14:00:00Z"
* requester insert ExampleReference(Organization, centre, centre-verdun)
* owner insert ExampleReference(Organization, partner, clsc-lachine)

Instance: example-referral-task-completed
InstanceOf: PscReferralTask
Usage: #example
Description: "Rendue, la famille en est informée. / Done, and the family was told."
* extension[receiverPriority].valueCode = #P3
* identifier[number].value = "c3d2b1a0-9f8e-5d7c-8b6a-5f4e3d2c1b0a"
* groupIdentifier.system = "https://fhir.passerelle.example/NamingSystem/request/centre-vanier"
* groupIdentifier.value = "presc-vanier-1042-1"
* status = #completed
* businessStatus = https://fhir.passerelle.example/CodeSystem/referral-business-status#family-told "Famille informée"
* focus insert ExampleReference(ServiceRequest, request/centre-vanier, presc-vanier-1042-1)
* for insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* authoredOn = "2026-09-20T16:00:00-04:00"
* lastModified = "2027-06-20T15:00:00Z"
* requester insert ExampleReference(Organization, centre, centre-vanier)
* owner insert ExampleReference(Organization, partner, orchestra-vanier)
* executionPeriod.start = "2026-10-04"
* executionPeriod.end = "2027-06-18"
* output[0].type = https://fhir.passerelle.example/CodeSystem/referral-output#appointment
* output[0].valueDateTime = "2026-10-04T15:30:00-04:00"
* output[1].type = https://fhir.passerelle.example/CodeSystem/referral-output#outcome
* output[1].valueString = "Played the snare drum at the spring concert."

Instance: example-referral-task-cancel-requested
InstanceOf: PscReferralTask
Usage: #example
Description: "Acceptée, puis le centre demande d’arrêter ; le destinataire n’a pas encore répondu. / Accepted, then the centre asks to stop; the recipient has not answered yet."
* extension[delivery].extension[version].valuePositiveInt = 2
* extension[delivery].extension[stage].valueCode = #stop
* extension[delivery].extension[at].valueDateTime = "2026-10-05T09:05:00-04:00"
* extension[delivery].extension[how].valueCode = #telephone
* extension[lastWord].extension[what].valueCode = #scheduled
* extension[lastWord].extension[at].valueDateTime = "2026-09-28T11:00:00-04:00"
* extension[lastWord].extension[how].valueCode = #system
* extension[lastWord].extension[accepted].valueBoolean = true
* extension[lastWord].extension[begun].valueBoolean = false
* identifier[number].value = "5b3e9f6c-0d52-5f0e-9a41-3c6f1f0b7a22"
* groupIdentifier.system = "https://fhir.passerelle.example/NamingSystem/request/centre-verdun"
* groupIdentifier.value = "ref-verdun-0231-2"
* status = #accepted
* statusReason = https://fhir.passerelle.example/CodeSystem/decline-reason#withdrawn "Demande retirée"
* statusReason.text = "Un service plus proche a été trouvé."
* businessStatus = https://fhir.passerelle.example/CodeSystem/referral-business-status#cancel-requested "Arrêt demandé"
* focus insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-2)
* for insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* authoredOn = "2026-09-25T09:00:00-04:00"
* lastModified = "2026-10-05T13:05:02Z"
* requester insert ExampleReference(Organization, centre, centre-verdun)
* owner insert ExampleReference(Organization, partner, clsc-verdun)
