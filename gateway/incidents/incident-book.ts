import type { Identified } from '../../mappings/concepts/concept-mapping.ts';
import type { Incident } from '../../mappings/domain/concepts.ts';
import { dayAt } from '../../mappings/domain/dates-in-words.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import { momentSpan } from '../../profiles/moment-span.ts';
import { GatewayError } from '../failures.ts';
import { contentHash } from '../lanes/content-hash.ts';
import type { Seal } from '../lanes/sealing.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { over, untilWon } from '../record/over-what-stood.ts';
import { type Sealed, sealedIn } from '../record/sealed-basic.ts';
import type { Registry } from '../registry.ts';
import { basicFromSealed, incidentPlace } from './incident-on-record.ts';

/** A line as it stands. */
export interface IncidentOnRecord {
  /** To be given back to revise it. */
  readonly version: number;
  readonly writtenAt: string;
  /** Before that day nobody may destroy it (A-2.1, r. 3.1, s. 8; five years from when the centre became aware). */
  readonly keptUntil: string;
  readonly incident: Identified<Incident>;
}

/**
 * A centre’s register of confidentiality incidents: in the record, so that it is as durable and backed up as the children’s files, each version
 * kept; sealed, so that who only has the record reads no word of it. Nothing here destroys a line.
 */
export interface IncidentBook {
  /** Every line of a centre, the last known first, and the numbers of those that no configured key opens: shown, not hidden. Throws GatewayError `unavailable`. */
  list(
    centre: string,
  ): Promise<{ readonly incidents: readonly IncidentOnRecord[]; readonly unreadable: readonly string[] }>;
  /** Throws GatewayError `notFound`, also for another centre’s; `unavailable` for one that no configured key opens. */
  read(centre: string, number: string): Promise<IncidentOnRecord>;
  /**
   * Writes a new line, or revises the version that is named; the same content again changes nothing. Throws GatewayError `versionConflict`
   * where a line of that number stands and none was named, `preconditionFailed` where another version stands. Of two at once the second is
   * answered as if it had come later.
   */
  write(centre: string, incident: Identified<Incident>, ifMatch: number | undefined): Promise<Written>;
}

export interface Written {
  readonly how: 'created' | 'revised' | 'same';
  readonly line: IncidentOnRecord;
}

export interface IncidentBookDeps {
  readonly store: Pick<FhirStore, 'pages' | 'read' | 'transaction'>;
  readonly registry: Pick<Registry, 'centre'>;
  readonly seal: Seal;
  readonly now: () => Date;
}

export function incidentBook({ store, registry, seal, now }: IncidentBookDeps): IncidentBook {
  const opened = ({ sealed, version, writtenAt }: Sealed): IncidentOnRecord => {
    // What opens under our own key we wrote.
    const incident = openedBy(seal, sealed) as Identified<Incident>;
    return { version, writtenAt, keptUntil: fiveYearsAfter(incident.knownOn), incident };
  };
  const standing = async (centre: string, number: string): Promise<IncidentOnRecord | undefined> => {
    const found = sealedIn(await store.read('Basic', incidentPlace(centre, number)));
    return found && opened(found);
  };

  const read: IncidentBook['read'] = async (centre, number) => {
    const line = await standing(centre, number);
    if (line === undefined) throw new GatewayError('notFound', 'no such incident');
    return line;
  };

  const writtenOnce: IncidentBook['write'] = async (centre, incident, ifMatch) => {
    const before = await standing(centre, incident.id);
    if (before !== undefined && contentHash(before.incident) === contentHash(incident))
      return { how: 'same', line: before };
    if (before !== undefined && ifMatch === undefined)
      throw new GatewayError('versionConflict', 'an incident of that number', { issues: [THERE_ALREADY] });
    if (ifMatch !== undefined && before?.version !== ifMatch)
      throw new GatewayError('preconditionFailed', 'another version stands', { issues: [ANOTHER_VERSION] });
    const on = dayAt(now(), registry.centre(centre)?.timeZone ?? 'UTC');
    const resource = basicFromSealed(centre, incident.id, { sealed: seal.seal(incident), on });
    await store.transaction(over(resource, before?.version ?? 0));
    return { how: before === undefined ? 'created' : 'revised', line: await read(centre, incident.id) };
  };

  return {
    read,

    async list(centre) {
      const incidents: IncidentOnRecord[] = [];
      const unreadable: string[] = [];
      for await (const page of store.pages('Basic', { identifier: `${IDENTIFIERS.incident(centre)}|` }))
        for (const line of page.flatMap((resource) => sealedIn(resource) ?? []))
          try {
            incidents.push(opened(line));
          } catch {
            unreadable.push(line.number);
          }
      incidents.sort((one, other) => other.incident.knownOn.localeCompare(one.incident.knownOn));
      return { incidents, unreadable };
    },

    write: (centre, incident, ifMatch) => untilWon(() => writtenOnce(centre, incident, ifMatch)),
  };
}

/** Throws `unavailable`: nothing is written over what cannot be read. */
function openedBy(seal: Seal, sealed: string): unknown {
  try {
    return seal.open(sealed);
  } catch (cause) {
    throw new GatewayError('unavailable', 'an incident that no configured key opens', { cause, issues: [NO_KEY] });
  }
}

const YEARS_KEPT = 5;

/** Of a month or a year, from its last day. */
function fiveYearsAfter(knownOn: string): string {
  const day = new Date(momentSpan(knownOn).endMs).toISOString().slice(0, 10);
  const last = knownOn.length === 10 ? knownOn : day;
  return `${Number(last.slice(0, 4)) + YEARS_KEPT}${last.slice(4)}`;
}

const NO_KEY = {
  severity: 'error',
  code: 'transient',
  expression: 'Incident.id',
  text: {
    fr: 'Cet incident est scellé sous une clé que la passerelle n’a pas (SEALING_KEYS) : remettez-la, puis relisez-le.',
    en: 'This incident is sealed under a key that the gateway does not have (SEALING_KEYS): put it back, then read it again.',
  },
} as const;

const THERE_ALREADY = {
  severity: 'error',
  code: 'conflict',
  expression: 'Incident.id',
  text: {
    fr: 'Un incident de ce numéro est déjà au registre. Pour le réviser, donnez sa version (If-Match) ; pour un autre, prenez un autre numéro.',
    en: 'An incident of that number is in the register already. To revise it, give its version (If-Match); for another one, take another number.',
  },
} as const;

const ANOTHER_VERSION = {
  severity: 'error',
  code: 'conflict',
  expression: 'http.If-Match',
  text: {
    fr: 'Ce n’est pas la version qui est au registre : relisez l’incident, puis révisez-le.',
    en: 'That is not the version in the register: read the incident again, then revise it.',
  },
} as const;
