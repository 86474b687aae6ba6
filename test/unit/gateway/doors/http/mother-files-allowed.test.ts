import { afterEach, expect, test } from '@jest/globals';
import { type RequestHandler, Router } from 'express';
import { motherFilesAllowed } from '../../../../../gateway/doors/http/mother-files-allowed.ts';
import { registryFrom } from '../../../../../gateway/registry.ts';
import { aCentre, SWITCHED_ON } from '../../../../builders/a-registry.ts';
import { type AnApp, anApp } from '../../../../builders/an-app.ts';

let app: AnApp | undefined;
afterEach(async () => app?.stop());

async function aDoor(centre: Parameters<typeof aCentre>[0]) {
  const registry = registryFrom({ centres: [aCentre(centre)], partners: [] });
  const passed: RequestHandler = (_req, res) => void res.json({ passed: true });
  app = await anApp(
    { '/v1/mother-files': Router().use(motherFilesAllowed(registry), passed) },
    { caller: { kind: 'centre', id: 'verdun' } },
  );
  return app;
}

test('a centre whose privacy officer had it turned on passes', async () => {
  expect((await (await aDoor({ motherFiles: SWITCHED_ON })).call('GET', '/v1/mother-files/x')).body).toEqual({
    passed: true,
  });
});

test.each([{}, { motherFiles: false }] as const)(
  'by default, or turned off (%j), nothing is written or read, and the answer says who may turn it on',
  async (centre) => {
    const { call } = await aDoor(centre);
    for (const method of ['GET', 'PUT', 'POST']) {
      const french = await call(method, '/v1/mother-files/x');
      expect([french.status, french.body.issue[0].code]).toEqual([403, 'business-rule']);
      expect(french.text).toMatch(/responsable de la protection des renseignements personnels.*motherFiles: \{ by/);
      const english = await call(method, '/v1/mother-files/x', { headers: { 'accept-language': 'en' } });
      expect(english.text).toMatch(/privacy officer.*motherFiles: \{ by/);
    }
  },
);
