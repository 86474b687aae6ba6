import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { README_FILES } from '../../../../profiles/build/places.ts';
import { readmeTexts } from '../../../../profiles/build/write-readme.ts';
import { checkResource } from '../../../../profiles/check-resource.ts';
import { resourceProfiles } from '../../../builders/profile-examples.ts';
import { readSections, type Section, withoutPath } from '../../../builders/profiles-readme.ts';

const texts = { fr: readFileSync(README_FILES.fr, 'utf8'), en: readFileSync(README_FILES.en, 'utf8') };
const sections = readSections(texts.fr);
const valid = (resource: unknown, profile: string): boolean =>
  checkResource(resource, { profiles: [profile] }).every(({ severity }) => severity !== 'error');
const each = (wanted: (section: Section) => boolean = () => true) =>
  sections.filter(wanted).map((section) => [section.id, section] as const);

test('profiles/README.fr.md and README.md say what the profiles say now: else run «npm run profiles»', async () => {
  const now = await readmeTexts();
  expect({ fr: now.fr === texts.fr, en: now.en === texts.en }).toEqual({ fr: true, en: true });
});

test('every profile on a resource has its table, in both languages', () => {
  const ids = resourceProfiles.map(({ id }) => id).sort();
  expect(sections.map(({ id }) => id).sort()).toEqual(ids);
  expect(
    readSections(texts.en)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids);
});

test('every table has lines, some of them bold, and none is left unread', () => {
  const lines = sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const profiles = texts.fr.slice(texts.fr.indexOf('\n### psc-'), texts.fr.indexOf('\n## Extensions'));
  expect(lines).toBe([...profiles.matchAll(/^\| (?:\*\*)?`/gm)].length);
  for (const { id, rows } of sections)
    expect({ id, bold: rows.some(({ mandatory }) => mandatory) }).toEqual({ id, bold: true });
});

describe.each(['fr', 'en'] as const)('in %s', (language) => {
  test('every line of every table says in words what it is about', () => {
    const silent = readSections(texts[language]).flatMap(({ id, rows }) =>
      rows.filter(({ said }) => !/\p{L}{2}/u.test(said.replaceAll(/`[^`]*`/g, ''))).map(({ path }) => `${id} ${path}`),
    );
    expect(silent).toEqual([]);
  });

  test('every link leads somewhere', () => {
    const text = texts[language];
    const anchors = new Set([
      ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id),
      ...[...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
        heading
          .toLowerCase()
          .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-'),
      ),
    ]);
    const broken = [...text.matchAll(/\]\(([^)]+)\)/g)]
      .map(([, to = '']) => to)
      .filter((to) =>
        to.startsWith('#') ? !anchors.has(to.slice(1)) : !existsSync(new URL(to, `file://${README_FILES[language]}`)),
      );
    expect(broken).toEqual([]);
  });
});

test('the referral worked through is valid as a whole, in both languages the same', () => {
  const bundles = Object.values(texts).map((text) => JSON.parse(/```json\n(.*?)\n```/s.exec(text)?.[1] ?? 'null'));
  expect(bundles[0]).toEqual(bundles[1]);
  const { entry } = bundles[0];
  expect(
    entry.map(({ resource }: { resource: fhir4.Resource }) => resource.meta?.profile?.[0]?.split('/').at(-1)),
  ).toEqual(['psc-child', 'psc-service-referral', 'psc-referral-task']);
  const [child, request, task] = entry.map(({ resource }: { resource: unknown }) => resource);
  expect(request.subject.identifier).toEqual(child.identifier[0]);
  expect(task.for.identifier).toEqual(child.identifier[0]);
  expect([task.focus.identifier, task.groupIdentifier]).toEqual(
    Array(2).fill({ system: request.identifier[0].system, value: request.identifier[0].value }),
  );
  expect(checkResource(bundles[0]).filter(({ severity }) => severity === 'error')).toEqual([]);
});

describe('what a table says must be there', () => {
  test.each(each())('is enough to be valid by %s', (_id, { minimum }) => {
    expect(checkResource(minimum).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each(each())(
    'is all that is in the minimum of %s, but for what a rule asks',
    (_id, { minimum, rows, rules }) => {
      const bold = rows.filter(({ mandatory }) => mandatory).map(({ path }) => path);
      const told = rows.map(({ path }) => path.split('.')[0]?.replace(/\[.*$/, ''));
      const properties = Object.keys(minimum).filter((key) => key !== 'resourceType' && key !== 'meta');
      for (const property of properties) {
        const isBold = bold.some(
          (path) =>
            path.replace(/[.[].*$/, '').replace('[x]', '') === property || property.startsWith(path.replace('[x]', '')),
        );
        expect({ property, isBold: isBold || (rules > 0 && told.includes(property)) }).toEqual({
          property,
          isBold: true,
        });
      }
    },
  );

  test.each(each())('is needed: without any of it %s is broken', (_id, { minimum, rows }) => {
    const bold = rows.filter(({ mandatory }) => mandatory).map(({ path }) => path);
    const unneeded = bold.filter((path) => {
      const without = withoutPath(minimum, path);
      return without !== undefined && valid(without, minimum.meta.profile[0]);
    });
    expect(unneeded).toEqual([]);
  });
});
