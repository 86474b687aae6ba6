import { GatewayError } from '../../../gateway/failures.ts';
import type { Identified } from '../../../mappings/concepts/concept-mapping.ts';
import { letterMapping } from '../../../mappings/concepts/letter.ts';
import type { Letter } from '../../../mappings/domain/concepts.ts';
import type { ConceptEvent, InboundEvent, LetterHeard } from '../../../mappings/domain/lane-events.ts';
import { identifiersOf, tokenOf } from '../../../mappings/domain/references.ts';
import { revisionOf } from '../../../mappings/domain/revision-on-record.ts';
import type { Decision, Write } from '../decision.ts';
import { type Came, distinct, type Locate, lettersReceived, letterWrites, locatedIn } from '../letters-received.ts';
import type { Present } from '../present.ts';

/** How the referral is to stand, which decides what becomes of its letters. */
export interface Standing {
  readonly event: ConceptEvent;
  readonly present: Present;
  /** Nobody recognized the child, and nobody will: it was taken back, or is not for the centre. */
  readonly isLetGo: boolean;
  /** Those that came before. */
  readonly letters: readonly fhir4.DocumentReference[];
}

/**
 * The letters that come with what a partner asks, in the same transaction: kept with the referral, with its child once somebody has recognized
 * the child, and emptied where the referral is let go before that. A letter that comes with nothing else new is a change of its own.
 */
export function withLetters(decision: Decision, event: InboundEvent, standing: Standing): Decision {
  if (decision.kind === 'refused' || decision.kind === 'waits') return decision;
  const before = decision.kind === 'commit' ? decision.writes : [];
  const writes = lettersOf(event, standing, before);
  if (writes.length === 0) return decision;
  if (decision.kind === 'commit') return { ...decision, writes: distinct([...before, ...writes]) };
  return {
    kind: 'commit',
    writes,
    created: false,
    ...(decision.version !== undefined && { version: decision.version }),
    issues: [],
    deliver: decision.kind === 'unchanged' ? decision.deliver : [],
    change: 'letter',
    concept: standing.event.concept,
  };
}

function lettersOf(event: InboundEvent, standing: Standing, before: readonly Write[]): readonly Write[] {
  const { centre, sender, referral, recordedAt, names } = event;
  const child = standing.event.child;
  const came: Came = {
    centre,
    request: referral,
    partner: sender,
    recordedAt,
    names,
    ...(child !== undefined && { child: { id: child } }),
  };
  const locate = locatedAmong(before, standing.present);
  if (standing.isLetGo)
    return standing.letters.flatMap((document) => {
      const letter = letterIn(document);
      return letter.content === undefined ? [] : letterWrites(emptied(letter, document), came, locate, document);
    });
  const orphans = child === undefined ? [] : standing.letters.filter(({ subject }) => subject === undefined);
  const known = new Set(standing.letters.flatMap((document) => identifiersOf(document).map(tokenOf)));
  return [
    ...orphans.flatMap((document) =>
      letterWrites(
        revised({ ...letterIn(document), ...(child !== undefined && { child: { id: child } }) }, document),
        came,
        locate,
        document,
      ),
    ),
    ...lettersReceived(lettersSaid(event), came, { isKnown: (letter) => known.has(tokenOf(letter)), locate }),
  ];
}

const lettersSaid = ({ said }: InboundEvent): readonly LetterHeard[] =>
  said.what === 'asked' || said.what === 'letters' ? (said.letters ?? []) : [];

const revised = (letter: Identified<Letter>, document: fhir4.DocumentReference): Identified<Letter> => ({
  ...letter,
  version: revisionOf(document).version + 1,
});

/** What its sender took back, or the centre does not take, leaves no file and no title. */
function emptied(letter: Identified<Letter>, document: fhir4.DocumentReference): Identified<Letter> {
  const { content: _file, title: _title, ...rest } = letter;
  return revised({ ...rest, status: 'entered-in-error' }, document);
}

function letterIn(document: fhir4.DocumentReference): Identified<Letter> {
  const read = letterMapping.fromResources([document]);
  if (read.ok) return read.value;
  throw new GatewayError('internal', `DocumentReference/${document.id} cannot be read back as a letter`, {
    issues: read.issues,
  });
}

/** In the record, or in the transaction that is to be: the referral, and a child that is made with it. */
const locatedAmong = (writes: readonly Write[], present: Present): Locate => {
  const written = new Map(
    writes.flatMap(({ resource, fullUrl }) => identifiersOf(resource).map((it) => [tokenOf(it), fullUrl] as const)),
  );
  const inRecord = locatedIn(present.found);
  return (target) => inRecord(target) ?? written.get(tokenOf(target));
};
