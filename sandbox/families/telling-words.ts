import { type Bilingual, BUSINESS_STATUSES } from '../../profiles/codes.ts';
import type { Standing } from './story.ts';

const ON_THE_WAY: Readonly<Record<Exclude<Standing, keyof typeof BUSINESS_STATUSES>, Bilingual>> = {
  sent: { fr: 'Envoyée', en: 'Sent' },
  'to-print': { fr: 'À imprimer', en: 'To print' },
};

/** Where a request stands, in words. */
export const standingWords = (standing: Standing, language: keyof Bilingual): string =>
  standing === 'sent' || standing === 'to-print'
    ? ON_THE_WAY[standing][language]
    : BUSINESS_STATUSES[standing][language];

/** What the demo says by itself, beside the stories. */
export const TELLING = {
  stopped: { fr: 'L’histoire s’arrête ici :', en: 'The story stops here:' },
  dates: {
    fr: 'Familles et dates inventées. Chaque ligne : quand c’est arrivé, ce qui arrive, l’appel HTTP, où en est la demande.',
    en: 'Invented families and dates. Each line: when it happened, what happens, the HTTP call, where the request stands. The records are in French, as these centres write them.',
  },
  loops: {
    fr: 'Les boucles, relues dans HAPI et dans les journaux des partenaires',
    en: 'The loops, read back from HAPI and from the partners’ own logs',
  },
  columns: {
    fr: ['Enfant', 'Demande', 'Destinataire', 'Dans HAPI', 'Chez le partenaire', 'Boucle', ''],
    en: ['Child', 'Request', 'Recipient', 'In HAPI', 'At the partner', 'Loop', ''],
  },
  paper: { fr: 'papier', en: 'paper' },
  asExpected: { fr: 'ok', en: 'ok' },
  notAsExpected: { fr: 'PAS COMME PRÉVU', en: 'NOT AS EXPECTED' },
  allAsExpected: {
    fr: 'Toutes les boucles sont comme prévu.',
    en: 'Every loop is as expected.',
  },
  someNot: {
    fr: 'Une boucle au moins n’est pas comme prévu.',
    en: 'At least one loop is not as expected.',
  },
  lookInRecord: { fr: 'À regarder dans HAPI FHIR', en: 'To look at in HAPI FHIR' },
  stays: { fr: 'Tout reste en marche. Ctrl-C pour tout arrêter.', en: 'Everything stays up. Ctrl-C stops it all.' },
  pages: { fr: 'Pages imprimées (PDF)', en: 'Printed pages (PDF)' },
} as const satisfies Readonly<Record<string, Bilingual | Readonly<Record<keyof Bilingual, readonly string[]>>>>;

/** Why a loop is open or closed, in words. */
export const WHY_WORDS = {
  'family-told': { fr: 'fermée : famille informée', en: 'closed: family told' },
  'family-ended': { fr: 'fermée par la famille', en: 'closed by the family' },
  'agreement-taken-back': {
    fr: 'fermée : accord repris par la famille',
    en: 'closed: the family took its agreement back',
  },
  'under-way': { fr: 'ouverte : en cours', en: 'open: under way' },
  'awaiting-information': { fr: 'ouverte : un renseignement est attendu', en: 'open: information is awaited' },
  'information-given': { fr: 'ouverte : renseignement donné', en: 'open: information given' },
  'cancel-requested': { fr: 'ouverte : arrêt demandé', en: 'open: asked to stop' },
  replaced: { fr: 'fermée : remplacée', en: 'closed: replaced' },
  'family-not-told': { fr: 'ouverte : famille à informer', en: 'open: family to be told' },
  'not-sent': { fr: 'ouverte : pas partie', en: 'open: not sent' },
  'not-addressed': { fr: 'ouverte : sans destinataire', en: 'open: no recipient' },
  'to-answer': { fr: 'ouverte : le centre n’a pas répondu', en: 'open: the centre has not answered' },
  'sender-not-told': { fr: 'ouverte : qui demande ne sait pas encore', en: 'open: whoever asked does not know yet' },
  answered: { fr: 'fermée : qui demande a sa réponse', en: 'closed: whoever asked has the answer' },
  'declined-nothing-proposed': { fr: 'ouverte : refusée, à proposer ailleurs', en: 'open: declined, propose another' },
  'in-error': { fr: 'fermée : erreur de saisie', en: 'closed: entered in error' },
} as const satisfies Readonly<Record<string, Bilingual>>;
