import { findings } from '../concepts/findings.ts';
import { present, several } from '../concepts/present.ts';
import { requestPriorities } from '../concepts/request.ts';
import { safeContactFrom } from '../concepts/safe-contact.ts';
import { saidFromPatient } from '../concepts/said-of-child.ts';
import type { ChildSaid, InboundReferral, SafeContact } from '../domain/concepts.ts';
import type { Issue } from '../domain/mapped.ts';
import { EXTENSIONS, FOREIGN } from '../domain/systems.ts';
import { isWellFormedCard, normalised } from './card-aliases.ts';
import type { Heard } from './dialect.ts';

type RequestHeard = Extract<Heard, { readonly kind: 'request' }>;

/** What the door knows beside the message. */
export interface Reception {
  readonly centre: string;
  /** The partner that asks. */
  readonly sender: string;
  /** When the gateway learnt of it: FHIR instant. */
  readonly recordedAt: string;
}

/** A referral as the centre keeps it, and what of it could not be carried. */
export interface InboundReferralRead {
  readonly referral: InboundReferral;
  readonly issues: readonly Issue[];
}

/**
 * A request heard in any dialect, as a concept of the centre. Only what is named here is taken: whatever else a partner sends goes no further.
 * Total; what it makes still passes the concept's own checks.
 */
export function inboundReferralFrom(
  heard: RequestHeard,
  { centre, sender, recordedAt }: Reception,
): InboundReferralRead {
  const { number, task, request, child } = heard.request;
  const { askedBy } = heard;
  const read = child === undefined ? undefined : childSaidFrom(child);
  const askedAt = request.authoredOn ?? task.authoredOn ?? task.lastModified ?? recordedAt;
  const coded = request.code?.coding ?? [];
  const codes = coded.flatMap(({ system, code }) =>
    system === undefined || code === undefined ? [] : [{ system, code }],
  );
  return {
    issues: read?.issues ?? [],
    referral: present({
      centre,
      happenedAt: task.lastModified ?? task.authoredOn ?? askedAt,
      askedAt,
      childSaid: read?.said,
      sender,
      number: present({ system: number.system, value: number.value }),
      thread: heard.thread,
      askedBy: askedBy && present({ name: askedBy.name, telephone: askedBy.telephone }),
      status: STATUSES.find((status) => status === request.status),
      what: request.code?.text ?? coded.find(({ display }) => display !== undefined)?.display,
      codes: several(codes),
      reason: reasonIn(request),
      urgency: requestPriorities.toDomain(request.priority ?? task.priority, 'ServiceRequest.priority', findings()),
      neededBy: request.occurrenceDateTime,
      safeContact: safeContactIn(request),
    }),
  };
}

const STATUSES = ['active'] as const;

/** Each reason in words, one to a line. */
function reasonIn({ reasonCode = [] }: fhir4.ServiceRequest): string | undefined {
  const words = reasonCode.flatMap(
    ({ text, coding }) => text ?? coding?.find(({ display }) => display !== undefined)?.display ?? [],
  );
  return words.length === 0 ? undefined : words.join('\n');
}

/** What came without one, or with one that cannot be read, is the safest: through the centre. */
function safeContactIn(request: fhir4.ServiceRequest): SafeContact {
  const hasOne = request.extension?.some(({ url }) => url === EXTENSIONS.safeContact) ?? false;
  const found = findings();
  return (hasOne ? safeContactFrom(request, found) : undefined) ?? { through: 'centre' };
}

/** The cards whose number holds, under the one system of each; another is told, and not kept. */
function childSaidFrom(child: fhir4.Patient): { readonly said?: ChildSaid; readonly issues: readonly Issue[] } {
  const found = findings();
  const identifier = (child.identifier ?? []).map(normalised);
  const isCard = ({ system }: fhir4.Identifier) => system === FOREIGN.nam || system === FOREIGN.ohip;
  const wrong = identifier.flatMap((it, nth) => (isCard(it) && !isWellFormedCard(it) ? [notACard(nth)] : []));
  const said = saidFromPatient({ ...child, identifier: identifier.filter(isWellFormedCard) }, found);
  const settled = found.settle(said);
  const codes = settled.ok
    ? []
    : settled.issues.map((issue): Issue => ({ ...issue, severity: 'warning', code: 'not-supported' }));
  return { issues: [...wrong, ...codes], ...(said !== undefined && { said }) };
}

const notACard = (nth: number): Issue => ({
  severity: 'warning',
  code: 'value',
  expression: `Patient.identifier[${nth}]`,
  text: {
    fr: `Patient.identifier[${nth}] : ce numéro de carte n’a pas la forme d’un NAM ou d’un numéro de l’Ontario ; il n’est pas gardé.`,
    en: `Patient.identifier[${nth}]: this card number has not the shape of a NAM or an Ontario number; it is not kept.`,
  },
});
