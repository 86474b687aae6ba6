import { expect, test } from '@jest/globals';
import { readConfig } from '../../../../gateway/config.ts';
import { registryFrom } from '../../../../gateway/registry.ts';
import { pageChannels } from '../../../../workers/connectors/page-channels.ts';
import { aCentre, aPagePartner, SWITCHED_ON } from '../../../builders/a-registry.ts';

const config = (settings: Readonly<Record<string, string>> = {}) =>
  readConfig({
    SEALING_KEYS: `k:${Buffer.alloc(32).toString('base64')}`,
    ...settings,
  });
const registry = (partnerPages: boolean) =>
  registryFrom({
    centres: [aCentre({ partnerPages: partnerPages ? SWITCHED_ON : false })],
    partners: [aPagePartner()],
  });

test('where no centre has turned the page on, no setting is needed and there is no channel', () => {
  expect(pageChannels(config(), registry(false))).toBeUndefined();
});

test('where one has, every setting that is missing is named at once', () => {
  expect(() => pageChannels(config({ SMS_TOKEN: 'x' }), registry(true))).toThrow(
    /PUBLIC_URL, SMS_URL, SMTP_URL, MAIL_FROM/,
  );
});

test('with all of them there are channels', () => {
  const channels = pageChannels(
    config({
      PUBLIC_URL: 'https://passerelle.example/',
      SMS_URL: 'https://sms.example',
      SMS_TOKEN: 'x',
      SMTP_URL: 'smtps://mail.example',
      MAIL_FROM: 'ne-pas-repondre@passerelle.example',
    }),
    registry(true),
  );
  expect([channels?.publicUrl, channels?.mail === undefined]).toEqual(['https://passerelle.example', false]);
});

test('a page that could be changed on its way is not announced', () => {
  const all = { SMS_URL: 'x', SMS_TOKEN: 'x', SMTP_URL: 'smtp://x', MAIL_FROM: 'x@passerelle.example' };
  const open = (PUBLIC_URL: string) => pageChannels(config({ ...all, PUBLIC_URL }), registry(true));
  for (const url of ['http://passerelle.example', 'ftp://x', 'https://', 'http://127.0.0.1.example'])
    expect(() => open(url)).toThrow(/https/);
  expect(open('http://127.0.0.1:8080')?.publicUrl).toBe('http://127.0.0.1:8080');
});
