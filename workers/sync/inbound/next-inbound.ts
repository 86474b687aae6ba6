import type { Identified } from '../../../mappings/concepts/concept-mapping.ts';
import { uuidOf } from '../../../mappings/concepts/identity.ts';
import { taskIdentifier } from '../../../mappings/concepts/referral-task.ts';
import type { Child, ChildSaid, InboundReferral } from '../../../mappings/domain/concepts.ts';
import type { ConceptEvent, InboundEvent, SaidOfInbound } from '../../../mappings/domain/lane-events.ts';
import type { Issue } from '../../../mappings/domain/mapped.ts';
import { isReferralState, isTerminal } from '../../../mappings/domain/referral-state.ts';
import { IDENTIFIERS } from '../../../mappings/domain/systems.ts';
import { matchChild } from '../../../mappings/matching/match-child.ts';
import { surelyBefore } from '../../../profiles/moment-span.ts';
import type { Decision } from '../decision.ts';
import { conceptOfInbound } from './concept-of-inbound.ts';
import type { InboundOnRecord } from './read-inbound.ts';

/** What follows from what was said: the referral as it is to stand, or a decision at once. */
export type NextInbound =
  | {
      readonly kind: 'concept';
      readonly event: ConceptEvent;
      /** The centre does not take it, as a person decided before anybody recognized the child. */
      readonly notForUs?: Extract<SaidOfInbound, { what: 'settled' }>;
    }
  | { readonly kind: 'decided'; readonly decision: Decision };

type Standing = NonNullable<InboundOnRecord['standing']>;

/** Pure: the same event and the same record give the same; nothing of two children is ever merged here, only named or put aside. */
export function nextInbound(event: InboundEvent, record: InboundOnRecord): NextInbound {
  const { said } = event;
  const { standing } = record;
  if (said.what === 'asked') return asked(event, said.referral, record);
  if (standing === undefined) return decided({ kind: 'waits', awaits: [rootOf(event)] });
  if (said.what === 'taken-back') return takenBack(event, said, standing);
  if (said.what === 'letters') return concept(event, withoutVersion(standing.referral));
  return said.what === 'settled' ? settled(event, said, standing) : toldAgain(event, said.messageId);
}

/** Asked, or asked again: recognized, new, or put aside for a person. What a terminal one says again of its child is not kept. */
function asked(event: InboundEvent, said: InboundReferral, { standing, candidates }: InboundOnRecord): NextInbound {
  if (standing !== undefined && surelyBefore(said.happenedAt, standing.referral.happenedAt))
    return decided({ kind: 'superseded', version: standing.version });
  const { childSaid, ...rest } = said;
  const referral = { ...rest, id: event.referral };
  const known = standing?.referral.child;
  if (known !== undefined) return concept(event, { ...referral, child: known });
  if (standing !== undefined && hasEnded(standing)) return concept(event, referral);
  const match = matchChild(childSaid, candidates, event.centre);
  if (match.kind === 'known') return concept(event, { ...referral, child: { id: match.child } });
  if (match.kind === 'new' && childSaid?.name !== undefined)
    return withNewChild(event, referral, { ...childSaid, name: childSaid.name });
  return concept(event, childSaid === undefined ? referral : { ...referral, childSaid });
}

/** As it stands: only letters come to it. */
const withoutVersion = ({ version: _version, ...referral }: Standing['referral']): Identified<InboundReferral> =>
  referral;

/** Nothing changes; the answer that stands goes out again. */
const toldAgain = ({ centre, referral, sender }: InboundEvent, asked: string): NextInbound => {
  const task = taskIdentifier(centre, referral, sender).value;
  const deliver = [{ task, partner: sender, about: 'answer', asked }] as const;
  return decided({ kind: 'unchanged', concept: 'inbound-referral', issues: [], deliver });
};

/** Whoever asked takes it back: of a child whom nobody recognized, nothing is kept any more. */
function takenBack(
  event: InboundEvent,
  said: Extract<SaidOfInbound, { what: 'taken-back' }>,
  { referral }: Standing,
): NextInbound {
  const { childSaid: _gone, version: _version, ...rest } = referral;
  const status = said.state === 'cancelled' ? 'revoked' : 'entered-in-error';
  if (rest.status === status || rest.status === 'entered-in-error') return concept(event, rest);
  return concept(event, { ...rest, status, happenedAt: said.happenedAt ?? event.recordedAt });
}

