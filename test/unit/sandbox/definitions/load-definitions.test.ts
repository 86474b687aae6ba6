import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadDefinitions } from '../../../../sandbox/definitions/load-definitions.ts';
import { aFolder } from '../launcher/a-context.ts';

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
  await writeFile(join(folder, 'a.json'), '{"resourceType":"StructureDefinition","id":"sd","name":"A"}');
  await writeFile(join(folder, 'd.json'), '{"resourceType":"Patient","id":"an-example","name":"D"}');
  await writeFile(join(folder, 'e.json'), '{"resourceType":"ImplementationGuide","id":"ig","name":"E"}');
  return folder;
}

const signal = new AbortController().signal;

test('every definition of a package is put under its own id, terms before what binds to them, and no example', async () => {
  const server = await aServer(201);
  expect(await loadDefinitions(await aPackage(), server.url, signal)).toBe(3);
  expect(server.got).toEqual([
    'PUT /fhir/CodeSystem/cs C',
    'PUT /fhir/ValueSet/vs B',
    'PUT /fhir/StructureDefinition/sd A',
  ]);
  await server.close();
});

test('a definition that is refused is named', async () => {
  const server = await aServer(422);
  const loading = loadDefinitions(await aPackage(), server.url, signal);
  await expect(loading).rejects.toMatchObject({ status: 422, file: expect.stringMatching(/c\.json$/) });
  await server.close();
});
