import type { SearchParams } from '../../gateway/record/fhir-store.ts';
import { wordsIn } from '../../mappings/matching/name-words.ts';

export type Stored = fhir4.FhirResource & { readonly id: string };

/** As `_sort` asks for them. */
export function sorted(found: readonly fhir4.FhirResource[], { _sort }: SearchParams): readonly fhir4.FhirResource[] {
  const keyOf = (it: fhir4.FhirResource): string => {
    if (it.resourceType !== 'Task') return '';
    return _sort === 'period,_id' ? `${it.executionPeriod?.start}|${it.id}` : (it.authoredOn ?? '');
  };
  if (_sort === undefined) return found;
  return [...found].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Whether a resource is one of those that these parameters look for, as HAPI was seen to read them. Throws on one that is not known here. */
export function matches(resource: Stored, params: SearchParams, all: ReadonlyMap<string, Stored>): boolean {
  return Object.entries(params).every(([name, value]) => {
    const tokens = String(value).split(',');
    switch (name) {
      case '_include':
      case '_revinclude':
      case '_sort':
      case '_count':
      case '_elements':
      case '_offset':
      case '_include:iterate':
        return true;
      case 'patient:Patient.organization:Organization.identifier':
        return (
          resource.resourceType === 'Task' &&
          tokens.some((token) => {
            const child = all.get(resource.for?.reference ?? '');
            return child?.resourceType === 'Patient' && isToken(child.managingOrganization?.identifier, token);
          })
        );
      case 'owner:PractitionerRole.identifier':
        return resource.resourceType === 'Task' && tokens.some((token) => isToken(resource.owner?.identifier, token));
      case 'owner:Organization.identifier':
        return resource.resourceType === 'Task' && tokens.some((token) => isToken(resource.owner?.identifier, token));
      case 'requester:Organization.identifier':
        return (
          resource.resourceType === 'Task' && tokens.some((token) => isToken(resource.requester?.identifier, token))
        );
      case 'occurrence': {
        const at = Date.parse(resource.resourceType === 'ServiceRequest' ? (resource.occurrenceDateTime ?? '') : '');
        return [value].flat().every((bound) => {
          const edge = Date.parse(bound.slice(2));
          return bound.startsWith('ge') ? at >= edge : at <= edge;
        });
      }
      case 'subtype':
        return (
          resource.resourceType === 'AuditEvent' &&
          (resource.subtype ?? []).some(({ system, code }) => tokens.includes(`${system}|${code}`))
        );
      case 'entity':
        return (
          resource.resourceType === 'AuditEvent' &&
          (resource.entity ?? []).some(({ what }) => tokens.includes(what?.reference ?? ''))
        );
      case 'entity-name:exact':
        return (
          resource.resourceType === 'AuditEvent' &&
          (resource.entity ?? []).some(({ name = '' }) => tokens.includes(name))
        );
      case '_id':
        return tokens.includes(resource.id);
      case 'identifier':
        return tokens.some((token) => hasToken(resource, token));
      case 'service-type':
        return (
          resource.resourceType === 'HealthcareService' &&
          (resource.type ?? []).some(({ coding = [] }) =>
            coding.some(({ system, code }) => tokens.includes(`${system}|${code}`)),
          )
        );
      case 'coverage-area.identifier':
        return (
          resource.resourceType === 'HealthcareService' &&
          (resource.coverageArea ?? []).some(({ identifier }) => tokens.some((token) => isToken(identifier, token)))
        );
      case 'patient.identifier':
        return (
          ((resource.resourceType === 'ServiceRequest' ||
            resource.resourceType === 'CareTeam' ||
            resource.resourceType === 'CarePlan') &&
            tokens.some((token) => isToken(resource.subject?.identifier, token))) ||
          (resource.resourceType === 'Consent' && tokens.some((token) => isToken(resource.patient?.identifier, token)))
        );
      case 'purpose':
        return (
          resource.resourceType === 'Consent' &&
          (resource.provision?.purpose ?? []).some(({ system, code }) => tokens.includes(`${system}|${code}`))
        );
      case 'patient':
        return tokens.some((token) => isAboutPatient(resource, token));
      case 'based-on:ServiceRequest.patient':
        return (
          resource.resourceType === 'Observation' &&
          (resource.basedOn ?? []).some(({ reference = '' }) => {
            const request = all.get(reference);
            return request !== undefined && tokens.some((token) => isAboutPatient(request, token));
          })
        );
      case '_profile':
        return tokens.some((token) => resource.meta?.profile?.includes(token));
      case '_lastUpdated':
        return `ge${resource.meta?.lastUpdated}` >= (tokens[0] ?? '');
      case 'organization.identifier':
        return (
          resource.resourceType === 'Patient' &&
          tokens.some((token) => isToken(resource.managingOrganization?.identifier, token))
        );
      case 'birthdate':
        return resource.resourceType === 'Patient' && resource.birthDate === tokens[0];
      case 'name':
        return (
          resource.resourceType === 'Patient' &&
          [value].flat().every((word) => wordsIn(JSON.stringify(resource.name ?? [])).some((it) => it.startsWith(word)))
        );
      case '_tag:not':
        return !matches(resource, { _tag: value }, all);
      case '_tag':
        return (resource.meta?.tag ?? []).some(({ system, code }) => tokens.includes(`${system}|${code}`));
      case 'category':
        return (
          (resource.resourceType === 'ServiceRequest' || resource.resourceType === 'Observation') &&
          (resource.category ?? []).some(({ coding = [] }) =>
            coding.some(({ system, code }) => tokens.includes(`${system}|${code}`)),
          )
        );
      case 'focus':
        return resource.resourceType === 'Task' && tokens.includes(resource.focus?.reference ?? '');
      case 'group-identifier':
        return resource.resourceType === 'Task' && tokens.some((token) => isToken(resource.groupIdentifier, token));
      case 'status':
      case 'intent':
        return name in resource && tokens.includes(String((resource as unknown as Record<string, unknown>)[name]));
      case 'business-status':
        return (
          resource.resourceType === 'Task' &&
          (resource.businessStatus?.coding ?? []).some(({ system, code }) => tokens.includes(`${system}|${code}`))
        );
      case 'related':
        return (
          resource.resourceType === 'DocumentReference' &&
          (resource.context?.related ?? []).some(({ reference }) => tokens.includes(reference ?? ''))
        );
      case 'code':
        return (
          (resource.resourceType === 'Task' || resource.resourceType === 'Basic') &&
          (resource.code?.coding ?? []).some(({ system, code = '' }) =>
            [code, `${system}|${code}`].some((token) => tokens.includes(token)),
          )
        );
      default:
        throw new Error(`the record in memory knows no search by ${name}`);
    }
  });
}

/** FHIR's search parameter `patient`: whichever element names the child. */
const isAboutPatient = (resource: Stored, id: string): boolean =>
  (resource.resourceType === 'Appointment' &&
    resource.participant.some(({ actor }) => actor?.reference === `Patient/${id}`)) ||
  ['subject', 'patient', 'for'].some((element) => {
    const reference = (resource as unknown as Record<string, fhir4.Reference | undefined>)[element];
    return reference?.reference === `Patient/${id}`;
  });

/** `system|` matches every value of the system. */
const isToken = (identifier: fhir4.Identifier | undefined, token: string): boolean =>
  [`${identifier?.system}|${identifier?.value}`, `${identifier?.system}|`].includes(token);

export const hasToken = (resource: fhir4.FhirResource, token: string): boolean =>
  'identifier' in resource && [resource.identifier].flat().some((identifier) => isToken(identifier, token));

/** What references of these names lead to, and what leads here by them. */
const REFERENCES: Readonly<Record<string, (resource: fhir4.FhirResource) => readonly (fhir4.Reference | undefined)[]>> =
  {
    'Task:part-of': (it) => (it.resourceType === 'Task' ? (it.partOf ?? []) : []),
    'Task:based-on': (it) => (it.resourceType === 'Task' ? (it.basedOn ?? []) : []),
    'ServiceRequest:replaces': (it) => (it.resourceType === 'ServiceRequest' ? (it.replaces ?? []) : []),
    'Task:focus': (it) => (it.resourceType === 'Task' ? [it.focus] : []),
    'Task:patient': (it) => (it.resourceType === 'Task' ? [it.for] : []),
    'Observation:based-on': (it) => (it.resourceType === 'Observation' ? (it.basedOn ?? []) : []),
    'HealthcareService:location': (it) => (it.resourceType === 'HealthcareService' ? (it.location ?? []) : []),
    'Consent:patient': (it) => (it.resourceType === 'Consent' ? [it.patient] : []),
    'RelatedPerson:patient': (it) => (it.resourceType === 'RelatedPerson' ? [it.patient] : []),
    'Provenance:target': (it) => (it.resourceType === 'Provenance' ? it.target : []),
  };

/** What `_include` and `_revinclude` bring beside it. */
export function includedWith(
  resource: Stored,
  params: SearchParams,
  all: ReadonlyMap<string, Stored>,
): readonly Stored[] {
  const leads = (from: fhir4.FhirResource, name: string) =>
    (REFERENCES[name]?.(from) ?? []).flatMap((reference) => reference?.reference ?? []);
  const place = `${resource.resourceType}/${resource.id}`;
  const out = [params._include ?? []].flat().flatMap((name) => leads(resource, name));
  const further = out.flatMap((it) => {
    const found = all.get(it);
    return found === undefined ? [] : [params['_include:iterate'] ?? []].flat().flatMap((name) => leads(found, name));
  });
  const back = [params._revinclude ?? []].flat();
  return [
    ...[...out, ...further].flatMap((it) => all.get(it) ?? []),
    ...[...all.values()].filter((other) => back.some((name) => leads(other, name).includes(place))),
  ];
}
