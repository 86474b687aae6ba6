import { CONCEPT_MAPPINGS } from '../../../mappings/concepts/concept-mappings.ts';
import type { Bilingual } from '../../../profiles/codes.ts';
import { CONCEPT_NAMES, CONCEPT_PLURALS } from '../../../profiles/concept-names.ts';
import type { JsonObject } from '../../../profiles/load-schemas.ts';
import type { RouteDescription } from './openapi-route-description.ts';

/** The concepts that are addressed to somebody, as they are called where one is previewed. */
const REQUESTS = {
  'social-prescription': { fr: 'd’une prescription sociale', en: 'of a social prescription' },
  'legal-referral': { fr: 'd’une référence juridique', en: 'of a legal referral' },
  'service-referral': { fr: 'd’une référence au réseau public', en: 'of a public-network referral' },
} as const satisfies Readonly<Partial<Record<keyof typeof CONCEPT_PLURALS, Bilingual>>>;

/** What whoever writes a request needs before it is sent: whom one can ask, and what they would see. */
export const BOARD_ROUTES: readonly RouteDescription[] = [
  previewRoute('social-prescription'),
  previewRoute('legal-referral'),
  previewRoute('service-referral'),
  {
    method: 'post',
    path: `/v1/${CONCEPT_PLURALS['care-circle']}/_preview`,
    operationId: 'previewCareCircle',
    needs: { centre: { type: CONCEPT_MAPPINGS['care-circle'].root('').type, can: 'cr', area: 'care-circle' } },
    tag: 'concepts',
    summary: {
      fr: 'Les demandes auxquelles mettrait fin une étiquette sur tout le dossier, avant de la mettre',
      en: 'The requests that a label on the whole file would end, before it is put',
    },
    description: {
      fr: 'Le corps est le cercle comme il serait envoyé. La même règle qu’une fois au dossier : ce que la vue d’un destinataire ne montrerait plus du tout prend fin chez lui. Rien n’est écrit, rien ne part.',
      en: 'The body is the circle as it would be put. The same rule as once it is in the record: what a recipient’s lens would show nothing of any more ends there. Nothing is written, nothing leaves.',
    },
    parameters: ['Accept-Language'],
    body: 'care-circle',
    answers: ['200-json', '400', '401', '403', '413', '415', '422', '502', '503'],
    gives: 'CareCirclePreview',
  },
  {
    method: 'get',
    path: '/v1/partner-directory',
    operationId: 'readPartnerDirectory',
    needs: { centre: { type: 'Organization', can: 's', area: 'resource' } },
    tag: 'partners',
    summary: {
      fr: 'À qui le centre peut s’adresser, et comment',
      en: 'Whom the centre can ask, and how',
    },
    description: {
      fr: 'Les partenaires du registre : leurs langues, leur territoire, leurs délais convenus, comment les joindre. Aucune donnée sur une personne.',
      en: 'The partners of the registry: their languages, their territory, the delays agreed with them, how to reach them. No datum about a person.',
    },
    parameters: ['Accept-Language'],
    answers: ['200-json', '401', '403', '503'],
    gives: 'PartnerDirectory',
  },
];

function previewRoute(concept: keyof typeof REQUESTS): RouteDescription {
  const { fr, en } = REQUESTS[concept];
  return {
    method: 'post',
    path: `/v1/${CONCEPT_PLURALS[concept]}/_preview`,
    operationId: `preview${CONCEPT_NAMES[concept]}`,
    needs: { centre: { type: CONCEPT_MAPPINGS[concept].root('').type, can: 'cr', area: concept } },
    tag: 'concepts',
    summary: {
      fr: `Ce que verrait le destinataire ${fr}, avant l’envoi`,
      en: `What the recipient ${en} would see, before it is sent`,
    },
    description: {
      fr: 'La même décision, la même vue et le même dialecte que pour l’envoi ; rien n’est écrit, rien ne part. « missing » dit pourquoi elle ne partirait pas, « lost » ce que la langue du destinataire ne porte pas. Un accès inscrit au registre d’audit avant la réponse.',
      en: 'The same decision, lens and dialect as when it is sent; nothing is written, nothing leaves. "missing" says why it would not leave, "lost" what the recipient’s dialect does not carry. An access written to the audit trail before the answer.',
    },
    parameters: ['Accept-Language'],
    body: concept,
    answers: ['200-json', '400', '401', '403', '413', '415', '422', '502', '503'],
    gives: 'RequestPreview',
  };
}

