import { LEGAL_PROVISIONS } from '../../profiles/codes/consent.ts';
import type { Bilingual } from '../../profiles/codes.ts';

/** Where a rule comes from: a law, a decision, the design; and how we know what it says. */
export interface Source extends Bilingual {
  /** Where it was read. */
  readonly read?: string;
  /** `official`: the text or the authority's own page; `secondary`: somebody else's account; `recalled`: not read, to be checked; `policy`: ours. */
  readonly known: 'official' | 'secondary' | 'recalled' | 'policy';
}

/** Every source that a decision may name. No lawyer has confirmed how any of them is applied here. */
export const SOURCES = {
  'lrsss-6': {
    fr: 'LRSSS (R-22.1), art. 6',
    en: 'LRSSS (R-22.1), s. 6',
    read: 'https://legisquebec.gouv.qc.ca/fr/version/lc/R-22.1?code=se%3A6&historique=20241118',
    known: 'official',
  },
  'lrsss-74': {
    ...LEGAL_PROVISIONS['lrsss-74'],
    read: 'https://msss.gouv.qc.ca/professionnels/soins-et-services/renseignements-sante-services-sociaux/communication-de-renseignements',
    known: 'official',
  },
  'lrsss-other-bases': {
    ...LEGAL_PROVISIONS['lrsss-other-bases'],
    known: 'recalled',
  },
  'lrsss-elsewhere': {
    fr: 'LRSSS (R-22.1), communication hors du Québec : article à trouver par un juriste',
    en: 'LRSSS (R-22.1), communication outside Québec: section for a lawyer to find',
    known: 'recalled',
  },
  'p-39.1-14': {
    fr: 'P-39.1, art. 14',
    en: 'P-39.1, s. 14',
    read: 'https://prp.openum.ca/articles/article-14',
    known: 'recalled',
  },
  'p-39.1-17': {
    fr: 'P-39.1, art. 17 : évaluation et entente écrite avant de communiquer hors du Québec',
    en: 'P-39.1, s. 17: assessment and written agreement before communicating outside Québec',
    read: 'https://legisquebec.gouv.qc.ca/en/version/cs/P-39.1?code=se%3A17&history=20240930',
    known: 'official',
  },
  'p-39.1-18': {
    ...LEGAL_PROVISIONS['p-39.1-18'],
    read: 'https://www.legisquebec.gouv.qc.ca/en/version/cs/P-39.1?code=se:18&history=20230206',
    known: 'official',
  },
  'p-39.1-18.1': {
    ...LEGAL_PROVISIONS['p-39.1-18.1'],
    read: 'https://legisquebec.gouv.qc.ca/en/version/cs/p-39.1?code=se%3A18_1&history=20241115',
    known: 'official',
  },
  'ccq-199.1': {
    fr: 'Code civil du Québec, art. 199.1',
    en: 'Civil Code of Québec, art. 199.1',
    read: 'http://legisquebec.gouv.qc.ca/en/showversion/cs/ccq-1991?code=se:199_1&pointInTime=20201120',
    known: 'official',
  },
  'ccq-600': {
    fr: 'Code civil du Québec, art. 600',
    en: 'Civil Code of Québec, art. 600',
    read: 'http://legisquebec.gouv.qc.ca/fr/showversion/cs/CCQ-1991?code=se:600&pointInTime=20170517&langCont=en',
    known: 'official',
  },
  'ccq-603': {
    fr: 'Code civil du Québec, art. 603',
    en: 'Civil Code of Québec, art. 603',
    read: 'https://www.sblavocats.com/la-presomption-de-larticle-603-du-code-civil-du-quebec-quand-la-responsabilite-dun-parent-est-engagee-a-son-insu/',
    known: 'secondary',
  },
  'qc-majority': {
    fr: 'Gouvernement du Québec, « Fin de l’autorité parentale » : 18 ans',
    en: 'Government of Québec, “End of parental authority”: 18 years',
    read: 'https://www.quebec.ca/en/family-and-support-for-individuals/pregnancy-parenthood/parents-rights-obligations/parental-authority/end',
    known: 'official',
  },
  'phipa-consent': {
    fr: 'LPRPS de l’Ontario, art. 23',
    en: 'PHIPA, s. 23',
    read: 'https://worldprivacylaw.com/?p=549',
    known: 'secondary',
  },
  'phipa-express': {
    fr: 'LPRPS de l’Ontario : consentement exprès hors du réseau de la santé',
    en: 'PHIPA: express consent outside health care',
    known: 'recalled',
  },
  'phipa-40': {
    ...LEGAL_PROVISIONS['phipa-40'],
    read: 'https://seniorsatrisk.cmha.ca/?p=62',
    known: 'secondary',
  },
  'phipa-41': {
    ...LEGAL_PROVISIONS['phipa-41'],
    read: 'https://decisions.ipc.on.ca/ipc-cipvp/phipa/en/item/487553/index.do?iframe=true',
    known: 'official',
  },
  'phipa-43': {
    ...LEGAL_PROVISIONS['phipa-43'],
    read: 'https://decisions.ipc.on.ca/ipc-cipvp/phipa/en/item/487553/index.do?iframe=true',
    known: 'official',
  },
  'phipa-50': {
    fr: 'LPRPS de l’Ontario, art. 50 : divulgation hors de l’Ontario',
    en: 'PHIPA, s. 50: disclosure outside Ontario',
    known: 'recalled',
  },
  'phipa-parents': {
    fr: 'CIPVP de l’Ontario, décisions 107 et 160 (LPRPS) : deux parents gardiens sont égaux',
    en: 'IPC Ontario, PHIPA Decisions 107 and 160: two custodial parents are equal',
    read: 'https://decisions.ipc.on.ca/ipc-cipvp/phipa/en/item/514497/index.do?iframe=true',
    known: 'official',
  },
  'cyfsa-16': {
    fr: 'LSEJF, partie X : mandataire spécial pour un enfant de moins de 16 ans (guide du CIPVP)',
    en: 'CYFSA, Part X: substitute decision-makers for children under 16 (IPC guide)',
    read: 'https://ipc.on.ca/en/node/2564',
    known: 'official',
  },
  'cyfsa-over-16': {
    fr: 'LSEJF, partie X : mandataire spécial d’une personne capable de 16 ans et plus (guide du CIPVP)',
    en: 'CYFSA, Part X: substitute decision-makers for capable individuals over 16 (IPC guide)',
    read: 'https://ipc.on.ca/en/part-x-cyfsa/consent-and-capacity/substitute-decision-makers/substitute-decision-makers-for-capable-individuals-over-the-age-of-16',
    known: 'official',
  },
  'cyfsa-capacity': {
    fr: 'LSEJF, partie X : présumé capable à tout âge (CIPVP)',
    en: 'CYFSA, Part X: presumed capable at any age (IPC)',
    read: 'https://ipc.on.ca/en/CYFSA_FAQ/who-can-make-decisions-about-my-personal-information',
    known: 'official',
  },
  'cyfsa-295': {
    fr: 'LSEJF, art. 295',
    en: 'CYFSA, s. 295',
    read: 'https://www.ipc.on.ca/en/part-x-cyfsa/consent-and-capacity/elements-of-consent',
    known: 'official',
  },
  'cyfsa-292': {
    ...LEGAL_PROVISIONS['cyfsa-292'],
    read: 'https://ipc.on.ca/en/node/2577',
    known: 'official',
  },
  'cyfsa-parents': {
    fr: 'CIPVP de l’Ontario, décision 22 (LSEJF) : deux parents gardiens sont égaux',
    en: 'IPC Ontario, CYFSA Decision 22: two custodial parents are equal',
    read: 'https://decisions.ipc.on.ca/ipc-cipvp/cyfip/en/item/521892/index.do?iframe=true',
    known: 'official',
  },
  design: {
    fr: 'règle de Passerelle, plus stricte que la loi ou en son silence',
    en: 'rule of Passerelle, stricter than the law or where it is silent',
    known: 'policy',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceName = keyof typeof SOURCES;
