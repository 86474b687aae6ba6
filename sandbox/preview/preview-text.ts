import type { Partner } from '../../gateway/registry.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { messageText, previewPartner } from './preview-partner.ts';

const WORDS = {
  sees: { fr: 'Voit de l’enfant', en: 'Sees of the child' },
  nothing: { fr: 'rien', en: 'nothing' },
  ofRequest: { fr: 'Voit de la demande', en: 'Sees of the request' },
  page: {
    fr: 'Reçoit une page imprimée (GET /v1/referrals/{id}/page) ; la réponse est notée par le centre.',
    en: 'Gets a printed page (GET /v1/referrals/{id}/page); the centre writes the answer down.',
  },
  message: { fr: 'Message d’une demande inventée', en: 'Message of an invented request' },
  lost: { fr: 'Ce que cette langue ne porte pas', en: 'What this dialect cannot carry' },
  carriesAll: {
    fr: 'Cette langue porte tout ce que ce partenaire peut voir.',
    en: 'This dialect carries all that this partner may see.',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;

export interface PreviewOptions {
  readonly language: keyof Bilingual;
  /** With the message; else a line only. */
  readonly whole: boolean;
}

/** What a partner would get, as lines for a terminal. */
export function previewText(partner: Partner, { language, whole }: PreviewOptions): readonly string[] {
  const { lens, child, request, written } = previewPartner(partner);
  const head = `${partner.id}: ${partner.name[language]} · ${partner.kind} · ${partner.dialect} · ${partner.transport} · ${lens}`;
  if (!whole) return [head];
  const lost = (written?.lost ?? []).map(({ expression, text }) => `  - ${expression}: ${text[language]}`);
  return [
    head,
    `${WORDS.sees[language]}: ${child.join(', ') || WORDS.nothing[language]}`,
    `${WORDS.ofRequest[language]}: ${request.join(', ')}`,
    ...(written === undefined
      ? [WORDS.page[language]]
      : [
          ...(lost.length === 0 ? [WORDS.carriesAll[language]] : [`${WORDS.lost[language]}:`, ...lost]),
          `${WORDS.message[language]}:`,
          messageText(written.message),
        ]),
  ];
}
