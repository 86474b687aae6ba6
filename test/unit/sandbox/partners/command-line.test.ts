import { expect, test } from '@jest/globals';
import { commandLine, langIn } from '../../../../sandbox/partners/command-line.ts';
import { PartnerProblem } from '../../../../sandbox/partners/problem.ts';

const TOKENS = { PARTNER_TOKEN: 'p', GATEWAY_CLIENT: 'g.json' };
const NEEDED = ['--id', 'clsc-verdun', '--kind', 'clsc', '--name-fr', 'CLSC', '--gateway', 'http://127.0.0.1:8080'];

test('what is needed is enough, and the English name is then the French one', () => {
  expect(commandLine(NEEDED, TOKENS)).toEqual({
    lang: 'fr',
    sandbox: {
      id: 'clsc-verdun',
      kind: 'clsc',
      name: { fr: 'CLSC', en: 'CLSC' },
      gatewayUrl: 'http://127.0.0.1:8080',
      token: 'p',
      gatewayToken: expect.any(Function),
      controlFromAnywhere: false,
    },
  });
});

test('everything else can be given', () => {
  const all = [...NEEDED, '--name-en', 'Clinic', '--port', '8090', '--host', '0.0.0.0', '--data', 'd'];
  expect(commandLine([...all, '--control-from-anywhere', '--lang', 'en'], TOKENS)).toMatchObject({
    lang: 'en',
    sandbox: {
      name: { fr: 'CLSC', en: 'Clinic' },
      port: 8090,
      host: '0.0.0.0',
      dataDir: 'd',
      controlFromAnywhere: true,
    },
  });
});

test('help is in French, or in English when asked', () => {
  const french = commandLine(['--help'], {});
  const english = commandLine(['--help', '--lang', 'en'], {});
  expect(french).toMatchObject({ help: expect.stringMatching(/Utilisation :[\s\S]*PARTNER_TOKEN/) });
  expect(english).toMatchObject({ help: expect.stringMatching(/Usage:[\s\S]*stands in for a partner/) });
  expect(langIn(['--lang=en'])).toBe('en');
});

const without = (option: string) => NEEDED.filter((arg, index) => arg !== option && NEEDED[index - 1] !== option);

test.each([
  [without('--id'), TOKENS, '--id'],
  [without('--gateway'), TOKENS, '--gateway'],
  [NEEDED, { ...TOKENS, PARTNER_TOKEN: '' }, 'PARTNER_TOKEN'],
  [NEEDED, { PARTNER_TOKEN: 'p' }, 'GATEWAY_CLIENT'],
  [[...without('--kind'), '--kind', 'sippe'], TOKENS, '--kind'],
  [[...NEEDED, '--port', '70000'], TOKENS, '--port'],
  [[...without('--gateway'), '--gateway', 'ftp://x'], TOKENS, '--gateway'],
])('%j with %j is refused by name', (args, environment, field) => {
  expect(() => commandLine(args, environment)).toThrow(PartnerProblem);
  try {
    commandLine(args, environment);
  } catch (error) {
    expect(error).toMatchObject({ field });
  }
});

test('an option that does not exist is named', () => {
  expect(() => commandLine([...NEEDED, '--zut'], TOKENS)).toThrow(/'--zut'/);
});
