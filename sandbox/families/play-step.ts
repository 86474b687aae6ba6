import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Registry } from '../../gateway/registry.ts';
import type { PartnerSandbox } from '../partners/partner-sandbox.ts';
import type { DeliverySeen, GatewayClient } from './gateway-client.ts';
import type { Act, Standing, Step, Story } from './story.ts';
import { StoryProblem } from './story-problem.ts';
import { unlessAborted } from './unless-aborted.ts';
import { waitFor } from './wait-for.ts';

/** What a step needs, and what the steps before it left behind. */
export interface Scene {
  readonly story: Story;
  readonly gateway: GatewayClient;
  readonly partners: ReadonlyMap<string, PartnerSandbox>;
  readonly registry: Registry;
  /** Where printed pages are kept. */
  readonly pages: string;
  readonly withinMs: number;
  readonly signal: AbortSignal;
  /** Of each request: the exchange of its last version, and whom that version asks. */
  readonly requests: Map<string, { readonly exchange: string; readonly recipient: string }>;
}

/** What there is to tell of a step: the call that was made, where the request then stands, what else was seen. */
export interface Played {
  readonly call?: string;
  readonly stands?: Standing;
  readonly seen?: { readonly fr: string; readonly en: string };
}

const ASK_EVERY_MS = 100;

type Doing<A extends Act['act']> = Extract<Step, { act: A }>;

/** Does what a step says, through the real doors, and waits until it shows. Throws StoryProblem when it does not. */
export async function playStep(step: Step, scene: Scene): Promise<Played> {
  switch (step.act) {
    case 'write':
      return write(step, scene);
    case 'print':
      return print(step, scene);
    case 'dispatch':
      return noted(step, scene, 'dispatches');
    case 'note-answer':
      return noted(step, scene, 'answers');
    case 'partner-answers':
      return partnerAnswers(step, scene);
    case 'look-at-proposal':
      return lookAtProposal(step, scene);
    case 'compare-messages':
      return compareMessages(step, scene);
  }
}

async function write({ concept, happenedAt, stands }: Doing<'write'>, scene: Scene): Promise<Played> {
  const { plural, id, body } = concept;
  const { exchange, status } = await scene.gateway.record('PUT', `/v1/${plural}/${id}`, {
    id,
    centre: scene.story.centre,
    happenedAt,
    ...body,
  });
  const call = `PUT /v1/${plural}/… ${status}`;
  if (!('safeContact' in body) || body.recipient === undefined || stands === undefined) return { call };
  scene.requests.set(id, { exchange, recipient: body.recipient });
  await untilStands(id, stands, scene);
  return { call, stands };
}

async function print({ request }: Doing<'print'>, { gateway, pages }: Scene): Promise<Played> {
  const { status, type, bytes } = await gateway.get(`/v1/referrals/${request}/page`);
  if (!type.startsWith('application/pdf') || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) {
    throw new StoryProblem({ fr: `La page de ${request} n’est pas un PDF.`, en: `The page of ${request} is no PDF.` });
  }
  const file = join(pages, `${request}.pdf`);
  await writeFile(file, bytes);
  return { call: `GET /v1/referrals/…/page ${status}`, seen: { fr: file, en: file } };
}

async function noted(
  step: Doing<'dispatch'> | Doing<'note-answer'>,
  scene: Scene,
  acts: 'dispatches' | 'answers',
): Promise<Played> {
  const { request, body, happenedAt, stands } = step;
  const { status } = await scene.gateway.record('POST', `/v1/referrals/${request}/${acts}`, { happenedAt, ...body });
  await untilStands(request, stands, scene);
  return { call: `POST /v1/referrals/…/${acts} ${status}`, stands };
}

async function partnerAnswers(step: Doing<'partner-answers'>, scene: Scene): Promise<Played> {
  const { request, answer, happenedAt, stands } = step;
  const { partner, task } = await atPartner(request, scene);
  const { result, attempts } = await unlessAborted(partner.answer(task, { happenedAt, ...answer }), scene.signal);
  const last = attempts.at(-1);
  const status = last !== undefined && 'status' in last ? (last.status ?? '') : '';
  if (result !== 'taken') {
    throw new StoryProblem({
      fr: `La passerelle n’a pas pris la réponse « ${answer.act} » du partenaire (${result} ${status}).`,
      en: `The gateway did not take the partner’s answer "${answer.act}" (${result} ${status}).`,
    });
  }
  await untilStands(request, stands, scene);
  return { call: `PUT /fhir/Task?identifier=… ${status}`, stands };
}

