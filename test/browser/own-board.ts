import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localIssuer } from '../../sandbox/access/local-issuer.ts';
import { type Answer, eventually, type StackSandbox, stackSandbox } from '../stack/stack-sandbox.ts';
import { type ABrowser, aBrowser } from './a-browser.ts';
import { type AtTheBoard, atTheBoard, builtBoard } from './at-the-board.ts';
import { ownRegistry } from './own-registry.ts';

type Settings = Readonly<Record<string, string>>;

/** The board of a centre that nobody else has, in a browser. */
export interface OwnBoard {
  readonly sandbox: StackSandbox;
  readonly browser: ABrowser;
  readonly board: AtTheBoard;
  /** Another centre’s, like it, without the export of indicators. */
  readonly plainBoard: AtTheBoard;
  /** As the centre’s own program. */
  call(method: string, path: string, body?: object): Promise<Answer>;
  /** The same, until the record has it. */
  put(path: string, body: object): Promise<void>;
  stop(): Promise<void>;
}

/** `partners`: each like one of the sandbox’s, by the name that it has here. `settings`: of the gateway and the workers, beside the usual ones. */
export async function ownBoard(
  centre: string,
  partners: readonly (readonly [like: string, name: string])[],
  { settings = {}, plainCentre = `${centre}-simple` }: { settings?: Settings; plainCentre?: string } = {},
): Promise<OwnBoard> {
  await builtBoard();
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-board-'));
  const issuer = await localIssuer();
  const registryPath = await ownRegistry(folder, { centre, plainCentre, partners });
  const [browser, sandbox] = await Promise.all([
    aBrowser(),
    stackSandbox({ LANES: '2', ...settings }, { registryPath, tokens: async () => issuer }),
  ]);
  const call: OwnBoard['call'] = (method, path, body) =>
    sandbox.call(method, path, { centre, headers: { prefer: 'wait=30' }, ...(body !== undefined && { body }) });
  return {
    sandbox,
    browser,
    board: atTheBoard(browser, issuer, sandbox.gatewayUrl, centre),
    plainBoard: atTheBoard(browser, issuer, sandbox.gatewayUrl, plainCentre),
    call,
    async put(path, body) {
      await call('PUT', path, { ...body, centre });
      await eventually(
        () => call('GET', path),
        ({ status }) => status === 200,
      );
    },
    async stop() {
      await browser.close();
      await sandbox.stop();
      await rm(folder, { recursive: true });
    },
  };
}
