import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce } from './build-once.ts';
import { findProgram, versionText } from './find-program.ts';
import type { LaunchContext } from './launch-context.ts';
import { SANDBOX_CACHE } from './places.ts';
import { MAVEN_LOCK, runMaven } from './run-maven.ts';

export interface RedisProgram {
  readonly program: string;
  readonly version: string;
}

const VERSION_MIN = '6.2';
const ARTIFACT_VERSION = '1.4.3';
const ARTIFACT = `com.github.codemonstur:embedded-redis:${ARTIFACT_VERSION}`;
const UNPACK = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack';

/** The binaries inside the artifact, by platform, best first: the 32-bit one is static and runs where OpenSSL 3 is missing. */
const BINARIES: Readonly<Record<string, readonly string[]>> = {
  'linux-x64': ['redis-server-6.2.6-v5-linux-amd64', 'redis-server-6.2.7-linux-386'],
  'linux-arm64': ['redis-server-6.2.7-linux-arm64'],
  'darwin-x64': ['redis-server-6.2.6-v5-darwin-amd64'],
  'darwin-arm64': ['redis-server-6.2.6-v5-darwin-arm64'],
};

/** A redis-server that can be run: the PATH's, else one that Maven fetches. Rejects with what to install when there is none. */
export async function findRedis(context: LaunchContext): Promise<RedisProgram> {
  const { env, say, words } = context;
  const program = await findProgram('redis-server', env);
  const version = program && (await redisVersion(program, env));
  if (program && version) {
    if (isAtLeast(version, VERSION_MIN)) return { program, version };
    say(words.redisTooOld(version, VERSION_MIN));
  }

  const platform = `${process.platform}-${process.arch}`;
  const names = BINARIES[platform] ?? [];
  const fetched = names.length > 0 ? await fetchedRedis(names, context) : undefined;
  if (!fetched) throw new Error(words.redisMissing(platform));
  return fetched;
}

/** Compares dotted numbers: "6.2.11" is at least "6.2". */
export function isAtLeast(version: string, least: string): boolean {
  const have = version.split('.').map(Number);
  for (const [index, wanted] of least.split('.').map(Number).entries()) {
    const found = have[index] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return true;
}

async function fetchedRedis(names: readonly string[], context: LaunchContext): Promise<RedisProgram | undefined> {
  const { say, words, env } = context;
  const folder = await buildOnce(
    {
      folder: join(SANDBOX_CACHE, `redis-${ARTIFACT_VERSION}`),
      lock: MAVEN_LOCK,
      read: async (at) => ((await holds(at, names)) ? at : undefined),
      make: async (beside) => {
        say(words.fetchingRedis());
        const args = [
          UNPACK,
          `-Dartifact=${ARTIFACT}`,
          `-DoutputDirectory=${beside}`,
          `-DmarkersDirectory=${join(beside, 'markers')}`,
          `-Dmdep.unpack.includes=${names.join(',')}`,
        ];
        await runMaven({ wanted: words.fetching, args, cwd: beside }, context);
        // A jar does not keep the right to execute.
        await Promise.all(names.map((name) => chmod(join(beside, name), 0o755)));
      },
    },
    context,
  );
  for (const name of names) {
    const program = join(folder, name);
    const version = await redisVersion(program, env);
    if (version) return { program, version };
  }
  return undefined;
}

async function holds(folder: string, names: readonly string[]): Promise<boolean> {
  const present = await readdir(folder).catch((): string[] => []);
  return names.every((name) => present.includes(name));
}

async function redisVersion(program: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const text = await versionText(program, '--version', env);
  return text && /\bv=(?<version>\d[\d.]*)/.exec(text)?.groups?.version;
}
