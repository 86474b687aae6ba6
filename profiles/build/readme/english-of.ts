/** The English that stands beside a French text by HL7's translation extension. */
export function englishOf(beside: fhir4.Element | undefined): string | undefined {
  const translation = beside?.extension?.find(
    ({ url }) => url === 'http://hl7.org/fhir/StructureDefinition/translation',
  );
  const part = (name: string) => translation?.extension?.find(({ url }) => url === name);
  return part('lang')?.valueCode === 'en-CA' ? part('content')?.valueString : undefined;
}
