import { routeTemplates } from '../../tracing/route-templates.ts';

/**
 * What of a call's address may be told in a log: the template of a path of the API, with what stands in its braces where that is a UUID of ours.
 * What somebody else wrote there may be a name. Of any other path only which door it is for.
 */
export function pathsTold(paths: readonly string[]): (url: string) => string {
  const templateOf = routeTemplates(paths);
  return (url) => {
    const path = url.split('?')[0] ?? '';
    const template = templateOf(path);
    const parts = path.split('/');
    if (template !== undefined)
      return template
        .split('/')
        .map((part, at) => (part.startsWith('{') && UUID.test(parts[at] ?? '') ? parts[at] : part))
        .join('/');
    const [, door = ''] = parts;
    return DOORS.has(door) ? `/${door}/…` : '…';
  };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DOORS: ReadonlySet<string> = new Set(['v1', 'fhir', 'board', 'reference', 'centres', 'p', 'queues']);
