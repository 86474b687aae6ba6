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
