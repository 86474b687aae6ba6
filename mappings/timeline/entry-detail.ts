import { CONSENT_PURPOSES } from '../../profiles/codes/consent.ts';
import { ENROLMENT_STATUSES } from '../../profiles/codes/contacts.ts';
import { LETTER_KINDS } from '../../profiles/codes/letters.ts';
import { OUTCOME_SUBJECTS } from '../../profiles/codes/outcome.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { provisionFrom } from '../concepts/consent-provision.ts';
import { findings } from '../concepts/findings.ts';
import { letterKindOf } from '../concepts/letter.ts';
import { subjectFrom } from '../concepts/outcome-subject.ts';
import { wordsOf } from '../domain/coded-words.ts';
import { partnerIn } from '../domain/current-task.ts';
import { momentInWords } from '../domain/dates-in-words.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';

/** What an entry says beside its title. */
export interface EntryDetail {
  /** In the language asked for, where it is ours to say. */
  readonly detail?: string | undefined;
  /** As somebody wrote it. */
  readonly words?: string | undefined;
}

export interface DetailContext {
  readonly centre: string;
  readonly language: keyof Bilingual;
  /** The centre's, in which hours are told. */
  readonly timeZone: string;
  /** A partner's name in that language. */
  readonly partnerName: (partner: string) => string;
}

/** What a request may ask for, by the systems of its code. */
const ASKED = [CODE_SYSTEMS.prescriptionKind, CODE_SYSTEMS.legalMandate, CODE_SYSTEMS.networkService];

/** What the root of a concept says in one line; facts meant for a lawyer and safe contacts are never among it. */
export function detailOf(resource: fhir4.FhirResource, context: DetailContext): EntryDetail {
  const { language, timeZone } = context;
  switch (resource.resourceType) {
    case 'ClinicalImpression':
      return { detail: wordsOf([resource.code], CODE_SYSTEMS.assessmentKind, language), words: resource.summary };
    case 'CarePlan':
      return { detail: resource.title, words: resource.description };
    case 'ServiceRequest':
      return requestDetail(resource, context);
    case 'Encounter':
      return {
        detail: wordsOf(resource.type ?? [], CODE_SYSTEMS.contactKind, language),
        words: resource.reasonCode?.[0]?.text,
      };
    case 'Appointment':
      return {
        detail: resource.start && momentInWords(resource.start, language, timeZone),
        words: resource.description,
      };
    case 'Consent':
      return { detail: consentDetail(resource, context) };
    case 'Observation':
      return { detail: outcomeDetail(resource, context), words: resource.note?.[0]?.text };
    case 'EpisodeOfCare':
      return { detail: enrolmentDetail(resource, language), words: resource.type?.[0]?.text };
    case 'DocumentReference':
      return { detail: letterDetail(resource, context) };
    case 'Communication':
      return { words: resource.payload?.[0]?.contentString };
    default:
      return {};
  }
}

const joined = (parts: readonly (string | undefined)[], by: string): string | undefined =>
  parts.filter((it) => it !== undefined).join(by) || undefined;

function requestDetail(request: fhir4.ServiceRequest, { language, partnerName }: DetailContext): EntryDetail {
  const asked = ASKED.map((system) => wordsOf([request.code], system, language)).find((it) => it !== undefined);
  const what = asked ?? request.code?.text ?? wordsOf(request.category ?? [], CODE_SYSTEMS.programme, language);
  const partner = partnerIn(request.performer?.[0]);
  return {
    detail: joined([what, partner === undefined ? undefined : partnerName(partner)], ' → '),
    words: request.code?.text,
  };
}

const DECISIONS = {
  permit: { fr: 'oui', en: 'yes' },
  refuse: { fr: 'non', en: 'no' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What was asked is no yes yet, what was taken back is none any more, and what was a mistake never was one. */
const UNDECIDED: Readonly<Partial<Record<fhir4.Consent['status'], Bilingual>>> = {
  proposed: { fr: 'demandé', en: 'asked' },
  inactive: { fr: 'retiré', en: 'withdrawn' },
  'entered-in-error': { fr: 'saisi par erreur', en: 'entered in error' },
};

/** Yes or no, to what, for whom: a refusal is a right and is told as plainly. */
function consentDetail(consent: fhir4.Consent, { centre, language, partnerName }: DetailContext): string | undefined {
  const provided = provisionFrom(consent.provision, centre, findings());
  if (provided === undefined) return undefined;
  const decision = (UNDECIDED[consent.status] ?? DECISIONS[provided.decision])[language];
  const recipient = provided.recipient ?? provided.otherCentre;
  const to = recipient === undefined ? undefined : partnerName(recipient);
  return joined([`${decision}, ${CONSENT_PURPOSES[provided.purpose][language]}`, to], ' → ');
}

/** In what, and where it stands. */
function enrolmentDetail({ type, status }: fhir4.EpisodeOfCare, language: keyof Bilingual): string | undefined {
  const programme = [CODE_SYSTEMS.programme, CODE_SYSTEMS.centreProgramme]
    .map((system) => wordsOf(type ?? [], system, language))
    .find((it) => it !== undefined);
  const standing = ENROLMENT_STATUSES[status === 'onhold' ? 'on-hold' : status][language];
  return joined([programme, standing.toLocaleLowerCase(language)], ', ');
}

/** What it is and its title, and whose it is; of what was taken back, nothing. */
function letterDetail(letter: fhir4.DocumentReference, { language, partnerName }: DetailContext): string | undefined {
  if (letter.status !== 'current') return undefined;
  const kind = letterKindOf(letter.type);
  const title = letter.description ?? (kind === undefined ? undefined : LETTER_KINDS[kind][language]);
  const [from, to] = [partnerAmong(letter.author), partnerAmong(letter.context?.related)];
  const way = from === undefined ? (to === undefined ? undefined : `→ ${partnerName(to)}`) : `← ${partnerName(from)}`;
  return joined([title, way], ' ');
}

const partnerAmong = (references: readonly fhir4.Reference[] | undefined): string | undefined =>
  references?.flatMap((it) => partnerIn(it) ?? [])[0];

/** Before or after, and in whom. */
function outcomeDetail(panel: fhir4.Observation, { centre, language }: DetailContext): string | undefined {
  const about = subjectFrom(panel.subject, centre, findings())?.about;
  const moment = wordsOf(panel.category ?? [], CODE_SYSTEMS.ratingMoment, language);
  return joined([about && OUTCOME_SUBJECTS[about][language], moment], ', ');
}
