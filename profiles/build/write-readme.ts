import { writeFile } from 'node:fs/promises';
import { checkResource } from '../check-resource.ts';
import { README_FILES } from './places.ts';
import { readCompiled, readVersion } from './read-compiled.ts';
import { profilesReadme } from './readme/profiles-readme.ts';

/** The text of `profiles/README.md` and of its French sister, by what is checked in. */
export async function readmeTexts(): Promise<Readonly<Record<'fr' | 'en', string>>> {
  const [compiled, version] = [await readCompiled(), await readVersion()];
  const isValid = (resource: unknown): boolean => checkResource(resource).every(({ severity }) => severity !== 'error');
  const text = (language: 'fr' | 'en') => profilesReadme(compiled, version, language, isValid);
  return { fr: text('fr'), en: text('en') };
}

export async function writeReadmes(): Promise<void> {
  const { fr, en } = await readmeTexts();
  await writeFile(README_FILES.fr, fr);
  await writeFile(README_FILES.en, en);
}
