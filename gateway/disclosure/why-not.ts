import type { Decision } from '../../mappings/consent/decide.ts';
import { DENY_REASONS } from '../../mappings/consent/reasons.ts';
import { SOURCES } from '../../mappings/consent/sources.ts';
import type { Issue } from '../../mappings/domain/mapped.ts';
import type { Bilingual } from '../../profiles/codes.ts';

/** Why something may not be shown, what to do, and on which articles that rests. */
export function whyNot({ reason, sources }: Extract<Decision, { kind: 'deny' }>, severity: Issue['severity']): Issue {
  const law = (language: keyof Bilingual) =>
    sources.map((it) => SOURCES[it][language]).join(language === 'fr' ? ' ; ' : '; ');
  const { fr, en } = DENY_REASONS[reason];
  return {
    severity,
    code: 'business-rule',
    expression: reason === 'other-province' ? 'recipient' : 'agreements',
    text: { fr: `${fr} [${law('fr')}]`, en: `${en} [${law('en')}]` },
  };
}

/** Nothing of such a request, or under such a label, is for this kind of recipient. */
export const NOTHING_SHOWN: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'recipient',
  text: {
    fr: 'La vue de ce partenaire ne montre rien d’une demande de cette sorte, ou ainsi restreinte (docs/lenses.md). Choisissez un destinataire à qui elle peut être montrée.',
    en: 'This partner’s lens shows nothing of a request of this kind, or so restricted (docs/lenses.md). Choose a recipient to whom it may be shown.',
  },
};
