import type { Identity } from './identity.ts';

/** The values that our extensions hold, by the FHIR name of their type. */
type ExtensionValue = Pick<
  fhir4.Extension,
  | 'valueBoolean'
  | 'valueCode'
  | 'valueCodeableConcept'
  | 'valueCoding'
  | 'valueContactPoint'
  | 'valueDate'
  | 'valueDateTime'
  | 'valueIdentifier'
  | 'valuePositiveInt'
  | 'valueRange'
  | 'valueReference'
  | 'valueString'
  | 'valueUnsignedInt'
>;

/** A simple extension, or none if there is nothing to say. */
export function extension<K extends keyof ExtensionValue>(
  url: string,
  type: K,
  value: NonNullable<ExtensionValue[K]> | undefined,
): fhir4.Extension[] {
  return value === undefined ? [] : [{ url, [type]: value }];
}

/** One simple extension for each value. */
export function extensions<K extends keyof ExtensionValue>(
  url: string,
  type: K,
  values: readonly NonNullable<ExtensionValue[K]>[] | undefined,
): fhir4.Extension[] {
  return (values ?? []).flatMap((value) => extension(url, type, value));
}

/** What may carry extensions. */
interface Extended {
  readonly extension?: readonly fhir4.Extension[] | undefined;
}

/** The extensions with this url, in their order. */
export const extensionsIn = (element: Extended | undefined, url: string): readonly fhir4.Extension[] =>
  element?.extension?.filter((it) => it.url === url) ?? [];

/** The value of the first extension with this url. */
export const extensionIn = <K extends keyof ExtensionValue>(
  element: Extended | undefined,
  url: string,
  type: K,
): ExtensionValue[K] => extensionsIn(element, url)[0]?.[type];

/** The values of all extensions with this url. */
export const extensionValuesIn = <K extends keyof ExtensionValue>(
  element: Extended | undefined,
  url: string,
  type: K,
): readonly NonNullable<ExtensionValue[K]>[] =>
  extensionsIn(element, url).flatMap((it) => {
    const value = it[type];
    return value === undefined || value === null ? [] : [value];
  });

/** The value of an identifier held in an extension, if it is of this system. */
export const identifierValueIn = (
  element: Extended | undefined,
  url: string,
  system: Identity['system'],
): string | undefined => {
  const identifier = extensionIn(element, url, 'valueIdentifier');
  return identifier?.system === system ? identifier.value : undefined;
};
