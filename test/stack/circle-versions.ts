import { expect } from '@jest/globals';
import { aCircle } from './concept-examples.ts';
import { eventually, request } from './stack-sandbox.ts';

/** One version of a circle that a gateway acknowledged. */
export interface Sent {
  readonly name: string;
  readonly version: number;
  readonly exchange: string;
}

const CIRCLES = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const VERSIONS = [1, 2, 3] as const;
/** How many are acknowledged when all are. */
export const ALL_SENT = CIRCLES.length * VERSIONS.length;

/** Versions of circles, and what became of them: what is acknowledged must come to its end, whatever happens to whom meanwhile. */
export function circleVersions(of: {
  readonly id: (name: string) => string;
  readonly bearer: () => Promise<string>;
  readonly hapiUrl: () => string;
}) {
  const { id, bearer } = of;
  const get = async (url: string, path: string) =>
    request('GET', `${url}${path}`, undefined, { authorization: await bearer() });

  /** Sends one without waiting for its sync; undefined when it was not acknowledged. */
  async function send(url: string, name: string, version: number): Promise<Sent | undefined> {
    const answer = await request(
      'PUT',
      `${url}/v1/care-circles/${id(name)}`,
      aCircle(id(name), id(`child-${name}`), { version, status: version % 2 === 0 ? 'suspended' : 'active' }),
      { authorization: await bearer(), prefer: 'respond-async' },
    ).catch(() => undefined);
    return answer?.status === 202 ? { name, version, exchange: answer.body.id } : undefined;
  }

  return {
    send,

    /** Versions 1 to 3 of eight circles, those of each in order; gives what was acknowledged. */
    async sendAll(
      url: string,
      mark: string,
      between: (round: number, sent: readonly Sent[]) => Promise<void>,
    ): Promise<readonly Sent[]> {
      const acknowledged: Sent[] = [];
      for (const version of VERSIONS) {
        const answers = await Promise.all(CIRCLES.map((n) => send(url, `${mark}-${n}`, version)));
        const sent = answers.flatMap((it) => it ?? []);
        acknowledged.push(...sent);
        await between(version, sent);
      }
      return acknowledged;
    },

    /** How many of them have come to their end. */
    async ended(url: string, sent: readonly Sent[]): Promise<number> {
      const states = await Promise.all(
        sent.map(async ({ exchange }) => (await get(url, `/v1/exchanges/${exchange}`)).body.state),
      );
      return states.filter((state) => state === 'synced').length;
    },

    /** Everything that was acknowledged has come to its end, and HAPI has each circle once, in its newest acknowledged version. */
    async nothingIsLost(url: string, acknowledged: readonly Sent[]): Promise<void> {
      for (const { exchange } of acknowledged)
        await eventually(
          () => get(url, `/v1/exchanges/${exchange}`),
          ({ body }) => body.state === 'synced' || body.state === 'superseded',
          90_000,
        );
      for (const name of new Set(acknowledged.map((it) => it.name))) {
        const newest = Math.max(...acknowledged.filter((it) => it.name === name).map(({ version }) => version));
        expect((await get(url, `/v1/care-circles/${id(name)}`)).body.version).toBe(newest);
        const search = `${of.hapiUrl()}/CareTeam?identifier=https://fhir.passerelle.example/NamingSystem/care-circle/hochelaga|${id(name)}`;
        expect((await request('GET', search, undefined, { 'cache-control': 'no-cache' })).body.total).toBe(1);
      }
    },
  };
}
