Profile: PscAccess
Parent: AuditEvent
Id: psc-access
Title: "Accès à un dossier"
Description: "Qui a lu quoi, quand, dans la forme IHE BALP PatientRead et PatientQuery. Écrit avant que rien ne soit donné : s’il ne peut l’être, rien ne l’est. Des numéros seulement ; ce qui a été cherché n’y est pas, car cela nommerait des personnes."
* insert English([[Access to a file]], [[Who read what, when, in the shape of IHE BALP PatientRead and PatientQuery. Written before anything is given: if it cannot be written, nothing is. Numbers only; what was searched for is not in it, since it would name people.]])
* obeys psc-access-1
* extension contains PscAuditChain named chain 0..1 MS
* type MS
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* subtype 1..1 MS
* action 1..1 MS
* recorded MS
* outcome 1..1 MS
* outcome = #0
* agent MS
* agent ^slicing.discriminator.type = #pattern
* agent ^slicing.discriminator.path = "type"
* agent ^slicing.rules = #open
* agent contains reader 1..1 MS and holder 1..1 MS and person 0..1 MS
* agent[reader] insert Said([[Le système qui lit, de quel centre ou partenaire]], [[The system that reads, of which centre or partner]])
* agent[reader].type 1..1 MS
* agent[reader].type = $dcm#110152
* agent[reader].who 1..1 MS
* agent[holder] insert Said([[Le centre dont c’est le dossier]], [[The centre whose file it is]])
* agent[holder].type 1..1 MS
* agent[holder].type = $dcm#110153
* agent[holder].who 1..1 MS
* agent[holder].who insert ByNumber
* agent[person] insert Said([[La personne pour qui le système lit]], [[The person for whom the system reads]])
* agent[person].type 1..1 MS
* agent[person].type = http://terminology.hl7.org/CodeSystem/v3-ParticipationType#IRCP
* agent[person].who 1..1 MS
* agent[person].who insert ByNumber
* source MS
* source.site 1..1 MS
* source.site insert Said([[Le centre dont c’est le registre]], [[The centre whose register it is]])
* source.observer MS
* source.observer insert ByNumber
* entity 1..* MS
* entity.what 1..1 MS
* entity.what obeys psc-access-2
* entity.what insert Said([[Ce qui a été lu, ou l’enfant, par son numéro]], [[What was read, or the child, by number]])
* entity.detail 1..* MS
* entity.detail insert Said([[Quelle sorte de chose]], [[What kind of thing]])
* entity.query 0..0

Invariant: psc-access-1
Description: "Chercher s’écrit E, lire s’écrit R, détruire s’écrit D. / To search is written E, to read is written R, to destroy is written D."
Severity: #error
Expression: "subtype.code.all($this in ('read' | 'vread' | 'history-instance' | 'search-type' | 'delete')) and (action = 'E') = (subtype.code = 'search-type') and (action = 'D') = (subtype.code = 'delete') and (action = 'R' or action = 'E' or action = 'D')"

Invariant: psc-access-2
Description: "Par son numéro d’affaires, ou celui du dossier. / By its business number, or that of the record."
Severity: #error
Expression: "identifier.value.exists() or reference.exists()"

Extension: PscAuditChain
Id: psc-audit-chain
Title: "Place dans la chaîne"
Description: "La place d’une entrée dans la chaîne du registre, et l’empreinte de celle d’avant : une entrée retirée, changée ou coupée se voit."
Context: AuditEvent
* insert English([[Place in the chain]], [[The place of an entry in the chain of the register, and the hash of the one before: an entry that is removed, altered or cut off is seen.]])
* extension contains chain 1..1 and sequence 1..1 and previous 1..1 and hash 1..1
* extension[chain] insert Said([[La chaîne]], [[The chain]])
* extension[chain].value[x] 1..1
* extension[chain].value[x] only string
* extension[sequence] insert Said([[La place, à partir de 1]], [[The place, from 1]])
* extension[sequence].value[x] 1..1
* extension[sequence].value[x] only positiveInt
* extension[previous] insert Said([[Empreinte (SHA-256) de l’entrée d’avant ; des zéros pour la première]], [[Hash (SHA-256) of the entry before; zeros for the first]])
* extension[previous].value[x] 1..1
* extension[previous].value[x] only string
* extension[hash] insert Said([[Empreinte de celle-ci]], [[Hash of this one]])
* extension[hash].value[x] 1..1
* extension[hash].value[x] only string

RuleSet: ExampleAccess(centre)
* outcome = #0
* agent[holder].who insert ExampleReference(Organization, centre, {centre})
* agent[holder].requestor = false
* source.site = "{centre}"
* source.observer insert ExampleReference(Organization, centre, {centre})

Instance: example-access-circle
InstanceOf: PscAccess
Usage: #example
Description: "Une application du centre lit un cercle pour une intervenante. / A centre’s app reads a circle for a professional."
* insert ExampleAccess(centre-verdun)
* extension[chain].extension[chain].valueString = "4b0f3a52-6f0e-4b8e-9d51-7a1c2e3f4a5b"
* extension[chain].extension[sequence].valuePositiveInt = 1
* extension[chain].extension[previous].valueString = "0000000000000000000000000000000000000000000000000000000000000000"
* extension[chain].extension[hash].valueString = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
* subtype = $restfulInteraction#read "read"
* action = #R
* recorded = "2026-09-21T13:05:00.000Z"
* agent[reader].who insert ExampleReference(Organization, centre, centre-verdun)
* agent[reader].altId = "dossier-clinique"
* agent[reader].requestor = false
* agent[person].who insert ExampleReference(PractitionerRole, professional-role/centre-verdun, sw-julie-bertrand)
* agent[person].requestor = true
* entity[0].what insert ExampleReference(CareTeam, care-circle/centre-verdun, cercle-verdun-0231)
* entity[0].detail.type = "kind"
* entity[0].detail.valueString = "care-circle"
* entity[1].what insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* entity[1].name = "verdun-0231"
* entity[1].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1 "Person"
* entity[1].role = http://terminology.hl7.org/CodeSystem/object-role#1 "Patient"
* entity[1].detail.type = "kind"
* entity[1].detail.valueString = "care-circle"

Instance: example-access-search
InstanceOf: PscAccess
Usage: #example
Description: "Une application cherche un enfant : les numéros trouvés, jamais ce qui était cherché. / An app looks for a child: the numbers found, never what was searched for."
* insert ExampleAccess(centre-vanier)
* subtype = $restfulInteraction#search-type "search-type"
* action = #E
* recorded = "2026-09-22T09:30:00.000Z"
* agent[reader].who insert ExampleReference(Organization, centre, centre-vanier)
* agent[reader].requestor = true
* entity.what insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* entity.name = "vanier-1042"
* entity.type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1 "Person"
* entity.role = http://terminology.hl7.org/CodeSystem/object-role#1 "Patient"
* entity.detail.type = "kind"
* entity.detail.valueString = "child-search"
