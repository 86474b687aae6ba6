import { isReferralTask } from '../domain/current-task.ts';
import { dayAt } from '../domain/dates-in-words.ts';
import { requestKindOf } from '../domain/request-kind.ts';
import { IDENTIFIERS } from '../domain/systems.ts';
import { labelsOnRequest } from '../lenses/labels.ts';
import { type InformationKind, type Label, OWN_STAFF, type Purpose, type Regime } from './bases.ts';
import { saidToOwnStaff } from './bases-on-record.ts';
import { birthDatesMeant } from './birth-dates.ts';
import { decide } from './decide.ts';
import { birthday } from './moments.ts';

/** The kind of information, and the purpose, of a consent by which the child’s side lets clinical staff know. */
export const LEGAL_REFERRAL_EXISTS: InformationKind = 'legal-referral-exists';
const PURPOSE: Purpose = 'rights-support';

/** From this age only the young person lets it be known, whatever the law of the centre says of others. */
const OWN_FROM = 14;

/** A child, and what its side said. */
export interface ChildsSide {
  readonly centre: string;
  readonly regime: Regime;
  readonly timeZone: string;
  readonly child: fhir4.Patient;
  readonly consents: readonly fhir4.Consent[];
  readonly people: readonly fhir4.RelatedPerson[];
}

/** What the record holds of a child that bears on it. */
export interface LegalReferralsOnRecord extends ChildsSide {
  /** The child’s requests, and what was asked of whom. */
  readonly requests: readonly fhir4.ServiceRequest[];
  readonly tasks: readonly fhir4.Task[];
  /** Whether something acknowledged, and not in the record yet, may close this (a consent to the centre’s own staff, a label on a request). */
  readonly isHeld: (about: { readonly recipient: string; readonly request: string }) => boolean;
}

/**
 * Whether clinical staff may be told that there is a legal referral under way: only that, and only because the child’s side lets them know it at
 * this moment (issue: clinical staff outside the legal pillar). The young person alone decides from 14, and at any age of what they asked alone.
 * Nothing but a consent opens it, neither emergency, order nor duty; in Ontario an express one, as outside health care.
 */
export function isLegalReferralKnown(record: LegalReferralsOnRecord, at: Date): boolean {
  const { centre, child, requests, tasks, isHeld } = record;
  return requests.some((request) => {
    if (requestKindOf(request) !== 'legal-referral' || !UNDER_WAY.has(request.status)) return false;
    if (isHeld({ recipient: OWN_STAFF, request: numberOf(request, centre) })) return false;
    return isLetKnown(record, labelsOnRequest(request, child, ...tasks.filter((task) => isAbout(task, request))), at);
  });
}

/** Whether it could be true of any referral: what the child’s side says of one that bears no label. */
export const mayLegalReferralBeKnown = (record: ChildsSide, at: Date): boolean => isLetKnown(record, [], at);

function isLetKnown(record: ChildsSide, labels: readonly Label[], at: Date): boolean {
  const { regime, timeZone, child } = record;
  const disclosure = {
    what: 'request',
    recipient: OWN_STAFF,
    unassessedElsewhere: false,
    inHealthCare: false,
    purpose: PURPOSE,
    information: [LEGAL_REFERRAL_EXISTS],
    labels: [...labels, ...(mayBeOld(child.birthDate, dayAt(at, timeZone)) ? (['asked-alone'] as const) : [])],
    ...(child.birthDate !== undefined && { birthDate: child.birthDate }),
    timeZone,
  } as const;
  return decide(regime, saidToOwnStaff(record), disclosure, at).kind === 'permit';
}

const numberOf = ({ identifier = [] }: fhir4.ServiceRequest, centre: string): string =>
  identifier.find(({ system }) => system === IDENTIFIERS.request(centre))?.value ?? '';

const UNDER_WAY: ReadonlySet<fhir4.ServiceRequest['status']> = new Set(['draft', 'active', 'on-hold']);

const isAbout = (task: fhir4.Task, { id }: fhir4.ServiceRequest): boolean =>
  isReferralTask(task) && task.focus?.reference === `ServiceRequest/${id}`;

/** A partial or absent birth date counts as the oldest that it may mean. */
const mayBeOld = (birthDate: string | undefined, today: string): boolean =>
  birthDatesMeant(birthDate, [today]).some((born) => birthday(born, OWN_FROM) <= today);
