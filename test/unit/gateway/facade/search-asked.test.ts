import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { oneAsked, pageAsked, searchAsked } from '../../../../gateway/facade/search-asked.ts';
import { GatewayError } from '../../../../gateway/failures.ts';
import { FOREIGN, IDENTIFIERS } from '../../../../mappings/domain/systems.ts';
import { FACADE_TYPES, type FacadeType, facadeOffer } from '../../../../profiles/facade-offer.ts';

const asked = (type: FacadeType, query: string, body?: string) =>
  searchAsked(type, new URLSearchParams(query), body === undefined ? undefined : new URLSearchParams(body));

/** The parameters that a refusal names; empty when it is none. */
function refusedIn(run: () => unknown): readonly string[] {
  try {
    run();
    return [];
  } catch (error) {
    if (!(error instanceof GatewayError) || error.kind !== 'malformed') throw error;
    expect(error.issues.length).toBeGreaterThan(0);
    return error.issues.map(({ expression = '' }) => expression);
  }
}

const CARD = `${FOREIGN.nam}|NGUM20550412`;

test.each([
  ['Patient', 'name', 'Nguyễn'],
  ['Patient', 'family', 'Nguyễn'],
  ['Patient', 'given', 'Mai'],
  ['Patient', 'birthdate', '2020-05-04'],
  ['Patient', 'identifier', CARD],
  ['Patient', 'identifier', 'NGUM20550412'],
  ['Patient', 'identifier', `${IDENTIFIERS.child('verdun')}|enf-1,${CARD}`],
  ['Task', 'patient.identifier', CARD],
  ['RelatedPerson', 'phone', '514 555-0199'],
  ['Practitioner', 'name', 'd’Arcy'],
] as const)('%s by %s is for a body: in a URL it is refused, and its value told nowhere', (type, name, value) => {
  const query = new URLSearchParams({ [name]: value }).toString();
  expect(refusedIn(() => asked(type, query))).toEqual([`http.${name}`]);
  try {
    asked(type, query);
  } catch (error) {
    expect(JSON.stringify([error, (error as GatewayError).issues, String(error)])).not.toContain(value);
  }
  const inBody = asked(type, '', query);
  expect(inBody.params).toEqual({ [name]: [value] });
  expect(inBody.query).toBe('');
});

test('a number that the centre gave may stand in a URL', () => {
  const value = `${IDENTIFIERS.child('verdun')}|enf-1`;
  expect(asked('Patient', new URLSearchParams({ identifier: value }).toString()).params).toEqual({
    identifier: [value],
  });
});

test('whatever is not offered for a type is refused by its name, for every type and in either place', () => {
  const offered = new Set(FACADE_TYPES.flatMap((type) => Object.keys(facadeOffer(type).search)));
  const names = fc.oneof(
    fc.constantFrom(...offered),
    fc.constantFrom(
      '_has:Provenance:target:agent',
      '_filter',
      '_list',
      '_query',
      '_content',
      '_text',
      '_contained',
      '_tag',
      '_profile',
      '_security',
      '_getpages',
      '_pretty',
      '__proto__',
      'constructor',
      'toString',
    ),
    fc
      .tuple(
        fc.constantFrom(...offered),
        fc.constantFrom(
          ':not',
          ':exact',
          ':contains',
          ':missing',
          ':text',
          ':Patient',
          '.name',
          ':Patient.name',
          ':identifier',
        ),
      )
      .map(([name, more]) => name + more),
  );
  fc.assert(
    fc.property(fc.constantFrom(...FACADE_TYPES), names, fc.boolean(), (type, name, inBody) => {
      fc.pre(!Object.hasOwn(facadeOffer(type).search, name));
      const needed = new URLSearchParams(
        (facadeOffer(type).needs ?? []).map((it): [string, string] => [it, 'Patient/1']),
      );
      const query = new URLSearchParams({ [name]: '1' });
      const refused = refusedIn(() =>
        searchAsked(type, inBody ? needed : new URLSearchParams([...needed, ...query]), inBody ? query : undefined),
      );
      expect(refused).toEqual([`http.${name}`]);
    }),
    { numRuns: 1_000 },
  );
});

test('what is passed on to the record is what was asked, every value of it, and nothing else', () => {
  const { params, count, isTotalAsked, elements } = asked(
    'ServiceRequest',
    'status=active,draft&authored=ge2026-01-01&authored=lt2026-02-01&_count=1000&_total=accurate&_elements=status,code&_include=ServiceRequest:patient&_sort=-authored&_format=json',
  );
  expect(params).toEqual({
    status: ['active,draft'],
    authored: ['ge2026-01-01', 'lt2026-02-01'],
    _include: ['ServiceRequest:patient'],
    _sort: ['-authored'],
  });
  expect([count, isTotalAsked, elements]).toEqual([200, true, ['status', 'code']]);
});

test.each([
  ['Task', '_include=*'],
  ['Task', '_include=Task:focus:ServiceRequest'],
  ['Task', '_include:iterate=Task:focus'],
  ['Task', '_revinclude=AuditEvent:entity'],
  ['Group', '_include=Group:member'],
  ['Patient', '_sort=birthdate'],
  ['Patient', '_sort=name'],
  ['Task', '_sort=_lastUpdated,-status'],
  ['Task', '_count=-1'],
  ['Task', '_count=1&_count=2'],
  ['Task', '_summary=text'],
  ['Task', '_total=estimate'],
  ['Task', '_elements=meta.tag'],
  ['Task', 'patient=https://ailleurs.example/Patient/1'],
  ['Task', 'patient='],
  ['Task', 'status=active,'],
  ['Task', 'identifier=|'],
  ['Task', 'modified=hier'],
  ['Provenance', 'recorded=ge2026-01-01'],
] as const)('%s?%s is not understood', (type, query) => {
  expect(refusedIn(() => asked(type, query)).length).toBeGreaterThan(0);
});

test('a page is asked for alone', () => {
  expect(pageAsked(new URLSearchParams('_page=x'))).toBe('x');
  expect(pageAsked(new URLSearchParams('status=active'))).toBeUndefined();
  expect(refusedIn(() => pageAsked(new URLSearchParams('_page=x&status=active')))).toEqual(['http._page']);
});

test.each([
  ['Patient', '_id=7&_revinclude=CarePlan:patient', { itself: 'Patient/7' }],
  ['CarePlan', 'patient=7', { child: 'Patient/7' }],
  ['CarePlan', 'patient=Patient/7&status=active', { child: 'Patient/7' }],
  ['Patient', '_id=7,8', {}],
  ['Patient', '_id=7&_id=8', {}],
  ['CarePlan', 'patient=7,8', {}],
  ['Patient', '_id=7&_summary=count', {}],
  ['CareTeam', 'status=active', {}],
] as const)('%s?%s names by its id in the record: %j', (type, query, one) => {
  expect(oneAsked(asked(type, query))).toEqual(one);
});
