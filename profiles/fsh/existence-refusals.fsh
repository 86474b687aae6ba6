Profile: PscExistenceRefusals
Parent: Basic
Id: psc-existence-refusals
Title: "Refus de l’existence"
Description: "La feuille d’un enfant : les décisions par lesquelles une personne de son cercle ne doit pas savoir que des renseignements existent. Scellée : seule la passerelle la lit, pour la personne pivot et la personne responsable de la protection des renseignements personnels. Elle ne nomme personne."
* insert English([[Refusals of existence]], [[A child’s sheet: the decisions by which a person of their circle may not know that information exists. Sealed: the gateway alone reads it, for the pivot and the privacy officer. It names nobody.]])
* extension contains PscSealed named sealed 1..1 MS
* identifier 1..1 MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS
* code MS
* code = https://fhir.passerelle.example/CodeSystem/record-keeping#existence-refusals
* subject 0..0
* subject insert Said([[Ne nomme personne]], [[Names nobody]])
* author 0..0
* author insert Said([[Qui a décidé est scellé]], [[Who decided is sealed]])
* created 1..1 MS
* created insert Said([[Le jour où cette version a été écrite]], [[The day on which this version was written]])

Instance: example-existence-refusals-verdun
InstanceOf: PscExistenceRefusals
Usage: #example
Description: "La feuille d’un enfant. / A child’s sheet."
* extension[sealed].valueString = "k1.W6Zp0cV9f2Jw1yqg6c0t5m8r3u7xA4bD9eFhKjLnPqRsTvWyZ2468acegikmoqsuwy"
* identifier.system = "https://fhir.passerelle.example/NamingSystem/existence-refusals/centre-verdun"
* identifier.value = "5c2a1f0e-6f0b-5d0e-9a6e-3b8f5f2f7a11"
* created = "2026-11-05"

Instance: example-existence-refusals-vanier
InstanceOf: PscExistenceRefusals
Usage: #example
Description: "Celle d’un autre. / Another’s."
* extension[sealed].valueString = "k1.Zx81mQe0Yt4Lk2Bv7Nc5Rf3Hd9Js6Gw1Pa8Uo4Ii0Ty2Re5Wq7Sd3Fg6Hj9Kl1Xc4V"
* identifier.system = "https://fhir.passerelle.example/NamingSystem/existence-refusals/centre-vanier"
* identifier.value = "0b7f2b7a-43f5-5d6e-8c57-2f4e1d9a7c30"
* created = "2026-10-20"
