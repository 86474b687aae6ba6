Profile: PscConsent
Parent: Consent
Id: psc-consent
Title: "Consentement"
Description: "Ce qu’une personne permet ou refuse de montrer, à un seul destinataire et dans un seul but ; ce qu’un autre peut voir est un autre consentement. Un refus qui tient est « rejected » et « deny » à la fois. Jamais envoyé à un partenaire."
* insert English([[Consent]], [[What a person permits or refuses to be shown, to one recipient and for one purpose; what another may see is another consent. A refusal that stands is both “rejected” and “deny”. Never sent to a partner.]])
* obeys psc-consent-1 and psc-consent-2 and psc-consent-3 and psc-consent-4 and psc-consent-6
* extension contains PscRevision named revision 1..1 MS and PscSaidHow named how 0..1 MS and $consentWitness named witness 0..1 MS and PscWithdrawal named withdrawal 0..1 MS and PscGround named ground 0..1 MS and PscNote named note 0..1 MS
* insert Numbered
* status 1..1 MS
* status from PscConsentStatus (required)
* status insert Said([[Demandé, donné, refusé, retiré, ou saisi par erreur]], [[Asked, given, refused, withdrawn, or entered in error]])
* status insert MaybeImplied
* scope MS
* scope = $consentScope#patient-privacy
* category 1..1 MS
* category = $actCode#IDSCL
* insert OfChild(patient)
* dateTime 1..1 MS
* dateTime insert Said([[Quand la personne l’a dit]], [[When the person said so]])
* performer 1..1 MS
* performer only Reference(Patient or RelatedPerson or PractitionerRole)
* performer insert Said([[Qui consent : l’enfant, ou qui a un rôle légal dans son cercle ; ou le professionnel qui invoque une base]], [[Who consents: the child, or who has a legal role in the circle; or the professional who invokes a ground]])
* performer insert ByNumber
* organization 1..1 MS
* organization insert Said([[Le centre, qui garde le consentement]], [[The centre, which keeps the consent]])
* organization insert ByNumber
* source[x] MS
* source[x] only Reference(DocumentReference)
* source[x] insert Said([[Les mots dits de vive voix]], [[The words said orally]])
* sourceReference insert ByNumber
* policy 1..1 MS
* policy obeys psc-consent-5
* policy.uri 1..1 MS
* policy.uri insert Said([[La loi : policy/qc-lrsss, policy/qc-private (P-39.1), policy/on-phipa ou policy/on-cyfsa-x, à la suite de notre adresse de base]], [[The law: policy/qc-lrsss, policy/qc-private (P-39.1), policy/on-phipa or policy/on-cyfsa-x, after our base address]])
* provision 1..1 MS
* provision.type 1..1 MS
* provision.type insert Said([[Permis ou refusé]], [[Permitted or refused]])
* provision.period MS
* provision.period insert MaybeCoarse
* provision.actor 1..1 MS
* provision.actor.role MS
* provision.actor.role = $participationType#IRCP
* provision.actor.reference MS
* provision.actor.reference only Reference(Organization)
* provision.actor.reference insert Said([[Le destinataire : un partenaire, un autre centre ou le centre lui-même]], [[The recipient: a partner, another centre or the centre itself]])
* provision.actor.reference insert ByNumber
* provision.purpose 1..1 MS
* provision.purpose from PscConsentPurpose (required)
* provision.purpose insert Said([[Le but, un seul]], [[The purpose, only one]])
* provision.class MS
* provision.class from https://fhir.passerelle.example/ValueSet/information-kind (required)
* provision.class insert Said([[Ce qui peut être montré ; un refus sans liste refuse tout]], [[What may be shown; a refusal without a list refuses everything]])
* provision.provision 0..0

Invariant: psc-consent-1
Description: "Un consentement actif permet ; un refus qui tient est « rejected » et « deny ». / An active consent permits; a refusal that stands is “rejected” and “deny”."
Severity: #error
Expression: "(status = 'active' or status = 'proposed' implies provision.type = 'permit') and (status = 'rejected' implies provision.type = 'deny')"

Invariant: psc-consent-2
Description: "Qui permet dit quoi : sans sorte de renseignement, rien n’est permis. / Who permits says what: without a kind of information nothing is permitted."
Severity: #error
Expression: "provision.type = 'permit' implies provision.class.exists()"

