// Generated from the FHIR definitions by `npm run checker`: change those, not this file.
/* eslint-disable */

import { boundCode, compared, conformsToAny, isMember, isObject, isOfType, resolved, unknownKey, unknownPart } from '../checker-runtime/asked-by-generated.ts';
import { attachment, boundCoding, boundConcept, codeSet, codesOf, coding, concept, identifier, meta, quantity } from '../checker-runtime/codes.ts';
import { checkedPrimitives, elementId, isList, list, object, one, onePrimitive, primitives, wrong, wrongHere } from '../checker-runtime/children.ts';
import { extension, extensions, knownExtension } from '../checker-runtime/extensions.ts';
import { allChildren, allFalse, allTrue, anyFalse, anyTrue, arithmetic, childrenNamed, choiceOf, descendants, difference, distinct, endsWith, equalLists, equalTimes, equivalent, includes, indexOf, intersection, isDistinct, isIn, isSubset, itemAt, joined, lengthOf, longer, lower, matches, matchesFull, matchesPattern, onlyOne, ordered, orderedTimes, pattern, plus, replace, replaceMatches, resolvedItems, same, splitText, startsWith, substring, toDecimal, toInteger, toText, trim, upper } from '../checker-runtime/fhirpath.ts';
import { narrativeDiv } from '../checker-runtime/narrative.ts';
import * as primitiveTests from '../checker-runtime/primitives.ts';
import { reference, referenceTo } from '../checker-runtime/references.ts';
import { resource, resources } from '../checker-runtime/resources.ts';
const { isBase64Binary, isBoolean, isCanonical, isCode, isDate, isDateTime, isDecimal, isId, isInstant, isInteger, isOid, isPositiveInt, isString, isTime, isUnsignedInt, isUri, isUuid } = primitiveTests;

import { Account_partOf_08244d, ActivityDefinition_location_bcff2e, ActivityDefinition_product_782ffd, AdverseEvent_encounter_e2ca3c, AdverseEvent_recorder_bb4c7b, AdverseEvent_referenceDocument_1572a3, AdverseEvent_resultingCondition_405865, AllergyIntolerance_patient_db3ca9, Appointment_basedOn_bd4f1b, Appointment_reasonReference_99ee6d, Appointment_slot_2c3bf1, AuditEvent_agent_b24744, AuditEvent_agent_network_2cc400, AuditEvent_entity_detail_039ed0, Basic_author_101997, CarePlan_activity_detail_ec1bd5, CarePlan_activity_detail_performer_0a81ee, CarePlan_activity_detail_reasonReference_3644ad, CarePlan_basedOn_264d17, CarePlan_goal_9a5b74, CareTeam_participant_member_c17361, ChargeItem_context_cb780c, Claim_provider_e6ce8b, ClinicalImpression_prognosisReference_10acbb, Communication_inResponseTo_d84c2c, Condition_clinicalStatus_722bef, Condition_evidence_f2be02, Condition_stage_assessment_9d021a, Condition_stage_f5fd5e, Condition_verificationStatus_55bbf0, Consent_provision_data_37da09, Consent_verification_2e812e, Consent_verification_verifiedWith_5bfa20, Contract_relevantHistory_d86cde, CoverageEligibilityRequest_item_facility_9341fc, DataRequirement_subject_cf07c8, DeviceRequest_insurance_fe6b25, DiagnosticReport_result_0a61d3, DiagnosticReport_specimen_64d356, DocumentReference_context_a4705c, DocumentReference_relatesTo_af0db8, Encounter_classHistory_fea0d9, Encounter_diagnosis_57de79, Encounter_diagnosis_condition_d49568, Encounter_episodeOfCare_062e4e, Encounter_hospitalization_c687ab, Encounter_statusHistory_253386, EpisodeOfCare_diagnosis_a03d6a, Extension_85efaf, Goal_addresses_0e46c3, HealthcareService_availableTime_a16e1b, HealthcareService_endpoint_07958e, Identifier_assigner_0b088a, Location_hoursOfOperation_481aee, Location_position_86d1dd, MeasureReport_group_stratifier_stratum_component_b7d349, Measure_group_stratifier_3248a1, Measure_group_stratifier_component_c3063e, Measure_improvementNotation_c77d91, MedicationStatement_basedOn_c30e7e, Observation_basedOn_5eb00e, Observation_derivedFrom_82ed2d, Observation_device_12b893, Observation_hasMember_0927c5, Observation_partOf_b10dc9, Observation_referenceRange_c2f7b6, OrganizationAffiliation_healthcareService_ee0cb6, Organization_address_bce25c, Organization_contact_5999c8, Organization_telecom_b470c2, Patient_communication_083cc5, Patient_contact_b59162, PaymentReconciliation_request_462841, PractitionerRole_availableTime_da8d67, PractitionerRole_notAvailable_804c54, Practitioner_qualification_950578, Provenance_agent_911b62, RelatedPerson_communication_d517a1, Signature_who_540aac, Task_input_f48568, Task_output_8ef8cc, Task_restriction_02f15f, Task_restriction_recipient_5fba84, action_code_62c478, beside_base64Binary_a96152, beside_boolean_acb597, beside_canonical_d7eb28, beside_code_e0487f, beside_dateTime_854799, beside_date_946a23, beside_decimal_baaae1, beside_id_cfa3c2, beside_instant_f4a41b, beside_integer_ac1534, beside_markdown_38c8d8, beside_oid_061857, beside_positiveInt_687cd5, beside_string_a18261, beside_time_48b2e8, beside_unsignedInt_c91c5d, beside_uri_33bde7, beside_url_7bbe38, beside_uuid_7cb076, by_url_879111, by_url_c2adcd, code_code_b44950, codes_address_type_38afdb, codes_address_use_787103, codes_administrative_gender_a1d8e6, codes_audit_event_action_640cd9, codes_audit_event_outcome_53febd, codes_care_plan_activity_kind_e8735f, codes_care_plan_activity_status_e6b7bf, codes_care_plan_intent_f7cf05, codes_care_team_status_615c5e, codes_clinicalimpression_status_a52be7, codes_composition_status_ec0d7a, codes_consent_data_meaning_7fafb5, codes_consent_provision_type_77b79e, codes_contact_point_system_99db80, codes_contact_point_use_a78b1f, codes_days_of_week_47b01a, codes_document_reference_status_7fac8f, codes_document_relationship_type_b003c7, codes_encounter_location_status_ed2558, codes_encounter_status_202c23, codes_episode_of_care_status_6990aa, codes_goal_status_8f68ab, codes_group_type_32fa98, codes_identifier_use_da0e3b, codes_immunization_evaluation_status_e7ee11, codes_link_type_4022ab, codes_location_mode_aeef0f, codes_location_status_1baeed, codes_measure_report_status_d107cf, codes_measure_report_type_3a05e4, codes_name_use_2405a6, codes_network_type_b4229f, codes_observation_status_318214, codes_participantrequired_a4edde, codes_participationstatus_cafa44, codes_provenance_entity_role_a82117, codes_publication_status_aff47a, codes_request_intent_3418da, codes_request_priority_37cd1d, codes_request_status_fef8cd, codes_task_intent_aae40c, dayOfWeek_code_10cfe2, f_all_8c7b4a, f_all_bf70ff, f_count_3e828d, f_count_8b2e71, f_exists_0754d0, f_exists_0f6bcf, f_exists_135a00, f_exists_14ba15, f_exists_240eba, f_exists_24a512, f_exists_2ec0d0, f_exists_50a104, f_exists_528de8, f_exists_640b0c, f_exists_641d10, f_exists_736531, f_exists_92e252, f_exists_9fb297, f_exists_a6d8fc, f_exists_ac07ae, f_exists_ae75ca, f_exists_ce1d16, f_exists_dd9941, f_exists_ef6e77, f_exists_f290b2, f_exists_f42d3f, f_exists_f6bd15, f_hasValue_3e4e55, f_hasValue_7e47bf, f_list_257fe5, f_list_e35291, f_one_19160d, fixed_6abe4b, fixed_6dab77, fixed_6df8d5, fixed_703882, fixed_889192, fixed_9466f4, fixed_b27db3, fixed_bd70ea, fixed_ed52c1, gender_code_70cbc9, is_name_2193ce, is_reference_c44a14, kind_code_9e2c0e, known_01a072, known_02d4d7, known_052a72, known_0757c1, known_098599, known_0e1969, known_0e1b5f, known_0fd766, known_10d2a8, known_128b3c, known_13615d, known_149e2e, known_14ce46, known_176f31, known_1939ab, known_1ef542, known_1f763b, known_22f539, known_267a74, known_28a372, known_2d916b, known_2ef449, known_2ffa2b, known_325558, known_340d4e, known_35813e, known_35e533, known_38525e, known_434a1e, known_44d33f, known_49d90f, known_4db141, known_4e2732, known_4f9d32, known_50b24d, known_51f0b8, known_53a022, known_53a225, known_578222, known_57b56c, known_58770b, known_5f4bc2, known_61fbcf, known_64090b, known_66b933, known_69d6a6, known_6eb91d, known_714cff, known_742af6, known_7a94d7, known_7acd80, known_7b43e5, known_7e4508, known_8047a1, known_81af20, known_81c0eb, known_86f4f8, known_8913aa, known_92dadf, known_95f781, known_97089d, known_98019a, known_98ad10, known_9a4395, known_9d66c8, known_a587fe, known_abb27a, known_abdac6, known_b06c5f, known_b075d9, known_b5df6f, known_ba8e9e, known_bab0a8, known_bc71b9, known_bd525e, known_bddac6, known_c09eb8, known_c7622c, known_ca7000, known_cddeb4, known_ceabe3, known_d2b731, known_d34810, known_d5ab11, known_d72f6e, known_da3245, known_db137b, known_db5baa, known_ddb7f1, known_dfa6e6, known_e31050, known_e38d78, known_e50d1b, known_e6d912, known_f147f4, known_f1a8ef, known_feb9a7, known_ff1739, lifecycleStatus_code_3601ed, meaning_code_272e04, p_SimpleQuantity, pattern_cce5aa, priority_code_1b1f90, properties_0986d9, properties_3cb6c7, properties_761780, properties_e32c5f, required_code_26e251, role_code_e38882, set_condition_clinical_f1692d, set_condition_ver_status_2b3c1d, set_measure_improvement_notation_1d08cb, set_mimetypes_3779d8, status_code_192d4f, status_code_3a2adf, status_code_44afb5, status_code_52e7cf, status_code_5c52c8, status_code_5daeb3, status_code_882519, status_code_a2799c, status_code_a3d0a6, status_code_adb663, status_code_c3f5cd, status_code_fa548b, status_code_fb4e1d, system_code_9364a7, system_uri_1acac5, t_Address, t_Age, t_Annotation, t_Attachment, t_CodeableConcept, t_Coding, t_ContactDetail, t_ContactPoint, t_Contributor, t_Count, t_DataRequirement, t_Distance, t_Dosage, t_Duration, t_Expression, t_Extension, t_HumanName, t_Identifier, t_Meta, t_Money, t_Narrative, t_ParameterDefinition, t_Period, t_Quantity, t_Range, t_Ratio, t_Reference, t_RelatedArtifact, t_SampledData, t_Signature, t_Timing, t_TriggerDefinition, t_UsageContext, targets_006dd4, targets_00e9c4, targets_1a0dd4, targets_1bf732, targets_1c76da, targets_206dc3, targets_219bb5, targets_27ac77, targets_2ad438, targets_2e2191, targets_2e891a, targets_3398f2, targets_378579, targets_37bb82, targets_3bd858, targets_3bf223, targets_3d9f32, targets_3ee39b, targets_3fdae0, targets_42e305, targets_4d1878, targets_4fc8bc, targets_52dd8d, targets_568825, targets_58220d, targets_5a0f5b, targets_5d10cc, targets_5f3e08, targets_661708, targets_743aac, targets_74ffcb, targets_76d770, targets_7dd998, targets_7fa2bd, targets_90ca69, targets_944f6a, targets_97e54e, targets_9ba2c4, targets_a080c9, targets_a99004, targets_adf289, targets_b4c05e, targets_b978cb, targets_bb9050, targets_bfa62f, targets_c12836, targets_c1b84a, targets_c37456, targets_c5e6fe, targets_d36dc0, targets_e0dadd, targets_e1650f, targets_e4a18c, targets_f00115, targets_f07e87, targets_f1e7f8, targets_f87313, text_02b182, text_0eabdb, text_10d339, text_133324, text_15f1c5, text_1acae3, text_1d260c, text_1f2157, text_206d8d, text_24062b, text_271b68, text_2d1e73, text_381277, text_3a1d89, text_42eb9a, text_4ce320, text_4de42a, text_4edf3c, text_514bd0, text_541779, text_5942e5, text_59ad8c, text_63cf3a, text_640b3b, text_75ac20, text_7f0d45, text_838f79, text_8b8833, text_8c814e, text_a01f58, text_a65d67, text_b42875, text_bb882c, text_bda93f, text_be62e2, text_c0a5d9, text_c5acbb, text_c75639, text_cf9767, text_e452b6, text_f438a2, text_fb77db, type_code_53f3d5, type_code_625e4a, type_code_f58c22, url_uri_b7d176, url_uri_d6ec1d, url_uri_f49ef7, use_code_3bbcbd, use_code_647388, use_code_6917d5, use_code_e6f6ba, values_cf6176 } from './base-checkers.js';
function p_Psc_access(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_AuditEvent_extension_1b0bc0(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_type_07e5f4, w); break;
case "subtype": s0 |= 4; { const n = list(e, "subtype", t_Coding, w); if (n > 1) w.report('max', "1", "subtype"); } break;
case "action": s0 |= 8; onePrimitive(e, v["_action"], "action", action_code_62c478, w); break;
case "_action": if (v.action === undefined) { s0 |= 8; onePrimitive(undefined, e, "action", action_code_62c478, w); } one(e, "action", beside_code_e0487f, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "recorded": s0 |= 16; if (!isInstant(e)) wrong(e, "instant", "recorded", w); break;
case "_recorded": if (v.recorded === undefined) { s0 |= 16; } one(e, "recorded", beside_instant_f4a41b, w); break;
case "outcome": s0 |= 32; onePrimitive(e, v["_outcome"], "outcome", outcome_code_c9c2d6, w); break;
case "_outcome": if (v.outcome === undefined) { s0 |= 32; onePrimitive(undefined, e, "outcome", outcome_code_c9c2d6, w); } one(e, "outcome", beside_code_e0487f, w); break;
case "outcomeDesc": s0 |= 1; if (!isString(e)) wrong(e, "string", "outcomeDesc", w); break;
case "_outcomeDesc": if (v.outcomeDesc === undefined) { s0 |= 1; } one(e, "outcomeDesc", beside_string_a18261, w); break;
case "purposeOfEvent": s0 |= 1; list(e, "purposeOfEvent", t_CodeableConcept, w); break;
case "agent": s0 |= 64; slices_AuditEvent_agent_33b1a4(e, v, w); break;
case "source": s0 |= 128; one(e, "source", AuditEvent_source_5fa6a7, w); break;
case "entity": s0 |= 256; list(e, "entity", AuditEvent_entity_6683a8, w); break;
default: unknownKey(k, known_c09eb8, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "subtype");
if ((s0 & 8) === 0) w.report('min', "1", "action");
if ((s0 & 16) === 0) w.report('min', "1", "recorded");
if ((s0 & 32) === 0) w.report('min', "1", "outcome");
if ((s0 & 64) === 0) { w.report('sliceMin', "reader", "agent"); w.report('sliceMin', "holder", "agent"); }
if ((s0 & 128) === 0) w.report('min', "1", "source");
if ((s0 & 256) === 0) w.report('min', "1", "entity");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((((f_all_bfa031(v, undefined, w) && same((v.action === "E" ? true : (v.action !== undefined && v.action !== "E") ? false : undefined), (equalLists(f_list_fb6f87(v, undefined, w), list_535357) === true ? true : equalLists(f_list_fb6f87(v, undefined, w), list_535357) === false ? false : undefined)) === true) && same((v.action === "D" ? true : (v.action !== undefined && v.action !== "D") ? false : undefined), (equalLists(f_list_fb6f87(v, undefined, w), list_2b1c92) === true ? true : equalLists(f_list_fb6f87(v, undefined, w), list_2b1c92) === false ? false : undefined)) === true) && ((v.action === "R" || v.action === "E") || v.action === "D")))) w.invariant("psc-access-1", "error", text_c5038b);
}
function fixed_0caa6d(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-audit-chain";
}
function by_url_bfe343(v, w) {
return isObject(v) && v.url !== undefined && fixed_0caa6d(v.url, w);
}
function is_chain_2d7646(v, w) {
return by_url_bfe343(v, w);
}
function slices_AuditEvent_extension_1b0bc0(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_chain_2d7646(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "chain", "extension");
}
function pattern_cd7d45(v) {
return isObject(v) && v.code === "rest" && v.system === "http://terminology.hl7.org/CodeSystem/audit-event-type";
}
function AuditEvent_type_07e5f4(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_cd7d45(v)) w.report("pattern", "{\"code\":\"rest\",\"system\":\"http://terminology.hl7.org/CodeSystem/audit-event-type\"}");
}
function pattern_7f58f5(v) {
return v === "0";
}
function outcome_code_c9c2d6(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/audit-event-outcome|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_audit_event_outcome_53febd.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/audit-event-outcome|4.0.1");
if (!pattern_7f58f5(v)) w.report("pattern", "\"0\"");
}
}
function pattern_d6a8c3(v) {
return isObject(v) && v.code === "110152" && v.system === "http://dicom.nema.org/resources/ontology/DCM";
}
function pattern_3371b0(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_d6a8c3);
}
function by_type_94cc53(v, w) {
return isObject(v) && v.type !== undefined && pattern_3371b0(v.type, w);
}
function is_reader_6194be(v, w) {
return by_type_94cc53(v, w);
}
function AuditEvent_agent_type_5ee6b2(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_3371b0(v)) w.report("pattern", "{\"coding\":[{\"code\":\"110152\",\"system\":\"http://dicom.nema.org/resources/ontology/DCM\"}]}");
}
function AuditEvent_agent_15f4b9(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_agent_type_5ee6b2, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 4; one(e, "who", Signature_who_540aac, w); break;
case "altId": s0 |= 1; if (!isString(e)) wrong(e, "string", "altId", w); break;
case "_altId": if (v.altId === undefined) { s0 |= 1; } one(e, "altId", beside_string_a18261, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "requestor": s0 |= 8; if (!isBoolean(e)) wrong(e, "boolean", "requestor", w); break;
case "_requestor": if (v.requestor === undefined) { s0 |= 8; } one(e, "requestor", beside_boolean_acb597, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "policy": s0 |= 1; primitives(e, v["_policy"], "policy", "uri", isUri, beside_uri_33bde7, w); break;
case "_policy": if (v.policy === undefined) { s0 |= 1; primitives(undefined, e, "policy", "uri", isUri, beside_uri_33bde7, w); } break;
case "media": s0 |= 1; one(e, "media", t_Coding, w); break;
case "network": s0 |= 1; one(e, "network", AuditEvent_agent_network_2cc400, w); break;
case "purposeOfUse": s0 |= 1; list(e, "purposeOfUse", t_CodeableConcept, w); break;
default: unknownKey(k, known_44d33f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "who");
if ((s0 & 8) === 0) w.report('min', "1", "requestor");
}
function pattern_563786(v) {
return isObject(v) && v.code === "110153" && v.system === "http://dicom.nema.org/resources/ontology/DCM";
}
function pattern_f418fc(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_563786);
}
function by_type_c3d257(v, w) {
return isObject(v) && v.type !== undefined && pattern_f418fc(v.type, w);
}
function is_holder_fa62d6(v, w) {
return by_type_c3d257(v, w);
}
function AuditEvent_agent_type_bd97a4(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_f418fc(v)) w.report("pattern", "{\"coding\":[{\"code\":\"110153\",\"system\":\"http://dicom.nema.org/resources/ontology/DCM\"}]}");
}
function Identifier_5d3963(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "system": s0 |= 2; if (!isUri(e)) wrong(e, "uri", "system", w); break;
case "_system": if (v.system === undefined) { s0 |= 2; } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 4; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 4; } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function Reference_abd305(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_bb9050, w);
}
function AuditEvent_agent_63281f(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_agent_type_bd97a4, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 4; one(e, "who", Reference_abd305, w); break;
case "altId": s0 |= 1; if (!isString(e)) wrong(e, "string", "altId", w); break;
case "_altId": if (v.altId === undefined) { s0 |= 1; } one(e, "altId", beside_string_a18261, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "requestor": s0 |= 8; if (!isBoolean(e)) wrong(e, "boolean", "requestor", w); break;
case "_requestor": if (v.requestor === undefined) { s0 |= 8; } one(e, "requestor", beside_boolean_acb597, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "policy": s0 |= 1; primitives(e, v["_policy"], "policy", "uri", isUri, beside_uri_33bde7, w); break;
case "_policy": if (v.policy === undefined) { s0 |= 1; primitives(undefined, e, "policy", "uri", isUri, beside_uri_33bde7, w); } break;
case "media": s0 |= 1; one(e, "media", t_Coding, w); break;
case "network": s0 |= 1; one(e, "network", AuditEvent_agent_network_2cc400, w); break;
case "purposeOfUse": s0 |= 1; list(e, "purposeOfUse", t_CodeableConcept, w); break;
default: unknownKey(k, known_44d33f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "who");
if ((s0 & 8) === 0) w.report('min', "1", "requestor");
}
function pattern_4912d1(v) {
return isObject(v) && v.code === "IRCP" && v.system === "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
}
function pattern_b72133(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_4912d1);
}
function by_type_3bf751(v, w) {
return isObject(v) && v.type !== undefined && pattern_b72133(v.type, w);
}
function is_person_3b6a97(v, w) {
return by_type_3bf751(v, w);
}
function AuditEvent_agent_type_dc0492(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_b72133(v)) w.report("pattern", "{\"coding\":[{\"code\":\"IRCP\",\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ParticipationType\"}]}");
}
function AuditEvent_agent_4a93dd(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_agent_type_dc0492, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 4; one(e, "who", Reference_abd305, w); break;
case "altId": s0 |= 1; if (!isString(e)) wrong(e, "string", "altId", w); break;
case "_altId": if (v.altId === undefined) { s0 |= 1; } one(e, "altId", beside_string_a18261, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "requestor": s0 |= 8; if (!isBoolean(e)) wrong(e, "boolean", "requestor", w); break;
case "_requestor": if (v.requestor === undefined) { s0 |= 8; } one(e, "requestor", beside_boolean_acb597, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "policy": s0 |= 1; primitives(e, v["_policy"], "policy", "uri", isUri, beside_uri_33bde7, w); break;
case "_policy": if (v.policy === undefined) { s0 |= 1; primitives(undefined, e, "policy", "uri", isUri, beside_uri_33bde7, w); } break;
case "media": s0 |= 1; one(e, "media", t_Coding, w); break;
case "network": s0 |= 1; one(e, "network", AuditEvent_agent_network_2cc400, w); break;
case "purposeOfUse": s0 |= 1; list(e, "purposeOfUse", t_CodeableConcept, w); break;
default: unknownKey(k, known_44d33f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "who");
if ((s0 & 8) === 0) w.report('min', "1", "requestor");
}
function slices_AuditEvent_agent_33b1a4(e, v, w) {
if (!isList(e, "agent", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("agent", i)) {
if (is_reader_6194be(t, w)) { m += 1; c0 += 1; AuditEvent_agent_b24744(t, w); AuditEvent_agent_15f4b9(t, w); }
if (is_holder_fa62d6(t, w)) { m += 1; c1 += 1; AuditEvent_agent_b24744(t, w); AuditEvent_agent_63281f(t, w); }
if (is_person_3b6a97(t, w)) { m += 1; c2 += 1; AuditEvent_agent_b24744(t, w); AuditEvent_agent_4a93dd(t, w); }
if (m === 0) {  AuditEvent_agent_b24744(t, w); }
else if (m > 1) w.report('sliceTwice', "reader, holder, person");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "reader", "agent");
if (c0 > 1) w.report('sliceMax', "reader", "agent");
if (c1 < 1) w.report('sliceMin', "holder", "agent");
if (c1 > 1) w.report('sliceMax', "holder", "agent");
if (c2 > 1) w.report('sliceMax', "person", "agent");
if (e.length < 2) w.report('min', "2", "agent");
}
function AuditEvent_source_5fa6a7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.source";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "site": s0 |= 2; if (!isString(e)) wrong(e, "string", "site", w); break;
case "_site": if (v.site === undefined) { s0 |= 2; } one(e, "site", beside_string_a18261, w); break;
case "observer": s0 |= 4; one(e, "observer", Reference_abd305, w); break;
case "type": s0 |= 1; list(e, "type", t_Coding, w); break;
default: unknownKey(k, known_db5baa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "site");
if ((s0 & 4) === 0) w.report('min', "1", "observer");
}
const text_eedb71 = {"fr":"Par son numéro d’affaires, ou celui du dossier.","en":"By its business number, or that of the record."};
function AuditEvent_entity_what_c9668e(v, w) {
const b = w.broken;
t_Reference(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!((f_exists_24a512(v, undefined, w) || (v.reference !== undefined || v._reference !== undefined)))) w.invariant("psc-access-2", "error", text_eedb71);
}
function AuditEvent_entity_6683a8(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.entity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "what": s0 |= 2; one(e, "what", AuditEvent_entity_what_c9668e, w); break;
case "type": s0 |= 1; one(e, "type", t_Coding, w); break;
case "role": s0 |= 1; one(e, "role", t_Coding, w); break;
case "lifecycle": s0 |= 1; one(e, "lifecycle", t_Coding, w); break;
case "securityLabel": s0 |= 1; list(e, "securityLabel", t_Coding, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "query": w.report('max', '0', "query"); break;
case "_query": w.report('max', '0', "query"); break;
case "detail": s0 |= 4; list(e, "detail", AuditEvent_entity_detail_039ed0, w); break;
default: unknownKey(k, known_5f4bc2, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "what");
if ((s0 & 4) === 0) w.report('min', "1", "detail");
if (w.broken !== b) return;
if (!((!(v.name !== undefined || v._name !== undefined) || !(v.query !== undefined || v._query !== undefined)))) w.invariant("sev-1", "error", text_381277);
}
const text_c5038b = {"fr":"Chercher s’écrit E, lire s’écrit R, détruire s’écrit D.","en":"To search is written E, to read is written R, to destroy is written D."};
const values_689de7 = new Set(["read","vread","history-instance","search-type","delete"]);
function f_all_bfa031(v, c, w) {
if (Array.isArray(v.subtype)) for (const t1 of v.subtype) { { const t2 = t1.code, c3 = t1._code; if (t2 !== undefined || c3 !== undefined) { if (!(values_689de7.has(t2))) return false; } } }
return true;
}
function f_list_fb6f87(v, c, w) {
const r = [];
if (Array.isArray(v.subtype)) for (const t1 of v.subtype) { { const t2 = t1.code, c3 = t1._code; if (t2 !== undefined || c3 !== undefined) { r.push(t2 ?? c3); } } }
return r;
}
const list_535357 = ["search-type"];
const list_2b1c92 = ["delete"];
function p_Psc_act(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_Provenance_extension_dc20d0(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "target": s0 |= 2; list(e, "target", t_Reference, w); break;
case "occurredDateTime": s0 |= 4; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "occurred", w); break;
case "_occurredDateTime": if (v.occurredDateTime === undefined) { s0 |= 4; n0 += 1; } one(e, "occurred", beside_dateTime_854799, w); break;
case "recorded": s0 |= 8; if (!isInstant(e)) wrong(e, "instant", "recorded", w); break;
case "_recorded": if (v.recorded === undefined) { s0 |= 8; } one(e, "recorded", beside_instant_f4a41b, w); break;
case "policy": s0 |= 1; primitives(e, v["_policy"], "policy", "uri", isUri, beside_uri_33bde7, w); break;
case "_policy": if (v.policy === undefined) { s0 |= 1; primitives(undefined, e, "policy", "uri", isUri, beside_uri_33bde7, w); } break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "reason": s0 |= 1; list(e, "reason", t_CodeableConcept, w); break;
case "activity": s0 |= 16; one(e, "activity", CodeableConcept_65680d, w); break;
case "agent": s0 |= 32; slices_Provenance_agent_87f317(e, v, w); break;
case "entity": s0 |= 1; list(e, "entity", Provenance_entity_23acc4, w); break;
case "signature": s0 |= 1; list(e, "signature", t_Signature, w); break;
default: unknownKey(k, known_99c7fd, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "target");
if ((s0 & 4) === 0) w.report('min', "1", "occurred");
if ((s0 & 8) === 0) w.report('min', "1", "recorded");
if ((s0 & 16) === 0) w.report('min', "1", "activity");
if ((s0 & 32) === 0) { w.report('sliceMin', "informant", "agent"); }
if (n0 > 1) w.misshapen('choiceTwice', "occurred", "occurred");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function fixed_c52bed(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-answer-channel";
}
function by_url_e0977d(v, w) {
return isObject(v) && v.url !== undefined && fixed_c52bed(v.url, w);
}
function is_answerChannel_351950(v, w) {
return by_url_e0977d(v, w);
}
function slices_Provenance_extension_dc20d0(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_answerChannel_351950(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "answerChannel", "extension");
}
function fixed_e70db0(v) {
return v === "https://fhir.passerelle.example/CodeSystem/referral-act";
}
function by_system_eca526(v, w) {
return isObject(v) && v.system !== undefined && fixed_e70db0(v.system, w);
}
function is_act_9db40e(v, w) {
return by_system_eca526(v, w);
}
function system_uri_5e76c7(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/referral-act\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_e70db0(v)) w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/referral-act\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/CodeSystem/referral-act\"");
}
const set_referral_act_51dcc2 = codeSet("https://fhir.passerelle.example/ValueSet/referral-act", "https://fhir.passerelle.example/CodeSystem/referral-act\naccepted\nacknowledged\nagreement-taken-back\nawaiting-information\nbasis-ended\ncancelled\ncompleted\ndeclined\ndispatched\nentered-in-error\nfailed\nfamily-ended\nfamily-told\nno-show\npassed-on\nscheduled\nstarted\nwaitlisted");
function Coding_c6da10(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_5e76c7, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_5e76c7, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
boundCoding(v, set_referral_act_51dcc2, w);
}
function fixed_3382e3(v) {
return v === "https://fhir.passerelle.example/CodeSystem/implied-step";
}
function by_system_e4ac50(v, w) {
return isObject(v) && v.system !== undefined && fixed_3382e3(v.system, w);
}
function is_implied_f3bffd(v, w) {
return by_system_e4ac50(v, w);
}
function system_uri_e42689(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/implied-step\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_3382e3(v)) w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/implied-step\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/CodeSystem/implied-step\"");
}
const set_implied_step_0b5e36 = codeSet("https://fhir.passerelle.example/ValueSet/implied-step", "https://fhir.passerelle.example/CodeSystem/implied-step\naccepted\nin-progress");
function Coding_538ac3(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_e42689, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_e42689, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
boundCoding(v, set_implied_step_0b5e36, w);
}
function fixed_db6e02(v) {
return v === "https://fhir.passerelle.example/CodeSystem/watch-finding";
}
function by_system_d22789(v, w) {
return isObject(v) && v.system !== undefined && fixed_db6e02(v.system, w);
}
function is_finding_e16686(v, w) {
return by_system_d22789(v, w);
}
function system_uri_854491(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/watch-finding\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_db6e02(v)) w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/watch-finding\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/CodeSystem/watch-finding\"");
}
const set_watch_finding_7522bf = codeSet("https://fhir.passerelle.example/ValueSet/watch-finding", "https://fhir.passerelle.example/CodeSystem/watch-finding\nbasis-ends\ncentre-ends\ncontradictory\ncorrection-not-told\ndeclined\nfamily-not-told\nguardianship-ends\nlate\nlost\nmeet-young-person\nneed-open\nno-outcome\nnobody-along\nnot-evaluated\nnot-sent\non-hold\nreview-due\nsilent\nsippe-ends");
function Coding_4418fe(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_854491, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_854491, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
boundCoding(v, set_watch_finding_7522bf, w);
}
function slices_CodeableConcept_coding_601623(e, v, w) {
if (!isList(e, "coding", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("coding", i)) {
if (is_act_9db40e(t, w)) { m += 1; c0 += 1; Coding_c6da10(t, w); }
if (is_implied_f3bffd(t, w)) { m += 1; c1 += 1; Coding_538ac3(t, w); }
if (is_finding_e16686(t, w)) { m += 1; c2 += 1; Coding_4418fe(t, w); }
if (m === 0) {  t_Coding(t, w); }
else if (m > 1) w.report('sliceTwice', "act, implied, finding");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "act", "coding");
if (c0 > 1) w.report('sliceMax', "act", "coding");
if (c2 > 1) w.report('sliceMax', "finding", "coding");
}
function CodeableConcept_65680d(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; slices_CodeableConcept_coding_601623(e, v, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "act", "coding"); }
if (w.broken !== b) return;
concept(v, w);
}
function pattern_183172(v) {
return isObject(v) && v.code === "informant" && v.system === "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
}
function pattern_8e8926(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_183172);
}
function by_type_17dc2b(v, w) {
return isObject(v) && v.type !== undefined && pattern_8e8926(v.type, w);
}
function is_informant_5d707b(v, w) {
return by_type_17dc2b(v, w);
}
function Provenance_agent_type_565f77(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_8e8926(v)) w.report("pattern", "{\"coding\":[{\"code\":\"informant\",\"system\":\"http://terminology.hl7.org/CodeSystem/provenance-participant-type\"}]}");
}
const text_e589bb = {"fr":"Une référence porte l’identifiant de ce qu’elle désigne, ou au moins un nom.","en":"A reference bears the identifier of what it names, or at least a name."};
function Reference_b30d0e(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_bb9050, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function Provenance_agent_035547(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", Provenance_agent_type_565f77, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 4; one(e, "who", Reference_b30d0e, w); break;
case "onBehalfOf": s0 |= 1; one(e, "onBehalfOf", Reference_b30d0e, w); break;
default: unknownKey(k, known_128b3c, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "who");
}
function pattern_387b5b(v) {
return isObject(v) && v.code === "enterer" && v.system === "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
}
function pattern_8e8b88(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_387b5b);
}
function by_type_99f5de(v, w) {
return isObject(v) && v.type !== undefined && pattern_8e8b88(v.type, w);
}
function is_enterer_3747c6(v, w) {
return by_type_99f5de(v, w);
}
function Provenance_agent_type_cf96a3(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_8e8b88(v)) w.report("pattern", "{\"coding\":[{\"code\":\"enterer\",\"system\":\"http://terminology.hl7.org/CodeSystem/provenance-participant-type\"}]}");
}
function Provenance_agent_336dde(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", Provenance_agent_type_cf96a3, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 4; one(e, "who", Reference_b30d0e, w); break;
case "onBehalfOf": s0 |= 1; one(e, "onBehalfOf", Signature_who_540aac, w); break;
default: unknownKey(k, known_128b3c, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "who");
}
function slices_Provenance_agent_87f317(e, v, w) {
if (!isList(e, "agent", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("agent", i)) {
if (is_informant_5d707b(t, w)) { m += 1; c0 += 1; Provenance_agent_911b62(t, w); Provenance_agent_035547(t, w); }
if (is_enterer_3747c6(t, w)) { m += 1; c1 += 1; Provenance_agent_911b62(t, w); Provenance_agent_336dde(t, w); }
if (m === 0) {  Provenance_agent_911b62(t, w); }
else if (m > 1) w.report('sliceTwice', "informant, enterer");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "informant", "agent");
if (c0 > 1) w.report('sliceMax', "informant", "agent");
if (c1 > 1) w.report('sliceMax', "enterer", "agent");
}
function p_Psc_act_Provenance_agent(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 2; one(e, "who", Signature_who_540aac, w); break;
case "onBehalfOf": s0 |= 1; one(e, "onBehalfOf", Signature_who_540aac, w); break;
default: unknownKey(k, known_128b3c, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "who");
}
function Provenance_entity_23acc4(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance.entity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "role": s0 |= 2; onePrimitive(e, v["_role"], "role", role_code_e38882, w); break;
case "_role": if (v.role === undefined) { s0 |= 2; onePrimitive(undefined, e, "role", role_code_e38882, w); } one(e, "role", beside_code_e0487f, w); break;
case "what": s0 |= 4; one(e, "what", t_Reference, w); break;
case "agent": s0 |= 1; list(e, "agent", p_Psc_act_Provenance_agent, w); break;
default: unknownKey(k, known_098599, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "role");
if ((s0 & 4) === 0) w.report('min', "1", "what");
}
const known_99c7fd = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","target","recorded","policy","location","reason","activity","agent","entity","signature"],{"occurred":"dateTime"}];
function p_Psc_action_plan(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CarePlan";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_CarePlan_extension_94fcd1(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "instantiatesCanonical": s0 |= 1; primitives(e, v["_instantiatesCanonical"], "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "instantiatesUri": s0 |= 1; primitives(e, v["_instantiatesUri"], "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); } break;
case "basedOn": s0 |= 1; list(e, "basedOn", CarePlan_basedOn_264d17, w); break;
case "replaces": s0 |= 1; list(e, "replaces", Reference_14322f, w); break;
case "partOf": s0 |= 1; list(e, "partOf", CarePlan_basedOn_264d17, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_44afb5, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_44afb5, w); } one(e, "status", beside_code_053fd6, w); break;
case "intent": s0 |= 16; onePrimitive(e, v["_intent"], "intent", intent_code_e921cd, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 16; onePrimitive(undefined, e, "intent", intent_code_e921cd, w); } one(e, "intent", beside_code_e0487f, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "title": s0 |= 1; if (!isString(e)) wrong(e, "string", "title", w); break;
case "_title": if (v.title === undefined) { s0 |= 1; } one(e, "title", beside_string_a18261, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "subject": s0 |= 32; one(e, "subject", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "period": s0 |= 1; one(e, "period", Period_78876f, w); break;
case "created": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "created", w); break;
case "_created": if (v.created === undefined) { s0 |= 1; } one(e, "created", beside_dateTime_854799, w); break;
case "author": s0 |= 1; one(e, "author", Reference_79f7b2, w); break;
case "contributor": s0 |= 1; list(e, "contributor", Reference_79f7b2, w); break;
case "careTeam": s0 |= 1; list(e, "careTeam", Reference_cc7c01, w); break;
case "addresses": s0 |= 1; list(e, "addresses", AdverseEvent_resultingCondition_405865, w); break;
case "supportingInfo": s0 |= 1; list(e, "supportingInfo", Reference_2cf3dd, w); break;
case "goal": s0 |= 1; list(e, "goal", Reference_5befae, w); break;
case "activity": s0 |= 1; list(e, "activity", CarePlan_activity_1f6dc3, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
default: unknownKey(k, known_bddac6, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "intent");
if ((s0 & 32) === 0) w.report('min', "1", "subject");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(ordered("<=", f_count_af429d(v, undefined, w), 1) === true)) w.invariant("psc-action-plan-1", "error", text_f0d266);
}
function fixed_1666ac(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-revision";
}
function by_url_0c423e(v, w) {
return isObject(v) && v.url !== undefined && fixed_1666ac(v.url, w);
}
function is_revision_338fb8(v, w) {
return by_url_0c423e(v, w);
}
function fixed_fa2582(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-review-on";
}
function by_url_15d836(v, w) {
return isObject(v) && v.url !== undefined && fixed_fa2582(v.url, w);
}
function is_reviewOn_6b9bf0(v, w) {
return by_url_15d836(v, w);
}
function fixed_5d1d8d(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-right-concerned";
}
function by_url_d330cd(v, w) {
return isObject(v) && v.url !== undefined && fixed_5d1d8d(v.url, w);
}
function is_rightConcerned_74aa45(v, w) {
return by_url_d330cd(v, w);
}
function slices_CarePlan_extension_94fcd1(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_reviewOn_6b9bf0(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_rightConcerned_74aa45(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, reviewOn, rightConcerned");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 > 1) w.report('sliceMax', "reviewOn", "extension");
}
function Reference_14322f(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_1a0dd4, w);
}
function fixed_5bdf43(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-implied";
}
function by_url_380752(v, w) {
return isObject(v) && v.url !== undefined && fixed_5bdf43(v.url, w);
}
function is_implied_18a985(v, w) {
return by_url_380752(v, w);
}
function slices_code_extension_b4df48(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_implied_18a985(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "implied", "extension");
}
function beside_code_053fd6(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "code";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id': s0 |= 1; elementId(e, v, w); break;
case "extension": s0 |= 1; slices_code_extension_b4df48(e, v, w); break;
default: unknownKey(k, known_176f31, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
function pattern_6b2c0b(v) {
return v === "plan";
}
function intent_code_e921cd(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/care-plan-intent|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_care_plan_intent_f7cf05.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/care-plan-intent|4.0.1");
if (!pattern_6b2c0b(v)) w.report("pattern", "\"plan\"");
}
}
function Reference_6424d5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_74ffcb, w);
}
function fixed_9aef83(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-as-said";
}
function by_url_21a19d(v, w) {
return isObject(v) && v.url !== undefined && fixed_9aef83(v.url, w);
}
function is_asSaid_ce4d7b(v, w) {
return by_url_21a19d(v, w);
}
function slices_dateTime_extension_506579(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_asSaid_ce4d7b(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "asSaid", "extension");
}
function beside_dateTime_fd8ee8(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "dateTime";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id': s0 |= 1; elementId(e, v, w); break;
case "extension": s0 |= 1; slices_dateTime_extension_506579(e, v, w); break;
default: unknownKey(k, known_176f31, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
function Period_78876f(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Period";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "start": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "start", w); break;
case "_start": if (v.start === undefined) { s0 |= 1; } one(e, "start", beside_dateTime_fd8ee8, w); break;
case "end": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "end", w); break;
case "_end": if (v.end === undefined) { s0 |= 1; } one(e, "end", beside_dateTime_fd8ee8, w); break;
default: unknownKey(k, known_53a022, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
if (!(((!f_hasValue_7e47bf(v, undefined, w) || !f_hasValue_3e4e55(v, undefined, w)) || orderedTimes("<=", v.start, v.end) === true))) w.invariant("per-1", "error", text_bb882c);
}
function Reference_79f7b2(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_58220d, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function Reference_cc7c01(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_c1b84a, w);
}
function Reference_2cf3dd(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
}
function Reference_5befae(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_3bd858, w);
}
const targets_b23612 = ["ServiceRequest","Task"];
function Reference_9889fa(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_b23612, w);
}
function CarePlan_activity_1f6dc3(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CarePlan.activity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "outcomeCodeableConcept": s0 |= 1; list(e, "outcomeCodeableConcept", t_CodeableConcept, w); break;
case "outcomeReference": s0 |= 1; list(e, "outcomeReference", t_Reference, w); break;
case "progress": s0 |= 1; list(e, "progress", t_Annotation, w); break;
case "reference": s0 |= 2; one(e, "reference", Reference_9889fa, w); break;
case "detail": s0 |= 1; one(e, "detail", CarePlan_activity_detail_ec1bd5, w); break;
default: unknownKey(k, known_b5df6f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "reference");
if (w.broken !== b) return;
if (!((!(v.detail !== undefined) || !(v.reference !== undefined)))) w.invariant("cpl-3", "error", text_541779);
}
const text_f0d266 = {"fr":"Un plan s’appuie sur une seule lecture commune.","en":"A plan stands on one shared assessment only."};
function f_count_af429d(v, c, w) {
let n = 0;
if (Array.isArray(v.supportingInfo)) for (const t1 of v.supportingInfo) { if (t1.type === "ClinicalImpression") { n += 1; } }
return n;
}
function p_Psc_appointment(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Appointment";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_Appointment_extension_3a132a(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_480e82, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_480e82, w); } one(e, "status", beside_code_053fd6, w); break;
case "cancelationReason": s0 |= 1; one(e, "cancelationReason", CodeableConcept_715505, w); break;
case "serviceCategory": s0 |= 1; list(e, "serviceCategory", t_CodeableConcept, w); break;
case "serviceType": s0 |= 1; list(e, "serviceType", t_CodeableConcept, w); break;
case "specialty": s0 |= 1; list(e, "specialty", t_CodeableConcept, w); break;
case "appointmentType": s0 |= 1; one(e, "appointmentType", t_CodeableConcept, w); break;
case "reasonCode": s0 |= 1; list(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", Appointment_reasonReference_99ee6d, w); break;
case "priority": s0 |= 1; if (!isUnsignedInt(e)) wrong(e, "unsignedInt", "priority", w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; } one(e, "priority", beside_unsignedInt_c91c5d, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "supportingInformation": s0 |= 1; list(e, "supportingInformation", t_Reference, w); break;
case "start": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "start", w); break;
case "_start": if (v.start === undefined) { s0 |= 1; } one(e, "start", beside_instant_f4a41b, w); break;
case "end": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "end", w); break;
case "_end": if (v.end === undefined) { s0 |= 1; } one(e, "end", beside_instant_f4a41b, w); break;
case "minutesDuration": s0 |= 1; if (!isPositiveInt(e)) wrong(e, "positiveInt", "minutesDuration", w); break;
case "_minutesDuration": if (v.minutesDuration === undefined) { s0 |= 1; } one(e, "minutesDuration", beside_positiveInt_687cd5, w); break;
case "slot": s0 |= 1; list(e, "slot", Appointment_slot_2c3bf1, w); break;
case "created": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "created", w); break;
case "_created": if (v.created === undefined) { s0 |= 1; } one(e, "created", beside_dateTime_854799, w); break;
case "comment": s0 |= 1; if (!isString(e)) wrong(e, "string", "comment", w); break;
case "_comment": if (v.comment === undefined) { s0 |= 1; } one(e, "comment", beside_string_a18261, w); break;
case "patientInstruction": s0 |= 1; if (!isString(e)) wrong(e, "string", "patientInstruction", w); break;
case "_patientInstruction": if (v.patientInstruction === undefined) { s0 |= 1; } one(e, "patientInstruction", beside_string_a18261, w); break;
case "basedOn": s0 |= 1; { const n = list(e, "basedOn", Reference_b49917, w); if (n > 1) w.report('max', "1", "basedOn"); } break;
case "participant": s0 |= 16; list(e, "participant", Appointment_participant_7b4fcb, w); break;
case "requestedPeriod": s0 |= 1; list(e, "requestedPeriod", t_Period, w); break;
default: unknownKey(k, known_0e1969, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "participant");
if (w.broken !== b) return;
if (!(same(((v.start !== undefined || v._start !== undefined)), ((v.end !== undefined || v._end !== undefined))) === true)) w.invariant("app-2", "error", text_63cf3a);
if (!((((v.start !== undefined || v._start !== undefined) && (v.end !== undefined || v._end !== undefined)) || values_cf6176.has(v.status)))) w.invariant("app-3", "error", text_cf9767);
if (!((!f_exists_a6d8fc(v, undefined, w) || (f_one_19160d(v, undefined, w) === "no-show" || f_one_19160d(v, undefined, w) === "cancelled")))) w.invariant("app-4", "error", text_1d260c);
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((f_count_47dbbe(v, undefined, w) === 1 && f_count_b51482(v, undefined, w) === 1))) w.invariant("psc-appointment-1", "error", text_30bd03);
if (!((!f_exists_d7451e(v, undefined, w) || v.status === "noshow"))) w.invariant("psc-appointment-2", "error", text_5b6312);
}
function fixed_ae1a05(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-status-reason";
}
function by_url_e05f88(v, w) {
return isObject(v) && v.url !== undefined && fixed_ae1a05(v.url, w);
}
function is_statusReason_c7eee2(v, w) {
return by_url_e05f88(v, w);
}
function slices_Appointment_extension_3a132a(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_statusReason_c7eee2(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, statusReason");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 > 1) w.report('sliceMax', "statusReason", "extension");
}
const codes_appointment_standing_ac1eca = codesOf("arrived\nbooked\ncancelled\nentered-in-error\nfulfilled\nnoshow\npending\nproposed\nwaitlist");
function status_code_480e82(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/appointment-standing"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_appointment_standing_ac1eca.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/appointment-standing");
}
}
function CodeableConcept_715505(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 1; list(e, "coding", t_Coding, w); break;
case "text": s0 |= 2; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 2; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "text");
if (w.broken !== b) return;
concept(v, w);
}
function Reference_b49917(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_37bb82, w);
}
function fixed_5476db(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-receiving-organization";
}
function by_url_6a1f94(v, w) {
return isObject(v) && v.url !== undefined && fixed_5476db(v.url, w);
}
function is_organization_e715ee(v, w) {
return by_url_6a1f94(v, w);
}
function slices_Appointment_participant_extension_16b14f(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_organization_e715ee(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "organization", "extension");
}
function pattern_ffc3c0(v) {
return v === "https://fhir.passerelle.example/CodeSystem/appointment-role";
}
function by_system_984dc9(v, w) {
return isObject(v) && v.system !== undefined && pattern_ffc3c0(v.system, w);
}
function is_role_7b261e(v, w) {
return by_system_984dc9(v, w);
}
function system_uri_03c05f(v, w, c) {
if (v === undefined) { w.report("pattern", "\"https://fhir.passerelle.example/CodeSystem/appointment-role\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!pattern_ffc3c0(v)) w.report("pattern", "\"https://fhir.passerelle.example/CodeSystem/appointment-role\"");
}
}
const set_appointment_role_eee991 = codeSet("https://fhir.passerelle.example/ValueSet/appointment-role", "https://fhir.passerelle.example/CodeSystem/appointment-role\naccompanies\nchild\npartner\nplace\nreceives\nresource");
function Coding_d17e7f(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_03c05f, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_03c05f, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
boundCoding(v, set_appointment_role_eee991, w);
}
function slices_CodeableConcept_coding_a3ccfa(e, v, w) {
if (!isList(e, "coding", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("coding", i)) {
if (is_role_7b261e(t, w)) { m += 1; c0 += 1; Coding_d17e7f(t, w); }
if (m === 0) {  t_Coding(t, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "role", "coding");
if (c0 > 1) w.report('sliceMax', "role", "coding");
}
function CodeableConcept_81858c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; slices_CodeableConcept_coding_a3ccfa(e, v, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "role", "coding"); }
if (w.broken !== b) return;
concept(v, w);
}
function Reference_ea23b7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_c12836, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
const text_9e09a3 = {"fr":"Un partenaire, et lui seul, est nommé par son organisation ; les autres sont des acteurs.","en":"A partner, and only a partner, is named by its organization; the others are actors."};
function f_exists_274486(v, c, w) {
if (Array.isArray(v.type)) for (const t1 of v.type) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "https://fhir.passerelle.example/CodeSystem/appointment-role" && t2.code === "partner")) { return true; } } }
return false;
}
function f_exists_00bbda(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "https://fhir.passerelle.example/StructureDefinition/psc-receiving-organization") { return true; } }
return false;
}
function Appointment_participant_7b4fcb(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Appointment.participant";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_Appointment_participant_extension_16b14f(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; { const n = list(e, "type", CodeableConcept_81858c, w); if (n > 1) w.report('max', "1", "type"); } break;
case "actor": s0 |= 1; one(e, "actor", Reference_ea23b7, w); break;
case "required": s0 |= 1; onePrimitive(e, v["_required"], "required", required_code_26e251, w); break;
case "_required": if (v.required === undefined) { s0 |= 1; onePrimitive(undefined, e, "required", required_code_26e251, w); } one(e, "required", beside_code_e0487f, w); break;
case "status": s0 |= 4; onePrimitive(e, v["_status"], "status", status_code_fb4e1d, w); break;
case "_status": if (v.status === undefined) { s0 |= 4; onePrimitive(undefined, e, "status", status_code_fb4e1d, w); } one(e, "status", beside_code_053fd6, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
default: unknownKey(k, known_0757c1, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "status");
if (w.broken !== b) return;
if (!(((v.type !== undefined) || (v.actor !== undefined)))) w.invariant("app-1", "error", text_3a1d89);
if (!((same((f_exists_274486(v, undefined, w)), (f_exists_00bbda(v, undefined, w))) === true && same(((v.actor !== undefined)), (f_exists_00bbda(v, undefined, w))) === false))) w.invariant("psc-appointment-3", "error", text_9e09a3);
}
const text_30bd03 = {"fr":"L’enfant, et lui seul comme Patient, est attendu une fois.","en":"The child, and only the child as a Patient, is expected once."};
function f_exists_f2f742(v, c, w) {
if (Array.isArray(v.type)) for (const t1 of v.type) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "https://fhir.passerelle.example/CodeSystem/appointment-role" && t2.code === "child")) { return true; } } }
return false;
}
function f_count_47dbbe(v, c, w) {
let n = 0;
if (Array.isArray(v.participant)) for (const t1 of v.participant) { if (f_exists_f2f742(t1, undefined, w)) { { const t2 = t1.actor; if (t2 !== undefined) { if ((t2.type === "Patient" && f_exists_24a512(t2, undefined, w))) { n += 1; } } } } }
return n;
}
function f_count_b51482(v, c, w) {
let n = 0;
if (Array.isArray(v.participant)) for (const t1 of v.participant) { { const t2 = t1.actor; if (t2 !== undefined) { if (t2.type === "Patient") { n += 1; } } } }
return n;
}
const text_5b6312 = {"fr":"Ce motif ne se dit que d’une absence.","en":"This reason is said only of a no-show."};
function f_exists_d7451e(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "https://fhir.passerelle.example/StructureDefinition/psc-status-reason") { return true; } }
return false;
}
function p_Psc_break_glass(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_AuditEvent_extension_1b0bc0(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_type_708a10, w); break;
case "subtype": s0 |= 4; { const n = list(e, "subtype", AuditEvent_subtype_6c02db, w); if (n > 1) w.report('max', "1", "subtype"); } break;
case "action": s0 |= 8; onePrimitive(e, v["_action"], "action", action_code_9e4788, w); break;
case "_action": if (v.action === undefined) { s0 |= 8; onePrimitive(undefined, e, "action", action_code_9e4788, w); } one(e, "action", beside_code_e0487f, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "recorded": s0 |= 16; if (!isInstant(e)) wrong(e, "instant", "recorded", w); break;
case "_recorded": if (v.recorded === undefined) { s0 |= 16; } one(e, "recorded", beside_instant_f4a41b, w); break;
case "outcome": s0 |= 32; onePrimitive(e, v["_outcome"], "outcome", outcome_code_c9c2d6, w); break;
case "_outcome": if (v.outcome === undefined) { s0 |= 32; onePrimitive(undefined, e, "outcome", outcome_code_c9c2d6, w); } one(e, "outcome", beside_code_e0487f, w); break;
case "outcomeDesc": s0 |= 1; if (!isString(e)) wrong(e, "string", "outcomeDesc", w); break;
case "_outcomeDesc": if (v.outcomeDesc === undefined) { s0 |= 1; } one(e, "outcomeDesc", beside_string_a18261, w); break;
case "purposeOfEvent": s0 |= 64; { const n = list(e, "purposeOfEvent", AuditEvent_purposeOfEvent_829a3e, w); if (n > 1) w.report('max', "1", "purposeOfEvent"); } break;
case "agent": s0 |= 128; slices_AuditEvent_agent_0012d1(e, v, w); break;
case "source": s0 |= 256; one(e, "source", AuditEvent_source_5fa6a7, w); break;
case "entity": s0 |= 512; list(e, "entity", AuditEvent_entity_624405, w); break;
default: unknownKey(k, known_c09eb8, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "subtype");
if ((s0 & 8) === 0) w.report('min', "1", "action");
if ((s0 & 16) === 0) w.report('min', "1", "recorded");
if ((s0 & 32) === 0) w.report('min', "1", "outcome");
if ((s0 & 64) === 0) w.report('min', "1", "purposeOfEvent");
if ((s0 & 128) === 0) { w.report('sliceMin', "reader", "agent"); w.report('sliceMin', "holder", "agent"); w.report('sliceMin', "person", "agent"); }
if ((s0 & 256) === 0) w.report('min', "1", "source");
if ((s0 & 512) === 0) w.report('min', "1", "entity");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((f_exists_a20793(v, undefined, w) && ((equalLists(f_list_fb6f87(v, undefined, w), list_70f2ac) === true && f_all_bcde91(v, undefined, w)) || (equalLists(f_list_fb6f87(v, undefined, w), list_24e535) === true && f_all_1a90f9(v, undefined, w)))))) w.invariant("psc-break-glass-1", "error", text_8024d6);
}
function pattern_7a6152(v) {
return isObject(v) && v.code === "110113" && v.system === "http://dicom.nema.org/resources/ontology/DCM";
}
function AuditEvent_type_708a10(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_7a6152(v)) w.report("pattern", "{\"code\":\"110113\",\"system\":\"http://dicom.nema.org/resources/ontology/DCM\"}");
}
const text_883c61 = {"fr":"Accès d’urgence commencé (110127) ou terminé (110138).","en":"Emergency override started (110127) or stopped (110138)."};
function AuditEvent_subtype_6c02db(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!((v.code === "110127" || v.code === "110138"))) w.invariant("psc-break-glass-2", "error", text_883c61);
}
function pattern_eb1676(v) {
return v === "E";
}
function action_code_9e4788(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/audit-event-action|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_audit_event_action_640cd9.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/audit-event-action|4.0.1");
if (!pattern_eb1676(v)) w.report("pattern", "\"E\"");
}
}
function pattern_511487(v) {
return isObject(v) && v.code === "BTG" && v.system === "http://terminology.hl7.org/CodeSystem/v3-ActReason";
}
function pattern_0dda94(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_511487);
}
function AuditEvent_purposeOfEvent_829a3e(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_0dda94(v)) w.report("pattern", "{\"coding\":[{\"code\":\"BTG\",\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActReason\"}]}");
}
function slices_AuditEvent_agent_0012d1(e, v, w) {
if (!isList(e, "agent", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("agent", i)) {
if (is_reader_6194be(t, w)) { m += 1; c0 += 1; AuditEvent_agent_b24744(t, w); AuditEvent_agent_15f4b9(t, w); }
if (is_holder_fa62d6(t, w)) { m += 1; c1 += 1; AuditEvent_agent_b24744(t, w); AuditEvent_agent_63281f(t, w); }
if (is_person_3b6a97(t, w)) { m += 1; c2 += 1; AuditEvent_agent_b24744(t, w); AuditEvent_agent_4a93dd(t, w); }
if (m === 0) {  AuditEvent_agent_b24744(t, w); }
else if (m > 1) w.report('sliceTwice', "reader, holder, person");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "reader", "agent");
if (c0 > 1) w.report('sliceMax', "reader", "agent");
if (c1 < 1) w.report('sliceMin', "holder", "agent");
if (c1 > 1) w.report('sliceMax', "holder", "agent");
if (c2 < 1) w.report('sliceMin', "person", "agent");
if (c2 > 1) w.report('sliceMax', "person", "agent");
if (e.length < 3) w.report('min', "3", "agent");
}
const known_73cacf = [["id","extension","modifierExtension","type"],{"value":"string"}];
function AuditEvent_entity_detail_aecedc(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.entity.detail";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; if (!isString(e)) wrong(e, "string", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 2; } one(e, "type", beside_string_a18261, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_73cacf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
}
function AuditEvent_entity_624405(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.entity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "what": s0 |= 2; one(e, "what", Reference_2cf3dd, w); break;
case "type": s0 |= 1; one(e, "type", t_Coding, w); break;
case "role": s0 |= 1; one(e, "role", t_Coding, w); break;
case "lifecycle": s0 |= 1; one(e, "lifecycle", t_Coding, w); break;
case "securityLabel": s0 |= 1; list(e, "securityLabel", t_Coding, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "query": w.report('max', '0', "query"); break;
case "_query": w.report('max', '0', "query"); break;
case "detail": s0 |= 4; list(e, "detail", AuditEvent_entity_detail_aecedc, w); break;
default: unknownKey(k, known_5f4bc2, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "what");
if ((s0 & 4) === 0) w.report('min', "1", "detail");
if (w.broken !== b) return;
if (!((!(v.name !== undefined || v._name !== undefined) || !(v.query !== undefined || v._query !== undefined)))) w.invariant("sev-1", "error", text_381277);
}
const text_8024d6 = {"fr":"Ouvert : une raison de la liste ; relu : justifié ou non.","en":"Opened: a reason of the list; signed off: justified or not."};
function f_exists_a20793(v, c, w) {
if (Array.isArray(v.entity)) for (const t1 of v.entity) { if (Array.isArray(t1.detail)) for (const t2 of t1.detail) { if (t2.type === "why") { return true; } } }
return false;
}
const list_70f2ac = ["110127"];
const properties_17ee25 = ["valueString"];
const values_ac1802 = new Set(["life-or-health","safety","nobody-reachable"]);
function f_all_bcde91(v, c, w) {
if (Array.isArray(v.entity)) for (const t1 of v.entity) { if (Array.isArray(t1.detail)) for (const t2 of t1.detail) { if (t2.type === "why") { { const k3 = choiceOf(t2, properties_17ee25); if (k3 !== undefined) { const t4 = t2[k3], c5 = t2['_' + k3]; if (!(values_ac1802.has(t4))) return false; } } } } }
return true;
}
const list_24e535 = ["110138"];
const values_3531fe = new Set(["justified","unjustified"]);
function f_all_1a90f9(v, c, w) {
if (Array.isArray(v.entity)) for (const t1 of v.entity) { if (Array.isArray(t1.detail)) for (const t2 of t1.detail) { if (t2.type === "why") { { const k3 = choiceOf(t2, properties_17ee25); if (k3 !== undefined) { const t4 = t2[k3], c5 = t2['_' + k3]; if (!(values_3531fe.has(t4))) return false; } } } } }
return true;
}
function p_Psc_care_circle(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CareTeam";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_CareTeam_extension_ebb4a5(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_c3f5cd, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_c3f5cd, w); } one(e, "status", beside_code_053fd6, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "subject": s0 |= 16; one(e, "subject", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "period": s0 |= 1; one(e, "period", Period_78876f, w); break;
case "participant": s0 |= 32; list(e, "participant", CareTeam_participant_e50b6c, w); break;
case "reasonCode": s0 |= 1; list(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", AdverseEvent_resultingCondition_405865, w); break;
case "managingOrganization": s0 |= 64; { const n = list(e, "managingOrganization", Reference_eed132, w); if (n > 1) w.report('max', "1", "managingOrganization"); } break;
case "telecom": s0 |= 1; list(e, "telecom", t_ContactPoint, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
default: unknownKey(k, known_d5ab11, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "subject");
if ((s0 & 32) === 0) w.report('min', "1", "participant");
if ((s0 & 64) === 0) w.report('min', "1", "managingOrganization");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(f_exists_7825c7(v, undefined, w))) w.invariant("psc-care-circle-1", "error", text_2d5de0);
if (!(ordered("<=", f_count_b03d5c(v, undefined, w), 1) === true)) w.invariant("psc-care-circle-2", "error", text_c0c387);
if (!(!f_exists_505b7e(v, undefined, w))) w.invariant("psc-care-circle-3", "error", text_7b08b0);
}
function slices_CareTeam_extension_ebb4a5(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
}
function fixed_efc07e(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-participant";
}
function by_url_e26044(v, w) {
return isObject(v) && v.url !== undefined && fixed_efc07e(v.url, w);
}
function is_details_29d452(v, w) {
return by_url_e26044(v, w);
}
function slices_CareTeam_participant_extension_c1f33c(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_details_29d452(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "details", "extension");
}
function Reference_b9a583(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_52dd8d, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function CareTeam_participant_e50b6c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CareTeam.participant";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_CareTeam_participant_extension_c1f33c(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "member": s0 |= 1; one(e, "member", Reference_b9a583, w); break;
case "onBehalfOf": s0 |= 1; one(e, "onBehalfOf", Identifier_assigner_0b088a, w); break;
case "period": s0 |= 1; one(e, "period", Period_78876f, w); break;
default: unknownKey(k, known_28a372, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
if (!((!(v.onBehalfOf !== undefined) || (!f_exists_f6bd15(v, undefined, w) || f_exists_2ec0d0(v, undefined, w))))) w.invariant("ctm-1", "error", text_133324);
}
function Reference_eed132(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_d36dc0, w);
}
const text_2d5de0 = {"fr":"L’enfant est au centre de son cercle, comme participant.","en":"The child is at the centre of the circle, as a participant."};
function f_one_fe5226(v, c, w) {
{ const t1 = w.resource.subject; if (t1 !== undefined) { { const t2 = t1.identifier; if (t2 !== undefined) { { const t3 = t2.system, c4 = t2._system; if (t3 !== undefined || c4 !== undefined) { return t3; } } } } } }
return undefined;
}
function f_one_4f5a85(v, c, w) {
{ const t1 = w.resource.subject; if (t1 !== undefined) { { const t2 = t1.identifier; if (t2 !== undefined) { { const t3 = t2.value, c4 = t2._value; if (t3 !== undefined || c4 !== undefined) { return t3; } } } } } }
return undefined;
}
function f_exists_7825c7(v, c, w) {
if (Array.isArray(v.participant)) for (const t1 of v.participant) { { const t2 = t1.member; if (t2 !== undefined) { { const t3 = t2.identifier; if (t3 !== undefined) { if ((same(t3.system, f_one_fe5226(t3, undefined, w)) === true && same(t3.value, f_one_4f5a85(t3, undefined, w)) === true)) { return true; } } } } } }
return false;
}
const text_c0c387 = {"fr":"Une seule personne à la fois tient le fil (pivot).","en":"Only one person at a time holds the thread (pivot)."};
function f_exists_5288f4(v, c, w) {
{ const t1 = v.period; if (t1 !== undefined) { { const t2 = t1.end, c3 = t1._end; if (t2 !== undefined || c3 !== undefined) { return true; } } } }
return false;
}
function f_exists_c5a319(v, c, w) {
if (Array.isArray(v.role)) for (const t1 of v.role) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "https://fhir.passerelle.example/CodeSystem/circle-role" && t2.code === "pivot")) { return true; } } }
return false;
}
function f_count_b03d5c(v, c, w) {
let n = 0;
if (Array.isArray(v.participant)) for (const t1 of v.participant) { if ((!f_exists_5288f4(t1, undefined, w) && f_exists_c5a319(t1, undefined, w))) { n += 1; } }
return n;
}
const text_7b08b0 = {"fr":"Seul l’enfant est désigné comme Patient.","en":"Only the child is referred to as a Patient."};
function f_exists_505b7e(v, c, w) {
if (Array.isArray(v.participant)) for (const t1 of v.participant) { { const t2 = t1.member; if (t2 !== undefined) { if (t2.type === "Patient") { { const t3 = t2.identifier; if (t3 !== undefined) { if ((same(t3.system, f_one_fe5226(t3, undefined, w)) === false || same(t3.value, f_one_4f5a85(t3, undefined, w)) === false)) { return true; } } } } } } }
return false;
}
function p_Psc_centre_service(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ServiceRequest";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0, n2 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_ServiceRequest_extension_d47d85(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "instantiatesCanonical": s0 |= 1; primitives(e, v["_instantiatesCanonical"], "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "instantiatesUri": s0 |= 1; primitives(e, v["_instantiatesUri"], "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); } break;
case "basedOn": s0 |= 4; { const n = list(e, "basedOn", Reference_14322f, w); if (n > 1) w.report('max', "1", "basedOn"); } break;
case "replaces": s0 |= 1; list(e, "replaces", Appointment_basedOn_bd4f1b, w); break;
case "requisition": s0 |= 1; one(e, "requisition", t_Identifier, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_3e1fd9, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_3e1fd9, w); } one(e, "status", beside_code_053fd6, w); break;
case "intent": s0 |= 16; onePrimitive(e, v["_intent"], "intent", intent_code_2b6dc1, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 16; onePrimitive(undefined, e, "intent", intent_code_2b6dc1, w); } one(e, "intent", beside_code_e0487f, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "doNotPerform": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "doNotPerform", w); break;
case "_doNotPerform": if (v.doNotPerform === undefined) { s0 |= 1; } one(e, "doNotPerform", beside_boolean_acb597, w); break;
case "code": s0 |= 32; one(e, "code", CodeableConcept_bd95fa, w); break;
case "orderDetail": s0 |= 1; list(e, "orderDetail", t_CodeableConcept, w); break;
case "quantityQuantity": s0 |= 1; n0 += 1; one(e, "quantity", t_Quantity, w); break;
case "quantityRatio": s0 |= 1; n0 += 1; one(e, "quantity", t_Ratio, w); break;
case "quantityRange": s0 |= 1; n0 += 1; one(e, "quantity", t_Range, w); break;
case "subject": s0 |= 64; one(e, "subject", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "occurrencePeriod": s0 |= 1; n1 += 1; one(e, "occurrence", t_Period, w); break;
case "asNeededBoolean": s0 |= 1; n2 += 1; if (!isBoolean(e)) wrong(e, "boolean", "asNeeded", w); break;
case "_asNeededBoolean": if (v.asNeededBoolean === undefined) { s0 |= 1; n2 += 1; } one(e, "asNeeded", beside_boolean_acb597, w); break;
case "asNeededCodeableConcept": s0 |= 1; n2 += 1; one(e, "asNeeded", t_CodeableConcept, w); break;
case "authoredOn": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 1; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "requester": s0 |= 1; one(e, "requester", Signature_who_540aac, w); break;
case "performerType": s0 |= 1; one(e, "performerType", t_CodeableConcept, w); break;
case "performer": s0 |= 128; { const n = list(e, "performer", Reference_eed132, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "locationCode": s0 |= 1; list(e, "locationCode", t_CodeableConcept, w); break;
case "locationReference": s0 |= 1; list(e, "locationReference", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; list(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", CarePlan_activity_detail_reasonReference_3644ad, w); break;
case "insurance": w.report('max', '0', "insurance"); break;
case "_insurance": w.report('max', '0', "insurance"); break;
case "supportingInfo": s0 |= 1; list(e, "supportingInfo", t_Reference, w); break;
case "specimen": s0 |= 1; list(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "bodySite": s0 |= 1; list(e, "bodySite", t_CodeableConcept, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "patientInstruction": s0 |= 1; if (!isString(e)) wrong(e, "string", "patientInstruction", w); break;
case "_patientInstruction": if (v.patientInstruction === undefined) { s0 |= 1; } one(e, "patientInstruction", beside_string_a18261, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
default: unknownKey(k, known_c9d44c, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "basedOn");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "intent");
if ((s0 & 32) === 0) w.report('min', "1", "code");
if ((s0 & 64) === 0) w.report('min', "1", "subject");
if ((s0 & 128) === 0) w.report('min', "1", "performer");
if (n0 > 1) w.misshapen('choiceTwice', "quantity", "quantity");
if (n1 > 1) w.misshapen('choiceTwice', "occurrence", "occurrence");
if (n2 > 1) w.misshapen('choiceTwice', "asNeeded", "asNeeded");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.orderDetail !== undefined) || (v.code !== undefined)))) w.invariant("prr-1", "error", text_a65d67);
}
function by_url_f18037(v, w) {
return isObject(v) && v.url !== undefined && fixed_6abe4b(v.url, w);
}
function is_pertainsToGoal_757bfb(v, w) {
return by_url_f18037(v, w);
}
function Extension_6ff68e(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_b7d176, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_b7d176, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Reference_5befae, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_ServiceRequest_extension_d47d85(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_pertainsToGoal_757bfb(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); Extension_6ff68e(t, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
}
const codes_centre_service_status_15db92 = codesOf("active\ncompleted\ndraft\non-hold\nrevoked");
function status_code_3e1fd9(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/centre-service-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_centre_service_status_15db92.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/centre-service-status");
}
}
function intent_code_2b6dc1(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/request-intent|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_request_intent_3418da.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/request-intent|4.0.1");
if (!pattern_6b2c0b(v)) w.report("pattern", "\"plan\"");
}
}
const set_centre_service_c43728 = codeSet("https://fhir.passerelle.example/ValueSet/centre-service", "https://fhir.passerelle.example/CodeSystem/centre-service\neducational\nexternal\nlegal\nmedical\nmentoring-community\nmind-body\npsychosocial\nspecialized");
function CodeableConcept_bd95fa(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 1; list(e, "coding", t_Coding, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
concept(v, w);
boundConcept(v, set_centre_service_c43728, w);
}
const known_c9d44c = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","instantiatesCanonical","instantiatesUri","basedOn","replaces","requisition","status","intent","category","priority","doNotPerform","code","orderDetail","subject","encounter","authoredOn","requester","performerType","performer","locationCode","locationReference","reasonCode","reasonReference","insurance","supportingInfo","specimen","bodySite","note","patientInstruction","relevantHistory"],{"quantity":"Quantity, Ratio, Range","occurrence":"Period","asNeeded":"boolean, CodeableConcept"}];
function p_Psc_child(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Patient";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", Meta_1a449c, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_Patient_extension_c8d9ba(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; slices_Patient_identifier_92fcf3(e, v, w); break;
case "active": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "active", w); break;
case "_active": if (v.active === undefined) { s0 |= 1; } one(e, "active", beside_boolean_acb597, w); break;
case "name": s0 |= 4; list(e, "name", HumanName_de3288, w); break;
case "telecom": s0 |= 1; list(e, "telecom", t_ContactPoint, w); break;
case "gender": s0 |= 1; onePrimitive(e, v["_gender"], "gender", gender_code_70cbc9, w); break;
case "_gender": if (v.gender === undefined) { s0 |= 1; onePrimitive(undefined, e, "gender", gender_code_70cbc9, w); } one(e, "gender", beside_code_e0487f, w); break;
case "birthDate": s0 |= 1; if (!isDate(e)) wrong(e, "date", "birthDate", w); break;
case "_birthDate": if (v.birthDate === undefined) { s0 |= 1; } one(e, "birthDate", beside_date_946a23, w); break;
case "deceasedBoolean": s0 |= 1; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "deceased", w); break;
case "_deceasedBoolean": if (v.deceasedBoolean === undefined) { s0 |= 1; n0 += 1; } one(e, "deceased", beside_boolean_acb597, w); break;
case "deceasedDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "deceased", w); break;
case "_deceasedDateTime": if (v.deceasedDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "deceased", beside_dateTime_854799, w); break;
case "address": s0 |= 1; list(e, "address", Address_425d7a, w); break;
case "maritalStatus": s0 |= 1; one(e, "maritalStatus", t_CodeableConcept, w); break;
case "multipleBirthBoolean": s0 |= 1; n1 += 1; if (!isBoolean(e)) wrong(e, "boolean", "multipleBirth", w); break;
case "_multipleBirthBoolean": if (v.multipleBirthBoolean === undefined) { s0 |= 1; n1 += 1; } one(e, "multipleBirth", beside_boolean_acb597, w); break;
case "multipleBirthInteger": s0 |= 1; n1 += 1; if (!isInteger(e)) wrong(e, "integer", "multipleBirth", w); break;
case "_multipleBirthInteger": if (v.multipleBirthInteger === undefined) { s0 |= 1; n1 += 1; } one(e, "multipleBirth", beside_integer_ac1534, w); break;
case "photo": s0 |= 1; list(e, "photo", t_Attachment, w); break;
case "contact": s0 |= 1; list(e, "contact", Patient_contact_b59162, w); break;
case "communication": s0 |= 1; list(e, "communication", Patient_communication_083cc5, w); break;
case "generalPractitioner": s0 |= 1; list(e, "generalPractitioner", Claim_provider_e6ce8b, w); break;
case "managingOrganization": s0 |= 8; one(e, "managingOrganization", Reference_eed132, w); break;
case "link": w.report('max', '0', "link"); break;
case "_link": w.report('max', '0', "link"); break;
default: unknownKey(k, known_052a72, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "name");
if ((s0 & 8) === 0) w.report('min', "1", "managingOrganization");
if (n0 > 1) w.misshapen('choiceTwice', "deceased", "deceased");
if (n1 > 1) w.misshapen('choiceTwice', "multipleBirth", "multipleBirth");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(f_count_035f60(v, undefined, w) === 1)) w.invariant("psc-child-1", "error", text_9a9807);
if (!(!f_exists_f0d285(v, undefined, w))) w.invariant("psc-child-4", "error", text_88b389);
if (!(!f_exists_660b8a(v, undefined, w))) w.invariant("psc-child-5", "error", text_2cee01);
}
function Meta_1a449c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Meta";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "versionId": s0 |= 1; if (!isId(e)) wrong(e, "id", "versionId", w); break;
case "_versionId": if (v.versionId === undefined) { s0 |= 1; } one(e, "versionId", beside_id_cfa3c2, w); break;
case "lastUpdated": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "lastUpdated", w); break;
case "_lastUpdated": if (v.lastUpdated === undefined) { s0 |= 1; } one(e, "lastUpdated", beside_instant_f4a41b, w); break;
case "source": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "source", w); break;
case "_source": if (v.source === undefined) { s0 |= 1; } one(e, "source", beside_uri_33bde7, w); break;
case "profile": s0 |= 1; primitives(e, v["_profile"], "profile", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_profile": if (v.profile === undefined) { s0 |= 1; primitives(undefined, e, "profile", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "security": s0 |= 1; list(e, "security", t_Coding, w); break;
case "tag": s0 |= 1; list(e, "tag", t_Coding, w); break;
default: unknownKey(k, known_6eb91d, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
meta(v, w);
}
function by_url_fe1907(v, w) {
return isObject(v) && v.url !== undefined && fixed_ed52c1(v.url, w);
}
function is_interpreterRequired_46a85c(v, w) {
return by_url_fe1907(v, w);
}
function slices_Patient_extension_c8d9ba(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_interpreterRequired_46a85c(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "interpreterRequired", "extension");
}
function fixed_67f6f7(v) {
return v === "https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id";
}
function by_system_cc5acf(v, w) {
return isObject(v) && v.system !== undefined && fixed_67f6f7(v.system, w);
}
function is_nam_7e6152(v, w) {
return by_system_cc5acf(v, w);
}
function pattern_91e758(v) {
return isObject(v) && v.code === "JHN" && v.system === "http://terminology.hl7.org/CodeSystem/v2-0203";
}
function pattern_b08955(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_91e758);
}
function Identifier_type_5887ce(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_b08955(v)) w.report("pattern", "{\"coding\":[{\"code\":\"JHN\",\"system\":\"http://terminology.hl7.org/CodeSystem/v2-0203\"}]}");
}
function system_uri_2dc220(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_67f6f7(v)) w.report("fixed", "\"https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id\"");
}
const text_b10051 = {"fr":"Un NAM a quatre lettres majuscules puis huit chiffres, sans espace.","en":"A NAM has four capital letters, then eight digits, without spaces."};
const pattern_e92f1f = pattern("^[A-Z]{4}[0-9]{8}$");
function value_string_121a68(v, w, c) {
if (v === undefined) {  }
else if (!isString(v)) return wrongHere(v, "string", w);
if (!(matchesPattern(v, pattern_e92f1f) === true)) w.invariant("psc-child-2", "error", text_b10051);
}
function Identifier_13b7c5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", Identifier_type_5887ce, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_2dc220, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_2dc220, w); } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 4; onePrimitive(e, v["_value"], "value", value_string_121a68, w); break;
case "_value": if (v.value === undefined) { s0 |= 4; onePrimitive(undefined, e, "value", value_string_121a68, w); } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function fixed_b2950b(v) {
return v === "https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn";
}
function by_system_2bdf9c(v, w) {
return isObject(v) && v.system !== undefined && fixed_b2950b(v.system, w);
}
function is_ohip_c13d42(v, w) {
return by_system_2bdf9c(v, w);
}
function fixed_f6c7a2(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-health-card-version";
}
function by_url_cc0245(v, w) {
return isObject(v) && v.url !== undefined && fixed_f6c7a2(v.url, w);
}
function is_version_b84afd(v, w) {
return by_url_cc0245(v, w);
}
function slices_Identifier_extension_e524f6(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_version_b84afd(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "version", "extension");
}
function system_uri_47da49(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_b2950b(v)) w.report("fixed", "\"https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn\"");
}
const text_c68e89 = {"fr":"Un numéro de carte Santé a dix chiffres ; le code de version est à part.","en":"An Ontario health card number has ten digits; the version code is apart."};
const pattern_cd3ed2 = pattern("^[0-9]{10}$");
function value_string_01f48a(v, w, c) {
if (v === undefined) {  }
else if (!isString(v)) return wrongHere(v, "string", w);
if (!(matchesPattern(v, pattern_cd3ed2) === true)) w.invariant("psc-child-3", "error", text_c68e89);
}
function Identifier_409ebe(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_Identifier_extension_e524f6(e, v, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", Identifier_type_5887ce, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_47da49, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_47da49, w); } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 4; onePrimitive(e, v["_value"], "value", value_string_01f48a, w); break;
case "_value": if (v.value === undefined) { s0 |= 4; onePrimitive(undefined, e, "value", value_string_01f48a, w); } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function slices_Patient_identifier_92fcf3(e, v, w) {
if (!isList(e, "identifier", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("identifier", i)) {
if (is_nam_7e6152(t, w)) { m += 1; c0 += 1; Identifier_5d3963(t, w); Identifier_13b7c5(t, w); }
if (is_ohip_c13d42(t, w)) { m += 1; c1 += 1; Identifier_5d3963(t, w); Identifier_409ebe(t, w); }
if (m === 0) {  Identifier_5d3963(t, w); }
else if (m > 1) w.report('sliceTwice', "nam, ohip");
}
w.leave();
}
}
function HumanName_de3288(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "HumanName";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_6917d5, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_6917d5, w); } one(e, "use", beside_code_e0487f, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
case "family": s0 |= 1; if (!isString(e)) wrong(e, "string", "family", w); break;
case "_family": if (v.family === undefined) { s0 |= 1; } one(e, "family", beside_string_a18261, w); break;
case "given": s0 |= 1; primitives(e, v["_given"], "given", "string", isString, beside_string_a18261, w); break;
case "_given": if (v.given === undefined) { s0 |= 1; primitives(undefined, e, "given", "string", isString, beside_string_a18261, w); } break;
case "prefix": s0 |= 1; primitives(e, v["_prefix"], "prefix", "string", isString, beside_string_a18261, w); break;
case "_prefix": if (v.prefix === undefined) { s0 |= 1; primitives(undefined, e, "prefix", "string", isString, beside_string_a18261, w); } break;
case "suffix": s0 |= 1; primitives(e, v["_suffix"], "suffix", "string", isString, beside_string_a18261, w); break;
case "_suffix": if (v.suffix === undefined) { s0 |= 1; primitives(undefined, e, "suffix", "string", isString, beside_string_a18261, w); } break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
default: unknownKey(k, known_a587fe, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
function fixed_34a036(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-no-fixed-address";
}
function by_url_26bf16(v, w) {
return isObject(v) && v.url !== undefined && fixed_34a036(v.url, w);
}
function is_noFixedAddress_5f0acb(v, w) {
return by_url_26bf16(v, w);
}
function slices_Address_extension_7ff716(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_noFixedAddress_5f0acb(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "noFixedAddress", "extension");
}
function Address_425d7a(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Address";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_Address_extension_7ff716(e, v, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_3bbcbd, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_3bbcbd, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 1; onePrimitive(e, v["_type"], "type", type_code_f58c22, w); break;
case "_type": if (v.type === undefined) { s0 |= 1; onePrimitive(undefined, e, "type", type_code_f58c22, w); } one(e, "type", beside_code_e0487f, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
case "line": s0 |= 1; primitives(e, v["_line"], "line", "string", isString, beside_string_a18261, w); break;
case "_line": if (v.line === undefined) { s0 |= 1; primitives(undefined, e, "line", "string", isString, beside_string_a18261, w); } break;
case "city": s0 |= 1; if (!isString(e)) wrong(e, "string", "city", w); break;
case "_city": if (v.city === undefined) { s0 |= 1; } one(e, "city", beside_string_a18261, w); break;
case "district": s0 |= 1; if (!isString(e)) wrong(e, "string", "district", w); break;
case "_district": if (v.district === undefined) { s0 |= 1; } one(e, "district", beside_string_a18261, w); break;
case "state": s0 |= 1; if (!isString(e)) wrong(e, "string", "state", w); break;
case "_state": if (v.state === undefined) { s0 |= 1; } one(e, "state", beside_string_a18261, w); break;
case "postalCode": s0 |= 1; if (!isString(e)) wrong(e, "string", "postalCode", w); break;
case "_postalCode": if (v.postalCode === undefined) { s0 |= 1; } one(e, "postalCode", beside_string_a18261, w); break;
case "country": s0 |= 1; if (!isString(e)) wrong(e, "string", "country", w); break;
case "_country": if (v.country === undefined) { s0 |= 1; } one(e, "country", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
default: unknownKey(k, known_bd525e, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
const text_9a9807 = {"fr":"L’enfant a exactement un numéro donné par le centre (NamingSystem/child/…).","en":"The child has exactly one number given by the centre (NamingSystem/child/…)."};
function f_count_035f60(v, c, w) {
let n = 0;
if (Array.isArray(v.identifier)) for (const t1 of v.identifier) { if (startsWith(t1.system, "https://fhir.passerelle.example/NamingSystem/child/") === true) { n += 1; } }
return n;
}
const text_88b389 = {"fr":"Ni race, ni ethnicité, ni citoyenneté, ni nationalité, ni religion, ni lieu de naissance.","en":"No race, ethnicity, citizenship, nationality, religion or place of birth."};
const pattern_132e8d = pattern("^.*[/-](race|ethnicity|citizenship|nationality|religion|congregation|birthplace)$");
function f_exists_f0d285(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (matchesPattern(lower(t1.url), pattern_132e8d) === true) { return true; } }
return false;
}
const text_2cee01 = {"fr":"Ni numéro d’assurance sociale, ni passeport, ni carte de résident, ni carte de citoyenneté.","en":"No social insurance number, passport, resident card or citizenship card."};
function f_exists_660b8a(v, c, w) {
if (Array.isArray(v.identifier)) for (const t1 of v.identifier) { { const t2 = t1.type; if (t2 !== undefined) { if (Array.isArray(t2.coding)) for (const t3 of t2.coding) { if ((t3.system === "http://terminology.hl7.org/CodeSystem/v2-0203" && (((t3.code === "SS" || t3.code === "PPN") || t3.code === "PRC") || t3.code === "CZ"))) { return true; } } } } }
return false;
}
function p_Psc_circle_member(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "RelatedPerson";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "active": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "active", w); break;
case "_active": if (v.active === undefined) { s0 |= 1; } one(e, "active", beside_boolean_acb597, w); break;
case "patient": s0 |= 4; one(e, "patient", Reference_6424d5, w); break;
case "relationship": s0 |= 1; list(e, "relationship", CodeableConcept_43de82, w); break;
case "name": s0 |= 8; list(e, "name", HumanName_de3288, w); break;
case "telecom": s0 |= 1; list(e, "telecom", ContactPoint_e875d5, w); break;
case "gender": s0 |= 1; onePrimitive(e, v["_gender"], "gender", gender_code_70cbc9, w); break;
case "_gender": if (v.gender === undefined) { s0 |= 1; onePrimitive(undefined, e, "gender", gender_code_70cbc9, w); } one(e, "gender", beside_code_e0487f, w); break;
case "birthDate": s0 |= 1; if (!isDate(e)) wrong(e, "date", "birthDate", w); break;
case "_birthDate": if (v.birthDate === undefined) { s0 |= 1; } one(e, "birthDate", beside_date_946a23, w); break;
case "address": s0 |= 1; list(e, "address", t_Address, w); break;
case "photo": s0 |= 1; list(e, "photo", t_Attachment, w); break;
case "period": s0 |= 1; one(e, "period", Period_78876f, w); break;
case "communication": s0 |= 1; list(e, "communication", RelatedPerson_communication_d517a1, w); break;
default: unknownKey(k, known_578222, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "patient");
if ((s0 & 8) === 0) w.report('min', "1", "name");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function CodeableConcept_43de82(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 1; list(e, "coding", t_Coding, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
concept(v, w);
}
function ContactPoint_e875d5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ContactPoint";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_code_9364a7, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_code_9364a7, w); } one(e, "system", beside_code_e0487f, w); break;
case "value": s0 |= 4; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 4; } one(e, "value", beside_string_a18261, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_e6f6ba, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_e6f6ba, w); } one(e, "use", beside_code_e0487f, w); break;
case "rank": s0 |= 1; if (!isPositiveInt(e)) wrong(e, "positiveInt", "rank", w); break;
case "_rank": if (v.rank === undefined) { s0 |= 1; } one(e, "rank", beside_positiveInt_687cd5, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
default: unknownKey(k, known_81af20, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
if (!((!(v.value !== undefined || v._value !== undefined) || (v.system !== undefined || v._system !== undefined)))) w.invariant("cpt-2", "error", text_24062b);
}
function p_Psc_commitment(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Task";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_ServiceRequest_extension_d47d85(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "instantiatesCanonical": s0 |= 1; if (!isCanonical(e)) wrong(e, "canonical", "instantiatesCanonical", w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; } one(e, "instantiatesCanonical", beside_canonical_d7eb28, w); break;
case "instantiatesUri": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "instantiatesUri", w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; } one(e, "instantiatesUri", beside_uri_33bde7, w); break;
case "basedOn": s0 |= 4; { const n = list(e, "basedOn", Reference_14322f, w); if (n > 1) w.report('max', "1", "basedOn"); } break;
case "groupIdentifier": s0 |= 1; one(e, "groupIdentifier", t_Identifier, w); break;
case "partOf": s0 |= 1; list(e, "partOf", PaymentReconciliation_request_462841, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_899eb4, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_899eb4, w); } one(e, "status", beside_code_053fd6, w); break;
case "statusReason": s0 |= 1; one(e, "statusReason", t_CodeableConcept, w); break;
case "businessStatus": s0 |= 1; one(e, "businessStatus", t_CodeableConcept, w); break;
case "intent": s0 |= 16; onePrimitive(e, v["_intent"], "intent", intent_code_2db194, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 16; onePrimitive(undefined, e, "intent", intent_code_2db194, w); } one(e, "intent", beside_code_e0487f, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "code": s0 |= 1; one(e, "code", t_CodeableConcept, w); break;
case "description": s0 |= 32; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 32; } one(e, "description", beside_string_a18261, w); break;
case "focus": s0 |= 1; one(e, "focus", t_Reference, w); break;
case "for": s0 |= 64; one(e, "for", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "executionPeriod": s0 |= 1; one(e, "executionPeriod", t_Period, w); break;
case "authoredOn": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 1; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "lastModified": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "lastModified", w); break;
case "_lastModified": if (v.lastModified === undefined) { s0 |= 1; } one(e, "lastModified", beside_dateTime_854799, w); break;
case "requester": s0 |= 1; one(e, "requester", Signature_who_540aac, w); break;
case "performerType": s0 |= 1; list(e, "performerType", t_CodeableConcept, w); break;
case "owner": s0 |= 128; one(e, "owner", Reference_19fbd6, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; one(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; one(e, "reasonReference", t_Reference, w); break;
case "insurance": s0 |= 1; list(e, "insurance", DeviceRequest_insurance_fe6b25, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
case "restriction": s0 |= 1; one(e, "restriction", Task_restriction_2068e9, w); break;
case "input": s0 |= 1; list(e, "input", Task_input_f48568, w); break;
case "output": s0 |= 1; list(e, "output", Task_output_8ef8cc, w); break;
default: unknownKey(k, known_14ce46, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "basedOn");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "intent");
if ((s0 & 32) === 0) w.report('min', "1", "description");
if ((s0 & 64) === 0) w.report('min', "1", "for");
if ((s0 & 128) === 0) w.report('min', "1", "owner");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((!(v.lastModified !== undefined || v._lastModified !== undefined) || !(v.authoredOn !== undefined || v._authoredOn !== undefined)) || orderedTimes(">=", v.lastModified, v.authoredOn) === true))) w.invariant("inv-1", "error", text_be62e2);
}
const codes_commitment_status_d6603f = codesOf("cancelled\ncompleted\nin-progress\non-hold\nrequested");
function status_code_899eb4(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/commitment-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_commitment_status_d6603f.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/commitment-status");
}
}
function intent_code_2db194(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/task-intent|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_task_intent_aae40c.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/task-intent|4.0.1");
if (!pattern_6b2c0b(v)) w.report("pattern", "\"plan\"");
}
}
function Reference_19fbd6(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_bfa62f, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function Period_3564fe(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Period";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "start": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "start", w); break;
case "_start": if (v.start === undefined) { s0 |= 1; } one(e, "start", beside_dateTime_854799, w); break;
case "end": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "end", w); break;
case "_end": if (v.end === undefined) { s0 |= 1; } one(e, "end", beside_dateTime_854799, w); break;
default: unknownKey(k, known_53a022, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
if (!(((!f_hasValue_7e47bf(v, undefined, w) || !f_hasValue_3e4e55(v, undefined, w)) || orderedTimes("<=", v.start, v.end) === true))) w.invariant("per-1", "error", text_bb882c);
}
function Task_restriction_2068e9(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Task.restriction";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "repetitions": s0 |= 1; if (!isPositiveInt(e)) wrong(e, "positiveInt", "repetitions", w); break;
case "_repetitions": if (v.repetitions === undefined) { s0 |= 1; } one(e, "repetitions", beside_positiveInt_687cd5, w); break;
case "period": s0 |= 1; one(e, "period", Period_3564fe, w); break;
case "recipient": s0 |= 1; list(e, "recipient", Task_restriction_recipient_5fba84, w); break;
default: unknownKey(k, known_325558, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
function p_Psc_consent(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Consent";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_Consent_extension_26852c(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_232f0f, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_232f0f, w); } one(e, "status", beside_code_053fd6, w); break;
case "scope": s0 |= 16; one(e, "scope", Consent_scope_d4678c, w); break;
case "category": s0 |= 32; { const n = list(e, "category", Consent_category_4b132e, w); if (n > 1) w.report('max', "1", "category"); } break;
case "patient": s0 |= 64; one(e, "patient", Reference_6424d5, w); break;
case "dateTime": s0 |= 128; if (!isDateTime(e)) wrong(e, "dateTime", "dateTime", w); break;
case "_dateTime": if (v.dateTime === undefined) { s0 |= 128; } one(e, "dateTime", beside_dateTime_854799, w); break;
case "performer": s0 |= 256; { const n = list(e, "performer", Reference_2c4cd8, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "organization": s0 |= 512; { const n = list(e, "organization", Reference_eed132, w); if (n > 1) w.report('max', "1", "organization"); } break;
case "sourceReference": s0 |= 1; n0 += 1; one(e, "source", Reference_09bc88, w); break;
case "policy": s0 |= 1024; { const n = list(e, "policy", Consent_policy_4c61b9, w); if (n > 1) w.report('max', "1", "policy"); } break;
case "policyRule": s0 |= 1; one(e, "policyRule", t_CodeableConcept, w); break;
case "verification": s0 |= 1; list(e, "verification", Consent_verification_2e812e, w); break;
case "provision": s0 |= 2048; one(e, "provision", Consent_provision_c50b78, w); break;
default: unknownKey(k, known_96a938, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "scope");
if ((s0 & 32) === 0) w.report('min', "1", "category");
if ((s0 & 64) === 0) w.report('min', "1", "patient");
if ((s0 & 128) === 0) w.report('min', "1", "dateTime");
if ((s0 & 256) === 0) w.report('min', "1", "performer");
if ((s0 & 512) === 0) w.report('min', "1", "organization");
if ((s0 & 1024) === 0) w.report('min', "1", "policy");
if ((s0 & 2048) === 0) w.report('min', "1", "provision");
if (n0 > 1) w.misshapen('choiceTwice', "source", "source");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((v.policy !== undefined) || (v.policyRule !== undefined)))) w.invariant("ppc-1", "error", text_fb77db);
if (!(((v.patient !== undefined) || !f_exists_240eba(v, undefined, w)))) w.invariant("ppc-2", "error", text_640b3b);
if (!(((v.patient !== undefined) || !f_exists_dd9941(v, undefined, w)))) w.invariant("ppc-3", "error", text_c5acbb);
if (!(((v.patient !== undefined) || !f_exists_f290b2(v, undefined, w)))) w.invariant("ppc-4", "error", text_f438a2);
if (!(((v.patient !== undefined) || !f_exists_736531(v, undefined, w)))) w.invariant("ppc-5", "error", text_838f79);
if (!(((((v.status !== undefined && v.status !== "active") && (v.status !== undefined && v.status !== "proposed")) || f_one_c93c55(v, undefined, w) === "permit") && ((v.status !== undefined && v.status !== "rejected") || f_one_c93c55(v, undefined, w) === "deny")))) w.invariant("psc-consent-1", "error", text_d5d957);
if (!((same(f_one_c93c55(v, undefined, w), "permit") === false || f_exists_31bbec(v, undefined, w)))) w.invariant("psc-consent-2", "error", text_0c8091);
if (!((((v.status !== undefined && v.status !== "inactive") || f_exists_24a864(v, undefined, w)) && (!f_exists_24a864(v, undefined, w) || (v.status === "inactive" || v.status === "entered-in-error"))))) w.invariant("psc-consent-3", "error", text_303c59);
if (!((((v.status !== undefined && v.status !== "active") || !f_exists_5221ba(v, undefined, w)) || f_exists_fecfba(v, undefined, w)))) w.invariant("psc-consent-4", "error", text_4290e0);
if (!((((!f_exists_7dd870(v, undefined, w) || f_one_c93c55(v, undefined, w) === "permit") && same((f_exists_7dd870(v, undefined, w)), (f_exists_953bfc(v, undefined, w))) === true) && (!f_exists_daf783(v, undefined, w) || f_exists_64c1cc(v, undefined, w))))) w.invariant("psc-consent-6", "error", text_1de1bf);
}
function fixed_619dba(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-said-how";
}
function by_url_c3d342(v, w) {
return isObject(v) && v.url !== undefined && fixed_619dba(v.url, w);
}
function is_how_c89183(v, w) {
return by_url_c3d342(v, w);
}
function by_url_081706(v, w) {
return isObject(v) && v.url !== undefined && fixed_b27db3(v.url, w);
}
function is_witness_cf1339(v, w) {
return by_url_081706(v, w);
}
function fixed_da9565(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-withdrawal";
}
function by_url_506b17(v, w) {
return isObject(v) && v.url !== undefined && fixed_da9565(v.url, w);
}
function is_withdrawal_583caf(v, w) {
return by_url_506b17(v, w);
}
function fixed_90ebb2(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-ground";
}
function by_url_ef7c06(v, w) {
return isObject(v) && v.url !== undefined && fixed_90ebb2(v.url, w);
}
function is_ground_897d01(v, w) {
return by_url_ef7c06(v, w);
}
function fixed_a97219(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-note";
}
function by_url_70b634(v, w) {
return isObject(v) && v.url !== undefined && fixed_a97219(v.url, w);
}
function is_note_3c26ed(v, w) {
return by_url_70b634(v, w);
}
function slices_Consent_extension_26852c(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_how_c89183(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_witness_cf1339(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_withdrawal_583caf(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_ground_897d01(t, w)) { m += 1; c4 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_note_3c26ed(t, w)) { m += 1; c5 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, how, witness, withdrawal, ground, note");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 > 1) w.report('sliceMax', "how", "extension");
if (c2 > 1) w.report('sliceMax', "witness", "extension");
if (c3 > 1) w.report('sliceMax', "withdrawal", "extension");
if (c4 > 1) w.report('sliceMax', "ground", "extension");
if (c5 > 1) w.report('sliceMax', "note", "extension");
}
const codes_psc_consent_status_b6dd2c = codesOf("active\nentered-in-error\ninactive\nproposed\nrejected");
function status_code_232f0f(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/psc-consent-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_psc_consent_status_b6dd2c.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/psc-consent-status");
}
}
function pattern_d20cf0(v) {
return isObject(v) && v.code === "patient-privacy" && v.system === "http://terminology.hl7.org/CodeSystem/consentscope";
}
function pattern_7762cc(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_d20cf0);
}
function Consent_scope_d4678c(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_7762cc(v)) w.report("pattern", "{\"coding\":[{\"code\":\"patient-privacy\",\"system\":\"http://terminology.hl7.org/CodeSystem/consentscope\"}]}");
}
function pattern_4109bc(v) {
return isObject(v) && v.code === "IDSCL" && v.system === "http://terminology.hl7.org/CodeSystem/v3-ActCode";
}
function pattern_27ab8b(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_4109bc);
}
function Consent_category_4b132e(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_27ab8b(v)) w.report("pattern", "{\"coding\":[{\"code\":\"IDSCL\",\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\"}]}");
}
const targets_ea9903 = ["Patient","PractitionerRole","RelatedPerson"];
function Reference_2c4cd8(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_ea9903, w);
}
function Reference_09bc88(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_006dd4, w);
}
const text_13a9b0 = {"fr":"La loi est l’une des quatre que nous connaissons.","en":"The law is one of the four that we know."};
function Consent_policy_4c61b9(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Consent.policy";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "authority": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "authority", w); break;
case "_authority": if (v.authority === undefined) { s0 |= 1; } one(e, "authority", beside_uri_33bde7, w); break;
case "uri": s0 |= 2; if (!isUri(e)) wrong(e, "uri", "uri", w); break;
case "_uri": if (v.uri === undefined) { s0 |= 2; } one(e, "uri", beside_uri_33bde7, w); break;
default: unknownKey(k, known_98ad10, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "uri");
if (w.broken !== b) return;
if (!(((((!(v.uri !== undefined || v._uri !== undefined) || v.uri === "https://fhir.passerelle.example/policy/qc-lrsss") || v.uri === "https://fhir.passerelle.example/policy/qc-private") || v.uri === "https://fhir.passerelle.example/policy/on-phipa") || v.uri === "https://fhir.passerelle.example/policy/on-cyfsa-x"))) w.invariant("psc-consent-5", "error", text_13a9b0);
}
function Consent_provision_actor_961751(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Consent.provision.actor";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "role": s0 |= 2; one(e, "role", AuditEvent_agent_type_dc0492, w); break;
case "reference": s0 |= 4; one(e, "reference", Reference_eed132, w); break;
default: unknownKey(k, known_2ffa2b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "role");
if ((s0 & 4) === 0) w.report('min', "1", "reference");
}
const set_psc_consent_purpose_24cf9d = codeSet("https://fhir.passerelle.example/ValueSet/psc-consent-purpose", "http://terminology.hl7.org/CodeSystem/v3-ActReason\nCOC\nTREAT\n\nhttps://fhir.passerelle.example/CodeSystem/consent-purpose\ncommunity-support\nrights-support\nschool-support");
function Consent_provision_purpose_a0b041(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
boundCoding(v, set_psc_consent_purpose_24cf9d, w);
}
const set_information_kind_a992f6 = codeSet("https://fhir.passerelle.example/ValueSet/information-kind", "https://fhir.passerelle.example/CodeSystem/information-kind\ncircle\ndevelopment\nfollow-up\nhealth\nidentity\nlegal-referral-exists\noutcomes\nplan\npsychosocial\nrequest\nrights\nsafe-contact\nschool\nstrengths");
function Consent_provision_class_a4acf2(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
boundCoding(v, set_information_kind_a992f6, w);
}
function Consent_provision_c50b78(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Consent.provision";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; onePrimitive(e, v["_type"], "type", type_code_625e4a, w); break;
case "_type": if (v.type === undefined) { s0 |= 2; onePrimitive(undefined, e, "type", type_code_625e4a, w); } one(e, "type", beside_code_e0487f, w); break;
case "period": s0 |= 1; one(e, "period", Period_78876f, w); break;
case "actor": s0 |= 4; { const n = list(e, "actor", Consent_provision_actor_961751, w); if (n > 1) w.report('max', "1", "actor"); } break;
case "action": s0 |= 1; list(e, "action", t_CodeableConcept, w); break;
case "securityLabel": s0 |= 1; list(e, "securityLabel", t_Coding, w); break;
case "purpose": s0 |= 8; { const n = list(e, "purpose", Consent_provision_purpose_a0b041, w); if (n > 1) w.report('max', "1", "purpose"); } break;
case "class": s0 |= 1; list(e, "class", Consent_provision_class_a4acf2, w); break;
case "code": s0 |= 1; list(e, "code", t_CodeableConcept, w); break;
case "dataPeriod": s0 |= 1; one(e, "dataPeriod", t_Period, w); break;
case "data": s0 |= 1; list(e, "data", Consent_provision_data_37da09, w); break;
case "provision": w.report('max', '0', "provision"); break;
case "_provision": w.report('max', '0', "provision"); break;
default: unknownKey(k, known_149e2e, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "actor");
if ((s0 & 8) === 0) w.report('min', "1", "purpose");
}
const known_96a938 = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","status","scope","category","patient","dateTime","performer","organization","policy","policyRule","verification","provision"],{"source":"Reference"}];
const text_d5d957 = {"fr":"Un consentement actif permet ; un refus qui tient est « rejected » et « deny ».","en":"An active consent permits; a refusal that stands is “rejected” and “deny”."};
function f_one_c93c55(v, c, w) {
{ const t1 = v.provision; if (t1 !== undefined) { { const t2 = t1.type, c3 = t1._type; if (t2 !== undefined || c3 !== undefined) { return t2; } } } }
return undefined;
}
const text_0c8091 = {"fr":"Qui permet dit quoi : sans sorte de renseignement, rien n’est permis.","en":"Who permits says what: without a kind of information nothing is permitted."};
function f_exists_31bbec(v, c, w) {
{ const t1 = v.provision; if (t1 !== undefined) { if (Array.isArray(t1.class)) for (const t2 of t1.class) { return true; } } }
return false;
}
const text_303c59 = {"fr":"Un consentement est retiré (inactive) avec la date du retrait, et un retrait ne va pas avec un autre état, sauf l’erreur.","en":"A consent is withdrawn (inactive) with the date of the withdrawal, and a withdrawal goes with no other status, save an error."};
function f_exists_24a864(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "https://fhir.passerelle.example/StructureDefinition/psc-withdrawal") { return true; } }
return false;
}
const text_4290e0 = {"fr":"Ce qui est permis de vive voix garde les mots dits.","en":"What is permitted orally keeps the words said."};
function f_list_dfa694(v, c, w) {
const r = [];
{ const k1 = choiceOf(v, properties_0986d9); if (k1 !== undefined) { const t2 = v[k1], c3 = v['_' + k1]; r.push(t2 ?? c3); } }
return r;
}
const list_44e0d2 = ["oral"];
function f_exists_5221ba(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "https://fhir.passerelle.example/StructureDefinition/psc-said-how") { if (equalLists(f_list_dfa694(t1, undefined, w), list_44e0d2) === true) { return true; } } }
return false;
}
const properties_f14bd0 = ["sourceReference"];
function f_exists_fecfba(v, c, w) {
{ const k1 = choiceOf(v, properties_f14bd0); if (k1 !== undefined) { const t2 = v[k1], c3 = v['_' + k1]; return true; } }
return false;
}
const text_1de1bf = {"fr":"Ce qui est invoqué sans consentement permet, et seul un professionnel l’invoque ; une urgence dit jusqu’à quand.","en":"What is invoked without a consent permits, and only a professional invokes it; an emergency says until when."};
function f_exists_7dd870(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "https://fhir.passerelle.example/StructureDefinition/psc-ground") { return true; } }
return false;
}
function f_exists_953bfc(v, c, w) {
if (Array.isArray(v.performer)) for (const t1 of v.performer) { if (t1.type === "PractitionerRole") { return true; } }
return false;
}
const list_630988 = ["emergency"];
function f_exists_daf783(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "https://fhir.passerelle.example/StructureDefinition/psc-ground") { if (Array.isArray(t1.extension)) for (const t2 of t1.extension) { if (equalLists(f_list_dfa694(t2, undefined, w), list_630988) === true) { return true; } } } }
return false;
}
function f_exists_64c1cc(v, c, w) {
{ const t1 = v.provision; if (t1 !== undefined) { { const t2 = t1.period; if (t2 !== undefined) { { const t3 = t2.end, c4 = t2._end; if (t3 !== undefined || c4 !== undefined) { return true; } } } } } }
return false;
}
function p_Psc_contact(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Encounter";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_Encounter_extension_b8128a(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_525030, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_525030, w); } one(e, "status", beside_code_053fd6, w); break;
case "statusHistory": s0 |= 1; list(e, "statusHistory", Encounter_statusHistory_253386, w); break;
case "class": s0 |= 16; one(e, "class", Coding_c8ac91, w); break;
case "classHistory": s0 |= 1; list(e, "classHistory", Encounter_classHistory_fea0d9, w); break;
case "type": s0 |= 32; { const n = list(e, "type", Encounter_type_ccbe4f, w); if (n > 1) w.report('max', "1", "type"); } break;
case "serviceType": s0 |= 1; one(e, "serviceType", t_CodeableConcept, w); break;
case "priority": s0 |= 1; one(e, "priority", t_CodeableConcept, w); break;
case "subject": s0 |= 64; one(e, "subject", Reference_6424d5, w); break;
case "episodeOfCare": s0 |= 1; list(e, "episodeOfCare", Encounter_episodeOfCare_062e4e, w); break;
case "basedOn": s0 |= 1; { const n = list(e, "basedOn", Reference_b49917, w); if (n > 1) w.report('max', "1", "basedOn"); } break;
case "participant": s0 |= 1; list(e, "participant", Encounter_participant_4847f1, w); break;
case "appointment": s0 |= 1; { const n = list(e, "appointment", Reference_ac1e27, w); if (n > 1) w.report('max', "1", "appointment"); } break;
case "period": s0 |= 1; one(e, "period", Period_78876f, w); break;
case "length": s0 |= 1; one(e, "length", t_Duration, w); break;
case "reasonCode": s0 |= 1; { const n = list(e, "reasonCode", CodeableConcept_715505, w); if (n > 1) w.report('max', "1", "reasonCode"); } break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", Appointment_reasonReference_99ee6d, w); break;
case "diagnosis": s0 |= 1; list(e, "diagnosis", Encounter_diagnosis_57de79, w); break;
case "account": s0 |= 1; list(e, "account", Account_partOf_08244d, w); break;
case "hospitalization": s0 |= 1; one(e, "hospitalization", Encounter_hospitalization_c687ab, w); break;
case "location": s0 |= 1; { const n = list(e, "location", Encounter_location_ef3377, w); if (n > 1) w.report('max', "1", "location"); } break;
case "serviceProvider": s0 |= 128; one(e, "serviceProvider", Reference_eed132, w); break;
case "partOf": s0 |= 1; one(e, "partOf", AdverseEvent_encounter_e2ca3c, w); break;
default: unknownKey(k, known_267a74, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "class");
if ((s0 & 32) === 0) w.report('min', "1", "type");
if ((s0 & 64) === 0) w.report('min', "1", "subject");
if ((s0 & 128) === 0) w.report('min', "1", "serviceProvider");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!f_exists_855be2(v, undefined, w) || v.status === "cancelled"))) w.invariant("psc-contact-1", "error", text_71d520);
if (!((f_exists_dbe173(v, undefined, w) || !f_exists_178578(v, undefined, w)))) w.invariant("psc-contact-2", "error", text_a59237);
}
function fixed_f38541(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-child-present";
}
function by_url_4cf16a(v, w) {
return isObject(v) && v.url !== undefined && fixed_f38541(v.url, w);
}
function is_childPresent_9973b6(v, w) {
return by_url_4cf16a(v, w);
}
function by_url_2763a7(v, w) {
return isObject(v) && v.url !== undefined && fixed_889192(v.url, w);
}
function is_reasonCancelled_4f1faa(v, w) {
return by_url_2763a7(v, w);
}
function slices_Encounter_extension_b8128a(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_childPresent_9973b6(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_note_3c26ed(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_reasonCancelled_4f1faa(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, childPresent, note, reasonCancelled");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 > 1) w.report('sliceMax', "childPresent", "extension");
if (c2 > 1) w.report('sliceMax', "note", "extension");
if (c3 > 1) w.report('sliceMax', "reasonCancelled", "extension");
}
const codes_contact_status_b91d20 = codesOf("cancelled\nentered-in-error\nfinished\nin-progress\nplanned");
function status_code_525030(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/contact-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_contact_status_b91d20.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/contact-status");
}
}
const set_contact_class_ddc536 = codeSet("https://fhir.passerelle.example/ValueSet/contact-class", "http://terminology.hl7.org/CodeSystem/v3-ActCode\nAMB\nFLD\nHH\nVR");
function Coding_c8ac91(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; if (!isUri(e)) wrong(e, "uri", "system", w); break;
case "_system": if (v.system === undefined) { s0 |= 2; } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_053fd6, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
boundCoding(v, set_contact_class_ddc536, w);
}
const set_contact_kind_eecf04 = codeSet("https://fhir.passerelle.example/ValueSet/contact-kind", "https://fhir.passerelle.example/CodeSystem/contact-kind\ncall\nhand-over\nmeeting\nsession\nvisit");
function Encounter_type_ccbe4f(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_contact_kind_eecf04, w);
}
function pattern_8f5736(v) {
return v === "https://fhir.passerelle.example/CodeSystem/contact-role";
}
function by_system_1f418a(v, w) {
return isObject(v) && v.system !== undefined && pattern_8f5736(v.system, w);
}
function is_role_ad359b(v, w) {
return by_system_1f418a(v, w);
}
function system_uri_943fdd(v, w, c) {
if (v === undefined) { w.report("pattern", "\"https://fhir.passerelle.example/CodeSystem/contact-role\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!pattern_8f5736(v)) w.report("pattern", "\"https://fhir.passerelle.example/CodeSystem/contact-role\"");
}
}
const set_contact_role_bbd610 = codeSet("https://fhir.passerelle.example/ValueSet/contact-role", "https://fhir.passerelle.example/CodeSystem/contact-role\nhands-over\npresent\ntakes-over");
function Coding_88e002(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_943fdd, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_943fdd, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
boundCoding(v, set_contact_role_bbd610, w);
}
function slices_CodeableConcept_coding_2e9c5d(e, v, w) {
if (!isList(e, "coding", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("coding", i)) {
if (is_role_ad359b(t, w)) { m += 1; c0 += 1; Coding_88e002(t, w); }
if (m === 0) {  t_Coding(t, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "role", "coding");
if (c0 > 1) w.report('sliceMax', "role", "coding");
}
function CodeableConcept_8851cd(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; slices_CodeableConcept_coding_2e9c5d(e, v, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "role", "coding"); }
if (w.broken !== b) return;
concept(v, w);
}
function Reference_b27fff(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_3fdae0, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function Encounter_participant_4847f1(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Encounter.participant";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; { const n = list(e, "type", CodeableConcept_8851cd, w); if (n > 1) w.report('max', "1", "type"); } break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "individual": s0 |= 4; one(e, "individual", Reference_b27fff, w); break;
default: unknownKey(k, known_02d4d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "individual");
}
function Reference_ac1e27(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_3398f2, w);
}
function Reference_a484d1(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_743aac, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function Encounter_location_ef3377(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Encounter.location";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "location": s0 |= 2; one(e, "location", Reference_a484d1, w); break;
case "status": s0 |= 1; onePrimitive(e, v["_status"], "status", status_code_192d4f, w); break;
case "_status": if (v.status === undefined) { s0 |= 1; onePrimitive(undefined, e, "status", status_code_192d4f, w); } one(e, "status", beside_code_e0487f, w); break;
case "physicalType": s0 |= 1; one(e, "physicalType", t_CodeableConcept, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
default: unknownKey(k, known_86f4f8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "location");
}
const text_71d520 = {"fr":"Une raison de ne pas avoir eu lieu ne se dit que d’un contact annulé.","en":"A reason for not taking place is said only of a cancelled contact."};
function f_exists_855be2(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "http://hl7.org/fhir/StructureDefinition/encounter-reasonCancelled") { return true; } }
return false;
}
const text_a59237 = {"fr":"Le relais ne se passe que dans un passage du relais.","en":"A thread is handed over only in a hand-over."};
function f_exists_dbe173(v, c, w) {
if (Array.isArray(v.type)) for (const t1 of v.type) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "https://fhir.passerelle.example/CodeSystem/contact-kind" && t2.code === "hand-over")) { return true; } } }
return false;
}
function f_exists_178578(v, c, w) {
if (Array.isArray(v.participant)) for (const t1 of v.participant) { if (Array.isArray(t1.type)) for (const t2 of t1.type) { if (Array.isArray(t2.coding)) for (const t3 of t2.coding) { if ((t3.system === "https://fhir.passerelle.example/CodeSystem/contact-role" && (t3.code !== undefined && t3.code !== "present"))) { return true; } } } }
return false;
}
function p_Psc_destroyed(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Basic";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 1; list(e, "identifier", t_Identifier, w); break;
case "code": s0 |= 2; one(e, "code", Basic_code_1ba436, w); break;
case "subject": w.report('max', '0', "subject"); break;
case "_subject": w.report('max', '0', "subject"); break;
case "created": s0 |= 4; if (!isDate(e)) wrong(e, "date", "created", w); break;
case "_created": if (v.created === undefined) { s0 |= 4; } one(e, "created", beside_date_946a23, w); break;
case "author": w.report('max', '0', "author"); break;
case "_author": w.report('max', '0', "author"); break;
default: unknownKey(k, known_38525e, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "code");
if ((s0 & 4) === 0) w.report('min', "1", "created");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function pattern_56121c(v) {
return isObject(v) && v.code === "destroyed" && v.system === "https://fhir.passerelle.example/CodeSystem/record-keeping";
}
function pattern_7b3c43(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_56121c);
}
function Basic_code_1ba436(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_7b3c43(v)) w.report("pattern", "{\"coding\":[{\"code\":\"destroyed\",\"system\":\"https://fhir.passerelle.example/CodeSystem/record-keeping\"}]}");
}
function p_Psc_development(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "basedOn": s0 |= 1; list(e, "basedOn", Observation_basedOn_5eb00e, w); break;
case "partOf": s0 |= 1; list(e, "partOf", Observation_partOf_b10dc9, w); break;
case "status": s0 |= 4; onePrimitive(e, v["_status"], "status", status_code_a3d0a6, w); break;
case "_status": if (v.status === undefined) { s0 |= 4; onePrimitive(undefined, e, "status", status_code_a3d0a6, w); } one(e, "status", beside_code_e0487f, w); break;
case "category": s0 |= 8; slices_Observation_category_c48577(e, v, w); break;
case "code": s0 |= 16; one(e, "code", Observation_code_79cdfd, w); break;
case "subject": s0 |= 32; one(e, "subject", Reference_6424d5, w); break;
case "focus": s0 |= 1; list(e, "focus", t_Reference, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "effectiveDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "effective", w); break;
case "_effectiveDateTime": if (v.effectiveDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "effective", beside_dateTime_854799, w); break;
case "issued": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "issued", w); break;
case "_issued": if (v.issued === undefined) { s0 |= 1; } one(e, "issued", beside_instant_f4a41b, w); break;
case "performer": s0 |= 1; { const n = list(e, "performer", Reference_651351, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "valueString": s0 |= 64; n1 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 64; n1 += 1; } one(e, "value", beside_string_a18261, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": w.report('max', '0', "interpretation"); break;
case "_interpretation": w.report('max', '0', "interpretation"); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "bodySite": s0 |= 1; one(e, "bodySite", t_CodeableConcept, w); break;
case "method": s0 |= 1; one(e, "method", CodeableConcept_43de82, w); break;
case "specimen": s0 |= 1; one(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "device": s0 |= 1; one(e, "device", Observation_device_12b893, w); break;
case "referenceRange": w.report('max', '0', "referenceRange"); break;
case "_referenceRange": w.report('max', '0', "referenceRange"); break;
case "hasMember": s0 |= 1; list(e, "hasMember", Observation_hasMember_0927c5, w); break;
case "derivedFrom": s0 |= 1; list(e, "derivedFrom", Observation_derivedFrom_82ed2d, w); break;
case "component": w.report('max', '0', "component"); break;
case "_component": w.report('max', '0', "component"); break;
default: unknownKey(k, known_ccdbcc, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "status");
if ((s0 & 8) === 0) { w.report('sliceMin', "domain", "category"); }
if ((s0 & 16) === 0) w.report('min', "1", "code");
if ((s0 & 32) === 0) w.report('min', "1", "subject");
if ((s0 & 64) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "effective", "effective");
if (n1 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.dataAbsentReason !== undefined) || !f_exists_2b61bf(v, undefined, w)))) w.invariant("obs-6", "error", text_0eabdb);
if (!((!f_exists_2b61bf(v, undefined, w) || !f_exists_9fb297(v, undefined, w)))) w.invariant("obs-7", "error", text_10d339);
if (!((!f_exists_b6dbbc(v, undefined, w) || (((same(lower(f_one_54d9d7(v, undefined, w)), "edi") === false && includes(lower(f_one_54d9d7(v, undefined, w)), "imdpe") === false) && includes(lower(f_one_54d9d7(v, undefined, w)), "early development instrument") === false) && includes(lower(f_one_54d9d7(v, undefined, w)), "mesure du développement de la petite enfance") === false)))) w.invariant("psc-domain-observation-1", "error", text_edab10);
}
function pattern_ef60df(v) {
return isObject(v) && v.code === "development" && v.system === "https://fhir.passerelle.example/CodeSystem/goal-category";
}
function pattern_2cbc25(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_ef60df);
}
function is_domain_c64273(v, w) {
return pattern_2cbc25(v, w);
}
function Observation_category_ccc7cf(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_2cbc25(v)) w.report("pattern", "{\"coding\":[{\"code\":\"development\",\"system\":\"https://fhir.passerelle.example/CodeSystem/goal-category\"}]}");
}
function slices_Observation_category_c48577(e, v, w) {
if (!isList(e, "category", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("category", i)) {
if (is_domain_c64273(t, w)) { m += 1; c0 += 1; Observation_category_ccc7cf(t, w); }
if (m === 0) {  t_CodeableConcept(t, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "domain", "category");
if (c0 > 1) w.report('sliceMax', "domain", "category");
}
const set_development_code_db4885 = codeSet("https://fhir.passerelle.example/ValueSet/development-code", "https://fhir.passerelle.example/CodeSystem/assessment-element\nobservation\nreading\n\nhttps://fhir.passerelle.example/CodeSystem/development-area\nautonomy\ncognition\nfine-motor\ngross-motor\nlanguage\nplay\nsenses\nsocial-emotional");
function Observation_code_79cdfd(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_development_code_db4885, w);
}
function Reference_651351(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_f07e87, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
const known_ccdbcc = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","basedOn","partOf","status","category","code","subject","focus","encounter","issued","performer","dataAbsentReason","interpretation","note","bodySite","method","specimen","device","referenceRange","hasMember","derivedFrom","component"],{"effective":"dateTime","value":"string"}];
function f_exists_2b61bf(v, c, w) {
{ const k1 = choiceOf(v, properties_17ee25); if (k1 !== undefined) { const t2 = v[k1], c3 = v['_' + k1]; return true; } }
return false;
}
const text_edab10 = {"fr":"Rien d’individuel de l’IMDPE (EDI) : il décrit des groupes.","en":"Nothing individual from the EDI: it describes groups."};
function f_exists_b6dbbc(v, c, w) {
{ const t1 = v.method; if (t1 !== undefined) { { const t2 = t1.text, c3 = t1._text; if (t2 !== undefined || c3 !== undefined) { return true; } } } }
return false;
}
function f_one_54d9d7(v, c, w) {
{ const t1 = v.method; if (t1 !== undefined) { { const t2 = t1.text, c3 = t1._text; if (t2 !== undefined || c3 !== undefined) { return t2; } } } }
return undefined;
}
function p_Psc_disclosure(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_AuditEvent_extension_1b0bc0(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_type_622a5c, w); break;
case "subtype": s0 |= 4; list(e, "subtype", t_Coding, w); break;
case "action": s0 |= 8; onePrimitive(e, v["_action"], "action", action_code_d1a75a, w); break;
case "_action": if (v.action === undefined) { s0 |= 8; onePrimitive(undefined, e, "action", action_code_d1a75a, w); } one(e, "action", beside_code_e0487f, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "recorded": s0 |= 16; if (!isInstant(e)) wrong(e, "instant", "recorded", w); break;
case "_recorded": if (v.recorded === undefined) { s0 |= 16; } one(e, "recorded", beside_instant_f4a41b, w); break;
case "outcome": s0 |= 32; onePrimitive(e, v["_outcome"], "outcome", outcome_code_c9c2d6, w); break;
case "_outcome": if (v.outcome === undefined) { s0 |= 32; onePrimitive(undefined, e, "outcome", outcome_code_c9c2d6, w); } one(e, "outcome", beside_code_e0487f, w); break;
case "outcomeDesc": s0 |= 1; if (!isString(e)) wrong(e, "string", "outcomeDesc", w); break;
case "_outcomeDesc": if (v.outcomeDesc === undefined) { s0 |= 1; } one(e, "outcomeDesc", beside_string_a18261, w); break;
case "purposeOfEvent": s0 |= 64; { const n = list(e, "purposeOfEvent", CodeableConcept_a244cf, w); if (n > 1) w.report('max', "1", "purposeOfEvent"); } break;
case "agent": s0 |= 128; slices_AuditEvent_agent_06136c(e, v, w); break;
case "source": s0 |= 256; one(e, "source", AuditEvent_source_e6078c, w); break;
case "entity": s0 |= 512; list(e, "entity", AuditEvent_entity_993162, w); break;
default: unknownKey(k, known_c09eb8, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "subtype");
if ((s0 & 8) === 0) w.report('min', "1", "action");
if ((s0 & 16) === 0) w.report('min', "1", "recorded");
if ((s0 & 32) === 0) w.report('min', "1", "outcome");
if ((s0 & 64) === 0) w.report('min', "1", "purposeOfEvent");
if ((s0 & 128) === 0) { w.report('sliceMin', "source", "agent"); w.report('sliceMin', "recipient", "agent"); }
if ((s0 & 256) === 0) w.report('min', "1", "source");
if ((s0 & 512) === 0) w.report('min', "1", "entity");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function pattern_4061cf(v) {
return isObject(v) && v.code === "110106" && v.system === "http://dicom.nema.org/resources/ontology/DCM";
}
function AuditEvent_type_622a5c(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_4061cf(v)) w.report("pattern", "{\"code\":\"110106\",\"system\":\"http://dicom.nema.org/resources/ontology/DCM\"}");
}
function pattern_2b5773(v) {
return v === "R";
}
function action_code_d1a75a(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/audit-event-action|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_audit_event_action_640cd9.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/audit-event-action|4.0.1");
if (!pattern_2b5773(v)) w.report("pattern", "\"R\"");
}
}
function CodeableConcept_a244cf(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; list(e, "coding", t_Coding, w); break;
case "text": s0 |= 4; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 4; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "coding");
if ((s0 & 4) === 0) w.report('min', "1", "text");
if (w.broken !== b) return;
concept(v, w);
}
function AuditEvent_agent_fa408c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_agent_type_5ee6b2, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 4; one(e, "who", Reference_abd305, w); break;
case "altId": s0 |= 1; if (!isString(e)) wrong(e, "string", "altId", w); break;
case "_altId": if (v.altId === undefined) { s0 |= 1; } one(e, "altId", beside_string_a18261, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "requestor": s0 |= 8; if (!isBoolean(e)) wrong(e, "boolean", "requestor", w); break;
case "_requestor": if (v.requestor === undefined) { s0 |= 8; } one(e, "requestor", beside_boolean_acb597, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "policy": s0 |= 1; primitives(e, v["_policy"], "policy", "uri", isUri, beside_uri_33bde7, w); break;
case "_policy": if (v.policy === undefined) { s0 |= 1; primitives(undefined, e, "policy", "uri", isUri, beside_uri_33bde7, w); } break;
case "media": s0 |= 1; one(e, "media", t_Coding, w); break;
case "network": s0 |= 1; one(e, "network", AuditEvent_agent_network_2cc400, w); break;
case "purposeOfUse": s0 |= 1; list(e, "purposeOfUse", t_CodeableConcept, w); break;
default: unknownKey(k, known_44d33f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "who");
if ((s0 & 8) === 0) w.report('min', "1", "requestor");
}
function slices_AuditEvent_agent_06136c(e, v, w) {
if (!isList(e, "agent", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("agent", i)) {
if (is_holder_fa62d6(t, w)) { m += 1; c0 += 1; AuditEvent_agent_b24744(t, w); AuditEvent_agent_63281f(t, w); }
if (is_reader_6194be(t, w)) { m += 1; c1 += 1; AuditEvent_agent_b24744(t, w); AuditEvent_agent_fa408c(t, w); }
if (m === 0) {  AuditEvent_agent_b24744(t, w); }
else if (m > 1) w.report('sliceTwice', "source, recipient");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "source", "agent");
if (c0 > 1) w.report('sliceMax', "source", "agent");
if (c1 < 1) w.report('sliceMin', "recipient", "agent");
if (c1 > 1) w.report('sliceMax', "recipient", "agent");
if (e.length < 2) w.report('min', "2", "agent");
}
function AuditEvent_source_e6078c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.source";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "site": s0 |= 1; if (!isString(e)) wrong(e, "string", "site", w); break;
case "_site": if (v.site === undefined) { s0 |= 1; } one(e, "site", beside_string_a18261, w); break;
case "observer": s0 |= 2; one(e, "observer", Reference_abd305, w); break;
case "type": s0 |= 1; list(e, "type", t_Coding, w); break;
default: unknownKey(k, known_db5baa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "observer");
}
function AuditEvent_entity_993162(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.entity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "what": s0 |= 2; one(e, "what", t_Reference, w); break;
case "type": s0 |= 1; one(e, "type", t_Coding, w); break;
case "role": s0 |= 1; one(e, "role", t_Coding, w); break;
case "lifecycle": s0 |= 1; one(e, "lifecycle", t_Coding, w); break;
case "securityLabel": s0 |= 1; list(e, "securityLabel", t_Coding, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "query": s0 |= 1; if (!isBase64Binary(e)) wrong(e, "base64Binary", "query", w); break;
case "_query": if (v.query === undefined) { s0 |= 1; } one(e, "query", beside_base64Binary_a96152, w); break;
case "detail": s0 |= 4; list(e, "detail", AuditEvent_entity_detail_039ed0, w); break;
default: unknownKey(k, known_5f4bc2, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "what");
if ((s0 & 4) === 0) w.report('min', "1", "detail");
if (w.broken !== b) return;
if (!((!(v.name !== undefined || v._name !== undefined) || !(v.query !== undefined || v._query !== undefined)))) w.invariant("sev-1", "error", text_381277);
}
function p_Psc_domain_observation(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "basedOn": s0 |= 1; list(e, "basedOn", Observation_basedOn_5eb00e, w); break;
case "partOf": s0 |= 1; list(e, "partOf", Observation_partOf_b10dc9, w); break;
case "status": s0 |= 4; onePrimitive(e, v["_status"], "status", status_code_a3d0a6, w); break;
case "_status": if (v.status === undefined) { s0 |= 4; onePrimitive(undefined, e, "status", status_code_a3d0a6, w); } one(e, "status", beside_code_e0487f, w); break;
case "category": s0 |= 8; list(e, "category", t_CodeableConcept, w); break;
case "code": s0 |= 16; one(e, "code", Observation_code_f348dc, w); break;
case "subject": s0 |= 32; one(e, "subject", Reference_6424d5, w); break;
case "focus": s0 |= 1; list(e, "focus", t_Reference, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "effectiveDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "effective", w); break;
case "_effectiveDateTime": if (v.effectiveDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "effective", beside_dateTime_854799, w); break;
case "issued": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "issued", w); break;
case "_issued": if (v.issued === undefined) { s0 |= 1; } one(e, "issued", beside_instant_f4a41b, w); break;
case "performer": s0 |= 1; { const n = list(e, "performer", Reference_651351, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "valueString": s0 |= 64; n1 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 64; n1 += 1; } one(e, "value", beside_string_a18261, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": w.report('max', '0', "interpretation"); break;
case "_interpretation": w.report('max', '0', "interpretation"); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "bodySite": s0 |= 1; one(e, "bodySite", t_CodeableConcept, w); break;
case "method": s0 |= 1; one(e, "method", CodeableConcept_43de82, w); break;
case "specimen": s0 |= 1; one(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "device": s0 |= 1; one(e, "device", Observation_device_12b893, w); break;
case "referenceRange": w.report('max', '0', "referenceRange"); break;
case "_referenceRange": w.report('max', '0', "referenceRange"); break;
case "hasMember": s0 |= 1; list(e, "hasMember", Observation_hasMember_0927c5, w); break;
case "derivedFrom": s0 |= 1; list(e, "derivedFrom", Observation_derivedFrom_82ed2d, w); break;
case "component": w.report('max', '0', "component"); break;
case "_component": w.report('max', '0', "component"); break;
default: unknownKey(k, known_ccdbcc, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "status");
if ((s0 & 8) === 0) w.report('min', "1", "category");
if ((s0 & 16) === 0) w.report('min', "1", "code");
if ((s0 & 32) === 0) w.report('min', "1", "subject");
if ((s0 & 64) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "effective", "effective");
if (n1 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.dataAbsentReason !== undefined) || !f_exists_2b61bf(v, undefined, w)))) w.invariant("obs-6", "error", text_0eabdb);
if (!((!f_exists_2b61bf(v, undefined, w) || !f_exists_9fb297(v, undefined, w)))) w.invariant("obs-7", "error", text_10d339);
if (!(f_count_ee3ecf(v, undefined, w) === 1)) w.invariant("psc-domain-observation-2", "error", text_aa0f6b);
if (!((!f_exists_eb7eaa(v, undefined, w) || f_exists_8a4fea(v, undefined, w)))) w.invariant("psc-domain-observation-3", "error", text_df396e);
if (!((!f_exists_b6dbbc(v, undefined, w) || (((same(lower(f_one_54d9d7(v, undefined, w)), "edi") === false && includes(lower(f_one_54d9d7(v, undefined, w)), "imdpe") === false) && includes(lower(f_one_54d9d7(v, undefined, w)), "early development instrument") === false) && includes(lower(f_one_54d9d7(v, undefined, w)), "mesure du développement de la petite enfance") === false)))) w.invariant("psc-domain-observation-1", "error", text_edab10);
}
const set_domain_code_03a95a = codeSet("https://fhir.passerelle.example/ValueSet/domain-code", "https://fhir.passerelle.example/CodeSystem/assessment-element\nobservation\nreading\n\nhttps://fhir.passerelle.example/CodeSystem/school-aspect\nattendance\nbelonging-at-school\nreadiness\nsuccess");
function Observation_code_f348dc(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_domain_code_03a95a, w);
}
const text_aa0f6b = {"fr":"L’observation est d’un seul domaine : santé, psychosocial, droits ou école.","en":"The observation is of one domain: health, psychosocial, rights or school."};
function f_count_ee3ecf(v, c, w) {
let n = 0;
if (Array.isArray(v.category)) for (const t1 of v.category) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "https://fhir.passerelle.example/CodeSystem/goal-category" && (((t2.code === "health" || t2.code === "psychosocial") || t2.code === "rights") || t2.code === "school"))) { n += 1; } } }
return n;
}
const text_df396e = {"fr":"Un aspect de l’école se voit dans le domaine de l’école.","en":"An aspect of school is seen in the domain of school."};
function f_exists_eb7eaa(v, c, w) {
{ const t1 = v.code; if (t1 !== undefined) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if (t2.system === "https://fhir.passerelle.example/CodeSystem/school-aspect") { return true; } } } }
return false;
}
function f_exists_8a4fea(v, c, w) {
if (Array.isArray(v.category)) for (const t1 of v.category) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "https://fhir.passerelle.example/CodeSystem/goal-category" && t2.code === "school")) { return true; } } }
return false;
}
function p_Psc_episode(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "EpisodeOfCare";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_EpisodeOfCare_extension_12cd6b(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_52e7cf, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_52e7cf, w); } one(e, "status", beside_code_053fd6, w); break;
case "statusHistory": s0 |= 1; list(e, "statusHistory", EpisodeOfCare_statusHistory_b61bf3, w); break;
case "type": s0 |= 16; { const n = list(e, "type", CodeableConcept_540b3c, w); if (n > 1) w.report('max', "1", "type"); } break;
case "diagnosis": s0 |= 1; list(e, "diagnosis", EpisodeOfCare_diagnosis_a03d6a, w); break;
case "patient": s0 |= 32; one(e, "patient", Reference_6424d5, w); break;
case "managingOrganization": s0 |= 64; one(e, "managingOrganization", Reference_eed132, w); break;
case "period": s0 |= 1; one(e, "period", Period_78876f, w); break;
case "referralRequest": s0 |= 1; { const n = list(e, "referralRequest", Reference_b49917, w); if (n > 1) w.report('max', "1", "referralRequest"); } break;
case "careManager": s0 |= 1; one(e, "careManager", Reference_8815c3, w); break;
case "team": s0 |= 1; { const n = list(e, "team", Reference_cc7c01, w); if (n > 1) w.report('max', "1", "team"); } break;
case "account": s0 |= 1; list(e, "account", Account_partOf_08244d, w); break;
default: unknownKey(k, known_b06c5f, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "type");
if ((s0 & 32) === 0) w.report('min', "1", "patient");
if ((s0 & 64) === 0) w.report('min', "1", "managingOrganization");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((((!f_exists_d7451e(v, undefined, w) || v.status === "onhold") || v.status === "finished") || v.status === "cancelled"))) w.invariant("psc-episode-1", "error", text_559e98);
}
function slices_EpisodeOfCare_extension_12cd6b(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_statusReason_c7eee2(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_note_3c26ed(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, statusReason, note");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 > 1) w.report('sliceMax', "statusReason", "extension");
if (c2 > 1) w.report('sliceMax', "note", "extension");
}
function EpisodeOfCare_statusHistory_b61bf3(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "EpisodeOfCare.statusHistory";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "status": s0 |= 2; onePrimitive(e, v["_status"], "status", status_code_52e7cf, w); break;
case "_status": if (v.status === undefined) { s0 |= 2; onePrimitive(undefined, e, "status", status_code_52e7cf, w); } one(e, "status", beside_code_e0487f, w); break;
case "period": s0 |= 4; one(e, "period", Period_78876f, w); break;
default: unknownKey(k, known_49d90f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "status");
if ((s0 & 4) === 0) w.report('min', "1", "period");
}
const set_enrolment_programme_9ede7e = codeSet("https://fhir.passerelle.example/ValueSet/enrolment-programme", "https://fhir.passerelle.example/CodeSystem/centre-programme\ncentre-follow-up\n\nhttps://fhir.passerelle.example/CodeSystem/programme\nagir-tot\nclsc\nhospital\nneglect-programme\nsippe\nspecialist");
function CodeableConcept_540b3c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 1; list(e, "coding", t_Coding, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
concept(v, w);
boundConcept(v, set_enrolment_programme_9ede7e, w);
}
function Reference_8815c3(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_3ee39b, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
const text_559e98 = {"fr":"Un motif de fin ne se dit que d’une inscription terminée, en pause, ou qui n’a pas eu lieu.","en":"A reason for ending is said only of an enrolment that ended, rests, or did not take place."};
function p_Psc_existence_refusals(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Basic";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_Basic_extension_34173e(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; { const n = list(e, "identifier", Identifier_5d3963, w); if (n > 1) w.report('max', "1", "identifier"); } break;
case "code": s0 |= 8; one(e, "code", Basic_code_071de0, w); break;
case "subject": w.report('max', '0', "subject"); break;
case "_subject": w.report('max', '0', "subject"); break;
case "created": s0 |= 16; if (!isDate(e)) wrong(e, "date", "created", w); break;
case "_created": if (v.created === undefined) { s0 |= 16; } one(e, "created", beside_date_946a23, w); break;
case "author": w.report('max', '0', "author"); break;
case "_author": w.report('max', '0', "author"); break;
default: unknownKey(k, known_38525e, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "sealed", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "code");
if ((s0 & 16) === 0) w.report('min', "1", "created");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function fixed_eb0cb6(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-sealed";
}
function by_url_766ad6(v, w) {
return isObject(v) && v.url !== undefined && fixed_eb0cb6(v.url, w);
}
function is_sealed_362ee1(v, w) {
return by_url_766ad6(v, w);
}
function slices_Basic_extension_34173e(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_sealed_362ee1(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "sealed", "extension");
if (c0 > 1) w.report('sliceMax', "sealed", "extension");
}
function pattern_b4aded(v) {
return isObject(v) && v.code === "existence-refusals" && v.system === "https://fhir.passerelle.example/CodeSystem/record-keeping";
}
function pattern_5227b2(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_b4aded);
}
function Basic_code_071de0(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_5227b2(v)) w.report("pattern", "{\"coding\":[{\"code\":\"existence-refusals\",\"system\":\"https://fhir.passerelle.example/CodeSystem/record-keeping\"}]}");
}
function p_Psc_fence(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Basic";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_Basic_extension_3bf98c(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 1; list(e, "identifier", t_Identifier, w); break;
case "code": s0 |= 4; one(e, "code", Basic_code_6d9a5d, w); break;
case "subject": w.report('max', '0', "subject"); break;
case "_subject": w.report('max', '0', "subject"); break;
case "created": s0 |= 1; if (!isDate(e)) wrong(e, "date", "created", w); break;
case "_created": if (v.created === undefined) { s0 |= 1; } one(e, "created", beside_date_946a23, w); break;
case "author": s0 |= 1; one(e, "author", Basic_author_101997, w); break;
default: unknownKey(k, known_38525e, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "counter", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function fixed_60d49f(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-fence-counter";
}
function by_url_daa551(v, w) {
return isObject(v) && v.url !== undefined && fixed_60d49f(v.url, w);
}
function is_counter_be1c16(v, w) {
return by_url_daa551(v, w);
}
function slices_Basic_extension_3bf98c(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_counter_be1c16(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "counter", "extension");
if (c0 > 1) w.report('sliceMax', "counter", "extension");
}
function pattern_490dbc(v) {
return isObject(v) && v.code === "fence" && v.system === "https://fhir.passerelle.example/CodeSystem/record-keeping";
}
function pattern_93ad55(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_490dbc);
}
function Basic_code_6d9a5d(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_93ad55(v)) w.report("pattern", "{\"coding\":[{\"code\":\"fence\",\"system\":\"https://fhir.passerelle.example/CodeSystem/record-keeping\"}]}");
}
function p_Psc_goal(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Goal";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "lifecycleStatus": s0 |= 4; onePrimitive(e, v["_lifecycleStatus"], "lifecycleStatus", lifecycleStatus_code_3601ed, w); break;
case "_lifecycleStatus": if (v.lifecycleStatus === undefined) { s0 |= 4; onePrimitive(undefined, e, "lifecycleStatus", lifecycleStatus_code_3601ed, w); } one(e, "lifecycleStatus", beside_code_053fd6, w); break;
case "achievementStatus": s0 |= 1; one(e, "achievementStatus", t_CodeableConcept, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "priority": s0 |= 1; one(e, "priority", t_CodeableConcept, w); break;
case "description": s0 |= 8; one(e, "description", CodeableConcept_715505, w); break;
case "subject": s0 |= 16; one(e, "subject", Reference_6424d5, w); break;
case "startDate": s0 |= 1; n0 += 1; if (!isDate(e)) wrong(e, "date", "start", w); break;
case "_startDate": if (v.startDate === undefined) { s0 |= 1; n0 += 1; } one(e, "start", beside_date_946a23, w); break;
case "startCodeableConcept": s0 |= 1; n0 += 1; one(e, "start", t_CodeableConcept, w); break;
case "target": s0 |= 1; list(e, "target", Goal_target_c40667, w); break;
case "statusDate": s0 |= 1; if (!isDate(e)) wrong(e, "date", "statusDate", w); break;
case "_statusDate": if (v.statusDate === undefined) { s0 |= 1; } one(e, "statusDate", beside_date_946a23, w); break;
case "statusReason": s0 |= 1; if (!isString(e)) wrong(e, "string", "statusReason", w); break;
case "_statusReason": if (v.statusReason === undefined) { s0 |= 1; } one(e, "statusReason", beside_string_a18261, w); break;
case "expressedBy": s0 |= 1; one(e, "expressedBy", Reference_fe26d0, w); break;
case "addresses": s0 |= 1; list(e, "addresses", Goal_addresses_0e46c3, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "outcomeCode": s0 |= 1; list(e, "outcomeCode", t_CodeableConcept, w); break;
case "outcomeReference": s0 |= 1; list(e, "outcomeReference", DiagnosticReport_result_0a61d3, w); break;
default: unknownKey(k, known_7e4508, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "lifecycleStatus");
if ((s0 & 8) === 0) w.report('min', "1", "description");
if ((s0 & 16) === 0) w.report('min', "1", "subject");
if (n0 > 1) w.misshapen('choiceTwice', "start", "start");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
const known_5a006a = [["id","extension","modifierExtension","measure"],{"detail":"Quantity, Range, CodeableConcept, string, boolean, integer, Ratio","due":"date"}];
function Goal_target_c40667(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Goal.target";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "measure": s0 |= 1; one(e, "measure", t_CodeableConcept, w); break;
case "detailQuantity": s0 |= 1; n0 += 1; one(e, "detail", t_Quantity, w); break;
case "detailRange": s0 |= 1; n0 += 1; one(e, "detail", t_Range, w); break;
case "detailCodeableConcept": s0 |= 1; n0 += 1; one(e, "detail", t_CodeableConcept, w); break;
case "detailString": s0 |= 1; n0 += 1; if (!isString(e)) wrong(e, "string", "detail", w); break;
case "_detailString": if (v.detailString === undefined) { s0 |= 1; n0 += 1; } one(e, "detail", beside_string_a18261, w); break;
case "detailBoolean": s0 |= 1; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "detail", w); break;
case "_detailBoolean": if (v.detailBoolean === undefined) { s0 |= 1; n0 += 1; } one(e, "detail", beside_boolean_acb597, w); break;
case "detailInteger": s0 |= 1; n0 += 1; if (!isInteger(e)) wrong(e, "integer", "detail", w); break;
case "_detailInteger": if (v.detailInteger === undefined) { s0 |= 1; n0 += 1; } one(e, "detail", beside_integer_ac1534, w); break;
case "detailRatio": s0 |= 1; n0 += 1; one(e, "detail", t_Ratio, w); break;
case "dueDate": s0 |= 1; n1 += 1; if (!isDate(e)) wrong(e, "date", "due", w); break;
case "_dueDate": if (v.dueDate === undefined) { s0 |= 1; n1 += 1; } one(e, "due", beside_date_946a23, w); break;
default: unknownKey(k, known_5a006a, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (n0 > 1) w.misshapen('choiceTwice', "detail", "detail");
if (n1 > 1) w.misshapen('choiceTwice', "due", "due");
if (w.broken !== b) return;
if (!(((f_exists_14ba15(v, undefined, w) && (v.measure !== undefined)) || !f_exists_14ba15(v, undefined, w)))) w.invariant("gol-1", "error", text_c0a5d9);
}
function Reference_fe26d0(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_5d10cc, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function p_Psc_group(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Group";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "active": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "active", w); break;
case "_active": if (v.active === undefined) { s0 |= 1; } one(e, "active", beside_boolean_acb597, w); break;
case "type": s0 |= 4; onePrimitive(e, v["_type"], "type", type_code_49002e, w); break;
case "_type": if (v.type === undefined) { s0 |= 4; onePrimitive(undefined, e, "type", type_code_49002e, w); } one(e, "type", beside_code_e0487f, w); break;
case "actual": s0 |= 8; onePrimitive(e, v["_actual"], "actual", actual_boolean_17a10c, w); break;
case "_actual": if (v.actual === undefined) { s0 |= 8; onePrimitive(undefined, e, "actual", actual_boolean_17a10c, w); } one(e, "actual", beside_boolean_acb597, w); break;
case "code": s0 |= 16; one(e, "code", Group_code_df5725, w); break;
case "name": w.report('max', '0', "name"); break;
case "_name": w.report('max', '0', "name"); break;
case "quantity": w.report('max', '0', "quantity"); break;
case "_quantity": w.report('max', '0', "quantity"); break;
case "managingEntity": s0 |= 32; one(e, "managingEntity", Reference_eed132, w); break;
case "characteristic": w.report('max', '0', "characteristic"); break;
case "_characteristic": w.report('max', '0', "characteristic"); break;
case "member": w.report('max', '0', "member"); break;
case "_member": w.report('max', '0', "member"); break;
default: unknownKey(k, known_98019a, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "type");
if ((s0 & 8) === 0) w.report('min', "1", "actual");
if ((s0 & 16) === 0) w.report('min', "1", "code");
if ((s0 & 32) === 0) w.report('min', "1", "managingEntity");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.member !== undefined) || v.actual === true))) w.invariant("grp-1", "error", text_59ad8c);
}
function pattern_60ae95(v) {
return v === "person";
}
function type_code_49002e(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/group-type|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_group_type_32fa98.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/group-type|4.0.1");
if (!pattern_60ae95(v)) w.report("pattern", "\"person\"");
}
}
function actual_boolean_17a10c(v, w, c) {
if (v === undefined) { w.report("pattern", "true"); }
else if (!isBoolean(v)) return wrongHere(v, "boolean", w);
else {
if (!fixed_6dab77(v)) w.report("pattern", "true");
}
}
const set_psc_group_kind_044bf1 = codeSet("https://fhir.passerelle.example/ValueSet/psc-group-kind", "https://fhir.passerelle.example/CodeSystem/outcome-subject\ncommunity\nfamily");
function Group_code_df5725(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_psc_group_kind_044bf1, w);
}
function p_Psc_inbound_referral(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ServiceRequest";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0, n2 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; { const n = resources(e, "contained", w, targets_74ffcb); if (n > 1) w.report('max', "1", "contained"); } break;
case "extension": s0 |= 2; slices_ServiceRequest_extension_3ac649(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; slices_ServiceRequest_identifier_75c62f(e, v, w); break;
case "instantiatesCanonical": s0 |= 1; primitives(e, v["_instantiatesCanonical"], "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "instantiatesUri": s0 |= 1; primitives(e, v["_instantiatesUri"], "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); } break;
case "basedOn": s0 |= 1; list(e, "basedOn", MedicationStatement_basedOn_c30e7e, w); break;
case "replaces": s0 |= 1; list(e, "replaces", Appointment_basedOn_bd4f1b, w); break;
case "requisition": s0 |= 1; one(e, "requisition", t_Identifier, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_98f48f, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_98f48f, w); } one(e, "status", beside_code_053fd6, w); break;
case "intent": s0 |= 16; onePrimitive(e, v["_intent"], "intent", intent_code_3f7f43, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 16; onePrimitive(undefined, e, "intent", intent_code_3f7f43, w); } one(e, "intent", beside_code_e0487f, w); break;
case "category": s0 |= 32; slices_ServiceRequest_category_5c2ab5(e, v, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "doNotPerform": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "doNotPerform", w); break;
case "_doNotPerform": if (v.doNotPerform === undefined) { s0 |= 1; } one(e, "doNotPerform", beside_boolean_acb597, w); break;
case "code": s0 |= 1; one(e, "code", CodeableConcept_43de82, w); break;
case "orderDetail": s0 |= 1; list(e, "orderDetail", t_CodeableConcept, w); break;
case "quantityQuantity": s0 |= 1; n0 += 1; one(e, "quantity", t_Quantity, w); break;
case "quantityRatio": s0 |= 1; n0 += 1; one(e, "quantity", t_Ratio, w); break;
case "quantityRange": s0 |= 1; n0 += 1; one(e, "quantity", t_Range, w); break;
case "subject": s0 |= 64; one(e, "subject", AllergyIntolerance_patient_db3ca9, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "occurrenceDateTime": s0 |= 1; n1 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "occurrence", w); break;
case "_occurrenceDateTime": if (v.occurrenceDateTime === undefined) { s0 |= 1; n1 += 1; } one(e, "occurrence", beside_dateTime_854799, w); break;
case "asNeededBoolean": s0 |= 1; n2 += 1; if (!isBoolean(e)) wrong(e, "boolean", "asNeeded", w); break;
case "_asNeededBoolean": if (v.asNeededBoolean === undefined) { s0 |= 1; n2 += 1; } one(e, "asNeeded", beside_boolean_acb597, w); break;
case "asNeededCodeableConcept": s0 |= 1; n2 += 1; one(e, "asNeeded", t_CodeableConcept, w); break;
case "authoredOn": s0 |= 128; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 128; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "requester": s0 |= 256; one(e, "requester", Reference_eed132, w); break;
case "performerType": s0 |= 1; one(e, "performerType", t_CodeableConcept, w); break;
case "performer": s0 |= 512; { const n = list(e, "performer", Reference_eed132, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "locationCode": s0 |= 1; list(e, "locationCode", t_CodeableConcept, w); break;
case "locationReference": s0 |= 1; list(e, "locationReference", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; list(e, "reasonCode", CodeableConcept_43de82, w); break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", CarePlan_activity_detail_reasonReference_3644ad, w); break;
case "insurance": w.report('max', '0', "insurance"); break;
case "_insurance": w.report('max', '0', "insurance"); break;
case "supportingInfo": s0 |= 1; list(e, "supportingInfo", t_Reference, w); break;
case "specimen": s0 |= 1; list(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "bodySite": s0 |= 1; list(e, "bodySite", t_CodeableConcept, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "patientInstruction": s0 |= 1; if (!isString(e)) wrong(e, "string", "patientInstruction", w); break;
case "_patientInstruction": if (v.patientInstruction === undefined) { s0 |= 1; } one(e, "patientInstruction", beside_string_a18261, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
default: unknownKey(k, known_637a91, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "safeContact", "extension"); }
if ((s0 & 4) === 0) { w.report('sliceMin', "filler", "identifier"); w.report('sliceMin', "placer", "identifier"); }
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "intent");
if ((s0 & 32) === 0) { w.report('sliceMin', "kind", "category"); }
if ((s0 & 64) === 0) w.report('min', "1", "subject");
if ((s0 & 128) === 0) w.report('min', "1", "authoredOn");
if ((s0 & 256) === 0) w.report('min', "1", "requester");
if ((s0 & 512) === 0) w.report('min', "1", "performer");
if (n0 > 1) w.misshapen('choiceTwice', "quantity", "quantity");
if (n1 > 1) w.misshapen('choiceTwice', "occurrence", "occurrence");
if (n2 > 1) w.misshapen('choiceTwice', "asNeeded", "asNeeded");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.orderDetail !== undefined) || (v.code !== undefined)))) w.invariant("prr-1", "error", text_a65d67);
if (!(((f_exists_d23568(v, undefined, w) && !(v.contained !== undefined)) || (!f_exists_d23568(v, undefined, w) && (v.contained !== undefined))))) w.invariant("psc-inbound-referral-1", "error", text_3090e9);
if (!(!f_exists_4fa17e(v, undefined, w))) w.invariant("psc-inbound-referral-2", "error", text_7598f0);
}
function fixed_9143f5(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-safe-contact";
}
function by_url_0437ec(v, w) {
return isObject(v) && v.url !== undefined && fixed_9143f5(v.url, w);
}
function is_safeContact_504847(v, w) {
return by_url_0437ec(v, w);
}
function fixed_c3024c(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-thread";
}
function by_url_50e315(v, w) {
return isObject(v) && v.url !== undefined && fixed_c3024c(v.url, w);
}
function is_thread_d17bc7(v, w) {
return by_url_50e315(v, w);
}
function fixed_e49444(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-asked-by";
}
function by_url_dc0fab(v, w) {
return isObject(v) && v.url !== undefined && fixed_e49444(v.url, w);
}
function is_askedBy_b0d81f(v, w) {
return by_url_dc0fab(v, w);
}
function slices_ServiceRequest_extension_3ac649(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_safeContact_504847(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_thread_d17bc7(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_askedBy_b0d81f(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, safeContact, thread, askedBy");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 < 1) w.report('sliceMin', "safeContact", "extension");
if (c1 > 1) w.report('sliceMax', "safeContact", "extension");
if (c2 > 1) w.report('sliceMax', "thread", "extension");
if (c3 > 1) w.report('sliceMax', "askedBy", "extension");
}
function Identifier_f85e7c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "system": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "system", w); break;
case "_system": if (v.system === undefined) { s0 |= 1; } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 2; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 2; } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function pattern_f450c3(v) {
return isObject(v) && v.code === "FILL" && v.system === "http://terminology.hl7.org/CodeSystem/v2-0203";
}
function pattern_93ff30(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_f450c3);
}
function by_type_79a9ba(v, w) {
return isObject(v) && v.type !== undefined && pattern_93ff30(v.type, w);
}
function is_filler_61f1fa(v, w) {
return by_type_79a9ba(v, w);
}
function Identifier_type_fb0eed(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_93ff30(v)) w.report("pattern", "{\"coding\":[{\"code\":\"FILL\",\"system\":\"http://terminology.hl7.org/CodeSystem/v2-0203\"}]}");
}
function Identifier_cd3fa9(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 2; one(e, "type", Identifier_type_fb0eed, w); break;
case "system": s0 |= 4; if (!isUri(e)) wrong(e, "uri", "system", w); break;
case "_system": if (v.system === undefined) { s0 |= 4; } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 8; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 8; } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "system");
if ((s0 & 8) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function pattern_95e99e(v) {
return isObject(v) && v.code === "PLAC" && v.system === "http://terminology.hl7.org/CodeSystem/v2-0203";
}
function pattern_d1372e(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_95e99e);
}
function by_type_eabadc(v, w) {
return isObject(v) && v.type !== undefined && pattern_d1372e(v.type, w);
}
function is_placer_8a2f95(v, w) {
return by_type_eabadc(v, w);
}
function Identifier_type_26ee16(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_d1372e(v)) w.report("pattern", "{\"coding\":[{\"code\":\"PLAC\",\"system\":\"http://terminology.hl7.org/CodeSystem/v2-0203\"}]}");
}
function Identifier_2309d5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 2; one(e, "type", Identifier_type_26ee16, w); break;
case "system": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "system", w); break;
case "_system": if (v.system === undefined) { s0 |= 1; } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 4; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 4; } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function slices_ServiceRequest_identifier_75c62f(e, v, w) {
if (!isList(e, "identifier", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("identifier", i)) {
if (is_filler_61f1fa(t, w)) { m += 1; c0 += 1; Identifier_f85e7c(t, w); Identifier_cd3fa9(t, w); }
if (is_placer_8a2f95(t, w)) { m += 1; c1 += 1; Identifier_f85e7c(t, w); Identifier_2309d5(t, w); }
if (m === 0) {  Identifier_f85e7c(t, w); }
else if (m > 1) w.report('sliceTwice', "filler, placer");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "filler", "identifier");
if (c0 > 1) w.report('sliceMax', "filler", "identifier");
if (c1 < 1) w.report('sliceMin', "placer", "identifier");
if (c1 > 1) w.report('sliceMax', "placer", "identifier");
if (e.length < 2) w.report('min', "2", "identifier");
}
const codes_request_status_f42ea6 = codesOf("active\ncompleted\ndraft\nentered-in-error\nrevoked");
function status_code_98f48f(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/request-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_request_status_f42ea6.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/request-status");
}
}
function pattern_a4d57a(v) {
return v === "order";
}
function intent_code_3f7f43(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/request-intent|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_request_intent_3418da.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/request-intent|4.0.1");
if (!pattern_a4d57a(v)) w.report("pattern", "\"order\"");
}
}
function fixed_00e637(v) {
return v === "https://fhir.passerelle.example/CodeSystem/request-kind";
}
function by_system_25c792(v, w) {
return isObject(v) && v.system !== undefined && fixed_00e637(v.system, w);
}
function by_coding_08c437(v, w) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some((it) => by_system_25c792(it, w));
}
function is_kind_b82682(v, w) {
return by_coding_08c437(v, w);
}
function system_uri_dac5c7(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/request-kind\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_00e637(v)) w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/request-kind\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/CodeSystem/request-kind\"");
}
function pattern_9cdfaa(v) {
return v === "inbound-referral";
}
function code_code_f264c4(v, w, c) {
if (v === undefined) { w.report("pattern", "\"inbound-referral\""); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!pattern_9cdfaa(v)) w.report("pattern", "\"inbound-referral\"");
}
}
function Coding_17b58c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_dac5c7, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_dac5c7, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; onePrimitive(e, v["_code"], "code", code_code_f264c4, w); break;
case "_code": if (v.code === undefined) { s0 |= 4; onePrimitive(undefined, e, "code", code_code_f264c4, w); } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
}
function CodeableConcept_607e92(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; { const n = list(e, "coding", Coding_17b58c, w); if (n > 1) w.report('max', "1", "coding"); } break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "coding");
if (w.broken !== b) return;
concept(v, w);
}
function slices_ServiceRequest_category_5c2ab5(e, v, w) {
if (!isList(e, "category", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("category", i)) {
if (is_kind_b82682(t, w)) { m += 1; c0 += 1; CodeableConcept_607e92(t, w); }
if (m === 0) {  t_CodeableConcept(t, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "kind", "category");
if (c0 > 1) w.report('sliceMax', "kind", "category");
}
const known_637a91 = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","instantiatesCanonical","instantiatesUri","basedOn","replaces","requisition","status","intent","category","priority","doNotPerform","code","orderDetail","subject","encounter","authoredOn","requester","performerType","performer","locationCode","locationReference","reasonCode","reasonReference","insurance","supportingInfo","specimen","bodySite","note","patientInstruction","relevantHistory"],{"quantity":"Quantity, Ratio, Range","occurrence":"dateTime","asNeeded":"boolean, CodeableConcept"}];
const text_3090e9 = {"fr":"L’enfant est désigné par son numéro au centre, ou contenu : l’un ou l’autre.","en":"The child is named by the centre’s number, or contained: one or the other."};
function f_exists_d23568(v, c, w) {
{ const t1 = v.subject; if (t1 !== undefined) { { const t2 = t1.identifier; if (t2 !== undefined) { { const t3 = t2.value, c4 = t2._value; if (t3 !== undefined || c4 !== undefined) { return true; } } } } } }
return false;
}
const text_7598f0 = {"fr":"L’enfant contenu n’a pas de numéro du centre, ni pièce d’identité.","en":"The contained child has no number of the centre, and no identity paper."};
function f_list_4ba098(v, c, w) {
const r = [];
for (const t1 of childrenNamed(v, "system")) { r.push(t1); }
return r;
}
const list_cf19dc = ["https://fhir.infoway-inforoute.ca/NamingSystem/ca-qc-patient-healthcare-id"];
const list_b1121a = ["https://fhir.infoway-inforoute.ca/NamingSystem/ca-on-patient-hcn"];
function f_exists_4fa17e(v, c, w) {
if (Array.isArray(v.contained)) for (const t1 of v.contained) { for (const t2 of childrenNamed(t1, "identifier")) { if ((equalLists(f_list_4ba098(t2, undefined, w), list_cf19dc) === false && equalLists(f_list_4ba098(t2, undefined, w), list_b1121a) === false)) { return true; } } }
return false;
}
function p_Psc_inbound_task(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Task";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_Task_extension_219b2a(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; slices_Task_identifier_632668(e, v, w); break;
case "instantiatesCanonical": s0 |= 1; if (!isCanonical(e)) wrong(e, "canonical", "instantiatesCanonical", w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; } one(e, "instantiatesCanonical", beside_canonical_d7eb28, w); break;
case "instantiatesUri": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "instantiatesUri", w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; } one(e, "instantiatesUri", beside_uri_33bde7, w); break;
case "basedOn": s0 |= 1; list(e, "basedOn", t_Reference, w); break;
case "groupIdentifier": s0 |= 4; one(e, "groupIdentifier", Identifier_5d3963, w); break;
case "partOf": s0 |= 1; list(e, "partOf", PaymentReconciliation_request_462841, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_33625b, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_33625b, w); } one(e, "status", beside_code_e0487f, w); break;
case "statusReason": s0 |= 1; one(e, "statusReason", CodeableConcept_43de82, w); break;
case "businessStatus": s0 |= 1; one(e, "businessStatus", CodeableConcept_43de82, w); break;
case "intent": s0 |= 16; onePrimitive(e, v["_intent"], "intent", intent_code_568405, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 16; onePrimitive(undefined, e, "intent", intent_code_568405, w); } one(e, "intent", beside_code_e0487f, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "code": s0 |= 32; one(e, "code", Task_code_4b7826, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "focus": s0 |= 64; one(e, "focus", Reference_b49917, w); break;
case "for": s0 |= 1; one(e, "for", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "executionPeriod": s0 |= 1; one(e, "executionPeriod", Period_78876f, w); break;
case "authoredOn": s0 |= 128; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 128; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "lastModified": s0 |= 256; if (!isDateTime(e)) wrong(e, "dateTime", "lastModified", w); break;
case "_lastModified": if (v.lastModified === undefined) { s0 |= 256; } one(e, "lastModified", beside_dateTime_854799, w); break;
case "requester": s0 |= 512; one(e, "requester", Reference_eed132, w); break;
case "performerType": s0 |= 1; list(e, "performerType", t_CodeableConcept, w); break;
case "owner": s0 |= 1024; one(e, "owner", Reference_eed132, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; one(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; one(e, "reasonReference", t_Reference, w); break;
case "insurance": s0 |= 1; list(e, "insurance", DeviceRequest_insurance_fe6b25, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
case "restriction": s0 |= 1; one(e, "restriction", Task_restriction_02f15f, w); break;
case "input": s0 |= 1; list(e, "input", Task_input_f48568, w); break;
case "output": s0 |= 1; list(e, "output", Task_output_8ef8cc, w); break;
default: unknownKey(k, known_14ce46, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "number", "identifier"); }
if ((s0 & 4) === 0) w.report('min', "1", "groupIdentifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "intent");
if ((s0 & 32) === 0) w.report('min', "1", "code");
if ((s0 & 64) === 0) w.report('min', "1", "focus");
if ((s0 & 128) === 0) w.report('min', "1", "authoredOn");
if ((s0 & 256) === 0) w.report('min', "1", "lastModified");
if ((s0 & 512) === 0) w.report('min', "1", "requester");
if ((s0 & 1024) === 0) w.report('min', "1", "owner");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((!(v.lastModified !== undefined || v._lastModified !== undefined) || !(v.authoredOn !== undefined || v._authoredOn !== undefined)) || orderedTimes(">=", v.lastModified, v.authoredOn) === true))) w.invariant("inv-1", "error", text_be62e2);
if (!((!(v.statusReason !== undefined) || ((((v.status === "rejected" || v.status === "on-hold") || v.status === "failed") || v.status === "cancelled") || f_exists_a674a6(v, undefined, w))))) w.invariant("psc-referral-task-1", "error", text_0d8206);
if (!((((((v.status !== undefined && v.status !== "rejected") && (v.status !== undefined && v.status !== "on-hold")) && (v.status !== undefined && v.status !== "failed")) && (v.status !== undefined && v.status !== "cancelled")) || f_exists_02702f(v, undefined, w)))) w.invariant("psc-referral-task-2", "warning", text_ee1a61);
if (!(((v.status !== undefined && v.status !== "completed") || f_exists_a878db(v, undefined, w)))) w.invariant("psc-referral-task-3", "error", text_e0c929);
}
function fixed_8cc8d7(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-receiver-priority";
}
function by_url_4cfd83(v, w) {
return isObject(v) && v.url !== undefined && fixed_8cc8d7(v.url, w);
}
function is_receiverPriority_bf1ed9(v, w) {
return by_url_4cfd83(v, w);
}
function fixed_ccf861(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-delivery";
}
function by_url_53fb7d(v, w) {
return isObject(v) && v.url !== undefined && fixed_ccf861(v.url, w);
}
function is_delivery_2d261b(v, w) {
return by_url_53fb7d(v, w);
}
function fixed_96d30d(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-last-word";
}
function by_url_5d1433(v, w) {
return isObject(v) && v.url !== undefined && fixed_96d30d(v.url, w);
}
function is_lastWord_8eb796(v, w) {
return by_url_5d1433(v, w);
}
function fixed_cf6cbb(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-letter-along";
}
function by_url_9e1cb5(v, w) {
return isObject(v) && v.url !== undefined && fixed_cf6cbb(v.url, w);
}
function is_letterAlong_d538c9(v, w) {
return by_url_9e1cb5(v, w);
}
function slices_Task_extension_219b2a(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_receiverPriority_bf1ed9(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_delivery_2d261b(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_lastWord_8eb796(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_letterAlong_d538c9(t, w)) { m += 1; c4 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, receiverPriority, delivery, lastWord, letterAlong");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 > 1) w.report('sliceMax', "receiverPriority", "extension");
if (c2 > 1) w.report('sliceMax', "delivery", "extension");
if (c3 > 1) w.report('sliceMax', "lastWord", "extension");
}
function fixed_a6f90a(v) {
return v === "https://fhir.passerelle.example/NamingSystem/task";
}
function by_system_c91698(v, w) {
return isObject(v) && v.system !== undefined && fixed_a6f90a(v.system, w);
}
function is_number_194530(v, w) {
return by_system_c91698(v, w);
}
function system_uri_93424f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/NamingSystem/task\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_a6f90a(v)) w.report("fixed", "\"https://fhir.passerelle.example/NamingSystem/task\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/NamingSystem/task\"");
}
function Identifier_443a03(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_93424f, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_93424f, w); } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 4; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 4; } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function slices_Task_identifier_632668(e, v, w) {
if (!isList(e, "identifier", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("identifier", i)) {
if (is_number_194530(t, w)) { m += 1; c0 += 1; Identifier_5d3963(t, w); Identifier_443a03(t, w); }
if (m === 0) {  Identifier_5d3963(t, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "number", "identifier");
if (c0 > 1) w.report('sliceMax', "number", "identifier");
}
const codes_referral_task_status_b882cd = codesOf("accepted\ncancelled\ncompleted\ndraft\nentered-in-error\nfailed\nin-progress\non-hold\nreceived\nrejected\nrequested");
function status_code_33625b(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/referral-task-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_referral_task_status_b882cd.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/referral-task-status");
}
}
function intent_code_568405(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/task-intent|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_task_intent_aae40c.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/task-intent|4.0.1");
if (!pattern_a4d57a(v)) w.report("pattern", "\"order\"");
}
}
function pattern_604d0e(v) {
return isObject(v) && v.code === "fulfill" && v.system === "http://hl7.org/fhir/CodeSystem/task-code";
}
function pattern_a33273(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_604d0e);
}
function Task_code_4b7826(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_a33273(v)) w.report("pattern", "{\"coding\":[{\"code\":\"fulfill\",\"system\":\"http://hl7.org/fhir/CodeSystem/task-code\"}]}");
}
const text_0d8206 = {"fr":"Une raison explique un refus, une pause, un échec, une annulation ou l’arrêt demandé, et rien d’autre.","en":"A reason explains a refusal, a pause, a failure, a cancellation or the stop that was asked, and nothing else."};
function f_exists_a674a6(v, c, w) {
{ const t1 = v.businessStatus; if (t1 !== undefined) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if (t2.code === "cancel-requested") { return true; } } } }
return false;
}
const text_ee1a61 = {"fr":"Un refus ou une annulation devrait dire pourquoi, au moins en mots.","en":"A refusal or a cancellation should say why, at least in words."};
function f_exists_02702f(v, c, w) {
{ const t1 = v.statusReason; if (t1 !== undefined) { { const t2 = t1.text, c3 = t1._text; if (t2 !== undefined || c3 !== undefined) { return true; } } } }
return false;
}
const text_e0c929 = {"fr":"Un service rendu dit quand il l’a été (executionPeriod.end).","en":"A service given says when (executionPeriod.end)."};
function f_exists_a878db(v, c, w) {
{ const t1 = v.executionPeriod; if (t1 !== undefined) { { const t2 = t1.end, c3 = t1._end; if (t2 !== undefined || c3 !== undefined) { return true; } } } }
return false;
}
function p_Psc_incident(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Basic";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_Basic_extension_34173e(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; { const n = list(e, "identifier", Identifier_5d3963, w); if (n > 1) w.report('max', "1", "identifier"); } break;
case "code": s0 |= 8; one(e, "code", Basic_code_b4cb3f, w); break;
case "subject": w.report('max', '0', "subject"); break;
case "_subject": w.report('max', '0', "subject"); break;
case "created": s0 |= 16; if (!isDate(e)) wrong(e, "date", "created", w); break;
case "_created": if (v.created === undefined) { s0 |= 16; } one(e, "created", beside_date_946a23, w); break;
case "author": w.report('max', '0', "author"); break;
case "_author": w.report('max', '0', "author"); break;
default: unknownKey(k, known_38525e, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "sealed", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "code");
if ((s0 & 16) === 0) w.report('min', "1", "created");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function pattern_dc3146(v) {
return isObject(v) && v.code === "incident" && v.system === "https://fhir.passerelle.example/CodeSystem/record-keeping";
}
function pattern_054c33(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_dc3146);
}
function Basic_code_b4cb3f(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_054c33(v)) w.report("pattern", "{\"coding\":[{\"code\":\"incident\",\"system\":\"https://fhir.passerelle.example/CodeSystem/record-keeping\"}]}");
}
function p_Psc_legal_referral(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ServiceRequest";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0, n2 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 2; one(e, "meta", Meta_a278a7, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 4; slices_ServiceRequest_extension_a1a3b9(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 8; slices_ServiceRequest_identifier_cd5c6e(e, v, w); break;
case "instantiatesCanonical": s0 |= 1; primitives(e, v["_instantiatesCanonical"], "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "instantiatesUri": s0 |= 1; primitives(e, v["_instantiatesUri"], "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); } break;
case "basedOn": s0 |= 1; list(e, "basedOn", Reference_14322f, w); break;
case "replaces": s0 |= 1; { const n = list(e, "replaces", Reference_b49917, w); if (n > 1) w.report('max', "1", "replaces"); } break;
case "requisition": s0 |= 1; one(e, "requisition", t_Identifier, w); break;
case "status": s0 |= 16; onePrimitive(e, v["_status"], "status", status_code_98f48f, w); break;
case "_status": if (v.status === undefined) { s0 |= 16; onePrimitive(undefined, e, "status", status_code_98f48f, w); } one(e, "status", beside_code_053fd6, w); break;
case "intent": s0 |= 32; onePrimitive(e, v["_intent"], "intent", intent_code_3f7f43, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 32; onePrimitive(undefined, e, "intent", intent_code_3f7f43, w); } one(e, "intent", beside_code_e0487f, w); break;
case "category": s0 |= 64; slices_ServiceRequest_category_8122b2(e, v, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "doNotPerform": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "doNotPerform", w); break;
case "_doNotPerform": if (v.doNotPerform === undefined) { s0 |= 1; } one(e, "doNotPerform", beside_boolean_acb597, w); break;
case "code": s0 |= 128; one(e, "code", CodeableConcept_899eb8, w); break;
case "orderDetail": s0 |= 1; list(e, "orderDetail", t_CodeableConcept, w); break;
case "quantityQuantity": s0 |= 1; n0 += 1; one(e, "quantity", t_Quantity, w); break;
case "quantityRatio": s0 |= 1; n0 += 1; one(e, "quantity", t_Ratio, w); break;
case "quantityRange": s0 |= 1; n0 += 1; one(e, "quantity", t_Range, w); break;
case "subject": s0 |= 256; one(e, "subject", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "occurrenceDateTime": s0 |= 1; n1 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "occurrence", w); break;
case "_occurrenceDateTime": if (v.occurrenceDateTime === undefined) { s0 |= 1; n1 += 1; } one(e, "occurrence", beside_dateTime_854799, w); break;
case "asNeededBoolean": s0 |= 1; n2 += 1; if (!isBoolean(e)) wrong(e, "boolean", "asNeeded", w); break;
case "_asNeededBoolean": if (v.asNeededBoolean === undefined) { s0 |= 1; n2 += 1; } one(e, "asNeeded", beside_boolean_acb597, w); break;
case "asNeededCodeableConcept": s0 |= 1; n2 += 1; one(e, "asNeeded", t_CodeableConcept, w); break;
case "authoredOn": s0 |= 512; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 512; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "requester": s0 |= 1; one(e, "requester", Reference_b9a583, w); break;
case "performerType": s0 |= 1; one(e, "performerType", t_CodeableConcept, w); break;
case "performer": s0 |= 1; { const n = list(e, "performer", Reference_eed132, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "locationCode": s0 |= 1; list(e, "locationCode", t_CodeableConcept, w); break;
case "locationReference": s0 |= 1; list(e, "locationReference", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; list(e, "reasonCode", CodeableConcept_43de82, w); break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", CarePlan_activity_detail_reasonReference_3644ad, w); break;
case "insurance": w.report('max', '0', "insurance"); break;
case "_insurance": w.report('max', '0', "insurance"); break;
case "supportingInfo": s0 |= 1; list(e, "supportingInfo", Reference_2cf3dd, w); break;
case "specimen": s0 |= 1; list(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "bodySite": s0 |= 1; list(e, "bodySite", t_CodeableConcept, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "patientInstruction": s0 |= 1; if (!isString(e)) wrong(e, "string", "patientInstruction", w); break;
case "_patientInstruction": if (v.patientInstruction === undefined) { s0 |= 1; } one(e, "patientInstruction", beside_string_a18261, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
default: unknownKey(k, known_637a91, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "meta");
if ((s0 & 4) === 0) { w.report('sliceMin', "safeContact", "extension"); }
if ((s0 & 8) === 0) { w.report('sliceMin', "placer", "identifier"); }
if ((s0 & 16) === 0) w.report('min', "1", "status");
if ((s0 & 32) === 0) w.report('min', "1", "intent");
if ((s0 & 64) === 0) { w.report('sliceMin', "kind", "category"); w.report('sliceMin', "service", "category"); }
if ((s0 & 128) === 0) w.report('min', "1", "code");
if ((s0 & 256) === 0) w.report('min', "1", "subject");
if ((s0 & 512) === 0) w.report('min', "1", "authoredOn");
if (n0 > 1) w.misshapen('choiceTwice', "quantity", "quantity");
if (n1 > 1) w.misshapen('choiceTwice', "occurrence", "occurrence");
if (n2 > 1) w.misshapen('choiceTwice', "asNeeded", "asNeeded");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.orderDetail !== undefined) || (v.code !== undefined)))) w.invariant("prr-1", "error", text_a65d67);
if (!(f_count_d56901(v, undefined, w) === 1)) w.invariant("psc-request-1", "error", text_fd74ce);
if (!(f_count_3914f3(v, undefined, w) === 1)) w.invariant("psc-legal-referral-1", "error", text_a7e686);
}
function pattern_4fabe9(v) {
return isObject(v) && v.code === "R" && v.system === "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
}
function is_restricted_08cba9(v, w) {
return pattern_4fabe9(v, w);
}
function Meta_security_46be35(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_4fabe9(v)) w.report("pattern", "{\"code\":\"R\",\"system\":\"http://terminology.hl7.org/CodeSystem/v3-Confidentiality\"}");
}
function pattern_ec8422(v) {
return isObject(v) && v.code === "PSC-RESTRICTED" && v.system === "https://fhir.passerelle.example/CodeSystem/sensitivity";
}
function is_sensitivity_4a7f62(v, w) {
return pattern_ec8422(v, w);
}
function Meta_security_2fefba(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_ec8422(v)) w.report("pattern", "{\"code\":\"PSC-RESTRICTED\",\"system\":\"https://fhir.passerelle.example/CodeSystem/sensitivity\"}");
}
function slices_Meta_security_d48ff5(e, v, w) {
if (!isList(e, "security", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("security", i)) {
if (is_restricted_08cba9(t, w)) { m += 1; c0 += 1; Meta_security_46be35(t, w); }
if (is_sensitivity_4a7f62(t, w)) { m += 1; c1 += 1; Meta_security_2fefba(t, w); }
if (m === 0) {  t_Coding(t, w); }
else if (m > 1) w.report('sliceTwice', "restricted, sensitivity");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "restricted", "security");
if (c0 > 1) w.report('sliceMax', "restricted", "security");
if (c1 < 1) w.report('sliceMin', "sensitivity", "security");
if (c1 > 1) w.report('sliceMax', "sensitivity", "security");
if (e.length < 2) w.report('min', "2", "security");
}
function Meta_a278a7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Meta";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "versionId": s0 |= 1; if (!isId(e)) wrong(e, "id", "versionId", w); break;
case "_versionId": if (v.versionId === undefined) { s0 |= 1; } one(e, "versionId", beside_id_cfa3c2, w); break;
case "lastUpdated": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "lastUpdated", w); break;
case "_lastUpdated": if (v.lastUpdated === undefined) { s0 |= 1; } one(e, "lastUpdated", beside_instant_f4a41b, w); break;
case "source": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "source", w); break;
case "_source": if (v.source === undefined) { s0 |= 1; } one(e, "source", beside_uri_33bde7, w); break;
case "profile": s0 |= 1; primitives(e, v["_profile"], "profile", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_profile": if (v.profile === undefined) { s0 |= 1; primitives(undefined, e, "profile", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "security": s0 |= 2; slices_Meta_security_d48ff5(e, v, w); break;
case "tag": s0 |= 1; list(e, "tag", t_Coding, w); break;
default: unknownKey(k, known_6eb91d, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "restricted", "security"); w.report('sliceMin', "sensitivity", "security"); }
if (w.broken !== b) return;
meta(v, w);
}
function fixed_bc60f5(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-agreement";
}
function by_url_a3559b(v, w) {
return isObject(v) && v.url !== undefined && fixed_bc60f5(v.url, w);
}
function is_agreement_33d1fe(v, w) {
return by_url_a3559b(v, w);
}
function by_url_870705(v, w) {
return isObject(v) && v.url !== undefined && fixed_6df8d5(v.url, w);
}
function is_statusReason_91598a(v, w) {
return by_url_870705(v, w);
}
function fixed_09bd7b(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-child-wishes";
}
function by_url_46afce(v, w) {
return isObject(v) && v.url !== undefined && fixed_09bd7b(v.url, w);
}
function is_childWishes_3db451(v, w) {
return by_url_46afce(v, w);
}
function fixed_dc1ab9(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-service-language";
}
function by_url_778d22(v, w) {
return isObject(v) && v.url !== undefined && fixed_dc1ab9(v.url, w);
}
function is_serviceLanguage_310f70(v, w) {
return by_url_778d22(v, w);
}
function fixed_c19010(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-conflict-check-name";
}
function by_url_e65eee(v, w) {
return isObject(v) && v.url !== undefined && fixed_c19010(v.url, w);
}
function is_conflictCheckName_d0d1a3(v, w) {
return by_url_e65eee(v, w);
}
function fixed_f6831c(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-facts";
}
function by_url_44fd1e(v, w) {
return isObject(v) && v.url !== undefined && fixed_f6831c(v.url, w);
}
function is_facts_8ccfd0(v, w) {
return by_url_44fd1e(v, w);
}
function slices_ServiceRequest_extension_a1a3b9(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0, c8 = 0, c9 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_safeContact_504847(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_agreement_33d1fe(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_pertainsToGoal_757bfb(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); Extension_6ff68e(t, w); }
if (is_statusReason_91598a(t, w)) { m += 1; c4 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_rightConcerned_74aa45(t, w)) { m += 1; c5 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_childWishes_3db451(t, w)) { m += 1; c6 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_serviceLanguage_310f70(t, w)) { m += 1; c7 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_conflictCheckName_d0d1a3(t, w)) { m += 1; c8 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_facts_8ccfd0(t, w)) { m += 1; c9 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, safeContact, agreement, pertainsToGoal, statusReason, rightConcerned, childWishes, serviceLanguage, conflictCheckName, facts");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 < 1) w.report('sliceMin', "safeContact", "extension");
if (c1 > 1) w.report('sliceMax', "safeContact", "extension");
if (c4 > 1) w.report('sliceMax', "statusReason", "extension");
if (c6 > 1) w.report('sliceMax', "childWishes", "extension");
if (c7 > 1) w.report('sliceMax', "serviceLanguage", "extension");
if (c9 > 1) w.report('sliceMax', "facts", "extension");
}
function Identifier_0a928c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 2; one(e, "type", Identifier_type_26ee16, w); break;
case "system": s0 |= 4; if (!isUri(e)) wrong(e, "uri", "system", w); break;
case "_system": if (v.system === undefined) { s0 |= 4; } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 8; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 8; } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "system");
if ((s0 & 8) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function slices_ServiceRequest_identifier_cd5c6e(e, v, w) {
if (!isList(e, "identifier", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("identifier", i)) {
if (is_placer_8a2f95(t, w)) { m += 1; c0 += 1; Identifier_5d3963(t, w); Identifier_0a928c(t, w); }
if (is_filler_61f1fa(t, w)) { m += 1; c1 += 1; Identifier_5d3963(t, w); Identifier_cd3fa9(t, w); }
if (m === 0) {  Identifier_5d3963(t, w); }
else if (m > 1) w.report('sliceTwice', "placer, filler");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "placer", "identifier");
if (c0 > 1) w.report('sliceMax', "placer", "identifier");
if (c1 > 1) w.report('sliceMax', "filler", "identifier");
}
function pattern_b96a4b(v) {
return v === "legal-referral";
}
function code_code_abd2a0(v, w, c) {
if (v === undefined) { w.report("pattern", "\"legal-referral\""); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!pattern_b96a4b(v)) w.report("pattern", "\"legal-referral\"");
}
}
function Coding_2eba01(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_dac5c7, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_dac5c7, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; onePrimitive(e, v["_code"], "code", code_code_abd2a0, w); break;
case "_code": if (v.code === undefined) { s0 |= 4; onePrimitive(undefined, e, "code", code_code_abd2a0, w); } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
}
function CodeableConcept_15954c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; { const n = list(e, "coding", Coding_2eba01, w); if (n > 1) w.report('max', "1", "coding"); } break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "coding");
if (w.broken !== b) return;
concept(v, w);
}
function fixed_e376e7(v) {
return v === "http://snomed.info/sct";
}
function by_system_38c3a0(v, w) {
return isObject(v) && v.system !== undefined && fixed_e376e7(v.system, w);
}
function by_coding_2ebcf7(v, w) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some((it) => by_system_38c3a0(it, w));
}
function is_service_51d98b(v, w) {
return by_coding_2ebcf7(v, w);
}
function system_uri_c34ee3(v, w, c) {
if (v === undefined) { w.report("fixed", "\"http://snomed.info/sct\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_e376e7(v)) w.report("fixed", "\"http://snomed.info/sct\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"http://snomed.info/sct\"");
}
function pattern_03aedc(v) {
return v === "710910007";
}
function code_code_10c4ad(v, w, c) {
if (v === undefined) { w.report("pattern", "\"710910007\""); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!pattern_03aedc(v)) w.report("pattern", "\"710910007\"");
}
}
function Coding_480d10(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_c34ee3, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_c34ee3, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; onePrimitive(e, v["_code"], "code", code_code_10c4ad, w); break;
case "_code": if (v.code === undefined) { s0 |= 4; onePrimitive(undefined, e, "code", code_code_10c4ad, w); } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
}
function CodeableConcept_de7a1f(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; { const n = list(e, "coding", Coding_480d10, w); if (n > 1) w.report('max', "1", "coding"); } break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "coding");
if (w.broken !== b) return;
concept(v, w);
}
function slices_ServiceRequest_category_8122b2(e, v, w) {
if (!isList(e, "category", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("category", i)) {
if (is_kind_b82682(t, w)) { m += 1; c0 += 1; CodeableConcept_15954c(t, w); }
if (is_service_51d98b(t, w)) { m += 1; c1 += 1; CodeableConcept_de7a1f(t, w); }
if (m === 0) {  t_CodeableConcept(t, w); }
else if (m > 1) w.report('sliceTwice', "kind, service");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "kind", "category");
if (c0 > 1) w.report('sliceMax', "kind", "category");
if (c1 < 1) w.report('sliceMin', "service", "category");
if (c1 > 1) w.report('sliceMax', "service", "category");
if (e.length < 2) w.report('min', "2", "category");
}
const set_legal_mandate_fb599f = codeSet("https://fhir.passerelle.example/ValueSet/legal-mandate", "https://fhir.passerelle.example/CodeSystem/legal-mandate\ninformation\nmediation\nprotective-measure\nrepresentation");
function CodeableConcept_899eb8(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 1; list(e, "coding", t_Coding, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
concept(v, w);
boundConcept(v, set_legal_mandate_fb599f, w);
}
const text_fd74ce = {"fr":"Chaque demande est d’une seule des trois sortes.","en":"Each request is of only one of the three kinds."};
function f_count_d56901(v, c, w) {
let n = 0;
if (Array.isArray(v.category)) for (const t1 of v.category) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if (t2.system === "https://fhir.passerelle.example/CodeSystem/request-kind") { n += 1; } } }
return n;
}
const text_a7e686 = {"fr":"Une demande porte un seul mandat juridique.","en":"A request bears one legal mandate only."};
function f_count_3914f3(v, c, w) {
let n = 0;
{ const t1 = v.code; if (t1 !== undefined) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if (t2.system === "https://fhir.passerelle.example/CodeSystem/legal-mandate") { n += 1; } } } }
return n;
}
function p_Psc_letter(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "DocumentReference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", Meta_1a449c, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_CareTeam_extension_ebb4a5(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "masterIdentifier": s0 |= 1; one(e, "masterIdentifier", t_Identifier, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_bc98f1, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_bc98f1, w); } one(e, "status", beside_code_053fd6, w); break;
case "docStatus": s0 |= 1; onePrimitive(e, v["_docStatus"], "docStatus", status_code_5c52c8, w); break;
case "_docStatus": if (v.docStatus === undefined) { s0 |= 1; onePrimitive(undefined, e, "docStatus", status_code_5c52c8, w); } one(e, "docStatus", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "subject": s0 |= 1; one(e, "subject", Reference_6424d5, w); break;
case "date": s0 |= 16; if (!isInstant(e)) wrong(e, "instant", "date", w); break;
case "_date": if (v.date === undefined) { s0 |= 16; } one(e, "date", beside_instant_f4a41b, w); break;
case "author": s0 |= 32; list(e, "author", Reference_3eda55, w); break;
case "authenticator": s0 |= 1; one(e, "authenticator", Claim_provider_e6ce8b, w); break;
case "custodian": s0 |= 1; one(e, "custodian", Identifier_assigner_0b088a, w); break;
case "relatesTo": s0 |= 1; list(e, "relatesTo", DocumentReference_relatesTo_af0db8, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "securityLabel": s0 |= 1; list(e, "securityLabel", t_CodeableConcept, w); break;
case "content": s0 |= 64; { const n = list(e, "content", DocumentReference_content_d51e3b, w); if (n > 1) w.report('max', "1", "content"); } break;
case "context": s0 |= 128; one(e, "context", DocumentReference_context_dd5265, w); break;
default: unknownKey(k, known_742af6, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "date");
if ((s0 & 32) === 0) w.report('min', "1", "author");
if ((s0 & 64) === 0) w.report('min', "1", "content");
if ((s0 & 128) === 0) w.report('min', "1", "context");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((v.status === "entered-in-error" || f_exists_a2f45f(v, undefined, w)))) w.invariant("psc-letter-1", "error", text_36ea00);
if (!(same((f_exists_e54070(v, undefined, w)), (f_exists_d2bcf2(v, undefined, w))) === true)) w.invariant("psc-letter-2", "error", text_7cfc20);
if (!(f_all_cc7237(v, undefined, w))) w.invariant("psc-letter-3", "error", text_fe0e66);
if (!((!(v.type !== undefined) || f_exists_94ab27(v, undefined, w)))) w.invariant("psc-letter-4", "error", text_ebdaca);
}
const codes_letter_status_0a0f93 = codesOf("current\nentered-in-error");
function status_code_bc98f1(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/letter-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_letter_status_0a0f93.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/letter-status");
}
}
const targets_2b1fbf = ["Organization","Patient","PractitionerRole","RelatedPerson"];
function Reference_3eda55(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_2b1fbf, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
const codes_letter_content_type_46092a = codesOf("application/pdf\nimage/jpeg\nimage/png\nimage/tiff\ntext/plain");
function contentType_code_994303(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/letter-content-type"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_letter_content_type_46092a.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/letter-content-type");
}
}
function size_unsignedInt_8f36b0(v, w, c) {
if (v === undefined) {  }
else if (!isUnsignedInt(v)) return wrongHere(v, "unsignedInt", w);
else {
if (compared(v, 2000000, "unsignedInt") > 0) w.report('maxValue', "2000000");
}
}
function Attachment_348736(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Attachment";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "contentType": s0 |= 2; onePrimitive(e, v["_contentType"], "contentType", contentType_code_994303, w); break;
case "_contentType": if (v.contentType === undefined) { s0 |= 2; onePrimitive(undefined, e, "contentType", contentType_code_994303, w); } one(e, "contentType", beside_code_e0487f, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "data": s0 |= 1; if (!isBase64Binary(e)) wrong(e, "base64Binary", "data", w); break;
case "_data": if (v.data === undefined) { s0 |= 1; } one(e, "data", beside_base64Binary_a96152, w); break;
case "url": w.report('max', '0', "url"); break;
case "_url": w.report('max', '0', "url"); break;
case "size": s0 |= 1; onePrimitive(e, v["_size"], "size", size_unsignedInt_8f36b0, w); break;
case "_size": if (v.size === undefined) { s0 |= 1; onePrimitive(undefined, e, "size", size_unsignedInt_8f36b0, w); } one(e, "size", beside_unsignedInt_c91c5d, w); break;
case "hash": s0 |= 1; if (!isBase64Binary(e)) wrong(e, "base64Binary", "hash", w); break;
case "_hash": if (v.hash === undefined) { s0 |= 1; } one(e, "hash", beside_base64Binary_a96152, w); break;
case "title": s0 |= 1; if (!isString(e)) wrong(e, "string", "title", w); break;
case "_title": if (v.title === undefined) { s0 |= 1; } one(e, "title", beside_string_a18261, w); break;
case "creation": s0 |= 4; if (!isDateTime(e)) wrong(e, "dateTime", "creation", w); break;
case "_creation": if (v.creation === undefined) { s0 |= 4; } one(e, "creation", beside_dateTime_854799, w); break;
default: unknownKey(k, known_58770b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "contentType");
if ((s0 & 4) === 0) w.report('min', "1", "creation");
if (w.broken !== b) return;
attachment(v, w);
if (!((!(v.data !== undefined || v._data !== undefined) || (v.contentType !== undefined || v._contentType !== undefined)))) w.invariant("att-1", "error", text_5942e5);
}
function DocumentReference_content_d51e3b(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "DocumentReference.content";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "attachment": s0 |= 2; one(e, "attachment", Attachment_348736, w); break;
case "format": s0 |= 1; one(e, "format", t_Coding, w); break;
default: unknownKey(k, known_95f781, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "attachment");
}
function Reference_3429a2(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 2; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 2; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 4; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
}
function pattern_ca62e0(v) {
return v === "ServiceRequest";
}
function by_type_ef3fa3(v, w) {
return isObject(v) && v.type !== undefined && pattern_ca62e0(v.type, w);
}
function is_request_f286ea(v, w) {
return by_type_ef3fa3(v, w);
}
function type_uri_3c5e2b(v, w, c) {
if (v === undefined) { w.report("pattern", "\"ServiceRequest\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!pattern_ca62e0(v)) w.report("pattern", "\"ServiceRequest\"");
}
}
function Reference_272879(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 2; onePrimitive(e, v["_type"], "type", type_uri_3c5e2b, w); break;
case "_type": if (v.type === undefined) { s0 |= 2; onePrimitive(undefined, e, "type", type_uri_3c5e2b, w); } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 4; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_37bb82, w);
}
function pattern_7f7f3f(v) {
return v === "Task";
}
function by_type_18e1b8(v, w) {
return isObject(v) && v.type !== undefined && pattern_7f7f3f(v.type, w);
}
function is_task_6688e2(v, w) {
return by_type_18e1b8(v, w);
}
function type_uri_8c41f4(v, w, c) {
if (v === undefined) { w.report("pattern", "\"Task\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!pattern_7f7f3f(v)) w.report("pattern", "\"Task\"");
}
}
function Reference_e5c6c8(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 2; onePrimitive(e, v["_type"], "type", type_uri_8c41f4, w); break;
case "_type": if (v.type === undefined) { s0 |= 2; onePrimitive(undefined, e, "type", type_uri_8c41f4, w); } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 4; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_b978cb, w);
}
function pattern_fb1345(v) {
return v === "Organization";
}
function by_type_33e852(v, w) {
return isObject(v) && v.type !== undefined && pattern_fb1345(v.type, w);
}
function is_recipient_148de6(v, w) {
return by_type_33e852(v, w);
}
function type_uri_28197c(v, w, c) {
if (v === undefined) { w.report("pattern", "\"Organization\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!pattern_fb1345(v)) w.report("pattern", "\"Organization\"");
}
}
function Reference_5bb25e(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 2; onePrimitive(e, v["_type"], "type", type_uri_28197c, w); break;
case "_type": if (v.type === undefined) { s0 |= 2; onePrimitive(undefined, e, "type", type_uri_28197c, w); } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 4; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_d36dc0, w);
}
function slices_DocumentReference_context_related_0585ab(e, v, w) {
if (!isList(e, "related", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("related", i)) {
if (is_request_f286ea(t, w)) { m += 1; c0 += 1; Reference_3429a2(t, w); Reference_272879(t, w); }
if (is_task_6688e2(t, w)) { m += 1; c1 += 1; Reference_3429a2(t, w); Reference_e5c6c8(t, w); }
if (is_recipient_148de6(t, w)) { m += 1; c2 += 1; Reference_3429a2(t, w); Reference_5bb25e(t, w); }
if (m === 0) {  Reference_3429a2(t, w); }
else if (m > 1) w.report('sliceTwice', "request, task, recipient");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "request", "related");
if (c0 > 1) w.report('sliceMax', "request", "related");
if (c1 > 1) w.report('sliceMax', "task", "related");
if (c2 > 1) w.report('sliceMax', "recipient", "related");
}
function DocumentReference_context_dd5265(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "DocumentReference.context";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "encounter": s0 |= 1; list(e, "encounter", ChargeItem_context_cb780c, w); break;
case "event": s0 |= 1; list(e, "event", t_CodeableConcept, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "facilityType": s0 |= 1; one(e, "facilityType", t_CodeableConcept, w); break;
case "practiceSetting": s0 |= 1; one(e, "practiceSetting", t_CodeableConcept, w); break;
case "sourcePatientInfo": s0 |= 1; one(e, "sourcePatientInfo", AllergyIntolerance_patient_db3ca9, w); break;
case "related": s0 |= 2; slices_DocumentReference_context_related_0585ab(e, v, w); break;
default: unknownKey(k, known_10d2a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "request", "related"); }
}
const text_36ea00 = {"fr":"Une lettre a son fichier, à moins d’avoir été retirée.","en":"A letter has its file, unless it was taken back."};
function f_exists_a2f45f(v, c, w) {
if (Array.isArray(v.content)) for (const t1 of v.content) { { const t2 = t1.attachment; if (t2 !== undefined) { { const t3 = t2.data, c4 = t2._data; if (t3 !== undefined || c4 !== undefined) { return true; } } } } }
return false;
}
const text_7cfc20 = {"fr":"Une lettre qui part nomme la tâche et le destinataire.","en":"A letter that leaves names the task and the recipient."};
function f_exists_e54070(v, c, w) {
{ const t1 = v.context; if (t1 !== undefined) { if (Array.isArray(t1.related)) for (const t2 of t1.related) { if (t2.type === "Task") { return true; } } } }
return false;
}
function f_exists_d2bcf2(v, c, w) {
{ const t1 = v.context; if (t1 !== undefined) { if (Array.isArray(t1.related)) for (const t2 of t1.related) { if (t2.type === "Organization") { return true; } } } }
return false;
}
const text_fe0e66 = {"fr":"Un fichier a sa taille et son empreinte SHA-1.","en":"A file has its size and its SHA-1 hash."};
function f_all_cc7237(v, c, w) {
if (Array.isArray(v.content)) for (const t1 of v.content) { { const t2 = t1.attachment; if (t2 !== undefined) { if (!((!(t2.data !== undefined || t2._data !== undefined) || ((t2.size !== undefined || t2._size !== undefined) && (t2.hash !== undefined || t2._hash !== undefined))))) return false; } } }
return true;
}
const text_ebdaca = {"fr":"La sorte est l’une de celles que les centres et leurs partenaires échangent.","en":"The kind is one of those that centres and their partners exchange."};
const values_6ffb17 = new Set(["51852-2","57133-1","11488-4","11506-3","34133-9","18842-5"]);
function f_exists_94ab27(v, c, w) {
{ const t1 = v.type; if (t1 !== undefined) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "http://loinc.org" && values_6ffb17.has(t2.code))) { return true; } } } }
return false;
}
function p_Psc_location(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Location";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 1; onePrimitive(e, v["_status"], "status", status_code_882519, w); break;
case "_status": if (v.status === undefined) { s0 |= 1; onePrimitive(undefined, e, "status", status_code_882519, w); } one(e, "status", beside_code_e0487f, w); break;
case "operationalStatus": s0 |= 1; one(e, "operationalStatus", t_Coding, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "alias": s0 |= 1; primitives(e, v["_alias"], "alias", "string", isString, beside_string_a18261, w); break;
case "_alias": if (v.alias === undefined) { s0 |= 1; primitives(undefined, e, "alias", "string", isString, beside_string_a18261, w); } break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "mode": s0 |= 4; onePrimitive(e, v["_mode"], "mode", mode_code_95f6a6, w); break;
case "_mode": if (v.mode === undefined) { s0 |= 4; onePrimitive(undefined, e, "mode", mode_code_95f6a6, w); } one(e, "mode", beside_code_e0487f, w); break;
case "type": s0 |= 1; list(e, "type", t_CodeableConcept, w); break;
case "telecom": s0 |= 1; list(e, "telecom", ContactPoint_e875d5, w); break;
case "address": s0 |= 1; one(e, "address", Address_425d7a, w); break;
case "physicalType": s0 |= 1; one(e, "physicalType", t_CodeableConcept, w); break;
case "position": s0 |= 1; one(e, "position", Location_position_86d1dd, w); break;
case "managingOrganization": s0 |= 1; one(e, "managingOrganization", Identifier_assigner_0b088a, w); break;
case "partOf": s0 |= 1; one(e, "partOf", ActivityDefinition_location_bcff2e, w); break;
case "hoursOfOperation": s0 |= 1; list(e, "hoursOfOperation", Location_hoursOfOperation_481aee, w); break;
case "availabilityExceptions": s0 |= 1; if (!isString(e)) wrong(e, "string", "availabilityExceptions", w); break;
case "_availabilityExceptions": if (v.availabilityExceptions === undefined) { s0 |= 1; } one(e, "availabilityExceptions", beside_string_a18261, w); break;
case "endpoint": s0 |= 1; list(e, "endpoint", HealthcareService_endpoint_07958e, w); break;
default: unknownKey(k, known_0fd766, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "mode");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!f_exists_ce5056(v, undefined, w) || (!(v.address !== undefined) && !(v.telecom !== undefined))))) w.invariant("psc-location-1", "error", text_e1385e);
}
function pattern_df8ccb(v) {
return v === "instance";
}
function mode_code_95f6a6(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/location-mode|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_location_mode_aeef0f.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/location-mode|4.0.1");
if (!pattern_df8ccb(v)) w.report("pattern", "\"instance\"");
}
}
const text_e1385e = {"fr":"Un territoire n’a ni adresse ni moyen de le joindre.","en":"A territory has neither an address nor a way to reach it."};
function f_exists_ce5056(v, c, w) {
{ const t1 = v.physicalType; if (t1 !== undefined) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "http://terminology.hl7.org/CodeSystem/location-physical-type" && t2.code === "jdn")) { return true; } } } }
return false;
}
function p_Psc_measure_report(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "MeasureReport";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 4; onePrimitive(e, v["_status"], "status", status_code_20eb1d, w); break;
case "_status": if (v.status === undefined) { s0 |= 4; onePrimitive(undefined, e, "status", status_code_20eb1d, w); } one(e, "status", beside_code_e0487f, w); break;
case "type": s0 |= 8; onePrimitive(e, v["_type"], "type", type_code_6034c8, w); break;
case "_type": if (v.type === undefined) { s0 |= 8; onePrimitive(undefined, e, "type", type_code_6034c8, w); } one(e, "type", beside_code_e0487f, w); break;
case "measure": s0 |= 16; if (!isCanonical(e)) wrong(e, "canonical", "measure", w); break;
case "_measure": if (v.measure === undefined) { s0 |= 16; } one(e, "measure", beside_canonical_d7eb28, w); break;
case "subject": w.report('max', '0', "subject"); break;
case "_subject": w.report('max', '0', "subject"); break;
case "date": s0 |= 32; if (!isDateTime(e)) wrong(e, "dateTime", "date", w); break;
case "_date": if (v.date === undefined) { s0 |= 32; } one(e, "date", beside_dateTime_854799, w); break;
case "reporter": s0 |= 64; one(e, "reporter", Reference_eed132, w); break;
case "period": s0 |= 128; one(e, "period", t_Period, w); break;
case "improvementNotation": s0 |= 1; one(e, "improvementNotation", Measure_improvementNotation_c77d91, w); break;
case "group": s0 |= 256; { const n = list(e, "group", MeasureReport_group_ca5110, w); if (n > 1) w.report('max', "1", "group"); } break;
case "evaluatedResource": w.report('max', '0', "evaluatedResource"); break;
case "_evaluatedResource": w.report('max', '0', "evaluatedResource"); break;
default: unknownKey(k, known_f1a8ef, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "status");
if ((s0 & 8) === 0) w.report('min', "1", "type");
if ((s0 & 16) === 0) w.report('min', "1", "measure");
if ((s0 & 32) === 0) w.report('min', "1", "date");
if ((s0 & 64) === 0) w.report('min', "1", "reporter");
if ((s0 & 128) === 0) w.report('min', "1", "period");
if ((s0 & 256) === 0) w.report('min', "1", "group");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((v.type !== undefined && v.type !== "data-collection") || !(v.group !== undefined)))) w.invariant("mrp-1", "error", text_a01f58);
if (!(f_all_bf70ff(v, undefined, w))) w.invariant("mrp-2", "error", text_8b8833);
}
function pattern_e49b7f(v) {
return v === "complete";
}
function status_code_20eb1d(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/measure-report-status|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_measure_report_status_d107cf.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/measure-report-status|4.0.1");
if (!pattern_e49b7f(v)) w.report("pattern", "\"complete\"");
}
}
function pattern_abbd70(v) {
return v === "summary";
}
function type_code_6034c8(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/measure-report-type|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_measure_report_type_3a05e4.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/measure-report-type|4.0.1");
if (!pattern_abbd70(v)) w.report("pattern", "\"summary\"");
}
}
function MeasureReport_group_population_5485b7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "MeasureReport.group.population";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 1; one(e, "code", t_CodeableConcept, w); break;
case "count": s0 |= 1; if (!isInteger(e)) wrong(e, "integer", "count", w); break;
case "_count": if (v.count === undefined) { s0 |= 1; } one(e, "count", beside_integer_ac1534, w); break;
case "subjectResults": w.report('max', '0', "subjectResults"); break;
case "_subjectResults": w.report('max', '0', "subjectResults"); break;
default: unknownKey(k, known_01a072, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
function MeasureReport_group_stratifier_stratum_population_0350d1(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "MeasureReport.group.stratifier.stratum.population";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 1; one(e, "code", t_CodeableConcept, w); break;
case "count": s0 |= 1; if (!isInteger(e)) wrong(e, "integer", "count", w); break;
case "_count": if (v.count === undefined) { s0 |= 1; } one(e, "count", beside_integer_ac1534, w); break;
case "subjectResults": w.report('max', '0', "subjectResults"); break;
case "_subjectResults": w.report('max', '0', "subjectResults"); break;
default: unknownKey(k, known_01a072, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
const text_06f82d = {"fr":"Une case masquée ne porte aucun nombre.","en":"A masked cell bears no number."};
const list_a6f9a4 = ["masked"];
function f_exists_ac24f6(v, c, w) {
{ const t1 = v.measureScore; if (t1 !== undefined) { if (Array.isArray(t1.extension)) for (const t2 of t1.extension) { if ((t2.url === "http://hl7.org/fhir/StructureDefinition/data-absent-reason" && equalLists(f_list_dfa694(t2, undefined, w), list_a6f9a4) === true)) { return true; } } } }
return false;
}
function f_hasValue_5c702c(v, c, w) {
if (v !== undefined && typeof v !== 'object') return true;
return false;
}
function f_exists_f98ea7(v, c, w) {
if (Array.isArray(v.population)) for (const t1 of v.population) { { const t2 = t1.count, c3 = t1._count; if (t2 !== undefined || c3 !== undefined) { if (f_hasValue_5c702c(t2, c3, w)) { return true; } } } }
return false;
}
function f_exists_5c82a9(v, c, w) {
{ const t1 = v.measureScore; if (t1 !== undefined) { { const t2 = t1.value, c3 = t1._value; if (t2 !== undefined || c3 !== undefined) { return true; } } } }
return false;
}
const text_daf9b5 = {"fr":"Un nombre publié est 0, ou au moins 5.","en":"A published number is 0, or at least 5."};
function f_all_c2f6ad(v, c, w) {
if (Array.isArray(v.population)) for (const t1 of v.population) { { const t2 = t1.count, c3 = t1._count; if (t2 !== undefined || c3 !== undefined) { if (f_hasValue_5c702c(t2, c3, w)) { if (!((t2 === 0 || ordered(">=", t2, 5) === true))) return false; } } } }
return true;
}
function MeasureReport_group_stratifier_stratum_621d5b(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "MeasureReport.group.stratifier.stratum";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "value": s0 |= 2; one(e, "value", t_CodeableConcept, w); break;
case "component": s0 |= 1; list(e, "component", MeasureReport_group_stratifier_stratum_component_b7d349, w); break;
case "population": s0 |= 4; { const n = list(e, "population", MeasureReport_group_stratifier_stratum_population_0350d1, w); if (n > 2) w.report('max', "2", "population"); } break;
case "measureScore": s0 |= 1; one(e, "measureScore", t_Quantity, w); break;
default: unknownKey(k, known_ca7000, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "value");
if ((s0 & 4) === 0) w.report('min', "1", "population");
if (w.broken !== b) return;
if (!((!f_exists_ac24f6(v, undefined, w) || (!f_exists_f98ea7(v, undefined, w) && !f_exists_5c82a9(v, undefined, w))))) w.invariant("psc-measure-report-1", "error", text_06f82d);
if (!(f_all_c2f6ad(v, undefined, w))) w.invariant("psc-measure-report-2", "error", text_daf9b5);
}
function MeasureReport_group_stratifier_c8687b(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "MeasureReport.group.stratifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 1; list(e, "code", t_CodeableConcept, w); break;
case "stratum": s0 |= 1; list(e, "stratum", MeasureReport_group_stratifier_stratum_621d5b, w); break;
default: unknownKey(k, known_d72f6e, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
function MeasureReport_group_ca5110(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "MeasureReport.group";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 1; one(e, "code", t_CodeableConcept, w); break;
case "population": s0 |= 2; { const n = list(e, "population", MeasureReport_group_population_5485b7, w); if (n > 2) w.report('max', "2", "population"); } break;
case "measureScore": s0 |= 1; one(e, "measureScore", t_Quantity, w); break;
case "stratifier": s0 |= 1; { const n = list(e, "stratifier", MeasureReport_group_stratifier_c8687b, w); if (n > 2) w.report('max', "2", "stratifier"); } break;
default: unknownKey(k, known_bc71b9, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "population");
if (w.broken !== b) return;
if (!((!f_exists_ac24f6(v, undefined, w) || (!f_exists_f98ea7(v, undefined, w) && !f_exists_5c82a9(v, undefined, w))))) w.invariant("psc-measure-report-1", "error", text_06f82d);
if (!(f_all_c2f6ad(v, undefined, w))) w.invariant("psc-measure-report-2", "error", text_daf9b5);
}
function p_Psc_measure(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Measure";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "url": s0 |= 2; if (!isUri(e)) wrong(e, "uri", "url", w); break;
case "_url": if (v.url === undefined) { s0 |= 2; } one(e, "url", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; list(e, "identifier", t_Identifier, w); break;
case "version": s0 |= 4; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 4; } one(e, "version", beside_string_a18261, w); break;
case "name": s0 |= 8; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 8; } one(e, "name", beside_string_a18261, w); break;
case "title": s0 |= 16; if (!isString(e)) wrong(e, "string", "title", w); break;
case "_title": if (v.title === undefined) { s0 |= 16; } one(e, "title", beside_string_a18261, w); break;
case "subtitle": s0 |= 1; if (!isString(e)) wrong(e, "string", "subtitle", w); break;
case "_subtitle": if (v.subtitle === undefined) { s0 |= 1; } one(e, "subtitle", beside_string_a18261, w); break;
case "status": s0 |= 32; onePrimitive(e, v["_status"], "status", status_code_a2799c, w); break;
case "_status": if (v.status === undefined) { s0 |= 32; onePrimitive(undefined, e, "status", status_code_a2799c, w); } one(e, "status", beside_code_e0487f, w); break;
case "experimental": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "experimental", w); break;
case "_experimental": if (v.experimental === undefined) { s0 |= 1; } one(e, "experimental", beside_boolean_acb597, w); break;
case "subjectCodeableConcept": s0 |= 1; n0 += 1; one(e, "subject", t_CodeableConcept, w); break;
case "subjectReference": s0 |= 1; n0 += 1; one(e, "subject", DataRequirement_subject_cf07c8, w); break;
case "date": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "date", w); break;
case "_date": if (v.date === undefined) { s0 |= 1; } one(e, "date", beside_dateTime_854799, w); break;
case "publisher": s0 |= 1; if (!isString(e)) wrong(e, "string", "publisher", w); break;
case "_publisher": if (v.publisher === undefined) { s0 |= 1; } one(e, "publisher", beside_string_a18261, w); break;
case "contact": s0 |= 1; list(e, "contact", t_ContactDetail, w); break;
case "description": s0 |= 64; if (!isString(e)) wrong(e, "markdown", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 64; } one(e, "description", beside_markdown_38c8d8, w); break;
case "useContext": s0 |= 1; list(e, "useContext", t_UsageContext, w); break;
case "jurisdiction": s0 |= 1; list(e, "jurisdiction", t_CodeableConcept, w); break;
case "purpose": s0 |= 1; if (!isString(e)) wrong(e, "markdown", "purpose", w); break;
case "_purpose": if (v.purpose === undefined) { s0 |= 1; } one(e, "purpose", beside_markdown_38c8d8, w); break;
case "usage": s0 |= 1; if (!isString(e)) wrong(e, "string", "usage", w); break;
case "_usage": if (v.usage === undefined) { s0 |= 1; } one(e, "usage", beside_string_a18261, w); break;
case "copyright": s0 |= 1; if (!isString(e)) wrong(e, "markdown", "copyright", w); break;
case "_copyright": if (v.copyright === undefined) { s0 |= 1; } one(e, "copyright", beside_markdown_38c8d8, w); break;
case "approvalDate": s0 |= 1; if (!isDate(e)) wrong(e, "date", "approvalDate", w); break;
case "_approvalDate": if (v.approvalDate === undefined) { s0 |= 1; } one(e, "approvalDate", beside_date_946a23, w); break;
case "lastReviewDate": s0 |= 1; if (!isDate(e)) wrong(e, "date", "lastReviewDate", w); break;
case "_lastReviewDate": if (v.lastReviewDate === undefined) { s0 |= 1; } one(e, "lastReviewDate", beside_date_946a23, w); break;
case "effectivePeriod": s0 |= 1; one(e, "effectivePeriod", t_Period, w); break;
case "topic": s0 |= 1; list(e, "topic", t_CodeableConcept, w); break;
case "author": s0 |= 1; list(e, "author", t_ContactDetail, w); break;
case "editor": s0 |= 1; list(e, "editor", t_ContactDetail, w); break;
case "reviewer": s0 |= 1; list(e, "reviewer", t_ContactDetail, w); break;
case "endorser": s0 |= 1; list(e, "endorser", t_ContactDetail, w); break;
case "relatedArtifact": s0 |= 1; list(e, "relatedArtifact", t_RelatedArtifact, w); break;
case "library": s0 |= 1; primitives(e, v["_library"], "library", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_library": if (v.library === undefined) { s0 |= 1; primitives(undefined, e, "library", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "disclaimer": s0 |= 1; if (!isString(e)) wrong(e, "markdown", "disclaimer", w); break;
case "_disclaimer": if (v.disclaimer === undefined) { s0 |= 1; } one(e, "disclaimer", beside_markdown_38c8d8, w); break;
case "scoring": s0 |= 128; one(e, "scoring", t_CodeableConcept, w); break;
case "compositeScoring": s0 |= 1; one(e, "compositeScoring", t_CodeableConcept, w); break;
case "type": s0 |= 256; { const n = list(e, "type", t_CodeableConcept, w); if (n > 1) w.report('max', "1", "type"); } break;
case "riskAdjustment": s0 |= 1; if (!isString(e)) wrong(e, "string", "riskAdjustment", w); break;
case "_riskAdjustment": if (v.riskAdjustment === undefined) { s0 |= 1; } one(e, "riskAdjustment", beside_string_a18261, w); break;
case "rateAggregation": s0 |= 1; if (!isString(e)) wrong(e, "string", "rateAggregation", w); break;
case "_rateAggregation": if (v.rateAggregation === undefined) { s0 |= 1; } one(e, "rateAggregation", beside_string_a18261, w); break;
case "rationale": s0 |= 512; if (!isString(e)) wrong(e, "markdown", "rationale", w); break;
case "_rationale": if (v.rationale === undefined) { s0 |= 512; } one(e, "rationale", beside_markdown_38c8d8, w); break;
case "clinicalRecommendationStatement": s0 |= 1; if (!isString(e)) wrong(e, "markdown", "clinicalRecommendationStatement", w); break;
case "_clinicalRecommendationStatement": if (v.clinicalRecommendationStatement === undefined) { s0 |= 1; } one(e, "clinicalRecommendationStatement", beside_markdown_38c8d8, w); break;
case "improvementNotation": s0 |= 1; one(e, "improvementNotation", Measure_improvementNotation_c77d91, w); break;
case "definition": s0 |= 1; primitives(e, v["_definition"], "definition", "markdown", isString, beside_markdown_38c8d8, w); break;
case "_definition": if (v.definition === undefined) { s0 |= 1; primitives(undefined, e, "definition", "markdown", isString, beside_markdown_38c8d8, w); } break;
case "guidance": s0 |= 1; if (!isString(e)) wrong(e, "markdown", "guidance", w); break;
case "_guidance": if (v.guidance === undefined) { s0 |= 1; } one(e, "guidance", beside_markdown_38c8d8, w); break;
case "group": s0 |= 1024; { const n = list(e, "group", Measure_group_7d6fdb, w); if (n > 1) w.report('max', "1", "group"); } break;
case "supplementalData": w.report('max', '0', "supplementalData"); break;
case "_supplementalData": w.report('max', '0', "supplementalData"); break;
default: unknownKey(k, known_b075d9, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "version");
if ((s0 & 8) === 0) w.report('min', "1", "name");
if ((s0 & 16) === 0) w.report('min', "1", "title");
if ((s0 & 32) === 0) w.report('min', "1", "status");
if ((s0 & 64) === 0) w.report('min', "1", "description");
if ((s0 & 128) === 0) w.report('min', "1", "scoring");
if ((s0 & 256) === 0) w.report('min', "1", "type");
if ((s0 & 512) === 0) w.report('min', "1", "rationale");
if ((s0 & 1024) === 0) w.report('min', "1", "group");
if (n0 > 1) w.misshapen('choiceTwice', "subject", "subject");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.name !== undefined || v._name !== undefined) || matchesPattern(v.name, pattern_cce5aa) === true))) w.invariant("mea-0", "warning", text_1acae3);
if (!(f_all_8c7b4a(v, undefined, w))) w.invariant("mea-1", "error", text_b42875);
}
function Measure_group_population_554551(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Measure.group.population";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 2; one(e, "code", t_CodeableConcept, w); break;
case "description": s0 |= 4; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 4; } one(e, "description", beside_string_a18261, w); break;
case "criteria": s0 |= 8; one(e, "criteria", t_Expression, w); break;
default: unknownKey(k, known_9d66c8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "code");
if ((s0 & 4) === 0) w.report('min', "1", "description");
if ((s0 & 8) === 0) w.report('min', "1", "criteria");
}
function Measure_group_7d6fdb(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Measure.group";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 1; one(e, "code", t_CodeableConcept, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "population": s0 |= 2; { const n = list(e, "population", Measure_group_population_554551, w); if (n < 2) w.report('min', "2", "population"); if (n > 2) w.report('max', "2", "population"); } break;
case "stratifier": s0 |= 1; { const n = list(e, "stratifier", Measure_group_stratifier_3248a1, w); if (n > 2) w.report('max', "2", "stratifier"); } break;
default: unknownKey(k, known_e50d1b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "2", "population");
}
function p_Psc_operator_act(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_AuditEvent_extension_1b0bc0(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_type_07e5f4, w); break;
case "subtype": s0 |= 4; { const n = list(e, "subtype", t_Coding, w); if (n > 1) w.report('max', "1", "subtype"); } break;
case "action": s0 |= 8; onePrimitive(e, v["_action"], "action", action_code_62c478, w); break;
case "_action": if (v.action === undefined) { s0 |= 8; onePrimitive(undefined, e, "action", action_code_62c478, w); } one(e, "action", beside_code_e0487f, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "recorded": s0 |= 16; if (!isInstant(e)) wrong(e, "instant", "recorded", w); break;
case "_recorded": if (v.recorded === undefined) { s0 |= 16; } one(e, "recorded", beside_instant_f4a41b, w); break;
case "outcome": s0 |= 32; onePrimitive(e, v["_outcome"], "outcome", outcome_code_c9c2d6, w); break;
case "_outcome": if (v.outcome === undefined) { s0 |= 32; onePrimitive(undefined, e, "outcome", outcome_code_c9c2d6, w); } one(e, "outcome", beside_code_e0487f, w); break;
case "outcomeDesc": s0 |= 1; if (!isString(e)) wrong(e, "string", "outcomeDesc", w); break;
case "_outcomeDesc": if (v.outcomeDesc === undefined) { s0 |= 1; } one(e, "outcomeDesc", beside_string_a18261, w); break;
case "purposeOfEvent": s0 |= 1; list(e, "purposeOfEvent", t_CodeableConcept, w); break;
case "agent": s0 |= 64; { const n = list(e, "agent", AuditEvent_agent_7adc3b, w); if (n > 1) w.report('max', "1", "agent"); } break;
case "source": s0 |= 128; one(e, "source", AuditEvent_source_ea2d97, w); break;
case "entity": s0 |= 256; list(e, "entity", AuditEvent_entity_fd9b30, w); break;
default: unknownKey(k, known_c09eb8, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "subtype");
if ((s0 & 8) === 0) w.report('min', "1", "action");
if ((s0 & 16) === 0) w.report('min', "1", "recorded");
if ((s0 & 32) === 0) w.report('min', "1", "outcome");
if ((s0 & 64) === 0) w.report('min', "1", "agent");
if ((s0 & 128) === 0) w.report('min', "1", "source");
if ((s0 & 256) === 0) w.report('min', "1", "entity");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((f_all_647613(v, undefined, w) && same((v.action === "R" ? true : (v.action !== undefined && v.action !== "R") ? false : undefined), (f_all_0ba93f(v, undefined, w))) === true) && (v.action === "R" || v.action === "E")))) w.invariant("psc-operator-act-1", "error", text_9ee1bc);
}
const text_028dd8 = {"fr":"Un centre, ou le nom d’un jeton, jamais les deux.","en":"A centre, or the name of a token, never both."};
function AuditEvent_agent_7adc3b(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 1; one(e, "who", Reference_abd305, w); break;
case "altId": s0 |= 1; if (!isString(e)) wrong(e, "string", "altId", w); break;
case "_altId": if (v.altId === undefined) { s0 |= 1; } one(e, "altId", beside_string_a18261, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "requestor": s0 |= 2; if (!isBoolean(e)) wrong(e, "boolean", "requestor", w); break;
case "_requestor": if (v.requestor === undefined) { s0 |= 2; } one(e, "requestor", beside_boolean_acb597, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "policy": s0 |= 1; primitives(e, v["_policy"], "policy", "uri", isUri, beside_uri_33bde7, w); break;
case "_policy": if (v.policy === undefined) { s0 |= 1; primitives(undefined, e, "policy", "uri", isUri, beside_uri_33bde7, w); } break;
case "media": s0 |= 1; one(e, "media", t_Coding, w); break;
case "network": s0 |= 1; one(e, "network", AuditEvent_agent_network_2cc400, w); break;
case "purposeOfUse": s0 |= 1; list(e, "purposeOfUse", t_CodeableConcept, w); break;
default: unknownKey(k, known_44d33f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "requestor");
if (w.broken !== b) return;
if (!((((v.who !== undefined) && !(v.altId !== undefined || v._altId !== undefined)) || (!(v.who !== undefined) && (v.altId !== undefined || v._altId !== undefined))))) w.invariant("psc-operator-act-2", "error", text_028dd8);
}
function Reference_9fbba9(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 2; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 2; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "display");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_bb9050, w);
}
function AuditEvent_source_ea2d97(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.source";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "site": s0 |= 1; if (!isString(e)) wrong(e, "string", "site", w); break;
case "_site": if (v.site === undefined) { s0 |= 1; } one(e, "site", beside_string_a18261, w); break;
case "observer": s0 |= 2; one(e, "observer", Reference_9fbba9, w); break;
case "type": s0 |= 1; list(e, "type", t_Coding, w); break;
default: unknownKey(k, known_db5baa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "observer");
}
function AuditEvent_entity_fd9b30(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.entity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "what": s0 |= 2; one(e, "what", Reference_2cf3dd, w); break;
case "type": s0 |= 1; one(e, "type", t_Coding, w); break;
case "role": s0 |= 1; one(e, "role", t_Coding, w); break;
case "lifecycle": s0 |= 1; one(e, "lifecycle", t_Coding, w); break;
case "securityLabel": s0 |= 1; list(e, "securityLabel", t_Coding, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "query": s0 |= 1; if (!isBase64Binary(e)) wrong(e, "base64Binary", "query", w); break;
case "_query": if (v.query === undefined) { s0 |= 1; } one(e, "query", beside_base64Binary_a96152, w); break;
case "detail": s0 |= 4; { const n = list(e, "detail", AuditEvent_entity_detail_aecedc, w); if (n > 1) w.report('max', "1", "detail"); } break;
default: unknownKey(k, known_5f4bc2, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "what");
if ((s0 & 4) === 0) w.report('min', "1", "detail");
if (w.broken !== b) return;
if (!((!(v.name !== undefined || v._name !== undefined) || !(v.query !== undefined || v._query !== undefined)))) w.invariant("sev-1", "error", text_381277);
}
const text_9ee1bc = {"fr":"Lire est une lecture (R) ; reprendre, clore, suspendre ou rouvrir, allumer ou éteindre, ouvrir ou fermer l’accès, prévenir un centre, dire depuis quand on savait est un acte (E).","en":"To look is a reading (R); to replay, to close, to pause or to resume, to turn on or off, to open or shut access, to tell a centre, to say since when something was known is an act (E)."};
const values_259dc8 = new Set(["look","replay","close","pause","resume","switch-on","switch-off","switch-stands","access-added","access-changed","access-removed","tell-webhook","tell-mail","state-known"]);
function f_all_647613(v, c, w) {
if (Array.isArray(v.entity)) for (const t1 of v.entity) { if (Array.isArray(t1.detail)) for (const t2 of t1.detail) { { const k3 = choiceOf(t2, properties_17ee25); if (k3 !== undefined) { const t4 = t2[k3], c5 = t2['_' + k3]; if (!(values_259dc8.has(t4))) return false; } } } }
return true;
}
function f_all_0ba93f(v, c, w) {
if (Array.isArray(v.entity)) for (const t1 of v.entity) { if (Array.isArray(t1.detail)) for (const t2 of t1.detail) { { const k3 = choiceOf(t2, properties_17ee25); if (k3 !== undefined) { const t4 = t2[k3], c5 = t2['_' + k3]; if (!(t4 === "look")) return false; } } } }
return true;
}
function p_Psc_organization(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Organization";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "active": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "active", w); break;
case "_active": if (v.active === undefined) { s0 |= 1; } one(e, "active", beside_boolean_acb597, w); break;
case "type": s0 |= 1; list(e, "type", t_CodeableConcept, w); break;
case "name": s0 |= 1; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 1; } one(e, "name", beside_string_a18261, w); break;
case "alias": s0 |= 1; primitives(e, v["_alias"], "alias", "string", isString, beside_string_a18261, w); break;
case "_alias": if (v.alias === undefined) { s0 |= 1; primitives(undefined, e, "alias", "string", isString, beside_string_a18261, w); } break;
case "telecom": s0 |= 1; list(e, "telecom", Organization_telecom_b470c2, w); break;
case "address": s0 |= 1; list(e, "address", Organization_address_bce25c, w); break;
case "partOf": s0 |= 1; one(e, "partOf", Identifier_assigner_0b088a, w); break;
case "contact": s0 |= 1; list(e, "contact", Organization_contact_5999c8, w); break;
case "endpoint": s0 |= 1; list(e, "endpoint", HealthcareService_endpoint_07958e, w); break;
default: unknownKey(k, known_35e533, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(ordered(">", plus(f_count_3e828d(v, undefined, w), f_count_8b2e71(v, undefined, w)), 0) === true)) w.invariant("org-1", "error", text_e452b6);
}
function p_Psc_outcome_evaluation(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_CareTeam_extension_ebb4a5(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "basedOn": s0 |= 8; { const n = list(e, "basedOn", Reference_b49917, w); if (n > 1) w.report('max', "1", "basedOn"); } break;
case "partOf": s0 |= 1; list(e, "partOf", Observation_partOf_b10dc9, w); break;
case "status": s0 |= 16; onePrimitive(e, v["_status"], "status", status_code_09e085, w); break;
case "_status": if (v.status === undefined) { s0 |= 16; onePrimitive(undefined, e, "status", status_code_09e085, w); } one(e, "status", beside_code_053fd6, w); break;
case "category": s0 |= 32; { const n = list(e, "category", Observation_category_2b8a1a, w); if (n > 1) w.report('max', "1", "category"); } break;
case "code": s0 |= 64; one(e, "code", Observation_code_5247fd, w); break;
case "subject": s0 |= 128; one(e, "subject", Reference_41dfa7, w); break;
case "focus": s0 |= 1; list(e, "focus", t_Reference, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "effectiveDateTime": s0 |= 256; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "effective", w); break;
case "_effectiveDateTime": if (v.effectiveDateTime === undefined) { s0 |= 256; n0 += 1; } one(e, "effective", beside_dateTime_854799, w); break;
case "issued": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "issued", w); break;
case "_issued": if (v.issued === undefined) { s0 |= 1; } one(e, "issued", beside_instant_f4a41b, w); break;
case "performer": s0 |= 1; list(e, "performer", CareTeam_participant_member_c17361, w); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "note": s0 |= 1; { const n = list(e, "note", t_Annotation, w); if (n > 1) w.report('max', "1", "note"); } break;
case "bodySite": s0 |= 1; one(e, "bodySite", t_CodeableConcept, w); break;
case "method": s0 |= 1; one(e, "method", t_CodeableConcept, w); break;
case "specimen": s0 |= 1; one(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "device": s0 |= 1; one(e, "device", Observation_device_12b893, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", Observation_referenceRange_c2f7b6, w); break;
case "hasMember": s0 |= 512; list(e, "hasMember", Reference_560d73, w); break;
case "derivedFrom": s0 |= 1; list(e, "derivedFrom", Observation_derivedFrom_82ed2d, w); break;
case "component": s0 |= 1; list(e, "component", Observation_component_b62773, w); break;
default: unknownKey(k, known_ef0bf0, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "basedOn");
if ((s0 & 16) === 0) w.report('min', "1", "status");
if ((s0 & 32) === 0) w.report('min', "1", "category");
if ((s0 & 64) === 0) w.report('min', "1", "code");
if ((s0 & 128) === 0) w.report('min', "1", "subject");
if ((s0 & 256) === 0) w.report('min', "1", "effective");
if ((s0 & 512) === 0) w.report('min', "1", "hasMember");
if (n0 > 1) w.misshapen('choiceTwice', "effective", "effective");
if (n1 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.dataAbsentReason !== undefined) || !f_exists_f42d3f(v, undefined, w)))) w.invariant("obs-6", "error", text_0eabdb);
if (!((!f_exists_f42d3f(v, undefined, w) || !f_exists_9fb297(v, undefined, w)))) w.invariant("obs-7", "error", text_10d339);
}
const codes_psc_outcome_status_36f5bb = codesOf("entered-in-error\nfinal");
function status_code_09e085(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/psc-outcome-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_psc_outcome_status_36f5bb.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/psc-outcome-status");
}
}
const set_rating_moment_1bc41f = codeSet("https://fhir.passerelle.example/ValueSet/rating-moment", "https://fhir.passerelle.example/CodeSystem/rating-moment\nafter\nbefore");
function Observation_category_2b8a1a(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_rating_moment_1bc41f, w);
}
function pattern_b1620e(v) {
return isObject(v) && v.code === "protective-factors" && v.system === "https://fhir.passerelle.example/CodeSystem/outcome-panel";
}
function pattern_d49850(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_b1620e);
}
function Observation_code_5247fd(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_d49850(v)) w.report("pattern", "{\"coding\":[{\"code\":\"protective-factors\",\"system\":\"https://fhir.passerelle.example/CodeSystem/outcome-panel\"}]}");
}
function Reference_41dfa7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_1c76da, w);
}
function Reference_560d73(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_c5e6fe, w);
}
function p_Psc_outcome_evaluation_Observation_referenceRange(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.referenceRange";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "low": s0 |= 1; one(e, "low", p_SimpleQuantity, w); break;
case "high": s0 |= 1; one(e, "high", p_SimpleQuantity, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "appliesTo": s0 |= 1; list(e, "appliesTo", t_CodeableConcept, w); break;
case "age": s0 |= 1; one(e, "age", t_Range, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_64090b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
if (!((((v.low !== undefined) || (v.high !== undefined)) || (v.text !== undefined || v._text !== undefined)))) w.invariant("obs-3", "error", text_2d1e73);
}
function Observation_component_b62773(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.component";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 2; one(e, "code", t_CodeableConcept, w); break;
case "valueQuantity": s0 |= 1; n0 += 1; one(e, "value", t_Quantity, w); break;
case "valueCodeableConcept": s0 |= 1; n0 += 1; one(e, "value", t_CodeableConcept, w); break;
case "valueString": s0 |= 1; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
case "valueBoolean": s0 |= 1; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "value", w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_boolean_acb597, w); break;
case "valueInteger": s0 |= 1; n0 += 1; if (!isInteger(e)) wrong(e, "integer", "value", w); break;
case "_valueInteger": if (v.valueInteger === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_integer_ac1534, w); break;
case "valueRange": s0 |= 1; n0 += 1; one(e, "value", t_Range, w); break;
case "valueRatio": s0 |= 1; n0 += 1; one(e, "value", t_Ratio, w); break;
case "valueSampledData": s0 |= 1; n0 += 1; one(e, "value", t_SampledData, w); break;
case "valueTime": s0 |= 1; n0 += 1; if (!isTime(e)) wrong(e, "time", "value", w); break;
case "_valueTime": if (v.valueTime === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_time_48b2e8, w); break;
case "valueDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "value", w); break;
case "_valueDateTime": if (v.valueDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_dateTime_854799, w); break;
case "valuePeriod": s0 |= 1; n0 += 1; one(e, "value", t_Period, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", p_Psc_outcome_evaluation_Observation_referenceRange, w); break;
default: unknownKey(k, known_50b24d, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "code");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
}
const known_ef0bf0 = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","basedOn","partOf","status","category","code","subject","focus","encounter","issued","performer","dataAbsentReason","interpretation","note","bodySite","method","specimen","device","referenceRange","hasMember","derivedFrom","component"],{"effective":"dateTime","value":""}];
function p_Psc_outcome(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "basedOn": s0 |= 4; { const n = list(e, "basedOn", Reference_b49917, w); if (n > 1) w.report('max', "1", "basedOn"); } break;
case "partOf": s0 |= 1; list(e, "partOf", Observation_partOf_b10dc9, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_09e085, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_09e085, w); } one(e, "status", beside_code_e0487f, w); break;
case "category": s0 |= 16; { const n = list(e, "category", Observation_category_2b8a1a, w); if (n > 1) w.report('max', "1", "category"); } break;
case "code": s0 |= 32; one(e, "code", Observation_code_d562ca, w); break;
case "subject": s0 |= 64; one(e, "subject", Reference_41dfa7, w); break;
case "focus": s0 |= 1; list(e, "focus", t_Reference, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "effectiveDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "effective", w); break;
case "_effectiveDateTime": if (v.effectiveDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "effective", beside_dateTime_854799, w); break;
case "issued": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "issued", w); break;
case "_issued": if (v.issued === undefined) { s0 |= 1; } one(e, "issued", beside_instant_f4a41b, w); break;
case "performer": s0 |= 1; { const n = list(e, "performer", Reference_651351, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "valueCodeableConcept": s0 |= 128; n1 += 1; one(e, "value", Observation_value_bd39ee, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "note": s0 |= 1; { const n = list(e, "note", t_Annotation, w); if (n > 1) w.report('max', "1", "note"); } break;
case "bodySite": s0 |= 1; one(e, "bodySite", t_CodeableConcept, w); break;
case "method": s0 |= 1; one(e, "method", t_CodeableConcept, w); break;
case "specimen": s0 |= 1; one(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "device": s0 |= 1; one(e, "device", Observation_device_12b893, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", Observation_referenceRange_c2f7b6, w); break;
case "hasMember": s0 |= 1; list(e, "hasMember", Observation_hasMember_0927c5, w); break;
case "derivedFrom": s0 |= 1; list(e, "derivedFrom", Observation_derivedFrom_82ed2d, w); break;
case "component": s0 |= 1; list(e, "component", Observation_component_137234, w); break;
default: unknownKey(k, known_104ae8, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "basedOn");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "category");
if ((s0 & 32) === 0) w.report('min', "1", "code");
if ((s0 & 64) === 0) w.report('min', "1", "subject");
if ((s0 & 128) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "effective", "effective");
if (n1 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.dataAbsentReason !== undefined) || !f_exists_7a9bff(v, undefined, w)))) w.invariant("obs-6", "error", text_0eabdb);
if (!((!f_exists_7a9bff(v, undefined, w) || !f_exists_9fb297(v, undefined, w)))) w.invariant("obs-7", "error", text_10d339);
}
const set_protective_factor_66c655 = codeSet("https://fhir.passerelle.example/ValueSet/protective-factor", "https://fhir.passerelle.example/CodeSystem/protective-factor\nbelonging\ncommunity-involvement\nequity\nphysical-activity\nself-confidence\nsupportive-relationships");
function Observation_code_d562ca(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_protective_factor_66c655, w);
}
const set_outcome_rating_5ed0ee = codeSet("https://fhir.passerelle.example/ValueSet/outcome-rating", "https://fhir.passerelle.example/CodeSystem/outcome-rating\n1\n2\n3\n4\n5");
function Observation_value_bd39ee(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_outcome_rating_5ed0ee, w);
}
function p_Psc_outcome_Observation_referenceRange(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.referenceRange";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "low": s0 |= 1; one(e, "low", p_SimpleQuantity, w); break;
case "high": s0 |= 1; one(e, "high", p_SimpleQuantity, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "appliesTo": s0 |= 1; list(e, "appliesTo", t_CodeableConcept, w); break;
case "age": s0 |= 1; one(e, "age", t_Range, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_64090b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
if (!((((v.low !== undefined) || (v.high !== undefined)) || (v.text !== undefined || v._text !== undefined)))) w.invariant("obs-3", "error", text_2d1e73);
}
function Observation_component_137234(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.component";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 2; one(e, "code", t_CodeableConcept, w); break;
case "valueQuantity": s0 |= 1; n0 += 1; one(e, "value", t_Quantity, w); break;
case "valueCodeableConcept": s0 |= 1; n0 += 1; one(e, "value", t_CodeableConcept, w); break;
case "valueString": s0 |= 1; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
case "valueBoolean": s0 |= 1; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "value", w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_boolean_acb597, w); break;
case "valueInteger": s0 |= 1; n0 += 1; if (!isInteger(e)) wrong(e, "integer", "value", w); break;
case "_valueInteger": if (v.valueInteger === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_integer_ac1534, w); break;
case "valueRange": s0 |= 1; n0 += 1; one(e, "value", t_Range, w); break;
case "valueRatio": s0 |= 1; n0 += 1; one(e, "value", t_Ratio, w); break;
case "valueSampledData": s0 |= 1; n0 += 1; one(e, "value", t_SampledData, w); break;
case "valueTime": s0 |= 1; n0 += 1; if (!isTime(e)) wrong(e, "time", "value", w); break;
case "_valueTime": if (v.valueTime === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_time_48b2e8, w); break;
case "valueDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "value", w); break;
case "_valueDateTime": if (v.valueDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_dateTime_854799, w); break;
case "valuePeriod": s0 |= 1; n0 += 1; one(e, "value", t_Period, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", p_Psc_outcome_Observation_referenceRange, w); break;
default: unknownKey(k, known_50b24d, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "code");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
}
const known_104ae8 = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","basedOn","partOf","status","category","code","subject","focus","encounter","issued","performer","dataAbsentReason","interpretation","note","bodySite","method","specimen","device","referenceRange","hasMember","derivedFrom","component"],{"effective":"dateTime","value":"CodeableConcept"}];
const properties_6316ff = ["valueCodeableConcept"];
function f_exists_7a9bff(v, c, w) {
{ const k1 = choiceOf(v, properties_6316ff); if (k1 !== undefined) { const t2 = v[k1], c3 = v['_' + k1]; return true; } }
return false;
}
function p_Psc_parent(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Patient";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_Patient_extension_48e510(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "active": s0 |= 8; if (!isBoolean(e)) wrong(e, "boolean", "active", w); break;
case "_active": if (v.active === undefined) { s0 |= 8; } one(e, "active", beside_boolean_acb597, w); break;
case "name": s0 |= 16; list(e, "name", HumanName_de3288, w); break;
case "telecom": s0 |= 1; list(e, "telecom", t_ContactPoint, w); break;
case "gender": s0 |= 1; onePrimitive(e, v["_gender"], "gender", gender_code_70cbc9, w); break;
case "_gender": if (v.gender === undefined) { s0 |= 1; onePrimitive(undefined, e, "gender", gender_code_70cbc9, w); } one(e, "gender", beside_code_e0487f, w); break;
case "birthDate": s0 |= 1; if (!isDate(e)) wrong(e, "date", "birthDate", w); break;
case "_birthDate": if (v.birthDate === undefined) { s0 |= 1; } one(e, "birthDate", beside_date_946a23, w); break;
case "deceasedBoolean": w.report('max', '0', "deceased"); break;
case "_deceasedBoolean": w.report('max', '0', "deceased"); break;
case "deceasedDateTime": w.report('max', '0', "deceased"); break;
case "_deceasedDateTime": w.report('max', '0', "deceased"); break;
case "address": s0 |= 1; list(e, "address", t_Address, w); break;
case "maritalStatus": s0 |= 1; one(e, "maritalStatus", t_CodeableConcept, w); break;
case "multipleBirthBoolean": w.report('max', '0', "multipleBirth"); break;
case "_multipleBirthBoolean": w.report('max', '0', "multipleBirth"); break;
case "multipleBirthInteger": w.report('max', '0', "multipleBirth"); break;
case "_multipleBirthInteger": w.report('max', '0', "multipleBirth"); break;
case "photo": s0 |= 1; list(e, "photo", t_Attachment, w); break;
case "contact": w.report('max', '0', "contact"); break;
case "_contact": w.report('max', '0', "contact"); break;
case "communication": s0 |= 1; list(e, "communication", Patient_communication_083cc5, w); break;
case "generalPractitioner": s0 |= 1; list(e, "generalPractitioner", Claim_provider_e6ce8b, w); break;
case "managingOrganization": s0 |= 32; one(e, "managingOrganization", Reference_eed132, w); break;
case "link": s0 |= 1; list(e, "link", Patient_link_2b30af, w); break;
default: unknownKey(k, known_ecd5af, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); w.report('sliceMin', "agreement", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "active");
if ((s0 & 16) === 0) w.report('min', "1", "name");
if ((s0 & 32) === 0) w.report('min', "1", "managingOrganization");
if (n0 > 1) w.misshapen('choiceTwice', "deceased", "deceased");
if (n1 > 1) w.misshapen('choiceTwice', "multipleBirth", "multipleBirth");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((f_count_02d8a1(v, undefined, w) === 1 && !f_exists_e65c93(v, undefined, w)))) w.invariant("psc-parent-1", "error", text_f44665);
if (!(((v.active !== undefined && v.active !== false) || !f_exists_9c3510(v, undefined, w)))) w.invariant("psc-parent-2", "error", text_bcd729);
if (!(!f_exists_f0d285(v, undefined, w))) w.invariant("psc-child-4", "error", text_88b389);
if (!(!f_exists_660b8a(v, undefined, w))) w.invariant("psc-child-5", "error", text_2cee01);
}
function fixed_b7b6a7(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-own-agreement";
}
function by_url_bc209c(v, w) {
return isObject(v) && v.url !== undefined && fixed_b7b6a7(v.url, w);
}
function is_agreement_a2f143(v, w) {
return by_url_bc209c(v, w);
}
function fixed_f584b3(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-expected-date";
}
function by_url_8b0260(v, w) {
return isObject(v) && v.url !== undefined && fixed_f584b3(v.url, w);
}
function is_expectedDate_3293ac(v, w) {
return by_url_8b0260(v, w);
}
function slices_Patient_extension_48e510(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_agreement_a2f143(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_expectedDate_3293ac(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_safeContact_504847(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_interpreterRequired_46a85c(t, w)) { m += 1; c4 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, agreement, expectedDate, safeContact, interpreterRequired");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 < 1) w.report('sliceMin', "agreement", "extension");
if (c1 > 1) w.report('sliceMax', "agreement", "extension");
if (c2 > 1) w.report('sliceMax', "expectedDate", "extension");
if (c3 > 1) w.report('sliceMax', "safeContact", "extension");
if (c4 > 1) w.report('sliceMax', "interpreterRequired", "extension");
if (e.length < 2) w.report('min', "2", "extension");
}
function Reference_227d3a(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_2ad438, w);
}
function pattern_fdefe2(v) {
return v === "seealso";
}
function type_code_80b809(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/link-type|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_link_type_4022ab.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/link-type|4.0.1");
if (!pattern_fdefe2(v)) w.report("pattern", "\"seealso\"");
}
}
function Patient_link_2b30af(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Patient.link";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "other": s0 |= 2; one(e, "other", Reference_227d3a, w); break;
case "type": s0 |= 4; onePrimitive(e, v["_type"], "type", type_code_80b809, w); break;
case "_type": if (v.type === undefined) { s0 |= 4; onePrimitive(undefined, e, "type", type_code_80b809, w); } one(e, "type", beside_code_e0487f, w); break;
default: unknownKey(k, known_434a1e, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "other");
if ((s0 & 4) === 0) w.report('min', "1", "type");
}
const known_ecd5af = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","active","name","telecom","gender","birthDate","address","maritalStatus","photo","contact","communication","generalPractitioner","managingOrganization","link"],{"deceased":"","multipleBirth":""}];
const text_f44665 = {"fr":"Le dossier a exactement un numéro donné par le centre (NamingSystem/mother-file/…), et n’a pas celui d’un enfant.","en":"The file has exactly one number given by the centre (NamingSystem/mother-file/…), and not a child’s."};
function f_count_02d8a1(v, c, w) {
let n = 0;
if (Array.isArray(v.identifier)) for (const t1 of v.identifier) { if (startsWith(t1.system, "https://fhir.passerelle.example/NamingSystem/mother-file/") === true) { n += 1; } }
return n;
}
function f_exists_e65c93(v, c, w) {
if (Array.isArray(v.identifier)) for (const t1 of v.identifier) { if (startsWith(t1.system, "https://fhir.passerelle.example/NamingSystem/child/") === true) { return true; } }
return false;
}
const text_bcd729 = {"fr":"Un dossier fermé ne garde pas de date prévue.","en":"A closed file keeps no expected date."};
function f_exists_9c3510(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "https://fhir.passerelle.example/StructureDefinition/psc-expected-date") { return true; } }
return false;
}
function p_Psc_passed_on(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Task";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", Meta_1a449c, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; slices_Task_identifier_a1b57b(e, v, w); break;
case "instantiatesCanonical": s0 |= 1; if (!isCanonical(e)) wrong(e, "canonical", "instantiatesCanonical", w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; } one(e, "instantiatesCanonical", beside_canonical_d7eb28, w); break;
case "instantiatesUri": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "instantiatesUri", w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; } one(e, "instantiatesUri", beside_uri_33bde7, w); break;
case "basedOn": s0 |= 4; { const n = list(e, "basedOn", Reference_b49917, w); if (n > 1) w.report('max', "1", "basedOn"); } break;
case "groupIdentifier": w.report('max', '0', "groupIdentifier"); break;
case "_groupIdentifier": w.report('max', '0', "groupIdentifier"); break;
case "partOf": s0 |= 8; { const n = list(e, "partOf", Reference_dbd7c3, w); if (n > 1) w.report('max', "1", "partOf"); } break;
case "status": s0 |= 16; onePrimitive(e, v["_status"], "status", status_code_33625b, w); break;
case "_status": if (v.status === undefined) { s0 |= 16; onePrimitive(undefined, e, "status", status_code_33625b, w); } one(e, "status", beside_code_e0487f, w); break;
case "statusReason": s0 |= 1; one(e, "statusReason", t_CodeableConcept, w); break;
case "businessStatus": s0 |= 1; one(e, "businessStatus", t_CodeableConcept, w); break;
case "intent": s0 |= 32; onePrimitive(e, v["_intent"], "intent", intent_code_568405, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 32; onePrimitive(undefined, e, "intent", intent_code_568405, w); } one(e, "intent", beside_code_e0487f, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "code": s0 |= 64; one(e, "code", Task_code_4b7826, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "focus": w.report('max', '0', "focus"); break;
case "_focus": w.report('max', '0', "focus"); break;
case "for": s0 |= 128; one(e, "for", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "executionPeriod": s0 |= 1; one(e, "executionPeriod", t_Period, w); break;
case "authoredOn": s0 |= 256; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 256; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "lastModified": s0 |= 512; if (!isDateTime(e)) wrong(e, "dateTime", "lastModified", w); break;
case "_lastModified": if (v.lastModified === undefined) { s0 |= 512; } one(e, "lastModified", beside_dateTime_854799, w); break;
case "requester": s0 |= 1024; one(e, "requester", Reference_eed132, w); break;
case "performerType": s0 |= 1; list(e, "performerType", t_CodeableConcept, w); break;
case "owner": s0 |= 2048; one(e, "owner", Reference_84c4f4, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; one(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; one(e, "reasonReference", t_Reference, w); break;
case "insurance": s0 |= 1; list(e, "insurance", DeviceRequest_insurance_fe6b25, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
case "restriction": s0 |= 1; one(e, "restriction", Task_restriction_02f15f, w); break;
case "input": s0 |= 1; list(e, "input", Task_input_f48568, w); break;
case "output": s0 |= 1; list(e, "output", Task_output_8ef8cc, w); break;
default: unknownKey(k, known_14ce46, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "number", "identifier"); }
if ((s0 & 4) === 0) w.report('min', "1", "basedOn");
if ((s0 & 8) === 0) w.report('min', "1", "partOf");
if ((s0 & 16) === 0) w.report('min', "1", "status");
if ((s0 & 32) === 0) w.report('min', "1", "intent");
if ((s0 & 64) === 0) w.report('min', "1", "code");
if ((s0 & 128) === 0) w.report('min', "1", "for");
if ((s0 & 256) === 0) w.report('min', "1", "authoredOn");
if ((s0 & 512) === 0) w.report('min', "1", "lastModified");
if ((s0 & 1024) === 0) w.report('min', "1", "requester");
if ((s0 & 2048) === 0) w.report('min', "1", "owner");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((!(v.lastModified !== undefined || v._lastModified !== undefined) || !(v.authoredOn !== undefined || v._authoredOn !== undefined)) || orderedTimes(">=", v.lastModified, v.authoredOn) === true))) w.invariant("inv-1", "error", text_be62e2);
}
function fixed_9e0a87(v) {
return v === "https://fhir.passerelle.example/NamingSystem/passed-on";
}
function by_system_c8c42e(v, w) {
return isObject(v) && v.system !== undefined && fixed_9e0a87(v.system, w);
}
function is_number_e1eb9a(v, w) {
return by_system_c8c42e(v, w);
}
function system_uri_2a1b1a(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/NamingSystem/passed-on\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_9e0a87(v)) w.report("fixed", "\"https://fhir.passerelle.example/NamingSystem/passed-on\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/NamingSystem/passed-on\"");
}
function Identifier_302220(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_2a1b1a, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_2a1b1a, w); } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 4; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 4; } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function slices_Task_identifier_a1b57b(e, v, w) {
if (!isList(e, "identifier", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("identifier", i)) {
if (is_number_e1eb9a(t, w)) { m += 1; c0 += 1; Identifier_f85e7c(t, w); Identifier_302220(t, w); }
if (m === 0) {  Identifier_f85e7c(t, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "number", "identifier");
if (c0 > 1) w.report('sliceMax', "number", "identifier");
}
function Reference_dbd7c3(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_b978cb, w);
}
function Reference_84c4f4(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 2; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 2; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "display");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_bfa62f, w);
}
function p_Psc_practitioner(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Practitioner";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "active": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "active", w); break;
case "_active": if (v.active === undefined) { s0 |= 1; } one(e, "active", beside_boolean_acb597, w); break;
case "name": s0 |= 4; list(e, "name", HumanName_de3288, w); break;
case "telecom": s0 |= 1; list(e, "telecom", t_ContactPoint, w); break;
case "address": s0 |= 1; list(e, "address", t_Address, w); break;
case "gender": s0 |= 1; onePrimitive(e, v["_gender"], "gender", gender_code_70cbc9, w); break;
case "_gender": if (v.gender === undefined) { s0 |= 1; onePrimitive(undefined, e, "gender", gender_code_70cbc9, w); } one(e, "gender", beside_code_e0487f, w); break;
case "birthDate": s0 |= 1; if (!isDate(e)) wrong(e, "date", "birthDate", w); break;
case "_birthDate": if (v.birthDate === undefined) { s0 |= 1; } one(e, "birthDate", beside_date_946a23, w); break;
case "photo": s0 |= 1; list(e, "photo", t_Attachment, w); break;
case "qualification": s0 |= 1; list(e, "qualification", Practitioner_qualification_950578, w); break;
case "communication": s0 |= 1; list(e, "communication", t_CodeableConcept, w); break;
default: unknownKey(k, known_e6d912, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "name");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function p_Psc_professional(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "PractitionerRole";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "active": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "active", w); break;
case "_active": if (v.active === undefined) { s0 |= 1; } one(e, "active", beside_boolean_acb597, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "practitioner": s0 |= 4; one(e, "practitioner", Reference_63c42c, w); break;
case "organization": s0 |= 8; one(e, "organization", Reference_eed132, w); break;
case "code": s0 |= 1; list(e, "code", t_CodeableConcept, w); break;
case "specialty": s0 |= 1; list(e, "specialty", t_CodeableConcept, w); break;
case "location": s0 |= 1; list(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "healthcareService": s0 |= 1; list(e, "healthcareService", OrganizationAffiliation_healthcareService_ee0cb6, w); break;
case "telecom": s0 |= 1; list(e, "telecom", t_ContactPoint, w); break;
case "availableTime": s0 |= 1; list(e, "availableTime", PractitionerRole_availableTime_da8d67, w); break;
case "notAvailable": s0 |= 1; list(e, "notAvailable", PractitionerRole_notAvailable_804c54, w); break;
case "availabilityExceptions": s0 |= 1; if (!isString(e)) wrong(e, "string", "availabilityExceptions", w); break;
case "_availabilityExceptions": if (v.availabilityExceptions === undefined) { s0 |= 1; } one(e, "availabilityExceptions", beside_string_a18261, w); break;
case "endpoint": s0 |= 1; list(e, "endpoint", HealthcareService_endpoint_07958e, w); break;
default: unknownKey(k, known_4db141, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "practitioner");
if ((s0 & 8) === 0) w.report('min', "1", "organization");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function Reference_63c42c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_7dd998, w);
}
function p_Psc_protective_factor(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "basedOn": s0 |= 1; list(e, "basedOn", Observation_basedOn_5eb00e, w); break;
case "partOf": s0 |= 1; list(e, "partOf", Observation_partOf_b10dc9, w); break;
case "status": s0 |= 4; onePrimitive(e, v["_status"], "status", status_code_a3d0a6, w); break;
case "_status": if (v.status === undefined) { s0 |= 4; onePrimitive(undefined, e, "status", status_code_a3d0a6, w); } one(e, "status", beside_code_e0487f, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "code": s0 |= 8; one(e, "code", CodeableConcept_43de82, w); break;
case "subject": s0 |= 16; one(e, "subject", Reference_6424d5, w); break;
case "focus": s0 |= 1; list(e, "focus", t_Reference, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "effectiveDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "effective", w); break;
case "_effectiveDateTime": if (v.effectiveDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "effective", beside_dateTime_854799, w); break;
case "effectivePeriod": s0 |= 1; n0 += 1; one(e, "effective", t_Period, w); break;
case "effectiveTiming": s0 |= 1; n0 += 1; one(e, "effective", t_Timing, w); break;
case "effectiveInstant": s0 |= 1; n0 += 1; if (!isInstant(e)) wrong(e, "instant", "effective", w); break;
case "_effectiveInstant": if (v.effectiveInstant === undefined) { s0 |= 1; n0 += 1; } one(e, "effective", beside_instant_f4a41b, w); break;
case "issued": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "issued", w); break;
case "_issued": if (v.issued === undefined) { s0 |= 1; } one(e, "issued", beside_instant_f4a41b, w); break;
case "performer": s0 |= 1; list(e, "performer", CareTeam_participant_member_c17361, w); break;
case "valueString": s0 |= 32; n1 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 32; n1 += 1; } one(e, "value", beside_string_a18261, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "bodySite": s0 |= 1; one(e, "bodySite", t_CodeableConcept, w); break;
case "method": s0 |= 1; one(e, "method", t_CodeableConcept, w); break;
case "specimen": s0 |= 1; one(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "device": s0 |= 1; one(e, "device", Observation_device_12b893, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", Observation_referenceRange_c2f7b6, w); break;
case "hasMember": s0 |= 1; list(e, "hasMember", Observation_hasMember_0927c5, w); break;
case "derivedFrom": s0 |= 1; list(e, "derivedFrom", Observation_derivedFrom_82ed2d, w); break;
case "component": s0 |= 1; list(e, "component", Observation_component_712785, w); break;
default: unknownKey(k, known_6c02b5, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "status");
if ((s0 & 8) === 0) w.report('min', "1", "code");
if ((s0 & 16) === 0) w.report('min', "1", "subject");
if ((s0 & 32) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "effective", "effective");
if (n1 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.dataAbsentReason !== undefined) || !f_exists_2b61bf(v, undefined, w)))) w.invariant("obs-6", "error", text_0eabdb);
if (!((!f_exists_2b61bf(v, undefined, w) || !f_exists_9fb297(v, undefined, w)))) w.invariant("obs-7", "error", text_10d339);
}
function p_Psc_protective_factor_Observation_referenceRange(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.referenceRange";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "low": s0 |= 1; one(e, "low", p_SimpleQuantity, w); break;
case "high": s0 |= 1; one(e, "high", p_SimpleQuantity, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "appliesTo": s0 |= 1; list(e, "appliesTo", t_CodeableConcept, w); break;
case "age": s0 |= 1; one(e, "age", t_Range, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_64090b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
if (!((((v.low !== undefined) || (v.high !== undefined)) || (v.text !== undefined || v._text !== undefined)))) w.invariant("obs-3", "error", text_2d1e73);
}
function Observation_component_712785(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.component";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 2; one(e, "code", t_CodeableConcept, w); break;
case "valueQuantity": s0 |= 1; n0 += 1; one(e, "value", t_Quantity, w); break;
case "valueCodeableConcept": s0 |= 1; n0 += 1; one(e, "value", t_CodeableConcept, w); break;
case "valueString": s0 |= 1; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
case "valueBoolean": s0 |= 1; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "value", w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_boolean_acb597, w); break;
case "valueInteger": s0 |= 1; n0 += 1; if (!isInteger(e)) wrong(e, "integer", "value", w); break;
case "_valueInteger": if (v.valueInteger === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_integer_ac1534, w); break;
case "valueRange": s0 |= 1; n0 += 1; one(e, "value", t_Range, w); break;
case "valueRatio": s0 |= 1; n0 += 1; one(e, "value", t_Ratio, w); break;
case "valueSampledData": s0 |= 1; n0 += 1; one(e, "value", t_SampledData, w); break;
case "valueTime": s0 |= 1; n0 += 1; if (!isTime(e)) wrong(e, "time", "value", w); break;
case "_valueTime": if (v.valueTime === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_time_48b2e8, w); break;
case "valueDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "value", w); break;
case "_valueDateTime": if (v.valueDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_dateTime_854799, w); break;
case "valuePeriod": s0 |= 1; n0 += 1; one(e, "value", t_Period, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", p_Psc_protective_factor_Observation_referenceRange, w); break;
default: unknownKey(k, known_50b24d, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "code");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
}
const known_6c02b5 = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","basedOn","partOf","status","category","code","subject","focus","encounter","issued","performer","dataAbsentReason","interpretation","note","bodySite","method","specimen","device","referenceRange","hasMember","derivedFrom","component"],{"effective":"dateTime, Period, Timing, instant","value":"string"}];
function p_Psc_referral_task(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Task";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", Meta_1a449c, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_Task_extension_e1eb78(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; slices_Task_identifier_632668(e, v, w); break;
case "instantiatesCanonical": s0 |= 1; if (!isCanonical(e)) wrong(e, "canonical", "instantiatesCanonical", w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; } one(e, "instantiatesCanonical", beside_canonical_d7eb28, w); break;
case "instantiatesUri": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "instantiatesUri", w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; } one(e, "instantiatesUri", beside_uri_33bde7, w); break;
case "basedOn": w.report('max', '0', "basedOn"); break;
case "_basedOn": w.report('max', '0', "basedOn"); break;
case "groupIdentifier": s0 |= 4; one(e, "groupIdentifier", Identifier_5d3963, w); break;
case "partOf": w.report('max', '0', "partOf"); break;
case "_partOf": w.report('max', '0', "partOf"); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_33625b, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_33625b, w); } one(e, "status", beside_code_e0487f, w); break;
case "statusReason": s0 |= 1; one(e, "statusReason", CodeableConcept_43de82, w); break;
case "businessStatus": s0 |= 1; one(e, "businessStatus", CodeableConcept_43de82, w); break;
case "intent": s0 |= 16; onePrimitive(e, v["_intent"], "intent", intent_code_568405, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 16; onePrimitive(undefined, e, "intent", intent_code_568405, w); } one(e, "intent", beside_code_e0487f, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "code": s0 |= 32; one(e, "code", Task_code_4b7826, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "focus": s0 |= 64; one(e, "focus", Reference_b49917, w); break;
case "for": s0 |= 128; one(e, "for", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "executionPeriod": s0 |= 1; one(e, "executionPeriod", Period_78876f, w); break;
case "authoredOn": s0 |= 256; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 256; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "lastModified": s0 |= 512; if (!isDateTime(e)) wrong(e, "dateTime", "lastModified", w); break;
case "_lastModified": if (v.lastModified === undefined) { s0 |= 512; } one(e, "lastModified", beside_dateTime_854799, w); break;
case "requester": s0 |= 1024; one(e, "requester", Reference_eed132, w); break;
case "performerType": s0 |= 1; list(e, "performerType", t_CodeableConcept, w); break;
case "owner": s0 |= 2048; one(e, "owner", Reference_eed132, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; one(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; one(e, "reasonReference", t_Reference, w); break;
case "insurance": s0 |= 1; list(e, "insurance", DeviceRequest_insurance_fe6b25, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
case "restriction": s0 |= 1; one(e, "restriction", Task_restriction_02f15f, w); break;
case "input": s0 |= 1; list(e, "input", Task_input_f48568, w); break;
case "output": s0 |= 1; list(e, "output", Task_output_8ef8cc, w); break;
default: unknownKey(k, known_14ce46, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "number", "identifier"); }
if ((s0 & 4) === 0) w.report('min', "1", "groupIdentifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "intent");
if ((s0 & 32) === 0) w.report('min', "1", "code");
if ((s0 & 64) === 0) w.report('min', "1", "focus");
if ((s0 & 128) === 0) w.report('min', "1", "for");
if ((s0 & 256) === 0) w.report('min', "1", "authoredOn");
if ((s0 & 512) === 0) w.report('min', "1", "lastModified");
if ((s0 & 1024) === 0) w.report('min', "1", "requester");
if ((s0 & 2048) === 0) w.report('min', "1", "owner");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((!(v.lastModified !== undefined || v._lastModified !== undefined) || !(v.authoredOn !== undefined || v._authoredOn !== undefined)) || orderedTimes(">=", v.lastModified, v.authoredOn) === true))) w.invariant("inv-1", "error", text_be62e2);
if (!((!(v.statusReason !== undefined) || ((((v.status === "rejected" || v.status === "on-hold") || v.status === "failed") || v.status === "cancelled") || f_exists_a674a6(v, undefined, w))))) w.invariant("psc-referral-task-1", "error", text_0d8206);
if (!((((((v.status !== undefined && v.status !== "rejected") && (v.status !== undefined && v.status !== "on-hold")) && (v.status !== undefined && v.status !== "failed")) && (v.status !== undefined && v.status !== "cancelled")) || f_exists_02702f(v, undefined, w)))) w.invariant("psc-referral-task-2", "warning", text_ee1a61);
if (!(((v.status !== undefined && v.status !== "completed") || f_exists_a878db(v, undefined, w)))) w.invariant("psc-referral-task-3", "error", text_e0c929);
}
function slices_Task_extension_e1eb78(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_receiverPriority_bf1ed9(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_delivery_2d261b(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_lastWord_8eb796(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_letterAlong_d538c9(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "receiverPriority, delivery, lastWord, letterAlong");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "receiverPriority", "extension");
if (c1 > 1) w.report('sliceMax', "delivery", "extension");
if (c2 > 1) w.report('sliceMax', "lastWord", "extension");
}
function p_Psc_refused_call(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; slices_AuditEvent_extension_1b0bc0(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 2; one(e, "type", AuditEvent_type_708a10, w); break;
case "subtype": s0 |= 4; { const n = list(e, "subtype", AuditEvent_subtype_b9e668, w); if (n > 1) w.report('max', "1", "subtype"); } break;
case "action": s0 |= 8; onePrimitive(e, v["_action"], "action", action_code_9e4788, w); break;
case "_action": if (v.action === undefined) { s0 |= 8; onePrimitive(undefined, e, "action", action_code_9e4788, w); } one(e, "action", beside_code_e0487f, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "recorded": s0 |= 16; if (!isInstant(e)) wrong(e, "instant", "recorded", w); break;
case "_recorded": if (v.recorded === undefined) { s0 |= 16; } one(e, "recorded", beside_instant_f4a41b, w); break;
case "outcome": s0 |= 32; onePrimitive(e, v["_outcome"], "outcome", outcome_code_fb253f, w); break;
case "_outcome": if (v.outcome === undefined) { s0 |= 32; onePrimitive(undefined, e, "outcome", outcome_code_fb253f, w); } one(e, "outcome", beside_code_e0487f, w); break;
case "outcomeDesc": s0 |= 1; if (!isString(e)) wrong(e, "string", "outcomeDesc", w); break;
case "_outcomeDesc": if (v.outcomeDesc === undefined) { s0 |= 1; } one(e, "outcomeDesc", beside_string_a18261, w); break;
case "purposeOfEvent": s0 |= 1; list(e, "purposeOfEvent", t_CodeableConcept, w); break;
case "agent": s0 |= 64; { const n = list(e, "agent", AuditEvent_agent_69eca4, w); if (n > 2) w.report('max', "2", "agent"); } break;
case "source": s0 |= 128; one(e, "source", AuditEvent_source_ea2d97, w); break;
case "entity": s0 |= 256; { const n = list(e, "entity", AuditEvent_entity_105429, w); if (n > 1) w.report('max', "1", "entity"); } break;
default: unknownKey(k, known_c09eb8, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "type");
if ((s0 & 4) === 0) w.report('min', "1", "subtype");
if ((s0 & 8) === 0) w.report('min', "1", "action");
if ((s0 & 16) === 0) w.report('min', "1", "recorded");
if ((s0 & 32) === 0) w.report('min', "1", "outcome");
if ((s0 & 64) === 0) w.report('min', "1", "agent");
if ((s0 & 128) === 0) w.report('min', "1", "source");
if ((s0 & 256) === 0) w.report('min', "1", "entity");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((f_exists_a20793(v, undefined, w) && f_all_303ade(v, undefined, w)) && f_exists_00da7d(v, undefined, w)))) w.invariant("psc-refused-call-1", "error", text_6fae9e);
}
const text_dd7be8 = {"fr":"Authentification (110126) ou fonction réservée (110132).","en":"Authentication (110126) or restricted function (110132)."};
function AuditEvent_subtype_b9e668(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!((v.code === "110126" || v.code === "110132"))) w.invariant("psc-refused-call-3", "error", text_dd7be8);
}
function pattern_a30e37(v) {
return v === "4";
}
function outcome_code_fb253f(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/audit-event-outcome|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_audit_event_outcome_53febd.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/audit-event-outcome|4.0.1");
if (!pattern_a30e37(v)) w.report("pattern", "\"4\"");
}
}
const text_2a5293 = {"fr":"Un réseau (/24 ou /48), pas une adresse : elle peut être celle d’une personne.","en":"A network (/24 or /48), not an address: it may be a person’s."};
const pattern_7b0272 = pattern("/(24|48)$");
function address_string_09fa37(v, w, c) {
if (v === undefined) {  }
else if (!isString(v)) return wrongHere(v, "string", w);
if (!(matchesPattern(v, pattern_7b0272) === true)) w.invariant("psc-refused-call-2", "error", text_2a5293);
}
function AuditEvent_agent_network_618f66(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.agent.network";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "address": s0 |= 1; onePrimitive(e, v["_address"], "address", address_string_09fa37, w); break;
case "_address": if (v.address === undefined) { s0 |= 1; onePrimitive(undefined, e, "address", address_string_09fa37, w); } one(e, "address", beside_string_a18261, w); break;
case "type": s0 |= 1; onePrimitive(e, v["_type"], "type", type_code_53f3d5, w); break;
case "_type": if (v.type === undefined) { s0 |= 1; onePrimitive(undefined, e, "type", type_code_53f3d5, w); } one(e, "type", beside_code_e0487f, w); break;
default: unknownKey(k, known_cddeb4, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
function AuditEvent_agent_69eca4(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 1; one(e, "who", Signature_who_540aac, w); break;
case "altId": s0 |= 1; if (!isString(e)) wrong(e, "string", "altId", w); break;
case "_altId": if (v.altId === undefined) { s0 |= 1; } one(e, "altId", beside_string_a18261, w); break;
case "name": w.report('max', '0', "name"); break;
case "_name": w.report('max', '0', "name"); break;
case "requestor": s0 |= 2; if (!isBoolean(e)) wrong(e, "boolean", "requestor", w); break;
case "_requestor": if (v.requestor === undefined) { s0 |= 2; } one(e, "requestor", beside_boolean_acb597, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "policy": s0 |= 1; primitives(e, v["_policy"], "policy", "uri", isUri, beside_uri_33bde7, w); break;
case "_policy": if (v.policy === undefined) { s0 |= 1; primitives(undefined, e, "policy", "uri", isUri, beside_uri_33bde7, w); } break;
case "media": s0 |= 1; one(e, "media", t_Coding, w); break;
case "network": s0 |= 1; one(e, "network", AuditEvent_agent_network_618f66, w); break;
case "purposeOfUse": s0 |= 1; list(e, "purposeOfUse", t_CodeableConcept, w); break;
default: unknownKey(k, known_44d33f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "requestor");
}
function AuditEvent_entity_105429(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "AuditEvent.entity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "what": s0 |= 1; one(e, "what", t_Reference, w); break;
case "type": s0 |= 1; one(e, "type", t_Coding, w); break;
case "role": s0 |= 1; one(e, "role", t_Coding, w); break;
case "lifecycle": s0 |= 1; one(e, "lifecycle", t_Coding, w); break;
case "securityLabel": s0 |= 1; list(e, "securityLabel", t_Coding, w); break;
case "name": w.report('max', '0', "name"); break;
case "_name": w.report('max', '0', "name"); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "query": w.report('max', '0', "query"); break;
case "_query": w.report('max', '0', "query"); break;
case "detail": s0 |= 2; { const n = list(e, "detail", AuditEvent_entity_detail_aecedc, w); if (n < 2) w.report('min', "2", "detail"); if (n > 3) w.report('max', "3", "detail"); } break;
default: unknownKey(k, known_5f4bc2, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "2", "detail");
if (w.broken !== b) return;
if (!((!(v.name !== undefined || v._name !== undefined) || !(v.query !== undefined || v._query !== undefined)))) w.invariant("sev-1", "error", text_381277);
}
const text_6fae9e = {"fr":"Dit pourquoi, et combien d’appels.","en":"Says why, and how many calls."};
const pattern_946ae0 = pattern("^[1-9][0-9]{0,9}$");
function f_all_303ade(v, c, w) {
if (Array.isArray(v.entity)) for (const t1 of v.entity) { if (Array.isArray(t1.detail)) for (const t2 of t1.detail) { if (t2.type === "times") { { const k3 = choiceOf(t2, properties_17ee25); if (k3 !== undefined) { const t4 = t2[k3], c5 = t2['_' + k3]; if (!(matchesPattern(t4, pattern_946ae0) === true)) return false; } } } } }
return true;
}
function f_exists_00da7d(v, c, w) {
if (Array.isArray(v.entity)) for (const t1 of v.entity) { if (Array.isArray(t1.detail)) for (const t2 of t1.detail) { if (t2.type === "times") { return true; } } }
return false;
}
function p_Psc_request_note(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Communication";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_CareTeam_extension_ebb4a5(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "instantiatesCanonical": s0 |= 1; primitives(e, v["_instantiatesCanonical"], "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "instantiatesUri": s0 |= 1; primitives(e, v["_instantiatesUri"], "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); } break;
case "basedOn": s0 |= 1; list(e, "basedOn", t_Reference, w); break;
case "partOf": s0 |= 1; list(e, "partOf", t_Reference, w); break;
case "inResponseTo": s0 |= 1; list(e, "inResponseTo", Communication_inResponseTo_d84c2c, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_7e34b6, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_7e34b6, w); } one(e, "status", beside_code_053fd6, w); break;
case "statusReason": s0 |= 1; one(e, "statusReason", t_CodeableConcept, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "medium": s0 |= 1; list(e, "medium", t_CodeableConcept, w); break;
case "subject": s0 |= 16; one(e, "subject", Reference_6424d5, w); break;
case "topic": s0 |= 1; one(e, "topic", t_CodeableConcept, w); break;
case "about": s0 |= 32; slices_Communication_about_15ce5c(e, v, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "sent": s0 |= 64; if (!isDateTime(e)) wrong(e, "dateTime", "sent", w); break;
case "_sent": if (v.sent === undefined) { s0 |= 64; } one(e, "sent", beside_dateTime_854799, w); break;
case "received": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "received", w); break;
case "_received": if (v.received === undefined) { s0 |= 1; } one(e, "received", beside_dateTime_854799, w); break;
case "recipient": s0 |= 1; list(e, "recipient", Reference_329454, w); break;
case "sender": s0 |= 1; one(e, "sender", Reference_dab754, w); break;
case "reasonCode": s0 |= 1; list(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", CarePlan_activity_detail_reasonReference_3644ad, w); break;
case "payload": s0 |= 128; { const n = list(e, "payload", Communication_payload_659233, w); if (n > 1) w.report('max', "1", "payload"); } break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
default: unknownKey(k, known_9a4395, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "subject");
if ((s0 & 32) === 0) { w.report('sliceMin', "request", "about"); }
if ((s0 & 64) === 0) w.report('min', "1", "sent");
if ((s0 & 128) === 0) w.report('min', "1", "payload");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(same((f_exists_b5efa4(v, undefined, w)), (f_exists_ae0d32(v, undefined, w))) === true)) w.invariant("psc-request-note-1", "error", text_8d0011);
}
function status_code_7e34b6(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/request-note-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_immunization_evaluation_status_e7ee11.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/request-note-status");
}
}
function slices_Communication_about_15ce5c(e, v, w) {
if (!isList(e, "about", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("about", i)) {
if (is_request_f286ea(t, w)) { m += 1; c0 += 1; Reference_3429a2(t, w); Reference_272879(t, w); }
if (is_task_6688e2(t, w)) { m += 1; c1 += 1; Reference_3429a2(t, w); Reference_e5c6c8(t, w); }
if (is_recipient_148de6(t, w)) { m += 1; c2 += 1; Reference_3429a2(t, w); Reference_5bb25e(t, w); }
if (m === 0) {  Reference_3429a2(t, w); }
else if (m > 1) w.report('sliceTwice', "request, task, recipient");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "request", "about");
if (c0 > 1) w.report('sliceMax', "request", "about");
if (c1 > 1) w.report('sliceMax', "task", "about");
if (c2 > 1) w.report('sliceMax', "recipient", "about");
}
function Reference_329454(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_b4c05e, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function Reference_dab754(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_c37456, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
const known_37ac2c = [["id","extension","modifierExtension"],{"content":"string"}];
function Communication_payload_659233(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Communication.payload";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "contentString": s0 |= 2; n0 += 1; if (!isString(e)) wrong(e, "string", "content", w); break;
case "_contentString": if (v.contentString === undefined) { s0 |= 2; n0 += 1; } one(e, "content", beside_string_a18261, w); break;
default: unknownKey(k, known_37ac2c, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "content");
if (n0 > 1) w.misshapen('choiceTwice', "content", "content");
}
const text_8d0011 = {"fr":"Une note sur la demande chez un destinataire nomme la tâche et le destinataire.","en":"A note about the request at one recipient names the task and the recipient."};
function f_exists_b5efa4(v, c, w) {
if (Array.isArray(v.about)) for (const t1 of v.about) { if (t1.type === "Task") { return true; } }
return false;
}
function f_exists_ae0d32(v, c, w) {
if (Array.isArray(v.about)) for (const t1 of v.about) { if (t1.type === "Organization") { return true; } }
return false;
}
function p_Psc_resource(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "HealthcareService";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_HealthcareService_extension_57dd90(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "active": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "active", w); break;
case "_active": if (v.active === undefined) { s0 |= 1; } one(e, "active", beside_boolean_acb597, w); break;
case "providedBy": s0 |= 1; one(e, "providedBy", Reference_eed132, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "type": s0 |= 1; list(e, "type", CodeableConcept_5e0b50, w); break;
case "specialty": s0 |= 1; list(e, "specialty", t_CodeableConcept, w); break;
case "location": s0 |= 1; list(e, "location", Reference_2652ee, w); break;
case "name": s0 |= 8; if (!isString(e)) wrong(e, "string", "name", w); break;
case "_name": if (v.name === undefined) { s0 |= 8; } one(e, "name", beside_string_a18261, w); break;
case "comment": s0 |= 1; if (!isString(e)) wrong(e, "string", "comment", w); break;
case "_comment": if (v.comment === undefined) { s0 |= 1; } one(e, "comment", beside_string_a18261, w); break;
case "extraDetails": s0 |= 1; if (!isString(e)) wrong(e, "markdown", "extraDetails", w); break;
case "_extraDetails": if (v.extraDetails === undefined) { s0 |= 1; } one(e, "extraDetails", beside_markdown_38c8d8, w); break;
case "photo": s0 |= 1; one(e, "photo", t_Attachment, w); break;
case "telecom": s0 |= 1; list(e, "telecom", ContactPoint_e875d5, w); break;
case "coverageArea": s0 |= 1; list(e, "coverageArea", Reference_2652ee, w); break;
case "serviceProvisionCode": s0 |= 1; { const n = list(e, "serviceProvisionCode", t_CodeableConcept, w); if (n > 1) w.report('max', "1", "serviceProvisionCode"); } break;
case "eligibility": s0 |= 1; { const n = list(e, "eligibility", HealthcareService_eligibility_676bc4, w); if (n > 1) w.report('max', "1", "eligibility"); } break;
case "program": s0 |= 1; list(e, "program", HealthcareService_program_ef119e, w); break;
case "characteristic": s0 |= 1; list(e, "characteristic", HealthcareService_characteristic_9269af, w); break;
case "communication": s0 |= 1; list(e, "communication", t_CodeableConcept, w); break;
case "referralMethod": s0 |= 1; list(e, "referralMethod", HealthcareService_referralMethod_dc9548, w); break;
case "appointmentRequired": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "appointmentRequired", w); break;
case "_appointmentRequired": if (v.appointmentRequired === undefined) { s0 |= 1; } one(e, "appointmentRequired", beside_boolean_acb597, w); break;
case "availableTime": s0 |= 1; list(e, "availableTime", HealthcareService_availableTime_a16e1b, w); break;
case "notAvailable": s0 |= 1; list(e, "notAvailable", HealthcareService_notAvailable_afdf1c, w); break;
case "availabilityExceptions": s0 |= 1; if (!isString(e)) wrong(e, "string", "availabilityExceptions", w); break;
case "_availabilityExceptions": if (v.availabilityExceptions === undefined) { s0 |= 1; } one(e, "availabilityExceptions", beside_string_a18261, w); break;
case "endpoint": s0 |= 1; list(e, "endpoint", HealthcareService_endpoint_07958e, w); break;
default: unknownKey(k, known_340d4e, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "name");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(f_count_86fabf(v, undefined, w) === 1)) w.invariant("psc-resource-1", "error", text_189945);
}
function fixed_47ff65(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-partner";
}
function by_url_a4ad43(v, w) {
return isObject(v) && v.url !== undefined && fixed_47ff65(v.url, w);
}
function is_partner_7a6646(v, w) {
return by_url_a4ad43(v, w);
}
function fixed_bfc37b(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-capacity";
}
function by_url_93a5d1(v, w) {
return isObject(v) && v.url !== undefined && fixed_bfc37b(v.url, w);
}
function is_capacity_375aef(v, w) {
return by_url_93a5d1(v, w);
}
function slices_HealthcareService_extension_57dd90(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_partner_7a6646(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_capacity_375aef(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, partner, capacity");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 > 1) w.report('sliceMax', "partner", "extension");
if (c2 > 1) w.report('sliceMax', "capacity", "extension");
}
function fixed_824261(v) {
return v === "https://fhir.passerelle.example/CodeSystem/resource-kind";
}
function by_system_1d39fb(v, w) {
return isObject(v) && v.system !== undefined && fixed_824261(v.system, w);
}
function is_kind_9333da(v, w) {
return by_system_1d39fb(v, w);
}
function system_uri_2ec358(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/resource-kind\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_824261(v)) w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/resource-kind\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/CodeSystem/resource-kind\"");
}
const set_resource_kind_ddfd97 = codeSet("https://fhir.passerelle.example/ValueSet/resource-kind", "https://fhir.passerelle.example/CodeSystem/resource-kind\narts-music\nchild-care\nearly-childhood\nfood-aid\nhousing\ninterpretation\nlearning\nlegal-advice\nlegal-advocacy\nmaternal-child-health\nmediation\nmentoring\nnewcomer-clinic\noccupational-therapy\nparenting\nplay\npsychology\nrecreation\nrespite\nsocial-work\nspeech-therapy\nsport\nsupport-group");
function Coding_b2f642(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_2ec358, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_2ec358, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
boundCoding(v, set_resource_kind_ddfd97, w);
}
function slices_CodeableConcept_coding_9d03e0(e, v, w) {
if (!isList(e, "coding", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("coding", i)) {
if (is_kind_9333da(t, w)) { m += 1; c0 += 1; Coding_b2f642(t, w); }
if (m === 0) {  t_Coding(t, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "kind", "coding");
if (c0 > 1) w.report('sliceMax', "kind", "coding");
}
function CodeableConcept_5e0b50(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; slices_CodeableConcept_coding_9d03e0(e, v, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "kind", "coding"); }
if (w.broken !== b) return;
concept(v, w);
}
function Reference_2652ee(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_743aac, w);
}
function fixed_e1df18(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-age-range";
}
function by_url_49a84b(v, w) {
return isObject(v) && v.url !== undefined && fixed_e1df18(v.url, w);
}
function is_ages_80f96e(v, w) {
return by_url_49a84b(v, w);
}
function slices_HealthcareService_eligibility_extension_374cdb(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_ages_80f96e(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "ages", "extension");
}
function HealthcareService_eligibility_676bc4(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "HealthcareService.eligibility";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_HealthcareService_eligibility_extension_374cdb(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 1; one(e, "code", t_CodeableConcept, w); break;
case "comment": s0 |= 1; if (!isString(e)) wrong(e, "markdown", "comment", w); break;
case "_comment": if (v.comment === undefined) { s0 |= 1; } one(e, "comment", beside_markdown_38c8d8, w); break;
default: unknownKey(k, known_abb27a, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
const set_programme_4b43bb = codeSet("https://fhir.passerelle.example/ValueSet/programme", "https://fhir.passerelle.example/CodeSystem/programme\nagir-tot\nclsc\nhospital\nneglect-programme\nsippe\nspecialist");
function HealthcareService_program_ef119e(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_programme_4b43bb, w);
}
const set_service_mode_8b0e7a = codeSet("https://fhir.passerelle.example/ValueSet/service-mode", "https://fhir.passerelle.example/CodeSystem/service-mode\nat-home\nin-person\nonline\ntelephone");
function HealthcareService_characteristic_9269af(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_service_mode_8b0e7a, w);
}
const set_service_referral_method_50fa9e = codeSet("http://hl7.org/fhir/ValueSet/service-referral-method", "http://terminology.hl7.org/CodeSystem/service-referral-method\nelec\nfax\nmail\nphone\nsemail");
function HealthcareService_referralMethod_dc9548(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_service_referral_method_50fa9e, w);
}
function HealthcareService_notAvailable_afdf1c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "HealthcareService.notAvailable";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "description": s0 |= 2; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 2; } one(e, "description", beside_string_a18261, w); break;
case "during": s0 |= 1; one(e, "during", Period_78876f, w); break;
default: unknownKey(k, known_81c0eb, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "description");
}
const text_189945 = {"fr":"La ressource a exactement un numéro donné par le centre (NamingSystem/resource/…).","en":"The resource has exactly one number given by the centre (NamingSystem/resource/…)."};
function f_count_86fabf(v, c, w) {
let n = 0;
if (Array.isArray(v.identifier)) for (const t1 of v.identifier) { if (startsWith(t1.system, "https://fhir.passerelle.example/NamingSystem/resource/") === true) { n += 1; } }
return n;
}
function p_Psc_service_referral(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ServiceRequest";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0, n2 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", Meta_1a449c, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_ServiceRequest_extension_892bb2(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; slices_ServiceRequest_identifier_cd5c6e(e, v, w); break;
case "instantiatesCanonical": s0 |= 1; primitives(e, v["_instantiatesCanonical"], "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "instantiatesUri": s0 |= 1; primitives(e, v["_instantiatesUri"], "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); } break;
case "basedOn": s0 |= 1; list(e, "basedOn", Reference_14322f, w); break;
case "replaces": s0 |= 1; { const n = list(e, "replaces", Reference_b49917, w); if (n > 1) w.report('max', "1", "replaces"); } break;
case "requisition": s0 |= 1; one(e, "requisition", t_Identifier, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_98f48f, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_98f48f, w); } one(e, "status", beside_code_053fd6, w); break;
case "intent": s0 |= 16; onePrimitive(e, v["_intent"], "intent", intent_code_3f7f43, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 16; onePrimitive(undefined, e, "intent", intent_code_3f7f43, w); } one(e, "intent", beside_code_e0487f, w); break;
case "category": s0 |= 32; slices_ServiceRequest_category_971b97(e, v, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "doNotPerform": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "doNotPerform", w); break;
case "_doNotPerform": if (v.doNotPerform === undefined) { s0 |= 1; } one(e, "doNotPerform", beside_boolean_acb597, w); break;
case "code": s0 |= 1; one(e, "code", CodeableConcept_43de82, w); break;
case "orderDetail": s0 |= 1; list(e, "orderDetail", t_CodeableConcept, w); break;
case "quantityQuantity": s0 |= 1; n0 += 1; one(e, "quantity", t_Quantity, w); break;
case "quantityRatio": s0 |= 1; n0 += 1; one(e, "quantity", t_Ratio, w); break;
case "quantityRange": s0 |= 1; n0 += 1; one(e, "quantity", t_Range, w); break;
case "subject": s0 |= 64; one(e, "subject", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "occurrenceDateTime": s0 |= 1; n1 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "occurrence", w); break;
case "_occurrenceDateTime": if (v.occurrenceDateTime === undefined) { s0 |= 1; n1 += 1; } one(e, "occurrence", beside_dateTime_854799, w); break;
case "occurrencePeriod": s0 |= 1; n1 += 1; one(e, "occurrence", t_Period, w); break;
case "occurrenceTiming": s0 |= 1; n1 += 1; one(e, "occurrence", t_Timing, w); break;
case "asNeededBoolean": s0 |= 1; n2 += 1; if (!isBoolean(e)) wrong(e, "boolean", "asNeeded", w); break;
case "_asNeededBoolean": if (v.asNeededBoolean === undefined) { s0 |= 1; n2 += 1; } one(e, "asNeeded", beside_boolean_acb597, w); break;
case "asNeededCodeableConcept": s0 |= 1; n2 += 1; one(e, "asNeeded", t_CodeableConcept, w); break;
case "authoredOn": s0 |= 128; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 128; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "requester": s0 |= 1; one(e, "requester", Reference_b9a583, w); break;
case "performerType": s0 |= 1; one(e, "performerType", t_CodeableConcept, w); break;
case "performer": s0 |= 1; { const n = list(e, "performer", Reference_eed132, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "locationCode": s0 |= 1; list(e, "locationCode", t_CodeableConcept, w); break;
case "locationReference": s0 |= 1; list(e, "locationReference", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; list(e, "reasonCode", CodeableConcept_43de82, w); break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", CarePlan_activity_detail_reasonReference_3644ad, w); break;
case "insurance": w.report('max', '0', "insurance"); break;
case "_insurance": w.report('max', '0', "insurance"); break;
case "supportingInfo": s0 |= 1; list(e, "supportingInfo", Reference_2cf3dd, w); break;
case "specimen": s0 |= 1; list(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "bodySite": s0 |= 1; list(e, "bodySite", t_CodeableConcept, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "patientInstruction": s0 |= 1; if (!isString(e)) wrong(e, "string", "patientInstruction", w); break;
case "_patientInstruction": if (v.patientInstruction === undefined) { s0 |= 1; } one(e, "patientInstruction", beside_string_a18261, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
default: unknownKey(k, known_1f763b, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "safeContact", "extension"); }
if ((s0 & 4) === 0) { w.report('sliceMin', "placer", "identifier"); }
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "intent");
if ((s0 & 32) === 0) { w.report('sliceMin', "kind", "category"); w.report('sliceMin', "programme", "category"); }
if ((s0 & 64) === 0) w.report('min', "1", "subject");
if ((s0 & 128) === 0) w.report('min', "1", "authoredOn");
if (n0 > 1) w.misshapen('choiceTwice', "quantity", "quantity");
if (n1 > 1) w.misshapen('choiceTwice', "occurrence", "occurrence");
if (n2 > 1) w.misshapen('choiceTwice', "asNeeded", "asNeeded");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.orderDetail !== undefined) || (v.code !== undefined)))) w.invariant("prr-1", "error", text_a65d67);
if (!(f_count_d56901(v, undefined, w) === 1)) w.invariant("psc-request-1", "error", text_fd74ce);
}
function slices_ServiceRequest_extension_892bb2(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_safeContact_504847(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_agreement_33d1fe(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_pertainsToGoal_757bfb(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); Extension_6ff68e(t, w); }
if (is_statusReason_91598a(t, w)) { m += 1; c4 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, safeContact, agreement, pertainsToGoal, statusReason");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 < 1) w.report('sliceMin', "safeContact", "extension");
if (c1 > 1) w.report('sliceMax', "safeContact", "extension");
if (c4 > 1) w.report('sliceMax', "statusReason", "extension");
}
function pattern_7dac46(v) {
return v === "service-referral";
}
function code_code_056889(v, w, c) {
if (v === undefined) { w.report("pattern", "\"service-referral\""); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!pattern_7dac46(v)) w.report("pattern", "\"service-referral\"");
}
}
function Coding_017489(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_dac5c7, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_dac5c7, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; onePrimitive(e, v["_code"], "code", code_code_056889, w); break;
case "_code": if (v.code === undefined) { s0 |= 4; onePrimitive(undefined, e, "code", code_code_056889, w); } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
}
function CodeableConcept_6c1aa5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; { const n = list(e, "coding", Coding_017489, w); if (n > 1) w.report('max', "1", "coding"); } break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "coding");
if (w.broken !== b) return;
concept(v, w);
}
function fixed_b628d8(v) {
return v === "https://fhir.passerelle.example/CodeSystem/programme";
}
function by_system_b18187(v, w) {
return isObject(v) && v.system !== undefined && fixed_b628d8(v.system, w);
}
function by_coding_e870ea(v, w) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some((it) => by_system_b18187(it, w));
}
function is_programme_d1e8b7(v, w) {
return by_coding_e870ea(v, w);
}
function system_uri_bfec60(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/programme\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_b628d8(v)) w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/programme\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/CodeSystem/programme\"");
}
function Coding_7354e1(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_bfec60, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_bfec60, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
}
function CodeableConcept_b2736e(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; { const n = list(e, "coding", Coding_7354e1, w); if (n > 1) w.report('max', "1", "coding"); } break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "coding");
if (w.broken !== b) return;
concept(v, w);
boundConcept(v, set_programme_4b43bb, w);
}
function slices_ServiceRequest_category_971b97(e, v, w) {
if (!isList(e, "category", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("category", i)) {
if (is_kind_b82682(t, w)) { m += 1; c0 += 1; CodeableConcept_6c1aa5(t, w); }
if (is_programme_d1e8b7(t, w)) { m += 1; c1 += 1; CodeableConcept_b2736e(t, w); }
if (m === 0) {  t_CodeableConcept(t, w); }
else if (m > 1) w.report('sliceTwice', "kind, programme");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "kind", "category");
if (c0 > 1) w.report('sliceMax', "kind", "category");
if (c1 < 1) w.report('sliceMin', "programme", "category");
if (c1 > 1) w.report('sliceMax', "programme", "category");
if (e.length < 2) w.report('min', "2", "category");
}
function p_Psc_shared_assessment(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ClinicalImpression";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_ClinicalImpression_extension_ce4a9f(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_fa548b, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_fa548b, w); } one(e, "status", beside_code_053fd6, w); break;
case "statusReason": s0 |= 1; one(e, "statusReason", t_CodeableConcept, w); break;
case "code": s0 |= 1; one(e, "code", ClinicalImpression_code_730d46, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "subject": s0 |= 16; one(e, "subject", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", Reference_ad595c, w); break;
case "effectiveDateTime": s0 |= 32; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "effective", w); break;
case "_effectiveDateTime": if (v.effectiveDateTime === undefined) { s0 |= 32; n0 += 1; } one(e, "effective", beside_dateTime_854799, w); break;
case "date": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "date", w); break;
case "_date": if (v.date === undefined) { s0 |= 1; } one(e, "date", beside_dateTime_854799, w); break;
case "assessor": s0 |= 1; one(e, "assessor", Reference_baac6b, w); break;
case "previous": s0 |= 1; one(e, "previous", Reference_e11b23, w); break;
case "problem": s0 |= 1; list(e, "problem", Reference_7faeb3, w); break;
case "investigation": s0 |= 1; list(e, "investigation", ClinicalImpression_investigation_72f6e5, w); break;
case "protocol": s0 |= 1; primitives(e, v["_protocol"], "protocol", "uri", isUri, beside_uri_33bde7, w); break;
case "_protocol": if (v.protocol === undefined) { s0 |= 1; primitives(undefined, e, "protocol", "uri", isUri, beside_uri_33bde7, w); } break;
case "summary": s0 |= 1; if (!isString(e)) wrong(e, "string", "summary", w); break;
case "_summary": if (v.summary === undefined) { s0 |= 1; } one(e, "summary", beside_string_a18261, w); break;
case "finding": s0 |= 1; list(e, "finding", ClinicalImpression_finding_203b5a, w); break;
case "prognosisCodeableConcept": s0 |= 1; list(e, "prognosisCodeableConcept", t_CodeableConcept, w); break;
case "prognosisReference": s0 |= 1; list(e, "prognosisReference", ClinicalImpression_prognosisReference_10acbb, w); break;
case "supportingInfo": s0 |= 1; list(e, "supportingInfo", Reference_2cf3dd, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
default: unknownKey(k, known_2fe12d, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "revision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "identifier");
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "subject");
if ((s0 & 32) === 0) w.report('min', "1", "effective");
if (n0 > 1) w.misshapen('choiceTwice', "effective", "effective");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!f_exists_a522b6(v, undefined, w) || f_one_a1fb70(v, undefined, w) === "Observation"))) w.invariant("psc-shared-assessment-1", "error", text_e4e44f);
if (!(!f_exists_6858ec(v, undefined, w))) w.invariant("psc-shared-assessment-2", "error", text_fbbff9);
if (!(isDistinct(f_list_6455c7(v, undefined, w)))) w.invariant("psc-shared-assessment-3", "error", text_02375d);
if (!(!f_exists_b54ead(v, undefined, w))) w.invariant("psc-shared-assessment-4", "error", text_7b08b0);
}
function fixed_8ab8eb(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-changed-since";
}
function by_url_390e74(v, w) {
return isObject(v) && v.url !== undefined && fixed_8ab8eb(v.url, w);
}
function is_changedSince_c570b6(v, w) {
return by_url_390e74(v, w);
}
function fixed_683aca(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-present";
}
function by_url_aecdc4(v, w) {
return isObject(v) && v.url !== undefined && fixed_683aca(v.url, w);
}
function is_present_c5d7b8(v, w) {
return by_url_aecdc4(v, w);
}
function fixed_b1c04e(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-position";
}
function by_url_26b366(v, w) {
return isObject(v) && v.url !== undefined && fixed_b1c04e(v.url, w);
}
function is_position_693e3b(v, w) {
return by_url_26b366(v, w);
}
function slices_ClinicalImpression_extension_ce4a9f(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_changedSince_c570b6(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_present_c5d7b8(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_position_693e3b(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, changedSince, present, position");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "revision", "extension");
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 > 1) w.report('sliceMax', "changedSince", "extension");
}
const set_assessment_kind_fa63d2 = codeSet("https://fhir.passerelle.example/ValueSet/assessment-kind", "https://fhir.passerelle.example/CodeSystem/assessment-kind\ncourse-of-action\nfollow-up\norientation");
function ClinicalImpression_code_730d46(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_assessment_kind_fa63d2, w);
}
function Reference_ad595c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_378579, w);
}
function Reference_baac6b(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_3ee39b, w);
}
function Reference_e11b23(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_76d770, w);
}
function Reference_7faeb3(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_3bf223, w);
}
function slices_ClinicalImpression_investigation_extension_694eed(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_changedSince_c570b6(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "changedSince", "extension");
}
const set_goal_category_e5f86a = codeSet("https://fhir.passerelle.example/ValueSet/goal-category", "https://fhir.passerelle.example/CodeSystem/goal-category\ndevelopment\nhealth\npsychosocial\nrights\nschool");
function ClinicalImpression_investigation_code_030541(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_goal_category_e5f86a, w);
}
const targets_2f6573 = ["Observation","QuestionnaireResponse"];
function Reference_dfb7cf(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_2f6573, w);
}
function ClinicalImpression_investigation_72f6e5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ClinicalImpression.investigation";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_ClinicalImpression_investigation_extension_694eed(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 2; one(e, "code", ClinicalImpression_investigation_code_030541, w); break;
case "item": s0 |= 1; list(e, "item", Reference_dfb7cf, w); break;
default: unknownKey(k, known_51f0b8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "code");
}
function Reference_4a2c7f(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_5a0f5b, w);
}
function ClinicalImpression_finding_203b5a(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ClinicalImpression.finding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "itemCodeableConcept": s0 |= 1; one(e, "itemCodeableConcept", t_CodeableConcept, w); break;
case "itemReference": s0 |= 1; one(e, "itemReference", Reference_4a2c7f, w); break;
case "basis": s0 |= 1; if (!isString(e)) wrong(e, "string", "basis", w); break;
case "_basis": if (v.basis === undefined) { s0 |= 1; } one(e, "basis", beside_string_a18261, w); break;
default: unknownKey(k, known_2d916b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
}
const known_2fe12d = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","status","statusReason","code","description","subject","encounter","date","assessor","previous","problem","investigation","protocol","summary","finding","prognosisCodeableConcept","prognosisReference","supportingInfo","note"],{"effective":"dateTime"}];
const text_e4e44f = {"fr":"Les forces viennent avant ce qui pèse.","en":"Strengths come before what weighs."};
function f_exists_a522b6(v, c, w) {
if (Array.isArray(v.finding)) for (const t1 of v.finding) { { const t2 = t1.itemReference; if (t2 !== undefined) { if (t2.type === "Observation") { return true; } } } }
return false;
}
function f_list_188f20(v, c, w) {
const r = [];
if (Array.isArray(v.finding)) for (const t1 of v.finding) { r.push(t1); }
return r;
}
function f_one_a1fb70(v, c, w) {
{ const t1 = f_list_188f20(v, undefined, w)[0]; if (t1 !== undefined) { { const t2 = t1.itemReference; if (t2 !== undefined) { { const t3 = t2.type, c4 = t2._type; if (t3 !== undefined || c4 !== undefined) { return t3; } } } } } }
return undefined;
}
const text_fbbff9 = {"fr":"Une lecture ne se suit pas elle-même.","en":"A reading does not follow itself."};
function f_list_afecfd(v, c, w) {
const r = [];
{ const t1 = v.system, c2 = v._system; if (t1 !== undefined || c2 !== undefined) { r.push(t1 ?? c2); } }
return r;
}
function f_list_135d41(v, c, w) {
const r = [];
if (Array.isArray(w.resource.identifier)) for (const t1 of w.resource.identifier) { { const t2 = t1.system, c3 = t1._system; if (t2 !== undefined || c3 !== undefined) { r.push(t2 ?? c3); } } }
return r;
}
function f_list_aedcc3(v, c, w) {
const r = [];
{ const t1 = v.value, c2 = v._value; if (t1 !== undefined || c2 !== undefined) { r.push(t1 ?? c2); } }
return r;
}
function f_list_ec7dd2(v, c, w) {
const r = [];
if (Array.isArray(w.resource.identifier)) for (const t1 of w.resource.identifier) { { const t2 = t1.value, c3 = t1._value; if (t2 !== undefined || c3 !== undefined) { r.push(t2 ?? c3); } } }
return r;
}
function f_exists_6858ec(v, c, w) {
{ const t1 = v.previous; if (t1 !== undefined) { { const t2 = t1.identifier; if (t2 !== undefined) { if ((isIn(f_list_afecfd(t2, undefined, w), f_list_135d41(t2, undefined, w)) === true && isIn(f_list_aedcc3(t2, undefined, w), f_list_ec7dd2(t2, undefined, w)) === true)) { return true; } } } } }
return false;
}
const text_02375d = {"fr":"Un domaine n’est lu qu’une fois dans une lecture.","en":"A domain is read once in a reading."};
function f_list_6455c7(v, c, w) {
const r = [];
if (Array.isArray(v.investigation)) for (const t1 of v.investigation) { { const t2 = t1.code; if (t2 !== undefined) { if (Array.isArray(t2.coding)) for (const t3 of t2.coding) { if (t3.system === "https://fhir.passerelle.example/CodeSystem/goal-category") { { const t4 = t3.code, c5 = t3._code; if (t4 !== undefined || c5 !== undefined) { r.push(t4 ?? c5); } } } } } } }
return r;
}
function f_list_122915(v, c, w) {
const r = [];
for (const t1 of childrenNamed(v, "type")) { r.push(t1); }
return r;
}
function f_list_64448b(v, c, w) {
const r = [];
{ const t1 = w.resource.subject; if (t1 !== undefined) { { const t2 = t1.identifier; if (t2 !== undefined) { { const t3 = t2.system, c4 = t2._system; if (t3 !== undefined || c4 !== undefined) { r.push(t3 ?? c4); } } } } } }
return r;
}
function f_list_f3dd6c(v, c, w) {
const r = [];
for (const t1 of childrenNamed(v, "value")) { r.push(t1); }
return r;
}
function f_list_c939a8(v, c, w) {
const r = [];
{ const t1 = w.resource.subject; if (t1 !== undefined) { { const t2 = t1.identifier; if (t2 !== undefined) { { const t3 = t2.value, c4 = t2._value; if (t3 !== undefined || c4 !== undefined) { r.push(t3 ?? c4); } } } } } }
return r;
}
function f_exists_b54ead(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { for (const t2 of descendants(t1)) { if (equalLists(f_list_122915(t2, undefined, w), targets_74ffcb) === true) { for (const t3 of childrenNamed(t2, "identifier")) { if ((equalLists(f_list_4ba098(t3, undefined, w), f_list_64448b(t3, undefined, w)) === false || equalLists(f_list_f3dd6c(t3, undefined, w), f_list_c939a8(t3, undefined, w)) === false)) { return true; } } } } }
return false;
}
function p_Psc_social_prescription(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "ServiceRequest";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0, n2 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", Meta_1a449c, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 2; slices_ServiceRequest_extension_233588(e, v, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 4; slices_ServiceRequest_identifier_cd5c6e(e, v, w); break;
case "instantiatesCanonical": s0 |= 1; primitives(e, v["_instantiatesCanonical"], "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesCanonical", "canonical", isCanonical, beside_canonical_d7eb28, w); } break;
case "instantiatesUri": s0 |= 1; primitives(e, v["_instantiatesUri"], "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; primitives(undefined, e, "instantiatesUri", "uri", isUri, beside_uri_33bde7, w); } break;
case "basedOn": s0 |= 1; list(e, "basedOn", Reference_14322f, w); break;
case "replaces": s0 |= 1; { const n = list(e, "replaces", Reference_b49917, w); if (n > 1) w.report('max', "1", "replaces"); } break;
case "requisition": s0 |= 1; one(e, "requisition", t_Identifier, w); break;
case "status": s0 |= 8; onePrimitive(e, v["_status"], "status", status_code_98f48f, w); break;
case "_status": if (v.status === undefined) { s0 |= 8; onePrimitive(undefined, e, "status", status_code_98f48f, w); } one(e, "status", beside_code_053fd6, w); break;
case "intent": s0 |= 16; onePrimitive(e, v["_intent"], "intent", intent_code_3f7f43, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 16; onePrimitive(undefined, e, "intent", intent_code_3f7f43, w); } one(e, "intent", beside_code_e0487f, w); break;
case "category": s0 |= 32; slices_ServiceRequest_category_be878e(e, v, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "doNotPerform": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "doNotPerform", w); break;
case "_doNotPerform": if (v.doNotPerform === undefined) { s0 |= 1; } one(e, "doNotPerform", beside_boolean_acb597, w); break;
case "code": s0 |= 64; one(e, "code", CodeableConcept_f8b286, w); break;
case "orderDetail": s0 |= 1; list(e, "orderDetail", t_CodeableConcept, w); break;
case "quantityQuantity": s0 |= 1; n0 += 1; one(e, "quantity", t_Quantity, w); break;
case "quantityRatio": s0 |= 1; n0 += 1; one(e, "quantity", t_Ratio, w); break;
case "quantityRange": s0 |= 1; n0 += 1; one(e, "quantity", t_Range, w); break;
case "subject": s0 |= 128; one(e, "subject", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "occurrenceDateTime": s0 |= 1; n1 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "occurrence", w); break;
case "_occurrenceDateTime": if (v.occurrenceDateTime === undefined) { s0 |= 1; n1 += 1; } one(e, "occurrence", beside_dateTime_854799, w); break;
case "occurrencePeriod": s0 |= 1; n1 += 1; one(e, "occurrence", t_Period, w); break;
case "occurrenceTiming": s0 |= 1; n1 += 1; one(e, "occurrence", t_Timing, w); break;
case "asNeededBoolean": s0 |= 1; n2 += 1; if (!isBoolean(e)) wrong(e, "boolean", "asNeeded", w); break;
case "_asNeededBoolean": if (v.asNeededBoolean === undefined) { s0 |= 1; n2 += 1; } one(e, "asNeeded", beside_boolean_acb597, w); break;
case "asNeededCodeableConcept": s0 |= 1; n2 += 1; one(e, "asNeeded", t_CodeableConcept, w); break;
case "authoredOn": s0 |= 256; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 256; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "requester": s0 |= 1; one(e, "requester", Reference_b9a583, w); break;
case "performerType": s0 |= 1; one(e, "performerType", t_CodeableConcept, w); break;
case "performer": s0 |= 1; { const n = list(e, "performer", Reference_eed132, w); if (n > 1) w.report('max', "1", "performer"); } break;
case "locationCode": s0 |= 1; list(e, "locationCode", t_CodeableConcept, w); break;
case "locationReference": s0 |= 1; list(e, "locationReference", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; list(e, "reasonCode", CodeableConcept_43de82, w); break;
case "reasonReference": s0 |= 1; list(e, "reasonReference", CarePlan_activity_detail_reasonReference_3644ad, w); break;
case "insurance": w.report('max', '0', "insurance"); break;
case "_insurance": w.report('max', '0', "insurance"); break;
case "supportingInfo": s0 |= 1; list(e, "supportingInfo", Reference_2cf3dd, w); break;
case "specimen": s0 |= 1; list(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "bodySite": s0 |= 1; list(e, "bodySite", t_CodeableConcept, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "patientInstruction": s0 |= 1; if (!isString(e)) wrong(e, "string", "patientInstruction", w); break;
case "_patientInstruction": if (v.patientInstruction === undefined) { s0 |= 1; } one(e, "patientInstruction", beside_string_a18261, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
default: unknownKey(k, known_1f763b, w);
}
}
if ((s0 & 2) === 0) { w.report('sliceMin', "safeContact", "extension"); }
if ((s0 & 4) === 0) { w.report('sliceMin', "placer", "identifier"); }
if ((s0 & 8) === 0) w.report('min', "1", "status");
if ((s0 & 16) === 0) w.report('min', "1", "intent");
if ((s0 & 32) === 0) { w.report('sliceMin', "kind", "category"); w.report('sliceMin', "domain", "category"); }
if ((s0 & 64) === 0) w.report('min', "1", "code");
if ((s0 & 128) === 0) w.report('min', "1", "subject");
if ((s0 & 256) === 0) w.report('min', "1", "authoredOn");
if (n0 > 1) w.misshapen('choiceTwice', "quantity", "quantity");
if (n1 > 1) w.misshapen('choiceTwice', "occurrence", "occurrence");
if (n2 > 1) w.misshapen('choiceTwice', "asNeeded", "asNeeded");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.orderDetail !== undefined) || (v.code !== undefined)))) w.invariant("prr-1", "error", text_a65d67);
if (!(f_count_d56901(v, undefined, w) === 1)) w.invariant("psc-request-1", "error", text_fd74ce);
}
function fixed_c322be(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-co-producer";
}
function by_url_5e5bd6(v, w) {
return isObject(v) && v.url !== undefined && fixed_c322be(v.url, w);
}
function is_coProducer_7adba3(v, w) {
return by_url_5e5bd6(v, w);
}
function fixed_a1afe6(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-barrier";
}
function by_url_d3820f(v, w) {
return isObject(v) && v.url !== undefined && fixed_a1afe6(v.url, w);
}
function is_barrier_9dbcf4(v, w) {
return by_url_d3820f(v, w);
}
function slices_ServiceRequest_extension_233588(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_revision_338fb8(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_safeContact_504847(t, w)) { m += 1; c1 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_agreement_33d1fe(t, w)) { m += 1; c2 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_pertainsToGoal_757bfb(t, w)) { m += 1; c3 += 1; extension(t, "extension", v, t_Extension, w); Extension_6ff68e(t, w); }
if (is_statusReason_91598a(t, w)) { m += 1; c4 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_coProducer_7adba3(t, w)) { m += 1; c5 += 1; extension(t, "extension", v, t_Extension, w); }
if (is_barrier_9dbcf4(t, w)) { m += 1; c6 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "revision, safeContact, agreement, pertainsToGoal, statusReason, coProducer, barrier");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "revision", "extension");
if (c1 < 1) w.report('sliceMin', "safeContact", "extension");
if (c1 > 1) w.report('sliceMax', "safeContact", "extension");
if (c4 > 1) w.report('sliceMax', "statusReason", "extension");
}
function pattern_5d4611(v) {
return v === "social-prescription";
}
function code_code_95f779(v, w, c) {
if (v === undefined) { w.report("pattern", "\"social-prescription\""); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!pattern_5d4611(v)) w.report("pattern", "\"social-prescription\"");
}
}
function Coding_4cd6df(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_dac5c7, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_dac5c7, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; onePrimitive(e, v["_code"], "code", code_code_95f779, w); break;
case "_code": if (v.code === undefined) { s0 |= 4; onePrimitive(undefined, e, "code", code_code_95f779, w); } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
}
function CodeableConcept_13db0f(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; { const n = list(e, "coding", Coding_4cd6df, w); if (n > 1) w.report('max', "1", "coding"); } break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "coding");
if (w.broken !== b) return;
concept(v, w);
}
function fixed_15c915(v) {
return v === "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes";
}
function by_system_76ae79(v, w) {
return isObject(v) && v.system !== undefined && fixed_15c915(v.system, w);
}
function by_coding_e4f7fe(v, w) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some((it) => by_system_76ae79(it, w));
}
function is_domain_cea3c6(v, w) {
return by_coding_e4f7fe(v, w);
}
function system_uri_14ab97(v, w, c) {
if (v === undefined) { w.report("fixed", "\"http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_15c915(v)) w.report("fixed", "\"http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes\"");
}
function Coding_2be026(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_14ab97, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_14ab97, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
}
function CodeableConcept_2d4685(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 2; { const n = list(e, "coding", Coding_2be026, w); if (n > 1) w.report('max', "1", "coding"); } break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "coding");
if (w.broken !== b) return;
concept(v, w);
}
function slices_ServiceRequest_category_be878e(e, v, w) {
if (!isList(e, "category", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("category", i)) {
if (is_kind_b82682(t, w)) { m += 1; c0 += 1; CodeableConcept_13db0f(t, w); }
if (is_domain_cea3c6(t, w)) { m += 1; c1 += 1; CodeableConcept_2d4685(t, w); }
if (m === 0) {  t_CodeableConcept(t, w); }
else if (m > 1) w.report('sliceTwice', "kind, domain");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "kind", "category");
if (c0 > 1) w.report('sliceMax', "kind", "category");
if (c1 < 1) w.report('sliceMin', "domain", "category");
if (c1 > 1) w.report('sliceMax', "domain", "category");
if (e.length < 2) w.report('min', "2", "category");
}
const set_prescription_kind_47142a = codeSet("https://fhir.passerelle.example/ValueSet/prescription-kind", "https://fhir.passerelle.example/CodeSystem/prescription-kind\narts-music\nfood-aid\nlearning\nmentoring\nplay\nrecreation\nrespite\nsport");
function CodeableConcept_f8b286(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 1; list(e, "coding", t_Coding, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
concept(v, w);
boundConcept(v, set_prescription_kind_47142a, w);
}
function p_Psc_stress_trend(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "basedOn": s0 |= 1; list(e, "basedOn", Observation_basedOn_5eb00e, w); break;
case "partOf": s0 |= 1; list(e, "partOf", Observation_partOf_b10dc9, w); break;
case "status": s0 |= 4; onePrimitive(e, v["_status"], "status", status_code_a3d0a6, w); break;
case "_status": if (v.status === undefined) { s0 |= 4; onePrimitive(undefined, e, "status", status_code_a3d0a6, w); } one(e, "status", beside_code_e0487f, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "code": s0 |= 8; one(e, "code", CodeableConcept_a6c151, w); break;
case "subject": s0 |= 16; one(e, "subject", Reference_6424d5, w); break;
case "focus": s0 |= 32; { const n = list(e, "focus", Reference_7faeb3, w); if (n > 1) w.report('max', "1", "focus"); } break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "effectiveDateTime": s0 |= 64; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "effective", w); break;
case "_effectiveDateTime": if (v.effectiveDateTime === undefined) { s0 |= 64; n0 += 1; } one(e, "effective", beside_dateTime_854799, w); break;
case "issued": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "issued", w); break;
case "_issued": if (v.issued === undefined) { s0 |= 1; } one(e, "issued", beside_instant_f4a41b, w); break;
case "performer": s0 |= 1; list(e, "performer", CareTeam_participant_member_c17361, w); break;
case "valueCodeableConcept": s0 |= 1; n1 += 1; one(e, "value", Observation_value_c6c766, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "bodySite": s0 |= 1; one(e, "bodySite", t_CodeableConcept, w); break;
case "method": s0 |= 1; one(e, "method", t_CodeableConcept, w); break;
case "specimen": s0 |= 1; one(e, "specimen", DiagnosticReport_specimen_64d356, w); break;
case "device": s0 |= 1; one(e, "device", Observation_device_12b893, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", Observation_referenceRange_c2f7b6, w); break;
case "hasMember": s0 |= 1; list(e, "hasMember", Observation_hasMember_0927c5, w); break;
case "derivedFrom": s0 |= 1; list(e, "derivedFrom", Observation_derivedFrom_82ed2d, w); break;
case "component": s0 |= 1; slices_Observation_component_bfaf8a(e, v, w); break;
default: unknownKey(k, known_104ae8, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "status");
if ((s0 & 8) === 0) w.report('min', "1", "code");
if ((s0 & 16) === 0) w.report('min', "1", "subject");
if ((s0 & 32) === 0) w.report('min', "1", "focus");
if ((s0 & 64) === 0) w.report('min', "1", "effective");
if (n0 > 1) w.misshapen('choiceTwice', "effective", "effective");
if (n1 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!((!(v.dataAbsentReason !== undefined) || !f_exists_7a9bff(v, undefined, w)))) w.invariant("obs-6", "error", text_0eabdb);
if (!((!f_exists_7a9bff(v, undefined, w) || !f_exists_9fb297(v, undefined, w)))) w.invariant("obs-7", "error", text_10d339);
}
function fixed_0d74e3(v) {
return v === "https://fhir.passerelle.example/CodeSystem/toxic-stress";
}
function by_system_b13efb(v, w) {
return isObject(v) && v.system !== undefined && fixed_0d74e3(v.system, w);
}
function is_class_67924e(v, w) {
return by_system_b13efb(v, w);
}
function system_uri_c7c27f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/toxic-stress\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_0d74e3(v)) w.report("fixed", "\"https://fhir.passerelle.example/CodeSystem/toxic-stress\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/CodeSystem/toxic-stress\"");
}
const set_toxic_stress_6bca4c = codeSet("https://fhir.passerelle.example/ValueSet/toxic-stress", "https://fhir.passerelle.example/CodeSystem/toxic-stress\nbereavement\ncrowded-home\neviction\nexclusion\nexhaustion\nfood\nillness-in-family\nisolation\nlanguage\nlittle-support\nmoney\nmoves\nneighbourhood\nother\nschool\nseparation\ntension-at-home\nunsound-home\nwithout-home");
function Coding_3bddac(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_c7c27f, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_c7c27f, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
boundCoding(v, set_toxic_stress_6bca4c, w);
}
function is_snomed_fad3b4(v, w) {
return by_system_38c3a0(v, w);
}
function Coding_161e90(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Coding";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_c34ee3, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_c34ee3, w); } one(e, "system", beside_uri_33bde7, w); break;
case "version": s0 |= 1; if (!isString(e)) wrong(e, "string", "version", w); break;
case "_version": if (v.version === undefined) { s0 |= 1; } one(e, "version", beside_string_a18261, w); break;
case "code": s0 |= 4; if (!isCode(e)) wrong(e, "code", "code", w); break;
case "_code": if (v.code === undefined) { s0 |= 4; } one(e, "code", beside_code_e0487f, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
case "userSelected": s0 |= 1; if (!isBoolean(e)) wrong(e, "boolean", "userSelected", w); break;
case "_userSelected": if (v.userSelected === undefined) { s0 |= 1; } one(e, "userSelected", beside_boolean_acb597, w); break;
default: unknownKey(k, known_bab0a8, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
coding(v, w);
}
function slices_CodeableConcept_coding_1a7399(e, v, w) {
if (!isList(e, "coding", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("coding", i)) {
if (is_class_67924e(t, w)) { m += 1; c0 += 1; Coding_3bddac(t, w); }
if (is_snomed_fad3b4(t, w)) { m += 1; c1 += 1; Coding_161e90(t, w); }
if (m === 0) {  t_Coding(t, w); }
else if (m > 1) w.report('sliceTwice', "class, snomed");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "class", "coding");
if (c1 > 1) w.report('sliceMax', "snomed", "coding");
}
function CodeableConcept_a6c151(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "CodeableConcept";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "coding": s0 |= 1; slices_CodeableConcept_coding_1a7399(e, v, w); break;
case "text": s0 |= 2; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 2; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_7a94d7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "text");
if (w.broken !== b) return;
concept(v, w);
}
const set_stress_trend_4b1c6e = codeSet("https://fhir.passerelle.example/ValueSet/stress-trend", "https://fhir.passerelle.example/CodeSystem/stress-trend\nincreased\nreduced\nresolved\nreturned\nstable");
function Observation_value_c6c766(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_stress_trend_4b1c6e, w);
}
function p_Psc_stress_trend_Observation_referenceRange(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.referenceRange";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "low": s0 |= 1; one(e, "low", p_SimpleQuantity, w); break;
case "high": s0 |= 1; one(e, "high", p_SimpleQuantity, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "appliesTo": s0 |= 1; list(e, "appliesTo", t_CodeableConcept, w); break;
case "age": s0 |= 1; one(e, "age", t_Range, w); break;
case "text": s0 |= 1; if (!isString(e)) wrong(e, "string", "text", w); break;
case "_text": if (v.text === undefined) { s0 |= 1; } one(e, "text", beside_string_a18261, w); break;
default: unknownKey(k, known_64090b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
if (!((((v.low !== undefined) || (v.high !== undefined)) || (v.text !== undefined || v._text !== undefined)))) w.invariant("obs-3", "error", text_2d1e73);
}
function Observation_component_61a87c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.component";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 2; one(e, "code", t_CodeableConcept, w); break;
case "valueQuantity": s0 |= 1; n0 += 1; one(e, "value", t_Quantity, w); break;
case "valueCodeableConcept": s0 |= 1; n0 += 1; one(e, "value", t_CodeableConcept, w); break;
case "valueString": s0 |= 1; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
case "valueBoolean": s0 |= 1; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "value", w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_boolean_acb597, w); break;
case "valueInteger": s0 |= 1; n0 += 1; if (!isInteger(e)) wrong(e, "integer", "value", w); break;
case "_valueInteger": if (v.valueInteger === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_integer_ac1534, w); break;
case "valueRange": s0 |= 1; n0 += 1; one(e, "value", t_Range, w); break;
case "valueRatio": s0 |= 1; n0 += 1; one(e, "value", t_Ratio, w); break;
case "valueSampledData": s0 |= 1; n0 += 1; one(e, "value", t_SampledData, w); break;
case "valueTime": s0 |= 1; n0 += 1; if (!isTime(e)) wrong(e, "time", "value", w); break;
case "_valueTime": if (v.valueTime === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_time_48b2e8, w); break;
case "valueDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "value", w); break;
case "_valueDateTime": if (v.valueDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "value", beside_dateTime_854799, w); break;
case "valuePeriod": s0 |= 1; n0 += 1; one(e, "value", t_Period, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", p_Psc_stress_trend_Observation_referenceRange, w); break;
default: unknownKey(k, known_50b24d, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "code");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
}
function pattern_eb07c2(v) {
return isObject(v) && v.code === "since" && v.system === "https://fhir.passerelle.example/CodeSystem/assessment-element";
}
function pattern_c2a9b1(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_eb07c2);
}
function by_code_208b8b(v, w) {
return isObject(v) && v.code !== undefined && pattern_c2a9b1(v.code, w);
}
function is_since_90b61a(v, w) {
return by_code_208b8b(v, w);
}
function Observation_component_code_08624f(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_c2a9b1(v)) w.report("pattern", "{\"coding\":[{\"code\":\"since\",\"system\":\"https://fhir.passerelle.example/CodeSystem/assessment-element\"}]}");
}
const known_c2e0c9 = [["id","extension","modifierExtension","code","dataAbsentReason","interpretation","referenceRange"],{"value":"dateTime"}];
function Observation_component_f7e396(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Observation.component";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "code": s0 |= 2; one(e, "code", Observation_component_code_08624f, w); break;
case "valueDateTime": s0 |= 4; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "value", w); break;
case "_valueDateTime": if (v.valueDateTime === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_dateTime_854799, w); break;
case "dataAbsentReason": s0 |= 1; one(e, "dataAbsentReason", t_CodeableConcept, w); break;
case "interpretation": s0 |= 1; list(e, "interpretation", t_CodeableConcept, w); break;
case "referenceRange": s0 |= 1; list(e, "referenceRange", p_Psc_stress_trend_Observation_referenceRange, w); break;
default: unknownKey(k, known_c2e0c9, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "code");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
}
function slices_Observation_component_bfaf8a(e, v, w) {
if (!isList(e, "component", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("component", i)) {
if (is_since_90b61a(t, w)) { m += 1; c0 += 1; Observation_component_61a87c(t, w); Observation_component_f7e396(t, w); }
if (m === 0) {  Observation_component_61a87c(t, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "since", "component");
}
function p_Psc_toxic_stress(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Condition";
const b = w.broken;
let s0 = 0, n0 = 0, n1 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "clinicalStatus": s0 |= 1; one(e, "clinicalStatus", Condition_clinicalStatus_722bef, w); break;
case "verificationStatus": s0 |= 1; one(e, "verificationStatus", Condition_verificationStatus_55bbf0, w); break;
case "category": s0 |= 4; slices_Condition_category_f9a3c3(e, v, w); break;
case "severity": s0 |= 1; one(e, "severity", t_CodeableConcept, w); break;
case "code": s0 |= 8; one(e, "code", CodeableConcept_a6c151, w); break;
case "bodySite": s0 |= 1; list(e, "bodySite", t_CodeableConcept, w); break;
case "subject": s0 |= 16; one(e, "subject", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "onsetDateTime": s0 |= 1; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "onset", w); break;
case "_onsetDateTime": if (v.onsetDateTime === undefined) { s0 |= 1; n0 += 1; } one(e, "onset", beside_dateTime_854799, w); break;
case "abatementDateTime": s0 |= 1; n1 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "abatement", w); break;
case "_abatementDateTime": if (v.abatementDateTime === undefined) { s0 |= 1; n1 += 1; } one(e, "abatement", beside_dateTime_854799, w); break;
case "abatementAge": s0 |= 1; n1 += 1; one(e, "abatement", t_Age, w); break;
case "abatementPeriod": s0 |= 1; n1 += 1; one(e, "abatement", t_Period, w); break;
case "abatementRange": s0 |= 1; n1 += 1; one(e, "abatement", t_Range, w); break;
case "abatementString": s0 |= 1; n1 += 1; if (!isString(e)) wrong(e, "string", "abatement", w); break;
case "_abatementString": if (v.abatementString === undefined) { s0 |= 1; n1 += 1; } one(e, "abatement", beside_string_a18261, w); break;
case "recordedDate": s0 |= 1; if (!isDateTime(e)) wrong(e, "dateTime", "recordedDate", w); break;
case "_recordedDate": if (v.recordedDate === undefined) { s0 |= 1; } one(e, "recordedDate", beside_dateTime_854799, w); break;
case "recorder": s0 |= 1; one(e, "recorder", AdverseEvent_recorder_bb4c7b, w); break;
case "asserter": s0 |= 1; one(e, "asserter", AdverseEvent_recorder_bb4c7b, w); break;
case "stage": s0 |= 1; list(e, "stage", Condition_stage_f5fd5e, w); break;
case "evidence": s0 |= 1; list(e, "evidence", Condition_evidence_f2be02, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
default: unknownKey(k, known_bd8fef, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) { w.report('sliceMin', "problem", "category"); }
if ((s0 & 8) === 0) w.report('min', "1", "code");
if ((s0 & 16) === 0) w.report('min', "1", "subject");
if (n0 > 1) w.misshapen('choiceTwice', "onset", "onset");
if (n1 > 1) w.misshapen('choiceTwice', "abatement", "abatement");
if (w.broken !== b) return;
if (!(((!f_exists_0f6bcf(v, undefined, w) || f_exists_ac07ae(v, undefined, w)) || (v.clinicalStatus !== undefined)))) w.invariant("con-3", "warning", text_bda93f);
if (!((!f_exists_0754d0(v, undefined, w) || f_exists_528de8(v, undefined, w)))) w.invariant("con-4", "error", text_4ce320);
if (!((!f_exists_0f6bcf(v, undefined, w) || !(v.clinicalStatus !== undefined)))) w.invariant("con-5", "error", text_15f1c5);
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(!f_exists_dd53d8(v, undefined, w))) w.invariant("psc-toxic-stress-1", "error", text_8994b0);
if (!(!f_exists_b4df30(v, undefined, w))) w.invariant("psc-toxic-stress-2", "error", text_941a95);
if (!(((v.clinicalStatus !== undefined) || f_exists_6da4fa(v, undefined, w)))) w.invariant("psc-toxic-stress-3", "error", text_1f6390);
}
function pattern_d2d12f(v) {
return isObject(v) && v.code === "problem-list-item" && v.system === "http://terminology.hl7.org/CodeSystem/condition-category";
}
function pattern_031228(v) {
return isObject(v) && Array.isArray(v.coding) && v.coding.some(pattern_d2d12f);
}
function is_problem_729c76(v, w) {
return pattern_031228(v, w);
}
function Condition_category_b10d74(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
if (!pattern_031228(v)) w.report("pattern", "{\"coding\":[{\"code\":\"problem-list-item\",\"system\":\"http://terminology.hl7.org/CodeSystem/condition-category\"}]}");
}
function slices_Condition_category_f9a3c3(e, v, w) {
if (!isList(e, "category", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("category", i)) {
if (is_problem_729c76(t, w)) { m += 1; c0 += 1; Condition_category_b10d74(t, w); }
if (m === 0) {  t_CodeableConcept(t, w); }
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "problem", "category");
if (c0 > 1) w.report('sliceMax', "problem", "category");
}
const known_bd8fef = [["id","meta","implicitRules","language","text","contained","extension","modifierExtension","identifier","clinicalStatus","verificationStatus","category","severity","code","bodySite","subject","encounter","recordedDate","recorder","asserter","stage","evidence","note"],{"onset":"dateTime","abatement":"dateTime, Age, Period, Range, string"}];
const text_8994b0 = {"fr":"Un soupçon de négligence ou d’abus n’est jamais codé.","en":"A suspicion of neglect or abuse is never coded."};
function f_exists_dd53d8(v, c, w) {
{ const t1 = v.code; if (t1 !== undefined) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if ((t2.system === "http://snomed.info/sct" && (t2.code === "704658004" || t2.code === "704659007"))) { return true; } } } }
return false;
}
const text_941a95 = {"fr":"Ni hypothèse ni soupçon : ce qui est écrit a été dit.","en":"No hypothesis and no suspicion: what is written was said."};
function f_exists_b4df30(v, c, w) {
{ const t1 = v.verificationStatus; if (t1 !== undefined) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if (((t2.code === "unconfirmed" || t2.code === "provisional") || t2.code === "differential")) { return true; } } } }
return false;
}
const text_1f6390 = {"fr":"On dit comment va ce stress, sauf s’il a été écrit par erreur.","en":"It is said how this stress stands, unless it was written in error."};
function f_exists_6da4fa(v, c, w) {
{ const t1 = v.verificationStatus; if (t1 !== undefined) { if (Array.isArray(t1.coding)) for (const t2 of t1.coding) { if (t2.code === "entered-in-error") { return true; } } } }
return false;
}
function p_Psc_trace(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "target": s0 |= 2; list(e, "target", Reference_7b2e7a, w); break;
case "occurredDateTime": s0 |= 4; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "occurred", w); break;
case "_occurredDateTime": if (v.occurredDateTime === undefined) { s0 |= 4; n0 += 1; } one(e, "occurred", beside_dateTime_854799, w); break;
case "recorded": s0 |= 8; if (!isInstant(e)) wrong(e, "instant", "recorded", w); break;
case "_recorded": if (v.recorded === undefined) { s0 |= 8; } one(e, "recorded", beside_instant_f4a41b, w); break;
case "policy": s0 |= 1; primitives(e, v["_policy"], "policy", "uri", isUri, beside_uri_33bde7, w); break;
case "_policy": if (v.policy === undefined) { s0 |= 1; primitives(undefined, e, "policy", "uri", isUri, beside_uri_33bde7, w); } break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "reason": s0 |= 1; list(e, "reason", t_CodeableConcept, w); break;
case "activity": s0 |= 1; one(e, "activity", Provenance_activity_97fc5a, w); break;
case "agent": s0 |= 16; list(e, "agent", Provenance_agent_bef530, w); break;
case "entity": s0 |= 1; list(e, "entity", Provenance_entity_d9feb5, w); break;
case "signature": s0 |= 1; list(e, "signature", t_Signature, w); break;
default: unknownKey(k, known_99c7fd, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "target");
if ((s0 & 4) === 0) w.report('min', "1", "occurred");
if ((s0 & 8) === 0) w.report('min', "1", "recorded");
if ((s0 & 16) === 0) w.report('min', "1", "agent");
if (n0 > 1) w.misshapen('choiceTwice', "occurred", "occurred");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function fixed_3b8b08(v) {
return v === "https://fhir.passerelle.example/StructureDefinition/psc-status-said";
}
function by_url_4afe3c(v, w) {
return isObject(v) && v.url !== undefined && fixed_3b8b08(v.url, w);
}
function is_statusSaid_049a94(v, w) {
return by_url_4afe3c(v, w);
}
function slices_Reference_extension_2874da(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_statusSaid_049a94(t, w)) { m += 1; c0 += 1; extension(t, "extension", v, t_Extension, w); }
if (m === 0) {  extension(t, "extension", v, t_Extension, w); }
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "statusSaid", "extension");
}
function Reference_7b2e7a(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_Reference_extension_2874da(e, v, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 1; one(e, "identifier", t_Identifier, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
reference(v, w);
}
const set_trace_activity_d4f9b1 = codeSet("https://fhir.passerelle.example/ValueSet/trace-activity", "http://terminology.hl7.org/CodeSystem/v3-DataOperation\nCREATE\nUPDATE");
function Provenance_activity_97fc5a(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_trace_activity_d4f9b1, w);
}
function Provenance_agent_bef530(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 2; one(e, "who", Reference_b30d0e, w); break;
case "onBehalfOf": s0 |= 1; one(e, "onBehalfOf", Signature_who_540aac, w); break;
default: unknownKey(k, known_128b3c, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "who");
}
function p_Psc_trace_Provenance_agent(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance.agent";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "role": s0 |= 1; list(e, "role", t_CodeableConcept, w); break;
case "who": s0 |= 2; one(e, "who", Reference_b30d0e, w); break;
case "onBehalfOf": s0 |= 1; one(e, "onBehalfOf", Signature_who_540aac, w); break;
default: unknownKey(k, known_128b3c, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "who");
}
function Provenance_entity_d9feb5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Provenance.entity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "role": s0 |= 2; onePrimitive(e, v["_role"], "role", role_code_e38882, w); break;
case "_role": if (v.role === undefined) { s0 |= 2; onePrimitive(undefined, e, "role", role_code_e38882, w); } one(e, "role", beside_code_e0487f, w); break;
case "what": s0 |= 4; one(e, "what", t_Reference, w); break;
case "agent": s0 |= 1; list(e, "agent", p_Psc_trace_Provenance_agent, w); break;
default: unknownKey(k, known_098599, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "role");
if ((s0 & 4) === 0) w.report('min', "1", "what");
}
function p_Psc_watch(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Task";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "instantiatesCanonical": s0 |= 1; if (!isCanonical(e)) wrong(e, "canonical", "instantiatesCanonical", w); break;
case "_instantiatesCanonical": if (v.instantiatesCanonical === undefined) { s0 |= 1; } one(e, "instantiatesCanonical", beside_canonical_d7eb28, w); break;
case "instantiatesUri": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "instantiatesUri", w); break;
case "_instantiatesUri": if (v.instantiatesUri === undefined) { s0 |= 1; } one(e, "instantiatesUri", beside_uri_33bde7, w); break;
case "basedOn": s0 |= 1; list(e, "basedOn", t_Reference, w); break;
case "groupIdentifier": s0 |= 1; one(e, "groupIdentifier", t_Identifier, w); break;
case "partOf": s0 |= 1; list(e, "partOf", PaymentReconciliation_request_462841, w); break;
case "status": s0 |= 4; onePrimitive(e, v["_status"], "status", status_code_0c0a8a, w); break;
case "_status": if (v.status === undefined) { s0 |= 4; onePrimitive(undefined, e, "status", status_code_0c0a8a, w); } one(e, "status", beside_code_e0487f, w); break;
case "statusReason": s0 |= 1; one(e, "statusReason", t_CodeableConcept, w); break;
case "businessStatus": s0 |= 1; one(e, "businessStatus", t_CodeableConcept, w); break;
case "intent": s0 |= 8; onePrimitive(e, v["_intent"], "intent", intent_code_758271, w); break;
case "_intent": if (v.intent === undefined) { s0 |= 8; onePrimitive(undefined, e, "intent", intent_code_758271, w); } one(e, "intent", beside_code_e0487f, w); break;
case "priority": s0 |= 1; onePrimitive(e, v["_priority"], "priority", priority_code_1b1f90, w); break;
case "_priority": if (v.priority === undefined) { s0 |= 1; onePrimitive(undefined, e, "priority", priority_code_1b1f90, w); } one(e, "priority", beside_code_e0487f, w); break;
case "code": s0 |= 16; one(e, "code", Task_code_abf197, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "focus": s0 |= 32; one(e, "focus", Reference_0bbee1, w); break;
case "for": s0 |= 64; one(e, "for", Reference_6424d5, w); break;
case "encounter": s0 |= 1; one(e, "encounter", AdverseEvent_encounter_e2ca3c, w); break;
case "executionPeriod": s0 |= 1; one(e, "executionPeriod", Period_3564fe, w); break;
case "authoredOn": s0 |= 128; if (!isDateTime(e)) wrong(e, "dateTime", "authoredOn", w); break;
case "_authoredOn": if (v.authoredOn === undefined) { s0 |= 128; } one(e, "authoredOn", beside_dateTime_854799, w); break;
case "lastModified": s0 |= 256; if (!isDateTime(e)) wrong(e, "dateTime", "lastModified", w); break;
case "_lastModified": if (v.lastModified === undefined) { s0 |= 256; } one(e, "lastModified", beside_dateTime_854799, w); break;
case "requester": s0 |= 1; one(e, "requester", Signature_who_540aac, w); break;
case "performerType": s0 |= 1; list(e, "performerType", t_CodeableConcept, w); break;
case "owner": s0 |= 512; one(e, "owner", Reference_9ce99d, w); break;
case "location": s0 |= 1; one(e, "location", ActivityDefinition_location_bcff2e, w); break;
case "reasonCode": s0 |= 1; one(e, "reasonCode", t_CodeableConcept, w); break;
case "reasonReference": s0 |= 1; one(e, "reasonReference", t_Reference, w); break;
case "insurance": s0 |= 1; list(e, "insurance", DeviceRequest_insurance_fe6b25, w); break;
case "note": s0 |= 1; list(e, "note", t_Annotation, w); break;
case "relevantHistory": s0 |= 1; list(e, "relevantHistory", Contract_relevantHistory_d86cde, w); break;
case "restriction": s0 |= 1; one(e, "restriction", Task_restriction_2068e9, w); break;
case "input": s0 |= 1; list(e, "input", Task_input_f48568, w); break;
case "output": s0 |= 1; list(e, "output", Task_output_8ef8cc, w); break;
default: unknownKey(k, known_14ce46, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "status");
if ((s0 & 8) === 0) w.report('min', "1", "intent");
if ((s0 & 16) === 0) w.report('min', "1", "code");
if ((s0 & 32) === 0) w.report('min', "1", "focus");
if ((s0 & 64) === 0) w.report('min', "1", "for");
if ((s0 & 128) === 0) w.report('min', "1", "authoredOn");
if ((s0 & 256) === 0) w.report('min', "1", "lastModified");
if ((s0 & 512) === 0) w.report('min', "1", "owner");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
if (!(((!(v.lastModified !== undefined || v._lastModified !== undefined) || !(v.authoredOn !== undefined || v._authoredOn !== undefined)) || orderedTimes(">=", v.lastModified, v.authoredOn) === true))) w.invariant("inv-1", "error", text_be62e2);
if (!(((v.status !== undefined && v.status !== "on-hold") || f_exists_3cbd14(v, undefined, w)))) w.invariant("psc-watch-1", "error", text_41a142);
}
function status_code_0c0a8a(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/watch-status"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_commitment_status_d6603f.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/watch-status");
}
}
function pattern_3dae5d(v) {
return v === "proposal";
}
function intent_code_758271(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/task-intent|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_task_intent_aae40c.has(v)) w.report('binding', "http://hl7.org/fhir/ValueSet/task-intent|4.0.1");
if (!pattern_3dae5d(v)) w.report("pattern", "\"proposal\"");
}
}
function Task_code_abf197(v, w) {
const b = w.broken;
t_CodeableConcept(v, w);
if (w.broken !== b || !isObject(v)) return;
boundConcept(v, set_watch_finding_7522bf, w);
}
const targets_1195c1 = ["Consent","Goal","Task"];
function Reference_0bbee1(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_1195c1, w);
}
const targets_1c4fd0 = ["Organization","PractitionerRole","RelatedPerson"];
function Reference_9ce99d(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_1c4fd0, w);
}
const text_41a142 = {"fr":"Un constat remis à plus tard dit jusqu’à quand (restriction.period.start).","en":"A snoozed finding says until when (restriction.period.start)."};
function f_exists_3cbd14(v, c, w) {
{ const t1 = v.restriction; if (t1 !== undefined) { { const t2 = t1.period; if (t2 !== undefined) { { const t3 = t2.start, c4 = t2._start; if (t3 !== undefined || c4 !== undefined) { return true; } } } } } }
return false;
}
function p_Psc_words_said(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "DocumentReference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'resourceType': break;
case 'id': s0 |= 1; if (!isId(e)) wrong(e, 'id', 'id', w); break;
case '_id': one(e, 'id', beside_string_a18261, w); break;
case "meta": s0 |= 1; one(e, "meta", t_Meta, w); break;
case "implicitRules": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "implicitRules", w); break;
case "_implicitRules": if (v.implicitRules === undefined) { s0 |= 1; } one(e, "implicitRules", beside_uri_33bde7, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "text": s0 |= 1; one(e, "text", t_Narrative, w); break;
case "contained": s0 |= 1; resources(e, "contained", w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "masterIdentifier": s0 |= 1; one(e, "masterIdentifier", t_Identifier, w); break;
case "identifier": s0 |= 2; list(e, "identifier", Identifier_5d3963, w); break;
case "status": s0 |= 4; onePrimitive(e, v["_status"], "status", status_code_3a2adf, w); break;
case "_status": if (v.status === undefined) { s0 |= 4; onePrimitive(undefined, e, "status", status_code_3a2adf, w); } one(e, "status", beside_code_e0487f, w); break;
case "docStatus": s0 |= 1; onePrimitive(e, v["_docStatus"], "docStatus", status_code_5c52c8, w); break;
case "_docStatus": if (v.docStatus === undefined) { s0 |= 1; onePrimitive(undefined, e, "docStatus", status_code_5c52c8, w); } one(e, "docStatus", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "category": s0 |= 1; list(e, "category", t_CodeableConcept, w); break;
case "subject": s0 |= 8; one(e, "subject", Reference_6424d5, w); break;
case "date": s0 |= 1; if (!isInstant(e)) wrong(e, "instant", "date", w); break;
case "_date": if (v.date === undefined) { s0 |= 1; } one(e, "date", beside_instant_f4a41b, w); break;
case "author": s0 |= 16; { const n = list(e, "author", Reference_fb1fb8, w); if (n > 1) w.report('max', "1", "author"); } break;
case "authenticator": s0 |= 1; one(e, "authenticator", Claim_provider_e6ce8b, w); break;
case "custodian": s0 |= 32; one(e, "custodian", Reference_eed132, w); break;
case "relatesTo": s0 |= 1; list(e, "relatesTo", DocumentReference_relatesTo_af0db8, w); break;
case "description": s0 |= 1; if (!isString(e)) wrong(e, "string", "description", w); break;
case "_description": if (v.description === undefined) { s0 |= 1; } one(e, "description", beside_string_a18261, w); break;
case "securityLabel": s0 |= 1; list(e, "securityLabel", t_CodeableConcept, w); break;
case "content": s0 |= 64; { const n = list(e, "content", DocumentReference_content_a02fe3, w); if (n > 1) w.report('max', "1", "content"); } break;
case "context": s0 |= 1; one(e, "context", DocumentReference_context_a4705c, w); break;
default: unknownKey(k, known_742af6, w);
}
}
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if ((s0 & 4) === 0) w.report('min', "1", "status");
if ((s0 & 8) === 0) w.report('min', "1", "subject");
if ((s0 & 16) === 0) w.report('min', "1", "author");
if ((s0 & 32) === 0) w.report('min', "1", "custodian");
if ((s0 & 64) === 0) w.report('min', "1", "content");
if (w.broken !== b) return;
if (!(!f_exists_135a00(v, undefined, w))) w.invariant("dom-2", "error", text_4edf3c);
if (!((!f_exists_640b0c(v, undefined, w) && !f_exists_641d10(v, undefined, w)))) w.invariant("dom-4", "error", text_02b182);
if (!(!f_exists_50a104(v, undefined, w))) w.invariant("dom-5", "error", text_1f2157);
if (!(w.root !== v || (v.text !== undefined && v.text.div !== undefined))) w.invariant("dom-6", "warning", text_4de42a);
}
function Reference_fb1fb8(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Reference";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "reference": s0 |= 1; if (!isString(e)) wrong(e, "string", "reference", w); break;
case "_reference": if (v.reference === undefined) { s0 |= 1; } one(e, "reference", beside_string_a18261, w); break;
case "type": s0 |= 1; if (!isUri(e)) wrong(e, "uri", "type", w); break;
case "_type": if (v.type === undefined) { s0 |= 1; } one(e, "type", beside_uri_33bde7, w); break;
case "identifier": s0 |= 2; one(e, "identifier", Identifier_5d3963, w); break;
case "display": s0 |= 1; if (!isString(e)) wrong(e, "string", "display", w); break;
case "_display": if (v.display === undefined) { s0 |= 1; } one(e, "display", beside_string_a18261, w); break;
default: unknownKey(k, known_7b43e5, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "identifier");
if (w.broken !== b) return;
reference(v, w);
referenceTo(v, targets_00e9c4, w);
}
function pattern_035eac(v) {
return v === "text/plain;charset=utf-8";
}
function contentType_code_560d7c(v, w, c) {
if (v === undefined) { w.report('codeMissing', "http://hl7.org/fhir/ValueSet/mimetypes|4.0.1"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
boundCode(v, set_mimetypes_3779d8, w);
if (!pattern_035eac(v)) w.report("pattern", "\"text/plain;charset=utf-8\"");
}
}
function Attachment_e56bfd(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Attachment";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "contentType": s0 |= 2; onePrimitive(e, v["_contentType"], "contentType", contentType_code_560d7c, w); break;
case "_contentType": if (v.contentType === undefined) { s0 |= 2; onePrimitive(undefined, e, "contentType", contentType_code_560d7c, w); } one(e, "contentType", beside_code_e0487f, w); break;
case "language": s0 |= 1; if (!isCode(e)) wrong(e, "code", "language", w); break;
case "_language": if (v.language === undefined) { s0 |= 1; } one(e, "language", beside_code_e0487f, w); break;
case "data": s0 |= 4; if (!isBase64Binary(e)) wrong(e, "base64Binary", "data", w); break;
case "_data": if (v.data === undefined) { s0 |= 4; } one(e, "data", beside_base64Binary_a96152, w); break;
case "url": w.report('max', '0', "url"); break;
case "_url": w.report('max', '0', "url"); break;
case "size": s0 |= 1; if (!isUnsignedInt(e)) wrong(e, "unsignedInt", "size", w); break;
case "_size": if (v.size === undefined) { s0 |= 1; } one(e, "size", beside_unsignedInt_c91c5d, w); break;
case "hash": s0 |= 1; if (!isBase64Binary(e)) wrong(e, "base64Binary", "hash", w); break;
case "_hash": if (v.hash === undefined) { s0 |= 1; } one(e, "hash", beside_base64Binary_a96152, w); break;
case "title": s0 |= 1; if (!isString(e)) wrong(e, "string", "title", w); break;
case "_title": if (v.title === undefined) { s0 |= 1; } one(e, "title", beside_string_a18261, w); break;
case "creation": s0 |= 8; if (!isDateTime(e)) wrong(e, "dateTime", "creation", w); break;
case "_creation": if (v.creation === undefined) { s0 |= 8; } one(e, "creation", beside_dateTime_854799, w); break;
default: unknownKey(k, known_58770b, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "contentType");
if ((s0 & 4) === 0) w.report('min', "1", "data");
if ((s0 & 8) === 0) w.report('min', "1", "creation");
if (w.broken !== b) return;
attachment(v, w);
if (!((!(v.data !== undefined || v._data !== undefined) || (v.contentType !== undefined || v._contentType !== undefined)))) w.invariant("att-1", "error", text_5942e5);
}
function DocumentReference_content_a02fe3(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "DocumentReference.content";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "modifierExtension": s0 |= 1; extensions(e, "modifierExtension", v, t_Extension, w); break;
case "attachment": s0 |= 2; one(e, "attachment", Attachment_e56bfd, w); break;
case "format": s0 |= 1; one(e, "format", t_Coding, w); break;
default: unknownKey(k, known_95f781, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "attachment");
}
function x_Psc_age_range(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_9f056e, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_9f056e, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueRange": s0 |= 4; n0 += 1; one(e, "value", Range_7a4e31, w); break;
default: unknownKey(k, known_2f981a, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_9f056e(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-age-range\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_e1df18(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-age-range\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-age-range\"");
}
function fixed_35ec9f(v) {
return v === "a";
}
function code_code_580c2f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"a\""); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!fixed_35ec9f(v)) w.report("fixed", "\"a\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"a\"");
}
function Quantity_65c430(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Quantity";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "value": s0 |= 2; if (!isDecimal(e)) wrong(e, "decimal", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 2; } one(e, "value", beside_decimal_baaae1, w); break;
case "comparator": w.report('max', '0', "comparator"); break;
case "_comparator": w.report('max', '0', "comparator"); break;
case "unit": s0 |= 1; if (!isString(e)) wrong(e, "string", "unit", w); break;
case "_unit": if (v.unit === undefined) { s0 |= 1; } one(e, "unit", beside_string_a18261, w); break;
case "system": s0 |= 4; onePrimitive(e, v["_system"], "system", system_uri_1acac5, w); break;
case "_system": if (v.system === undefined) { s0 |= 4; onePrimitive(undefined, e, "system", system_uri_1acac5, w); } one(e, "system", beside_uri_33bde7, w); break;
case "code": s0 |= 8; onePrimitive(e, v["_code"], "code", code_code_580c2f, w); break;
case "_code": if (v.code === undefined) { s0 |= 8; onePrimitive(undefined, e, "code", code_code_580c2f, w); } one(e, "code", beside_code_e0487f, w); break;
default: unknownKey(k, known_feb9a7, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "value");
if ((s0 & 4) === 0) w.report('min', "1", "system");
if ((s0 & 8) === 0) w.report('min', "1", "code");
if (w.broken !== b) return;
quantity(v, w);
if (!((!(v.code !== undefined || v._code !== undefined) || (v.system !== undefined || v._system !== undefined)))) w.invariant("qty-3", "error", text_42eb9a);
}
const text_36d6d7 = {"fr":"Au moins l’un des deux âges.","en":"At least one of the two ages."};
function Range_7a4e31(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Range";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "low": s0 |= 1; one(e, "low", Quantity_65c430, w); break;
case "high": s0 |= 1; one(e, "high", Quantity_65c430, w); break;
default: unknownKey(k, known_7acd80, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if (w.broken !== b) return;
if (!(((v.low !== undefined) || (v.high !== undefined)))) w.invariant("psc-age-range-1", "error", text_36d6d7);
if (!(((!(v.low !== undefined) || !(v.high !== undefined)) || ordered("<=", v.low, v.high) === true))) w.invariant("rng-2", "error", text_c75639);
}
const known_2f981a = [["id","extension","url"],{"value":"Range"}];
function x_Psc_agreement(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_7b3d0c(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_458535, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_458535, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "recipient", "extension"); w.report('sliceMin', "by", "extension"); w.report('sliceMin', "at", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_a484b3(v) {
return v === "recipient";
}
function by_url_0a37ec(v, w) {
return isObject(v) && v.url !== undefined && fixed_a484b3(v.url, w);
}
function is_recipient_bab90b(v, w) {
return by_url_0a37ec(v, w);
}
function url_uri_122e4f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"recipient\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_a484b3(v)) w.report("fixed", "\"recipient\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"recipient\"");
}
function Extension_f604db(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_122e4f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_122e4f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueIdentifier": s0 |= 4; n0 += 1; one(e, "value", Identifier_5d3963, w); break;
default: unknownKey(k, known_714cff, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_bd8ab6(v) {
return v === "by";
}
function by_url_4ee8f3(v, w) {
return isObject(v) && v.url !== undefined && fixed_bd8ab6(v.url, w);
}
function is_by_764512(v, w) {
return by_url_4ee8f3(v, w);
}
function url_uri_343aa7(v, w, c) {
if (v === undefined) { w.report("fixed", "\"by\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_bd8ab6(v)) w.report("fixed", "\"by\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"by\"");
}
function Extension_value_95a2c9(v, w) {
const b = w.broken;
t_Reference(v, w);
if (w.broken !== b || !isObject(v)) return;
referenceTo(v, targets_ea9903, w);
if (!((f_exists_24a512(v, undefined, w) || (v.display !== undefined || v._display !== undefined)))) w.invariant("psc-reference-1", "error", text_e589bb);
}
function Extension_c25d4c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_343aa7, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_343aa7, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Extension_value_95a2c9, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_08ac79(v) {
return v === "at";
}
function by_url_8e2028(v, w) {
return isObject(v) && v.url !== undefined && fixed_08ac79(v.url, w);
}
function is_at_24f1f5(v, w) {
return by_url_8e2028(v, w);
}
function url_uri_f08a39(v, w, c) {
if (v === undefined) { w.report("fixed", "\"at\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_08ac79(v)) w.report("fixed", "\"at\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"at\"");
}
function Extension_dc7751(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_f08a39, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_f08a39, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueDateTime": s0 |= 4; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "value", w); break;
case "_valueDateTime": if (v.valueDateTime === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_dateTime_854799, w); break;
default: unknownKey(k, known_4f9d32, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_c2a925(v) {
return v === "how";
}
function by_url_4395c0(v, w) {
return isObject(v) && v.url !== undefined && fixed_c2a925(v.url, w);
}
function is_how_d03447(v, w) {
return by_url_4395c0(v, w);
}
function url_uri_4c8f1f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"how\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c2a925(v)) w.report("fixed", "\"how\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"how\"");
}
const codes_agreement_form_30c213 = codesOf("oral\nwritten");
function value_code_15ac9f(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/agreement-form"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_agreement_form_30c213.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/agreement-form");
}
}
function Extension_0090a0(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_4c8f1f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_4c8f1f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_15ac9f, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_15ac9f, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_7b3d0c(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_recipient_bab90b(t, w)) { m += 1; c0 += 1; Extension_f604db(t, w); }
if (is_by_764512(t, w)) { m += 1; c1 += 1; Extension_c25d4c(t, w); }
if (is_at_24f1f5(t, w)) { m += 1; c2 += 1; Extension_dc7751(t, w); }
if (is_how_d03447(t, w)) { m += 1; c3 += 1; Extension_0090a0(t, w); }
if (m === 0) { unknownPart(t, "recipient, by, at, how", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "recipient, by, at, how");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "recipient", "extension");
if (c0 > 1) w.report('sliceMax', "recipient", "extension");
if (c1 < 1) w.report('sliceMin', "by", "extension");
if (c1 > 1) w.report('sliceMax', "by", "extension");
if (c2 < 1) w.report('sliceMin', "at", "extension");
if (c2 > 1) w.report('sliceMax', "at", "extension");
if (c3 > 1) w.report('sliceMax', "how", "extension");
if (e.length < 3) w.report('min', "3", "extension");
}
function url_uri_458535(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-agreement\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_bc60f5(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-agreement\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-agreement\"");
}
function x_Psc_answer_channel(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_527e41, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_527e41, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_7b703f, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_7b703f, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_527e41(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-answer-channel\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c52bed(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-answer-channel\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-answer-channel\"");
}
const codes_answer_channel_1bf3ff = codesOf("email\nfax\nin-person\nmail\nsystem\ntelephone\nweb-page");
function value_code_7b703f(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/answer-channel"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_answer_channel_1bf3ff.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/answer-channel");
}
}
function x_Psc_as_said(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_068a4d, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_068a4d, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueDateTime": s0 |= 4; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "value", w); break;
case "_valueDateTime": if (v.valueDateTime === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_dateTime_854799, w); break;
default: unknownKey(k, known_4f9d32, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_068a4d(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-as-said\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_9aef83(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-as-said\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-as-said\"");
}
function x_Psc_asked_by(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_aafc26(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_4c39d2, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_4c39d2, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "name", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_c8db1a(v) {
return v === "telephone";
}
function by_url_17e74c(v, w) {
return isObject(v) && v.url !== undefined && fixed_c8db1a(v.url, w);
}
function is_telephone_070315(v, w) {
return by_url_17e74c(v, w);
}
function url_uri_0f28ff(v, w, c) {
if (v === undefined) { w.report("fixed", "\"telephone\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c8db1a(v)) w.report("fixed", "\"telephone\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"telephone\"");
}
function Extension_d85334(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_0f28ff, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_0f28ff, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_aafc26(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_name_2193ce(t, w)) { m += 1; c0 += 1; Extension_85efaf(t, w); }
if (is_telephone_070315(t, w)) { m += 1; c1 += 1; Extension_d85334(t, w); }
if (m === 0) { unknownPart(t, "name, telephone", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "name, telephone");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "name", "extension");
if (c0 > 1) w.report('sliceMax', "name", "extension");
if (c1 > 1) w.report('sliceMax', "telephone", "extension");
}
function url_uri_4c39d2(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-asked-by\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_e49444(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-asked-by\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-asked-by\"");
}
function x_Psc_audit_chain(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_e2f7e5(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_56a62b, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_56a62b, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "chain", "extension"); w.report('sliceMin', "sequence", "extension"); w.report('sliceMin', "previous", "extension"); w.report('sliceMin', "hash", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_3ad3c1(v) {
return v === "chain";
}
function by_url_bb8e0e(v, w) {
return isObject(v) && v.url !== undefined && fixed_3ad3c1(v.url, w);
}
function is_chain_b94ef0(v, w) {
return by_url_bb8e0e(v, w);
}
function url_uri_1abc35(v, w, c) {
if (v === undefined) { w.report("fixed", "\"chain\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_3ad3c1(v)) w.report("fixed", "\"chain\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"chain\"");
}
function Extension_ac18c5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_1abc35, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_1abc35, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_b86be7(v) {
return v === "sequence";
}
function by_url_897014(v, w) {
return isObject(v) && v.url !== undefined && fixed_b86be7(v.url, w);
}
function is_sequence_e05e0a(v, w) {
return by_url_897014(v, w);
}
function url_uri_d5ffde(v, w, c) {
if (v === undefined) { w.report("fixed", "\"sequence\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_b86be7(v)) w.report("fixed", "\"sequence\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"sequence\"");
}
function Extension_4ca184(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_d5ffde, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_d5ffde, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valuePositiveInt": s0 |= 4; n0 += 1; if (!isPositiveInt(e)) wrong(e, "positiveInt", "value", w); break;
case "_valuePositiveInt": if (v.valuePositiveInt === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_positiveInt_687cd5, w); break;
default: unknownKey(k, known_0e1b5f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_b92af7(v) {
return v === "previous";
}
function by_url_4f1b91(v, w) {
return isObject(v) && v.url !== undefined && fixed_b92af7(v.url, w);
}
function is_previous_0ea23a(v, w) {
return by_url_4f1b91(v, w);
}
function url_uri_019ccc(v, w, c) {
if (v === undefined) { w.report("fixed", "\"previous\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_b92af7(v)) w.report("fixed", "\"previous\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"previous\"");
}
function Extension_a65e23(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_019ccc, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_019ccc, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_342fdb(v) {
return v === "hash";
}
function by_url_72df9d(v, w) {
return isObject(v) && v.url !== undefined && fixed_342fdb(v.url, w);
}
function is_hash_4e9483(v, w) {
return by_url_72df9d(v, w);
}
function url_uri_6b851f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"hash\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_342fdb(v)) w.report("fixed", "\"hash\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"hash\"");
}
function Extension_add5fa(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_6b851f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_6b851f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_e2f7e5(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_chain_b94ef0(t, w)) { m += 1; c0 += 1; Extension_ac18c5(t, w); }
if (is_sequence_e05e0a(t, w)) { m += 1; c1 += 1; Extension_4ca184(t, w); }
if (is_previous_0ea23a(t, w)) { m += 1; c2 += 1; Extension_a65e23(t, w); }
if (is_hash_4e9483(t, w)) { m += 1; c3 += 1; Extension_add5fa(t, w); }
if (m === 0) { unknownPart(t, "chain, sequence, previous, hash", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "chain, sequence, previous, hash");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "chain", "extension");
if (c0 > 1) w.report('sliceMax', "chain", "extension");
if (c1 < 1) w.report('sliceMin', "sequence", "extension");
if (c1 > 1) w.report('sliceMax', "sequence", "extension");
if (c2 < 1) w.report('sliceMin', "previous", "extension");
if (c2 > 1) w.report('sliceMax', "previous", "extension");
if (c3 < 1) w.report('sliceMin', "hash", "extension");
if (c3 > 1) w.report('sliceMax', "hash", "extension");
if (e.length < 4) w.report('min', "4", "extension");
}
function url_uri_56a62b(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-audit-chain\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_0caa6d(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-audit-chain\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-audit-chain\"");
}
function x_Psc_barrier(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_30a857(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_9c8c1b, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_9c8c1b, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "kind", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_77f1bf(v) {
return v === "kind";
}
function by_url_9210a3(v, w) {
return isObject(v) && v.url !== undefined && fixed_77f1bf(v.url, w);
}
function is_kind_deb71e(v, w) {
return by_url_9210a3(v, w);
}
function url_uri_ec5b45(v, w, c) {
if (v === undefined) { w.report("fixed", "\"kind\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_77f1bf(v)) w.report("fixed", "\"kind\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"kind\"");
}
const set_barrier_kind_452a01 = codeSet("https://fhir.passerelle.example/ValueSet/barrier-kind", "https://fhir.passerelle.example/CodeSystem/barrier-kind\ndigital\neconomic\ngeographic\ninterpersonal\nlanguage\npsychological\ntime");
function Extension_value_e4ad0c(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
boundCoding(v, set_barrier_kind_452a01, w);
}
function Extension_34d1a6(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_ec5b45, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_ec5b45, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCoding": s0 |= 4; n0 += 1; one(e, "value", Extension_value_e4ad0c, w); break;
default: unknownKey(k, known_1ef542, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_092d7b(v) {
return v === "words";
}
function by_url_96eae5(v, w) {
return isObject(v) && v.url !== undefined && fixed_092d7b(v.url, w);
}
function is_words_95f620(v, w) {
return by_url_96eae5(v, w);
}
function url_uri_81d365(v, w, c) {
if (v === undefined) { w.report("fixed", "\"words\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_092d7b(v)) w.report("fixed", "\"words\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"words\"");
}
function Extension_d2cd43(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_81d365, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_81d365, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_40c356(v) {
return v === "liftedBy";
}
function by_url_ffd410(v, w) {
return isObject(v) && v.url !== undefined && fixed_40c356(v.url, w);
}
function is_liftedBy_65ebab(v, w) {
return by_url_ffd410(v, w);
}
function url_uri_d59481(v, w, c) {
if (v === undefined) { w.report("fixed", "\"liftedBy\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_40c356(v)) w.report("fixed", "\"liftedBy\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"liftedBy\"");
}
function Extension_50a641(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_d59481, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_d59481, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_71025b(v) {
return v === "who";
}
function by_url_9dcc45(v, w) {
return isObject(v) && v.url !== undefined && fixed_71025b(v.url, w);
}
function is_who_8ead9d(v, w) {
return by_url_9dcc45(v, w);
}
function url_uri_b92b07(v, w, c) {
if (v === undefined) { w.report("fixed", "\"who\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_71025b(v)) w.report("fixed", "\"who\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"who\"");
}
function Extension_23ee64(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_b92b07, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_b92b07, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Extension_value_95a2c9, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_30a857(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_kind_deb71e(t, w)) { m += 1; c0 += 1; Extension_34d1a6(t, w); }
if (is_words_95f620(t, w)) { m += 1; c1 += 1; Extension_d2cd43(t, w); }
if (is_liftedBy_65ebab(t, w)) { m += 1; c2 += 1; Extension_50a641(t, w); }
if (is_who_8ead9d(t, w)) { m += 1; c3 += 1; Extension_23ee64(t, w); }
if (m === 0) { unknownPart(t, "kind, words, liftedBy, who", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "kind, words, liftedBy, who");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "kind", "extension");
if (c0 > 1) w.report('sliceMax', "kind", "extension");
if (c1 > 1) w.report('sliceMax', "words", "extension");
if (c2 > 1) w.report('sliceMax', "liftedBy", "extension");
if (c3 > 1) w.report('sliceMax', "who", "extension");
}
function url_uri_9c8c1b(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-barrier\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_a1afe6(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-barrier\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-barrier\"");
}
function x_Psc_capacity(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_24499a(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_ed6ea0, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_ed6ea0, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "extension");
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_c33aa1(v) {
return v === "places";
}
function by_url_5cbd4d(v, w) {
return isObject(v) && v.url !== undefined && fixed_c33aa1(v.url, w);
}
function is_places_4724d8(v, w) {
return by_url_5cbd4d(v, w);
}
function url_uri_39fe50(v, w, c) {
if (v === undefined) { w.report("fixed", "\"places\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c33aa1(v)) w.report("fixed", "\"places\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"places\"");
}
const known_558f64 = [["id","extension","url"],{"value":"unsignedInt"}];
function Extension_07ce43(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_39fe50, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_39fe50, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueUnsignedInt": s0 |= 4; n0 += 1; if (!isUnsignedInt(e)) wrong(e, "unsignedInt", "value", w); break;
case "_valueUnsignedInt": if (v.valueUnsignedInt === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_unsignedInt_c91c5d, w); break;
default: unknownKey(k, known_558f64, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_bb125e(v) {
return v === "waiting";
}
function by_url_057215(v, w) {
return isObject(v) && v.url !== undefined && fixed_bb125e(v.url, w);
}
function is_waiting_678687(v, w) {
return by_url_057215(v, w);
}
function url_uri_d3229f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"waiting\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_bb125e(v)) w.report("fixed", "\"waiting\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"waiting\"");
}
function Extension_7ee738(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_d3229f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_d3229f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_4767ba(v) {
return v === "asOf";
}
function by_url_b34725(v, w) {
return isObject(v) && v.url !== undefined && fixed_4767ba(v.url, w);
}
function is_asOf_a7c6bf(v, w) {
return by_url_b34725(v, w);
}
function url_uri_91a662(v, w, c) {
if (v === undefined) { w.report("fixed", "\"asOf\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_4767ba(v)) w.report("fixed", "\"asOf\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"asOf\"");
}
function Extension_b01240(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_91a662, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_91a662, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueDate": s0 |= 4; n0 += 1; if (!isDate(e)) wrong(e, "date", "value", w); break;
case "_valueDate": if (v.valueDate === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_date_946a23, w); break;
default: unknownKey(k, known_53a225, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_24499a(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_places_4724d8(t, w)) { m += 1; c0 += 1; Extension_07ce43(t, w); }
if (is_waiting_678687(t, w)) { m += 1; c1 += 1; Extension_7ee738(t, w); }
if (is_asOf_a7c6bf(t, w)) { m += 1; c2 += 1; Extension_b01240(t, w); }
if (m === 0) { unknownPart(t, "places, waiting, asOf", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "places, waiting, asOf");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "places", "extension");
if (c1 > 1) w.report('sliceMax', "waiting", "extension");
if (c2 > 1) w.report('sliceMax', "asOf", "extension");
}
function url_uri_ed6ea0(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-capacity\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_bfc37b(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-capacity\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-capacity\"");
}
function x_Psc_changed_since(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_a066d3, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_a066d3, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_a066d3(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-changed-since\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_8ab8eb(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-changed-since\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-changed-since\"");
}
function x_Psc_child_present(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_239f26, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_239f26, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBoolean": s0 |= 4; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "value", w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_boolean_acb597, w); break;
default: unknownKey(k, known_ceabe3, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_239f26(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-child-present\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_f38541(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-child-present\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-child-present\"");
}
function x_Psc_child_wishes(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_ad2ea9, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_ad2ea9, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_ad2ea9(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-child-wishes\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_09bd7b(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-child-wishes\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-child-wishes\"");
}
function x_Psc_co_producer(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_06ced9, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_06ced9, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Extension_value_95a2c9, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_06ced9(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-co-producer\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c322be(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-co-producer\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-co-producer\"");
}
function x_Psc_conflict_check_name(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_dc5016, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_dc5016, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_dc5016(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-conflict-check-name\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c19010(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-conflict-check-name\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-conflict-check-name\"");
}
function x_Psc_delivery(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_d53c55(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_3421fc, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_3421fc, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "stage", "extension"); w.report('sliceMin', "at", "extension"); w.report('sliceMin', "how", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_b77d37(v) {
return v === "version";
}
function by_url_8c201c(v, w) {
return isObject(v) && v.url !== undefined && fixed_b77d37(v.url, w);
}
function is_version_0d7911(v, w) {
return by_url_8c201c(v, w);
}
function url_uri_294a4f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"version\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_b77d37(v)) w.report("fixed", "\"version\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"version\"");
}
function Extension_e16294(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_294a4f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_294a4f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valuePositiveInt": s0 |= 4; n0 += 1; if (!isPositiveInt(e)) wrong(e, "positiveInt", "value", w); break;
case "_valuePositiveInt": if (v.valuePositiveInt === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_positiveInt_687cd5, w); break;
default: unknownKey(k, known_0e1b5f, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_ee464c(v) {
return v === "stage";
}
function by_url_e5b09d(v, w) {
return isObject(v) && v.url !== undefined && fixed_ee464c(v.url, w);
}
function is_stage_e20cce(v, w) {
return by_url_e5b09d(v, w);
}
function url_uri_f582ef(v, w, c) {
if (v === undefined) { w.report("fixed", "\"stage\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_ee464c(v)) w.report("fixed", "\"stage\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"stage\"");
}
const codes_delivery_stage_a704eb = codesOf("answer\ncancellation\nerror\nfacts\nrequest\nstop");
function value_code_460b38(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/delivery-stage"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_delivery_stage_a704eb.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/delivery-stage");
}
}
function Extension_4fac90(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_f582ef, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_f582ef, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_460b38, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_460b38, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function Extension_abffc5(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_4c8f1f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_4c8f1f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_7b703f, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_7b703f, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function Extension_767083(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_d6ec1d, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_d6ec1d, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_ae6c78(v) {
return v === "notCarried";
}
function by_url_aa960a(v, w) {
return isObject(v) && v.url !== undefined && fixed_ae6c78(v.url, w);
}
function is_notCarried_693b55(v, w) {
return by_url_aa960a(v, w);
}
function url_uri_62766e(v, w, c) {
if (v === undefined) { w.report("fixed", "\"notCarried\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_ae6c78(v)) w.report("fixed", "\"notCarried\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"notCarried\"");
}
function Extension_6a5ea1(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_62766e, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_62766e, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_c53e32(v) {
return v === "letter";
}
function by_url_0940d9(v, w) {
return isObject(v) && v.url !== undefined && fixed_c53e32(v.url, w);
}
function is_letter_4f5ed5(v, w) {
return by_url_0940d9(v, w);
}
function url_uri_1d5946(v, w, c) {
if (v === undefined) { w.report("fixed", "\"letter\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c53e32(v)) w.report("fixed", "\"letter\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"letter\"");
}
function Extension_8dcc09(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_1d5946, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_1d5946, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_e1fe13(v) {
return v === "child";
}
function by_url_22a13e(v, w) {
return isObject(v) && v.url !== undefined && fixed_e1fe13(v.url, w);
}
function is_child_34d5e5(v, w) {
return by_url_22a13e(v, w);
}
function url_uri_2d4b3d(v, w, c) {
if (v === undefined) { w.report("fixed", "\"child\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_e1fe13(v)) w.report("fixed", "\"child\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"child\"");
}
function Extension_bdf771(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_2d4b3d, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_2d4b3d, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_d53c55(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_version_0d7911(t, w)) { m += 1; c0 += 1; Extension_e16294(t, w); }
if (is_stage_e20cce(t, w)) { m += 1; c1 += 1; Extension_4fac90(t, w); }
if (is_at_24f1f5(t, w)) { m += 1; c2 += 1; Extension_dc7751(t, w); }
if (is_how_d03447(t, w)) { m += 1; c3 += 1; Extension_abffc5(t, w); }
if (is_reference_c44a14(t, w)) { m += 1; c4 += 1; Extension_767083(t, w); }
if (is_notCarried_693b55(t, w)) { m += 1; c5 += 1; Extension_6a5ea1(t, w); }
if (is_letter_4f5ed5(t, w)) { m += 1; c6 += 1; Extension_8dcc09(t, w); }
if (is_child_34d5e5(t, w)) { m += 1; c7 += 1; Extension_bdf771(t, w); }
if (m === 0) { unknownPart(t, "version, stage, at, how, reference, notCarried, letter, child", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "version, stage, at, how, reference, notCarried, letter, child");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "version", "extension");
if (c1 < 1) w.report('sliceMin', "stage", "extension");
if (c1 > 1) w.report('sliceMax', "stage", "extension");
if (c2 < 1) w.report('sliceMin', "at", "extension");
if (c2 > 1) w.report('sliceMax', "at", "extension");
if (c3 < 1) w.report('sliceMin', "how", "extension");
if (c3 > 1) w.report('sliceMax', "how", "extension");
if (c4 > 1) w.report('sliceMax', "reference", "extension");
if (c7 > 1) w.report('sliceMax', "child", "extension");
if (e.length < 3) w.report('min', "3", "extension");
}
function url_uri_3421fc(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-delivery\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_ccf861(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-delivery\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-delivery\"");
}
function x_Psc_expected_date(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_33becb, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_33becb, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueDate": s0 |= 4; n0 += 1; if (!isDate(e)) wrong(e, "date", "value", w); break;
case "_valueDate": if (v.valueDate === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_date_946a23, w); break;
default: unknownKey(k, known_53a225, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_33becb(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-expected-date\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_f584b3(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-expected-date\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-expected-date\"");
}
function x_Psc_facts(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_c572f8, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_c572f8, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_c572f8(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-facts\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_f6831c(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-facts\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-facts\"");
}
function x_Psc_fence_counter(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_fb4e78, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_fb4e78, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueInteger": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueInteger"], "value", value_integer_300813, w); break;
case "_valueInteger": if (v.valueInteger === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_integer_300813, w); } one(e, "value", beside_integer_ac1534, w); break;
default: unknownKey(k, known_da3245, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_fb4e78(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-fence-counter\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_60d49f(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-fence-counter\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-fence-counter\"");
}
function value_integer_300813(v, w, c) {
if (v === undefined) {  }
else if (!isInteger(v)) return wrongHere(v, "integer", w);
else {
if (compared(v, 1, "integer") < 0) w.report('minValue', "1");
}
}
function x_Psc_ground(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_172897(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_c3fff9, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_c3fff9, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "what", "extension"); w.report('sliceMin', "provision", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_c33771(v) {
return v === "what";
}
function by_url_3f2e4b(v, w) {
return isObject(v) && v.url !== undefined && fixed_c33771(v.url, w);
}
function is_what_0808d5(v, w) {
return by_url_3f2e4b(v, w);
}
function url_uri_fae65b(v, w, c) {
if (v === undefined) { w.report("fixed", "\"what\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c33771(v)) w.report("fixed", "\"what\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"what\"");
}
const codes_disclosure_ground_23a78c = codesOf("duty\nemergency\norder");
function value_code_b8d3c7(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/disclosure-ground"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_disclosure_ground_23a78c.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/disclosure-ground");
}
}
function Extension_a02fd9(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_fae65b, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_fae65b, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_b8d3c7, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_b8d3c7, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_472c42(v) {
return v === "provision";
}
function by_url_d1ce02(v, w) {
return isObject(v) && v.url !== undefined && fixed_472c42(v.url, w);
}
function is_provision_f4c203(v, w) {
return by_url_d1ce02(v, w);
}
function url_uri_e84324(v, w, c) {
if (v === undefined) { w.report("fixed", "\"provision\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_472c42(v)) w.report("fixed", "\"provision\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"provision\"");
}
const codes_legal_provision_858013 = codesOf("cyfsa-292\nlrsss-74\nlrsss-other-bases\np-39.1-18\np-39.1-18.1\nphipa-40\nphipa-41\nphipa-43");
function value_code_50e001(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/legal-provision"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_legal_provision_858013.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/legal-provision");
}
}
function Extension_873dfd(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_e84324, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_e84324, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_50e001, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_50e001, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_172897(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_what_0808d5(t, w)) { m += 1; c0 += 1; Extension_a02fd9(t, w); }
if (is_provision_f4c203(t, w)) { m += 1; c1 += 1; Extension_873dfd(t, w); }
if (m === 0) { unknownPart(t, "what, provision", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "what, provision");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "what", "extension");
if (c0 > 1) w.report('sliceMax', "what", "extension");
if (c1 < 1) w.report('sliceMin', "provision", "extension");
if (c1 > 1) w.report('sliceMax', "provision", "extension");
if (e.length < 2) w.report('min', "2", "extension");
}
function url_uri_c3fff9(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-ground\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_90ebb2(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-ground\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-ground\"");
}
function x_Psc_health_card_version(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_6b2705, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_6b2705, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueString"], "value", value_string_1397cf, w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_string_1397cf, w); } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_6b2705(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-health-card-version\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_f6c7a2(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-health-card-version\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-health-card-version\"");
}
const text_f8fe4b = {"fr":"Le code de version est d’une ou deux lettres majuscules.","en":"The version code is one or two capital letters."};
const pattern_020055 = pattern("^[A-Z]{1,2}$");
function value_string_1397cf(v, w, c) {
if (v === undefined) {  }
else if (!isString(v)) return wrongHere(v, "string", w);
if (!(matchesPattern(v, pattern_020055) === true)) w.invariant("psc-health-card-version-1", "error", text_f8fe4b);
}
function x_Psc_implied(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_b6aabb, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_b6aabb, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBoolean": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueBoolean"], "value", actual_boolean_17a10c, w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", actual_boolean_17a10c, w); } one(e, "value", beside_boolean_acb597, w); break;
default: unknownKey(k, known_ceabe3, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_b6aabb(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-implied\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_5bdf43(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-implied\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-implied\"");
}
function x_Psc_last_word(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_c2a08c(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_f21297, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_f21297, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "what", "extension"); w.report('sliceMin', "at", "extension"); w.report('sliceMin', "how", "extension"); w.report('sliceMin', "accepted", "extension"); w.report('sliceMin', "begun", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
const codes_referral_act_bba498 = codesOf("accepted\nacknowledged\nagreement-taken-back\nawaiting-information\nbasis-ended\ncancelled\ncompleted\ndeclined\ndispatched\nentered-in-error\nfailed\nfamily-ended\nfamily-told\nno-show\npassed-on\nscheduled\nstarted\nwaitlisted");
function value_code_d8d910(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/referral-act"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_referral_act_bba498.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/referral-act");
}
}
function Extension_8ba57a(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_fae65b, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_fae65b, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_d8d910, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_d8d910, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_c27cc5(v) {
return v === "accepted";
}
function by_url_9e1336(v, w) {
return isObject(v) && v.url !== undefined && fixed_c27cc5(v.url, w);
}
function is_accepted_943331(v, w) {
return by_url_9e1336(v, w);
}
function url_uri_ec290e(v, w, c) {
if (v === undefined) { w.report("fixed", "\"accepted\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c27cc5(v)) w.report("fixed", "\"accepted\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"accepted\"");
}
function Extension_741c5d(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_ec290e, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_ec290e, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBoolean": s0 |= 4; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "value", w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_boolean_acb597, w); break;
default: unknownKey(k, known_ceabe3, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_ad3caa(v) {
return v === "begun";
}
function by_url_e85e3f(v, w) {
return isObject(v) && v.url !== undefined && fixed_ad3caa(v.url, w);
}
function is_begun_481bb2(v, w) {
return by_url_e85e3f(v, w);
}
function url_uri_a74e89(v, w, c) {
if (v === undefined) { w.report("fixed", "\"begun\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_ad3caa(v)) w.report("fixed", "\"begun\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"begun\"");
}
function Extension_a028c7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_a74e89, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_a74e89, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBoolean": s0 |= 4; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "value", w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_boolean_acb597, w); break;
default: unknownKey(k, known_ceabe3, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_c2a08c(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_what_0808d5(t, w)) { m += 1; c0 += 1; Extension_8ba57a(t, w); }
if (is_at_24f1f5(t, w)) { m += 1; c1 += 1; Extension_dc7751(t, w); }
if (is_how_d03447(t, w)) { m += 1; c2 += 1; Extension_abffc5(t, w); }
if (is_accepted_943331(t, w)) { m += 1; c3 += 1; Extension_741c5d(t, w); }
if (is_begun_481bb2(t, w)) { m += 1; c4 += 1; Extension_a028c7(t, w); }
if (m === 0) { unknownPart(t, "what, at, how, accepted, begun", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "what, at, how, accepted, begun");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "what", "extension");
if (c0 > 1) w.report('sliceMax', "what", "extension");
if (c1 < 1) w.report('sliceMin', "at", "extension");
if (c1 > 1) w.report('sliceMax', "at", "extension");
if (c2 < 1) w.report('sliceMin', "how", "extension");
if (c2 > 1) w.report('sliceMax', "how", "extension");
if (c3 < 1) w.report('sliceMin', "accepted", "extension");
if (c3 > 1) w.report('sliceMax', "accepted", "extension");
if (c4 < 1) w.report('sliceMin', "begun", "extension");
if (c4 > 1) w.report('sliceMax', "begun", "extension");
if (e.length < 5) w.report('min', "5", "extension");
}
function url_uri_f21297(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-last-word\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_96d30d(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-last-word\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-last-word\"");
}
function x_Psc_letter_along(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_8bd730, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_8bd730, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueString"], "value", value_string_2ee799, w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_string_2ee799, w); } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_8bd730(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-letter-along\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_cf6cbb(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-letter-along\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-letter-along\"");
}
const text_14f17a = {"fr":"Un numéro de lettre et sa version : lettre-1|2.","en":"A letter’s number and its version: letter-1|2."};
const pattern_8c6e34 = pattern("^[A-Za-z0-9.-]{1,64}[|][1-9][0-9]*$");
function value_string_2ee799(v, w, c) {
if (v === undefined) {  }
else if (!isString(v)) return wrongHere(v, "string", w);
if (!(matchesPattern(v, pattern_8c6e34) === true)) w.invariant("psc-letter-along-1", "error", text_14f17a);
}
function x_Psc_no_fixed_address(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_48898c, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_48898c, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBoolean": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueBoolean"], "value", actual_boolean_17a10c, w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", actual_boolean_17a10c, w); } one(e, "value", beside_boolean_acb597, w); break;
default: unknownKey(k, known_ceabe3, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_48898c(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-no-fixed-address\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_34a036(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-no-fixed-address\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-no-fixed-address\"");
}
function x_Psc_note(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_0cac9d, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_0cac9d, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_0cac9d(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-note\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_a97219(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-note\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-note\"");
}
function x_Psc_own_agreement(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_fe107e(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_e3b317, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_e3b317, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "at", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_86cdc6(v) {
return v === "recordedBy";
}
function by_url_108363(v, w) {
return isObject(v) && v.url !== undefined && fixed_86cdc6(v.url, w);
}
function is_recordedBy_e7e342(v, w) {
return by_url_108363(v, w);
}
function url_uri_cb3b40(v, w, c) {
if (v === undefined) { w.report("fixed", "\"recordedBy\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_86cdc6(v)) w.report("fixed", "\"recordedBy\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"recordedBy\"");
}
function Extension_569dae(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_cb3b40, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_cb3b40, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_fe107e(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_at_24f1f5(t, w)) { m += 1; c0 += 1; Extension_dc7751(t, w); }
if (is_how_d03447(t, w)) { m += 1; c1 += 1; Extension_0090a0(t, w); }
if (is_recordedBy_e7e342(t, w)) { m += 1; c2 += 1; Extension_569dae(t, w); }
if (m === 0) { unknownPart(t, "at, how, recordedBy", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "at, how, recordedBy");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "at", "extension");
if (c0 > 1) w.report('sliceMax', "at", "extension");
if (c1 > 1) w.report('sliceMax', "how", "extension");
if (c2 > 1) w.report('sliceMax', "recordedBy", "extension");
}
function url_uri_e3b317(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-own-agreement\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_b7b6a7(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-own-agreement\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-own-agreement\"");
}
function x_Psc_participant(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_Extension_extension_33d120(e, v, w); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_37c314, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_37c314, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
if (!(same((f_exists_5da0d2(v, undefined, w)), (f_exists_da6110(v, undefined, w))) === false)) w.invariant("psc-participant-1", "error", text_3665f7);
}
const codes_member_kind_1f0a67 = codesOf("community\nfamily\ninstitution\nprofessional");
function value_code_7b96eb(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/member-kind"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_member_kind_1f0a67.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/member-kind");
}
}
function Extension_64824e(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_ec5b45, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_ec5b45, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_7b96eb, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_7b96eb, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_d51765(v) {
return v === "telecom";
}
function by_url_03717c(v, w) {
return isObject(v) && v.url !== undefined && fixed_d51765(v.url, w);
}
function is_telecom_ec7975(v, w) {
return by_url_03717c(v, w);
}
function url_uri_ca8a72(v, w, c) {
if (v === undefined) { w.report("fixed", "\"telecom\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_d51765(v)) w.report("fixed", "\"telecom\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"telecom\"");
}
const known_7a69e1 = [["id","extension","url"],{"value":"ContactPoint"}];
function Extension_981cf8(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_ca8a72, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_ca8a72, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueContactPoint": s0 |= 4; n0 += 1; one(e, "value", t_ContactPoint, w); break;
default: unknownKey(k, known_7a69e1, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_618f30(v) {
return v === "language";
}
function by_url_cd3542(v, w) {
return isObject(v) && v.url !== undefined && fixed_618f30(v.url, w);
}
function is_language_a00ced(v, w) {
return by_url_cd3542(v, w);
}
function url_uri_8caa05(v, w, c) {
if (v === undefined) { w.report("fixed", "\"language\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_618f30(v)) w.report("fixed", "\"language\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"language\"");
}
const text_a893a1 = {"fr":"Une langue s’écrit comme le veut la norme BCP 47 : fr, fr-CA, iu.","en":"A language is written as BCP 47 has it: fr, fr-CA, iu."};
const pattern_aff689 = pattern("^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$");
function value_code_5fb782(v, w, c) {
if (v === undefined) {  }
else if (!isCode(v)) return wrongHere(v, "code", w);
if (!(matchesPattern(v, pattern_aff689) === true)) w.invariant("psc-language-1", "error", text_a893a1);
}
function Extension_c67653(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_8caa05, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_8caa05, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_5fb782, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_5fb782, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_b04a5c(v) {
return v === "organization";
}
function by_url_df486a(v, w) {
return isObject(v) && v.url !== undefined && fixed_b04a5c(v.url, w);
}
function is_organization_f3b7d1(v, w) {
return by_url_df486a(v, w);
}
function url_uri_9ddf14(v, w, c) {
if (v === undefined) { w.report("fixed", "\"organization\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_b04a5c(v)) w.report("fixed", "\"organization\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"organization\"");
}
function Extension_25c5e2(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_9ddf14, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_9ddf14, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_00aa59(v) {
return v === "named";
}
function by_url_6a68aa(v, w) {
return isObject(v) && v.url !== undefined && fixed_00aa59(v.url, w);
}
function is_named_64cb16(v, w) {
return by_url_6a68aa(v, w);
}
function url_uri_1be9aa(v, w, c) {
if (v === undefined) { w.report("fixed", "\"named\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_00aa59(v)) w.report("fixed", "\"named\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"named\"");
}
function Extension_ceddf1(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_1be9aa, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_1be9aa, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_33d120(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_kind_deb71e(t, w)) { m += 1; c0 += 1; Extension_64824e(t, w); }
if (is_telecom_ec7975(t, w)) { m += 1; c1 += 1; Extension_981cf8(t, w); }
if (is_language_a00ced(t, w)) { m += 1; c2 += 1; Extension_c67653(t, w); }
if (is_organization_f3b7d1(t, w)) { m += 1; c3 += 1; Extension_25c5e2(t, w); }
if (is_named_64cb16(t, w)) { m += 1; c4 += 1; Extension_ceddf1(t, w); }
if (m === 0) { unknownPart(t, "kind, telecom, language, organization, named", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "kind, telecom, language, organization, named");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "kind", "extension");
if (c3 > 1) w.report('sliceMax', "organization", "extension");
if (c4 > 1) w.report('sliceMax', "named", "extension");
}
function url_uri_37c314(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-participant\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_efc07e(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-participant\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-participant\"");
}
const text_3665f7 = {"fr":"Un participant est d’une sorte (kind), ou nommé seulement (named).","en":"A participant is of a kind, or only named."};
function f_exists_5da0d2(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "kind") { return true; } }
return false;
}
function f_exists_da6110(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "named") { return true; } }
return false;
}
function x_Psc_partner(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_0059c4, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_0059c4, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueIdentifier": s0 |= 4; n0 += 1; one(e, "value", Identifier_b0fb58, w); break;
default: unknownKey(k, known_714cff, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_0059c4(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-partner\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_47ff65(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-partner\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-partner\"");
}
function fixed_16b7dc(v) {
return v === "https://fhir.passerelle.example/NamingSystem/partner";
}
function system_uri_59a571(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/NamingSystem/partner\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_16b7dc(v)) w.report("fixed", "\"https://fhir.passerelle.example/NamingSystem/partner\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/NamingSystem/partner\"");
}
function Identifier_b0fb58(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Identifier";
const b = w.broken;
let s0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; extensions(e, "extension", v, t_Extension, w); break;
case "use": s0 |= 1; onePrimitive(e, v["_use"], "use", use_code_647388, w); break;
case "_use": if (v.use === undefined) { s0 |= 1; onePrimitive(undefined, e, "use", use_code_647388, w); } one(e, "use", beside_code_e0487f, w); break;
case "type": s0 |= 1; one(e, "type", t_CodeableConcept, w); break;
case "system": s0 |= 2; onePrimitive(e, v["_system"], "system", system_uri_59a571, w); break;
case "_system": if (v.system === undefined) { s0 |= 2; onePrimitive(undefined, e, "system", system_uri_59a571, w); } one(e, "system", beside_uri_33bde7, w); break;
case "value": s0 |= 4; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_value": if (v.value === undefined) { s0 |= 4; } one(e, "value", beside_string_a18261, w); break;
case "period": s0 |= 1; one(e, "period", t_Period, w); break;
case "assigner": s0 |= 1; one(e, "assigner", Identifier_assigner_0b088a, w); break;
default: unknownKey(k, known_1939ab, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "system");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (w.broken !== b) return;
identifier(v, w);
}
function x_Psc_position(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_8346a7(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_02dc1d, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_02dc1d, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "who", "extension"); w.report('sliceMin', "position", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function Extension_4a2685(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_b92b07, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_b92b07, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Reference_fe26d0, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_6f5ca5(v) {
return v === "position";
}
function by_url_fe397a(v, w) {
return isObject(v) && v.url !== undefined && fixed_6f5ca5(v.url, w);
}
function is_position_518a21(v, w) {
return by_url_fe397a(v, w);
}
function url_uri_af02a7(v, w, c) {
if (v === undefined) { w.report("fixed", "\"position\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_6f5ca5(v)) w.report("fixed", "\"position\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"position\"");
}
const set_assessment_position_46478d = codeSet("https://fhir.passerelle.example/ValueSet/assessment-position", "https://fhir.passerelle.example/CodeSystem/assessment-position\nagrees\nsees-it-otherwise");
function Extension_value_7c4f65(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
boundCoding(v, set_assessment_position_46478d, w);
}
function Extension_010fa4(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_af02a7, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_af02a7, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCoding": s0 |= 4; n0 += 1; one(e, "value", Extension_value_7c4f65, w); break;
default: unknownKey(k, known_1ef542, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_8346a7(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_who_8ead9d(t, w)) { m += 1; c0 += 1; Extension_4a2685(t, w); }
if (is_position_518a21(t, w)) { m += 1; c1 += 1; Extension_010fa4(t, w); }
if (is_words_95f620(t, w)) { m += 1; c2 += 1; Extension_d2cd43(t, w); }
if (m === 0) { unknownPart(t, "who, position, words", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "who, position, words");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "who", "extension");
if (c0 > 1) w.report('sliceMax', "who", "extension");
if (c1 < 1) w.report('sliceMin', "position", "extension");
if (c1 > 1) w.report('sliceMax', "position", "extension");
if (c2 > 1) w.report('sliceMax', "words", "extension");
if (e.length < 2) w.report('min', "2", "extension");
}
function url_uri_02dc1d(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-position\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_b1c04e(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-position\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-position\"");
}
function x_Psc_present(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_cf2bd5, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_cf2bd5, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Reference_fe26d0, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_cf2bd5(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-present\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_683aca(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-present\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-present\"");
}
function x_Psc_receiver_priority(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_77da0f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_77da0f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_0b8a1e, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_0b8a1e, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_77da0f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-receiver-priority\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_8cc8d7(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-receiver-priority\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-receiver-priority\"");
}
const codes_receiver_priority_ab27ff = codesOf("P1\nP2\nP3\nP4");
function value_code_0b8a1e(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/receiver-priority"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_receiver_priority_ab27ff.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/receiver-priority");
}
}
function x_Psc_receiving_organization(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_df735f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_df735f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Reference_eed132, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_df735f(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-receiving-organization\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_5476db(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-receiving-organization\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-receiving-organization\"");
}
function x_Psc_review_on(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_c48ed1, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_c48ed1, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueDate": s0 |= 4; n0 += 1; if (!isDate(e)) wrong(e, "date", "value", w); break;
case "_valueDate": if (v.valueDate === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_date_946a23, w); break;
default: unknownKey(k, known_53a225, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_c48ed1(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-review-on\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_fa2582(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-review-on\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-review-on\"");
}
function x_Psc_revision(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_4cfc9e(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_936172, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_936172, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "hash", "extension"); w.report('sliceMin', "happened", "extension"); w.report('sliceMin', "exchange", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
const text_346ff7 = {"fr":"Une empreinte SHA-256 s’écrit en 64 chiffres hexadécimaux.","en":"A SHA-256 hash is written in 64 hexadecimal digits."};
const pattern_1f2d85 = pattern("^[0-9a-f]{64}$");
function value_string_445704(v, w, c) {
if (v === undefined) {  }
else if (!isString(v)) return wrongHere(v, "string", w);
if (!(matchesPattern(v, pattern_1f2d85) === true)) w.invariant("psc-revision-1", "error", text_346ff7);
}
function Extension_0cebd7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_6b851f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_6b851f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueString"], "value", value_string_445704, w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_string_445704, w); } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_505489(v) {
return v === "happened";
}
function by_url_9ce9a0(v, w) {
return isObject(v) && v.url !== undefined && fixed_505489(v.url, w);
}
function is_happened_a88a96(v, w) {
return by_url_9ce9a0(v, w);
}
function url_uri_a25557(v, w, c) {
if (v === undefined) { w.report("fixed", "\"happened\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_505489(v)) w.report("fixed", "\"happened\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"happened\"");
}
function Extension_4d4740(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_a25557, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_a25557, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueDateTime": s0 |= 4; n0 += 1; if (!isDateTime(e)) wrong(e, "dateTime", "value", w); break;
case "_valueDateTime": if (v.valueDateTime === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_dateTime_854799, w); break;
default: unknownKey(k, known_4f9d32, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_515223(v) {
return v === "exchange";
}
function by_url_145291(v, w) {
return isObject(v) && v.url !== undefined && fixed_515223(v.url, w);
}
function is_exchange_e842c9(v, w) {
return by_url_145291(v, w);
}
function url_uri_a81683(v, w, c) {
if (v === undefined) { w.report("fixed", "\"exchange\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_515223(v)) w.report("fixed", "\"exchange\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"exchange\"");
}
function Extension_795974(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_a81683, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_a81683, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_4cfc9e(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_version_0d7911(t, w)) { m += 1; c0 += 1; Extension_e16294(t, w); }
if (is_hash_4e9483(t, w)) { m += 1; c1 += 1; Extension_0cebd7(t, w); }
if (is_happened_a88a96(t, w)) { m += 1; c2 += 1; Extension_4d4740(t, w); }
if (is_exchange_e842c9(t, w)) { m += 1; c3 += 1; Extension_795974(t, w); }
if (m === 0) { unknownPart(t, "version, hash, happened, exchange", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "version, hash, happened, exchange");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "version", "extension");
if (c1 < 1) w.report('sliceMin', "hash", "extension");
if (c1 > 1) w.report('sliceMax', "hash", "extension");
if (c2 < 1) w.report('sliceMin', "happened", "extension");
if (c2 > 1) w.report('sliceMax', "happened", "extension");
if (c3 < 1) w.report('sliceMin', "exchange", "extension");
if (c3 > 1) w.report('sliceMax', "exchange", "extension");
if (e.length < 3) w.report('min', "3", "extension");
}
function url_uri_936172(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-revision\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_1666ac(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-revision\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-revision\"");
}
function x_Psc_right_concerned(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 1; slices_Extension_extension_ddc734(e, v, w); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_a76b80, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_a76b80, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
if (!((v.extension !== undefined))) w.invariant("psc-right-concerned-1", "error", text_daf8de);
}
function fixed_850341(v) {
return v === "article";
}
function by_url_3460ad(v, w) {
return isObject(v) && v.url !== undefined && fixed_850341(v.url, w);
}
function is_article_b113b8(v, w) {
return by_url_3460ad(v, w);
}
function url_uri_b83056(v, w, c) {
if (v === undefined) { w.report("fixed", "\"article\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_850341(v)) w.report("fixed", "\"article\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"article\"");
}
const set_uncrc_article_d04226 = codeSet("https://fhir.passerelle.example/ValueSet/uncrc-article", "https://fhir.passerelle.example/CodeSystem/uncrc-article\n1\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n2\n20\n21\n22\n23\n24\n25\n26\n27\n28\n29\n3\n30\n31\n32\n33\n34\n35\n36\n37\n38\n39\n4\n40\n41\n42\n43\n44\n45\n46\n47\n48\n49\n5\n50\n51\n52\n53\n54\n6\n7\n8\n9");
function Extension_value_52b2b3(v, w) {
const b = w.broken;
t_Coding(v, w);
if (w.broken !== b || !isObject(v)) return;
boundCoding(v, set_uncrc_article_d04226, w);
}
function Extension_7a903c(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_b83056, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_b83056, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCoding": s0 |= 4; n0 += 1; one(e, "value", Extension_value_52b2b3, w); break;
default: unknownKey(k, known_1ef542, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_ddc734(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_article_b113b8(t, w)) { m += 1; c0 += 1; Extension_7a903c(t, w); }
if (is_words_95f620(t, w)) { m += 1; c1 += 1; Extension_d2cd43(t, w); }
if (m === 0) { unknownPart(t, "article, words", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "article, words");
}
w.leave();
}
if (c0 > 1) w.report('sliceMax', "article", "extension");
if (c1 > 1) w.report('sliceMax', "words", "extension");
}
function url_uri_a76b80(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-right-concerned\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_5d1d8d(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-right-concerned\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-right-concerned\"");
}
const text_daf8de = {"fr":"Un droit est un article, des mots, ou les deux.","en":"A right is an article, words, or both."};
function x_Psc_safe_contact(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_48500a(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_f4a4ce, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_f4a4ce, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "through", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
if (!((!f_exists_e021cb(v, undefined, w) || (f_exists_ce88b5(v, undefined, w) && f_exists_0c7596(v, undefined, w))))) w.invariant("psc-safe-contact-1", "error", text_c759ff);
}
function fixed_8c6380(v) {
return v === "through";
}
function by_url_95deb8(v, w) {
return isObject(v) && v.url !== undefined && fixed_8c6380(v.url, w);
}
function is_through_c89d3f(v, w) {
return by_url_95deb8(v, w);
}
function url_uri_e7578b(v, w, c) {
if (v === undefined) { w.report("fixed", "\"through\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_8c6380(v)) w.report("fixed", "\"through\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"through\"");
}
const codes_contact_way_dc3bdc = codesOf("centre\nperson");
function value_code_fa3d47(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/contact-way"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_contact_way_dc3bdc.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/contact-way");
}
}
function Extension_b51fd9(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_e7578b, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_e7578b, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_fa3d47, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_fa3d47, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function by_url_d04794(v, w) {
return isObject(v) && v.url !== undefined && pattern_60ae95(v.url, w);
}
function is_person_2bac56(v, w) {
return by_url_d04794(v, w);
}
function url_uri_8d6da6(v, w, c) {
if (v === undefined) { w.report("fixed", "\"person\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!pattern_60ae95(v)) w.report("fixed", "\"person\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"person\"");
}
function Extension_6a5b9e(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_8d6da6, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_8d6da6, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_544829(v) {
return v === "means";
}
function by_url_e8aebe(v, w) {
return isObject(v) && v.url !== undefined && fixed_544829(v.url, w);
}
function is_means_1284c6(v, w) {
return by_url_e8aebe(v, w);
}
function url_uri_a2db99(v, w, c) {
if (v === undefined) { w.report("fixed", "\"means\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_544829(v)) w.report("fixed", "\"means\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"means\"");
}
const codes_contact_means_fb70c3 = codesOf("email\nin-person\nletter\nsms\ntelephone");
function value_code_fd9e58(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/contact-means"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_contact_means_fb70c3.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/contact-means");
}
}
function Extension_95981b(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_a2db99, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_a2db99, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_fd9e58, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_fd9e58, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_90d1f0(v) {
return v === "number";
}
function by_url_db8a3c(v, w) {
return isObject(v) && v.url !== undefined && fixed_90d1f0(v.url, w);
}
function is_number_de0138(v, w) {
return by_url_db8a3c(v, w);
}
function url_uri_ba4376(v, w, c) {
if (v === undefined) { w.report("fixed", "\"number\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_90d1f0(v)) w.report("fixed", "\"number\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"number\"");
}
function Extension_caf17f(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_ba4376, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_ba4376, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_9ed071(v) {
return v === "when";
}
function by_url_a16ad8(v, w) {
return isObject(v) && v.url !== undefined && fixed_9ed071(v.url, w);
}
function is_when_6a3db0(v, w) {
return by_url_a16ad8(v, w);
}
function url_uri_16e741(v, w, c) {
if (v === undefined) { w.report("fixed", "\"when\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_9ed071(v)) w.report("fixed", "\"when\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"when\"");
}
function Extension_035814(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_16e741, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_16e741, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_aaf530(v) {
return v === "interpreter";
}
function by_url_1e1d0b(v, w) {
return isObject(v) && v.url !== undefined && fixed_aaf530(v.url, w);
}
function is_interpreter_9d6d15(v, w) {
return by_url_1e1d0b(v, w);
}
function url_uri_3becbd(v, w, c) {
if (v === undefined) { w.report("fixed", "\"interpreter\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_aaf530(v)) w.report("fixed", "\"interpreter\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"interpreter\"");
}
function Extension_4861e7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_3becbd, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_3becbd, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBoolean": s0 |= 4; n0 += 1; if (!isBoolean(e)) wrong(e, "boolean", "value", w); break;
case "_valueBoolean": if (v.valueBoolean === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_boolean_acb597, w); break;
default: unknownKey(k, known_ceabe3, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function fixed_97ae5d(v) {
return v === "mustNot";
}
function by_url_1ad961(v, w) {
return isObject(v) && v.url !== undefined && fixed_97ae5d(v.url, w);
}
function is_mustNot_f55812(v, w) {
return by_url_1ad961(v, w);
}
function url_uri_1cde32(v, w, c) {
if (v === undefined) { w.report("fixed", "\"mustNot\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_97ae5d(v)) w.report("fixed", "\"mustNot\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"mustNot\"");
}
function Extension_19b398(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_1cde32, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_1cde32, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_48500a(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_through_c89d3f(t, w)) { m += 1; c0 += 1; Extension_b51fd9(t, w); }
if (is_person_2bac56(t, w)) { m += 1; c1 += 1; Extension_6a5b9e(t, w); }
if (is_means_1284c6(t, w)) { m += 1; c2 += 1; Extension_95981b(t, w); }
if (is_number_de0138(t, w)) { m += 1; c3 += 1; Extension_caf17f(t, w); }
if (is_when_6a3db0(t, w)) { m += 1; c4 += 1; Extension_035814(t, w); }
if (is_language_a00ced(t, w)) { m += 1; c5 += 1; Extension_c67653(t, w); }
if (is_interpreter_9d6d15(t, w)) { m += 1; c6 += 1; Extension_4861e7(t, w); }
if (is_mustNot_f55812(t, w)) { m += 1; c7 += 1; Extension_19b398(t, w); }
if (m === 0) { unknownPart(t, "through, person, means, number, when, language, interpreter, mustNot", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "through, person, means, number, when, language, interpreter, mustNot");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "through", "extension");
if (c0 > 1) w.report('sliceMax', "through", "extension");
if (c1 > 1) w.report('sliceMax', "person", "extension");
if (c2 > 1) w.report('sliceMax', "means", "extension");
if (c3 > 1) w.report('sliceMax', "number", "extension");
if (c4 > 1) w.report('sliceMax', "when", "extension");
if (c5 > 1) w.report('sliceMax', "language", "extension");
if (c6 > 1) w.report('sliceMax', "interpreter", "extension");
}
function url_uri_f4a4ce(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-safe-contact\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_9143f5(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-safe-contact\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-safe-contact\"");
}
const text_c759ff = {"fr":"Si l’on passe par une personne, dites laquelle (person) et comment (means).","en":"If it is through a person, say which one (person) and how (means)."};
const properties_25b40a = ["valueCode"];
function f_one_ba9721(v, c, w) {
{ const k1 = choiceOf(v, properties_25b40a); if (k1 !== undefined) { const t2 = v[k1], c3 = v['_' + k1]; return t2; } }
return undefined;
}
function f_exists_e021cb(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if ((t1.url === "through" && f_one_ba9721(t1, undefined, w) === "person")) { return true; } }
return false;
}
function f_exists_ce88b5(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "person") { return true; } }
return false;
}
function f_exists_0c7596(v, c, w) {
if (Array.isArray(v.extension)) for (const t1 of v.extension) { if (t1.url === "means") { return true; } }
return false;
}
function x_Psc_said_how(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_d1ce37, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_d1ce37, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_399c2d, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_399c2d, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_d1ce37(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-said-how\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_619dba(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-said-how\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-said-how\"");
}
function value_code_399c2d(v, w, c) {
if (v === undefined) { w.report('codeMissing', "https://fhir.passerelle.example/ValueSet/said-how"); }
else if (!isCode(v)) return wrongHere(v, "code", w);
else {
if (!codes_agreement_form_30c213.has(v)) w.report('binding', "https://fhir.passerelle.example/ValueSet/said-how");
}
}
function x_Psc_sealed(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_f9c0a2, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_f9c0a2, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_f9c0a2(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-sealed\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_eb0cb6(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-sealed\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-sealed\"");
}
function x_Psc_service_language(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_ec46e4, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_ec46e4, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_5fb782, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_5fb782, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_ec46e4(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-service-language\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_dc1ab9(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-service-language\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-service-language\"");
}
function x_Psc_status_reason(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_233247, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_233247, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_233247(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-status-reason\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_ae1a05(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-status-reason\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-status-reason\"");
}
function x_Psc_status_said(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_ba8af4, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_ba8af4, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; if (!isCode(e)) wrong(e, "code", "value", w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_ba8af4(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-status-said\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_3b8b08(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-status-said\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-status-said\"");
}
function x_Psc_thread(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_edea23, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_edea23, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueString": s0 |= 4; n0 += 1; if (!isString(e)) wrong(e, "string", "value", w); break;
case "_valueString": if (v.valueString === undefined) { s0 |= 4; n0 += 1; } one(e, "value", beside_string_a18261, w); break;
default: unknownKey(k, known_61fbcf, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function url_uri_edea23(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-thread\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_c3024c(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-thread\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-thread\"");
}
function x_Psc_withdrawal(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": s0 |= 2; slices_Extension_extension_e25226(e, v, w); break;
case "url": s0 |= 4; onePrimitive(e, v["_url"], "url", url_uri_b218c0, w); break;
case "_url": if (v.url === undefined) { s0 |= 4; onePrimitive(undefined, e, "url", url_uri_b218c0, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueBase64Binary": w.report('max', '0', "value"); break;
case "_valueBase64Binary": w.report('max', '0', "value"); break;
case "valueBoolean": w.report('max', '0', "value"); break;
case "_valueBoolean": w.report('max', '0', "value"); break;
case "valueCanonical": w.report('max', '0', "value"); break;
case "_valueCanonical": w.report('max', '0', "value"); break;
case "valueCode": w.report('max', '0', "value"); break;
case "_valueCode": w.report('max', '0', "value"); break;
case "valueDate": w.report('max', '0', "value"); break;
case "_valueDate": w.report('max', '0', "value"); break;
case "valueDateTime": w.report('max', '0', "value"); break;
case "_valueDateTime": w.report('max', '0', "value"); break;
case "valueDecimal": w.report('max', '0', "value"); break;
case "_valueDecimal": w.report('max', '0', "value"); break;
case "valueId": w.report('max', '0', "value"); break;
case "_valueId": w.report('max', '0', "value"); break;
case "valueInstant": w.report('max', '0', "value"); break;
case "_valueInstant": w.report('max', '0', "value"); break;
case "valueInteger": w.report('max', '0', "value"); break;
case "_valueInteger": w.report('max', '0', "value"); break;
case "valueMarkdown": w.report('max', '0', "value"); break;
case "_valueMarkdown": w.report('max', '0', "value"); break;
case "valueOid": w.report('max', '0', "value"); break;
case "_valueOid": w.report('max', '0', "value"); break;
case "valuePositiveInt": w.report('max', '0', "value"); break;
case "_valuePositiveInt": w.report('max', '0', "value"); break;
case "valueString": w.report('max', '0', "value"); break;
case "_valueString": w.report('max', '0', "value"); break;
case "valueTime": w.report('max', '0', "value"); break;
case "_valueTime": w.report('max', '0', "value"); break;
case "valueUnsignedInt": w.report('max', '0', "value"); break;
case "_valueUnsignedInt": w.report('max', '0', "value"); break;
case "valueUri": w.report('max', '0', "value"); break;
case "_valueUri": w.report('max', '0', "value"); break;
case "valueUrl": w.report('max', '0', "value"); break;
case "_valueUrl": w.report('max', '0', "value"); break;
case "valueUuid": w.report('max', '0', "value"); break;
case "_valueUuid": w.report('max', '0', "value"); break;
case "valueAddress": w.report('max', '0', "value"); break;
case "_valueAddress": w.report('max', '0', "value"); break;
case "valueAge": w.report('max', '0', "value"); break;
case "_valueAge": w.report('max', '0', "value"); break;
case "valueAnnotation": w.report('max', '0', "value"); break;
case "_valueAnnotation": w.report('max', '0', "value"); break;
case "valueAttachment": w.report('max', '0', "value"); break;
case "_valueAttachment": w.report('max', '0', "value"); break;
case "valueCodeableConcept": w.report('max', '0', "value"); break;
case "_valueCodeableConcept": w.report('max', '0', "value"); break;
case "valueCoding": w.report('max', '0', "value"); break;
case "_valueCoding": w.report('max', '0', "value"); break;
case "valueContactPoint": w.report('max', '0', "value"); break;
case "_valueContactPoint": w.report('max', '0', "value"); break;
case "valueCount": w.report('max', '0', "value"); break;
case "_valueCount": w.report('max', '0', "value"); break;
case "valueDistance": w.report('max', '0', "value"); break;
case "_valueDistance": w.report('max', '0', "value"); break;
case "valueDuration": w.report('max', '0', "value"); break;
case "_valueDuration": w.report('max', '0', "value"); break;
case "valueHumanName": w.report('max', '0', "value"); break;
case "_valueHumanName": w.report('max', '0', "value"); break;
case "valueIdentifier": w.report('max', '0', "value"); break;
case "_valueIdentifier": w.report('max', '0', "value"); break;
case "valueMoney": w.report('max', '0', "value"); break;
case "_valueMoney": w.report('max', '0', "value"); break;
case "valuePeriod": w.report('max', '0', "value"); break;
case "_valuePeriod": w.report('max', '0', "value"); break;
case "valueQuantity": w.report('max', '0', "value"); break;
case "_valueQuantity": w.report('max', '0', "value"); break;
case "valueRange": w.report('max', '0', "value"); break;
case "_valueRange": w.report('max', '0', "value"); break;
case "valueRatio": w.report('max', '0', "value"); break;
case "_valueRatio": w.report('max', '0', "value"); break;
case "valueReference": w.report('max', '0', "value"); break;
case "_valueReference": w.report('max', '0', "value"); break;
case "valueSampledData": w.report('max', '0', "value"); break;
case "_valueSampledData": w.report('max', '0', "value"); break;
case "valueSignature": w.report('max', '0', "value"); break;
case "_valueSignature": w.report('max', '0', "value"); break;
case "valueTiming": w.report('max', '0', "value"); break;
case "_valueTiming": w.report('max', '0', "value"); break;
case "valueContactDetail": w.report('max', '0', "value"); break;
case "_valueContactDetail": w.report('max', '0', "value"); break;
case "valueContributor": w.report('max', '0', "value"); break;
case "_valueContributor": w.report('max', '0', "value"); break;
case "valueDataRequirement": w.report('max', '0', "value"); break;
case "_valueDataRequirement": w.report('max', '0', "value"); break;
case "valueExpression": w.report('max', '0', "value"); break;
case "_valueExpression": w.report('max', '0', "value"); break;
case "valueParameterDefinition": w.report('max', '0', "value"); break;
case "_valueParameterDefinition": w.report('max', '0', "value"); break;
case "valueRelatedArtifact": w.report('max', '0', "value"); break;
case "_valueRelatedArtifact": w.report('max', '0', "value"); break;
case "valueTriggerDefinition": w.report('max', '0', "value"); break;
case "_valueTriggerDefinition": w.report('max', '0', "value"); break;
case "valueUsageContext": w.report('max', '0', "value"); break;
case "_valueUsageContext": w.report('max', '0', "value"); break;
case "valueDosage": w.report('max', '0', "value"); break;
case "_valueDosage": w.report('max', '0', "value"); break;
case "valueMeta": w.report('max', '0', "value"); break;
case "_valueMeta": w.report('max', '0', "value"); break;
default: unknownKey(k, known_8913aa, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) { w.report('sliceMin', "at", "extension"); }
if ((s0 & 4) === 0) w.report('min', "1", "url");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function Extension_7200d7(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_343aa7, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_343aa7, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueReference": s0 |= 4; n0 += 1; one(e, "value", Reference_2c4cd8, w); break;
default: unknownKey(k, known_4e2732, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function Extension_57b3c2(v, w) {
if (!object(v, w)) return;
w.types[w.depth] = "Extension";
const b = w.broken;
let s0 = 0, n0 = 0;
for (const k in v) {
const e = v[k];
if (e === undefined) continue;
switch (k) {
case 'id':  elementId(e, v, w); break;
case "extension": w.report('max', '0', "extension"); break;
case "_extension": w.report('max', '0', "extension"); break;
case "url": s0 |= 2; onePrimitive(e, v["_url"], "url", url_uri_4c8f1f, w); break;
case "_url": if (v.url === undefined) { s0 |= 2; onePrimitive(undefined, e, "url", url_uri_4c8f1f, w); } one(e, "url", beside_uri_33bde7, w); break;
case "valueCode": s0 |= 4; n0 += 1; onePrimitive(e, v["_valueCode"], "value", value_code_399c2d, w); break;
case "_valueCode": if (v.valueCode === undefined) { s0 |= 4; n0 += 1; onePrimitive(undefined, e, "value", value_code_399c2d, w); } one(e, "value", beside_code_e0487f, w); break;
default: unknownKey(k, known_22f539, w);
}
}
if (s0 === 0) { w.misshapen('emptyObject'); return; }
if ((s0 & 2) === 0) w.report('min', "1", "url");
if ((s0 & 4) === 0) w.report('min', "1", "value");
if (n0 > 1) w.misshapen('choiceTwice', "value", "value");
if (w.broken !== b) return;
if (!((n0 > 0) !== (v.extension !== undefined))) w.invariant("ext-1", "error", text_8c814e);
}
function slices_Extension_extension_e25226(e, v, w) {
if (!isList(e, "extension", w)) return;
let c0 = 0, c1 = 0, c2 = 0, c3 = 0;
for (let i = 0; i < e.length; i += 1) {
const t = e[i];
let m = 0;
if (w.enter("extension", i)) {
if (is_at_24f1f5(t, w)) { m += 1; c0 += 1; Extension_dc7751(t, w); }
if (is_by_764512(t, w)) { m += 1; c1 += 1; Extension_7200d7(t, w); }
if (is_how_d03447(t, w)) { m += 1; c2 += 1; Extension_57b3c2(t, w); }
if (is_words_95f620(t, w)) { m += 1; c3 += 1; Extension_d2cd43(t, w); }
if (m === 0) { unknownPart(t, "at, by, how, words", w); extension(t, "extension", v, t_Extension, w); }
else if (m > 1) w.report('sliceTwice', "at, by, how, words");
}
w.leave();
}
if (c0 < 1) w.report('sliceMin', "at", "extension");
if (c0 > 1) w.report('sliceMax', "at", "extension");
if (c1 > 1) w.report('sliceMax', "by", "extension");
if (c2 > 1) w.report('sliceMax', "how", "extension");
if (c3 > 1) w.report('sliceMax', "words", "extension");
}
function url_uri_b218c0(v, w, c) {
if (v === undefined) { w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-withdrawal\""); }
else if (!isUri(v)) return wrongHere(v, "uri", w);
else {
if (!fixed_da9565(v)) w.report("fixed", "\"https://fhir.passerelle.example/StructureDefinition/psc-withdrawal\"");
}
if (c?.extension !== undefined) w.report('fixed', "\"https://fhir.passerelle.example/StructureDefinition/psc-withdrawal\"");
}
const ALL_profiles = new Map([
["https://fhir.passerelle.example/StructureDefinition/psc-access", { check: p_Psc_access, type: "AuditEvent", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-act", { check: p_Psc_act, type: "Provenance", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-action-plan", { check: p_Psc_action_plan, type: "CarePlan", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-appointment", { check: p_Psc_appointment, type: "Appointment", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-break-glass", { check: p_Psc_break_glass, type: "AuditEvent", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-care-circle", { check: p_Psc_care_circle, type: "CareTeam", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-centre-service", { check: p_Psc_centre_service, type: "ServiceRequest", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-child", { check: p_Psc_child, type: "Patient", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-circle-member", { check: p_Psc_circle_member, type: "RelatedPerson", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-commitment", { check: p_Psc_commitment, type: "Task", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-consent", { check: p_Psc_consent, type: "Consent", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-contact", { check: p_Psc_contact, type: "Encounter", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-destroyed", { check: p_Psc_destroyed, type: "Basic", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-development", { check: p_Psc_development, type: "Observation", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-disclosure", { check: p_Psc_disclosure, type: "AuditEvent", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-domain-observation", { check: p_Psc_domain_observation, type: "Observation", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-episode", { check: p_Psc_episode, type: "EpisodeOfCare", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-existence-refusals", { check: p_Psc_existence_refusals, type: "Basic", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-fence", { check: p_Psc_fence, type: "Basic", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-goal", { check: p_Psc_goal, type: "Goal", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-group", { check: p_Psc_group, type: "Group", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-inbound-referral", { check: p_Psc_inbound_referral, type: "ServiceRequest", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-inbound-task", { check: p_Psc_inbound_task, type: "Task", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-incident", { check: p_Psc_incident, type: "Basic", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-legal-referral", { check: p_Psc_legal_referral, type: "ServiceRequest", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-letter", { check: p_Psc_letter, type: "DocumentReference", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-location", { check: p_Psc_location, type: "Location", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-measure-report", { check: p_Psc_measure_report, type: "MeasureReport", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-measure", { check: p_Psc_measure, type: "Measure", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-operator-act", { check: p_Psc_operator_act, type: "AuditEvent", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-organization", { check: p_Psc_organization, type: "Organization", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-outcome-evaluation", { check: p_Psc_outcome_evaluation, type: "Observation", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-outcome", { check: p_Psc_outcome, type: "Observation", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-parent", { check: p_Psc_parent, type: "Patient", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-passed-on", { check: p_Psc_passed_on, type: "Task", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-practitioner", { check: p_Psc_practitioner, type: "Practitioner", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-professional", { check: p_Psc_professional, type: "PractitionerRole", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-protective-factor", { check: p_Psc_protective_factor, type: "Observation", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-referral-task", { check: p_Psc_referral_task, type: "Task", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-refused-call", { check: p_Psc_refused_call, type: "AuditEvent", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-request-note", { check: p_Psc_request_note, type: "Communication", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-resource", { check: p_Psc_resource, type: "HealthcareService", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-service-referral", { check: p_Psc_service_referral, type: "ServiceRequest", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-shared-assessment", { check: p_Psc_shared_assessment, type: "ClinicalImpression", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-social-prescription", { check: p_Psc_social_prescription, type: "ServiceRequest", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-stress-trend", { check: p_Psc_stress_trend, type: "Observation", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-toxic-stress", { check: p_Psc_toxic_stress, type: "Condition", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-trace", { check: p_Psc_trace, type: "Provenance", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-watch", { check: p_Psc_watch, type: "Task", version: "0.1.0" }],
["https://fhir.passerelle.example/StructureDefinition/psc-words-said", { check: p_Psc_words_said, type: "DocumentReference", version: "0.1.0" }]
]);
const ALL_extensions = new Map([
["https://fhir.passerelle.example/StructureDefinition/psc-age-range", knownExtension(x_Psc_age_range, false, ["HealthcareService.eligibility"])],
["https://fhir.passerelle.example/StructureDefinition/psc-agreement", knownExtension(x_Psc_agreement, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-answer-channel", knownExtension(x_Psc_answer_channel, false, ["Provenance"])],
["https://fhir.passerelle.example/StructureDefinition/psc-as-said", knownExtension(x_Psc_as_said, false, ["dateTime"])],
["https://fhir.passerelle.example/StructureDefinition/psc-asked-by", knownExtension(x_Psc_asked_by, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-audit-chain", knownExtension(x_Psc_audit_chain, false, ["AuditEvent"])],
["https://fhir.passerelle.example/StructureDefinition/psc-barrier", knownExtension(x_Psc_barrier, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-capacity", knownExtension(x_Psc_capacity, false, ["HealthcareService"])],
["https://fhir.passerelle.example/StructureDefinition/psc-changed-since", knownExtension(x_Psc_changed_since, false, ["ClinicalImpression","ClinicalImpression.investigation"])],
["https://fhir.passerelle.example/StructureDefinition/psc-child-present", knownExtension(x_Psc_child_present, false, ["Encounter"])],
["https://fhir.passerelle.example/StructureDefinition/psc-child-wishes", knownExtension(x_Psc_child_wishes, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-co-producer", knownExtension(x_Psc_co_producer, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-conflict-check-name", knownExtension(x_Psc_conflict_check_name, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-delivery", knownExtension(x_Psc_delivery, false, ["Task"])],
["https://fhir.passerelle.example/StructureDefinition/psc-expected-date", knownExtension(x_Psc_expected_date, false, ["Patient"])],
["https://fhir.passerelle.example/StructureDefinition/psc-facts", knownExtension(x_Psc_facts, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-fence-counter", knownExtension(x_Psc_fence_counter, false, ["Basic"])],
["https://fhir.passerelle.example/StructureDefinition/psc-ground", knownExtension(x_Psc_ground, false, ["Consent"])],
["https://fhir.passerelle.example/StructureDefinition/psc-health-card-version", knownExtension(x_Psc_health_card_version, false, ["Identifier"])],
["https://fhir.passerelle.example/StructureDefinition/psc-implied", knownExtension(x_Psc_implied, false, ["code"])],
["https://fhir.passerelle.example/StructureDefinition/psc-last-word", knownExtension(x_Psc_last_word, false, ["Task"])],
["https://fhir.passerelle.example/StructureDefinition/psc-letter-along", knownExtension(x_Psc_letter_along, false, ["Task"])],
["https://fhir.passerelle.example/StructureDefinition/psc-no-fixed-address", knownExtension(x_Psc_no_fixed_address, false, ["Address"])],
["https://fhir.passerelle.example/StructureDefinition/psc-note", knownExtension(x_Psc_note, false, ["Consent","Encounter","EpisodeOfCare"])],
["https://fhir.passerelle.example/StructureDefinition/psc-own-agreement", knownExtension(x_Psc_own_agreement, false, ["Patient"])],
["https://fhir.passerelle.example/StructureDefinition/psc-participant", knownExtension(x_Psc_participant, false, ["CareTeam.participant"])],
["https://fhir.passerelle.example/StructureDefinition/psc-partner", knownExtension(x_Psc_partner, false, ["HealthcareService"])],
["https://fhir.passerelle.example/StructureDefinition/psc-position", knownExtension(x_Psc_position, false, ["ClinicalImpression"])],
["https://fhir.passerelle.example/StructureDefinition/psc-present", knownExtension(x_Psc_present, false, ["ClinicalImpression"])],
["https://fhir.passerelle.example/StructureDefinition/psc-receiver-priority", knownExtension(x_Psc_receiver_priority, false, ["Task"])],
["https://fhir.passerelle.example/StructureDefinition/psc-receiving-organization", knownExtension(x_Psc_receiving_organization, false, ["Appointment.participant"])],
["https://fhir.passerelle.example/StructureDefinition/psc-review-on", knownExtension(x_Psc_review_on, false, ["CarePlan"])],
["https://fhir.passerelle.example/StructureDefinition/psc-revision", knownExtension(x_Psc_revision, false, ["DomainResource"])],
["https://fhir.passerelle.example/StructureDefinition/psc-right-concerned", knownExtension(x_Psc_right_concerned, false, ["ServiceRequest","CarePlan"])],
["https://fhir.passerelle.example/StructureDefinition/psc-safe-contact", knownExtension(x_Psc_safe_contact, false, ["ServiceRequest","Patient"])],
["https://fhir.passerelle.example/StructureDefinition/psc-said-how", knownExtension(x_Psc_said_how, false, ["Consent"])],
["https://fhir.passerelle.example/StructureDefinition/psc-sealed", knownExtension(x_Psc_sealed, false, ["Basic"])],
["https://fhir.passerelle.example/StructureDefinition/psc-service-language", knownExtension(x_Psc_service_language, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-status-reason", knownExtension(x_Psc_status_reason, false, ["Appointment","EpisodeOfCare"])],
["https://fhir.passerelle.example/StructureDefinition/psc-status-said", knownExtension(x_Psc_status_said, false, ["Provenance.target"])],
["https://fhir.passerelle.example/StructureDefinition/psc-thread", knownExtension(x_Psc_thread, false, ["ServiceRequest"])],
["https://fhir.passerelle.example/StructureDefinition/psc-withdrawal", knownExtension(x_Psc_withdrawal, false, ["Consent"])]
]);
const ALL_codeSystems = new Map([
["https://fhir.passerelle.example/CodeSystem/agreement-form", "oral\nwritten"],
["https://fhir.passerelle.example/CodeSystem/answer-channel", "system\ntelephone\nfax\nmail\nemail\nin-person\nweb-page"],
["https://fhir.passerelle.example/CodeSystem/appointment-role", "child\naccompanies\nreceives\npartner\nresource\nplace"],
["https://fhir.passerelle.example/CodeSystem/assessment-element", "reading\nobservation\nsince"],
["https://fhir.passerelle.example/CodeSystem/assessment-kind", "orientation\ncourse-of-action\nfollow-up"],
["https://fhir.passerelle.example/CodeSystem/assessment-position", "agrees\nsees-it-otherwise"],
["https://fhir.passerelle.example/CodeSystem/barrier-kind", "economic\ngeographic\ninterpersonal\npsychological\nlanguage\ndigital\ntime"],
["https://fhir.passerelle.example/CodeSystem/centre-programme", "centre-follow-up"],
["https://fhir.passerelle.example/CodeSystem/centre-service", "medical\npsychosocial\nlegal\nmind-body\nspecialized\neducational\nmentoring-community\nexternal"],
["https://fhir.passerelle.example/CodeSystem/circle-role", "child-family-community\nmedicine\nsocial-work\nlaw\npivot\ntap\ntutor\ndelegated"],
["https://fhir.passerelle.example/CodeSystem/consent-purpose", "community-support\nschool-support\nrights-support"],
["https://fhir.passerelle.example/CodeSystem/contact-kind", "meeting\nvisit\ncall\nsession\nhand-over"],
["https://fhir.passerelle.example/CodeSystem/contact-means", "telephone\nsms\nemail\nletter\nin-person"],
["https://fhir.passerelle.example/CodeSystem/contact-role", "present\nhands-over\ntakes-over"],
["https://fhir.passerelle.example/CodeSystem/contact-way", "centre\nperson"],
["https://fhir.passerelle.example/CodeSystem/decline-reason", "full\nout-of-territory\nnot-eligible\nwrong-service\nduplicate\nfamily-not-wanted\nfamily-not-now\nfamily-prefers-another\nfamily-moved\nfamily-took-back\nnot-reached\nanother-recipient\nwithdrawn"],
["https://fhir.passerelle.example/CodeSystem/delivery-stage", "request\nfacts\nstop\ncancellation\nerror\nanswer"],
["https://fhir.passerelle.example/CodeSystem/development-area", "language\ngross-motor\nfine-motor\ncognition\nsocial-emotional\nautonomy\nsenses\nplay"],
["https://fhir.passerelle.example/CodeSystem/disclosure-ground", "emergency\norder\nduty"],
["https://fhir.passerelle.example/CodeSystem/goal-category", "development\nhealth\npsychosocial\nrights\nschool"],
["https://fhir.passerelle.example/CodeSystem/implied-step", "accepted\nin-progress"],
["https://fhir.passerelle.example/CodeSystem/information-kind", "identity\nsafe-contact\ncircle\nrequest\nstrengths\ndevelopment\nhealth\npsychosocial\nschool\nrights\nplan\nfollow-up\noutcomes\nlegal-referral-exists"],
["https://fhir.passerelle.example/CodeSystem/legal-mandate", "mediation\nrepresentation\ninformation\nprotective-measure"],
["https://fhir.passerelle.example/CodeSystem/legal-provision", "lrsss-74\nlrsss-other-bases\np-39.1-18\np-39.1-18.1\nphipa-40\nphipa-41\nphipa-43\ncyfsa-292"],
["https://fhir.passerelle.example/CodeSystem/member-kind", "family\ncommunity\nprofessional\ninstitution"],
["https://fhir.passerelle.example/CodeSystem/network-service", "speech-therapy\noccupational-therapy\npsychology\nsocial-work\npaediatrics\nfamily-therapy\neducation\nhousing\nneeds-assessment"],
["https://fhir.passerelle.example/CodeSystem/outcome-panel", "protective-factors"],
["https://fhir.passerelle.example/CodeSystem/outcome-rating", "1\n2\n3\n4\n5"],
["https://fhir.passerelle.example/CodeSystem/outcome-subject", "child\nfamily\ncommunity"],
["https://fhir.passerelle.example/CodeSystem/prescription-kind", "arts-music\nsport\nplay\nmentoring\nrecreation\nfood-aid\nrespite\nlearning"],
["https://fhir.passerelle.example/CodeSystem/programme", "clsc\nsippe\nagir-tot\nneglect-programme\nhospital\nspecialist"],
["https://fhir.passerelle.example/CodeSystem/protective-factor", "physical-activity\nself-confidence\nsupportive-relationships\ncommunity-involvement\nbelonging\nequity"],
["https://fhir.passerelle.example/CodeSystem/rating-moment", "before\nafter"],
["https://fhir.passerelle.example/CodeSystem/receiver-priority", "P1\nP2\nP3\nP4"],
["https://fhir.passerelle.example/CodeSystem/record-keeping", "fence\ndestroyed\nincident\nexistence-refusals\nabout-no-request"],
["https://fhir.passerelle.example/CodeSystem/referral-act", "dispatched\nacknowledged\naccepted\ndeclined\nwaitlisted\nscheduled\nstarted\nno-show\nawaiting-information\ncompleted\nfailed\ncancelled\npassed-on\nfamily-told\nfamily-ended\nagreement-taken-back\nbasis-ended\nentered-in-error"],
["https://fhir.passerelle.example/CodeSystem/referral-business-status", "acknowledged\naccepted\ndeclined\nwaitlisted\nscheduled\nstarted\nno-show\nawaiting-information\ncompleted\nfailed\ncancel-requested\ncancelled\nfamily-told"],
["https://fhir.passerelle.example/CodeSystem/referral-output", "appointment\noutcome"],
["https://fhir.passerelle.example/CodeSystem/request-kind", "social-prescription\nlegal-referral\nservice-referral\ninbound-referral"],
["https://fhir.passerelle.example/CodeSystem/resource-kind", "arts-music\nsport\nplay\nmentoring\nrecreation\nfood-aid\nrespite\nlearning\nparenting\nmaternal-child-health\nearly-childhood\nchild-care\nspeech-therapy\noccupational-therapy\npsychology\nsocial-work\nsupport-group\nhousing\ninterpretation\nnewcomer-clinic\nmediation\nlegal-advice\nlegal-advocacy"],
["https://fhir.passerelle.example/CodeSystem/said-how", "oral\nwritten"],
["https://fhir.passerelle.example/CodeSystem/school-aspect", "readiness\nsuccess\nattendance\nbelonging-at-school"],
["https://fhir.passerelle.example/CodeSystem/sensitivity", "PSC-RESTRICTED"],
["https://fhir.passerelle.example/CodeSystem/service-mode", "in-person\nat-home\ntelephone\nonline"],
["https://fhir.passerelle.example/CodeSystem/stress-trend", "increased\nstable\nreduced\nresolved\nreturned"],
["https://fhir.passerelle.example/CodeSystem/toxic-stress", "money\nfood\nwithout-home\ncrowded-home\nunsound-home\neviction\nmoves\nisolation\nlittle-support\nlanguage\nschool\nexclusion\nseparation\nbereavement\ntension-at-home\nexhaustion\nillness-in-family\nneighbourhood\nother"],
["https://fhir.passerelle.example/CodeSystem/uncrc-article", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n21\n22\n23\n24\n25\n26\n27\n28\n29\n30\n31\n32\n33\n34\n35\n36\n37\n38\n39\n40\n41\n42\n43\n44\n45\n46\n47\n48\n49\n50\n51\n52\n53\n54"],
["https://fhir.passerelle.example/CodeSystem/watch-finding", "silent\nlate\nlost\ncontradictory\nnot-sent\non-hold\ndeclined\nno-outcome\nnot-evaluated\ncorrection-not-told\nfamily-not-told\nnobody-along\nneed-open\nbasis-ends\nsippe-ends\ncentre-ends\nguardianship-ends\nreview-due\nmeet-young-person"]
]);
export { ALL_profiles as profiles, ALL_extensions as extensions, ALL_codeSystems as codeSystems };
