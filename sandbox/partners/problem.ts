import type { Bilingual } from './bilingual.ts';

/** What is wrong with a request made to the stand-in: its HTTP status, a text in both languages, the field concerned. */
export class PartnerProblem extends Error {
  readonly status: number;
  readonly text: Bilingual;
  readonly field: string | undefined;

  constructor(status: number, text: Bilingual, field?: string) {
    super(text.en);
    this.name = 'PartnerProblem';
    this.status = status;
    this.text = text;
    this.field = field;
  }
}

const BODY_PROBLEMS: Readonly<Record<number, Bilingual>> = {
  400: { fr: 'Le corps n’est pas du JSON lisible.', en: 'The body is not readable JSON.' },
  413: { fr: 'Le corps est trop gros.', en: 'The body is too large.' },
  415: { fr: 'Cet encodage n’est pas accepté.', en: 'This encoding is not accepted.' },
};

/** Any thrown value as a problem: our own as it is, the body parser's by its status, the rest as a 500 without detail. */
export function problemFrom(error: unknown): PartnerProblem {
  if (error instanceof PartnerProblem) return error;
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  const text = BODY_PROBLEMS[status];
  if (text !== undefined) return new PartnerProblem(status, text);
  return new PartnerProblem(500, {
    fr: 'Le bac à sable a échoué de lui-même; ce n’est pas une panne demandée.',
    en: 'The sandbox itself failed; this is not a fault that was asked for.',
  });
}
