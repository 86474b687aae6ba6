import type { Bilingual } from '../codes.ts';
import { LETTER_MAX_BYTES, type LetterFault, letterFault } from '../letter-content.ts';
import type { CoherenceRule, Finding } from './rule.ts';

const wrong = (element: string, text: Bilingual, code: Finding['code'] = 'business-rule'): readonly Finding[] => [
  { severity: 'error', code, element, text },
];

/** What one partner sent is never passed to another: a letter of the centre’s own says what is to be said. */
export const oneWay: CoherenceRule = ({ recipient, partner }) =>
  recipient === undefined || partner === undefined
    ? []
    : wrong('.recipient', {
        fr: 'une lettre reçue d’un partenaire ne part vers personne ; pour la transmettre, faites-en une lettre du centre, sans « partner ».',
        en: 'a letter received from a partner leaves for nobody; to pass it on, make it a letter of the centre, without "partner".',
      });

/** Only what came with a request whose child nobody has recognized yet is about no child. */
export const childOrSender: CoherenceRule = ({ child, partner }) =>
  child === undefined && partner === undefined
    ? wrong('.child', { fr: 'dites de quel enfant il s’agit.', en: 'say which child it is about.' }, 'required')
    : [];

/** The file is there, and is what it says it is; of a letter that was taken back nothing need be left. */
export const wholeFile: CoherenceRule = ({ contentType, content, status }) => {
  if (content === undefined)
    return status === 'entered-in-error'
      ? []
      : wrong('.content', { fr: 'joignez le fichier, en Base64.', en: 'include the file, in Base64.' }, 'required');
  const fault = letterFault(contentType, content);
  return fault === undefined ? [] : wrong('.content', FILE_TEXTS[fault], fault === 'size' ? 'too-long' : 'value');
};

/** What is wrong with a file, and the way out. */
export const FILE_TEXTS: Readonly<Record<LetterFault, Bilingual>> = {
  kind: {
    fr: 'une lettre est un PDF, un texte en UTF-8, ou une image JPEG, PNG ou TIFF ; faites-en un PDF.',
    en: 'a letter is a PDF, a text in UTF-8, or a JPEG, PNG or TIFF image; make it a PDF.',
  },
  size: {
    fr: `un fichier a ${LETTER_MAX_BYTES} octets au plus ; numérisez moins fin, ou en plusieurs lettres.`,
    en: `a file has ${LETTER_MAX_BYTES} bytes at most; scan it coarser, or as several letters.`,
  },
  unreadable: {
    fr: 'ce fichier n’est pas ce qu’il dit être, ou il est abîmé ; envoyez-le de nouveau, entier et en Base64.',
    en: 'this file is not what it says it is, or is damaged; send it again, whole and in Base64.',
  },
};
