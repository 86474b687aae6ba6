import type { Consent, WordsSaid } from '../domain/concepts.ts';
import { IDENTIFIERS, PROFILES } from '../domain/systems.ts';
import { centreIdentity } from './directory.ts';
import type { Findings } from './findings.ts';
import { type Identity, identifierOf } from './identity.ts';
import { present } from './present.ts';
import { referenceInside } from './reference.ts';
import { childReference, referenceFromWho, type WhoScope } from './who.ts';

const PLAIN_TEXT = 'text/plain;charset=utf-8';
const AT = 'DocumentReference.content.attachment';

/** The words of a consent are one document, which its revisions correct. */
export const wordsSaidIdentity = (centre: string, consentId: string): Identity<'DocumentReference'> => ({
  type: 'DocumentReference',
  system: IDENTIFIERS.wordsSaid(centre),
  value: consentId,
});

/** The consent in which the words were said, and its labels. */
interface SaidIn extends Pick<Consent, 'status' | 'by' | 'happenedAt'> {
  readonly scope: WhoScope;
  readonly security: fhir4.Coding[] | undefined;
}

/** Total: the words as a text, written down when the person said them. */
export const wordsSaidResource = (
  { words, language }: WordsSaid,
  identity: Identity,
  { status, by, happenedAt, scope, security }: SaidIn,
): fhir4.DocumentReference =>
  present({
    resourceType: 'DocumentReference',
    meta: present({ profile: [PROFILES.wordsSaid], security }),
    identifier: [identifierOf(identity)],
    status: status === 'entered-in-error' ? 'entered-in-error' : 'current',
    subject: childReference(scope),
    author: [referenceFromWho(by, scope)],
    custodian: referenceInside(centreIdentity(scope.centre)),
    content: [
      {
        attachment: present({
          contentType: PLAIN_TEXT,
          language,
          data: Buffer.from(words, 'utf8').toString('base64'),
          creation: happenedAt,
        }),
      },
    ],
  });

/** The words back; a reason if they are not a text that can be read. */
export function wordsSaidFrom({ content }: fhir4.DocumentReference, found: Findings): WordsSaid | undefined {
  const attachment = content[0]?.attachment;
  const words = attachment?.data === undefined ? undefined : textIn(attachment.data);
  if (words === undefined || attachment?.contentType !== PLAIN_TEXT) {
    return found.report('value', AT, {
      fr: `${AT} : il faut un texte (${PLAIN_TEXT}).`,
      en: `${AT}: a text is needed (${PLAIN_TEXT}).`,
    });
  }
  return present({ words, language: attachment.language });
}

function textIn(base64: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(base64, 'base64'));
  } catch {
    return undefined;
  }
}
