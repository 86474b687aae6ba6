import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { Regime } from '../mappings/consent/bases.ts';
import type { Hl7v2Address } from '../mappings/dialects/dialect.ts';
import type { DialectName } from '../mappings/dialects/dialects.ts';
import type { RetentionTerm } from '../mappings/retention/due-on.ts';
import type { RulesChosen } from '../mappings/watch/watch-scope.ts';
import type { Bilingual } from '../profiles/codes.ts';
import { namedOnSwitchesFaults } from './access/named-on-switches-faults.ts';
import type { SettingFault } from './access/setting-fault.ts';
import { isOn, type Switches, type SwitchName } from './access/switches.ts';
import { switchesToCome } from './access/switches-to-come.ts';
import { rulesChosenFaults } from './continuity/rules-chosen-faults.ts';
import { GatewayError } from './failures.ts';
import { registryFaults } from './registry-faults.ts';

export type Language = 'fr' | 'en';

/** A centre, as the registry describes it. */
export interface Centre extends Switches {
  readonly id: string;
  readonly name: Bilingual;
  /** Where a recipient calls back. */
  readonly telephone: string;
  readonly fax?: string;
  readonly email?: string;
  readonly address?: string;
  readonly timeZone: string;
  /** The law under which its disclosures are decided: its privacy officer says which, nothing is assumed. */
  readonly regime: Regime;
  /** How long its files are kept, and who said so; without it the cautious term of its regime (docs/retention.md). */
  readonly retention?: CentreRetention;
  /** Where goes what the watch says, once a switch lets it (docs/watch.md). */
  readonly watchTo?: WatchTo;
  /** Rules of the watch that it turned on or off (docs/watch.md). */
  readonly watchRules?: RulesChosen;
  /** For its page for partners: who it is, whom it sees, what it asks, how to refer a child to it. */
  readonly mission?: Bilingual;
  readonly sees?: Bilingual;
  readonly asks?: Bilingual;
  readonly howToRefer?: Bilingual;
}

/** Addresses of a centre for what its watch says. */
export interface WatchTo {
  /** `secret`: the name of an environment variable. */
  readonly webhook?: { readonly url: string; readonly secret: string };
  readonly email?: string;
}

/** What a centre’s privacy officer wrote of how long its files are kept. */
export interface CentreRetention extends RetentionTerm {
  /** The law, regulation or calendar that it comes from, in words. */
  readonly rule: string;
  readonly by: string;
  /** Date. */
  readonly since: string;
  /** A lawyer has confirmed it. */
  readonly confirmed?: boolean;
}

/** The provinces and territories of Canada by their letters (ISO 3166-2:CA), or outside it. */
export type PartnerProvince =
  | 'AB'
  | 'BC'
  | 'MB'
  | 'NB'
  | 'NL'
  | 'NS'
  | 'NT'
  | 'NU'
  | 'ON'
  | 'PE'
  | 'QC'
  | 'SK'
  | 'YT'
  | 'outside-canada';

export type Transport = 'fhir-rest' | 'fhir-poll' | 'fhir-messaging' | 'mllp' | 'paper' | 'web-page';

/** By reference only: names of environment variables that hold a token, or the path of a PEM file. */
export interface Credentials {
  readonly token?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly authority?: string;
}

/** How a partner's HL7 v2 messages are addressed and written, and who may send them. */
export interface Hl7v2Site extends Hl7v2Address {
  /** Whether a message that comes twice under the same MSH-10 counts once there: so unless it is false. */
  readonly deduplicates?: boolean;
  /** Name in the certificate that it presents when it calls us. */
  readonly certificateName?: string;
  /** Where it calls from, when it has no certificate; without either it may call from this machine only. */
  readonly addresses?: readonly string[];
}

/** A partner: which lens it looks through, in which language it is spoken to and how it is reached. */
export interface Partner {
  readonly id: string;
  readonly name: Bilingual;
  /** Where it is: sharing with another province is for the centre’s privacy officer to open. */
  readonly province: PartnerProvince;
  readonly kind: 'clsc' | 'hospital' | 'school' | 'daycare' | 'legal' | 'community' | 'platform';
  readonly programmes?: readonly string[];
  readonly lens: 'public-network' | 'lawyer' | 'community';
  readonly dialect: DialectName;
  readonly transport: Transport;
  /** In which we write to it. */
  readonly language: Language;
  /** In which it serves families. */
  readonly languages?: readonly string[];
  readonly endpoint?: string;
  readonly credentials?: Credentials;
  /** Its access tokens count only if they are bound to its certificate (RFC 8705). */
  readonly certificateBound?: boolean;
  readonly hl7v2?: Hl7v2Site;
  /** Where the secure page is announced, and the registered telephone that gets the code. */
  readonly webPage?: {
    readonly announceTo: { readonly email?: string; readonly telephone?: string };
    readonly codeTo: string;
  };
  readonly delays?: { readonly answerWorkingDays?: number; readonly firstServiceDays?: number };
  readonly retry?: { readonly triesMax?: number };
  readonly rate?: { readonly perMinute: number };
  /** How often we read its Tasks, whatever it tells us by itself. */
  readonly poll?: { readonly everySeconds: number; readonly overlapSeconds?: number };
  readonly hours?: Bilingual;
  readonly territory?: readonly string[];
  readonly telephone?: string;
  readonly fax?: string;
  readonly email?: string;
  /** The centre that its referrals are for, where its messages name none. */
  readonly refersTo?: string;
  /** Whom to propose when it declines: to a person, nothing is ever sent by itself. */
  readonly proposes?: readonly string[];
}

