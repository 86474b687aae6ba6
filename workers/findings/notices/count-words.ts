import type { Bilingual } from '../../../profiles/codes.ts';

const PLURALS = { fr: new Intl.PluralRules('fr-CA'), en: new Intl.PluralRules('en-CA') };

const WAITS: Readonly<Record<keyof Bilingual, (lines: number) => string>> = {
  fr: (lines) => (PLURALS.fr.select(lines) === 'one' ? `${lines} ligne attend` : `${lines} lignes attendent`),
  en: (lines) => (PLURALS.en.select(lines) === 'one' ? `${lines} line waits` : `${lines} lines wait`),
};

/** What is said in the open: a number. Not of whom, not of what, and not by which centre, since its name tells what kind of centre it is. */
export const countMail = (lines: number): { readonly subject: string; readonly text: string } => ({
  subject: `À regarder aujourd’hui\u00a0: ${lines} / To look at today: ${lines}`,
  text: `Bonjour,

${WAITS.fr(lines)} quelqu’un de votre équipe aujourd’hui. Cela se lit dans votre application, jamais ici.

Hello,

${WAITS.en(lines)} for somebody of your team today. It is read in your application, never here.
`,
});
