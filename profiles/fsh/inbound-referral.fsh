Profile: PscInboundReferral
Parent: ServiceRequest
Id: psc-inbound-referral
Title: "Demande reçue"
Description: "Ce qu’un partenaire demande au centre, sous son propre numéro. Tant que personne n’a dit de quel enfant du centre il s’agit, l’enfant est une ressource contenue, qu’aucune recherche ne trouve ; ensuite, la demande renvoie au dossier de l’enfant, et ce que l’expéditeur en disait est effacé."
* insert English([[Inbound referral]], [[What a partner asks of the centre, under its own number. As long as nobody has said which child of the centre it is, the child is a contained resource, which no search finds; afterwards the request refers to the child’s record, and what the sender said of the child is gone.]])
* obeys psc-inbound-referral-1 and psc-inbound-referral-2
* extension contains PscRevision named revision 0..1 MS and PscSafeContact named safeContact 1..1 MS and PscThread named thread 0..1 MS and PscAskedBy named askedBy 0..1 MS
* extension[safeContact] insert Said([[Contact sûr : à lire avant tout]], [[Safe contact: to be read first of all]])
* contained 0..1 MS
* contained only Patient
* contained insert Said([[Ce que l’expéditeur dit de l’enfant, tant que personne ne l’a reconnu]], [[What the sender says of the child, as long as nobody has recognized them]])
* identifier 2..* MS
* identifier.value 1..1 MS
* identifier ^slicing.discriminator.type = #pattern
* identifier ^slicing.discriminator.path = "type"
* identifier ^slicing.rules = #open
* identifier contains filler 1..1 MS and placer 1..1 MS
* identifier[filler] insert Said([[Numéro que le centre lui donne]], [[Number that the centre gives it]])
* identifier[filler].type 1..1 MS
* identifier[filler].type = $v2-0203#FILL
* identifier[filler].system 1..1 MS
* identifier[placer] insert Said([[Numéro chez l’expéditeur, qui peut n’avoir pas de système]], [[Sender’s own number, which may have no system]])
* identifier[placer].type 1..1 MS
* identifier[placer].type = $v2-0203#PLAC
* identifier[placer].system MS
* status MS
* status from RequestStatus (required)
* status insert MaybeImplied
* intent MS
* intent = #order
* category 1..* MS
* category ^slicing.discriminator.type = #value
* category ^slicing.discriminator.path = "coding.system"
* category ^slicing.rules = #open
* category contains kind 1..1 MS
* category[kind] insert CodedIn(https://fhir.passerelle.example/CodeSystem/request-kind)
* category[kind].coding.code = #inbound-referral
* category[kind] insert Said([[Une demande reçue]], [[An inbound referral]])
* priority MS
* priority insert Said([[Urgence selon qui demande]], [[Urgency, as whoever asks sees it]])
* code MS
* code.coding MS
* code.text MS
* code insert Said([[Ce qui est demandé, avec les codes de l’expéditeur, ou en mots]], [[What is asked for, with the sender’s codes, or in words]])
* subject MS
* subject only Reference(Patient)
* subject insert Said([[L’enfant, par son numéro ; contenu tant qu’il n’est pas reconnu]], [[The child, by number; contained as long as not recognized]])
* occurrence[x] MS
* occurrence[x] only dateTime
* occurrence[x] insert Said([[La date qui presse]], [[The date that binds]])
* authoredOn 1..1 MS
* requester 1..1 MS
* requester only Reference(Organization)
* requester insert ByNumber
* requester insert Said([[Le partenaire qui demande]], [[The partner who asks]])
* performer 1..1 MS
* performer only Reference(Organization)
* performer insert ByNumber
* performer insert Said([[Le centre]], [[The centre]])
* reasonCode MS
* reasonCode.text MS
* insurance 0..0
* insurance insert Said([[Aucune couverture n’est notée]], [[No coverage is recorded]])

Invariant: psc-inbound-referral-1
Description: "L’enfant est désigné par son numéro au centre, ou contenu : l’un ou l’autre. / The child is named by the centre’s number, or contained: one or the other."
Severity: #error
Expression: "subject.identifier.value.exists() xor contained.exists()"

Invariant: psc-inbound-referral-2
Description: "L’enfant contenu n’a pas de numéro du centre, ni pièce d’identité. / The contained child has no number of the centre, and no identity paper."
Severity: #error
Expression: "contained.identifier.where((system = 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id' or system = 'https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn').not()).empty()"

Extension: PscThread
Id: psc-thread
Title: "Fil de l’expéditeur"
Description: "Ce que le système de l’expéditeur a donné pour que la réponse retrouve sa demande ; la passerelle n’en lit rien."
Context: ServiceRequest
* insert English([[Sender’s thread]], [[What the sender’s system gave so that the answer finds its request; the gateway reads nothing in it.]])
* value[x] 1..1
* value[x] only string

Extension: PscAskedBy
Id: psc-asked-by
Title: "Qui y demande"
Description: "La personne ou le service qui demande chez l’expéditeur, pour la rappeler."
Context: ServiceRequest
* insert English([[Who asks there]], [[The person or service that asks at the sender’s, to call back.]])
* insert Part(name, 1..1, string, [[Nom]], [[Name]])
* insert Part(telephone, 0..1, string, [[Téléphone]], [[Telephone]])

Profile: PscInboundTask
Parent: Task
Id: psc-inbound-task
Title: "Suivi d’une demande reçue"
Description: "Où en est, au centre, la demande d’un partenaire. Le centre y répond ; psc-delivery dit ce que l’expéditeur en sait."
* insert English([[An inbound referral at the centre]], [[Where a partner’s request stands at the centre. The centre answers; psc-delivery says what the sender knows of it.]])
* obeys psc-referral-task-1 and psc-referral-task-2 and psc-referral-task-3
* extension contains PscRevision named revision 0..1 MS and PscReceiverPriority named receiverPriority 0..1 MS and PscDelivery named delivery 0..1 MS and PscLastWord named lastWord 0..1 MS and PscLetterAlong named letterAlong 0..* MS
* extension[revision] insert Said([[La dernière réponse du centre]], [[The centre’s last answer]])
* insert Numbered
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains number 1..1 MS
* identifier[number].system = "https://fhir.passerelle.example/NamingSystem/task" (exactly)
* identifier[number] insert Said([[Le numéro de ce suivi]], [[The number of this Task]])
* groupIdentifier 1..1 MS
* groupIdentifier.system 1..1 MS
* groupIdentifier.value 1..1 MS
* groupIdentifier insert Said([[Le numéro de la demande au centre]], [[The request’s number at the centre]])
* status MS
* status from ReferralTaskStatus (required)
* statusReason MS
* statusReason from https://fhir.passerelle.example/ValueSet/decline-reason (preferred)
* statusReason.coding MS
* statusReason.text MS
* businessStatus MS
* businessStatus from https://fhir.passerelle.example/ValueSet/referral-business-status (preferred)
* businessStatus.coding MS
* businessStatus.text MS
* intent MS
* intent = #order
* priority MS
* code 1..1 MS
* code = $taskCode#fulfill
* focus 1..1 MS
* focus only Reference(ServiceRequest)
* focus insert ByNumber
* focus insert Said([[La demande reçue]], [[The inbound referral]])
* for MS
* for only Reference(Patient)
* for insert Said([[L’enfant, une fois reconnu]], [[The child, once recognized]])
* for insert ByNumber
* authoredOn 1..1 MS
* lastModified 1..1 MS
* requester 1..1 MS
* requester only Reference(Organization)
* requester insert ByNumber
* requester insert Said([[Le partenaire qui demande]], [[The partner who asks]])
* owner 1..1 MS
* owner only Reference(Organization)
* owner insert ByNumber
* owner insert Said([[Le centre]], [[The centre]])
* executionPeriod MS
* executionPeriod insert MaybeCoarse
* output MS
* output.type MS
* output.value[x] MS
* output insert Said([[Rendez-vous, et ce que le service a donné]], [[Appointment, and what the service gave]])

Instance: example-inbound-referral-waiting
InstanceOf: PscInboundReferral
Usage: #example
Description: "Reçue d’un hôpital ; personne n’a encore dit de quel enfant du centre il s’agit. / Received from a hospital; nobody has said yet which child of the centre it is."
* insert ExampleRevision(1, 2026-11-20T10:00:00-05:00)
* extension[safeContact].extension[through].valueCode = #centre
* extension[thread].valueString = "MSG-2026-00417"
* extension[askedBy].extension[name].valueString = "Dre Anne Moreau, pédiatrie"
* extension[askedBy].extension[telephone].valueString = "514 555-0199"
* contained = said-of-child
* identifier[filler].system = "https://fhir.passerelle.example/NamingSystem/request/centre-verdun"
* identifier[filler].value = "recue-5d2f8a53"
* identifier[placer].value = "REF-88121"
* status = #active
* intent = #order
* priority = #urgent
* code.coding = $sct#225343006
* code.text = "Évaluation globale des besoins"
* subject.reference = "#child"
* authoredOn = "2026-11-20T10:00:00-05:00"
* requester insert ExampleReference(Organization, partner, hopital-enfants)
* performer insert ExampleReference(Organization, centre, centre-verdun)
* reasonCode.text = "Retard de langage, la famille demande de l’accompagnement."

Instance: said-of-child
InstanceOf: Patient
Usage: #inline
* id = "child"
* identifier.type = $v2-0203#JHN
* identifier.system = $nam
* identifier.value = "TREJ18511214"
* name.family = "Tremblay"
* name.given = "Jade"
* birthDate = "2018-01-12"

Instance: example-inbound-referral-recognized
InstanceOf: PscInboundReferral
Usage: #example
Description: "L’enfant est reconnu ; l’expéditeur a ensuite retiré sa demande. / The child is recognized; the sender then took its request back."
* insert ExampleRevision(3, 2026-11-23T09:00:00-05:00)
* extension[safeContact].extension[through].valueCode = #centre
* identifier[filler].system = "https://fhir.passerelle.example/NamingSystem/request/centre-vanier"
* identifier[filler].value = "recue-1c7e5d2f"
* identifier[placer].system = "urn:oid:2.16.840.1.113883.3.239.99"
* identifier[placer].value = "ER-2026-118"
* status = #revoked
* intent = #order
* code.text = "Mentoring"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* occurrenceDateTime = "2027-01-15"
* authoredOn = "2026-11-20"
* requester insert ExampleReference(Organization, partner, triage-ereferral)
* performer insert ExampleReference(Organization, centre, centre-vanier)

Instance: example-inbound-task-requested
InstanceOf: PscInboundTask
Usage: #example
Description: "Reçue, pas encore de réponse, l’enfant pas encore reconnu. / Received, no answer yet, the child not recognized yet."
* identifier[number].value = "2b9a0f4e-1c7e-5d2f-8a53-6b0c2d9e4f11"
* groupIdentifier.system = "https://fhir.passerelle.example/NamingSystem/request/centre-verdun"
* groupIdentifier.value = "recue-5d2f8a53"
* status = #requested
* priority = #urgent
* focus insert ExampleReference(ServiceRequest, request/centre-verdun, recue-5d2f8a53)
* authoredOn = "2026-11-20T10:00:00-05:00"
* lastModified = "2026-11-20T15:00:02Z"
* requester insert ExampleReference(Organization, partner, hopital-enfants)
* owner insert ExampleReference(Organization, centre, centre-verdun)

Instance: example-inbound-task-accepted
InstanceOf: PscInboundTask
Usage: #example
Description: "Acceptée avec un rendez-vous, et l’expéditeur le sait. / Accepted with an appointment, and the sender knows."
* insert ExampleRevision(2, 2026-11-24T11:00:00-05:00)
* extension[delivery].extension[version].valuePositiveInt = 2
* extension[delivery].extension[stage].valueCode = #answer
* extension[delivery].extension[at].valueDateTime = "2026-11-24T11:00:05-05:00"
* extension[delivery].extension[how].valueCode = #system
* identifier[number].value = "2b9a0f4e-1c7e-5d2f-8a53-6b0c2d9e4f12"
* groupIdentifier.system = "https://fhir.passerelle.example/NamingSystem/request/centre-vanier"
* groupIdentifier.value = "recue-1c7e5d2f"
* status = #accepted
* businessStatus = https://fhir.passerelle.example/CodeSystem/referral-business-status#scheduled "Rendez-vous fixé"
* focus insert ExampleReference(ServiceRequest, request/centre-vanier, recue-1c7e5d2f)
* for insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* authoredOn = "2026-11-20"
* lastModified = "2026-11-24T16:00:05Z"
* requester insert ExampleReference(Organization, partner, triage-ereferral)
* owner insert ExampleReference(Organization, centre, centre-vanier)
* output.type = https://fhir.passerelle.example/CodeSystem/referral-output#appointment
* output.valueDateTime = "2026-12-01T10:00:00-05:00"