Invariant: psc-consent-3
Description: "Un consentement est retiré (inactive) avec la date du retrait, et un retrait ne va pas avec un autre état, sauf l’erreur. / A consent is withdrawn (inactive) with the date of the withdrawal, and a withdrawal goes with no other status, save an error."
Severity: #error
Expression: "(status = 'inactive' implies extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-withdrawal').exists()) and (extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-withdrawal').exists() implies status = 'inactive' or status = 'entered-in-error')"

Invariant: psc-consent-4
Description: "Ce qui est permis de vive voix garde les mots dits. / What is permitted orally keeps the words said."
Severity: #error
Expression: "status = 'active' and extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-said-how').where(value = 'oral').exists() implies source.exists()"

Invariant: psc-consent-5
Description: "La loi est l’une des quatre que nous connaissons. / The law is one of the four that we know."
Severity: #error
Expression: "uri.empty() or uri = 'https://fhir.passerelle.example/policy/qc-lrsss' or uri = 'https://fhir.passerelle.example/policy/qc-private' or uri = 'https://fhir.passerelle.example/policy/on-phipa' or uri = 'https://fhir.passerelle.example/policy/on-cyfsa-x'"

Invariant: psc-consent-6
Description: "Ce qui est invoqué sans consentement permet, et seul un professionnel l’invoque ; une urgence dit jusqu’à quand. / What is invoked without a consent permits, and only a professional invokes it; an emergency says until when."
Severity: #error
Expression: "(extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-ground').exists() implies provision.type = 'permit') and (extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-ground').exists() = performer.where(type = 'PractitionerRole').exists()) and (extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-ground').extension.where(value = 'emergency').exists() implies provision.period.end.exists())"

ValueSet: PscConsentStatus
Id: psc-consent-status
Title: "États d’un consentement"
Description: "Ceux de FHIR que nous écrivons : un consentement n’est jamais en brouillon."
* insert English([[States of a consent]], [[Those of FHIR that we write: a consent is never a draft.]])
* http://hl7.org/fhir/consent-state-codes#proposed
* http://hl7.org/fhir/consent-state-codes#active
* http://hl7.org/fhir/consent-state-codes#rejected
* http://hl7.org/fhir/consent-state-codes#inactive
* http://hl7.org/fhir/consent-state-codes#entered-in-error

ValueSet: PscConsentPurpose
Id: psc-consent-purpose
Title: "Tous les buts d’un consentement"
Description: "Soins et coordination (HL7 v3-ActReason), et nos buts de soutien."
* insert English([[All purposes of a consent]], [[Care and coordination (HL7 v3-ActReason), and our purposes of support.]])
* $actReason#TREAT
* $actReason#COC
* include codes from system https://fhir.passerelle.example/CodeSystem/consent-purpose

Extension: PscSaidHow
Id: psc-said-how
Title: "Comment c’est dit"
Description: "Si la personne l’a dit de vive voix ou par écrit."
Context: Consent
* insert English([[How it was said]], [[Whether the person said so orally or in writing.]])
* value[x] 1..1
* value[x] only code
* value[x] from https://fhir.passerelle.example/ValueSet/said-how (required)

Extension: PscGround
Id: psc-ground
Title: "Base autre qu’un consentement"
Description: "Ce qu’un professionnel invoque, et sur quelle disposition de la loi."
Context: Consent
* insert English([[Ground other than a consent]], [[What a professional invokes, and on which provision of the law.]])
* insert Part(what, 1..1, code, [[Base]], [[Ground]])
* extension[what].value[x] from https://fhir.passerelle.example/ValueSet/disclosure-ground (required)
* insert Part(provision, 1..1, code, [[Disposition]], [[Provision]])
* extension[provision].value[x] from https://fhir.passerelle.example/ValueSet/legal-provision (required)

Extension: PscWithdrawal
Id: psc-withdrawal
Title: "Retrait"
Description: "Quand, par qui, comment et avec quels mots un consentement ou un refus a été repris."
Context: Consent
* insert English([[Withdrawal]], [[When, by whom, how and in which words a consent or a refusal was taken back.]])
* insert Part(at, 1..1, dateTime, [[Quand]], [[When]])
* insert Part(by, 0..1, Reference(Patient or RelatedPerson or PractitionerRole\), [[Par qui]], [[By whom]])
* extension[by].valueReference insert ByNumber
* insert Part(how, 0..1, code, [[De vive voix ou par écrit]], [[Orally or in writing]])
* extension[how].value[x] from https://fhir.passerelle.example/ValueSet/said-how (required)
* insert Part(words, 0..1, string, [[En mots]], [[In words]])

