Profile: PscMeasure
Parent: Measure
Id: psc-measure
Title: "Définition d’un indicateur"
Description: "Ce qu’un indicateur compte, comment et pourquoi, en mots. Aucun ne compte par personne du centre, aucun ne classe des partenaires."
* insert English([[Definition of an indicator]], [[What an indicator counts, how and why, in words. None counts by worker, none ranks partners.]])
* url 1..1 MS
* url insert Said([[Sous quel nom les rapports la citent]], [[Under which name reports cite it]])
* version 1..1 MS
* version insert Said([[Change quand la définition change]], [[Changes when the definition does]])
* name 1..1 MS
* title 1..1 MS
* description 1..1 MS
* scoring 1..1 MS
* scoring insert Said([[Part, ou variable continue (médiane, moyenne)]], [[Proportion, or continuous variable (median, mean)]])
* type 1..1 MS
* rationale 1..1 MS
* rationale insert Said([[D’où il vient, ou pourquoi il est ainsi]], [[Where it comes from, or why it is so]])
* improvementNotation MS
* improvementNotation insert Said([[Absent : aucun sens n’est meilleur]], [[Absent: no direction is better]])
* group 1..1 MS
* group insert Said([[Ce qui est compté]], [[What is counted]])
* group.population 2..2 MS
* group.population insert Said([[Qui est compté, et le numérateur ou ce qui est mesuré]], [[Who is counted, and the numerator or what is measured]])
* group.population.code 1..1 MS
* group.population.criteria insert Said([[La définition, en mots]], [[The definition, in words]])
* group.population.description 1..1 MS
* group.stratifier 0..2 MS
* group.stratifier insert Said([[Par programme ; par partenaire demandé ou par secteur, là où un centre l’a allumé]], [[By programme; by partner asked or by district, where a centre turned it on]])
* supplementalData 0..0
* supplementalData insert Said([[Rien de plus n’est tiré des dossiers]], [[Nothing more is drawn from files]])

Profile: PscMeasureReport
Parent: MeasureReport
Id: psc-measure-report
Title: "Indicateur publié"
Description: "Un indicateur d’un centre pour un trimestre, publié une fois. Une case où il y a de un à quatre enfants, ou d’où on pourrait les soustraire, est masquée."
* insert English([[Published indicator]], [[One indicator of one centre for one quarter, published once. A cell in which there are one to four children, or from which they could be subtracted, is masked.]])
* insert Numbered
* status = #complete
* type = #summary
* measure MS
* measure insert Said([[Sa définition, avec sa version]], [[Its definition, with its version]])
* subject 0..0
* subject insert Said([[Ne parle de personne]], [[Is about nobody]])
* date 1..1 MS
* date insert Said([[Publié le]], [[Published on]])
* reporter 1..1 MS
* reporter only Reference(Organization)
* reporter insert Said([[Le centre]], [[The centre]])
* reporter insert ByNumber
* period MS
* period insert Said([[Le trimestre]], [[The quarter]])
* evaluatedResource 0..0
* evaluatedResource insert Said([[Ne renvoie à aucun dossier]], [[Points to no file]])
* group 1..1 MS
* group obeys psc-measure-report-1 and psc-measure-report-2
* group.population 1..2 MS
* group.population insert Said([[Combien sont comptés, et combien ont la marque]], [[How many are counted, and how many have the mark]])
* group.population.subjectResults 0..0
* group.measureScore MS
* group.measureScore insert Said([[La part, la médiane ou la moyenne]], [[The share, median or mean]])
* group.stratifier 0..2 MS
* group.stratifier insert Said([[Par programme ; par partenaire demandé ou par secteur, là où le centre l’a allumé]], [[By programme; by partner asked or by district, where the centre turned it on]])
* group.stratifier.stratum obeys psc-measure-report-1 and psc-measure-report-2
* group.stratifier.stratum.value 1..1 MS
* group.stratifier.stratum.population 1..2 MS
* group.stratifier.stratum.population insert Said([[Combien sont comptés, et combien ont la marque, dans cette ligne]], [[How many are counted, and how many have the mark, in this row]])
* group.stratifier.stratum.population.subjectResults 0..0

Invariant: psc-measure-report-1
Description: "Une case masquée ne porte aucun nombre. / A masked cell bears no number."
Severity: #error
Expression: "measureScore.extension.where(url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason' and value = 'masked').exists() implies (population.count.where(hasValue()).empty() and measureScore.value.empty())"

Invariant: psc-measure-report-2
Description: "Un nombre publié est 0, ou au moins 5. / A published number is 0, or at least 5."
Severity: #error
Expression: "population.count.where(hasValue()).all($this = 0 or $this >= 5)"

RuleSet: ExampleShare(group, denominator, numerator, score)
* {group}population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator "Denominator"
* {group}population[0].count = {denominator}
* {group}population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator "Numerator"
* {group}population[1].count = {numerator}
* {group}measureScore = {score} '1' "part"

RuleSet: ExampleMasked(group)
* {group}population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator "Denominator"
* {group}population[0].count.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* {group}population[0].count.extension.valueCode = #masked
* {group}population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator "Numerator"
* {group}population[1].count.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* {group}population[1].count.extension.valueCode = #masked
* {group}measureScore.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* {group}measureScore.extension.valueCode = #masked

