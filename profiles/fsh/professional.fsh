// The directory, as far as a child’s record needs it: made if missing, never changed by a child’s transaction.

Profile: PscOrganization
Parent: Organization
Id: psc-organization
Title: "Organisation"
Description: "Un centre, un partenaire, une école, une garderie, un CLSC ; le nom n’est requis de personne qui n’en a que le numéro."
* insert English([[Organization]], [[A centre, a partner, a school, a daycare, a CLSC; no name is asked of whoever has only the number.]])
* insert Numbered
* name MS

Profile: PscPractitioner
Parent: Practitioner
Id: psc-practitioner
Title: "Personne professionnelle"
Description: "Une personne qui travaille avec l’enfant : son nom, et son permis s’il est connu. Aucun permis n’est exigé pour demander."
* insert English([[Professional person]], [[A person who works with the child: their name, and licence where known. No licence is needed to ask.]])
* insert Numbered
* name 1..* MS
* name.text MS

Profile: PscProfessional
Parent: PractitionerRole
Id: psc-professional
Title: "Professionnel d’une organisation"
Description: "Une personne professionnelle et l’organisation où elle travaille. En R4 ce rôle n’a pas de nom : il est sur la personne, et à côté de chaque référence."
* insert English([[Professional of an organization]], [[A professional person and the organization where they work. In R4 this role has no name: it is on the person, and beside each reference.]])
* insert Numbered
* practitioner 1..1 MS
* practitioner insert ByNumber
* organization 1..1 MS
* organization insert ByNumber

Instance: example-organization-centre
InstanceOf: PscOrganization
Usage: #example
Description: "Un centre, par le numéro qu’il a pour tous. / A centre, by the number that it has for everybody."
* insert ExampleNumber(centre, centre-verdun)
* name = "Centre de pédiatrie sociale de Verdun"

Instance: example-organization-ecole
InstanceOf: PscOrganization
Usage: #example
Description: "Une école, par le numéro que le centre lui donne ; elle n’a pas encore de nom au dossier. / A school, by the number the centre gives it; it has no name on record yet."
* insert ExampleNumber(institution/centre-verdun, ecole-du-fleuve)

Instance: example-practitioner-infirmiere
InstanceOf: PscPractitioner
Usage: #example
Description: "Une infirmière, par son nom seulement. / A nurse, by her name only."
* insert ExampleNumber(professional/centre-verdun, inf-claire-roy)
* name.text = "Claire Roy"

Instance: example-practitioner-lawyer
InstanceOf: PscPractitioner
Usage: #example
Description: "Un juriste-médiateur. / A lawyer-mediator."
* insert ExampleNumber(professional/centre-south-shore, law-sam-levesque)
* name.family = "Lévesque"
* name.given = "Sam"

Instance: example-professional-infirmiere
InstanceOf: PscProfessional
Usage: #example
Description: "L’infirmière, au centre. / The nurse, at the centre."
* insert ExampleNumber(professional-role/centre-verdun, inf-claire-roy)
* practitioner insert ExampleReference(Practitioner, professional/centre-verdun, inf-claire-roy)
* organization insert ExampleReference(Organization, centre, centre-verdun)

Instance: example-professional-lawyer
InstanceOf: PscProfessional
Usage: #example
Description: "Le juriste, chez l’institution qui l’emploie. / The lawyer, at the institution that employs them."
* insert ExampleNumber(professional-role/centre-south-shore, law-sam-levesque)
* practitioner insert ExampleReference(Practitioner, professional/centre-south-shore, law-sam-levesque)
* practitioner.display = "Sam Lévesque"
* organization insert ExampleReference(Organization, institution/centre-south-shore, legal-clinic-south-shore)
* organization.display = "South Shore Legal Clinic"
