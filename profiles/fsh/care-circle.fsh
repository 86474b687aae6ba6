Profile: PscCareCircle
Parent: CareTeam
Id: psc-care-circle
Title: "Cercle de soins"
Description: "L’enfant au centre, et ceux qui l’entourent, dans les quatre piliers : enfant, famille et communauté ; médecine ; travail social ; droit. Une équipe sans personne est une Organization."
* insert English([[Care circle]], [[The child at the centre, and those around, in the four pillars: child, family and community; medicine; social work; law. A team without a person is an Organization.]])
* obeys psc-care-circle-1 and psc-care-circle-2 and psc-care-circle-3
* extension contains PscRevision named revision 1..1 MS
* insert Numbered
* status 1..1 MS
* status insert MaybeImplied
* insert OfChild(subject)
* period MS
* period insert MaybeCoarse
* participant 1..* MS
* participant insert Said([[L’enfant, sa famille, sa communauté, les professionnels, les institutions]], [[The child, the family, the community, professionals, institutions]])
* participant.extension contains PscParticipant named details 0..1 MS
* participant.role MS
* participant.role from https://fhir.passerelle.example/ValueSet/circle-role (preferred)
* participant.role insert Said([[Pilier, pivot, ou le rôle en mots]], [[Pillar, pivot, or the role in words]])
* participant.member MS
* participant.member only Reference(Patient or RelatedPerson or Practitioner or PractitionerRole or Organization)
* participant.member obeys psc-reference-1
* participant.member.identifier MS
* participant.member.display MS
* participant.period MS
* participant.period insert MaybeCoarse
* managingOrganization 1..1 MS
* managingOrganization insert ByNumber

Invariant: psc-care-circle-1
Description: "L’enfant est au centre de son cercle, comme participant. / The child is at the centre of the circle, as a participant."
Severity: #error
Expression: "participant.member.identifier.where(system = %resource.subject.identifier.system and value = %resource.subject.identifier.value).exists()"

Invariant: psc-care-circle-2
Description: "Une seule personne à la fois tient le fil (pivot). / Only one person at a time holds the thread (pivot)."
Severity: #error
Expression: "participant.where(period.end.empty() and role.coding.where(system = 'https://fhir.passerelle.example/CodeSystem/circle-role' and code = 'pivot').exists()).count() <= 1"

Invariant: psc-care-circle-3
Description: "Seul l’enfant est désigné comme Patient. / Only the child is referred to as a Patient."
Severity: #error
Expression: "participant.member.where(type = 'Patient').identifier.where(system != %resource.subject.identifier.system or value != %resource.subject.identifier.value).empty()"

Extension: PscParticipant
Id: psc-participant
Title: "Ce que le cercle dit d’un participant"
Description: "Ce que le cercle dit d’un professionnel ou d’une institution ne change pas l’annuaire, où d’autres mots peuvent déjà être : cela reste ici."
Context: CareTeam.participant
* insert English([[What the circle says of a participant]], [[What the circle says of a professional or an institution does not change the directory, where somebody else’s words may already be: it stays here.]])
* obeys psc-participant-1
* insert Part(kind, 0..1, code, [[Famille, communauté, professionnel ou institution]], [[Family, community, professional or institution]])
* extension[kind].value[x] from https://fhir.passerelle.example/ValueSet/member-kind (required)
* insert Part(telecom, 0..*, ContactPoint, [[Comment le joindre, dans ce cercle]], [[How to reach them, in this circle]])
* insert Part(language, 0..*, code, [[Langues]], [[Languages]])
* extension[language].value[x] obeys psc-language-1
* insert Part(organization, 0..1, Reference(Organization\), [[Pour qui cette personne travaille]], [[Whom this person works for]])
* insert Part(named, 0..1, string, [[Pivot que le cercle nomme sans le compter parmi ses membres]], [[Pivot whom the circle names and does not list]])

Invariant: psc-participant-1
Description: "Un participant est d’une sorte (kind), ou nommé seulement (named). / A participant is of a kind, or only named."
Severity: #error
Expression: "extension.where(url = 'kind').exists() != extension.where(url = 'named').exists()"

Profile: PscCircleMember
Parent: RelatedPerson
Id: psc-circle-member
Title: "Membre de la famille ou de la communauté"
Description: "Une personne qui compte pour l’enfant : mère, oncle, voisine, entraîneur. Son téléphone et son adresse ne partent vers personne par défaut."
* insert English([[Family or community member]], [[A person who matters to the child: mother, uncle, neighbour, coach. Their telephone and address leave for nobody by default.]])
* insert Numbered
* active MS
* insert OfChild(patient)
* relationship MS
* relationship from CircleRelationship (extensible)
* relationship insert Said([[Lien de parenté ou de voisinage, et lien légal avec l’enfant]], [[Kinship or neighbourhood, and legal tie to the child]])
* relationship.coding MS
* relationship.text MS
* name 1..* MS
* name.text MS
* name.family MS
* name.given MS
* telecom MS
* telecom.system 1..1 MS
* telecom.value 1..1 MS
* telecom.use MS
* period MS
* period insert MaybeCoarse
* communication MS
* communication.language MS

