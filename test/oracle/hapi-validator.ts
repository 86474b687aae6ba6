import { CANONICAL } from '../../profiles/canonical.ts';
import type { Finding, Validator } from './verdict.ts';

const WITHIN_MS = 60_000;
const TRIES_MAX = 3;
const MESSAGE_ID = 'http://hl7.org/fhir/StructureDefinition/operationoutcome-message-id';

/** HL7's validator as HAPI runs it: `POST /{type}/$validate`. Throws when HAPI gives no answer at all. */
export function hapiValidator(baseUrl: string): Validator {
  return async (resource) => {
    const { status, outcome } = await ask(`${baseUrl}/${typeOf(resource)}/$validate`, JSON.stringify(resource));
    const found = findings(outcome);
    // 400 and 412 are refusals; 500 is a defect of HAPI's, unless it is how HL7's parser says that this is not FHIR.
    if (status >= 500 && !found.some(({ text }) => text.includes('FHIRFormatError')))
      return { says: 'none', errors: found, notChecked: [] };
    const errors = found.filter((it) => !isProfileOfOthers(it));
    return { says: errors.length === 0 ? 'valid' : 'invalid', errors, notChecked: found.filter(isProfileOfOthers) };
  };
}

interface Answer {
  readonly status: number;
  readonly outcome: fhir4.OperationOutcome;
}

async function ask(url: string, body: string, triesLeft = TRIES_MAX): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json', 'cache-control': 'no-cache' },
      body,
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    return { status: response.status, outcome: (await response.json()) as fhir4.OperationOutcome };
  } catch (error) {
    // After some refusals HAPI closes a connection that it had said it would keep.
    if (triesLeft > 1) return ask(url, body, triesLeft - 1);
    throw new Error(`no verdict from ${url} on ${body.slice(0, 500)}`, { cause: error });
  }
}

const PROFILE_NOT_HELD = ['VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY', 'Validation_VAL_Profile_Unknown'];

/**
 * HAPI raises to an error what HL7's validator only tells: that a profile of somebody else's, which it does not hold, was not looked at.
 * That is no verdict on the resource; we too say that it was not checked. A profile of ours or of R4 that is not there is an error.
 */
const isProfileOfOthers = ({ rule, text }: Finding): boolean =>
  PROFILE_NOT_HELD.includes(rule) &&
  !text.includes(CANONICAL) &&
  !text.includes('http://hl7.org/fhir/StructureDefinition/');

const findings = ({ issue }: fhir4.OperationOutcome): readonly Finding[] =>
  issue
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(({ details, extension, location, expression, diagnostics }) => ({
      rule: extension?.find(({ url }) => url === MESSAGE_ID)?.valueString ?? details?.coding?.[0]?.code ?? 'parser',
      expression: expression?.[0] ?? location?.[0] ?? '',
      text: diagnostics ?? details?.text ?? '',
    }));

/** Where it is posted to: HAPI has one address per type. */
function typeOf(resource: unknown): string {
  const type =
    typeof resource === 'object' && resource !== null && 'resourceType' in resource ? resource.resourceType : undefined;
  return typeof type === 'string' && /^[A-Z][A-Za-z]+$/.test(type) ? type : 'Patient';
}
