// Canonical base of everything of ours: one constant here, as in profiles/canonical.ts (a test holds them together).
Alias: $ours = https://fhir.passerelle.example
Alias: $translation = http://hl7.org/fhir/StructureDefinition/translation
Alias: $pertainsToGoal = http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal
Alias: $statusReason = http://hl7.org/fhir/StructureDefinition/request-statusReason
Alias: $interpreterRequired = http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired
Alias: $nam = https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id
Alias: $ohip = https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn
Alias: $v2-0203 = http://terminology.hl7.org/CodeSystem/v2-0203
Alias: $roleCode = http://terminology.hl7.org/CodeSystem/v3-RoleCode
Alias: $confidentiality = http://terminology.hl7.org/CodeSystem/v3-Confidentiality
Alias: $actCode = http://terminology.hl7.org/CodeSystem/v3-ActCode
Alias: $actReason = http://terminology.hl7.org/CodeSystem/v3-ActReason
Alias: $dataOperation = http://terminology.hl7.org/CodeSystem/v3-DataOperation
Alias: $taskCode = http://hl7.org/fhir/CodeSystem/task-code
Alias: $sct = http://snomed.info/sct
Alias: $gravity = http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes
Alias: $bcp47 = urn:ietf:bcp:47
