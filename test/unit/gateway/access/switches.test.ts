import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isNamed, isOn, SWITCH_NAMES, SWITCHES, type SwitchName } from '../../../../gateway/access/switches.ts';
import { registryFrom } from '../../../../gateway/registry.ts';
import { ASSESSED, aCentre, aPartner, SWITCHED_ON, SWITCHED_ON_FOR, TIED_WITH } from '../../../builders/a-registry.ts';

const SCHEMA = JSON.parse(
  readFileSync(new URL('../../../../profiles/schemas/registry.schema.json', import.meta.url), 'utf8'),
);
const PAGE = readFileSync(new URL('../../../../docs/switches.md', import.meta.url), 'utf8');
/** With the addresses that some of them need. */
const watchTo = {
  webhook: { url: 'https://centre.example/vigie', secret: 'VIGIE_SECRET' },
  email: 'equipe@centre.example',
};
const read = (entry: object, at?: Date) =>
  registryFrom(
    { centres: [{ ...aCentre(), watchTo, ...entry }, aCentre({ id: 'vanier' })], partners: [aPartner()] },
    at,
  ).centre('verdun');
const FOR_NAMED: Readonly<Partial<Record<SwitchName, object>>> = {
  breakGlass: SWITCHED_ON_FOR('p-1'),
  otherProvinces: ASSESSED('clsc-verdun'),
  centreTies: TIED_WITH('vanier'),
};
const onFor = (name: SwitchName) => FOR_NAMED[name] ?? SWITCHED_ON;

describe('off until a privacy officer turns it on', () => {
  test('with everything absent from the configuration, all of them are off, and for a centre that nobody knows too', () => {
    for (const name of SWITCH_NAMES) {
      expect(isOn(read({}), name)).toBe(false);
      expect(isOn(undefined, name)).toBe(false);
    }
  });

  test('each is on where its own entry says who and when, and turns on nothing else', () => {
    fc.assert(
      fc.property(fc.subarray([...SWITCH_NAMES]), (on) => {
        const centre = read(Object.fromEntries(SWITCH_NAMES.map((it) => [it, on.includes(it) ? onFor(it) : false])));
        expect(SWITCH_NAMES.filter((it) => isOn(centre, it))).toEqual(on);
      }),
    );
  });

  test.each([
    true,
    'yes',
    1,
    {},
    { by: 'RPRP' },
    { since: '2026-01-05' },
    { by: '', since: '2026-01-05' },
    { by: 'RPRP', since: 'hier' },
    { ...SWITCHED_ON, until: '2026-02-01' },
  ])('%j turns nothing on: the registry is refused, and says what is missing', (said) => {
    for (const name of SWITCH_NAMES)
      expect(() => read({ [name]: said })).toThrow(
        new RegExp(`${name} \\(verdun\\) is off unless it says who .* when`),
      );
  });
});

test.each(SWITCH_NAMES)(
  '%s is not on before its day: a registry that dates it to come is refused, by the day at the centre',
  (name) => {
    // Half past nine in the evening of the 9th in Montréal, and the 10th already in London.
    const evening = new Date('2026-03-10T01:30:00Z');
    const since = (day: string) => ({ [name]: { ...onFor(name), since: day } });
    expect(isOn(read(since('2026-03-09'), evening), name)).toBe(true);
    for (const day of ['2026-03-10', '2027-01-01', '9999-12-31'])
      expect(() => read(since(day), evening)).toThrow(
        new RegExp(`verdun turns on ${name} since ${day}, which has not come`),
      );
  },
);

test('what is for named people is on for these and nobody else, and never for everybody by leaving them out', () => {
  const centre = read({ breakGlass: SWITCHED_ON_FOR('p-1', 'p-2') });
  expect(['p-1', 'p-2', 'p-3', undefined].map((it) => isNamed(centre, 'breakGlass', it))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(isNamed(read({}), 'breakGlass', 'p-1')).toBe(false);
  for (const professionals of [undefined, [], ['Nom Prénom'], 'all', ['p-1', 'p-1']])
    expect(() => read({ breakGlass: { ...SWITCHED_ON, professionals } })).toThrow(
      /breakGlass \(verdun\) is off unless/,
    );
});

test('flows to other provinces are on for the partners that it names, and never for all by leaving them out', () => {
  for (const partners of [undefined, [], ['Nom'], 'all', ['clsc-verdun', 'clsc-verdun']])
    expect(() => read({ otherProvinces: { ...SWITCHED_ON, partners } })).toThrow(
      /otherProvinces \(verdun\) is off unless .*which partners were assessed/,
    );
});

test('ties are on with the centres that it names, and never with all by leaving them out, nor with itself or one that is not there', () => {
  for (const centres of [undefined, [], ['Nom'], 'all', ['vanier', 'vanier']])
    expect(() => read({ centreTies: { ...SWITCHED_ON, centres } })).toThrow(
      /centreTies \(verdun\) is off unless .*which other centres/,
    );
  for (const other of ['verdun', 'personne'])
    expect(() => read({ centreTies: TIED_WITH(other) })).toThrow(/names .* in centreTies, which is not another centre/);
});

test('the registry’s schema and the page name exactly these', () => {
  const { properties } = SCHEMA.properties.centres.items;
  const inSchema = Object.keys(properties).filter((it) => properties[it].$ref?.startsWith('#/$defs/Switch'));
  expect(inSchema.sort()).toEqual([...SWITCH_NAMES].sort());
  for (const language of ['fr', 'en'] as const) {
    const rows = Object.entries(SWITCHES).map(
      ([name, { title, opens, whileOff }]) =>
        `| \`${name}\` ${title[language]} | ${opens[language]} | ${whileOff[language]} |`,
    );
    for (const row of rows) expect(PAGE).toContain(row);
  }
});
