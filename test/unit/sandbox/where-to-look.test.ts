import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { curlLine } from '../../../sandbox/where-to-look.ts';

test('the curl line is read by a shell as it was meant, names with an apostrophe included', () => {
  const line = curlLine(
    'http://127.0.0.1:1',
    {
      centre: 'verdun',
      method: 'PUT',
      path: '/v1/care-circles/c-1',
      body: { name: "d'Arcy-Côté $HOME `x`" },
    },
    'en',
  );
  const shown = execFileSync(
    '/bin/sh',
    ['-c', `npm() { echo token-of "$6"; }; curl() { printf '%s\\n' "$@"; }; ${line}`],
    { encoding: 'utf8' },
  );
  expect(shown.trimEnd().split('\n')).toEqual([
    '-s',
    '-X',
    'PUT',
    '-H',
    'Authorization: Bearer token-of clinique-verdun',
    '-H',
    'Accept-Language: en',
    '-H',
    'Content-Type: application/json',
    '-d',
    '{"name":"d\'Arcy-Côté $HOME `x`"}',
    'http://127.0.0.1:1/v1/care-circles/c-1',
  ]);
});
