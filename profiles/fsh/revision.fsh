// What the gateway writes beside what was said, on any resource.

Extension: PscRevision
Id: psc-revision
Title: "Révision"
Description: "Quelle version du concept est au dossier, l’empreinte de son contenu, quand c’est arrivé, et par quel échange c’est venu. Écrite par la passerelle sur la racine de chaque concept."
Context: DomainResource
* insert English([[Revision]], [[Which version of the concept is on record, the hash of its content, when it happened, and by which exchange it came. Written by the gateway on the root of each concept.]])
* insert Part(version, 0..1, positiveInt, [[Version, que l’expéditeur augmente]], [[Version, which the sender raises]])
* insert Part(hash, 1..1, string, [[Empreinte SHA-256 du contenu]], [[SHA-256 of the content]])
* insert Part(happened, 1..1, dateTime, [[Quand c’est arrivé, selon qui le dit]], [[When it happened, as told]])
* insert Part(exchange, 1..1, string, [[Échange par lequel c’est venu]], [[Exchange by which it came]])
* extension[hash].value[x] obeys psc-revision-1

Invariant: psc-revision-1
Description: "Une empreinte SHA-256 s’écrit en 64 chiffres hexadécimaux. / A SHA-256 hash is written in 64 hexadecimal digits."
Severity: #error
Expression: "matches('^[0-9a-f]{64}$')"

Extension: PscImplied
Id: psc-implied
Title: "Sous-entendu"
Description: "Sur un état ou un code que FHIR exige et que l’expéditeur n’a pas donné : la valeur par défaut vaut."
Context: code
* insert English([[Implied]], [[On a status or a code that FHIR requires and the sender did not give: the default stands.]])
* value[x] 1..1
* value[x] only boolean
* value[x] = true

Extension: PscAsSaid
Id: psc-as-said
Title: "Tel que dit"
Description: "Sur une date que les règles de FHIR nous ont fait écrire plus grossièrement : ce qui a été dit."
Context: dateTime
* insert English([[As said]], [[On a date that FHIR’s rules made us write more coarsely: what was said.]])
* value[x] 1..1
* value[x] only dateTime