function settled(
  event: InboundEvent,
  said: Extract<SaidOfInbound, { what: 'settled' }>,
  standing: Standing,
): NextInbound {
  const { settlement } = said;
  const { childSaid, version: _version, ...referral } = standing.referral;
  if (referral.child !== undefined) {
    const isSame = 'child' in settlement && settlement.child === referral.child.id;
    return isSame ? concept(event, referral, said) : refused(ALREADY_SETTLED);
  }
  if (hasEnded(standing)) return 'notForUs' in settlement ? notForUs(event, referral, said) : refused(HAS_ENDED);
  if ('notForUs' in settlement) return notForUs(event, referral, said);
  if ('child' in settlement) return concept(event, { ...referral, child: { id: settlement.child } }, said);
  if (childSaid?.name === undefined) return refused(NO_NAME);
  return withNewChild(event, referral, { ...childSaid, name: childSaid.name }, said);
}

const notForUs = (
  event: InboundEvent,
  referral: Identified<InboundReferral>,
  said: Extract<SaidOfInbound, { what: 'settled' }>,
): NextInbound => ({
  kind: 'concept',
  event: conceptOfInbound(event, referral, { decidedBy: said.decidedBy }),
  notForUs: said,
});

const concept = (
  event: InboundEvent,
  referral: Identified<InboundReferral>,
  said?: Extract<SaidOfInbound, { what: 'settled' }>,
): NextInbound => ({
  kind: 'concept',
  event: conceptOfInbound(event, referral, said === undefined ? {} : { decidedBy: said.decidedBy }),
});

function withNewChild(
  event: InboundEvent,
  referral: Identified<InboundReferral>,
  said: ChildSaid & Pick<Child, 'name'>,
  settlement?: Extract<SaidOfInbound, { what: 'settled' }>,
): NextInbound {
  const newChild: Child = { id: newChildId(event), ...said };
  return {
    kind: 'concept',
    event: conceptOfInbound(
      event,
      { ...referral, child: { id: newChild.id } },
      { newChild, ...(settlement !== undefined && { decidedBy: settlement.decidedBy }) },
    ),
  };
}

/** Made from the referral: hearing it again makes no second child. */
const newChildId = ({ centre, referral }: InboundEvent): string => `enfant-${uuidOf('child-of', centre, referral)}`;

const hasEnded = ({ task, referral }: Standing): boolean =>
  (task !== undefined && isReferralState(task.status) && isTerminal(task.status)) ||
  (referral.status ?? 'active') !== 'active';

const rootOf = ({ centre, referral }: InboundEvent) => ({
  type: 'ServiceRequest',
  system: IDENTIFIERS.request(centre),
  value: referral,
});

const decided = (decision: Decision): NextInbound => ({ kind: 'decided', decision });

const refused = (issue: Issue): NextInbound =>
  decided({ kind: 'refused', failure: 'versionConflict', issues: [issue] });

const ALREADY_SETTLED: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'child',
  text: {
    fr: 'Une personne, ou une carte, une date de naissance et un nom qui concordent, ont déjà dit de quel enfant il s’agit. Relisez la demande.',
    en: 'A person, or a card, birth date and name that agree, have already said which child it is. Read the referral again.',
  },
};

const HAS_ENDED: Issue = {
  severity: 'error',
  code: 'conflict',
  expression: 'child',
  text: {
    fr: 'Cette demande est déjà terminée : il n’y a plus d’enfant à reconnaître.',
    en: 'This referral has already ended: there is no child to recognize any more.',
  },
};

const NO_NAME: Issue = {
  severity: 'error',
  code: 'required',
  expression: 'newChild',
  text: {
    fr: 'L’expéditeur n’a donné aucun nom : créez le cercle de l’enfant, puis donnez son identifiant (child).',
    en: 'The sender gave no name: create the child’s care circle, then give its identifier (child).',
  },
};
