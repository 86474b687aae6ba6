import { CANONICAL } from '../../profiles/canonical.ts';
import { CONSENT_REGIMES, SAID_HOW } from '../../profiles/codes/consent.ts';
import { LEGAL_ROLES } from '../../profiles/codes.ts';
import { codeAmong, codingsOf } from '../concepts/code-map.ts';
import { groundFrom } from '../concepts/consent-ground.ts';
import { provisionFrom } from '../concepts/consent-provision.ts';
import { extensionIn, extensionsIn } from '../concepts/extension.ts';
import { findings } from '../concepts/findings.ts';
import { periodFrom } from '../concepts/period.ts';
import { present } from '../concepts/present.ts';
import { identifierIn } from '../concepts/reference.ts';
import type { Consent } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS, IDENTIFIERS } from '../domain/systems.ts';
import { agreementsOn } from './agreements-on-request.ts';
import {
  type Basis,
  type Giver,
  type Invoked,
  isPartnersRecipient,
  OWN_STAFF,
  type Regime,
  recipientAtCentre,
  type Said,
} from './bases.ts';

/** What the record holds that bears on who may see a request. */
export interface BasesOnRecord {
  readonly centre: string;
  readonly request: fhir4.ServiceRequest;
  readonly consents: readonly fhir4.Consent[];
  /** The circle: who is what to the child, from when to when. */
  readonly people: readonly fhir4.RelatedPerson[];
}

const LEGAL_ROLE = { system: CODE_SYSTEMS.circleRole, table: LEGAL_ROLES };

/** Everything that was said or invoked: the agreements on the request itself, and the consents, refusals and grounds of the child’s file. */
export function basesOnRecord({ centre, request, consents, people }: BasesOnRecord): readonly Basis[] {
  const giver = (reference: fhir4.Reference | undefined) => giverNamed(reference, centre, people);
  return [
    ...agreementsOn(request).map(
      ({ recipient, at, how, by }): Said =>
        present({
          kind: 'said',
          ref: `agreement ${at}`,
          recipient,
          decision: 'permit',
          status: 'active',
          by: giver(by),
          at,
          purpose: 'any',
          information: 'all',
          how: isHow(how) ? how : undefined,
        }),
    ),
    ...consents.flatMap((consent) =>
      isInvoked(consent) ? (invokedIn(consent, centre) ?? []) : (saidIn(consent, centre, giver) ?? []),
    ),
  ].filter(({ recipient }) => isPartnersRecipient(recipient));
}

/** What the child’s side said of showing something to the centre’s own staff, and nothing else: nobody invokes anything in its place there. */
export const saidToOwnStaff = (record: Omit<BasesOnRecord, 'request'>): readonly Said[] => saidTo(OWN_STAFF, record);

/** The same of saying to another centre that the child is followed at this one. */
export const saidToCentre = (other: string, record: Omit<BasesOnRecord, 'request'>): readonly Said[] =>
  saidTo(recipientAtCentre(other), record);

const saidTo = (whom: string, { centre, consents, people }: Omit<BasesOnRecord, 'request'>): readonly Said[] =>
  consents
    .filter((consent) => !isInvoked(consent))
    .flatMap((consent) => saidIn(consent, centre, (by) => giverNamed(by, centre, people)) ?? [])
    .filter(({ recipient }) => recipient === whom);

const isInvoked = (consent: fhir4.Consent): boolean => extensionsIn(consent, EXTENSIONS.ground).length > 0;

/** Undefined for one that does not stand, or of which not all can be read: it opens nothing. */
function invokedIn(consent: fhir4.Consent, centre: string): Invoked | undefined {
  const found = findings();
  const provided = provisionFrom(consent.provision, centre, found);
  const ground = groundFrom(consent, found);
  const regime = regimeOf(consent.policy?.[0]?.uri);
  const at = provided?.period?.start ?? consent.dateTime;
  if (provided?.recipient === undefined || provided.decision !== 'permit' || consent.status !== 'active')
    return undefined;
  if (ground === undefined || regime === undefined || provided.information === undefined || at === undefined)
    return undefined;
  return present({
    kind: 'invoked',
    ref: `Consent/${consent.id}`,
    recipient: provided.recipient,
    ground: ground.what,
    at,
    until: provided.period?.end,
    purpose: provided.purpose,
    information: provided.information,
    regime,
  });
}

