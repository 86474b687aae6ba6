import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CLAIMS } from '../../gateway/access/caller-from-claims.ts';
import type { Role } from '../../gateway/access/roles.ts';
import type { LocalIssuer } from '../../sandbox/access/local-issuer.ts';
import { BOARD_CLIENT } from '../../sandbox/access/token-source.ts';
import type { ABrowser, LookOptions } from './a-browser.ts';

export interface BoardLook extends Pick<LookOptions, 'device' | 'language'> {
  /** Of a person of the centre, or whoever operates the gateway. */
  readonly role: Role | 'operator';
}

/** A page of the board in somebody’s browser, and what its console complained of. */
export interface BoardSeen {
  readonly page: Page;
  readonly complaints: readonly string[];
}

export interface AtTheBoard {
  look(path: string, look: BoardLook): Promise<BoardSeen>;
}

/** Builds the board where a source is newer; in a process of its own, since Vite does not build within jest. */
export async function builtBoard(): Promise<void> {
  const main = fileURLToPath(new URL('../../board/build/main.ts', import.meta.url));
  await promisify(execFile)(process.execPath, ['--import', 'tsx', main]);
}

/** The board, for people of one centre who have signed in already: the token stands where the session keeps it. */
export function atTheBoard(browser: ABrowser, issuer: LocalIssuer, gatewayUrl: string, centre: string): AtTheBoard {
  return {
    async look(path, { role, ...options }) {
      const operates = role === 'operator';
      const claims = issuer.claims(operates ? { operator: 'bac-a-sable' } : { centre });
      const person = operates ? {} : { [CLAIMS.professional]: `${centre}/${role}`, [CLAIMS.role]: role };
      const scope = `openid ${operates ? 'passerelle/operate.ru' : 'user/*.cruds'}`;
      const user = {
        access_token: await issuer.sign({ ...claims, ...person, scope }),
        token_type: 'Bearer',
        scope,
        profile: { sub: role },
        expires_at: claims.exp,
      };
      const page = await browser.look('about:blank', options);
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('console', (it) => {
        if (it.type() === 'error' || it.type() === 'warning') complaints.push(it.text());
      });
      const kept = [`oidc.user:${issuer.issuer}:${BOARD_CLIENT}`, JSON.stringify(user)].map((it) => JSON.stringify(it));
      await page.addInitScript(`sessionStorage.setItem(${kept.join()})`);
      await page.goto(`${gatewayUrl}/board/${path}`);
      await page.locator('h1').waitFor({ timeout: 30_000 });
      return { page, complaints };
    },
  };
}

/** An answer that is not there is an error to Chromium’s console, and none of ours. */
export const expectNoComplaint = ({ complaints }: BoardSeen): void =>
  expect(complaints.filter((it) => !/status of 40[34]/.test(it))).toEqual([]);
