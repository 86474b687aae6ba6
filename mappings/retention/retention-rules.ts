import type { Bilingual } from '../../profiles/codes.ts';
import type { Regime } from '../consent/bases.ts';
import type { RetentionTerm } from './due-on.ts';

/** Where a retention comes from, and how we know it; no lawyer has confirmed any of them. */
export interface RetentionSource extends Bilingual {
  readonly read?: string;
  /** `official`: the text or the authority’s own page; `secondary`: somebody else’s account; `recalled`: not read; `policy`: ours. */
  readonly known: 'official' | 'secondary' | 'recalled' | 'policy';
}

export const RETENTION_SOURCES = {
  'lrsss-111': {
    fr: 'LRSSS (R-22.1), art. 111 : au terme de la durée de conservation (art. 16), détruire ou anonymiser',
    en: 'LRSSS (R-22.1), s. 111: once the retention is over (s. 16), destroy or anonymize',
    read: 'https://legisquebec.gouv.qc.ca/fr/version/lc/R-22.1?code=se%3A111&historique=20241118',
    known: 'official',
  },
  'p-39.1-23': {
    fr: 'P-39.1, art. 23 : détruire ou anonymiser une fois les fins accomplies, sous réserve d’une durée prévue par la loi',
    en: 'P-39.1, s. 23: destroy or anonymize once the purposes are achieved, subject to a period provided by law',
    read: 'https://www.cai.gouv.qc.ca/organismes/destruction-et-anonymisation/',
    known: 'official',
  },
  'cmq-2002': {
    fr: 'Médecins du Québec, projet de règlement de 2002 : au moins cinq ans après la dernière inscription (remplacé depuis : M-9, r. 20.3.1, à lire)',
    en: 'Physicians in Québec, draft regulation of 2002: at least five years after the last entry (replaced since: M-9, r. 20.3.1, to be read)',
    read: 'https://studylibfr.com/doc/3871760/m%C3%A9decins-%E2%80%94-effets--cabinets-de-consultation-et-autres-bur...',
    known: 'secondary',
  },
  'on-physicians': {
    fr: 'Médecins de l’Ontario : dix ans après la dernière inscription, ou après les 18 ans du patient',
    en: 'Physicians in Ontario: ten years after the last entry, or after the patient’s 18th birthday',
    read: 'https://www.cmpa-acpm.ca/en/advice-publications/browse-articles/2003/a-matter-of-records-retention-and-transfer-of-clinical-records',
    known: 'secondary',
  },
  'on-phipa-13': {
    fr: 'LPRPS de l’Ontario, art. 13 : conserver, transférer et éliminer de façon sécuritaire',
    en: 'PHIPA, s. 13: retain, transfer and dispose of in a secure manner',
    known: 'recalled',
  },
  'on-cyfsa': {
    fr: 'LSEJF, partie X : conserver et éliminer de façon sécuritaire',
    en: 'CYFSA, Part X: retain and dispose of in a secure manner',
    known: 'recalled',
  },
  policy: {
    fr: 'règle prudente de Passerelle, en attendant celle du centre',
    en: 'cautious rule of Passerelle, until the centre says its own',
    known: 'policy',
  },
} as const satisfies Readonly<Record<string, RetentionSource>>;

export type RetentionSourceName = keyof typeof RETENTION_SOURCES;

export interface RegimeRetention extends RetentionTerm {
  readonly sources: readonly RetentionSourceName[];
}

const CAUTIOUS = { years: 10, afterMajority: 10 } as const;

/**
 * How long a child’s file is kept where the centre has not said its own (`retention` of its entry in the registry): the longest term that we
 * know of among those who work at a centre, so that nothing is due too early. What is too long is for the centre’s privacy officer to shorten.
 */
export const FILE_RETENTION: Readonly<Record<Regime, RegimeRetention>> = {
  'qc-lrsss': { ...CAUTIOUS, sources: ['policy', 'lrsss-111', 'cmq-2002'] },
  'qc-private': { ...CAUTIOUS, sources: ['policy', 'p-39.1-23', 'cmq-2002'] },
  'on-phipa': { ...CAUTIOUS, sources: ['on-physicians', 'on-phipa-13'] },
  'on-cyfsa-x': { ...CAUTIOUS, sources: ['policy', 'on-physicians', 'on-cyfsa'] },
};

interface KeptKind extends Bilingual {
  /** Where it is. */
  readonly where: Bilingual;
  /** How long, and what ends it. */
  readonly until: Bilingual;
}

