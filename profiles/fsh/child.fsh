Profile: PscChild
Parent: Patient
Id: psc-child
Title: "Enfant"
Description: "L’enfant au centre : un dossier par enfant et par centre. Ni race, ni religion, ni nationalité, ni statut, ni lieu de naissance, ni couverture : il n’y a pas de place pour cela."
* insert English([[Child]], [[The child at the centre: one record per child and centre. No race, religion, nationality, status, place of birth or coverage: there is no place for it.]])
* obeys psc-child-1 and psc-child-4 and psc-child-5
* extension contains $interpreterRequired named interpreterRequired 0..1 MS
* extension[interpreterRequired] insert Said([[La famille a besoin d’un interprète]], [[The family needs an interpreter]])
* insert Labelled
* insert Numbered
* identifier insert Said([[Le numéro du centre toujours ; une carte seulement si la famille l’a donnée]], [[The centre’s number always; a card only if the family gave it]])
* identifier ^slicing.discriminator.type = #value
* identifier ^slicing.discriminator.path = "system"
* identifier ^slicing.rules = #open
* identifier contains nam 0..* MS and ohip 0..* MS
* identifier[nam] insert Said([[Numéro d’assurance maladie du Québec (RAMQ)]], [[Québec health insurance number (RAMQ)]])
* identifier[nam].type MS
* identifier[nam].type = $v2-0203#JHN
* identifier[nam].system = $nam (exactly)
* identifier[nam].value obeys psc-child-2
* identifier[ohip] insert Said([[Numéro de carte Santé de l’Ontario]], [[Ontario health card number]])
* identifier[ohip].extension contains PscHealthCardVersion named version 0..1 MS
* identifier[ohip].type MS
* identifier[ohip].type = $v2-0203#JHN
* identifier[ohip].system = $ohip (exactly)
* identifier[ohip].value obeys psc-child-3
* name 1..* MS
* name insert Said([[Un seul mot, sans prénom ou seulement un texte : tous les noms sont ordinaires]], [[One word, no given name, or only a text: every name is ordinary]])
* name.text MS
* name.family MS
* name.given MS
* gender MS
* birthDate MS
* birthDate insert Said([[Date de naissance, peut-être partielle]], [[Birth date, maybe partial]])
* address MS
* address.extension contains PscNoFixedAddress named noFixedAddress 0..1 MS
* address.line MS
* address.city MS
* address.state MS
* address.postalCode MS
* communication MS
* communication insert Said([[Langues, la préférée d’abord]], [[Languages, the preferred first]])
* communication.language MS
* communication.preferred MS
* managingOrganization 1..1 MS
* managingOrganization insert Said([[Le centre dont c’est le dossier]], [[The centre whose record it is]])
* managingOrganization insert ByNumber
* link 0..0
* link insert Said([[Le lien entre deux dossiers se tient hors de FHIR]], [[A tie between two records is kept outside FHIR]])

Invariant: psc-child-1
Description: "L’enfant a exactement un numéro donné par le centre (NamingSystem/child/…). / The child has exactly one number given by the centre (NamingSystem/child/…)."
Severity: #error
Expression: "identifier.where(system.startsWith('https://fhir.passerelle.example/NamingSystem/child/')).count() = 1"

Invariant: psc-child-2
Description: "Un NAM a quatre lettres majuscules puis huit chiffres, sans espace. / A NAM has four capital letters, then eight digits, without spaces."
Severity: #error
Expression: "matches('^[A-Z]{4}[0-9]{8}$')"

Invariant: psc-child-3
Description: "Un numéro de carte Santé a dix chiffres ; le code de version est à part. / An Ontario health card number has ten digits; the version code is apart."
Severity: #error
Expression: "matches('^[0-9]{10}$')"

