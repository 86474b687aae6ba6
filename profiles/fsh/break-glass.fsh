Profile: PscBreakGlass
Parent: AuditEvent
Id: psc-break-glass
Title: "Accès d’urgence"
Description: "Qui a ouvert l’accès d’urgence au dossier de quel enfant, pourquoi (un mot d’une liste), ou la deuxième personne qui l’a relu et ce qu’elle en dit. Écrit avant que rien ne s’ouvre : s’il ne peut l’être, rien ne s’ouvre. Des numéros et des codes seulement."
* insert English([[Emergency access]], [[Who opened emergency access to which child’s file, why (a word of a list), or the second person who signed it off and what they say of it. Written before anything opens: if it cannot be written, nothing opens. Numbers and codes only.]])
* obeys psc-break-glass-1
* extension contains PscAuditChain named chain 0..1 MS
* type MS
* type = $dcm#110113
* subtype 1..1 MS
* subtype obeys psc-break-glass-2
* subtype insert Said([[Ouvert (110127), ou relu par une deuxième personne (110138)]], [[Opened (110127), or signed off by a second person (110138)]])
* action 1..1 MS
* action = #E
* recorded MS
* outcome 1..1 MS
* outcome = #0
* purposeOfEvent 1..1 MS
* purposeOfEvent = $actReason#BTG
* purposeOfEvent insert Said([[Bris de glace, du jeu de valeurs PurposeOfUse de HL7]], [[Break the glass, of HL7’s value set PurposeOfUse]])
* agent MS
* agent ^slicing.discriminator.type = #pattern
* agent ^slicing.discriminator.path = "type"
* agent ^slicing.rules = #open
* agent contains reader 1..1 MS and holder 1..1 MS and person 1..1 MS
* agent[reader] insert Said([[Le système du centre]], [[The centre’s system]])
* agent[reader].type 1..1 MS
* agent[reader].type = $dcm#110152
* agent[reader].who 1..1 MS
* agent[holder] insert Said([[Le centre dont c’est le dossier]], [[The centre whose file it is]])
* agent[holder].type 1..1 MS
* agent[holder].type = $dcm#110153
* agent[holder].who 1..1 MS
* agent[holder].who insert ByNumber
* agent[person] insert Said([[La personne : toujours quelqu’un]], [[The person: always somebody]])
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
* entity.what insert ByNumber
* entity.what insert Said([[L’ouverture et l’enfant, par leur numéro]], [[The opening and the child, by number]])
* entity.detail 1..* MS
* entity.detail insert Said([[La raison, ou ce qui en est dit, et quelle sorte de chose]], [[The reason, or what is said of it, and what kind of thing]])
* entity.detail.value[x] only string
* entity.query 0..0

Invariant: psc-break-glass-1
Description: "Ouvert : une raison de la liste ; relu : justifié ou non. / Opened: a reason of the list; signed off: justified or not."
Severity: #error
Expression: "entity.detail.where(type = 'why').exists() and ((subtype.code = '110127' and entity.detail.where(type = 'why').value.all($this in ('life-or-health' | 'safety' | 'nobody-reachable'))) or (subtype.code = '110138' and entity.detail.where(type = 'why').value.all($this in ('justified' | 'unjustified'))))"

Invariant: psc-break-glass-2
Description: "Accès d’urgence commencé (110127) ou terminé (110138). / Emergency override started (110127) or stopped (110138)."
Severity: #error
Expression: "code = '110127' or code = '110138'"

RuleSet: ExampleBreakGlass(centre, person, why)
* outcome = #0
* agent[reader].who insert ExampleReference(Organization, centre, {centre})
* agent[reader].altId = "dossier-clinique"
* agent[reader].requestor = false
* agent[holder].who insert ExampleReference(Organization, centre, {centre})
* agent[holder].requestor = false
* agent[person].who insert ExampleReference(PractitionerRole, professional-role/{centre}, {person})
* agent[person].requestor = true
* source.site = "{centre}"
* source.observer insert ExampleReference(Organization, centre, {centre})
* entity[0].what.identifier.system = "https://fhir.passerelle.example/NamingSystem/break-glass"
* entity[0].what.identifier.value = "0b7c8e7e-5d0c-4f0e-9a55-2f6d1f0c7a11"
* entity[0].detail[0].type = "why"
* entity[0].detail[0].valueString = "{why}"
* entity[0].detail[1].type = "kind"
* entity[0].detail[1].valueString = "break-glass"
* entity[1].name = "verdun-0231"
* entity[1].type = http://terminology.hl7.org/CodeSystem/audit-entity-type#1 "Person"
* entity[1].role = http://terminology.hl7.org/CodeSystem/object-role#1 "Patient"
* entity[1].what insert ExampleReference(Patient, child/{centre}, verdun-0231)
* entity[1].detail[0].type = "why"
* entity[1].detail[0].valueString = "{why}"
* entity[1].detail[1].type = "kind"
* entity[1].detail[1].valueString = "break-glass"

Instance: example-break-glass-opened
InstanceOf: PscBreakGlass
Usage: #example
Description: "Une personne de l’accueil ouvre l’accès d’urgence : un soin ne peut attendre. / Somebody at the reception opens emergency access: care cannot wait."
* insert ExampleBreakGlass(centre-verdun, accueil-nadia-roy, nobody-reachable)
* subtype = $dcm#110127 "Emergency Override Started"
* recorded = "2026-09-21T13:05:00.000Z"

Instance: example-break-glass-signed
InstanceOf: PscBreakGlass
Usage: #example
Description: "La personne pivot le relit le même jour. / The pivot signs it off the same day."
* insert ExampleBreakGlass(centre-verdun, sw-julie-bertrand, justified)
* subtype = $dcm#110138 "Emergency Override Stopped"
* recorded = "2026-09-21T15:40:00.000Z"
