Profile: PscResource
Parent: HealthcareService
Id: psc-resource
Title: "Ressource du répertoire"
Description: "Ce qu’un organisme offre, à qui, où, en quelles langues, à quel prix, et comment le joindre. Aucune donnée sur une personne."
* insert English([[Resource of the directory]], [[What an organization offers, to whom, where, in which languages, at what cost, and how to reach it. No datum about a person.]])
* obeys psc-resource-1
* extension contains PscRevision named revision 1..1 MS and PscPartner named partner 0..1 MS and PscCapacity named capacity 0..1 MS
* insert Numbered
* active MS
* active insert Said([[Encore offerte]], [[Still offered]])
* providedBy MS
* providedBy only Reference(Organization)
* providedBy insert Said([[L’organisme qui l’offre, et comment cette ressource le nomme]], [[The organization that offers it, and how this resource calls it]])
* providedBy insert ByNumber
* providedBy.display MS
* type MS
* type insert Said([[Ce que c’est : notre code, et celui de HL7 à côté s’il y en a un]], [[What it is: our code, and HL7’s beside it if there is one]])
* type.coding MS
* type.coding ^slicing.discriminator.type = #value
* type.coding ^slicing.discriminator.path = "system"
* type.coding ^slicing.rules = #open
* type.coding contains kind 1..1 MS
* type.coding[kind].system 1..1
* type.coding[kind].system = "https://fhir.passerelle.example/CodeSystem/resource-kind" (exactly)
* type.coding[kind].code 1..1
* type.coding[kind] from https://fhir.passerelle.example/ValueSet/resource-kind (required)
* location MS
* location only Reference(Location)
* location insert Said([[Où elle est]], [[Where it is]])
* location insert ByNumber
* name 1..1 MS
* comment MS
* extraDetails MS
* extraDetails insert Said([[Ce qu’elle offre, en mots]], [[What it offers, in words]])
* telecom MS
* telecom.system 1..1 MS
* telecom.value 1..1 MS
* coverageArea MS
* coverageArea only Reference(Location)
* coverageArea insert Said([[Territoires desservis, d’ordinaire ceux de CLSC]], [[Territories served, usually those of CLSCs]])
* coverageArea insert ByNumber
* coverageArea.display MS
* serviceProvisionCode 0..1 MS
* serviceProvisionCode insert Said([[Coût pour la famille : le code de HL7, des mots, ou les deux]], [[Cost for the family: HL7’s code, words, or both]])
* eligibility 0..1 MS
* eligibility.extension contains PscAgeRange named ages 0..1 MS
* eligibility.comment MS
* program MS
* program from https://fhir.passerelle.example/ValueSet/programme (required)
* characteristic MS
* characteristic from https://fhir.passerelle.example/ValueSet/service-mode (required)
* characteristic insert Said([[Sur place, à domicile, par téléphone ou en ligne]], [[On site, at home, by telephone or online]])
* communication MS
* communication insert Said([[Langues du service]], [[Languages of the service]])
* referralMethod MS
* referralMethod from http://hl7.org/fhir/ValueSet/service-referral-method (required)
* referralMethod insert Said([[Comment lui adresser une demande]], [[How to send it a request]])
* availableTime MS
* availableTime.daysOfWeek MS
* availableTime.allDay MS
* availableTime.availableStartTime MS
* availableTime.availableEndTime MS
* notAvailable MS
* notAvailable.during MS
* notAvailable.during insert MaybeCoarse
* availabilityExceptions MS
* availabilityExceptions insert Said([[Heures, en mots]], [[Hours, in words]])

Invariant: psc-resource-1
Description: "La ressource a exactement un numéro donné par le centre (NamingSystem/resource/…). / The resource has exactly one number given by the centre (NamingSystem/resource/…)."
Severity: #error
Expression: "identifier.where(system.startsWith('https://fhir.passerelle.example/NamingSystem/resource/')).count() = 1"

Extension: PscPartner
Id: psc-partner
Title: "Partenaire du registre"
Description: "Le partenaire du registre que cette ressource est : à qui une demande peut être adressée."
Context: HealthcareService
* insert English([[Partner of the registry]], [[The partner of the registry that this resource is: to whom a request may be sent.]])
* value[x] 1..1
* value[x] only Identifier
* valueIdentifier.system 1..1
* valueIdentifier.system = "https://fhir.passerelle.example/NamingSystem/partner" (exactly)
* valueIdentifier.value 1..1

