import type { SafeContact } from '../domain/concepts.ts';
import { EXTENSIONS } from '../domain/systems.ts';
import { wordFrom } from './code-map.ts';
import { extension, extensionIn, extensions, extensionsIn, extensionValuesIn } from './extension.ts';
import type { Findings } from './findings.ts';
import { present, several } from './present.ts';

const THROUGH = { centre: 'centre', person: 'person' } as const;
const MEANS = {
  telephone: 'telephone',
  sms: 'sms',
  email: 'email',
  letter: 'letter',
  'in-person': 'in-person',
} as const;

/** Extension psc-safe-contact: whom it is safe to contact, how, when, and what must not be done. */
export const safeContactExtension = (contact: SafeContact): fhir4.Extension => ({
  url: EXTENSIONS.safeContact,
  extension: [
    ...extension('through', 'valueCode', contact.through),
    ...extension('person', 'valueString', contact.person),
    ...extension('means', 'valueCode', contact.means),
    ...extension('number', 'valueString', contact.number),
    ...extension('when', 'valueString', contact.when),
    ...extension('language', 'valueCode', contact.language),
    ...extension('interpreter', 'valueBoolean', contact.interpreter),
    ...extensions('mustNot', 'valueString', contact.mustNot),
  ],
});

/** The safe contact back; a request without one is not one of ours. */
export function safeContactFrom(resource: fhir4.DomainResource, found: Findings): SafeContact | undefined {
  const at = `${resource.resourceType}.extension('${EXTENSIONS.safeContact}')`;
  const [contact] = extensionsIn(resource, EXTENSIONS.safeContact);
  const through = wordFrom(THROUGH, found.required(extensionIn(contact, 'through', 'valueCode'), at), at, found);
  if (through === undefined) return undefined;
  return present({
    through,
    person: extensionIn(contact, 'person', 'valueString'),
    means: wordFrom(MEANS, extensionIn(contact, 'means', 'valueCode'), at, found),
    number: extensionIn(contact, 'number', 'valueString'),
    when: extensionIn(contact, 'when', 'valueString'),
    language: extensionIn(contact, 'language', 'valueCode'),
    interpreter: extensionIn(contact, 'interpreter', 'valueBoolean'),
    mustNot: several(extensionValuesIn(contact, 'mustNot', 'valueString')),
  });
}
