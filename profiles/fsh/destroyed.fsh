Profile: PscDestroyed
Parent: Basic
Id: psc-destroyed
Title: "Dossier détruit"
Description: "Prend la place du compteur d’écritures d’un dossier détruit : rien ne s’y écrit plus. Ni numéro, ni nom ; le jour seulement."
* insert English([[File destroyed]], [[Takes the place of the write counter of a file that was destroyed: nothing is written there any more. No number, no name; the day only.]])
* code MS
* code = https://fhir.passerelle.example/CodeSystem/record-keeping#destroyed
* subject 0..0
* subject insert Said([[Ne nomme personne]], [[Names nobody]])
* author 0..0
* author insert Said([[Qui l’a fait et pourquoi est au registre]], [[Who did it and why is in the register]])
* created 1..1 MS
* created insert Said([[Le jour de la destruction]], [[The day of the destruction]])

Instance: example-destroyed-retention
InstanceOf: PscDestroyed
Usage: #example
Description: "Un dossier dont la durée de conservation était passée. / A file whose retention was over."
* created = "2046-03-02"

Instance: example-destroyed-other
InstanceOf: PscDestroyed
Usage: #example
Description: "Un autre, un autre jour. / Another one, another day."
* created = "2031-11-30"
