Profile: PscRefusedCall
Parent: AuditEvent
Id: psc-refused-call
Title: "Appel refusé"
Description: "Un appel que la passerelle a refusé : par qui si un jeton le dit, sinon de quel réseau, pourquoi, à quelle adresse ; ou combien d’autres dans la même minute. Jamais un jeton, ni ce qui était demandé. Ne pas pouvoir l’écrire n’ouvre rien."
* insert English([[Refused call]], [[A call that the gateway refused: by whom if a token says it, else from which network, why, at which address; or how many more in the same minute. Never a token, nor what was asked for. That it cannot be written opens nothing.]])
* obeys psc-refused-call-1
* extension contains PscAuditChain named chain 0..1 MS
* type MS
* type = $dcm#110113
* subtype 1..1 MS
* subtype obeys psc-refused-call-3
* subtype insert Said([[Qui n’est pas connu, ou qui l’est et demande ce qui n’est pas à lui]], [[Who is not known, or is and asks for what is not theirs]])
* action 1..1 MS
* action = #E
* recorded MS
* outcome 1..1 MS
* outcome = #4
* agent 1..2 MS
* agent insert Said([[Qui appelait, si un jeton le dit, et la personne]], [[Who called, if a token says it, and the person]])
* agent.who MS
* agent.altId MS
* agent.altId insert Said([[Le client, comme son jeton le nomme]], [[The client, as its token names it]])
* agent.name 0..0
* agent.network MS
* agent.network insert Said([[D’où venait l’appel d’un inconnu]], [[Where the call of a stranger came from]])
* agent.network.address MS
* agent.network.address obeys psc-refused-call-2
* agent.network.address insert Said([[Le réseau, jamais l’adresse entière]], [[The network, never the whole address]])
* source MS
* source.observer MS
* source.observer.display 1..1 MS
* entity 1..1 MS
* entity.what MS
* entity.what insert Said([[Ce qui était demandé, si c’est un UUID]], [[What was asked for, where it is a UUID]])
* entity.name 0..0
* entity.query 0..0
* entity.detail 2..3 MS
* entity.detail insert Said([[La raison, l’adresse sans ses numéros, combien d’appels]], [[The reason, the address without its numbers, how many calls]])
* entity.detail.value[x] only string

Invariant: psc-refused-call-1
Description: "Dit pourquoi, et combien d’appels. / Says why, and how many calls."
Severity: #error
Expression: "entity.detail.where(type = 'why').exists() and entity.detail.where(type = 'times').value.all($this.matches('^[1-9][0-9]{0,9}$')) and entity.detail.where(type = 'times').exists()"

Invariant: psc-refused-call-2
Description: "Un réseau (/24 ou /48), pas une adresse : elle peut être celle d’une personne. / A network (/24 or /48), not an address: it may be a person’s."
Severity: #error
Expression: "$this.matches('/(24|48)$')"

Invariant: psc-refused-call-3
Description: "Authentification (110126) ou fonction réservée (110132). / Authentication (110126) or restricted function (110132)."
Severity: #error
Expression: "code = '110126' or code = '110132'"

Instance: example-refused-call-stranger
InstanceOf: PscRefusedCall
Usage: #example
Description: "Un jeton dont la signature ne tient pas. / A token whose signature does not hold."
* subtype = $dcm#110126 "Node Authentication"
* recorded = "2026-09-22T02:10:00.000Z"
* agent.requestor = true
* agent.network.address = "203.0.113.0/24"
* agent.network.type = #2
* source.observer.display = "Passerelle"
* entity.detail[0].type = "why"
* entity.detail[0].valueString = "signature"
* entity.detail[1].type = "route"
* entity.detail[1].valueString = "GET /v1/changes"
* entity.detail[2].type = "times"
* entity.detail[2].valueString = "1"

Instance: example-refused-call-many
InstanceOf: PscRefusedCall
Usage: #example
Description: "Une application d’un centre à qui d’autres appels ont été refusés dans la même minute. / An app of a centre that was refused more calls in the same minute."
* subtype = $dcm#110132 "Use of Restricted Function"
* recorded = "2026-09-22T02:11:00.000Z"
* agent.who insert ExampleReference(Organization, centre, centre-verdun)
* agent.altId = "clinique-verdun"
* agent.requestor = true
* source.observer.display = "Passerelle"
* entity.detail[0].type = "why"
* entity.detail[0].valueString = "more"
* entity.detail[1].type = "times"
* entity.detail[1].valueString = "412"
