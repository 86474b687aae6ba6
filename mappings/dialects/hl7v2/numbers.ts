import { namingSystem } from '../../../profiles/canonical.ts';
import { present } from '../../concepts/present.ts';
import { FOREIGN, IDENTIFIERS } from '../../domain/systems.ts';
import { isWellFormedCard, normalised } from '../card-aliases.ts';
import type { RequestNumber } from '../dialect.ts';
import type { Repetition } from './parsed-message.ts';
import { components, subcomponents, type Writable } from './write-segment.ts';

/** Namespaces of EI and HD under which our own numbers stand. */
const NAMESPACES = {
  PASSERELLE: IDENTIFIERS.task,
  'PASSERELLE-ENFANT': IDENTIFIERS.childForPartner,
} as const;

/** Who gives out health cards: as we write it, and as sites write it (table 0363, and the names of the programmes). */
const CARD_AUTHORITIES = {
  [FOREIGN.nam]: ['QC', 'RAMQ', 'CANQC'],
  [FOREIGN.ohip]: ['ON', 'OHIP', 'CANON'],
} as const;

/** Base of the systems that a namespace of a v2 site is turned into: reversible, and never mistaken for another's. */
const SITE = namingSystem('hl7v2', '');

interface Authority {
  readonly namespace?: string;
  readonly universal?: string;
  readonly kind?: string;
}

/** The system of identifiers as an HD says it. */
function authorityOf(system: string | undefined): Authority {
  if (system === undefined) return {};
  const own = Object.entries(NAMESPACES).find(([, ours]) => ours === system);
  if (own !== undefined) return { namespace: own[0] };
  if (system.startsWith(SITE)) return { namespace: decodeURIComponent(system.slice(SITE.length)) };
  if (system.startsWith('urn:oid:')) return { universal: system.slice('urn:oid:'.length), kind: 'ISO' };
  if (system.startsWith('urn:uuid:')) return { universal: system.slice('urn:uuid:'.length), kind: 'UUID' };
  return { universal: system, kind: 'URI' };
}

/** The system that an HD names; undefined if it names none. */
function systemOf(namespace: string, universal: string, kind: string): string | undefined {
  const own = Object.entries(NAMESPACES).find(([name]) => name === namespace.toUpperCase());
  if (own !== undefined) return own[1];
  if (universal !== '' && kind === 'ISO' && /^[012](\.\d+)+$/.test(universal)) return `urn:oid:${universal}`;
  if (universal !== '' && (kind === 'UUID' || kind === 'GUID')) return `urn:uuid:${universal.toLowerCase()}`;
  if (kind === 'URI' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(universal)) return universal;
  const name = namespace === '' ? universal : namespace;
  return name === '' ? undefined : `${SITE}${encodeURIComponent(name)}`;
}

/** A request's number as an EI. */
export function entityFrom({ system, value }: RequestNumber): Writable {
  const { namespace, universal, kind } = authorityOf(system);
  return components(value, namespace, universal, kind);
}

/** An EI as a number; undefined without an identifier, since an empty one would match anybody's. */
export function numberFrom(entity: Repetition): RequestNumber | undefined {
  const value = entity.component(1).trim();
  if (value === '') return undefined;
  const system = systemOf(
    entity.component(2).trim(),
    entity.component(3).trim(),
    entity.component(4).trim().toUpperCase(),
  );
  return present({ system, value });
}

/** Whether an EI says by its namespace that it is one of our numbers. */
export const isOurNumber = (number: RequestNumber | undefined): number is RequestNumber =>
  number?.system === IDENTIFIERS.task;

/** An identifier of a child as a CX; cards are JHN of their province. */
export function identifierField({ system, value }: fhir4.Identifier): Writable {
  if (system === FOREIGN.nam || system === FOREIGN.ohip)
    return components(value, undefined, undefined, CARD_AUTHORITIES[system][0], 'JHN');
  const { namespace, universal, kind } = authorityOf(system);
  const type = system === IDENTIFIERS.childForPartner ? 'PI' : undefined;
  return components(value, undefined, undefined, subcomponents(namespace, universal, kind), type);
}

/** A CX as an identifier: a card under the one system that we write, whatever the site calls it. Undefined without a value. */
export function identifierFrom(cx: Repetition): fhir4.Identifier | undefined {
  const value = cx.component(1).trim();
  if (value === '') return undefined;
  const card = cardFrom(cx, value);
  if (card !== undefined) return card;
  const kind = cx.component(5).trim().toUpperCase();
  const system = systemOf(
    cx.subcomponent(4, 1).trim(),
    cx.subcomponent(4, 2).trim(),
    cx.subcomponent(4, 3).trim().toUpperCase(),
  );
  if (system === IDENTIFIERS.childForPartner) return { system, value };
  const type = /^[A-Z]{1,5}$/.test(kind) ? { coding: [{ system: FOREIGN.identifierType, code: kind }] } : undefined;
  return normalised(present({ system, value, type }));
}

/** Table 0203: jurisdictional health number, and what older sites use for it. */
const CARD_KINDS: ReadonlySet<string> = new Set(['JHN', 'HC', '']);

/** A card by who gave it out; without that, only a NAM, whose shape is nobody else's. */
function cardFrom(cx: Repetition, value: string): fhir4.Identifier | undefined {
  const kind = cx.component(5).trim().toUpperCase();
  if (!CARD_KINDS.has(kind)) return undefined;
  const authority = (cx.subcomponent(4, 1) || cx.component(9)).trim().toUpperCase();
  const known = Object.entries(CARD_AUTHORITIES).find(([, names]) => names.some((name) => name === authority));
  const nam = normalised({ system: FOREIGN.nam, value });
  if (known === undefined) return authority === '' && isWellFormedCard(nam) ? nam : undefined;
  return normalised({ system: known[0], value });
}

/** The number of a request in PID-3, which has to hold something, where the child is not to be known. */
export const entityOfChild = ({ system, value }: RequestNumber): Writable => {
  const { namespace, universal, kind } = authorityOf(system);
  return components(value, undefined, undefined, subcomponents(namespace, universal, kind), 'ANON');
};
