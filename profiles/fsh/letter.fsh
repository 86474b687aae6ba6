Profile: PscLetter
Parent: DocumentReference
Id: psc-letter
Title: "Lettre ou rapport"
Description: "Une lettre ou un rapport au sujet d’une demande. Elle ne va qu’au destinataire qu’elle nomme, sous la vue qu’il a de la demande ; ce qu’un partenaire a envoyé ne va à personne."
* insert English([[Letter or report]], [[A letter or a report about a request. It goes only to the recipient that it names, under that recipient’s lens; what a partner sent goes to nobody.]])
* obeys psc-letter-1 and psc-letter-2 and psc-letter-3 and psc-letter-4
* extension contains PscRevision named revision 1..1 MS
* insert Labelled
* insert Numbered
* status 1..1 MS
* status from LetterStatus (required)
* status insert MaybeImplied
* type MS
// Servers seldom hold LOINC, and cannot check a required binding to it: the rule below does.
* type from LetterKind (extensible)
* type insert Said([[Sorte de document]], [[Kind of document]])
* subject MS
* subject only Reference(Patient)
* subject insert Said([[L’enfant, par son numéro ; absent tant que personne ne l’a reconnu]], [[The child, by number; absent until somebody has recognized the child]])
* subject insert ByNumber
* date 1..1 MS
* date insert Said([[Quand la passerelle l’a reçue]], [[When the gateway received it]])
* author 1..* MS
* author only Reference(Patient or RelatedPerson or PractitionerRole or Organization)
* author insert Said([[Qui l’a écrite ; le partenaire ou le centre qui l’envoie]], [[Who wrote it; the partner or the centre that sends it]])
* author insert Somebody
* description MS
* description insert Said([[Titre]], [[Title]])
* content 1..1 MS
* content.attachment MS
* content.attachment.contentType 1..1 MS
* content.attachment.contentType from LetterContentType (required)
* content.attachment.data MS
* content.attachment.url 0..0
* content.attachment.size MS
* content.attachment.size insert Said([[Taille en octets, 2 000 000 au plus]], [[Size in bytes, 2,000,000 at most]])
* content.attachment.size ^maxValueUnsignedInt = 2000000
* content.attachment.hash MS
* content.attachment.creation 1..1 MS
* content.attachment.creation insert Said([[Date de la lettre]], [[Date of the letter]])
* context 1..1 MS
* context insert Said([[À quoi la lettre se rapporte]], [[What the letter is about]])
* context.related 1..* MS
* context.related insert Said([[La demande ; à qui la lettre part]], [[The request; for whom the letter leaves]])
* context.related insert ByNumber
* context.related.type 1..1 MS
* context.related ^slicing.discriminator.type = #value
* context.related ^slicing.discriminator.path = "type"
* context.related ^slicing.rules = #open
* context.related contains request 1..1 MS and task 0..1 MS and recipient 0..1 MS
* context.related[request] only Reference(ServiceRequest)
* context.related[request].type = "ServiceRequest"
* context.related[request] insert Said([[La demande]], [[The request]])
* context.related[task] only Reference(Task)
* context.related[task].type = "Task"
* context.related[task] insert Said([[La demande chez le destinataire de la lettre]], [[The request at the letter’s recipient]])
* context.related[recipient] only Reference(Organization)
* context.related[recipient].type = "Organization"
* context.related[recipient] insert Said([[Le destinataire de la lettre]], [[The letter’s recipient]])

Invariant: psc-letter-1
Description: "Une lettre a son fichier, à moins d’avoir été retirée. / A letter has its file, unless it was taken back."
Severity: #error
Expression: "status = 'entered-in-error' or content.attachment.data.exists()"

Invariant: psc-letter-2
Description: "Une lettre qui part nomme la tâche et le destinataire. / A letter that leaves names the task and the recipient."
Severity: #error
Expression: "context.related.where(type = 'Task').exists() = context.related.where(type = 'Organization').exists()"

Invariant: psc-letter-3
Description: "Un fichier a sa taille et son empreinte SHA-1. / A file has its size and its SHA-1 hash."
Severity: #error
Expression: "content.attachment.all(data.exists() implies (size.exists() and hash.exists()))"

Invariant: psc-letter-4
Description: "La sorte est l’une de celles que les centres et leurs partenaires échangent. / The kind is one of those that centres and their partners exchange."
Severity: #error
Expression: "type.empty() or type.coding.where(system = 'http://loinc.org' and code in ('51852-2' | '57133-1' | '11488-4' | '11506-3' | '34133-9' | '18842-5')).exists()"

