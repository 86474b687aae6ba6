import { ACTS, type ActField, type Answer, fieldsOf, isActName } from './acts.ts';
import { isLang } from './bilingual.ts';
import { dateTimeFrom, isRealDay } from './local-time.ts';
import { PartnerProblem } from './problem.ts';

/**
 * The answer in a JSON body or a form; empty fields count as absent, moments get seconds and an offset.
 * Throws a 400 PartnerProblem that names the field.
 */
export function answerFrom(body: unknown): Answer {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new PartnerProblem(400, { fr: 'Un objet est attendu.', en: 'An object is expected.' });
  }
  const { act, lang, ...said } = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''));
  if (!isActName(act)) throw fieldProblem('act', oneOf(Object.keys(ACTS)));
  if (lang !== undefined && !isLang(lang)) throw fieldProblem('lang', oneOf(['fr', 'en']));

  const fields = fieldsOf(act);
  for (const name of Object.keys(said)) {
    if (!Object.hasOwn(fields, name)) {
      throw fieldProblem(name, { fr: `« ${act} » n’a pas ce champ`, en: `“${act}” has no such field` });
    }
  }
  const values = Object.entries(fields).flatMap(([name, field]) => {
    const value = fieldValue(name, field, said[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  // Each value was checked against the table that the type repeats.
  return { act, ...(lang === undefined ? {} : { lang }), ...Object.fromEntries(values) } as Answer;
}

function fieldValue(name: string, field: ActField, given: unknown): string | undefined {
  if (given === undefined || given === null) {
    if (field.required) throw fieldProblem(name, { fr: 'obligatoire', en: 'required' });
    return undefined;
  }
  if (typeof given !== 'string') throw fieldProblem(name, { fr: 'un texte est attendu', en: 'a text is expected' });
  return READERS[field.kind](name, field, given);
}

type Reader = (name: string, field: ActField, given: string) => string;

const READERS: Readonly<Record<ActField['kind'], Reader>> = {
  text(name, { lengthMax = 200 }, given) {
    if (given.trim() === '') throw fieldProblem(name, { fr: 'vide', en: 'empty' });
    if (given.length > lengthMax) {
      throw fieldProblem(name, { fr: `${lengthMax} caractères au plus`, en: `${lengthMax} characters at most` });
    }
    return given.trim();
  },
  moment(name, _field, given) {
    const moment = dateTimeFrom(given);
    if (moment !== undefined) return moment;
    throw fieldProblem(name, {
      fr: 'une date et une heure qui existent, par exemple 2026-02-03T10:00:00-05:00',
      en: 'a date and time that exist, such as 2026-02-03T10:00:00-05:00',
    });
  },
  day(name, _field, given) {
    if (isRealDay(given)) return given;
    throw fieldProblem(name, {
      fr: 'un jour qui existe, par exemple 2026-02-03',
      en: 'a day that exists, such as 2026-02-03',
    });
  },
  code(name, { codes = {} }, given) {
    if (Object.hasOwn(codes, given)) return given;
    throw fieldProblem(name, oneOf(Object.keys(codes)));
  },
};

const oneOf = (codes: readonly string[]) => ({
  fr: `un de : ${codes.join(', ')}`,
  en: `one of: ${codes.join(', ')}`,
});

const fieldProblem = (name: string, { fr, en }: { fr: string; en: string }) =>
  new PartnerProblem(400, { fr: `${name} : ${fr}.`, en: `${name}: ${en}.` }, name);
