/** The fixed or pattern value of an element as an analyst writes it, or undefined where it has none. */
export function patternText(element: fhir4.ElementDefinition): string | undefined {
  const entry = Object.entries(element).find(([key]) => /^(?:fixed|pattern)[A-Z]/.test(key));
  return entry === undefined ? undefined : valueText(entry[1]);
}

function valueText(value: unknown): string {
  if (isConcept(value)) return value.coding.map(codingText).join(', ');
  if (isCoding(value)) return codingText(value);
  return `\`${typeof value === 'object' ? JSON.stringify(value) : String(value)}\``;
}

const codingText = ({ system, code }: fhir4.Coding): string => `\`${[system, code].filter(Boolean).join('|')}\``;

const isConcept = (value: unknown): value is { readonly coding: readonly fhir4.Coding[] } =>
  typeof value === 'object' && value !== null && 'coding' in value && Array.isArray(value.coding);

const isCoding = (value: unknown): value is fhir4.Coding =>
  typeof value === 'object' && value !== null && 'system' in value && !('value' in value);