Profile: PscWordsSaid
Parent: DocumentReference
Id: psc-words-said
Title: "Les mots dits"
Description: "Ce qui a été demandé et répondu de vive voix, dans les mots employés ; le document est là tout entier, et nulle part ailleurs."
* insert English([[The words said]], [[What was asked and answered orally, in the words used; the document is all there, and nowhere else.]])
* insert Numbered
* status MS
* insert OfChild(subject)
* author 1..1 MS
* author only Reference(Patient or RelatedPerson)
* author insert Said([[Qui les a dits]], [[Who said them]])
* author insert ByNumber
* custodian 1..1 MS
* custodian insert ByNumber
* content 1..1 MS
* content.attachment MS
* content.attachment.contentType 1..1 MS
* content.attachment.contentType = #"text/plain;charset=utf-8"
* content.attachment.language MS
* content.attachment.data 1..1 MS
* content.attachment.data insert Said([[Les mots, en UTF-8]], [[The words, in UTF-8]])
* content.attachment.url 0..0
* content.attachment.creation 1..1 MS

// What each example has in common with the others.
RuleSet: ExampleConsent(centre, child, happened, regime)
* scope = $consentScope#patient-privacy "Privacy Consent"
* category = $actCode#IDSCL "information disclosure"
* patient insert ExampleReference(Patient, child/{centre}, {child})
* dateTime = "{happened}"
* organization insert ExampleReference(Organization, centre, {centre})
* policy.uri = "https://fhir.passerelle.example/policy/{regime}"
* provision.actor.role = $participationType#IRCP "information recipient"

Instance: example-consent-verdun-oral
InstanceOf: PscConsent
Usage: #example
Description: "La mère permet au CLSC d’en savoir assez pour l’orthophonie, de vive voix, devant une voisine. / The mother permits the CLSC to know enough for speech therapy, orally, before a neighbour."
* insert ExampleRevision(1, 2026-09-14T11:15:00-04:00)
* extension[how].valueCode = #oral
* extension[witness].valueReference insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:voisine)
* extension[witness].valueReference.display = "Madame Thérèse"
* extension[note].valueString = "Redit en vietnamien par la voisine avant la réponse."
* insert ExampleNumber(consent/centre-verdun, cons-verdun-0231-clsc)
* status = #active
* insert ExampleConsent(centre-verdun, verdun-0231, 2026-09-14T11:15:00-04:00, qc-private)
* performer insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)
* sourceReference insert ExampleReference(DocumentReference, words-said/centre-verdun, cons-verdun-0231-clsc)
* provision.type = #permit
* provision.period.start = "2026-09-14"
* provision.period.end = "2027-09-13"
* provision.actor.reference insert ExampleReference(Organization, partner, clsc-verdun)
* provision.purpose = $actReason#TREAT "treatment"
* provision.class[0] = https://fhir.passerelle.example/CodeSystem/information-kind#identity "Qui est l’enfant"
* provision.class[1] = https://fhir.passerelle.example/CodeSystem/information-kind#development "Le développement"

Instance: example-consent-hochelaga-refusal
InstanceOf: PscConsent
Usage: #example
Description: "La mère refuse que l’école sache quoi que ce soit. / The mother refuses that the school know anything."
* insert ExampleRevision(1, 2026-10-20)
* extension[how].valueCode = #oral
* insert ExampleNumber(consent/centre-hochelaga, cons-hochelaga-0041-ecole)
* status = #rejected
* status.extension[implied].valueBoolean = true
* insert ExampleConsent(centre-hochelaga, hochelaga-0041, 2026-10-20, qc-private)
* performer insert ExampleReference(RelatedPerson, circle-member/centre-hochelaga, hochelaga-0041:mere)
* provision.type = #deny
* provision.actor.reference insert ExampleReference(Organization, partner, ecole-du-boise)
* provision.purpose = https://fhir.passerelle.example/CodeSystem/consent-purpose#school-support "Soutien à l’école"

