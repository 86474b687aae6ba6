import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { R4_PACKAGE } from '../../../../profiles/build/places.ts';
import { structureDefinition } from '../../../../profiles/canonical.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';
import { NOT_HELD } from '../../../../profiles/checker-runtime/resources.ts';
import { GENERATED } from '../../../../profiles/generated-checkers.ts';
import { isHeldProfile, isResourceType } from '../../../../profiles/held-definitions.ts';

/** What HL7's validator was seen to refuse, each first met as a mutant of the oracle. */
const errors = (resource: unknown): readonly string[] =>
  checkResource(resource)
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, expression }) => `${rule} ${expression}`);

const R4 = 'http://hl7.org/fhir/StructureDefinition/';
const claiming = (...profile: readonly string[]): object => ({
  resourceType: 'Basic',
  code: { text: 'x' },
  meta: { profile },
});
const said = (inside: string): object => ({
  resourceType: 'Basic',
  code: { text: 'x' },
  text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${inside}</div>` },
});
const about = (subject: object): object => ({ resourceType: 'Basic', code: { text: 'x' }, subject });
const transaction = (entry: object, type = 'transaction'): object => ({
  resourceType: 'Bundle',
  type,
  entry: [{ request: { method: 'POST', url: 'Basic' }, ...entry }],
});
const MARRIED = 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus';
const EXPLAINED = { extension: [{ url: `${R4}data-absent-reason`, valueCode: 'unknown' }] };
const coded = (...coding: readonly object[]): object => ({ resourceType: 'Patient', maritalStatus: { coding } });
const OTHER = 'urn:uuid:00000000-0000-4000-8000-000000000000';
const HERE = 'urn:uuid:6f0c6c1e-3d0a-4c8e-9a52-7a1f6f6d2b11';

test.each<[string, object, readonly string[]]>([
  [
    'a profile of ours that is not there',
    claiming(structureDefinition('psc-nothing')),
    ['profile Basic.meta.profile[0]'],
  ],
  ['a profile of R4 that is not there', claiming(`${R4}Nothing`), ['profile Basic.meta.profile[0]']],
  ['another type’s base definition', claiming(`${R4}Task`), ['profile Basic.meta.profile[0]']],
  ['another type’s base definition, with its version', claiming(`${R4}Task|4.0.1`), ['profile Basic.meta.profile[0]']],
  ['a profile of another type', claiming(structureDefinition('psc-child')), ['profile Basic.meta.profile[0]']],
  [
    'a version of our profile that is not there',
    { ...claiming(`${structureDefinition('psc-child')}|9.9.9`), resourceType: 'Patient', code: undefined },
    ['profile Patient.meta.profile[0]'],
  ],
  ['an entity of HTML', said('a&nbsp;b'), ['format Basic.text.div']],
  ['a link that runs', said('<a href="javascript:x()">a</a>'), ['format Basic.text.div']],
  ['a link to nowhere', said('<a href="">a</a>'), ['format Basic.text.div']],
  ['an image that is not there', said('<img src="#x" alt="x"/>'), ['format Basic.text.div']],
  [
    'a coding of a system without its code',
    coded({ system: MARRIED }, { system: MARRIED, code: 'M' }),
    ['code Patient.maritalStatus.coding[0]'],
  ],
  [
    'a code that is only explained',
    coded({ system: MARRIED, _code: EXPLAINED }),
    ['code Patient.maritalStatus.coding[0]'],
  ],
  ['a type of reference that is none', about({ type: 'Personne', display: 'x' }), ['code Basic.subject']],
  ['a type of reference in full', about({ type: `${R4}Patient`, display: 'x' }), ['code Basic.subject']],
  [
    'a fixed value that an extension explains',
    {
      resourceType: 'Basic',
      code: { text: 'x' },
      extension: [
        {
          url: structureDefinition('psc-revision'),
          extension: [{ url: 'hash', _url: { extension: [{ url: 'https://elsewhere.example/x', valueString: 'x' }] } }],
        },
      ],
    },
    ['fixed Basic.extension[0].extension[0].url'],
  ],
  ['a reference to itself', about({ reference: '#' }), ['ref-1 Basic.subject']],
  [
    'an entry that refers without fullUrl',
    transaction({ resource: about({ reference: 'Patient/1' }) }),
    ['bundle Bundle.entry[0].fullUrl'],
  ],
  [
    'a relative reference of one word in a Bundle',
    transaction({ fullUrl: HERE, resource: about({ reference: 'abc' }) }),
    ['reference Bundle.entry[0].resource.subject'],
  ],
  [
    'a unit that is none',
    {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'x' },
      valueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 'pomme' },
    },
    ['code Observation.value.code'],
  ],
  [
    'an extension whose url is only explained',
    { resourceType: 'Basic', code: { text: 'x' }, extension: [{ _url: { id: 'x' }, valueString: 'x' }] },
    ['min Basic.extension[0].url'],
  ],
])('%s is refused', (_what, resource, expected) => {
  expect(errors(resource)).toEqual(expect.arrayContaining([...expected]));
});

test.each<[string, object]>([
  [
    'a code that is only explained, beside another',
    coded({ system: MARRIED, _code: EXPLAINED }, { system: MARRIED, code: 'M' }),
  ],
  ['a label without its code', { ...claiming(), meta: { security: [{ system: MARRIED, display: 'x' }] } }],
  ['its own base definition', claiming(`${R4}Basic`)],
  ['what it is a kind of', claiming(`${R4}DomainResource`)],
  [
    'a profile of somebody else',
    claiming('https://elsewhere.example/StructureDefinition/x', 'https://elsewhere.example/y|1'),
  ],
  ['XML’s own entities', said('a &amp; b &#233; &lt;')],
  ['a link', said('<a href="https://elsewhere.example">a</a> <a href="#x">b</a> <p id="x">c</p>')],
  [
    'a search where something is to be written',
    transaction({ fullUrl: HERE, resource: about({ reference: 'Patient?name=x' }) }),
  ],
  [
    'an entry without fullUrl that refers to nothing',
    transaction({ resource: { resourceType: 'Basic', code: { text: 'x' } } }),
  ],
  [
    'a contained resource that refers to the one around it',
    {
      resourceType: 'Basic',
      code: { text: 'x' },
      contained: [{ resourceType: 'Basic', id: 'a', code: { text: 'x' }, subject: { reference: '#' } }],
    },
  ],
])('%s is valid', (_what, resource) => {
  expect(errors(resource)).toEqual([]);
});

test('a profile of somebody else is not said to be checked', () => {
  const told = checkResource(claiming('https://elsewhere.example/x')).filter(({ rule }) => rule === 'not-checked');
  expect(told).toMatchObject([{ severity: 'information', expression: 'Basic.meta.profile[0]' }]);
});

test.each<[string, object, boolean]>([
  ['a urn that no entry has', transaction({ fullUrl: HERE, resource: about({ reference: OTHER }) }), true],
  [
    'a relative one in a message',
    transaction({ fullUrl: HERE, resource: about({ reference: 'Patient/1' }) }, 'message'),
    true,
  ],
  [
    'a relative one in a transaction, to the server',
    transaction({ fullUrl: HERE, resource: about({ reference: 'Patient/1' }) }),
    false,
  ],
  [
    'an address elsewhere',
    transaction({ fullUrl: HERE, resource: about({ reference: 'https://elsewhere.example/Patient/1' }) }, 'message'),
    false,
  ],
  ['an entry', transaction({ fullUrl: HERE, resource: about({ reference: HERE }) }), false],
  ['a urn outside any Bundle', about({ reference: OTHER }), false],
])('a reference to %s is told to lead nowhere: %#', (_what, resource, told) => {
  const found = checkResource(resource).filter(({ rule, severity }) => rule === 'reference' && severity === 'warning');
  expect(found.map(({ expression }) => expression)).toEqual(told ? ['Bundle.entry[0].resource.subject'] : []);
});

test('every profile of R4 is held, save those that are said not to be', () => {
  const missing = readdirSync(R4_PACKAGE)
    .filter((file) => file.startsWith('StructureDefinition-') && file.endsWith('.json'))
    .map((file): fhir4.StructureDefinition => JSON.parse(readFileSync(join(R4_PACKAGE, file), 'utf8')))
    .filter(
      ({ kind, derivation, url }) => kind === 'resource' && derivation === 'constraint' && !GENERATED.profiles.has(url),
    );
  expect(missing.map(({ url }) => url.slice(R4.length)).sort()).toEqual([...NOT_HELD].sort());
});

test('what may be asked for is what is held', () => {
  expect(
    [structureDefinition('psc-child'), `${structureDefinition('psc-child')}|0.1.0`, `${R4}Patient`].map(isHeldProfile),
  ).toEqual([true, true, true]);
  expect([structureDefinition('psc-nothing'), `${R4}Nothing`, `${R4}Extension`, ''].map(isHeldProfile)).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect(['Patient', 'Resource', 'patient', '', '__proto__'].map(isResourceType)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  ['CAD', []],
  ['EUR', []],
  ['ZZQ', ['binding Invoice.totalNet.currency']],
  ['cad', ['binding Invoice.totalNet.currency']],
])('an amount is in a currency of ISO 4217: %s', (currency, expected) => {
  expect(errors({ resourceType: 'Invoice', status: 'draft', totalNet: { value: 12.5, currency } })).toEqual(expected);
});

test.each([
  ['a b', []],
  ['a\nb', ['format Basic.code.coding[0].code']],
  ['a\tb', ['format Basic.code.coding[0].code']],
  ['a  b', ['format Basic.code.coding[0].code']],
])('a code has single spaces inside and no other white space: %j', (code, expected) => {
  expect(errors({ resourceType: 'Basic', code: { coding: [{ code }] } })).toEqual(expected);
});

test('an extension of a Bundle’s request has an address: that the request has a url makes it no part of an extension', () => {
  const extension = [{ url: 'note', valueString: 'x' }];
  const entry = {
    request: { method: 'POST', url: 'Basic', extension },
    resource: { resourceType: 'Basic', code: { text: 'x' } },
  };
  expect(errors({ resourceType: 'Bundle', type: 'transaction', entry: [entry] })).toEqual([
    'format Bundle.entry[0].request.extension[0].url',
  ]);
  const parts = [{ url: 'https://elsewhere.example/extension', extension }];
  expect(errors({ resourceType: 'Basic', code: { text: 'x' }, extension: parts })).toEqual([]);
});
