Profile: PscIncident
Parent: Basic
Id: psc-incident
Title: "Incident de confidentialité"
Description: "Une ligne du registre des incidents d’un centre, scellée : seule la passerelle la lit, pour la personne responsable de la protection des renseignements personnels. Elle ne nomme personne."
* insert English([[Confidentiality incident]], [[A line of a centre’s register of incidents, sealed: the gateway alone reads it, for the privacy officer. It names nobody.]])
* extension contains PscSealed named sealed 1..1 MS
* identifier 1..1 MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* code MS
* code = https://fhir.passerelle.example/CodeSystem/record-keeping#incident
* subject 0..0
* subject insert Said([[Ne nomme personne]], [[Names nobody]])
* author 0..0
* author insert Said([[Qui l’a écrite est au registre des accès]], [[Who wrote it is in the register of accesses]])
* created 1..1 MS
* created insert Said([[Le jour où cette version a été écrite]], [[The day on which this version was written]])

Extension: PscSealed
Id: psc-sealed
Title: "Contenu scellé"
Description: "Compressé, puis AES-256-GCM ; le début nomme la clé."
Context: Basic
* insert English([[Sealed content]], [[Compressed, then AES-256-GCM; its beginning names the key.]])
* value[x] 1..1
* value[x] only string

Instance: example-incident-fax
InstanceOf: PscIncident
Usage: #example
Description: "Une page partie au mauvais télécopieur. / A page that went to the wrong fax."
* extension[sealed].valueString = "k1.W6Zp0cV9f2Jw1yqg6c0t5m8r3u7xA4bD9eFhKjLnPqRsTvWyZ2468acegikmoqsuwy"
* identifier.system = "https://fhir.passerelle.example/NamingSystem/incident/centre-verdun"
* identifier.value = "INC-2026-3"
* created = "2026-11-05"

Instance: example-incident-screen
InstanceOf: PscIncident
Usage: #example
Description: "Un écran resté ouvert. / A screen left open."
* extension[sealed].valueString = "k1.Zx81mQe0Yt4Lk2Bv7Nc5Rf3Hd9Js6Gw1Pa8Uo4Ii0Ty2Re5Wq7Sd3Fg6Hj9Kl1Xc4V"
* identifier.system = "https://fhir.passerelle.example/NamingSystem/incident/centre-vanier"
* identifier.value = "INC-2026-1"
* created = "2026-10-20"