Invariant: psc-child-4
Description: "Ni race, ni ethnicité, ni citoyenneté, ni nationalité, ni religion, ni lieu de naissance. / No race, ethnicity, citizenship, nationality, religion or place of birth."
Severity: #error
Expression: "extension.where(url.lower().matches('^.*[/-](race|ethnicity|citizenship|nationality|religion|congregation|birthplace)$')).empty()"

Invariant: psc-child-5
Description: "Ni numéro d’assurance sociale, ni passeport, ni carte de résident, ni carte de citoyenneté. / No social insurance number, passport, resident card or citizenship card."
Severity: #error
Expression: "identifier.type.coding.where(system = 'http://terminology.hl7.org/CodeSystem/v2-0203' and (code = 'SS' or code = 'PPN' or code = 'PRC' or code = 'CZ')).empty()"

Extension: PscHealthCardVersion
Id: psc-health-card-version
Title: "Code de version de la carte"
Description: "Une ou deux lettres à côté du numéro d’une carte Santé de l’Ontario."
Context: Identifier
* insert English([[Health card version code]], [[One or two letters beside the number of an Ontario health card.]])
* value[x] 1..1
* value[x] only string
* value[x] obeys psc-health-card-version-1

Invariant: psc-health-card-version-1
Description: "Le code de version est d’une ou deux lettres majuscules. / The version code is one or two capital letters."
Severity: #error
Expression: "matches('^[A-Z]{1,2}$')"

Extension: PscNoFixedAddress
Id: psc-no-fixed-address
Title: "Sans adresse fixe"
Description: "La famille n’a pas d’adresse fixe ; ce qui est donné à côté sert à la trouver."
Context: Address
* insert English([[No fixed address]], [[The family has no fixed address; what is given beside helps to find them.]])
* value[x] 1..1
* value[x] only boolean
* value[x] = true

Instance: example-child-verdun
InstanceOf: PscChild
Usage: #example
Description: "Une fillette dont la famille n’a donné aucune carte. / A girl whose family gave no card."
* meta.security = $actCode#LOCIS
* extension[interpreterRequired].valueBoolean = true
* insert ExampleNumber(child/centre-verdun, verdun-0231)
* name.family = "Nguyễn"
* name.given = "Minh An"
* gender = #female
* birthDate = "2020-05-17"
* address.city = "Montréal"
* address.state = "QC"
* address.postalCode = "H4G"
* communication[0].language = $bcp47#vi
* communication[0].preferred = true
* communication[1].language = $bcp47#fr
* managingOrganization insert ExampleReference(Organization, centre, centre-verdun)

Instance: example-child-nam
InstanceOf: PscChild
Usage: #example
Description: "Un nom d’un seul mot, une date partielle et une carte du Québec. / A name of one word, a partial date and a Québec card."
* insert ExampleNumber(child/centre-south-shore, south-shore-0015)
* identifier[1].type = $v2-0203#JHN
* identifier[1].system = $nam
* identifier[1].value = "KONX11520312"
* name.text = "Konwatsi'tsiaiénni"
* gender = #female
* birthDate = "2011-02"
* managingOrganization insert ExampleReference(Organization, centre, centre-south-shore)

Instance: example-child-ohip
InstanceOf: PscChild
Usage: #example
Description: "Un garçon sans adresse fixe, avec une carte de l’Ontario. / A boy of no fixed address, with an Ontario card."
* insert ExampleNumber(child/centre-vanier, vanier-1042)
* identifier[1].extension.url = "https://fhir.passerelle.example/StructureDefinition/psc-health-card-version"
* identifier[1].extension.valueString = "AB"
* identifier[1].type = $v2-0203#JHN
* identifier[1].system = $ohip
* identifier[1].value = "9876543217"
* name.given = "Emeka"
* gender = #male
* birthDate = "2014"
* address.extension[noFixedAddress].valueBoolean = true
* address.city = "Ottawa"
* address.state = "ON"
* managingOrganization insert ExampleReference(Organization, centre, centre-vanier)
