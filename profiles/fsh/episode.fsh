Profile: PscEpisode
Parent: EpisodeOfCare
Id: psc-episode
Title: "Inscription"
Description: "L’inscription de l’enfant à un programme, ou son suivi par le centre : où elle en est, et par quels états elle est passée. La seule vérité à ce sujet."
* insert English([[Enrolment]], [[The child’s enrolment in a programme, or their follow-up by the centre: where it stands, and which statuses it went through. The only truth about it.]])
* obeys psc-episode-1
* extension contains
    PscRevision named revision 1..1 MS and
    PscStatusReason named statusReason 0..1 MS and
    PscNote named note 0..1 MS
* extension[statusReason] insert Said([[Pourquoi elle a pris fin ou est en pause, en mots]], [[Why it ended or is on hold, in words]])
* insert Numbered
* status 1..1 MS
* status insert MaybeImplied
* statusHistory MS
* statusHistory insert Said([[États traversés, du premier au dernier]], [[Statuses gone through, from first to last]])
* statusHistory.status MS
* statusHistory.period MS
* statusHistory.period insert MaybeCoarse
* type 1..1 MS
* type from EnrolmentProgramme (required)
* type insert Said([[Programme du réseau public, ou suivi du centre]], [[Public-network programme, or follow-up by the centre]])
* type.text MS
* insert OfChild(patient)
* managingOrganization 1..1 MS
* managingOrganization insert Said([[Le partenaire qui offre le programme, ou le centre]], [[The partner that offers the programme, or the centre]])
* managingOrganization insert ByNumber
* period MS
* period insert MaybeCoarse
* referralRequest 0..1 MS
* referralRequest insert Said([[Demande dont elle découle]], [[Request it follows from]])
* referralRequest insert ByNumber
* careManager MS
* careManager insert Said([[Pivot, qui tient le fil]], [[Pivot, who holds the thread]])
* careManager insert Somebody
* team 0..1 MS
* team insert Said([[Cercle de soins]], [[Care circle]])
* team insert ByNumber

Invariant: psc-episode-1
Description: "Un motif de fin ne se dit que d’une inscription terminée, en pause, ou qui n’a pas eu lieu. / A reason for ending is said only of an enrolment that ended, rests, or did not take place."
Severity: #error
Expression: "extension.where(url = 'https://fhir.passerelle.example/StructureDefinition/psc-status-reason').empty() or status = 'onhold' or status = 'finished' or status = 'cancelled'"

ValueSet: EnrolmentProgramme
Id: enrolment-programme
Title: "Ce à quoi un enfant est inscrit"
Description: "Les programmes du réseau public et ceux du centre."
* insert English([[What a child is enrolled in]], [[The programmes of the public network and those of the centre.]])
* include codes from system https://fhir.passerelle.example/CodeSystem/programme
* include codes from system https://fhir.passerelle.example/CodeSystem/centre-programme

Instance: example-episode-waited
InstanceOf: PscEpisode
Usage: #example
Description: "En orthophonie au CLSC, après deux mois d’attente. / In speech therapy at the CLSC, after two months of waiting."
* insert ExampleRevision(3, 2026-12-02T14:40:00-05:00)
* insert ExampleNumber(enrolment/centre-verdun, insc-verdun-0231-clsc)
* status = #active
* statusHistory[0].status = #waitlist
* statusHistory[0].period.start = "2026-10-05"
* statusHistory[0].period.end = "2026-12-02"
* statusHistory[1].status = #active
* statusHistory[1].period.start = "2026-12-02"
* type = https://fhir.passerelle.example/CodeSystem/programme#clsc "CLSC"
* type.text = "Orthophonie, groupe de langage"
* patient insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* managingOrganization insert ExampleReference(Organization, partner, clsc-verdun)
* period.start = "2026-10-05"
* referralRequest insert ExampleReference(ServiceRequest, request/centre-verdun, ref-verdun-0231-clsc)
* careManager insert ExampleReference(PractitionerRole, professional-role/centre-verdun, inf-claire-roy)
* careManager.display = "Claire Roy"
* team insert ExampleReference(CareTeam, care-circle/centre-verdun, cercle-verdun-0231)

Instance: example-episode-follow-up
InstanceOf: PscEpisode
Usage: #example
Description: "Le suivi du centre a pris fin ; la porte reste ouverte. / The centre’s follow-up has ended; the door stays open."
* insert ExampleRevision(2, 2026-11-10)
* extension[statusReason].valueString = "What was hoped for has come about. The door stays open."
* extension[note].valueString = "Grandmother has the number."
* insert ExampleNumber(enrolment/centre-vanier, enrolment-vanier-1042-1)
* status = #finished
* type = https://fhir.passerelle.example/CodeSystem/centre-programme#centre-follow-up "Suivi du centre"
* patient insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* managingOrganization insert ExampleReference(Organization, centre, centre-vanier)
* period.start = "2025-03"
* period.end = "2026-11-10"
* careManager.display = "Julie Bertrand"
