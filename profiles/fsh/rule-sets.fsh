// French is the language of every artefact; the English stands beside it by HL7's translation extension.

// On a definition: its title and its description in English.
RuleSet: English(title, description)
* ^language = #fr-CA
* ^status = #active
* ^experimental = false
* ^title.extension[0].url = $translation
* ^title.extension[0].extension[0].url = "lang"
* ^title.extension[0].extension[0].valueCode = #en-CA
* ^title.extension[0].extension[1].url = "content"
* ^title.extension[0].extension[1].valueString = "{title}"
* ^description.extension[0].url = $translation
* ^description.extension[0].extension[0].url = "lang"
* ^description.extension[0].extension[0].valueCode = #en-CA
* ^description.extension[0].extension[1].url = "content"
* ^description.extension[0].extension[1].valueString = "{description}"

// On an element (insert it with the element's path): what it is, in both languages.
RuleSet: Said(fr, en)
* ^short = "{fr}"
* ^short.extension[0].url = $translation
* ^short.extension[0].extension[0].url = "lang"
* ^short.extension[0].extension[0].valueCode = #en-CA
* ^short.extension[0].extension[1].url = "content"
* ^short.extension[0].extension[1].valueString = "{en}"
* ^definition = "{fr}"
* ^definition.extension[0].url = $translation
* ^definition.extension[0].extension[0].url = "lang"
* ^definition.extension[0].extension[0].valueCode = #en-CA
* ^definition.extension[0].extension[1].url = "content"
* ^definition.extension[0].extension[1].valueString = "{en}"

// On an extension: the kind of element that it may stand on (one FHIRPath of an element, once per place).
RuleSet: OnElement(path)
* ^context[+].type = #element
* ^context[=].expression = "{path}"

// On an extension of several parts: one part, its cardinality, its type, and what it says.
RuleSet: Part(name, cardinality, type, fr, en)
* extension contains {name} {cardinality} MS
* extension[{name}] insert Said([[{fr}]], [[{en}]])
* extension[{name}].value[x] 1..1
* extension[{name}].value[x] only {type}

// On a resource: the numbers by which it is known. A number without a value would match everybody.
RuleSet: Numbered
* identifier 1..* MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS

// On a Reference (insert it with its path): it names its target by its number; `reference` beside it is for machines.
RuleSet: ByNumber
* identifier 1..1 MS
* identifier.system 1..1 MS
* identifier.value 1..1 MS

// The reference to the child of the record; the only Patient that a child’s record refers to.
RuleSet: OfChild(path)
* {path} 1..1 MS
* {path} only Reference(Patient)
* {path} insert Said([[L’enfant, par son numéro]], [[The child, by number]])
* {path} insert ByNumber

// On a Reference to somebody (insert it with its path): by number, or by name where only the name is known.
RuleSet: Somebody
* obeys psc-reference-1
* identifier MS
* display MS

// On the status that FHIR requires (insert it with its path): the sender may not have given one.
RuleSet: MaybeImplied
* extension contains PscImplied named implied 0..1 MS

// On a Period (insert it with its path): ends that FHIR’s rules made us write more coarsely keep what was said.
RuleSet: MaybeCoarse
* start MS
* start.extension contains PscAsSaid named asSaid 0..1 MS
* end MS
* end.extension contains PscAsSaid named asSaid 0..1 MS

Invariant: psc-reference-1
Description: "Une référence porte l’identifiant de ce qu’elle désigne, ou au moins un nom. / A reference bears the identifier of what it names, or at least a name."
Severity: #error
Expression: "identifier.value.exists() or display.exists()"

Invariant: psc-language-1
Description: "Une langue s’écrit comme le veut la norme BCP 47 : fr, fr-CA, iu. / A language is written as BCP 47 has it: fr, fr-CA, iu."
Severity: #error
Expression: "matches('^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$')"

// In examples: a Reference by number (insert it with its path).
RuleSet: ExampleReference(type, system, value)
* type = "{type}"
* identifier.system = "https://fhir.passerelle.example/NamingSystem/{system}"
* identifier.value = "{value}"

// In examples: the number of a resource.
RuleSet: ExampleNumber(system, value)
* identifier[0].system = "https://fhir.passerelle.example/NamingSystem/{system}"
* identifier[0].value = "{value}"

// In examples: what the gateway writes on the root of a concept.
RuleSet: ExampleRevision(version, happened)
* extension[revision].extension[version].valuePositiveInt = {version}
* extension[revision].extension[hash].valueString = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
* extension[revision].extension[happened].valueDateTime = "{happened}"
* extension[revision].extension[exchange].valueString = "6f1f2f50-6f3f-4a86-9e55-0d8f3f0f5a11"

// Labels of a resource, which narrow what a recipient’s lens shows of it and stand in no lens themselves.
RuleSet: Labelled
* meta.security MS
* meta.security insert Said([[Ce qui demande plus de réserve ; aucun partenaire ne le voit]], [[What calls for more reserve; no partner sees it]])