/** A new recipient is a new disclosure: the registry only says whom to think of, and a person decides. */
async function lookAtProposal({ request, proposed }: Doing<'look-at-proposal'>, scene: Scene): Promise<Played> {
  const { recipient, exchange } = requestIn(scene, request);
  const candidates = scene.registry.partner(recipient)?.proposes ?? [];
  const asked = (await scene.gateway.deliveries(exchange)).map((delivery) => delivery.recipient);
  const received = scene.partners.get(proposed)?.log().received.length ?? 0;
  if (!candidates.includes(proposed) || asked.includes(proposed) || received > 0) {
    throw new StoryProblem({
      fr: `${proposed} devait être proposé, et ne rien avoir reçu encore.`,
      en: `${proposed} should be proposed, and have received nothing yet.`,
    });
  }
  const names = candidates.map((id) => scene.registry.partner(id)?.name);
  const listed = (language: 'fr' | 'en') => names.map((name) => name?.[language]).join(', ');
  return {
    seen: {
      fr: `proposé, rien n’est parti : ${listed('fr')}`,
      en: `proposed, nothing has left: ${listed('en')}`,
    },
  };
}

async function compareMessages({ request, words }: Doing<'compare-messages'>, scene: Scene): Promise<Played> {
  const { partner, task } = await atPartner(request, scene);
  const messages = () =>
    partner
      .log()
      .received.filter(({ repeated }) => !repeated)
      .map(({ bundle }) => JSON.stringify(bundle))
      .filter((text) => text.includes(task));
  const holds = (message: string | undefined) => words.filter((word) => message?.includes(quoted(word)));
  await waitFor(async () => (holds(messages().at(-1)).length === words.length ? true : undefined), limits(scene));
  const all = messages();
  const before = all.slice(0, -1).flatMap(holds);
  if (all.length < 2 || before.length > 0 || holds(all.at(-1)).length < words.length) {
    throw new StoryProblem({
      fr: 'Les faits devaient voyager après l’acceptation, et pas avant.',
      en: 'The facts should travel after acceptance, and not before.',
    });
  }
  return {
    seen: {
      fr: `message 1 : 0 fait sur ${words.length} ; message ${all.length} : ${words.length} sur ${words.length}`,
      en: `message 1: 0 of ${words.length} facts; message ${all.length}: ${words.length} of ${words.length}`,
    },
  };
}

/** The words as they stand inside a JSON text. */
const quoted = (word: string): string => JSON.stringify(word).slice(1, -1);

/** Waits until the gateway says that the request stands there, at the recipient of its last version. */
async function untilStands(request: string, stands: Standing, scene: Scene): Promise<DeliverySeen> {
  const { exchange, recipient } = requestIn(scene, request);
  let last: DeliverySeen | undefined;
  const reached = await waitFor(async () => {
    last = (await scene.gateway.deliveries(exchange)).find((delivery) => delivery.recipient === recipient);
    return last?.standing === stands ? last : undefined;
  }, limits(scene));
  if (reached !== undefined) return reached;
  const found = last?.standing ?? '—';
  throw new StoryProblem({
    fr: `La demande ${request} devait en être à « ${stands} », elle en est à « ${found} ».`,
    en: `The request ${request} should stand at "${stands}", it stands at "${found}".`,
  });
}

/** The stand-in that has the request, and the number it knows it by. */
async function atPartner(
  request: string,
  scene: Scene,
): Promise<{ readonly partner: PartnerSandbox; readonly task: string }> {
  const { exchange, recipient } = requestIn(scene, request);
  const delivery = (await scene.gateway.deliveries(exchange)).find((seen) => seen.recipient === recipient);
  const partner = scene.partners.get(recipient);
  if (delivery === undefined || partner === undefined) {
    throw new StoryProblem({
      fr: `La demande ${request} n’est pas chez ${recipient}.`,
      en: `The request ${request} is not at ${recipient}.`,
    });
  }
  return { partner, task: delivery.task };
}

function requestIn({ requests }: Scene, request: string): { readonly exchange: string; readonly recipient: string } {
  const found = requests.get(request);
  if (found !== undefined) return found;
  throw new StoryProblem({
    fr: `La demande ${request} n’a pas été écrite.`,
    en: `The request ${request} was not written.`,
  });
}

const limits = ({ withinMs, signal }: Scene) => ({ withinMs, everyMs: ASK_EVERY_MS, signal });
