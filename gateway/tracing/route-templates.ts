/** The template of a path, `/v1/referrals/{id}`; undefined for a path that is none of ours: it may be anything. */
export type RouteTemplate = (path: string) => string | undefined;

/**
 * The paths of the API as its description names them: what stands in braces is any one part that holds something, since Express takes `/a/`
 * for `/a` and never for `/a/{id}`. Fixed parts go before braces.
 */
export function routeTemplates(paths: readonly string[]): RouteTemplate {
  const known = [...new Set(paths)]
    .map((path) => ({ path, parts: path.split('/') }))
    .sort((a, b) => variables(a.parts) - variables(b.parts));
  return (asked) => {
    const parts = asked.split('/');
    return known.find((it) => it.parts.length === parts.length && it.parts.every((part, at) => fits(part, parts[at])))
      ?.path;
  };
}

const isVariable = (part: string): boolean => part.startsWith('{');
const variables = (parts: readonly string[]): number => parts.filter(isVariable).length;
const fits = (part: string, asked: string | undefined): boolean => (isVariable(part) ? asked !== '' : part === asked);
