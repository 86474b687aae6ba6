import type { RightConcerned } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import { extension, extensionIn, extensionsIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { present, several } from './present.ts';

/** Extension psc-right-concerned: an article of the UNCRC, words, or both. */
export const rightExtension = ({ article, words }: RightConcerned): fhir4.Extension => ({
  url: EXTENSIONS.rightConcerned,
  extension: [
    ...extension(
      'article',
      'valueCoding',
      article === undefined ? undefined : { system: CODE_SYSTEMS.uncrcArticle, code: String(article) },
    ),
    ...extension('words', 'valueString', words),
  ],
});

/** Every right that a resource says is concerned, in their order. */
export const rightsFrom = (resource: fhir4.DomainResource, found: Findings): readonly RightConcerned[] | undefined =>
  several(
    extensionsIn(resource, EXTENSIONS.rightConcerned).map((right) =>
      present({
        article: articleFrom(extensionIn(right, 'article', 'valueCoding')?.code, resource, found),
        words: extensionIn(right, 'words', 'valueString'),
      }),
    ),
  );

function articleFrom(
  code: string | undefined,
  { resourceType }: fhir4.DomainResource,
  found: Findings,
): number | undefined {
  if (code === undefined || /^[1-9]\d?$/.test(code)) return code === undefined ? undefined : Number(code);
  return found.report('value', `${resourceType}.extension('${EXTENSIONS.rightConcerned}')`, {
    fr: 'L’article de la CIDE n’est pas un nombre.',
    en: 'The UNCRC article is not a number.',
  });
}
