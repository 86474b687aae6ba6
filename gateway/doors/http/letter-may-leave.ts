import { LENSES } from '../../../mappings/lenses/lenses.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { lensOfWhole } from '../../disclosure/disclosure.ts';
import type { Registry } from '../../registry.ts';

/** A letter for a recipient whose lens lets no letter through is refused at the door: it would wait for ever, and look as if it had left. */
export function letterMayLeave(letter: unknown, registry: Registry): readonly Issue[] {
  const partner = registry.partner(recipientIn(letter) ?? '');
  return partner === undefined || LENSES[lensOfWhole(partner)].letters.length > 0 ? [] : [NO_LETTERS];
}

const recipientIn = (letter: unknown): string | undefined =>
  typeof letter === 'object' && letter !== null && 'recipient' in letter && typeof letter.recipient === 'string'
    ? letter.recipient
    : undefined;

const NO_LETTERS: Issue = {
  severity: 'error',
  code: 'business-rule',
  expression: 'Letter.recipient',
  text: {
    fr: 'La vue de ce partenaire ne laisse passer aucune lettre. Sans « recipient », elle reste au centre ; remettez-la vous-même si la famille le veut.',
    en: 'This partner’s lens lets no letter through. Without "recipient" it stays at the centre; hand it over yourself if the family wishes so.',
  },
};