/** Undefined for one that cannot be read and permits: it opens nothing. */
function saidIn(
  consent: fhir4.Consent,
  centre: string,
  giver: (by: fhir4.Reference | undefined) => Giver,
): Said | undefined {
  const provided = provisionFrom(consent.provision, centre, findings());
  const at = consent.dateTime;
  if (provided === undefined || at === undefined) return undefined;
  const [withdrawal] = extensionsIn(consent, EXTENSIONS.withdrawal);
  const takenBackAt = extensionIn(withdrawal, 'at', 'valueDateTime');
  const takenBackBy = extensionIn(withdrawal, 'by', 'valueReference');
  const how = extensionIn(consent, EXTENSIONS.saidHow, 'valueCode');
  return present({
    kind: 'said',
    ref: `Consent/${consent.id}`,
    recipient: recipientIn(provided),
    // Who reads only one of the two never takes it for a yes.
    decision: consent.status === 'rejected' ? 'refuse' : provided.decision,
    status: statusOf(consent.status),
    by: giver(consent.performer?.[0]),
    at,
    purpose: provided.purpose,
    information: provided.information ?? 'all',
    period: provided.period,
    regime: regimeOf(consent.policy?.[0]?.uri),
    how: isHow(how) ? how : undefined,
    withdrawal:
      takenBackAt === undefined
        ? undefined
        : present({ at: takenBackAt, by: takenBackBy === undefined ? undefined : giver(takenBackBy) }),
  });
}

const recipientIn = ({ recipient, otherCentre }: Pick<Consent, 'recipient' | 'otherCentre'>): string =>
  otherCentre === undefined ? (recipient ?? OWN_STAFF) : recipientAtCentre(otherCentre);

/** What is none of ours is taken for what permits least. */
function statusOf(status: fhir4.Consent['status']): Said['status'] {
  switch (status) {
    case 'active':
    case 'rejected':
      return 'active';
    case 'inactive':
      return 'withdrawn';
    case 'entered-in-error':
      return status;
    default:
      return 'proposed';
  }
}

/** Who a reference names, by identifier; their legal role and its time stand in the circle, and nowhere else. */
function giverNamed(
  reference: fhir4.Reference | undefined,
  centre: string,
  people: readonly fhir4.RelatedPerson[],
): Giver {
  const named = identifierIn(reference);
  if (named?.system === IDENTIFIERS.child(centre)) return { kind: 'child' };
  if (named?.system !== IDENTIFIERS.member(centre) || named.value === undefined) return { kind: 'other' };
  const person = people.find(({ identifier = [] }) =>
    identifier.some(({ system, value }) => system === named.system && value === named.value),
  );
  const id = named.value;
  if (person === undefined || person.active === false) return { kind: 'member', id };
  const { start, end } = person.period === undefined ? {} : periodFrom(person.period);
  return present({
    kind: 'member',
    id,
    role: codeAmong(LEGAL_ROLE, codingsOf(person.relationship)),
    from: start,
    until: end,
  });
}

function regimeOf(uri: string | undefined): Regime | undefined {
  const name = uri?.startsWith(POLICY) === true ? uri.slice(POLICY.length) : undefined;
  return name !== undefined && isRegime(name) ? name : undefined;
}

const POLICY = `${CANONICAL}/policy/`;
const isRegime = (name: string): name is Regime => Object.hasOwn(CONSENT_REGIMES, name);
const isHow = (how: string | undefined): how is keyof typeof SAID_HOW =>
  how !== undefined && Object.hasOwn(SAID_HOW, how);