Instance: example-consent-vanier-withdrawn
InstanceOf: PscConsent
Usage: #example
Description: "Donné par écrit par la tutrice en septembre, repris de vive voix en décembre. / Given in writing by the tutor in September, taken back orally in December."
* insert ExampleRevision(2, 2026-09-16)
* extension[how].valueCode = #written
* extension[withdrawal].extension[at].valueDateTime = "2026-12-01T18:20:00-05:00"
* extension[withdrawal].extension[by].valueReference insert ExampleReference(RelatedPerson, circle-member/centre-vanier, vanier-1042:grandmother)
* extension[withdrawal].extension[how].valueCode = #oral
* extension[withdrawal].extension[words].valueString = "He chose the soccer team instead; the orchestra need not know more."
* insert ExampleNumber(consent/centre-vanier, consent-vanier-1042-orchestra)
* status = #inactive
* insert ExampleConsent(centre-vanier, vanier-1042, 2026-09-16, on-phipa)
* performer insert ExampleReference(RelatedPerson, circle-member/centre-vanier, vanier-1042:grandmother)
* performer.display = "Mama Ngozi"
* provision.type = #permit
* provision.period.end = "2027-06"
* provision.actor.reference insert ExampleReference(Organization, partner, orchestre-vanier)
* provision.purpose = https://fhir.passerelle.example/CodeSystem/consent-purpose#community-support "Soutien par la communauté"
* provision.class[0] = https://fhir.passerelle.example/CodeSystem/information-kind#safe-contact "Comment joindre la famille sans danger"
* provision.class[1] = https://fhir.passerelle.example/CodeSystem/information-kind#request "La demande et sa raison"

Instance: example-consent-verdun-emergency
InstanceOf: PscConsent
Usage: #example
Description: "Une travailleuse sociale invoque l’urgence, jusqu’au lendemain midi. / A social worker invokes an emergency, until noon the next day."
* insert ExampleRevision(1, 2026-10-02T18:40:00-04:00)
* extension[ground].extension[what].valueCode = #emergency
* extension[ground].extension[provision].valueCode = #p-39.1-18.1
* insert ExampleNumber(consent/centre-verdun, urgence-verdun-0231)
* status = #active
* insert ExampleConsent(centre-verdun, verdun-0231, 2026-10-02T18:40:00-04:00, qc-private)
* performer insert ExampleReference(PractitionerRole, professional-role/centre-verdun, ts-amelie)
* performer.display = "Amélie Roy"
* provision.type = #permit
* provision.period.end = "2026-10-03T12:00:00-04:00"
* provision.actor.reference insert ExampleReference(Organization, partner, clsc-verdun)
* provision.purpose = $actReason#TREAT "treatment"
* provision.class[0] = https://fhir.passerelle.example/CodeSystem/information-kind#identity "Qui est l’enfant"
* provision.class[1] = https://fhir.passerelle.example/CodeSystem/information-kind#safe-contact "Comment joindre la famille sans danger"
* provision.class[2] = https://fhir.passerelle.example/CodeSystem/information-kind#request "La demande et sa raison"

Instance: example-words-said-verdun
InstanceOf: PscWordsSaid
Usage: #example
Description: "« Oui, pour l’orthophonie. » / “Yes, for speech therapy.”"
* insert ExampleNumber(words-said/centre-verdun, cons-verdun-0231-clsc)
* status = #current
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* author insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)
* custodian insert ExampleReference(Organization, centre, centre-verdun)
* content.attachment.contentType = #"text/plain;charset=utf-8"
* content.attachment.language = #fr
* content.attachment.data = "T3VpLCBwb3VyIGzigJlvcnRob3Bob25pZS4="
* content.attachment.creation = "2026-09-14T11:15:00-04:00"

Instance: example-words-said-teenager
InstanceOf: PscWordsSaid
Usage: #example
Description: "Une adolescente, seule, en peu de mots. / A teenager, alone, in few words."
* meta.security[0] = $confidentiality#R
* meta.security[1] = https://fhir.passerelle.example/CodeSystem/sensitivity#PSC-RESTRICTED
* insert ExampleNumber(words-said/centre-south-shore, cons-south-shore-0015-legal)
* status = #current
* subject insert ExampleReference(Patient, child/centre-south-shore, south-shore-0015)
* author insert ExampleReference(Patient, child/centre-south-shore, south-shore-0015)
* custodian insert ExampleReference(Organization, centre, centre-south-shore)
* content.attachment.contentType = #"text/plain;charset=utf-8"
* content.attachment.data = "WWVzLCBhbmQgY2FsbCBtZSBhdCB0aGUgY2VudHJlLg=="
* content.attachment.creation = "2026-09-02"
