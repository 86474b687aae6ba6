import { EXTENSIONS } from '../domain/systems.ts';

/** What lets a request be shown to a recipient. */
export type Basis = { readonly kind: 'agreement'; readonly at: string } | { readonly kind: 'none' };

/**
 * The basis for showing a request to a recipient at a moment: an agreement that names this very recipient, given by then.
 * For now an agreement on the request; consents of their own come with the consent model (fhir.md §6).
 */
export function basisFor(request: fhir4.ServiceRequest, recipient: string, at: Date): Basis {
  const agreements = (request.extension ?? []).filter(({ url }) => url === EXTENSIONS.agreement);
  for (const { extension = [] } of agreements) {
    const part = (url: string) => extension.find((it) => it.url === url);
    const to = part('recipient')?.valueReference?.identifier?.value ?? part('recipient')?.valueIdentifier?.value;
    const given = part('at')?.valueDateTime;
    if (to === recipient && given !== undefined && startOf(given) <= at.getTime())
      return { kind: 'agreement', at: given };
  }
  return { kind: 'none' };
}

/** A date without a time counts from its first instant. */
const startOf = (moment: string): number => Date.parse(moment);
