import type { Identified, MappingContext } from '../../../../mappings/concepts/concept-mapping.ts';
import type {
  ActionPlan,
  CareCircle,
  Consent,
  DirectoryResource,
  LegalReferral,
  MotherFile,
  OutcomeEvaluation,
  ServiceReferral,
  SharedAssessment,
  SocialPrescription,
} from '../../../../mappings/domain/concepts.ts';

export const CONTEXT: MappingContext = {
  exchangeId: '6f1f2f50-6f3f-4a86-9e55-0d8f3f0f5a11',
  recordedAt: '2026-03-12T15:00:00.000Z',
  contentHash: 'a'.repeat(64),
  centre: { id: 'verdun', name: 'Centre de Verdun' },
  recipient: { id: 'clsc-verdun', name: 'CLSC de Verdun' },
};

const shared = { centre: 'verdun', happenedAt: '2026-03-12T09:30:00-04:00', child: { id: 'enf-1' } };
const agreed = { recipient: 'clsc-verdun', by: { kind: 'member', id: 'maman' }, at: '2026-03-12' } as const;

export const aCircle = (circle: Partial<CareCircle> = {}): Identified<CareCircle> => ({
  ...shared,
  id: 'cercle-1',
  child: { id: 'enf-1', name: { given: ['Linh'], family: 'Nguyễn' } },
  ...circle,
});

export const aPlan = (plan: Partial<ActionPlan> = {}): Identified<ActionPlan> => ({ ...shared, id: 'plan-1', ...plan });

export const aReading = (reading: Partial<SharedAssessment> = {}): Identified<SharedAssessment> => ({
  ...shared,
  id: 'lecture-1',
  ...reading,
});

export const aServiceReferral = (referral: Partial<ServiceReferral> = {}): Identified<ServiceReferral> => ({
  ...shared,
  id: 'ref-1',
  recipient: 'clsc-verdun',
  agreements: [agreed],
  safeContact: { through: 'centre' },
  programme: 'clsc',
  ...referral,
});

export const aLegalReferral = (referral: Partial<LegalReferral> = {}): Identified<LegalReferral> => ({
  ...shared,
  id: 'ref-2',
  recipient: 'clsc-verdun',
  agreements: [agreed],
  safeContact: { through: 'centre' },
  mandate: 'mediation',
  ...referral,
});

export const aPrescription = (prescription: Partial<SocialPrescription> = {}): Identified<SocialPrescription> => ({
  ...shared,
  id: 'ref-3',
  recipient: 'clsc-verdun',
  agreements: [agreed],
  safeContact: { through: 'centre' },
  kind: 'arts-music',
  ...prescription,
});

export const aConsent = (consent: Partial<Consent> = {}): Identified<Consent> => ({
  ...shared,
  id: 'cons-1',
  by: { kind: 'member', id: 'maman' },
  decision: 'permit',
  recipient: 'clsc-verdun',
  purpose: 'care',
  information: ['identity', 'request'],
  regime: 'qc-lrsss',
  ...consent,
});

export const anEvaluation = (evaluation: Partial<OutcomeEvaluation> = {}): Identified<OutcomeEvaluation> => ({
  ...shared,
  id: 'eval-1',
  request: 'ref-1',
  moment: 'before',
  about: 'child',
  ratings: [{ factor: 'belonging', rating: 2 }],
  ...evaluation,
});

const { child: _child, ...noChilds } = shared;

export const aResource = (resource: Partial<DirectoryResource> = {}): Identified<DirectoryResource> => ({
  ...noChilds,
  id: 'res-1',
  name: 'École de musique du quartier',
  ...resource,
});

export const aMotherFile = (file: Partial<MotherFile> = {}): Identified<MotherFile> => ({
  ...noChilds,
  id: 'dossier-1',
  name: { text: 'Fatou Ndiaye' },
  agreement: { at: '2026-03-10', how: 'oral' },
  ...file,
});
