import type { MotherFile } from '../../mappings/domain/concepts.ts';
import { seeded } from '../seeded.ts';
import type { Life } from './acts.ts';
import { addDays, type Day, daysBetween, workingDay } from './days.ts';
import { inventedFamily } from './people.ts';
import type { PopulationAsked } from './population.ts';
import { thread } from './told.ts';

/** One file apart for so many children. */
const CHILDREN_PER_FILE = 25;
const PREGNANCY_DAYS = 200;

/** Files of expectant mothers, at centres where they may be kept: with her own agreement, and closed without a reason. */
export function motherLives({ seed, children, centres, from, to }: PopulationAsked, mark: string): readonly Life[] {
  const allowed = centres.filter(({ motherFiles }) => motherFiles);
  const files = allowed.length === 0 ? 0 : Math.floor(children / CHILDREN_PER_FILE);
  return Array.from({ length: files }, (_, nth): Life => {
    const chance = seeded(seed * 31 + nth);
    const centre = allowed[nth % allowed.length]?.id ?? '';
    const { community, family, mother, language } = inventedFamily(chance, 'qc', 0);
    const opened = workingDay(addDays(from, chance.whole(0, daysBetween(from, to) - 20)));
    const closed = workingDay(addDays(opened, PREGNANCY_DAYS));
    const id = `mere-${mark}-${nth + 1}`;
    const row = thread(chance);
    const file = (day: Day, more: Partial<MotherFile>): void =>
      row.add(day, (happenedAt) => ({
        act: 'put',
        concept: 'mother-file',
        id,
        body: {
          version: more.closed === true ? 2 : 1,
          centre,
          happenedAt,
          name: family === undefined ? { text: mother } : { given: [mother], family },
          languages: [...new Set([...community.languages, language])],
          agreement: { at: opened, how: 'oral' },
          ...more,
        },
      }));
    file(opened, { expectedOn: addDays(opened, PREGNANCY_DAYS).slice(0, 7), safeContact: { through: 'centre' } });
    if (closed < to) file(closed, { closed: true });
    return { id, centre, acts: row.acts() };
  });
}
