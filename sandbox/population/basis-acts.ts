import type { Consent } from '../../mappings/domain/concepts.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { addDays, ageOn, type Day } from './days.ts';
import type { LooseEnd } from './loose-ends.ts';
import { say, type Thread, type Told } from './told.ts';

/** What the family says of showing things, beside its agreement to each request: most say nothing more. */
export function writeBasis(
  told: Told,
  row: Thread,
  { day, looseEnd }: { readonly day: Day; readonly looseEnd?: LooseEnd },
): void {
  const { chance, to, born } = told;
  const endsSoon = looseEnd === 'basis-ends-soon';
  const isNeeded = looseEnd !== undefined && LEANS_ON_CONSENT.has(looseEnd);
  const by = ageOn(born, day) >= 14 ? ({ kind: 'child' } as const) : told.guardian;
  const common = (happenedAt: string) => ({
    version: 1,
    centre: told.centre,
    happenedAt,
    child: { id: told.child },
    by,
    regime: told.regime,
  });
  if (isNeeded || chance.happens(0.2))
    row.add(day, (happenedAt) => ({
      act: 'put',
      concept: 'consent',
      id: told.own('accord'),
      body: {
        ...common(happenedAt),
        decision: 'permit',
        status: 'active',
        recipient: CONSENTED[told.province],
        purpose: 'care',
        information: INFORMATION,
        period: { start: day, ...(endsSoon && { end: addDays(to, chance.whole(12, 25)) }) },
        how: 'written',
      },
    }));
  if (chance.happens(0.05))
    row.add(day, (happenedAt) => ({
      act: 'put',
      concept: 'consent',
      id: told.own('refus'),
      body: {
        ...common(happenedAt),
        decision: 'refuse',
        status: 'active',
        purpose: 'school-support',
        note: say(told, NOT_THE_SCHOOL),
      },
    }));
}

/** To whom most consents are given. */
export const CONSENTED = { qc: 'clsc-du-fleuve', on: 'services-enfance-rideau' } as const;

/** What is left undone about somebody who consented. */
export const LEANS_ON_CONSENT: ReadonlySet<LooseEnd> = new Set([
  'basis-ends-soon',
  'guardianship-ends',
  'turns-fourteen',
]);

const INFORMATION: NonNullable<Consent['information']> = [
  'identity',
  'safe-contact',
  'request',
  'development',
  'psychosocial',
];
const NOT_THE_SCHOOL: Bilingual = {
  fr: 'La famille parlera elle-même à l’école.',
  en: 'The family will speak with the school themselves.',
};
