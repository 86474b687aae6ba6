Extension: PscNote
Id: psc-note
Title: "Note"
Description: "Ce qu’on garde en mots, là où R4 n’a pas de note."
Context: Consent, Encounter, EpisodeOfCare
* insert English([[Note]], [[What is kept in words, where R4 has no note.]])
* value[x] 1..1
* value[x] only string
