Profile: PscOperatorAct
Parent: AuditEvent
Id: psc-operator-act
Title: "Acte d’exploitation"
Description: "Ce qu’une personne qui exploite la passerelle a fait, ou le centre qui a lu ce qui avait été mis de côté, ou dit depuis quand il savait : qui, quand, sur quoi. Écrit avant l’acte : s’il ne peut l’être, rien ne se fait. Des numéros seulement."
* insert English([[Act of those who operate]], [[What somebody who operates the gateway did, or a centre that read what was set aside or said since when it knew: who, when, on what. Written before the act: if it cannot be written, nothing is done. Numbers only.]])
* obeys psc-operator-act-1
* extension contains PscAuditChain named chain 0..1 MS
* type MS
* type = http://terminology.hl7.org/CodeSystem/audit-event-type#rest
* subtype 1..1 MS
* action 1..1 MS
* recorded MS
* outcome 1..1 MS
* outcome = #0
* agent 1..1 MS
* agent obeys psc-operator-act-2
* agent insert Said([[Qui l’a fait : un centre, ou le nom du jeton de qui exploite]], [[Who did it: a centre, or the name of an operator’s token]])
* agent.who MS
* agent.who insert ByNumber
* agent.altId MS
* agent.altId insert Said([[Nom du jeton de qui exploite, ou du fichier qui le dit]], [[Name of the operator’s token, or of the file that says so]])
* source MS
* source.observer MS
* source.observer insert Said([[La passerelle]], [[The gateway]])
* source.observer.display 1..1 MS
* entity 1..* MS
* entity.what 1..1 MS
* entity.what insert ByNumber
* entity.what insert Said([[Ce sur quoi l’acte porte, par son numéro]], [[What it was done to, by its number]])
* entity.detail 1..1 MS
* entity.detail insert Said([[L’acte]], [[The act]])
* entity.detail.value[x] only string

Invariant: psc-operator-act-1
Description: "Lire est une lecture (R) ; reprendre, clore, suspendre ou rouvrir, allumer ou éteindre, ouvrir ou fermer l’accès, prévenir un centre, dire depuis quand on savait est un acte (E). / To look is a reading (R); to replay, to close, to pause or to resume, to turn on or off, to open or shut access, to tell a centre, to say since when something was known is an act (E)."
Severity: #error
Expression: "entity.detail.value.all($this in ('look' | 'replay' | 'close' | 'pause' | 'resume' | 'switch-on' | 'switch-off' | 'switch-stands' | 'access-added' | 'access-changed' | 'access-removed' | 'tell-webhook' | 'tell-mail' | 'state-known')) and (action = 'R') = entity.detail.value.all($this = 'look') and (action = 'R' or action = 'E')"

Invariant: psc-operator-act-2
Description: "Un centre, ou le nom d’un jeton, jamais les deux. / A centre, or the name of a token, never both."
Severity: #error
Expression: "who.exists() xor altId.exists()"

Instance: example-operator-act-read
InstanceOf: PscOperatorAct
Usage: #example
Description: "Un centre lit le contenu d’un envoi mis de côté. / A centre reads the content of what was set aside."
* subtype = $restfulInteraction#read "read"
* action = #R
* recorded = "2026-09-21T13:05:00.000Z"
* agent.who insert ExampleReference(Organization, centre, centre-verdun)
* agent.requestor = true
* source.observer.display = "Passerelle"
* entity.what.identifier.system = "urn:ietf:rfc:3986"
* entity.what.identifier.value = "urn:uuid:5f1d2c3b-4a59-5e68-8776-95a4b3c2d1e0"
* entity.detail.type = "act"
* entity.detail.valueString = "look"

Instance: example-operator-act-pause
InstanceOf: PscOperatorAct
Usage: #example
Description: "Les envois à un partenaire sont suspendus. / Deliveries to a partner are paused."
* subtype = $restfulInteraction#operation "operation"
* action = #E
* recorded = "2026-09-22T02:10:00.000Z"
* agent.altId = "nuit"
* agent.requestor = true
* source.observer.display = "Passerelle"
* entity.what insert ExampleReference(Organization, partner, clsc-verdun)
* entity.detail.type = "act"
* entity.detail.valueString = "pause"

Instance: example-operator-act-known
InstanceOf: PscOperatorAct
Usage: #example
Description: "Un programme du centre reprend un ancien dossier et dit depuis quand on savait. / A program of the centre takes over an old file and says since when it was known."
* subtype = $restfulInteraction#operation "operation"
* action = #E
* recorded = "2026-09-22T14:00:00.000Z"
* agent.who insert ExampleReference(Organization, centre, centre-verdun)
* agent.requestor = true
* source.observer.display = "Passerelle"
* entity.what.identifier.system = "urn:ietf:rfc:3986"
* entity.what.identifier.value = "urn:uuid:5f1d2c3b-4a59-5e68-8776-95a4b3c2d1e1"
* entity.detail.type = "act"
* entity.detail.valueString = "state-known"