Extension: PscCapacity
Id: psc-capacity
Title: "Capacité"
Description: "Places libres, attente en mots, et en date de quand."
Context: HealthcareService
* insert English([[Capacity]], [[Places free, waiting time in words, and as of when.]])
* extension 1..*
* insert Part(places, 0..1, unsignedInt, [[Places libres]], [[Places free]])
* insert Part(waiting, 0..1, string, [[Attente, en mots]], [[Waiting time, in words]])
* insert Part(asOf, 0..1, date, [[En date du]], [[As of]])

Extension: PscAgeRange
Id: psc-age-range
Title: "Âges"
Description: "Dès quel âge et jusqu’à quel âge, en années."
Context: HealthcareService.eligibility
* insert English([[Ages]], [[From which age and up to which age, in years.]])
* value[x] 1..1
* value[x] only Range
* valueRange obeys psc-age-range-1
* valueRange.low MS
* valueRange.low.value 1..1
* valueRange.low.system 1..1
* valueRange.low.system = $ucum (exactly)
* valueRange.low.code 1..1
* valueRange.low.code = #a (exactly)
* valueRange.high MS
* valueRange.high.value 1..1
* valueRange.high.system 1..1
* valueRange.high.system = $ucum (exactly)
* valueRange.high.code 1..1
* valueRange.high.code = #a (exactly)

Invariant: psc-age-range-1
Description: "Au moins l’un des deux âges. / At least one of the two ages."
Severity: #error
Expression: "low.exists() or high.exists()"

Profile: PscLocation
Parent: Location
Id: psc-location
Title: "Lieu ou territoire"
Description: "Un lieu où une ressource est offerte, ou un territoire qu’elle dessert."
* insert English([[Place or territory]], [[A place where a resource is offered, or a territory that it serves.]])
* obeys psc-location-1
* insert Numbered
* name MS
* description MS
* description insert Said([[Comment s’y rendre, accès]], [[How to get there, access]])
* mode 1..1 MS
* mode = #instance
* telecom MS
* telecom.system 1..1 MS
* telecom.value 1..1 MS
* address MS
* address.extension contains PscNoFixedAddress named noFixedAddress 0..1 MS
* address.line MS
* address.city MS
* address.state MS
* address.postalCode MS
* physicalType MS
* physicalType insert Said([[jdn pour un territoire]], [[jdn for a territory]])

Invariant: psc-location-1
Description: "Un territoire n’a ni adresse ni moyen de le joindre. / A territory has neither an address nor a way to reach it."
Severity: #error
Expression: "physicalType.coding.where(system = 'http://terminology.hl7.org/CodeSystem/location-physical-type' and code = 'jdn').exists() implies (address.empty() and telecom.empty())"

Instance: example-resource-orchestra
InstanceOf: PscResource
Usage: #example
Description: "Un orchestre de jeunes, gratuit, que l’on peut prescrire. / A free youth orchestra that may be prescribed."
* insert ExampleRevision(1, 2026-09-02)
* extension[partner].valueIdentifier.system = "https://fhir.passerelle.example/NamingSystem/partner"
* extension[partner].valueIdentifier.value = "orchestre-vanier"
* extension[capacity].extension[places].valueUnsignedInt = 4
* extension[capacity].extension[waiting].valueString = "None for strings, until Christmas for the choir"
* extension[capacity].extension[asOf].valueDate = "2026-09-01"
* insert ExampleNumber(resource/carrefour-vanier, vanier-youth-orchestra)
* active = true
* providedBy insert ExampleReference(Organization, institution/carrefour-vanier, youth-orchestra)
* providedBy.display = "Vanier Youth Orchestra"
* type[0].coding[kind].code = #arts-music
* type[0].coding[kind].display = "Arts et musique"
* type[1].coding[kind].code = #mentoring
* type[1].coding[kind].display = "Mentorat"
* type[1].coding[1] = $serviceType#553
* location insert ExampleReference(Location, place/carrefour-vanier, vanier-youth-orchestra:hall)
* name = "Vanier Youth Orchestra"
* extraDetails = "Strings, winds and choir twice a week. The instrument is lent; a snack is served."
* telecom.system = #phone
* telecom.value = "613 555-0170"
* coverageArea insert ExampleReference(Location, territory/carrefour-vanier, vanier)
* coverageArea.display = "Vanier"
* serviceProvisionCode = $serviceProvision#free
* eligibility.extension[ages].valueRange.low.value = 6
* eligibility.extension[ages].valueRange.low.unit = "ans"
* eligibility.extension[ages].valueRange.low.system = $ucum
* eligibility.extension[ages].valueRange.low.code = #a
* eligibility.extension[ages].valueRange.high.value = 17
* eligibility.extension[ages].valueRange.high.unit = "ans"
* eligibility.extension[ages].valueRange.high.system = $ucum
* eligibility.extension[ages].valueRange.high.code = #a
* characteristic = https://fhir.passerelle.example/CodeSystem/service-mode#in-person "Sur place"
* communication[0] = $bcp47#en
* communication[1] = $bcp47#fr
* referralMethod[0] = $referralMethod#elec
* referralMethod[1] = $referralMethod#phone
* availableTime.daysOfWeek[0] = #tue
* availableTime.daysOfWeek[1] = #thu
* availableTime.availableStartTime = "16:00:00"
* availableTime.availableEndTime = "18:00:00"
* notAvailable.description = "Winter break"
* notAvailable.during.start = "2026-12-19"
* notAvailable.during.end = "2027-01-04"

