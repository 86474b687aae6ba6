// What the three requests share: a ServiceRequest of the centre, for one child, to at most one recipient at a time.
RuleSet: RequestCore
* obeys psc-request-1
* extension contains PscRevision named revision 0..1 MS and PscSafeContact named safeContact 1..1 MS and PscAgreement named agreement 0..* MS and $pertainsToGoal named pertainsToGoal 0..* MS and $statusReason named statusReason 0..1 MS
* extension[safeContact] insert Said([[Contact sûr : à lire avant tout]], [[Safe contact: to be read first of all]])
* extension[agreement] insert Said([[Qui est d’accord, pour quel destinataire ; sans accord, rien ne part]], [[Who agreed, for which recipient; without it nothing leaves]])
* extension[pertainsToGoal] insert Said([[Le but que la demande sert]], [[The goal that the request serves]])
* extension[pertainsToGoal].value[x] insert ByNumber
* extension[statusReason] insert Said([[Pourquoi la demande est retirée, en mots]], [[Why the request is withdrawn, in words]])
* insert Numbered
* identifier ^slicing.discriminator.type = #pattern
* identifier ^slicing.discriminator.path = "type"
* identifier ^slicing.rules = #open
* identifier contains placer 1..1 MS and filler 0..1 MS
* identifier[placer] insert Said([[Numéro donné par qui demande]], [[Number given by whoever asks]])
* identifier[placer].type 1..1 MS
* identifier[placer].type = $v2-0203#PLAC
* identifier[filler] insert Said([[Numéro donné par qui reçoit]], [[Number given by whoever receives]])
* identifier[filler].type 1..1 MS
* identifier[filler].type = $v2-0203#FILL
* basedOn MS
* basedOn only Reference(CarePlan)
* basedOn insert ByNumber
* basedOn insert Said([[Le plan d’action dont elle vient ; ne part jamais]], [[The action plan that it comes from; never leaves]])
* replaces 0..1 MS
* replaces only Reference(ServiceRequest)
* replaces insert ByNumber
* replaces insert Said([[La demande terminée qu’elle reprend ou corrige ; ne part jamais]], [[The ended request that it resumes or corrects; never leaves]])
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
* category[kind] insert Said([[Laquelle des trois demandes]], [[Which of the three requests]])
* priority MS
* priority insert Said([[Urgence selon qui demande]], [[Urgency, as whoever asks sees it]])
* code MS
* code.coding MS
* code.text MS
* insert OfChild(subject)
* authoredOn 1..1 MS
* requester MS
* requester only Reference(Patient or RelatedPerson or Practitioner or PractitionerRole or Organization)
* requester insert Somebody
* requester insert Said([[Qui demande ; aucun permis n’est exigé]], [[Who asks; no licence is needed]])
* performer 0..1 MS
* performer only Reference(Organization)
* performer insert ByNumber
* performer insert Said([[Le destinataire, choisi avec la famille]], [[The recipient, chosen with the family]])
* reasonCode MS
* reasonCode.text MS
* insurance 0..0
* insurance insert Said([[Aucune couverture n’est notée : pour l’inscription et la facturation, appelez le centre]], [[No coverage is recorded: for registration and billing, call the centre]])
* supportingInfo MS
* supportingInfo insert ByNumber
* note MS

// A category that is known by the one system of its one code.
RuleSet: CodedIn(system)
* coding 1..1 MS
* coding.system 1..1 MS
* coding.system = "{system}" (exactly)
* coding.code 1..1 MS

Invariant: psc-request-1
Description: "Chaque demande est d’une seule des trois sortes. / Each request is of only one of the three kinds."
Severity: #error
Expression: "category.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/request-kind').count() = 1"

ValueSet: RequestStatus
Id: request-status
Title: "États d’une demande"
Description: "Brouillon, en vigueur, retirée (revoked), rendue, saisie par erreur. Où en est la réponse est sur la tâche."
* insert English([[States of a request]], [[Draft, in force, withdrawn (revoked), done, entered in error. Where the answer stands is on the Task.]])
* http://hl7.org/fhir/request-status#draft
* http://hl7.org/fhir/request-status#active
* http://hl7.org/fhir/request-status#revoked
* http://hl7.org/fhir/request-status#completed
* http://hl7.org/fhir/request-status#entered-in-error

Extension: PscSafeContact
Id: psc-safe-contact
Title: "Contact sûr"
Description: "Avec qui, comment et quand communiquer sans danger, et ce qu’il ne faut pas faire. En premier sur chaque page et chaque message. Sans autre indication : par le centre."
Context: ServiceRequest, Patient
* insert English([[Safe contact]], [[Whom it is safe to contact, how and when, and what must not be done. First on every page and message. By default: through the centre.]])
* obeys psc-safe-contact-1
* insert Part(through, 1..1, code, [[Par le centre, ou par la personne nommée]], [[Through the centre, or through the person named]])
* extension[through].value[x] from https://fhir.passerelle.example/ValueSet/contact-way (required)
* insert Part(person, 0..1, string, [[Qui appeler]], [[Whom to call]])
* insert Part(means, 0..1, code, [[Comment]], [[How]])
* extension[means].value[x] from https://fhir.passerelle.example/ValueSet/contact-means (required)
* insert Part(number, 0..1, string, [[Numéro ou adresse, seulement si la famille l’a donné pour cette demande]], [[Number or address, only if the family gave it for this request]])
* insert Part(when, 0..1, string, [[Quand]], [[When]])
* insert Part(language, 0..1, code, [[En quelle langue]], [[In which language]])
* extension[language].value[x] obeys psc-language-1
* insert Part(interpreter, 0..1, boolean, [[Un interprète est nécessaire]], [[An interpreter is needed]])
* insert Part(mustNot, 0..*, string, [[Ce qu’il ne faut pas faire]], [[What must not be done]])

Invariant: psc-safe-contact-1
Description: "Si l’on passe par une personne, dites laquelle (person) et comment (means). / If it is through a person, say which one (person) and how (means)."
Severity: #error
Expression: "extension.where(url = 'through' and value = 'person').exists() implies (extension.where(url = 'person').exists() and extension.where(url = 'means').exists())"

Extension: PscAgreement
Id: psc-agreement
Title: "Accord"
Description: "Qui est d’accord, quand, pour quel destinataire."
Context: ServiceRequest
* insert English([[Agreement]], [[Who agreed, when, for which recipient.]])
* insert Part(recipient, 1..1, Identifier, [[Pour quel destinataire]], [[For which recipient]])
* extension[recipient].value[x].system 1..1
* extension[recipient].value[x].value 1..1
* insert Part(by, 1..1, Reference(Patient or RelatedPerson or PractitionerRole\), [[Qui est d’accord]], [[Who agreed]])
* extension[by].value[x] obeys psc-reference-1
* insert Part(at, 1..1, dateTime, [[Quand]], [[When]])
* insert Part(how, 0..1, code, [[De vive voix ou par écrit]], [[Orally or in writing]])
* extension[how].value[x] from https://fhir.passerelle.example/ValueSet/agreement-form (required)
