import { expect, test } from '@jest/globals';
import { shownAddress } from '../../../../sandbox/launcher/shown-address.ts';

test.each([
  ['redis://user:secret@127.0.0.1:6379/0', 'redis://127.0.0.1:6379/0'],
  ['redis://:secret@redis.local:6379', 'redis://redis.local:6379'],
  ['https://u:p@hapi.local/fhir/', 'https://hapi.local/fhir'],
  ['http://127.0.0.1:8080/fhir', 'http://127.0.0.1:8080/fhir'],
  ['secret', '?'],
])('%s is shown without a password', (url, shown) => {
  expect(shownAddress(url)).toBe(shown);
});
