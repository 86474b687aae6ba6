import fc from 'fast-check';
import { record } from './record.ts';
import { some, words } from './words.ts';

/** A way to reach somebody. */
export const telecoms = record(
  {
    system: fc.constantFrom('phone', 'sms', 'email', 'fax'),
    value: fc.oneof(fc.constantFrom('514 555-0123', '+1 613 555-0199, poste 4', 'maman@exemple.ca'), words(100)),
    use: fc.constantFrom('home', 'work', 'mobile', 'temp'),
  },
  { requiredKeys: ['system', 'value'] },
);

/** Where somebody lives, or none. */
export const addresses = fc.oneof(
  fc.constant({ noFixedAddress: true } as const),
  record(
    {
      lines: some(words(100), 4),
      city: fc.constantFrom('Montréal', 'Ottawa', 'Kahnawà:ke'),
      province: fc.constantFrom('QC', 'ON', 'NB', 'NU'),
      postalCode: fc.constantFrom('H4G 1A1', 'K1L 8N2'),
      noFixedAddress: fc.constant(true as const),
    },
    { requiredKeys: ['city'] },
  ),
);
