import { LETTER_KINDS } from '../../profiles/codes/letters.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { isLetterContentType } from '../../profiles/letter-content.ts';
import type { Letter } from '../domain/concepts.ts';
import { FOREIGN, IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { putEntry, transactionOf } from './bundle-entry.ts';
import { codingsOf, wordFrom } from './code-map.ts';
import type { ConceptMapping, Identified, MappingContext } from './concept-mapping.ts';
import { centreIdentity, organizationEntry, partnerIdentity } from './directory.ts';
import { type Findings, findings } from './findings.ts';
import { childIdIn, foundResources } from './found-resources.ts';
import { type Identity, identifierOf } from './identity.ts';
import { impliedMark, saidStatus } from './implied-status.ts';
import { letterAttachment } from './letter-attachment.ts';
import { present } from './present.ts';
import { provenanceEntry } from './provenance.ts';
import { referenceInside, referenceOutside } from './reference.ts';
import { taskIdentifier } from './referral-task.ts';
import { requestIdentity } from './request.ts';
import { revisionExtension, revisionFrom } from './revision.ts';
import { EVERY_LABEL, labelsFrom, securityFrom } from './sensitivity-labels.ts';
import { childReference, referenceFromWho, whoEntries, whoFromReference } from './who.ts';

const STATUSES = {
  current: 'current',
  'entered-in-error': 'entered-in-error',
} as const satisfies Record<NonNullable<Letter['status']>, string>;

/**
 * Letter or report ⇄ DocumentReference about a request, the file in it. A letter that leaves is also about the request’s Task at its
 * recipient; one that came has the partner among its authors.
 */
export const letterMapping: ConceptMapping<Letter> = {
  name: 'letter',
  root: (centre) => ({ type: 'DocumentReference', system: IDENTIFIERS.letter(centre) }),
  toBundle: bundleFromLetter,
  fromResources: letterFromResources,
};

/** How a letter is known. */
export const letterIdentity = (centre: string, id: string): Identity<'DocumentReference'> => ({
  type: 'DocumentReference',
  system: IDENTIFIERS.letter(centre),
  value: id,
});

/** What of a letter’s child is known: nobody, as long as nobody has recognized the child of a request that came in. */
const scopeOf = ({ centre, child }: Letter) => ({ centre, childId: child?.id ?? '' });

function bundleFromLetter(letter: Identified<Letter>, context: MappingContext) {
  const { centre, happenedAt, by, recipient, partner } = letter;
  const home = centreIdentity(centre);
  const written = [putEntry(letterIdentity(centre, letter.id), documentFrom(letter, context))];
  const other = recipient ?? partner;
  const name = context.recipient?.id === other ? context.recipient?.name : undefined;
  const from = partner === undefined ? home : partnerIdentity(partner);
  const agent = by === undefined ? referenceInside(from) : referenceFromWho(by, scopeOf(letter));
  return transactionOf([
    ...written,
    organizationEntry(home, context.centre),
    ...(other === undefined ? [] : [organizationEntry(partnerIdentity(other), { id: other, name })]),
    ...whoEntries([by], scopeOf(letter)),
    provenanceEntry(written, { happenedAt, agent }, context),
  ]);
}

function documentFrom(letter: Identified<Letter>, context: MappingContext): fhir4.DocumentReference {
  const { centre, child, status, kind, by, partner, title } = letter;
  const from = partner === undefined ? centreIdentity(centre) : partnerIdentity(partner);
  return present({
    resourceType: 'DocumentReference',
    meta: present({ profile: [PROFILES.letter], security: securityFrom(letter.labels) }),
    extension: [revisionExtension(letter, context)],
    identifier: [identifierOf(letterIdentity(centre, letter.id))],
    status: status ?? 'current',
    _status: impliedMark(status),
    type: kind && { coding: [letterCoding(kind)] },
    subject: child && childReference({ centre, childId: child.id }),
    date: context.recordedAt,
    author: [...(by === undefined ? [] : [referenceFromWho(by, scopeOf(letter))]), referenceInside(from)],
    description: title,
    content: [{ attachment: letterAttachment(letter) }],
    context: { related: relatedFrom(letter) },
  });
}

const letterCoding = (kind: NonNullable<Letter['kind']>): fhir4.Coding => ({
  system: FOREIGN.loinc,
  code: LETTER_KINDS[kind].loinc,
  display: LETTER_KINDS[kind].display,
});

/** The request first; then, of a letter that leaves, the Task by which its recipient has the request, and the recipient. */
const relatedFrom = ({ centre, request, recipient }: Letter): fhir4.Reference[] => [
  referenceOutside(requestIdentity(centre, request)),
  ...(recipient === undefined
    ? []
    : [
        referenceOutside({ type: 'Task', ...taskIdentifier(centre, request, recipient) }),
        referenceInside(partnerIdentity(recipient)),
      ]),
];

function letterFromResources(resources: readonly fhir4.FhirResource[]) {
  const found = findings();
  const root = foundResources(resources).root('DocumentReference', IDENTIFIERS.letter, found);
  if (root === undefined) return found.settle<Identified<Letter>>(undefined);
  const { resource, centre, id } = root;
  const childId = childIdIn(resource.subject, centre);
  const revision = revisionFrom(resource, found);
  const related = resource.context?.related ?? [];
  const request = found.required(numberIn(related, IDENTIFIERS.request(centre)), 'DocumentReference.context.related');
  const attachment = resource.content[0]?.attachment ?? {};
  const { contentType, data } = attachment;
  if (!isLetterContentType(contentType)) {
    found.report('value', 'DocumentReference.content.attachment.contentType', ANOTHER_KIND);
    return found.settle<Identified<Letter>>(undefined);
  }
  if (revision === undefined || request === undefined) return found.settle<Identified<Letter>>(undefined);
  const recipient = numberIn(related, IDENTIFIERS.partner);
  const task = recipient === undefined ? undefined : taskIdentifier(centre, request, recipient).value;
  if (numberIn(related, IDENTIFIERS.task) !== task)
    found.report('conflict', 'DocumentReference.context.related', ANOTHER_TASK);
  const authors = resource.author ?? [];
  const writer = authors.find(({ identifier }) => !isSender(identifier?.system));
  return found.settle<Identified<Letter>>(
    present({
      id,
      ...revision,
      centre,
      child: childId === undefined ? undefined : { id: childId },
      status: wordFrom(
        STATUSES,
        saidStatus(resource.status, resource._status, 'current'),
        'DocumentReference.status',
        found,
      ),
      request,
      recipient,
      partner: numberIn(authors, IDENTIFIERS.partner),
      kind: letterKindOf(resource.type, found),
      title: resource.description,
      labels: labelsFrom(resource, found, EVERY_LABEL),
      by: whoFromReference(writer, { centre, childId: childId ?? '' }, 'DocumentReference.author', found),
      contentType,
      content: data,
    }),
  );
}

const isSender = (system: string | undefined): boolean =>
  system === IDENTIFIERS.centre || system === IDENTIFIERS.partner;

/** The kind that a LOINC code of ours says; a reason, where reasons are asked for, if there are only others. */
export function letterKindOf(type: fhir4.CodeableConcept | undefined, found?: Findings): Letter['kind'] {
  const codes = codingsOf(type && [type]).filter(({ system }) => system === FOREIGN.loinc);
  const kind = KINDS.find((name) => codes.some(({ code }) => code === LETTER_KINDS[name].loinc));
  if (kind === undefined && type !== undefined) found?.report('value', 'DocumentReference.type', ANOTHER_TYPE);
  return kind;
}

const isKind = (name: string): name is keyof typeof LETTER_KINDS => Object.hasOwn(LETTER_KINDS, name);
const KINDS = Object.keys(LETTER_KINDS).filter(isKind);

const numberIn = (references: readonly fhir4.Reference[], system: string): string | undefined =>
  references.find(({ identifier }) => identifier?.system === system)?.identifier?.value;

const ANOTHER_KIND: Bilingual = {
  fr: 'Une lettre est un PDF, un texte ou une image.',
  en: 'A letter is a PDF, a text or an image.',
};
const ANOTHER_TYPE: Bilingual = {
  fr: 'Cette sorte de document n’est pas de celles que nous connaissons.',
  en: 'This kind of document is none that we know.',
};
const ANOTHER_TASK: Bilingual = {
  fr: 'La tâche que nomme la lettre n’est pas celle de ce destinataire pour cette demande.',
  en: 'The task that the letter names is not this recipient’s for this request.',
};