export interface Registry {
  readonly centres: readonly Centre[];
  readonly partners: readonly Partner[];
  centre(id: string): Centre | undefined;
  partner(id: string): Partner | undefined;
}

interface RegistryFile {
  readonly centres: readonly Centre[];
  readonly partners: readonly Partner[];
}

const SCHEMA = new URL('../profiles/schemas/registry.schema.json', import.meta.url);

/** Checks a registry against its schema, and its switches against the day where that is said. Throws GatewayError `internal` with every error at once. */
export function registryFrom(content: unknown, at?: Date): Registry {
  const { registry, faults } = checkedRegistry(content, at);
  if (registry !== undefined) return registry;
  throw new GatewayError('internal', `the registry is not valid:\n  ${faults.map(({ text }) => text.en).join('\n  ')}`);
}

/** A registry, or all that is wrong with it; each text names where by itself. */
export function checkedRegistry(
  content: unknown,
  at?: Date,
): {
  readonly registry?: Registry;
  readonly faults: readonly SettingFault[];
} {
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
  // ajv-formats is CommonJS: under Node its default export is the module itself.
  const add = 'default' in addFormats ? addFormats.default : addFormats;
  (add as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile<RegistryFile>(JSON.parse(readFileSync(SCHEMA, 'utf8')));
  if (!validate(content)) return { faults: (validate.errors ?? []).flatMap((error) => registryFaults(error, content)) };
  const faults = [
    ...partnerFaults(content),
    ...centreFaults(content),
    ...(at === undefined ? [] : switchesToCome(content.centres, at)),
    ...watchFaults(content),
    ...namedOnSwitchesFaults(content),
    ...rulesChosenFaults(content.centres),
    ...namedTwice(content),
  ];
  return faults.length > 0 ? { faults } : { registry: indexed(content), faults };
}

function indexed({ centres, partners }: RegistryFile): Registry {
  const centreById = new Map(centres.map((centre) => [centre.id, centre]));
  const partnerById = new Map(partners.map((partner) => [partner.id, partner]));
  return { centres, partners, centre: (id) => centreById.get(id), partner: (id) => partnerById.get(id) };
}

const partnerFaults = ({ centres, partners }: RegistryFile): readonly SettingFault[] =>
  partners.flatMap(({ id, proposes = [], refersTo }, index) => [
    ...proposes
      .filter((it) => !partners.some((other) => other.id === it))
      .map((it) => ({
        path: `/partners/${index}/proposes`,
        text: {
          fr: `le partenaire ${id} propose ${it}, qui n’est pas un partenaire.`,
          en: `partner ${id} proposes ${it}, which is not a partner`,
        },
      })),
    ...(refersTo === undefined || centres.some((centre) => centre.id === refersTo)
      ? []
      : [
          {
            path: `/partners/${index}/refersTo`,
            text: {
              fr: `le partenaire ${id} adresse à ${refersTo}, qui n’est pas un centre.`,
              en: `partner ${id} refers to ${refersTo}, which is not a centre`,
            },
          },
        ]),
  ]);

const centreFaults = ({ centres }: RegistryFile): readonly SettingFault[] =>
  centres.flatMap(({ id, timeZone }, index) =>
    isTimeZone(timeZone)
      ? []
      : [
          {
            path: `/centres/${index}/timeZone`,
            text: {
              fr: `le centre ${id} est dans ${timeZone}, qui n’est pas un fuseau horaire.`,
              en: `centre ${id} is in ${timeZone}, which is not a time zone`,
            },
          },
        ],
  );

/** What is turned on and would go nowhere. */
const watchFaults = ({ centres }: RegistryFile): readonly SettingFault[] =>
  centres.flatMap((centre, index) =>
    WATCH_ADDRESSES.filter(({ name, place }) => isOn(centre, name) && centre.watchTo?.[place] === undefined).map(
      ({ name, place }) => ({
        path: `/centres/${index}/${name}`,
        text: {
          fr: `le centre ${centre.id} allume ${name} et n’a pas watchTo.${place}.`,
          en: `centre ${centre.id} turns on ${name} and has no watchTo.${place}`,
        },
      }),
    ),
  );

const WATCH_ADDRESSES = [
  { name: 'watchWebhook', place: 'webhook' },
  { name: 'watchMail', place: 'email' },
] as const satisfies readonly { readonly name: SwitchName; readonly place: keyof WatchTo }[];

function namedTwice({ centres, partners }: RegistryFile): readonly SettingFault[] {
  const all = [
    ...centres.map(({ id }, index) => ({ id, path: `/centres/${index}` })),
    ...partners.map(({ id }, index) => ({ id, path: `/partners/${index}` })),
  ];
  return all
    .filter(({ id }, at) => all.findIndex((other) => other.id === id) !== at)
    .map(({ id, path }) => ({ path, text: { fr: `${id} s’y trouve deux fois.`, en: `${id} stands twice` } }));
}

/** Whether a recipient is in health care: elsewhere, in Ontario, a consent must be express. */
export const isInHealthCare = ({ kind }: Pick<Partner, 'kind'>): boolean => kind === 'clsc' || kind === 'hospital';

/** Pages tell ages and hours in the centre's zone: `Intl` throws for one that it does not know. */
function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Reads the registry from a YAML file, as it may be at a moment. */
export const readRegistry = (path: string, at?: Date): Registry => registryFrom(parse(readFileSync(path, 'utf8')), at);
