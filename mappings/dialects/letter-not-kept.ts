import type { Issue } from '../domain/mapped.ts';

/** A letter that comes with a message is told as not kept: it is never dropped in silence. */
export const letterNotKept = (nth: number): Issue => ({
  severity: 'warning',
  code: 'not-supported',
  expression: `DocumentReference[${nth}]`,
  text: {
    fr: `DocumentReference[${nth}] : les lettres ne se gardent pas encore ici ; envoyez celle-ci au centre autrement.`,
    en: `DocumentReference[${nth}]: letters are not kept here yet; send this one to the centre in another way.`,
  },
});
