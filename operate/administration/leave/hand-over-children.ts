import { contentHash } from '../../../gateway/lanes/content-hash.ts';
import type { Identified } from '../../../mappings/concepts/concept-mapping.ts';
import type { CareCircle } from '../../../mappings/domain/concepts.ts';
import { type GatewayClient, OperateProblem } from '../../gateway-client.ts';
import { circlesWith, nameInDirectory } from './circles-with.ts';
import { type HandOver, handedOver, type Leaving, type Successor } from './handed-over.ts';
import type { SuccessorOf } from './successors.ts';

/** One child whose circle names the professional who leaves. */
export interface ChildHandedOver {
  readonly child: string;
  readonly circle: string;
  readonly outcome: Exclude<HandOver['kind'], 'nothing'>;
  readonly wasPivot: boolean;
  readonly successor?: string;
}

export interface HandOverAsked extends Leaving {
  readonly centre: string;
  readonly successorOf: SuccessorOf;
  /** Writes the revisions; without, only says what they would be. */
  readonly forReal: boolean;
}

interface HandOverDeps {
  readonly gateway: GatewayClient;
  /** After each child, so that what was done is seen also when the next one fails. */
  readonly tell: (child: ChildHandedOver) => void;
  readonly unknownSuccessor: (id: string) => string;
  readonly refused: (circle: string, words: string) => string;
}

/**
 * Reads each circle in which the professional stands, and revises it through the ordinary API against the version that was read: whatever was
 * done before is not done again, and a circle that somebody else revises meanwhile is refused and told. Throws OperateProblem.
 */
export async function handOverChildren(
  { gateway, tell, unknownSuccessor, refused }: HandOverDeps,
  { centre, successorOf, forReal, ...leaving }: HandOverAsked,
): Promise<readonly ChildHandedOver[]> {
  const done: ChildHandedOver[] = [];
  const named = namesOf(gateway, centre, unknownSuccessor);
  for (const id of await circlesWith(gateway, { centre, professional: leaving.professional })) {
    const circle = await readCircle(gateway, id);
    const known = successorOf(circle.child.id);
    const isNew = circle.pivot === leaving.professional && !circle.members?.some((member) => member.id === known?.id);
    const successor = known !== undefined && isNew ? await named(known) : known;
    const outcome = handedOver(circle, leaving, successor);
    if (outcome.kind === 'nothing') continue;
    if (outcome.kind === 'revised' && forReal) await writeCircle(gateway, outcome.circle, refused);
    const wasPivot = outcome.kind === 'no-successor' || outcome.wasPivot;
    const told: ChildHandedOver = {
      child: circle.child.id,
      circle: id,
      outcome: outcome.kind,
      wasPivot,
      ...(wasPivot && successor !== undefined && { successor: successor.id }),
    };
    tell(told);
    done.push(told);
  }
  return done;
}

/** By the name that was given, else the directory’s; a circle names its members, so that somebody unknown is not written. */
function namesOf(gateway: GatewayClient, centre: string, unknownSuccessor: (id: string) => string) {
  const known = new Map<string, string | undefined>();
  return async ({ id, name }: Successor): Promise<Successor> => {
    if (name !== undefined) return { id, name };
    if (!known.has(id)) known.set(id, await nameInDirectory(gateway, centre, id));
    const inDirectory = known.get(id);
    if (inDirectory === undefined) throw new OperateProblem(unknownSuccessor(id));
    return { id, name: inDirectory };
  };
}

async function readCircle(gateway: GatewayClient, id: string): Promise<Identified<CareCircle>> {
  // What our own gateway answers is the concept that its OpenAPI document promises, with what the server adds.
  const { record: _record, ...circle } = (await gateway.call('GET', `/v1/care-circles/${encodeURIComponent(id)}`, {
    token: 'CENTRE_TOKEN',
  })) as Identified<CareCircle> & { readonly record: unknown };
  return circle;
}

async function writeCircle(
  gateway: GatewayClient,
  circle: Identified<CareCircle>,
  refused: (circle: string, words: string) => string,
): Promise<void> {
  const version = circle.version ?? 1;
  const body = { ...circle, version: version + 1 };
  const { status, words } = await gateway.ask('PUT', `/v1/care-circles/${encodeURIComponent(circle.id)}`, {
    token: 'CENTRE_TOKEN',
    body,
    headers: {
      'if-match': `W/"${version}"`,
      'idempotency-key': `leave-${contentHash(body)}`,
      prefer: 'wait=30',
    },
  });
  if (status > 299) throw new OperateProblem(refused(circle.id, `${status} ${words}`));
}
