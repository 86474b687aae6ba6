Extension: PscRightConcerned
Id: psc-right-concerned
Title: "Droit concerné"
Description: "Un article de la Convention relative aux droits de l’enfant, des mots, ou les deux : sur une référence juridique ou un plan d’action."
Context: ServiceRequest, CarePlan
* insert English([[Right concerned]], [[An article of the Convention on the Rights of the Child, words, or both: on a legal referral or an action plan.]])
* obeys psc-right-concerned-1
* insert Part(article, 0..1, Coding, [[Article de la Convention]], [[Article of the Convention]])
* extension[article].value[x] from https://fhir.passerelle.example/ValueSet/uncrc-article (required)
* insert Part(words, 0..1, string, [[En mots]], [[In words]])

Invariant: psc-right-concerned-1
Description: "Un droit est un article, des mots, ou les deux. / A right is an article, words, or both."
Severity: #error
Expression: "extension.exists()"
