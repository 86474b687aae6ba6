import type { Contact } from '../domain/concepts.ts';
import { FOREIGN } from '../domain/systems.ts';
import { codeMap } from './code-map.ts';
import type { Findings } from './findings.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { present } from './present.ts';

type Setting = NonNullable<Contact['setting']>;

/** Classes of an Encounter in HL7 v3-ActCode, with the displays of the code system. */
const CLASSES = {
  AMB: 'ambulatory',
  HH: 'home health',
  FLD: 'field',
  VR: 'virtual',
} as const;

const settings = codeMap<Setting, keyof typeof CLASSES>({
  'on-site': 'AMB',
  home: 'HH',
  elsewhere: 'FLD',
  remote: 'VR',
});

/** Where a contact of this kind takes place when nobody says. */
const USUAL = {
  meeting: 'on-site',
  visit: 'home',
  call: 'remote',
  session: 'on-site',
  'hand-over': 'on-site',
} as const satisfies Record<Contact['kind'], Setting>;

/** FHIR requires a class: where the contact took place, or else the usual place, marked as implied. */
export function encounterClass({ kind, setting }: Pick<Contact, 'kind' | 'setting'>): fhir4.Coding {
  const code = settings.toFhir(setting ?? USUAL[kind]);
  return present({ system: FOREIGN.actCode, code, _code: impliedMark(setting), display: CLASSES[code] });
}

/** Where the contact took place, if it was said. */
export function settingFrom(
  { class: coding }: fhir4.Encounter,
  kind: Contact['kind'],
  found: Findings,
): Setting | undefined {
  const code = coding.system === FOREIGN.actCode ? coding.code : undefined;
  const said = found.required(code, 'Encounter.class');
  return settings.toDomain(
    said && saidStatus(said, coding._code, settings.toFhir(USUAL[kind])),
    'Encounter.class',
    found,
  );
}
