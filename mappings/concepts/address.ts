import type { Address } from '../domain/concepts.ts';
import { EXTENSIONS } from '../domain/systems.ts';
import { extension, extensionIn } from './extension.ts';
import { present, several } from './present.ts';

/** Where somebody lives, or where a service is given. */
export const fhirAddressFrom = ({ lines, city, province, postalCode, noFixedAddress }: Address): fhir4.Address =>
  present({
    extension: several(extension(EXTENSIONS.noFixedAddress, 'valueBoolean', noFixedAddress)),
    line: several(lines),
    city,
    state: province,
    postalCode,
  });

/** The address back. */
export const addressFrom = (address: fhir4.Address): Address =>
  present({
    lines: several(address.line),
    city: address.city,
    province: address.state,
    postalCode: address.postalCode,
    noFixedAddress:
      extensionIn(address, EXTENSIONS.noFixedAddress, 'valueBoolean') === true ? (true as const) : undefined,
  });
