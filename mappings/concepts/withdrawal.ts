import { SAID_HOW } from '../../profiles/codes/consent.ts';
import type { Withdrawal } from '../domain/concepts.ts';
import { EXTENSIONS } from '../domain/systems.ts';
import { wordFrom } from './code-map.ts';
import { giverFromReference, invokerFromReference } from './consent-people.ts';
import { extension, extensionIn, extensionsIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { present } from './present.ts';
import { referenceFromWho, type WhoScope } from './who.ts';

const AT = `Consent.extension('${EXTENSIONS.withdrawal}')`;

/** Extension psc-withdrawal: when a consent or a refusal was taken back, by whom, how, and in which words. */
export const withdrawalExtension = ({ at, by, how, words }: Withdrawal, scope: WhoScope): fhir4.Extension => ({
  url: EXTENSIONS.withdrawal,
  extension: [
    ...extension('at', 'valueDateTime', at),
    ...extension('by', 'valueReference', by && referenceFromWho(by, scope)),
    ...extension('how', 'valueCode', how),
    ...extension('words', 'valueString', words),
  ],
});

/** The withdrawal back, if there is one. */
export function withdrawalFrom(consent: fhir4.Consent, scope: WhoScope, found: Findings): Withdrawal | undefined {
  const [withdrawal] = extensionsIn(consent, EXTENSIONS.withdrawal);
  if (withdrawal === undefined) return undefined;
  const reader = extensionsIn(consent, EXTENSIONS.ground).length > 0 ? invokerFromReference : giverFromReference;
  const at = found.required(extensionIn(withdrawal, 'at', 'valueDateTime'), `${AT}.extension('at')`);
  if (at === undefined) return undefined;
  return present({
    at,
    by: reader(extensionIn(withdrawal, 'by', 'valueReference'), scope, `${AT}.extension('by')`, found),
    how: wordFrom(SAID_HOW, extensionIn(withdrawal, 'how', 'valueCode'), `${AT}.extension('how')`, found),
    words: extensionIn(withdrawal, 'words', 'valueString'),
  });
}
