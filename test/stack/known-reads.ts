import fc from 'fast-check';
import type { Role } from '../../gateway/access/roles.ts';
import { letterMayLeave } from '../../gateway/doors/http/letter-may-leave.ts';
import { conceptChecker } from '../../profiles/check-concept.ts';
import { CONCEPT_PLURALS } from '../../profiles/concept-names.ts';
import { childFiles, fileParts } from '../generators/child-files.ts';
import { motherFiles } from '../generators/mother-files.ts';
import { resources } from '../generators/resources.ts';
import { OPEN_WORLD } from '../generators/world.ts';
import { aCircle, anAgreement, anIncident, aPlan, aReferral } from './concept-examples.ts';
import { eventually, type StackSandbox } from './stack-sandbox.ts';
import { withOwnIds } from './with-own-ids.ts';

/** One of everything that a GET route gives, written through the API. */
export interface KnownReads {
  /** Nothing of it was in the record before (instant). */
  readonly since: string;
  /** Business identifiers by the plural of their concept. */
  readonly concepts: ReadonlyMap<string, string>;
  readonly child: string;
  readonly exchange: string;
  /** A request on paper. */
  readonly paper: string;
  /** What a partner asks of the centre. */
  readonly inbound: string;
  /** An emergency access that the named person opened. */
  readonly emergency: string;
  /** A line of the register of incidents. */
  readonly incident: string;
  /** What was set aside. */
  readonly letter: string;
  /** A partner that collects its requests, the number under which it knows one, that of a letter with it, and that of another’s request. */
  readonly partner: string;
  readonly number: string;
  readonly document: string;
  readonly othersNumber: string;
  /** The record’s own id of the child’s circle, of the child, of a request, its Task and a document. */
  readonly fhir: Readonly<Record<'CareTeam' | 'Patient' | 'ServiceRequest' | 'Task' | 'DocumentReference', string>>;
}

/** Whom the sandbox’s registry names for emergency access. */
export const NAMED_PERSON = { professional: 'hochelaga/reception', role: 'reception' } as const;

const SEED = 20_261_126;
const POLLER = 'clsc-releve';
const OTHER_PARTNER = 'clsc-hochelaga';
const PAPER = 'sippe-hochelaga';
const HOSPITAL = 'hopital-enfants';

