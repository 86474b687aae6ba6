import { FACADE_TYPES, facadeOffer, PERSONAL_KINDS } from '../../../profiles/facade-offer.ts';

/** What each type of the facade knows, as `docs/fhir-api.md` tables it. */
export function facadeTable(): string {
  const rows = FACADE_TYPES.map((type) => {
    const { search, includes = [], revincludes = [] } = facadeOffer(type);
    const parameters = Object.entries(search).map(
      ([name, kind]) => `\`${name}\`${PERSONAL_KINDS.has(kind) ? '†' : ''}`,
    );
    const words = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ');
    return `| ${type} | ${parameters.join(' ')} | ${words(includes)} | ${words(revincludes)} |`;
  });
  return ['| | paramètres / parameters | `_include` | `_revinclude` |', '|---|---|---|---|', ...rows].join('\n');
}