Instance: example-resource-speech
InstanceOf: PscResource
Usage: #example
Description: "L’orthophonie d’un CLSC, avec son territoire et son attente. / Speech therapy at a CLSC, with its territory and waiting time."
* insert ExampleRevision(3, 2026-10-14T11:20:00-04:00)
* extension[capacity].extension[waiting].valueString = "Environ quatre mois"
* insert ExampleNumber(resource/petits-renards, clsc-verdun-orthophonie)
* type.coding[kind].code = #speech-therapy
* type.coding[kind].display = "Orthophonie"
* type.coding[1] = $serviceType#68
* name = "Orthophonie, CLSC de Verdun"
* coverageArea insert ExampleReference(Location, territory/petits-renards, clsc-verdun)
* serviceProvisionCode.text = "Pour toutes les familles : appelez le centre pour l’inscription."
* eligibility.comment = "Avant l’entrée à l’école."
* program[0] = https://fhir.passerelle.example/CodeSystem/programme#clsc "CLSC"
* program[1] = https://fhir.passerelle.example/CodeSystem/programme#agir-tot "Agir tôt"
* communication = $bcp47#fr
* availabilityExceptions = "Le jour, sur rendez-vous"

Instance: example-resource-name-only
InstanceOf: PscResource
Usage: #example
Description: "Tout ce qu’on sait au téléphone : un nom et un numéro. / All that is known on the telephone: a name and a number."
* insert ExampleRevision(1, 2026-11-03)
* insert ExampleNumber(resource/hochelaga, banque-alimentaire)
* name = "La cuisine du quartier"
* telecom.system = #phone
* telecom.value = "514 555-0188"

Instance: example-location-hall
InstanceOf: PscLocation
Usage: #example
Description: "Où joue l’orchestre. / Where the orchestra plays."
* insert ExampleNumber(place/carrefour-vanier, vanier-youth-orchestra:hall)
* name = "Community centre, second floor"
* description = "Lift at the back door. Bus 7."
* mode = #instance
* address.line = "300 rue des Pères-Blancs"
* address.city = "Ottawa"
* address.state = "ON"
* address.postalCode = "K1L 7L5"

Instance: example-location-territory
InstanceOf: PscLocation
Usage: #example
Description: "Un territoire de CLSC. / A CLSC territory."
* insert ExampleNumber(territory/petits-renards, clsc-verdun)
* name = "Territoire du CLSC de Verdun"
* mode = #instance
* physicalType = $physicalType#jdn

Instance: example-location-mobile
InstanceOf: PscLocation
Usage: #example
Description: "Une clinique mobile, sans adresse fixe. / A mobile clinic, of no fixed address."
* insert ExampleNumber(place/petits-renards, clinique-mobile:camion)
* mode = #instance
* telecom.system = #phone
* telecom.value = "514 555-0199"
* address.extension[noFixedAddress].valueBoolean = true
* address.city = "Montréal"