ValueSet: LetterStatus
Id: letter-status
Title: "États d’une lettre"
Description: "Écrite, ou écrite par erreur."
* insert English([[Statuses of a letter]], [[Written, or written in error.]])
* http://hl7.org/fhir/document-reference-status#current
* http://hl7.org/fhir/document-reference-status#entered-in-error

ValueSet: LetterKind
Id: letter-kind
Title: "Sortes de lettres"
Description: "Des codes de LOINC que R4 propose pour DocumentReference.type."
* insert English([[Kinds of letters]], [[Codes of LOINC that R4 proposes for DocumentReference.type.]])
* ^copyright = "This material contains content from LOINC (http://loinc.org). LOINC is copyright © 1995-2020, Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the license at http://loinc.org/license."
* $loinc#51852-2 "Letter"
* $loinc#57133-1 "Referral note"
* $loinc#11488-4 "Consult note"
* $loinc#11506-3 "Provider-unspecified Progress note"
* $loinc#34133-9 "Summary of episode note"
* $loinc#18842-5 "Discharge summary"

ValueSet: LetterContentType
Id: letter-content-type
Title: "Sortes de fichiers d’une lettre"
Description: "Une page, une image numérisée, un texte : rien qui porte des programmes ou des champs qu’on ne voit pas."
* insert English([[Kinds of files of a letter]], [[A page, a scan, a text: nothing that carries programs or fields that nobody sees.]])
* $mediaType#application/pdf
* $mediaType#text/plain
* $mediaType#image/jpeg
* $mediaType#image/png
* $mediaType#image/tiff

Instance: example-letter-sent
InstanceOf: PscLetter
Usage: #example
Description: "La lettre du centre qui accompagne une référence au CLSC. / The centre’s letter that goes with a referral to the CLSC."
* insert ExampleRevision(1, 2026-09-21)
* insert ExampleNumber(letter/centre-verdun, lettre-verdun-0231-1)
* status = #current
* type = $loinc#57133-1 "Referral note"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* date = "2026-09-21T09:00:00-04:00"
* author[0] insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)
* author[0].display = "Claire Roy"
* author[1] insert ExampleReference(Organization, centre, centre-verdun)
* description = "Lettre de référence"
* content.attachment.contentType = #text/plain
* content.attachment.data = "Tm91cyBkZW1hbmRvbnMgdW4gc3VpdmkgZW4gb3J0aG9waG9uaWUu"
* content.attachment.size = 39
* content.attachment.hash = "Qd56EqKrCnnmWbUWeF3lj8hNF+0="
* content.attachment.creation = "2026-09-21"
* context.related[request] insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-clsc)
* context.related[task] insert ExampleReference(Task, task, 5f2a8f0f-3d60-5c0e-8a53-6c5a0b5f5b11)
* context.related[recipient] insert ExampleReference(Organization, partner, clsc-verdun)

Instance: example-letter-received
InstanceOf: PscLetter
Usage: #example
Description: "Le rapport d’un hôpital, venu avec sa réponse. / A hospital’s report, which came with its answer."
* insert ExampleRevision(1, 2026-11-02T10:30:00-05:00)
* insert ExampleNumber(letter/centre-vanier, 5a7d0f52-1d39-5f0e-9a86-1c4f7b2e6d10)
* status = #current
* status.extension[implied].valueBoolean = true
* type = $loinc#11488-4 "Consult note"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* date = "2026-11-02T10:31:00-05:00"
* author[0] insert ExampleReference(Organization, partner, hopital-enfants)
* description = "Consultation report"
* content.attachment.contentType = #text/plain
* content.attachment.data = "TGFuZ3VhZ2UgYXNzZXNzZWQ7IGZvbGxvdy11cCBpbiBzcHJpbmcu"
* content.attachment.size = 39
* content.attachment.hash = "WGjZzuGEw21/P6nqM9bJ+NZECGM="
* content.attachment.creation = "2026-11-02T10:30:00-05:00"
* context.related[request] insert ExampleReference(ServiceRequest, request/centre-vanier, presc-vanier-1042-orchestra)

Instance: example-letter-taken-back
InstanceOf: PscLetter
Usage: #example
Description: "Une lettre retirée : rien n’en est resté. / A letter that was taken back: nothing of it is left."
* insert ExampleRevision(2, 2026-11-03)
* insert ExampleNumber(letter/centre-verdun, lettre-verdun-0231-2)
* status = #entered-in-error
* date = "2026-11-03T09:00:00-05:00"
* author[0] insert ExampleReference(Organization, partner, hopital-enfants)
* content.attachment.contentType = #application/pdf
* content.attachment.creation = "2026-11-03"
* context.related[request] insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-clsc)
