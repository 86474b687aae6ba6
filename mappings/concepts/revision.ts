import { EXTENSIONS } from '../domain/systems.ts';
import type { Identified, MappingContext } from './concept-mapping.ts';
import { extension, extensionIn, extensionsIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { present } from './present.ts';

/** What every concept says of itself. */
interface Revised {
  readonly happenedAt: string;
}

/** Extension of the root: which version of the concept stands, its content's hash, when it happened, and by which exchange it came. */
export function revisionExtension(
  { version, happenedAt }: Identified<Revised>,
  { contentHash, exchangeId }: MappingContext,
): fhir4.Extension {
  return {
    url: EXTENSIONS.revision,
    extension: [
      ...extension('version', 'valuePositiveInt', version),
      ...extension('hash', 'valueString', contentHash),
      ...extension('happened', 'valueDateTime', happenedAt),
      ...extension('exchange', 'valueString', exchangeId),
    ],
  };
}

/** The version and the moment back from the root. */
export function revisionFrom(
  root: fhir4.DomainResource,
  found: Findings,
): { readonly version?: number; readonly happenedAt: string } | undefined {
  const [revision] = extensionsIn(root, EXTENSIONS.revision);
  const happenedAt = found.required(
    extensionIn(revision, 'happened', 'valueDateTime'),
    `${root.resourceType}.extension('${EXTENSIONS.revision}').extension('happened')`,
  );
  const version = extensionIn(revision, 'version', 'valuePositiveInt');
  return happenedAt === undefined ? undefined : present({ version, happenedAt });
}
