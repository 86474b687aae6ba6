import type { Logger } from 'pino';
import { againstSigning, type Opening, type SignedOff, standingOf } from '../../mappings/break-glass/opening.ts';
import type { GlassReason, GlassVerdict } from '../../mappings/break-glass/reasons.ts';
import { GLASS_TYPES, type GlassSeen, throughTheGlass } from '../../mappings/break-glass/through-the-glass.ts';
import { nowAt } from '../../mappings/consent/moments.ts';
import { IDENTIFIERS } from '../../mappings/domain/systems.ts';
import type { Audit } from '../audit/audit.ts';
import type { BreakGlassAct } from '../audit/break-glass-event.ts';
import type { CentreReader } from '../audit/reader.ts';
import { GatewayError } from '../failures.ts';
import type { Holds } from '../lanes/holds.ts';
import { ALERTS, type AlertBook } from '../operations/alerts.ts';
import type { FhirStore } from '../record/fhir-store.ts';
import { identifierToken } from '../record/identifier-token.ts';
import type { Registry } from '../registry.ts';
import { mayBreakGlass, refusedGlass } from './against-opening.ts';
import type { Openings } from './openings.ts';

export interface GlassDesk {
  /** Throws `forbidden` for whoever may not open anything, whatever child they would name. */
  mayOpen(by: CentreReader): void;
  /** In the audit, told and on disk before it is answered. Throws `forbidden`; `notFound` for an unknown child, as for another centre’s. */
  open(by: CentreReader, asked: { readonly child: string; readonly reason: GlassReason }): Promise<Opening>;
  /** What it opens, for whoever opened it; the access is for the caller to note before it is shown. Throws `notFound`, `forbidden` once it is over. */
  look(by: CentreReader, id: string): Promise<{ readonly opening: Opening; readonly seen: GlassSeen }>;
  /** What waits for a second person at a centre, oldest first. */
  waiting(centre: string): Promise<readonly Opening[]>;
  /** Throws `forbidden` for a program alone and for whoever opened it, `notFound`, `versionConflict` for another word than the first. */
  sign(by: CentreReader, id: string, verdict: GlassVerdict): Promise<Opening>;
}

export interface GlassDeskDeps {
  readonly store: Pick<FhirStore, 'search'>;
  readonly registry: Pick<Registry, 'centre'>;
  readonly openings: Openings;
  readonly holds: Pick<Holds, 'standingOn'>;
  readonly audit: Pick<Audit, 'breakGlass'>;
  readonly alerts: Pick<AlertBook, 'note'>;
  /** How long it stays open, by the gateway’s own clock. */
  readonly lastsMs: number;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly log: Pick<Logger, 'warn'>;
}

export function glassDesk(deps: GlassDeskDeps): GlassDesk {
  const { registry, openings, now } = deps;

  const opened = async (centre: string, id: string): Promise<Opening> => {
    const opening = await openings.find(centre, id);
    if (opening === undefined) throw new GatewayError('notFound', 'no such opening');
    return opening;
  };
  const named = ({ centre, reader }: CentreReader): string =>
    mayBreakGlass(registry.centre(centre), reader.professional);

  return {
    mayOpen: (by) => void named(by),

    async open(by, { child, reason }) {
      const professional = named(by);
      const { centre, reader } = by;
      await patientOf(deps.store, centre, child);
      const at = now();
      const opening: Opening = {
        id: deps.newId(),
        centre,
        child,
        by: professional,
        role: reader.role ?? '',
        reason,
        openedAt: at.toISOString(),
        until: new Date(at.getTime() + deps.lastsMs).toISOString(),
      };
      await deps.audit.breakGlass(actOf(deps.newId(), 'opened', by, opening, reason, opening.openedAt));
      await tell(deps, centre);
      await openings.keep(opening);
      return opening;
    },

    async look(by, id) {
      const { centre, reader } = by;
      const opening = await opened(centre, id);
      // Somebody else’s sounds as one that is not there.
      if (opening.by !== reader.professional) throw new GatewayError('notFound', 'no such opening');
      named(by);
      const at = now();
      const standing = standingOf(opening, at);
      if (standing !== 'open') throw refusedGlass(standing);
      const { child } = opening;
      // Before anything is read: what closes something counts from its acknowledgement.
      const isHeld = await deps.holds.standingOn(centre, child);
      const passes = (request: string): boolean => !isHeld({ recipient: THROUGH_THE_GLASS, request });
      const patient = await patientOf(deps.store, centre, child);
      const lists = await Promise.all(
        GLASS_TYPES.map((type) => deps.store.search(type, { patient: patient.id ?? '' })),
      );
      const { timeZone = 'UTC' } = registry.centre(centre) ?? {};
      const resources = passes(NONE)
        ? [patient, ...lists.flat()].filter((it) => numbersOf(it, centre).every(passes))
        : [];
      const seen = throughTheGlass(resources, { centre, child, now: nowAt(at, timeZone) });
      return { opening, seen };
    },

    waiting: (centre) => openings.unsigned(centre),

    async sign(by, id, verdict) {
      const { centre, reader } = by;
      const { professional } = reader;
      if (professional === undefined || reader.role === undefined) throw refusedGlass('nobody');
      const opening = await opened(centre, id);
      const against = againstSigning(opening, professional);
      // The same word again from the same person changes nothing, and is answered the same.
      if (against === 'signed' && opening.signed?.by === professional && opening.signed.verdict === verdict)
        return opening;
      if (against !== undefined) throw refusedGlass(against);
      const signed: SignedOff = { by: professional, verdict, at: now().toISOString() };
      await deps.audit.breakGlass(actOf(deps.newId(), 'signed-off', by, opening, verdict, signed.at));
      if (!(await openings.sign(opening, signed))) throw refusedGlass('signed');
      return { ...opening, signed };
    },
  };
}

/** No recipient: of what is held, no hold spares whoever looks in an emergency, to whom what it says now may be dangerous. */
const THROUGH_THE_GLASS = 'break-glass';
/** No request: what bears on this too bears on the whole file. */
const NONE = '';

/** The centre’s numbers of a request. */
const numbersOf = (resource: fhir4.FhirResource, centre: string): readonly string[] =>
  resource.resourceType === 'ServiceRequest'
    ? (resource.identifier ?? []).flatMap(({ system, value }) =>
        system === IDENTIFIERS.request(centre) ? (value ?? []) : [],
      )
    : [];

/** Throws `notFound`, also for another centre’s child: each has its own record of one. */
async function patientOf(store: GlassDeskDeps['store'], centre: string, child: string): Promise<fhir4.Patient> {
  const [patient] = await store.search('Patient', { identifier: identifierToken(IDENTIFIERS.child(centre), child) });
  if (patient?.resourceType !== 'Patient') throw new GatewayError('notFound', 'no such child');
  return patient;
}

/** Before it opens: an alert that nothing stands behind closes by itself. Each opening is told, also while another waits. */
async function tell({ alerts, log }: GlassDeskDeps, centre: string): Promise<void> {
  const kind = 'emergency-access';
  const alert = (await alerts.note({ alert: kind, of: centre }, true)) ?? 'again';
  log.warn({ alert, kind, of: centre }, `${ALERTS[kind].fr} / ${ALERTS[kind].en}`);
}

const actOf = (
  id: string,
  act: BreakGlassAct['act'],
  { centre, reader }: CentreReader,
  opening: Opening,
  why: string,
  at: string,
): BreakGlassAct => ({ id, centre, act, by: reader, opening: opening.id, child: opening.child, why, at });
