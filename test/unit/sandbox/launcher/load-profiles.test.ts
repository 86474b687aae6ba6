import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadProfiles } from '../../../../sandbox/launcher/load-profiles.ts';
import { aContext, aFolder } from './a-context.ts';

async function aServer(status: number) {
  const got: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      got.push(`${request.method} ${request.url} ${JSON.parse(body).name}`);
      response.writeHead(status).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/fhir`;
  return { url, got, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function aPackage() {
  const folder = await aFolder();
  await mkdir(join(folder, 'below'));
  await writeFile(join(folder, 'package.json'), '{"name":"a package"}');
  await writeFile(join(folder, '.index.json'), '{}');
  await writeFile(join(folder, 'readme.md'), '# no');
  await writeFile(join(folder, 'b.json'), '{"resourceType":"ValueSet","id":"vs","name":"B"}');
  await writeFile(join(folder, 'below', 'c.json'), '{"resourceType":"CodeSystem","id":"cs","name":"C"}');
  return folder;
}

test('every resource of a package is put under its own id, and nothing else', async () => {
  const server = await aServer(201);
  await loadProfiles(await aPackage(), server.url, (await aContext()).context);
  expect(server.got).toEqual(['PUT /fhir/ValueSet/vs B', 'PUT /fhir/CodeSystem/cs C']);
  await server.close();
});

test('a profile that is refused is named', async () => {
  const server = await aServer(422);
  const loading = loadProfiles(await aPackage(), server.url, (await aContext()).context);
  await expect(loading).rejects.toThrow('HAPI refused the profile b.json (HTTP 422)');
  await server.close();
});
