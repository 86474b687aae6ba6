import { type Centre, type Partner, type Registry, registryFrom } from '../../gateway/registry.ts';

/** As a privacy officer had it turned on. */
export const SWITCHED_ON = { by: 'RPRP', since: '2026-01-05' } as const;

/** The same, for people who are named. */
export const SWITCHED_ON_FOR = (...professionals: readonly string[]) => ({ ...SWITCHED_ON, professionals });

/** The same, for partners that were assessed. */
export const ASSESSED = (...partners: readonly string[]) => ({ ...SWITCHED_ON, partners });

/** The same, for other centres. */
export const TIED_WITH = (...centres: readonly string[]) => ({ ...SWITCHED_ON, centres });

export const aCentre = (changes: Partial<Centre> = {}): Centre => ({
  id: 'verdun',
  name: { fr: 'Les Petits Renards', en: 'The Little Foxes' },
  telephone: '514 555-0110',
  timeZone: 'America/Toronto',
  regime: 'qc-private',
  ...changes,
});

/** A partner reached by machine, unless it says otherwise. */
export const aPartner = (changes: Partial<Partner> = {}): Partner => ({
  id: 'clsc-verdun',
  name: { fr: 'CLSC de Verdun', en: 'Verdun CLSC' },
  province: 'QC',
  kind: 'clsc',
  lens: 'public-network',
  dialect: 'passerelle',
  transport: 'fhir-rest',
  language: 'fr',
  endpoint: 'http://127.0.0.1:9/fhir',
  credentials: { token: 'CLSC_TOKEN' },
  ...changes,
});

/** A partner that has no system. */
export const aPaperPartner = (changes: Partial<Partner> = {}): Partner => {
  const { endpoint: _endpoint, credentials: _credentials, ...partner } = aPartner();
  return { ...partner, id: 'sippe', dialect: 'paper', transport: 'paper', fax: '514 555-0146', ...changes };
};

/** A partner whose people read the secure page. */
export const aPagePartner = (changes: Partial<Partner> = {}): Partner =>
  aPaperPartner({
    id: 'maison',
    kind: 'community',
    lens: 'community',
    transport: 'web-page',
    webPage: { announceTo: { email: 'accueil@maison.example' }, codeTo: '514 555-0149' },
    ...changes,
  });

/** Two centres, one of which lets the secure page be used, a CLSC, a lawyer, an orchestra, a nurse on paper and a house with a browser. */
export const aRegistry = (): Registry =>
  registryFrom({
    centres: [aCentre(), aCentre({ id: 'vanier', partnerPages: SWITCHED_ON })],
    partners: [
      aPartner(),
      aPartner({ id: 'clsc-hochelaga' }),
      aPartner({ id: 'avocate', lens: 'lawyer', language: 'en' }),
      aPaperPartner({ id: 'orchestre', lens: 'community' }),
      aPaperPartner(),
      aPagePartner(),
    ],
  });

/** A hospital that speaks HL7 v2 over MLLP. */
export const aV2Partner = (changes: Partial<Partner> = {}): Partner => {
  const { credentials: _credentials, ...partner } = aPartner();
  return {
    ...partner,
    id: 'hopital',
    name: { fr: 'Hôpital', en: 'Hospital' },
    kind: 'hospital',
    dialect: 'hl7v2',
    transport: 'mllp',
    endpoint: 'mllp://127.0.0.1:9',
    hl7v2: { application: 'HIS', facility: 'HOPITAL' },
    ...changes,
  };
};