Instance: example-measure-loops-closed
InstanceOf: PscMeasure
Usage: #example
Description: "Boucles fermées. / Loops closed."
* insert ExampleMeasure(loops-closed, LoopsClosed, Boucles fermées)
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#proportion "Proportion"
* improvementNotation = http://terminology.hl7.org/CodeSystem/measure-improvement-notation#increase "Increased score indicates improvement"
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#denominator "Denominator"
* group.population[0].description = "Demandes que leur destinataire a terminées, refusées ou manquées."
* group.population[0].criteria.language.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* group.population[0].criteria.language.extension.valueCode = #not-applicable
* group.population[0].criteria.expression = "Demandes que leur destinataire a terminées, refusées ou manquées."
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#numerator "Numerator"
* group.population[1].description = "Il est écrit que l’enfant ou le parent sait comment cela a fini."
* group.population[1].criteria.language.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* group.population[1].criteria.language.extension.valueCode = #not-applicable
* group.population[1].criteria.expression = "Il est écrit que l’enfant ou le parent sait comment cela a fini."
* group.stratifier.code.text = "Programme"
* group.stratifier.criteria.language.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* group.stratifier.criteria.language.extension.valueCode = #not-applicable
* group.stratifier.criteria.expression = "Programme"

Instance: example-measure-days-to-completion
InstanceOf: PscMeasure
Usage: #example
Description: "Jours jusqu’à la fin du service. / Days to completion."
* insert ExampleMeasure(days-to-completion, DaysToCompletion, Jours jusqu’à la fin du service)
* scoring = http://terminology.hl7.org/CodeSystem/measure-scoring#continuous-variable "Continuous Variable"
* group.population[0].code = http://terminology.hl7.org/CodeSystem/measure-population#measure-population "Measure Population"
* group.population[0].description = "Demandes dont le service s’est terminé dans le trimestre."
* group.population[0].criteria.language.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* group.population[0].criteria.language.extension.valueCode = #not-applicable
* group.population[0].criteria.expression = "Demandes dont le service s’est terminé dans le trimestre."
* group.population[1].code = http://terminology.hl7.org/CodeSystem/measure-population#measure-observation "Measure Observation"
* group.population[1].description = "Jours du départ à la fin."
* group.population[1].criteria.language.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* group.population[1].criteria.language.extension.valueCode = #not-applicable
* group.population[1].criteria.expression = "Jours du départ à la fin."

RuleSet: ExampleMeasure(name, computable, title)
* url = "https://fhir.passerelle.example/Measure/{name}"
* version = "1"
* name = "{computable}"
* title = "{title}"
* status = #active
* description = "Par centre, programme et trimestre."
* type = http://terminology.hl7.org/CodeSystem/measure-type#process "Process"
* rationale = "Une boucle est fermée quand la famille le sait, pas quand un système le sait."

Instance: example-measure-report-loops-closed
InstanceOf: PscMeasureReport
Usage: #example
Description: "Un trimestre, un programme masqué et un autre avec lui ; par partenaire aussi. / A quarter, one programme masked and another along with it; by partner too."
* insert ExampleNumber(indicator/centre-verdun, 2026-Q3:loops-closed)
* measure = "https://fhir.passerelle.example/Measure/loops-closed|1"
* insert ExampleQuarter
* insert ExampleShare(group., 41, 29, 0.707)
* group.stratifier[0].code.text = "Programme"
* group.stratifier[0].stratum[0].value = https://fhir.passerelle.example/CodeSystem/programme#clsc "CLSC"
* insert ExampleShare(group.stratifier[0].stratum[0]., 26, 19, 0.731)
* group.stratifier[0].stratum[1].value = https://fhir.passerelle.example/CodeSystem/programme#hospital "Hôpital"
* insert ExampleMasked(group.stratifier[0].stratum[1].)
* group.stratifier[0].stratum[2].value = https://fhir.passerelle.example/CodeSystem/request-kind#social-prescription "Prescription sociale"
* insert ExampleMasked(group.stratifier[0].stratum[2].)
* group.stratifier[1].code.text = "Partenaire demandé"
* group.stratifier[1].stratum[0].value.text = "clsc-verdun"
* insert ExampleShare(group.stratifier[1].stratum[0]., 26, 19, 0.731)
* group.stratifier[1].stratum[1].value.text = "Autres, ou non dit"
* insert ExampleShare(group.stratifier[1].stratum[1]., 15, 10, 0.667)

Instance: example-measure-report-nobody
InstanceOf: PscMeasureReport
Usage: #example
Description: "Un trimestre où il n’y avait rien à compter. / A quarter in which there was nothing to count."
* insert ExampleNumber(indicator/centre-vanier, 2026-Q2:days-to-completion)
* measure = "https://fhir.passerelle.example/Measure/days-to-completion|1"
* date = "2026-07-31T02:00:00-04:00"
* reporter insert ExampleReference(Organization, centre, centre-vanier)
* period.start = "2026-04-01"
* period.end = "2026-06-30"
* group.population.code = http://terminology.hl7.org/CodeSystem/measure-population#measure-population "Measure Population"
* group.population.count = 0

RuleSet: ExampleQuarter
* date = "2026-10-30T02:00:00-04:00"
* reporter insert ExampleReference(Organization, centre, centre-verdun)
* period.start = "2026-07-01"
* period.end = "2026-09-30"
