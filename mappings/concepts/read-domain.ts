import { ASSESSMENT_ELEMENTS, DEVELOPMENT_AREAS, SCHOOL_ASPECTS } from '../../profiles/codes/assessment.ts';
import { GOAL_CATEGORIES } from '../../profiles/codes.ts';
import type { DevelopmentObservation, DomainObservation, ReadDomain, SchoolObservation } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { codeFrom, codingOf } from './code-map.ts';
import { extension, extensionIn } from './extension.ts';
import type { Findings } from './findings.ts';
import type { FoundResources } from './found-resources.ts';
import { type Identity, identifierOf, partId, partIdentities } from './identity.ts';
import { present, several } from './present.ts';
import { identifierIn, referenceInside } from './reference.ts';
import { childReference, referenceFromWho, type WhoScope, whoFromReference } from './who.ts';

/** A reading and a goal have the same domains. */
const DOMAIN = { system: CODE_SYSTEMS.goalCategory, table: GOAL_CATEGORIES };
const AREA = { system: CODE_SYSTEMS.developmentArea, table: DEVELOPMENT_AREAS };
const ASPECT = { system: CODE_SYSTEMS.schoolAspect, table: SCHOOL_ASPECTS };
const ELEMENT = { system: CODE_SYSTEMS.assessmentElement, table: ASSESSMENT_ELEMENTS };
const ITEM = 'ClinicalImpression.investigation.item';

/** What one Observation of a domain says: how the domain as a whole is understood, or one thing that was seen. */
interface DomainPart {
  readonly id?: string;
  readonly domain: ReadDomain['domain'];
  /** Which domain of the reading, in their order. */
  readonly nth: number;
  readonly element: 'reading' | 'observation';
  readonly said: DevelopmentObservation | SchoolObservation | DomainObservation;
}

/** The reading in which domains stand, and how its Observations stand. */
export interface ReadingScope extends WhoScope {
  readonly reading: Identity;
  readonly status: fhir4.Observation['status'];
}

type BackScope = Omit<ReadingScope, 'status'>;

const observationNamed =
  ({ reading, centre }: BackScope) =>
  (id: string) => ({ system: IDENTIFIERS.assessmentObservation(centre), value: `${reading.value}:${id}` });

/** Each domain of a reading with its Observations' identities, in their order. */
export function identifiedDomains(domains: readonly ReadDomain[], scope: BackScope) {
  const parts = partIdentities(
    domains.flatMap((domain, nth) => partsOf(domain, nth)),
    {
      centre: scope.centre,
      type: 'Observation',
      root: scope.reading,
      kind: 'domain',
      named: observationNamed(scope),
      words: ({ domain, element, said }) => [domain, element, said.words],
    },
  );
  return domains.map((read, nth) => ({ read, parts: parts.filter(([part]) => part.nth === nth) }));
}

type IdentifiedDomain = ReturnType<typeof identifiedDomains>[number];

function partsOf({ domain, words, observations = [] }: ReadDomain, nth: number): readonly DomainPart[] {
  return [
    ...(words === undefined ? [] : [{ domain, nth, element: 'reading', said: { words } } as const]),
    ...observations.map((said) => present({ id: said.id, domain, nth, element: 'observation' as const, said })),
  ];
}

/** Total: every domain that was read has an investigation, whose items are its Observations. */
export const investigationFrom = ({ read, parts }: IdentifiedDomain): fhir4.ClinicalImpressionInvestigation =>
  present({
    extension: several(extension(EXTENSIONS.changedSince, 'valueString', read.changedSince)),
    code: { coding: [codingOf(DOMAIN, read.domain)] },
    item: several(parts.map(([, identity]) => referenceInside(identity))),
  });

/** Total: what was said of a domain has an Observation. */
export const observationFromPart = (
  { domain, element, said }: DomainPart,
  identity: Identity,
  scope: ReadingScope,
): fhir4.Observation =>
  present({
    resourceType: 'Observation',
    meta: { profile: [domain === 'development' ? PROFILES.development : PROFILES.domainObservation] },
    identifier: [identifierOf(identity)],
    status: scope.status,
    category: [{ coding: [codingOf(DOMAIN, domain)] }],
    code: { coding: [codeOf(element, said)] },
    subject: childReference(scope),
    effectiveDateTime: said.observedOn,
    performer: said.observedBy && [referenceFromWho(said.observedBy, scope)],
    valueString: said.words,
    method: said.how === undefined ? undefined : { text: said.how },
  });

function codeOf(element: DomainPart['element'], said: DomainPart['said']): fhir4.Coding {
  if ('area' in said && said.area !== undefined) return codingOf(AREA, said.area);
  if ('aspect' in said && said.aspect !== undefined) return codingOf(ASPECT, said.aspect);
  return codingOf(ELEMENT, element);
}

/** The domain back, with what was seen in it. */
export function readDomainFrom(
  investigation: fhir4.ClinicalImpressionInvestigation,
  scope: BackScope,
  resources: FoundResources,
  found: Findings,
): ReadDomain | undefined {
  const at = 'ClinicalImpression.investigation.code';
  const domain = found.required(codeFrom(DOMAIN, investigation.code.coding, at, found), at);
  const items = (investigation.item ?? []).flatMap((reference) => {
    const resource = resources.at('Observation', reference, ITEM, found);
    return resource === undefined ? [] : [{ reference, resource }];
  });
  if (domain === undefined) return undefined;
  const whole = items.find(({ resource }) => elementOf(resource) === 'reading');
  const seen = items.flatMap((item) => {
    const said = item === whole ? undefined : saidFrom(item.resource, item.reference, scope, found);
    return said === undefined ? [] : [{ resource: item.resource, said }];
  });
  const common = present({
    words: whole?.resource.valueString,
    changedSince: extensionIn(investigation, EXTENSIONS.changedSince, 'valueString'),
  });
  switch (domain) {
    case 'development':
      return present({
        domain,
        ...common,
        observations: several(
          seen.map(({ resource, said }) =>
            present({ ...said, area: codeFrom(AREA, resource.code.coding, 'Observation.code', found) }),
          ),
        ),
      });
    case 'school':
      return present({
        domain,
        ...common,
        observations: several(
          seen.map(({ resource, said }) =>
            present({ ...said, aspect: codeFrom(ASPECT, resource.code.coding, 'Observation.code', found) }),
          ),
        ),
      });
    default:
      return present({ domain, ...common, observations: several(seen.map(({ said }) => said)) });
  }
}

const elementOf = ({ code }: fhir4.Observation): string | undefined =>
  code.coding?.find(({ system }) => system === ELEMENT.system)?.code;

function saidFrom(
  resource: fhir4.Observation,
  reference: fhir4.Reference,
  scope: BackScope,
  found: Findings,
): DomainObservation | undefined {
  const words = found.required(resource.valueString, 'Observation.valueString');
  const identifier = identifierIn(reference);
  return words === undefined
    ? undefined
    : present({
        id: identifier && partId(identifier, observationNamed(scope)),
        words,
        observedOn: resource.effectiveDateTime,
        observedBy: whoFromReference(resource.performer?.[0], scope, 'Observation.performer', found),
        how: resource.method?.text,
      });
}
