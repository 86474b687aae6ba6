import type { Agreement } from '../domain/concepts.ts';
import { EXTENSIONS, IDENTIFIERS } from '../domain/systems.ts';
import { wordFrom } from './code-map.ts';
import { extension, extensionIn, extensionsIn, identifierValueIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { present, several } from './present.ts';
import { referenceFromWho, type WhoScope, whoFromReference } from './who.ts';

const HOW = { oral: 'oral', written: 'written' } as const;
const AT = `ServiceRequest.extension('${EXTENSIONS.agreement}')`;

/** Extension psc-agreement. The recipient is an identifier and no reference: it may be a partner whom HAPI does not know yet. */
export const agreementExtension = ({ recipient, by, at, how }: Agreement, scope: WhoScope): fhir4.Extension => ({
  url: EXTENSIONS.agreement,
  extension: [
    ...extension('recipient', 'valueIdentifier', { system: IDENTIFIERS.partner, value: recipient }),
    ...extension('by', 'valueReference', referenceFromWho(by, scope)),
    ...extension('at', 'valueDateTime', at),
    ...extension('how', 'valueCode', how),
  ],
});

/** Every agreement of a request, in their order. */
export const agreementsFrom = (
  request: fhir4.ServiceRequest,
  scope: WhoScope,
  found: Findings,
): readonly Agreement[] | undefined =>
  several(
    extensionsIn(request, EXTENSIONS.agreement).flatMap((agreement) => {
      const recipient = found.required(
        identifierValueIn(agreement, 'recipient', IDENTIFIERS.partner),
        `${AT}.extension('recipient')`,
      );
      const by = found.required(
        whoFromReference(extensionIn(agreement, 'by', 'valueReference'), scope, `${AT}.extension('by')`, found),
        `${AT}.extension('by')`,
      );
      const at = found.required(extensionIn(agreement, 'at', 'valueDateTime'), `${AT}.extension('at')`);
      const how = wordFrom(HOW, extensionIn(agreement, 'how', 'valueCode'), `${AT}.extension('how')`, found);
      return recipient === undefined || by === undefined || at === undefined
        ? []
        : [present({ recipient, by, at, how })];
    }),
  );
