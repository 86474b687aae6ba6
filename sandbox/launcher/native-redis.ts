import { mkdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { findRedis } from './find-redis.ts';
import { freePort } from './free-port.ts';
import type { LaunchContext } from './launch-context.ts';
import { startNativePart } from './native-part.ts';
import { redisProbe } from './probes.ts';
import { REDIS_SETTINGS } from './redis-settings.ts';
import type { StartedPart } from './running-part.ts';

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 10_000;
const STOP_WITHIN_MS = 10_000;

/** Redis as a process on the loopback, with its append-only file below the stack's folder. */
export async function startNativeRedis(context: LaunchContext): Promise<StartedPart> {
  const { program, version } = await findRedis(context);
  context.say(context.words.nativeRedis(version, `${basename(dirname(program))}/${basename(program)}`));

  const data = resolve(context.folder, 'redis');
  await mkdir(data, { recursive: true });
  const port = await freePort(HOST);
  const url = `redis://${HOST}:${port}`;
  return startNativePart(
    {
      name: 'Redis',
      url,
      child: {
        command: program,
        args: ['--port', String(port), '--bind', HOST, '--dir', data, '--daemonize', 'no', ...REDIS_SETTINGS],
        env: { PATH: context.env.PATH, LANG: context.env.LANG },
        cwd: data,
        logFile: join(context.folder, 'logs', 'redis.log'),
      },
      probe: redisProbe(url),
      readyWithinMs: READY_WITHIN_MS,
      stopWithinMs: STOP_WITHIN_MS,
    },
    context,
  );
}
