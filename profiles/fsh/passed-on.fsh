Profile: PscPassedOn
Parent: Task
Id: psc-passed-on
Title: "Demande confiée plus loin par son destinataire"
Description: "Un destinataire a confié la demande à quelqu’un d’autre, sous sa propre demande : qui l’a maintenant, en mots, et où elle en est là-bas. Ce n’est pas une réponse : le destinataire en garde la charge."
* insert English([[A request that its recipient passed on]], [[A recipient passed the request on to somebody else, under a request of its own: who has it now, in words, and where it stands there. It is no answer: the recipient still answers for it.]])
* meta.security MS
* identifier 1..* MS
* identifier.value 1..1 MS
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains number 1..1 MS
* identifier[number].system 1..1
* identifier[number].system = "https://fhir.passerelle.example/NamingSystem/passed-on" (exactly)
* identifier[number] insert Said([[Fait du numéro du destinataire et de ce qu’il en dit]], [[Made from the recipient’s number and what they say of it]])
* basedOn 1..1 MS
* basedOn only Reference(ServiceRequest)
* basedOn insert ByNumber
* basedOn insert Said([[Notre demande, celle d’où vient la leur]], [[Our request, from which theirs comes]])
* partOf 1..1 MS
* partOf only Reference(Task)
* partOf insert ByNumber
* partOf insert Said([[La tâche du destinataire, qui en répond]], [[The recipient’s Task, which answers for it]])
* groupIdentifier 0..0
* groupIdentifier insert Said([[Aucun : ce n’est pas une de nos tâches]], [[None: it is no Task of ours]])
* focus 0..0
* focus insert Said([[Leur propre demande, que nous n’avons pas]], [[A request of their own, which we do not have]])
* status MS
* status from ReferralTaskStatus (required)
* status insert Said([[Où elle en est là-bas]], [[Where it stands there]])
* intent MS
* intent = #order
* code 1..1 MS
* code = $taskCode#fulfill
* insert OfChild(for)
* authoredOn 1..1 MS
* lastModified 1..1 MS
* requester 1..1 MS
* requester only Reference(Organization)
* requester insert ByNumber
* requester insert Said([[Le destinataire qui l’a confiée]], [[The recipient who passed it on]])
* owner 1..1 MS
* owner.display 1..1 MS
* owner insert Said([[Qui l’a maintenant, en mots]], [[Who has it now, in words]])
* note MS

RuleSet: ExamplePassedOn
* partOf insert ExampleReference(Task, task, 9a1d4c77-2b1e-5c33-8f0a-0d5c7e1b6a90)
* basedOn insert ExampleReference(ServiceRequest, request/centre-vanier, presc-vanier-1042-3)
* for insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* requester insert ExampleReference(Organization, partner, plateforme-vanier)

Instance: example-passed-on-requested
InstanceOf: PscPassedOn
Usage: #example
Description: "Une plateforme confie la demande à une banque alimentaire, dit-elle au téléphone. / A platform passes the request on to a food bank, it says by telephone."
* insert ExamplePassedOn
* identifier[number].value = "6c0f9d3a-4f0b-5d6e-9c11-7a2e5b8d4f03"
* status = #requested
* authoredOn = "2026-09-22T10:00:00-04:00"
* lastModified = "2026-09-22T14:00:05Z"
* owner.display = "Banque alimentaire de Vanier"

Instance: example-passed-on-in-progress
InstanceOf: PscPassedOn
Usage: #example
Description: "Le système de la plateforme donne son numéro là-bas, et dit que c’est commencé. / The platform’s system gives its number there, and says that it has begun."
* insert ExamplePassedOn
* identifier[number].value = "0a9be0f2-3c58-5a41-bd27-1f6a9c7e2d58"
* identifier[1].value = "PF-2026-0415"
* identifier[1].assigner insert ExampleReference(Organization, partner, plateforme-vanier)
* status = #in-progress
* authoredOn = "2026-09-22T10:00:00-04:00"
* lastModified = "2026-09-30T14:00:05Z"
* owner.display = "Banque alimentaire de Vanier"
* note.text = "Un panier chaque vendredi."
