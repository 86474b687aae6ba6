import { DISCLOSURE_GROUNDS, LEGAL_PROVISIONS } from '../../profiles/codes/consent.ts';
import type { Consent } from '../domain/concepts.ts';
import { EXTENSIONS } from '../domain/systems.ts';
import { wordFrom } from './code-map.ts';
import { extension, extensionIn, extensionsIn } from './extension.ts';
import type { Findings } from './findings.ts';

type Ground = NonNullable<Consent['ground']>;

const AT = `Consent.extension('${EXTENSIONS.ground}')`;

/** Extension psc-ground: what is invoked instead of a consent, and on which provision of the law. */
export const groundExtension = ({ what, provision }: Ground): fhir4.Extension => ({
  url: EXTENSIONS.ground,
  extension: [...extension('what', 'valueCode', what), ...extension('provision', 'valueCode', provision)],
});

/** The ground back, if there is one; a reason for what is no code of ours. */
export function groundFrom(consent: fhir4.Consent, found: Findings): Ground | undefined {
  const [ground] = extensionsIn(consent, EXTENSIONS.ground);
  if (ground === undefined) return undefined;
  const part = (url: string) => `${AT}.extension('${url}')`;
  const what = found.required(
    wordFrom(DISCLOSURE_GROUNDS, extensionIn(ground, 'what', 'valueCode'), part('what'), found),
    part('what'),
  );
  const provision = found.required(
    wordFrom(LEGAL_PROVISIONS, extensionIn(ground, 'provision', 'valueCode'), part('provision'), found),
    part('provision'),
  );
  return what === undefined || provision === undefined ? undefined : { what, provision };
}
