import { POSITIONS } from '../../profiles/codes/assessment.ts';
import type { Position } from '../domain/concepts.ts';
import { CODE_SYSTEMS, EXTENSIONS } from '../domain/systems.ts';
import { codeFrom, codingOf } from './code-map.ts';
import { extension, extensionIn, extensionsIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { present, several } from './present.ts';
import { referenceFromWho, type WhoScope, whoFromReference } from './who.ts';

const POSITION = { system: CODE_SYSTEMS.assessmentPosition, table: POSITIONS };
const AT = `ClinicalImpression.extension('${EXTENSIONS.position}')`;

/** Extension psc-position: who, whether they agree or see it otherwise, in their words. */
export const positionExtension = ({ who, position, words }: Position, scope: WhoScope): fhir4.Extension => ({
  url: EXTENSIONS.position,
  extension: [
    ...extension('who', 'valueReference', referenceFromWho(who, scope)),
    ...extension('position', 'valueCoding', codingOf(POSITION, position)),
    ...extension('words', 'valueString', words),
  ],
});

/** Every position on a reading, in their order. */
export const positionsFrom = (
  reading: fhir4.ClinicalImpression,
  scope: WhoScope,
  found: Findings,
): readonly Position[] | undefined =>
  several(
    extensionsIn(reading, EXTENSIONS.position).flatMap((extended) => {
      const at = `${AT}.extension('who')`;
      const who = found.required(
        whoFromReference(extensionIn(extended, 'who', 'valueReference'), scope, at, found),
        at,
      );
      const coding = extensionIn(extended, 'position', 'valueCoding');
      const position = found.required(
        codeFrom(POSITION, coding && [coding], `${AT}.extension('position')`, found),
        `${AT}.extension('position')`,
      );
      const words = extensionIn(extended, 'words', 'valueString');
      return who === undefined || position === undefined ? [] : [present({ who, position, words })];
    }),
  );
