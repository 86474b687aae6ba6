import type { Bilingual } from '../../profiles/codes.ts';
import { wordsOf } from '../domain/coded-words.ts';
import { partnerIn } from '../domain/current-task.ts';
import { CODE_SYSTEMS } from '../domain/systems.ts';

/** What an entry says beside its title. */
export interface EntryDetail {
  /** In the language asked for, where it is ours to say. */
  readonly detail?: string | undefined;
  /** As somebody wrote it. */
  readonly words?: string | undefined;
}

interface DetailContext {
  readonly language: keyof Bilingual;
  readonly partnerName: (partner: string) => string;
}

/** What a request may ask for, by the systems of its code. */
const ASKED = [CODE_SYSTEMS.prescriptionKind, CODE_SYSTEMS.legalMandate, CODE_SYSTEMS.networkService];

/** What the root of a concept says in one line; facts meant for a lawyer and safe contacts are never among it. */
export function detailOf(resource: fhir4.FhirResource, context: DetailContext): EntryDetail {
  switch (resource.resourceType) {
    case 'CarePlan':
      return { detail: resource.title, words: resource.description };
    case 'ServiceRequest':
      return requestDetail(resource, context);
    default:
      return {};
  }
}

function requestDetail(request: fhir4.ServiceRequest, { language, partnerName }: DetailContext): EntryDetail {
  const asked = ASKED.map((system) => wordsOf([request.code], system, language)).find((it) => it !== undefined);
  const programme = wordsOf(request.category ?? [], CODE_SYSTEMS.programme, language);
  const partner = partnerIn(request.performer?.[0]);
  const what = asked ?? request.code?.text ?? programme;
  const to = partner === undefined ? undefined : partnerName(partner);
  return { detail: [what, to].filter((it) => it !== undefined).join(' → ') || undefined, words: request.code?.text };
}