export async function knownReads(
  sandbox: StackSandbox,
  centre: string,
  mark: string,
  /** A token for a person of the centre. */
  tokenOf: (person: { readonly professional: string; readonly role: Role }) => Promise<string>,
): Promise<KnownReads> {
  const own = (id: string): string => `${id}-${mark}`;
  const put = async (plural: string, body: object & { readonly id?: unknown }, status = 201) => {
    const headers = { 'idempotency-key': `${plural}-${body.id}`, prefer: 'wait=30' };
    const answer = await sandbox.call('PUT', `/v1/${plural}/${body.id}`, { body, centre, headers });
    if (answer.status !== status) throw new Error(`${plural}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  const parts = generatedParts(sandbox, centre);
  const concepts = new Map<string, string>();
  for (const { name, concept } of parts) {
    const written = withOwnIds(concept, own);
    await put(CONCEPT_PLURALS[name], written);
    concepts.set(CONCEPT_PLURALS[name], written.id);
  }

  const child = own('enfant');
  await put('care-circles', aCircle(own('cercle'), child));
  await put('action-plans', aPlan(own('plan'), child));
  const sentTo = async (partner: string, id: string, programme = 'clsc') => {
    const exchange = await put(
      'service-referrals',
      aReferral(id, child, { recipient: partner, programme, agreements: [anAgreement(partner)] }),
    );
    const { body } = await eventually(
      () => sandbox.call('GET', `/v1/service-referrals/${id}`),
      (it) => it.status === 200 && it.body.record.deliveries[0]?.task !== undefined,
    );
    return { exchange: exchange.id as string, number: body.record.deliveries[0].task as string };
  };
  // What others left for the partner that collects is known to it by now: it polls while the sandbox runs.
  const since = new Date().toISOString();
  const { exchange, number } = await sentTo(POLLER, own('releve'));
  const { number: othersNumber } = await sentTo(OTHER_PARTNER, own('autre'));
  await sentTo(PAPER, own('papier'), 'sippe');
  await put('letters', aLetter(own('lettre'), child, own('releve')));
  const orphan = aPlan(own('orphelin'), child, { circle: own('nulle-part') });
  const setAside = await put('action-plans', orphan, 202);
  await sandbox.partners.get(HOSPITAL)?.refer({
    child: { given: 'Ana', family: `Walker${mark}`, birthDate: '2018-01-12', sex: 'female', language: 'fr' },
    what: own('demande'),
    reason: 'Retard de langage',
    centre,
  });

  const listed = async (path: string, list: string, has: (one: never) => boolean) => {
    const { body } = await eventually(
      () => sandbox.call('GET', path),
      (it) => it.status === 200 && it.body[list].some(has),
    );
    return body[list].find(has);
  };
  const inbound = await listed(
    `/v1/inbound-referrals?sender=${HOSPITAL}&limit=1000`,
    'referrals',
    ({ what }: { what?: string }) => what === own('demande'),
  );
  const letter = await listed('/v1/dead-letters?limit=1000', 'letters', (one: object) =>
    JSON.stringify(one).includes(setAside.id),
  );
  const opened = await sandbox.call('POST', '/v1/break-glass', {
    body: { child, reason: 'safety' },
    headers: { authorization: `Bearer ${await tokenOf(NAMED_PERSON)}` },
  });
  const incident = own('INC');
  const noted = await sandbox.call('PUT', `/v1/incidents/${incident}`, {
    body: anIncident(child),
    headers: { authorization: `Bearer ${await tokenOf({ professional: `${centre}/privacy`, role: 'privacy' })}` },
  });
  if (noted.status !== 201) throw new Error(`incident: ${noted.status} ${JSON.stringify(noted.body)}`);
  return {
    since,
    concepts,
    child,
    incident,
    emergency: opened.body.id,
    exchange,
    paper: own('papier'),
    inbound: inbound.id,
    letter: letter.id,
    partner: POLLER,
    number,
    document: await documentOf(sandbox, number),
    othersNumber,
    fhir: await placesOf(sandbox, own('cercle'), own('releve'), number),
  };
}

/** The concepts of one generated file, a resource of the directory and a mother’s file, as the centre’s checker lets them pass. */
function generatedParts(sandbox: StackSandbox, centre: string) {
  const check = conceptChecker();
  const world = {
    ...OPEN_WORLD,
    centre: fc.constant(centre),
    recipient: fc.constantFrom(...sandbox.registry.partners.map(({ id }) => id)),
  };
  const all = fc
    .record({ file: childFiles(world), resource: resources(world), mother: motherFiles(world) })
    .map(({ file, resource, mother: { children: _born, ...mother } }) => [
      ...fileParts(file),
      { name: 'resource' as const, concept: resource },
      { name: 'mother-file' as const, concept: mother },
    ])
    .filter((parts) =>
      parts.every(
        ({ name, concept }) =>
          check(name, concept).every(({ severity }) => severity !== 'error') &&
          (name !== 'letter' || letterMayLeave(concept, sandbox.registry).length === 0),
      ),
    );
  const [parts] = fc.sample(all, { numRuns: 1, seed: SEED });
  if (parts === undefined) throw new Error('no file');
  return parts;
}

const aLetter = (id: string, child: string, request: string) => ({
  id,
  version: 1,
  centre: 'hochelaga',
  happenedAt: '2026-11-20',
  child: { id: child },
  request,
  recipient: POLLER,
  kind: 'referral-note',
  title: 'Lettre',
  contentType: 'text/plain',
  content: Buffer.from('contenu', 'utf8').toString('base64'),
});

/** Under which number the partner knows the letter that goes with its request: its own log says it once it has read it. */
async function documentOf(sandbox: StackSandbox, number: string): Promise<string> {
  const read = () => JSON.stringify(sandbox.partners.get(POLLER)?.log().received ?? []);
  const [, id = ''] = await eventually(
    async () => new RegExp(`DocumentReference/(${number}\\.[A-Za-z0-9-]+)`).exec(read()) ?? [],
    (found) => found.length > 0,
  );
  return id;
}

/** The ids that the record gave, as /v1 tells them. */
async function placesOf(sandbox: StackSandbox, circle: string, request: string, number: string) {
  const { body: told } = await sandbox.call('GET', `/v1/care-circles/${circle}`);
  const { body: asked } = await sandbox.call('GET', `/v1/service-referrals/${request}`);
  const places: readonly string[] = [told, asked].flatMap(({ record }) =>
    record.fhir.map(({ reference }: { reference: string }) => reference),
  );
  const { body: tasks } = await sandbox.hapi(`Task?identifier=${TASKS}|${number}`);
  const { body: letters } = await sandbox.hapi(`DocumentReference?related=${idIn(places, 'ServiceRequest')}`);
  return {
    CareTeam: idIn(places, 'CareTeam'),
    Patient: idIn(places, 'Patient'),
    ServiceRequest: idIn(places, 'ServiceRequest'),
    Task: tasks.entry[0].resource.id as string,
    DocumentReference: letters.entry[0].resource.id as string,
  };
}

const TASKS = 'https://fhir.passerelle.example/NamingSystem/task';

const idIn = (places: readonly string[], type: string): string =>
  places.find((place) => place.startsWith(`${type}/`))?.split('/')[1] ?? '';