const TEXT = { type: 'string' };
const TEXTS = { type: 'array', items: TEXT };
const COUNT = { type: 'integer', minimum: 0 };
const LANGUAGE = { type: 'string', enum: ['fr', 'en'] };
const TRANSPORTS = ['fhir-rest', 'fhir-poll', 'fhir-messaging', 'mllp', 'paper', 'web-page'];
const ISSUES = { type: 'array', items: { $ref: '#/components/schemas/OutcomeIssue' } };
const IN_BOTH = { type: 'object', required: ['fr', 'en'], properties: { fr: TEXT, en: TEXT } };

const PAGE: JsonObject = {
  type: 'object',
  required: ['language', 'requestNumber', 'title', 'centre', 'recipient', 'safeContact', 'callBack', 'sections'],
  properties: {
    language: LANGUAGE,
    requestNumber: TEXT,
    title: TEXT,
    preparedAt: TEXT,
    preparedAtText: TEXT,
    centre: { type: 'object', properties: { name: TEXT, telephone: TEXT, fax: TEXT, address: TEXT } },
    recipient: { type: 'object', properties: { name: TEXT, telephone: TEXT, fax: TEXT } },
    safeContact: {
      type: 'object',
      required: ['heading', 'lines', 'mustNot'],
      properties: { heading: TEXT, lines: TEXTS, mustNot: TEXTS },
    },
    callBack: TEXT,
    sections: {
      type: 'array',
      items: {
        type: 'object',
        required: ['heading', 'rows'],
        properties: {
          heading: TEXT,
          rows: {
            type: 'array',
            items: { type: 'object', required: ['label', 'text'], properties: { label: TEXT, text: TEXT } },
          },
        },
      },
    },
    answerHeading: TEXT,
    answers: TEXTS,
    answerLines: TEXTS,
    confidentiality: TEXT,
  },
};

export const BOARD_SCHEMAS: JsonObject = {
  RequestPreview: {
    type: 'object',
    required: ['recipient', 'channel', 'language', 'views', 'missing', 'lost'],
    properties: {
      recipient: TEXT,
      channel: { type: 'string', enum: TRANSPORTS },
      language: LANGUAGE,
      views: {
        type: 'array',
        items: {
          type: 'object',
          required: ['when', 'page'],
          properties: { when: { type: 'string', enum: ['first', 'once-accepted'] }, page: PAGE },
        },
      },
      missing: ISSUES,
      lost: ISSUES,
    },
  },
  CareCirclePreview: {
    type: 'object',
    required: ['ends'],
    properties: {
      ends: {
        type: 'array',
        items: { type: 'object', required: ['request', 'recipient'], properties: { request: TEXT, recipient: TEXT } },
      },
    },
  },
  PartnerDirectory: {
    type: 'object',
    required: ['partners'],
    properties: {
      partners: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'name', 'province', 'kind', 'lens', 'channel', 'language'],
          properties: {
            id: TEXT,
            name: IN_BOTH,
            province: TEXT,
            kind: TEXT,
            lens: { type: 'string', enum: ['public-network', 'lawyer', 'community'] },
            channel: { type: 'string', enum: TRANSPORTS },
            programmes: TEXTS,
            language: LANGUAGE,
            languages: TEXTS,
            territory: TEXTS,
            delays: { type: 'object', properties: { answerWorkingDays: COUNT, firstServiceDays: COUNT } },
            hours: IN_BOTH,
            telephone: TEXT,
            fax: TEXT,
            email: TEXT,
          },
        },
      },
    },
  },
};
