Profile: PscChild
Parent: Patient
Id: psc-child
Title: "Enfant"
Description: "L’enfant au centre : un dossier par enfant et par centre."
* insert English([[Child]], [[The child at the centre: one record per child and centre.]])
* identifier 1..* MS
* identifier insert Said([[Identifiants : toujours le numéro local, une carte seulement si la famille l’a donnée]], [[Identifiers: always the local number, a card only if the family gave it]])
* name 1..* MS
* name insert Said([[Nom : un seul mot, sans prénom ou seulement un texte sont ordinaires]], [[Name: one word, no given name, or only a text are ordinary]])

Instance: example-child-verdun
InstanceOf: PscChild
Usage: #example
* identifier.system = "https://fhir.passerelle.example/NamingSystem/child/verdun"
* identifier.value = "enf-1"
* name.text = "Minh An"
