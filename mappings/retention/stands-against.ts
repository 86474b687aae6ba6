import type { Bilingual } from '../../profiles/codes.ts';
import { extensionsIn } from '../concepts/extension.ts';
import { isReferralTask } from '../domain/current-task.ts';
import { loopOf } from '../domain/loop.ts';
import { EXTENSIONS, IDENTIFIERS } from '../domain/systems.ts';
import { identifiersIn } from './identifiers-in.ts';

/** What stands against the destruction of a file, and whether a person may go past it by saying why. */
export const AGAINST = {
  'not-due': {
    forced: true,
    fr: 'La durée de conservation n’est pas passée.',
    en: 'The retention is not over.',
  },
  'loop-open': {
    forced: true,
    fr: 'Une demande est encore ouverte : fermez la boucle d’abord.',
    en: 'A request is still open: close its loop first.',
  },
  enrolled: {
    forced: true,
    fr: 'L’enfant est encore suivi, ou inscrit quelque part.',
    en: 'The child is still followed, or enrolled somewhere.',
  },
  'still-open': {
    forced: true,
    fr: 'Le dossier de la femme enceinte est encore ouvert : fermez-le d’abord.',
    en: 'The expectant mother’s file is still open: close it first.',
  },
  basis: {
    forced: true,
    fr: 'Un accord daté, une ordonnance ou un devoir court encore.',
    en: 'A dated consent, an order or a duty still runs.',
  },
  'set-aside': {
    forced: true,
    fr: 'Un envoi mis de côté attend encore une personne : il serait détruit sans avoir été lu.',
    en: 'Something set aside still waits for a person: it would be destroyed unread.',
  },
  'mother-file': {
    forced: false,
    fr: 'Le dossier d’une femme enceinte nomme une personne de ce cercle : retirez-y l’enfant d’abord.',
    en: 'An expectant mother’s file names somebody of this circle: take the child out of it first.',
  },
} as const satisfies Readonly<Record<string, Bilingual & { readonly forced: boolean }>>;

export type Against = keyof typeof AGAINST;

export interface FileToDestroy {
  readonly centre: string;
  readonly resources: readonly fhir4.FhirResource[];
  readonly motherFiles: readonly string[];
  /** From which day its time is over; absent where nobody can tell. */
  readonly due?: string;
  /** How much was set aside about it. */
  readonly setAside: number;
  /** At the centre. */
  readonly today: string;
}

/** All that stands against it. Pure: the same file on the same day gives the same. */
export function standsAgainst(file: FileToDestroy): readonly Against[] {
  const { resources, due, today } = file;
  const holds: Readonly<Record<Against, boolean>> = {
    'not-due': due === undefined || due > today,
    'loop-open': requestsIn(file).some((request) => !isClosed(request, resources)),
    enrolled: resources.some((it) => it.resourceType === 'EpisodeOfCare' && UNDER_WAY.has(it.status)),
    'still-open': resources.some((it) => isMotherFile(it, file.centre) && it.active !== false),
    basis: resources.some((it) => it.resourceType === 'Consent' && stillRuns(it, today)),
    'set-aside': file.setAside > 0,
    'mother-file': file.motherFiles.length > 0,
  };
  return NAMES.filter((name) => holds[name]);
}

const NAMES: readonly Against[] = Object.keys(AGAINST).filter((name): name is Against => Object.hasOwn(AGAINST, name));

const UNDER_WAY: ReadonlySet<string> = new Set(['planned', 'waitlist', 'active', 'onhold']);

const isMotherFile = (resource: fhir4.FhirResource, centre: string): resource is fhir4.Patient =>
  resource.resourceType === 'Patient' &&
  identifiersIn(resource).some(({ system }) => system === IDENTIFIERS.motherFile(centre));

const requestsIn = ({ resources, centre }: FileToDestroy): readonly fhir4.ServiceRequest[] =>
  resources.filter(
    (it): it is fhir4.ServiceRequest =>
      it.resourceType === 'ServiceRequest' &&
      identifiersIn(it).some(({ system }) => system === IDENTIFIERS.request(centre)),
  );

function isClosed(request: fhir4.ServiceRequest, resources: readonly fhir4.FhirResource[]): boolean {
  // A request that was an error, or withdrawn before anybody was asked, has no loop.
  const tasks = resources
    .filter(isReferralTask)
    .filter(({ focus }) => focus?.reference === `ServiceRequest/${request.id}`);
  if (tasks.length === 0 && ENDED.has(request.status)) return true;
  const replaced = resources.some(
    (it) =>
      it.resourceType === 'ServiceRequest' &&
      it.replaces?.some(({ reference }) => reference === `ServiceRequest/${request.id}`),
  );
  return loopOf(tasks, request, { replaced }).closed;
}

const ENDED: ReadonlySet<string> = new Set(['revoked', 'completed', 'entered-in-error']);

/** A consent without an end asks for nothing by itself; one that runs until a day, and what a law or a judge asks, do. */
function stillRuns({ status, provision, extension }: fhir4.Consent, today: string): boolean {
  if (status !== 'active') return false;
  const end = provision?.period?.end;
  const isGround = extensionsIn({ extension: extension ?? [] }, EXTENSIONS.ground).length > 0;
  // Of `2026` nobody can say that it is over before it is.
  return end === undefined ? isGround : end.slice(0, 10).padEnd(10, '~') >= today;
}
