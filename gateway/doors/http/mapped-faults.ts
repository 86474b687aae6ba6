import { checkResource } from '../../../profiles/check-resource.ts';
import type { Issue } from '../../../profiles/issue.ts';
import { GatewayError } from '../../failures.ts';

/**
 * Looks at what a mapping made of a concept before anything is kept (design.md §2: map → validate → intake). Throws `invalidInput` with
 * every fault, each at the element of the FHIR resource concerned.
 */
export function throwIfMappedWrong(bundle: fhir4.Bundle<fhir4.FhirResource>): void {
  const faults = checkResource(bundle).filter(({ severity }) => severity === 'error');
  if (faults.length === 0) return;
  throw new GatewayError('invalidInput', 'the mapping of this concept is not valid FHIR', {
    issues: faults.map((fault) => asSaidOfResource(fault, bundle)),
  });
}

const IN_ENTRY = /^Bundle\.entry\[(\d+)\]\.resource\b/;

/** `Bundle.entry[1].resource.name[0]` is `Patient.name[0]` to whoever reads it. */
function asSaidOfResource({ expression = '', text, ...rest }: Issue, { entry = [] }: fhir4.Bundle): Issue {
  const index = IN_ENTRY.exec(expression)?.[1];
  const type = (index === undefined ? undefined : entry[Number(index)]?.resource?.resourceType) ?? 'Bundle';
  const said = (words: string): string => words.replace(/^entry\[\d+\]\.resource\.?/, '');
  return {
    ...rest,
    expression: expression.replace(IN_ENTRY, type),
    text: {
      fr: `Ce concept donne une ressource (${type}) qui n’est pas valide : ${said(text.fr)} Rien n’a été gardé ; si le concept est juste, l’erreur est la nôtre : appelez le soutien.`,
      en: `This concept gives a resource (${type}) that is not valid: ${said(text.en)} Nothing was kept; if the concept is right, the error is ours: call support.`,
    },
  };
}
