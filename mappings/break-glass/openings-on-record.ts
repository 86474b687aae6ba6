import { IDENTIFIERS } from '../domain/systems.ts';
import { registerEntryFrom } from '../register/register-entry.ts';
import type { Opening, SignedOff } from './opening.ts';
import { GLASS_REASONS, GLASS_VERDICTS, type GlassReason, type GlassVerdict } from './reasons.ts';

/**
 * Every opening of emergency access that the audit tells of, each once, with the first word of a second person: what the list of those that
 * wait is made of again where it was lost. `lastsMs`: how long one stays open, which the audit does not say. Entries that say less are left out.
 */
export function openingsOnRecord(events: readonly fhir4.AuditEvent[], lastsMs: number): readonly Opening[] {
  const told = events.flatMap((event) => toldIn(event) ?? []).sort((a, b) => (a.at < b.at ? -1 : 1));
  const openings = new Map<string, Opening>();
  for (const { act, id, centre, child, by, role, why, at } of told) {
    const key = `${centre}|${id}`;
    const known = openings.get(key);
    if (act === 'glassOpened' && known === undefined && isReason(why))
      openings.set(key, {
        ...{ id, centre, child, by, role, reason: why, openedAt: at },
        until: new Date(Date.parse(at) + lastsMs).toISOString(),
      });
    if (act === 'glassSigned' && known !== undefined && known.signed === undefined && isVerdict(why)) {
      const signed: SignedOff = { by, verdict: why, at };
      openings.set(key, { ...known, signed });
    }
  }
  return [...openings.values()];
}

interface Told {
  readonly act: string;
  readonly id: string;
  readonly centre: string;
  readonly child: string;
  readonly by: string;
  readonly role: string;
  readonly why: string;
  readonly at: string;
}

function toldIn(event: fhir4.AuditEvent): Told | undefined {
  const centre = event.source.observer.identifier?.value;
  const id = event.entity?.flatMap(({ what }) =>
    what?.identifier?.system === IDENTIFIERS.breakGlass ? (what.identifier.value ?? []) : [],
  )[0];
  if (centre === undefined || id === undefined) return undefined;
  const { act, at, by, why, children } = registerEntryFrom(event, centre);
  const [child] = children;
  if (by.professional === undefined || child === undefined || why === undefined) return undefined;
  const role = event.agent.find(({ type }) => type?.coding?.[0]?.code === 'IRCP')?.role?.[0]?.text ?? '';
  // As the desk wrote it: a record may give the same instant back with another offset.
  return { act, id, centre, child, by: by.professional, role, why, at: new Date(at).toISOString() };
}

const isReason = (text: string): text is GlassReason => Object.hasOwn(GLASS_REASONS, text);
const isVerdict = (text: string): text is GlassVerdict => Object.hasOwn(GLASS_VERDICTS, text);
