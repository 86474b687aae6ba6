Profile: PscProtectiveFactor
Parent: Observation
Id: psc-protective-factor
Title: "Force, facteur de protection"
Description: "Ce qui va bien et qui protège, en mots : à lire avant les difficultés. Le code dit le facteur de protection, s’il en est nommé un."
* insert English([[Strength, protective factor]], [[What goes well and protects, in words: to be read before the difficulties. The code says the protective factor, if one is named.]])
* insert Numbered
* status MS
* code MS
* code from https://fhir.passerelle.example/ValueSet/protective-factor (preferred)
* code insert Said([[Le facteur de protection, ou « Force »]], [[The protective factor, or « Force » (strength)]])
* code.coding MS
* code.text MS
* insert OfChild(subject)
* value[x] 1..1 MS
* value[x] only string
* value[x] insert Said([[La force, en mots]], [[The strength, in words]])

Instance: example-protective-factor-rhythm
InstanceOf: PscProtectiveFactor
Usage: #example
Description: "Une force en mots, sans facteur nommé. / A strength in words, no factor named."
* insert ExampleNumber(derived/centre-vanier, 0c9a3f55-7f0b-5f3e-9a0a-9f6f1a9f2b40)
* status = #final
* code.text = "Force"
* subject insert ExampleReference(Patient, child/centre-vanier, vanier-1042)
* valueString = "Keeps a rhythm like nobody else."

Instance: example-protective-factor-voisine
InstanceOf: PscProtectiveFactor
Usage: #example
Description: "Une relation de soutien. / A supportive relationship."
* insert ExampleNumber(strength/centre-verdun, plan-verdun-0231-1:voisine)
* status = #final
* code = https://fhir.passerelle.example/CodeSystem/protective-factor#supportive-relationships "Relations de soutien"
* subject insert ExampleReference(Patient, child/centre-verdun, verdun-0231)
* valueString = "Une voisine passe chaque soir et parle avec elle."
