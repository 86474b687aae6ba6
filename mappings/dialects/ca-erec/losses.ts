import type { Bilingual } from '../../../profiles/codes.ts';
import type { Issue } from '../../domain/mapped.ts';

/** What CA:eReC has no place for on the way out: where it would have stood, and why. Each stands in mappings/README.md. */
export const LOSSES = {
  'Task.priority': {
    fr: 'le destinataire fait sa propre Task ; seule la priorité de la demande voyage',
    en: 'the recipient makes its own Task; only the request’s priority travels',
  },
  'ServiceRequest.meta.lastUpdated': {
    fr: 'quand la demande a été reprise ne voyage qu’avec l’heure et son décalage',
    en: 'when the request was taken back travels only with a time and its offset',
  },
  'Answer.ratings': {
    fr: 'les appréciations n’y ont pas de place',
    en: 'there is no place for ratings',
  },
  'Answer.passedOn': {
    fr: 'à qui la demande a été confiée n’y a pas de place',
    en: 'there is no place for whom the request was passed on to',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** A warning that something was not carried. */
export const lost = (place: keyof typeof LOSSES): Issue => ({
  severity: 'warning',
  code: 'not-supported',
  expression: place,
  text: { fr: `${place} : ${LOSSES[place].fr}.`, en: `${place}: ${LOSSES[place].en}.` },
});
