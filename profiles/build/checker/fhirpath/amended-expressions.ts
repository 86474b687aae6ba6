/**
 * Invariants that R4 published with a mistake, as HL7’s validator reads them (org.hl7.fhir.validation, FHIRPathExpressionFixer):
 * by key, or by the expression as published.
 */
const BY_KEY: Readonly<Record<string, string>> = {
  'opd-3':
    "targetProfile.exists() implies (type = 'Reference' or type = 'canonical' or type.memberOf('http://hl7.org/fhir/ValueSet/resource-types'))",
  'que-7': "operator = 'exists' implies (answer is boolean)",
  'eld-19':
    "path.matches('^[^\\\\s\\\\.,:;\\\\\\'\"\\\\/|?!@#$%&*()\\\\[\\\\]{}]{1,64}(\\\\.[^\\\\s\\\\.,:;\\\\\\'\"\\\\/|?!@#$%&*()\\\\[\\\\]{}]{1,64}(\\\\[x\\\\])?(\\\\:[^\\\\s\\\\.]+)?)*$')",
  'eld-20': "path.matches('^[A-Za-z][A-Za-z0-9]*(\\\\.[a-z][A-Za-z0-9]*(\\\\[x])?)*$')",
  // iif() of a collection, said without it.
  'ctm-1': 'onBehalfOf.exists() implies (member.resolve().empty() or member.resolve().ofType(Practitioner).exists())',
  'ras-2': '(probability.exists() and (probability is decimal)) implies ((probability as decimal) <= 100)',
  'tim-9': "offset.empty() or (when.exists() and when.select($this in ('C' | 'CM' | 'CD' | 'CV')).allFalse())",
};

const BY_EXPRESSION: Readonly<Record<string, string>> = {
  'enableWhen.count() > 2 implies enableBehavior.exists()': 'enableWhen.count() >= 2 implies enableBehavior.exists()',
  "fullUrl.contains('/_history/').not()": "fullUrl.exists() implies fullUrl.contains('/_history/').not()",
  "name.matches('[A-Z]([A-Za-z0-9_]){0,254}')": "name.exists() implies name.matches('^[A-Z]([A-Za-z0-9_]){0,254}$')",
  "clinicalStatus.exists() or verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() or category.select($this='problem-list-item').empty()":
    "(verificationStatus.coding.where(system='http://terminology.hl7.org/CodeSystem/condition-ver-status' and code = 'entered-in-error').exists() and category.coding.exists(system='http://terminology.hl7.org/CodeSystem/condition-category' and code ='problem-list-item').empty()) implies (clinicalStatus.exists())",
};

/** The expression to compile for an invariant. */
export const amended = (key: string, expression: string): string =>
  BY_KEY[key] ?? BY_EXPRESSION[expression] ?? expression;
