Profile: PscParent
Parent: Patient
Id: psc-parent
Title: "Femme enceinte"
Description: "Un dossier à part, tenu avec l’accord de la personne elle-même. Il renvoie à elle dans le cercle de ses enfants ; rien dans le dossier d’un enfant n’y renvoie. Fermé, il ne dit ni comment ni pourquoi."
* insert English([[Expectant mother]], [[A file apart, kept with the person’s own agreement. It points to herself in her children’s circles; nothing in a child’s record points to it. Closed, it tells neither how nor why.]])
* obeys psc-parent-1 and psc-parent-2 and psc-child-4 and psc-child-5
* extension contains PscRevision named revision 1..1 MS and PscOwnAgreement named agreement 1..1 MS and PscExpectedDate named expectedDate 0..1 MS and PscSafeContact named safeContact 0..1 MS and $interpreterRequired named interpreterRequired 0..1 MS
* extension[agreement] insert Said([[Son accord, sans lequel il n’y a pas de dossier]], [[Her agreement, without which there is no file]])
* extension[expectedDate] insert Said([[Naissance prévue ; jamais sur un dossier fermé]], [[Birth expected; never on a closed file]])
* extension[safeContact] insert Said([[Comment la joindre sans danger]], [[How to reach her safely]])
* extension[interpreterRequired] insert Said([[Elle a besoin d’un interprète]], [[She needs an interpreter]])
* insert Numbered
* active 1..1 MS
* active insert Said([[Dossier ouvert (true) ou fermé (false)]], [[File open (true) or closed (false)]])
* name 1..* MS
* name.text MS
* name.family MS
* name.given MS
* birthDate MS
* deceased[x] 0..0
* multipleBirth[x] 0..0
* contact 0..0
* communication MS
* communication insert Said([[Langues, la préférée d’abord]], [[Languages, the preferred first]])
* communication.language MS
* communication.preferred MS
* managingOrganization 1..1 MS
* managingOrganization insert Said([[Le centre dont c’est le dossier]], [[The centre whose record it is]])
* managingOrganization insert ByNumber
* link MS
* link insert Said([[Elle-même dans le cercle d’un enfant]], [[Herself in a child’s circle]])
* link.other only Reference(RelatedPerson)
* link.other insert ByNumber
* link.type = #seealso

Invariant: psc-parent-1
Description: "Le dossier a exactement un numéro donné par le centre (NamingSystem/mother-file/…), et n’a pas celui d’un enfant. / The file has exactly one number given by the centre (NamingSystem/mother-file/…), and not a child’s."
Severity: #error
Expression: "identifier.where(system.startsWith('https://fhir.passerelle.example/NamingSystem/mother-file/')).count() = 1 and identifier.where(system.startsWith('https://fhir.passerelle.example/NamingSystem/child/')).empty()"

Invariant: psc-parent-2
Description: "Un dossier fermé ne garde pas de date prévue. / A closed file keeps no expected date."
Severity: #error
Expression: "active = false implies extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-expected-date').empty()"

Extension: PscOwnAgreement
Id: psc-own-agreement
Title: "Son propre accord"
Description: "L’accord que la personne a donné elle-même pour que ce dossier soit tenu : quand, comment, et qui l’a noté."
Context: Patient
* insert English([[Own agreement]], [[The agreement that the person gave herself for this file to be kept: when, how, and who wrote it down.]])
* insert Part(at, 1..1, dateTime, [[Quand]], [[When]])
* insert Part(how, 0..1, code, [[De vive voix ou par écrit]], [[Orally or in writing]])
* extension[how].value[x] from https://fhir.passerelle.example/ValueSet/agreement-form (required)
* insert Part(recordedBy, 0..1, string, [[Qui l’a noté]], [[Who wrote it down]])

Extension: PscExpectedDate
Id: psc-expected-date
Title: "Naissance prévue"
Description: "Quand la naissance est prévue, peut-être seulement le mois ou l’année."
Context: Patient
* insert English([[Birth expected]], [[When the birth is expected, maybe only the month or the year.]])
* value[x] 1..1
* value[x] only date

Instance: example-parent-expecting
InstanceOf: PscParent
Usage: #example
Description: "Une femme enceinte suivie aux SIPPE. / An expectant mother followed by SIPPE."
* insert ExampleRevision(1, 2026-10-05T10:00:00-04:00)
* extension[agreement].extension[at].valueDateTime = "2026-10-05"
* extension[agreement].extension[how].valueCode = #oral
* extension[agreement].extension[recordedBy].valueString = "Julie, travailleuse sociale"
* extension[expectedDate].valueDate = "2027-02"
* extension[safeContact].extension[through].valueCode = #person
* extension[safeContact].extension[person].valueString = "Fatou"
* extension[safeContact].extension[means].valueCode = #telephone
* extension[safeContact].extension[number].valueString = "514 555-0191"
* extension[safeContact].extension[mustNot].valueString = "Ne laissez pas de message."
* insert ExampleNumber(mother-file/hochelaga, dossier-0007)
* active = true
* name.family = "Ndiaye"
* name.given = "Fatou"
* birthDate = "1998-04"
* communication[0].language = $bcp47#fr
* communication[0].preferred = true
* communication[1].language = $bcp47#wo
* managingOrganization insert ExampleReference(Organization, centre, hochelaga)

Instance: example-parent-second-child
InstanceOf: PscParent
Usage: #example
Description: "La mère d’un enfant suivi au centre ; le dossier renvoie à elle dans le cercle de l’enfant. / The mother of a child followed at the centre; the file points to herself in the child’s circle."
* insert ExampleRevision(2, 2026-09-18)
* extension[agreement].extension[at].valueDateTime = "2026-08-30T14:00:00-04:00"
* extension[agreement].extension[how].valueCode = #written
* extension[interpreterRequired].valueBoolean = true
* insert ExampleNumber(mother-file/carrefour-vanier, file-0012)
* active = true
* name.text = "Amina Hassan"
* communication[0].language = $bcp47#so
* communication[0].preferred = true
* managingOrganization insert ExampleReference(Organization, centre, carrefour-vanier)
* link.other insert ExampleReference(RelatedPerson, circle-member/carrefour-vanier, vanier-0087:mom)
* link.type = #seealso

Instance: example-parent-closed
InstanceOf: PscParent
Usage: #example
Description: "Un dossier fermé : rien ne dit comment ni pourquoi. / A closed file: nothing tells how or why."
* insert ExampleRevision(4, 2026-11-12)
* extension[agreement].extension[at].valueDateTime = "2026-06-01"
* insert ExampleNumber(mother-file/hochelaga, dossier-0003)
* active = false
* name.text = "Nadia"
* managingOrganization insert ExampleReference(Organization, centre, hochelaga)
