import { BARRIER_KINDS } from '../../profiles/codes.ts';
import type { Barrier } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import { codeFrom, codingOf } from './code-map.ts';
import { extension, extensionIn, extensionsIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { present, several } from './present.ts';
import { referenceFromWho, type WhoScope, whoFromReference } from './who.ts';

const KIND = { system: CODE_SYSTEMS.barrierKind, table: BARRIER_KINDS };
const AT = `ServiceRequest.extension('${EXTENSIONS.barrier}')`;

/** Extension psc-barrier: its kind, what would lift it, and who does that. */
export const barrierExtension = ({ kind, words, liftedBy, who }: Barrier, scope: WhoScope): fhir4.Extension => ({
  url: EXTENSIONS.barrier,
  extension: [
    ...extension('kind', 'valueCoding', codingOf(KIND, kind)),
    ...extension('words', 'valueString', words),
    ...extension('liftedBy', 'valueString', liftedBy),
    ...extension('who', 'valueReference', who && referenceFromWho(who, scope)),
  ],
});

/** Every barrier of a prescription, in their order. */
export const barriersFrom = (
  request: fhir4.ServiceRequest,
  scope: WhoScope,
  found: Findings,
): readonly Barrier[] | undefined =>
  several(
    extensionsIn(request, EXTENSIONS.barrier).flatMap((barrier) => {
      const coding = extensionIn(barrier, 'kind', 'valueCoding');
      const kind = found.required(
        codeFrom(KIND, coding && [coding], `${AT}.extension('kind')`, found),
        `${AT}.extension('kind')`,
      );
      const said = present({
        words: extensionIn(barrier, 'words', 'valueString'),
        liftedBy: extensionIn(barrier, 'liftedBy', 'valueString'),
        who: whoFromReference(extensionIn(barrier, 'who', 'valueReference'), scope, `${AT}.extension('who')`, found),
      });
      return kind === undefined ? [] : [{ kind, ...said }];
    }),
  );
