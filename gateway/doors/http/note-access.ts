import type { RequestHandler, Response } from 'express';
import { present } from '../../../mappings/concepts/present.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import type { Caller } from '../../access/caller.ts';
import type { Reading } from '../../audit/access-event.ts';
import type { Audit } from '../../audit/audit.ts';
import type { CentreReader, Reader } from '../../audit/reader.ts';
import type { NoteAccess as NoteFacadeAccess } from '../../facade/note-access.ts';
import { GatewayError } from '../../failures.ts';
import { callerOf, centreOf } from './authenticate.ts';

/** What the caller is about to be given. */
export interface Seen {
  /** A word of the register: a concept, `timeline`, `match` … */
  readonly kind: string;
  /** Of things that stand in lists, `search-type`. */
  readonly how?: Reading;
  readonly on?: readonly fhir4.Reference[];
  /** The centre’s numbers of the children whom it is about. */
  readonly children?: readonly (string | undefined)[];
  /** Of a destruction. */
  readonly why?: string;
  /** Through emergency access. */
  readonly isEmergency?: true;
  /** Whose it is, where the caller is no centre. */
  readonly centre?: string;
}

type NoteAccess = (seen: Seen) => Promise<void>;

export interface AccessBookDeps {
  readonly audit: Pick<Audit, 'access'>;
  readonly newId: () => string;
  readonly now: () => Date;
}

/** Lets the routes behind it note what they are about to give. */
export function accessBook({ audit, newId, now }: AccessBookDeps): RequestHandler {
  return (_req, res, next) => {
    const note: NoteAccess = ({ kind, how = 'read', on = [], children = [], why, isEmergency, centre }) => {
      const caller = callerOf(res);
      const whose = centre ?? (caller?.kind === 'centre' ? caller.id : undefined);
      if (caller === undefined || whose === undefined) throw new GatewayError('internal', `whose ${kind} is read?`);
      return audit.access({
        id: newId(),
        centre: whose,
        by: readerIn(caller),
        how,
        kind,
        on,
        children: [...new Set(children.flatMap((child) => child ?? []))],
        ...present({ why, isEmergency }),
        at: now().toISOString(),
      });
    };
    res.locals.noteAccess = note;
    next();
  };
}

/** To be awaited before anything of it is sent. Throws GatewayError `unavailable`: then nothing is. */
export async function noteAccess(res: Response, seen: Seen): Promise<void> {
  const note: NoteAccess | undefined = res.locals.noteAccess;
  if (note === undefined) throw new GatewayError('internal', 'nobody notes accesses here');
  await note(seen);
}

/** What the FHIR facade is about to give; it may be a list of nobody. */
export const noteFacadeAccess: NoteFacadeAccess = ({ type, ...seen }, res) => noteAccess(res, { kind: type, ...seen });

/** The centre’s requests, by their numbers. */
export const requestsOf = (centre: string, listed: readonly { readonly id: string }[]): readonly fhir4.Reference[] =>
  [...new Set(listed.map(({ id }) => id))].map((value) => ({
    type: 'ServiceRequest',
    identifier: { system: IDENTIFIERS.request(centre), value },
  }));

/** The children whom a concept names. */
export function childrenIn(concept: object): readonly string[] {
  const child = 'child' in concept ? [concept.child] : [];
  const children = 'children' in concept && Array.isArray(concept.children) ? concept.children : [];
  const ids = [...child, ...children].map((it: unknown) => {
    if (typeof it !== 'object' || it === null) return it;
    return 'child' in it ? it.child : 'id' in it ? it.id : undefined;
  });
  return ids.filter((id) => typeof id === 'string');
}

/** Who calls, as the audit names them. */
export const readerIn = (caller: Caller): Reader => ({
  of: ofWhom(caller),
  ...present({ client: caller.client, professional: caller.professional, role: caller.role }),
});

/** The same, of a centre. Throws GatewayError `forbidden` for whoever is none. */
export function centreReaderIn(res: Response): CentreReader {
  const centre = centreOf(res);
  const caller = callerOf(res);
  if (caller === undefined) throw new GatewayError('internal', 'who calls?');
  return { centre, reader: readerIn(caller) };
}

function ofWhom({ kind, id }: Caller): Reader['of'] {
  if (kind === 'centre') return { centre: id };
  return kind === 'partner' ? { partner: id } : { operator: id };
}