ValueSet: CircleRelationship
Id: circle-relationship
Title: "Liens avec l’enfant"
Description: "Liens de parenté et de voisinage (HL7 v3-RoleCode), et liens légaux."
* insert English([[Ties to the child]], [[Kinship and neighbourhood (HL7 v3-RoleCode), and legal ties.]])
* $roleCode#MTH
* $roleCode#FTH
* $roleCode#PRN
* $roleCode#STPPRN
* $roleCode#PRNFOST
* $roleCode#GRPRN
* $roleCode#GRMTH
* $roleCode#GRFTH
* $roleCode#SIB
* $roleCode#BRO
* $roleCode#SIS
* $roleCode#AUNT
* $roleCode#UNCLE
* $roleCode#COUSN
* $roleCode#NBOR
* $roleCode#FRND
* $roleCode#GUARD
* https://fhir.passerelle.example/CodeSystem/circle-role#tap
* https://fhir.passerelle.example/CodeSystem/circle-role#tutor
* https://fhir.passerelle.example/CodeSystem/circle-role#delegated

Instance: example-care-circle-verdun
InstanceOf: PscCareCircle
Usage: #example
Description: "Une mère, une voisine, une infirmière qui tient le fil, une école. / A mother, a neighbour, a nurse who holds the thread, a school."
* insert ExampleRevision(1, 2026-09-14T10:30:00-04:00)
* insert ExampleNumber(care-circle/centre-verdun, cercle-verdun-0231)
* status = #active
* status.extension[implied].valueBoolean = true
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* participant[0].member insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* participant[1].extension[details].extension[kind].valueCode = #family
* participant[1].role = https://fhir.passerelle.example/CodeSystem/circle-role#child-family-community "Enfant, famille et communauté"
* participant[1].member insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:maman)
* participant[2].extension[details].extension[kind].valueCode = #community
* participant[2].role.text = "accompagne la famille et traduit au besoin"
* participant[2].member insert ExampleReference(RelatedPerson, circle-member/centre-verdun, verdun-0231:voisine)
* participant[3].extension[details].extension[kind].valueCode = #professional
* participant[3].extension[details].extension[telecom].valueContactPoint.system = #phone
* participant[3].extension[details].extension[telecom].valueContactPoint.value = "514-555-0110"
* participant[3].extension[details].extension[language][0].valueCode = #fr
* participant[3].extension[details].extension[language][1].valueCode = #en
* participant[3].extension[details].extension[organization].valueReference insert ExampleReference(Organization, institution/centre-verdun, centre-verdun)
* participant[3].extension[details].extension[organization].valueReference.display = "Centre de pédiatrie sociale de Verdun"
* participant[3].role[0] = https://fhir.passerelle.example/CodeSystem/circle-role#medicine "Médecine"
* participant[3].role[1] = https://fhir.passerelle.example/CodeSystem/circle-role#pivot "Intervenant pivot"
* participant[3].role[2].text = "infirmière de la clinique mobile"
* participant[3].member insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)
* participant[3].member.display = "Claire Roy"
* participant[4].extension[details].extension[kind].valueCode = #institution
* participant[4].role.text = "maternelle"
* participant[4].member insert ExampleReference(Organization, institution/centre-verdun, ecole-du-fleuve)
* participant[4].member.display = "École du Fleuve"
* managingOrganization insert ExampleReference(Organization, centre, centre-verdun)

Instance: example-care-circle-foster
InstanceOf: PscCareCircle
Usage: #example
Description: "L’adolescente vit avec une mère d’accueil ; le juriste tient le fil. / The teenager lives with a foster mother; the lawyer holds the thread."
* insert ExampleRevision(2, 2026-08-20T13:45:00-04:00)
* insert ExampleNumber(care-circle/centre-south-shore, circle-south-shore-0015)
* status = #active
* subject insert ExampleReference(Patient, child/centre-south-shore, south-shore-0015)
* period.start = "2025-06"
* period.start.extension[asSaid].valueDateTime = "2025-06-15"
* period.end = "2025-06"
* participant[0].member insert ExampleReference(Patient, child/centre-south-shore, south-shore-0015)
* participant[1].extension[details].extension[kind].valueCode = #family
* participant[1].member insert ExampleReference(RelatedPerson, circle-member/centre-south-shore, south-shore-0015:foster-mother)
* participant[1].period.start = "2025-06-15"
* participant[2].extension[details].extension[named].valueString = "law-sam-levesque"
* participant[2].role = https://fhir.passerelle.example/CodeSystem/circle-role#pivot "Intervenant pivot"
* managingOrganization insert ExampleReference(Organization, centre, centre-south-shore)

Instance: example-circle-member-mother
InstanceOf: PscCircleMember
Usage: #example
Description: "La mère, titulaire de l’autorité parentale. / The mother, holder of parental authority."
* insert ExampleNumber(circle-member/centre-verdun, verdun-0231:maman)
* active = true
* patient insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* relationship[0] = $roleCode#MTH
* relationship[0].text = "mère"
* relationship[1] = https://fhir.passerelle.example/CodeSystem/circle-role#tap "Titulaire de l’autorité parentale"
* name.family = "Nguyễn"
* name.given = "Thị Lan"
* telecom.system = #phone
* telecom.value = "514-555-0142"
* telecom.use = #mobile
* communication.language = $bcp47#vi

Instance: example-circle-member-neighbour
InstanceOf: PscCircleMember
Usage: #example
Description: "Une voisine dont on n’a que le nom. / A neighbour of whom we have only the name."
* insert ExampleNumber(derived/centre-verdun, 5b0c1f4e-27a5-5d0d-9d4e-5b7a3a6f2c11)
* active = true
* patient insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* relationship = $roleCode#NBOR
* name.text = "Madame Thérèse"