/** Everything that is kept, besides the child’s file itself, and what ends it. `%` settings are those of `.env.example`. */
export const KEPT_KINDS: Readonly<Record<string, KeptKind>> = {
  file: {
    fr: 'le dossier de l’enfant : cercle, lectures, plans, demandes, réponses, lettres, accords, refus de l’existence (scellés), traces',
    en: 'the child’s file: circle, readings, plans, requests, answers, letters, consents, refusals of existence (sealed), traces',
    where: { fr: 'HAPI, versions comprises', en: 'HAPI, versions too' },
    until: {
      fr: 'la durée du tableau 1, puis une personne le détruit',
      en: 'the term of table 1, then a person destroys it',
    },
  },
  motherFile: {
    fr: 'le dossier à part d’une femme enceinte',
    en: 'an expectant mother’s file apart',
    where: { fr: 'HAPI, versions comprises', en: 'HAPI, versions too' },
    until: {
      fr: 'la durée du tableau 1, puis une personne le détruit, à part de celui de l’enfant',
      en: 'the term of table 1, then a person destroys it, apart from the child’s',
    },
  },
  register: {
    fr: 'le registre des accès, des communications et des destructions (numéros seulement)',
    en: 'the register of accesses, disclosures and destructions (numbers only)',
    where: { fr: 'Redis puis HAPI', en: 'Redis, then HAPI' },
    until: {
      fr: 'survit au dossier : une chaîne trouée ne prouve plus rien',
      en: 'outlives the file: a chain with a hole proves nothing any more',
    },
  },
  tombstone: {
    fr: 'ce qui reste d’un dossier détruit : son numéro au centre, le moment',
    en: 'what is left of a file that was destroyed: its number at the centre, the moment',
    where: {
      fr: 'Redis ; dans HAPI une empreinte du numéro et le jour',
      en: 'Redis; in HAPI a hash of the number and the day',
    },
    until: { fr: 'sans fin', en: 'without an end' },
  },
  events: {
    fr: 'les envois acceptés, scellés, gardés pour une restauration',
    en: 'accepted events, sealed, kept for a restoration',
    where: { fr: 'Redis', en: 'Redis' },
    until: { fr: '26 heures, 5 000 par file', en: '26 hours, 5,000 a lane' },
  },
  exchanges: {
    fr: 'où en est chaque envoi, les clés d’idempotence, les numéros',
    en: 'where each event stands, idempotency keys, numbers',
    where: { fr: 'Redis', en: 'Redis' },
    until: { fr: 'KEPT_FOR_DAYS', en: 'KEPT_FOR_DAYS' },
  },
  setAside: {
    fr: 'ce qui a été mis de côté, scellé',
    en: 'what was set aside, sealed',
    where: { fr: 'Redis', en: 'Redis' },
    until: { fr: 'une personne le répare, le reprend ou le ferme', en: 'a person repairs, replays or closes it' },
  },
  words: {
    fr: 'les mots d’un partenaire que personne n’a lus, scellés',
    en: 'a partner’s words that nobody has read, sealed',
    where: { fr: 'Redis', en: 'Redis' },
    until: { fr: 'une personne les garde au dossier ou les écarte', en: 'a person keeps them on record or drops them' },
  },
  page: {
    fr: 'les liens, codes et sessions de la page sécurisée',
    en: 'links, codes and sessions of the secure page',
    where: { fr: 'Redis', en: 'Redis' },
    until: {
      fr: 'lien : 400 jours ou la fin de la boucle ; code : 10 minutes ; session : 20 minutes',
      en: 'link: 400 days or the end of the loop; code: 10 minutes; session: 20 minutes',
    },
  },
  ties: {
    fr: 'les liens entre centres, scellés',
    en: 'ties between centres, sealed',
    where: { fr: 'Redis', en: 'Redis' },
    until: {
      fr: 'code : 14 jours ; lien : jusqu’à sa fin, lue, ou la destruction d’un des dossiers',
      en: 'code: 14 days; tie: until its end is read, or either file is destroyed',
    },
  },
  backups: {
    fr: 'les sauvegardes, chiffrées',
    en: 'backups, encrypted',
    where: { fr: 'là où le centre les garde', en: 'where the centre keeps them' },
    until: {
      fr: 'la rotation du centre : ce qui est détruit y reste jusqu’à ce que la dernière sauvegarde d’avant soit effacée',
      en: 'the centre’s rotation: what is destroyed stays there until the last backup made before is erased',
    },
  },
};
