import { GatewayError } from '../../gateway/failures.ts';
import type { FhirStore, SearchParams } from '../../gateway/record/fhir-store.ts';
import { wordsIn } from '../../mappings/matching/name-words.ts';
import { literalReferences } from './literal-references.ts';

type Stored = fhir4.FhirResource & { readonly id: string };

/** A record in memory: the part of a FHIR server that the sync leans on, as HAPI was seen to behave (design.md §6). */
export interface MemoryRecord extends FhirStore {
  /** Everything that stands. */
  readonly resources: () => readonly Stored[];
  readonly ofType: <T extends fhir4.FhirResource['resourceType']>(
    type: T,
  ) => readonly Extract<fhir4.FhirResource, { resourceType: T }>[];
  /** Every transaction that was committed, as it was sent. */
  readonly committed: readonly fhir4.Bundle<fhir4.FhirResource>[];
}

export function memoryRecord(before: readonly fhir4.FhirResource[] = []): MemoryRecord {
  const byPlace = new Map<string, Stored>();
  const committed: fhir4.Bundle<fhir4.FhirResource>[] = [];
  /** Every version that was kept, also of drafts that were thrown away: nobody knows their numbers. */
  const versions = new Map<string, Stored>();
  let lastId = 0;
  const newId = (): string => {
    lastId += 1;
    return String(lastId);
  };
  const placeOf = ({ resourceType, id }: fhir4.FhirResource) => `${resourceType}/${id}`;
  const keep = (into: Map<string, Stored>, resource: fhir4.FhirResource, id: string): string => {
    const version = Number(into.get(`${resource.resourceType}/${id}`)?.meta?.versionId ?? 0) + 1;
    const stored = {
      ...resource,
      id,
      meta: { ...resource.meta, versionId: String(version), lastUpdated: '2026-03-10T16:00:00.000Z' },
    };
    into.set(`${resource.resourceType}/${id}`, stored);
    versions.set(`${resource.resourceType}/${id}/_history/${version}`, stored);
    return `${resource.resourceType}/${id}/_history/${version}`;
  };
  for (const resource of before) keep(byPlace, resource, resource.id ?? newId());

  return {
    committed,
    resources: () => [...byPlace.values()],
    ofType: (type) => [...byPlace.values()].filter(({ resourceType }) => resourceType === type) as never,
    answers: async () => true,
    read: async (type, id) => byPlace.get(`${type}/${id}`),
    readVersion: async (type, id, version) => versions.get(`${type}/${id}/_history/${version}`),
    put: async (resource) => void keep(byPlace, resource, resource.id),
    // No new version, and its instant stays.
    addTags: async (type, id, tags) => {
      const standing = byPlace.get(`${type}/${id}`);
      if (standing === undefined) throw new GatewayError('recordRefused', `nothing at ${type}/${id}`);
      const meta = { ...standing.meta, tag: [...(standing.meta?.tag ?? []), ...tags] };
      byPlace.set(`${type}/${id}`, { ...standing, meta });
    },

    // One page each: what a page holds is the server's to say.
    async *pages(type, params) {
      const found = await this.search(type, { ...params, _include: [], _revinclude: [] });
      for (const resource of sorted(found, params).slice(Number(params._offset ?? 0)))
        yield [resource, ...includedWith(resource as Stored, params, byPlace)];
    },

    async search(type, params) {
      const found = [...byPlace.values()].filter(
        (resource) => resource.resourceType === type && matches(resource, params, byPlace),
      );
      const included = found.flatMap((resource) => includedWith(resource, params, byPlace));
      return [...found, ...new Set(included)];
    },

    async transaction(bundle) {
      const draft = new Map(byPlace);
      const entries = bundle.entry ?? [];
      const places = new Map<string, string>();
      const skipped = new Set<fhir4.BundleEntry>();
      for (const entry of entries) {
        const { resource, request, fullUrl = '' } = entry;
        if (resource === undefined || request === undefined) throw new GatewayError('recordRefused', 'an empty entry');
        if (request.method === 'PUT') {
          const standing = draft.get(request.url);
          const stale =
            standing !== undefined &&
            request.ifMatch !== undefined &&
            request.ifMatch !== `W/"${standing.meta?.versionId}"`;
          if (stale) throw new GatewayError('versionConflict', `${request.url} changed`);
          places.set(fullUrl, request.url);
        } else {
          const [, token = ''] = (request.ifNoneExist ?? '').split('=');
          if (!/\|.+/.test(decodeURIComponent(token))) throw new GatewayError('recordRefused', 'matches everybody');
          const match = [...draft.values()].find(
            (it) => it.resourceType === resource.resourceType && hasToken(it, decodeURIComponent(token)),
          );
          if (match !== undefined) skipped.add(entry);
          places.set(fullUrl, match === undefined ? `${resource.resourceType}/${newId()}` : placeOf(match));
        }
      }
      const located = (node: unknown): unknown =>
        JSON.parse(JSON.stringify(node), (name, value: unknown) =>
          name === 'reference' && typeof value === 'string' ? (places.get(value) ?? value) : value,
        );
      const response = entries.map((entry) => {
        const place = entry.request?.method === 'PUT' ? entry.request.url : (places.get(entry.fullUrl ?? '') ?? '');
        const status = skipped.has(entry) || draft.has(place) ? '200 OK' : '201 Created';
        if (skipped.has(entry)) return { status, location: `${place}/_history/${draft.get(place)?.meta?.versionId}` };
        return {
          status,
          location: keep(draft, located(entry.resource) as fhir4.FhirResource, place.split('/')[1] ?? ''),
        };
      });
      const dangling = entries
        .flatMap(({ resource }) => literalReferences(located(resource)))
        // What is contained stands in the resource itself.
        .filter((it) => !it.startsWith('#') && !draft.has(it));
      if (dangling.length > 0) throw new GatewayError('recordRefused', `nothing at ${dangling.join(', ')}`);
      for (const [place, resource] of draft) byPlace.set(place, resource);
      committed.push(bundle);
      return {
        resourceType: 'Bundle',
        type: 'transaction-response',
        entry: response.map((answered) => ({ response: answered })),
      };
    },
  };
}

function sorted(found: readonly fhir4.FhirResource[], { _sort }: SearchParams): readonly fhir4.FhirResource[] {
  const keyOf = (it: fhir4.FhirResource): string => {
    if (it.resourceType !== 'Task') return '';
    return _sort === 'period,_id' ? `${it.executionPeriod?.start}|${it.id}` : (it.authoredOn ?? '');
  };
  if (_sort === undefined) return found;
  return [...found].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

function matches(resource: Stored, params: SearchParams, all: ReadonlyMap<string, Stored>): boolean {
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

const hasToken = (resource: fhir4.FhirResource, token: string): boolean =>
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

function includedWith(resource: Stored, params: SearchParams, all: ReadonlyMap<string, Stored>): readonly Stored[] {
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
