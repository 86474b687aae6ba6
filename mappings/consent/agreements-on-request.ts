import { present } from '../concepts/present.ts';
import { EXTENSIONS } from '../domain/systems.ts';

/** An agreement that stands on a request: who agreed that this very recipient have it, and when. */
export interface AgreementOnRequest {
  readonly recipient: string;
  readonly at: string;
  readonly by?: fhir4.Reference;
  readonly how?: string;
}

/** The agreements of a request, without those that do not say for whom or when. */
export const agreementsOn = ({ extension = [] }: fhir4.ServiceRequest): readonly AgreementOnRequest[] =>
  extension
    .filter(({ url }) => url === EXTENSIONS.agreement)
    .flatMap((agreement) => {
      const part = (url: string) => agreement.extension?.find((it) => it.url === url);
      const recipient =
        part('recipient')?.valueReference?.identifier?.value ?? part('recipient')?.valueIdentifier?.value;
      const at = part('at')?.valueDateTime;
      return recipient === undefined || at === undefined
        ? []
        : [present({ recipient, at, by: part('by')?.valueReference, how: part('how')?.valueCode })];
    });

/** Whether the request itself still says that somebody agreed to this recipient, by then. */
export const namesRecipient = (request: fhir4.ServiceRequest, recipient: string, at: Date): boolean =>
  agreementsOn(request).some(
    (agreement) => agreement.recipient === recipient && Date.parse(agreement.at) <= at.getTime(),
  );
