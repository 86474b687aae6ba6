import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writePackage } from '../../profiles/build/write-package.ts';
import { buildHapi } from './build-hapi.ts';
import { executable, findProgram, versionText } from './find-program.ts';
import { freePort } from './free-port.ts';
import type { LaunchContext } from './launch-context.ts';
import { startNativePart } from './native-part.ts';
import { hapiProbe } from './probes.ts';
import type { StartedPart } from './running-part.ts';

export interface NativeHapiOptions {
  /** No acknowledged write is lost on `kill()`; the file grows ten times faster. */
  readonly durable: boolean;
  /** The whole JIT: slower to start, faster in the long run (benches). */
  readonly fullJit: boolean;
  /** Conformance resources (*.json) to load before it is ready; our own package when absent. */
  readonly profilesDir: string | undefined;
}

const HOST = '127.0.0.1';
const JAVA_MIN = 17;
const READY_WITHIN_MS = 300_000;
const STOP_WITHIN_MS = 15_000;
const PORT_TAKEN = 'Address already in use';
const PORTS_TRIED_MAX = 3;

/** HAPI as a Java process on H2 below the stack's folder, built first where need be. */
export async function startNativeHapi(options: NativeHapiOptions, context: LaunchContext): Promise<StartedPart> {
  const java = await findJava(context);
  context.say(context.words.nativeHapi(`Java ${java.version}`));
  const classPath = await buildHapi(context);

  const data = resolve(context.folder, 'hapi');
  await mkdir(data, { recursive: true });
  const profiles = options.profilesDir ? resolve(options.profilesDir) : await writePackage(context.folder);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startOn(
        await freePort(HOST),
        { ...options, java: java.program, classPath, data, profiles },
        context,
      );
    } catch (failure) {
      // Seconds pass between choosing a port and listening on it: somebody else may have taken it meanwhile.
      const taken = failure instanceof Error && failure.message.includes(PORT_TAKEN);
      if (!taken || attempt === PORTS_TRIED_MAX) throw failure;
    }
  }
}

interface PreparedHapi extends NativeHapiOptions {
  readonly java: string;
  readonly classPath: string;
  readonly data: string;
  readonly profiles: string;
}

function startOn(
  port: number,
  { java, classPath, data, profiles, ...options }: PreparedHapi,
  context: LaunchContext,
): Promise<StartedPart> {
  const url = `http://${HOST}:${port}/fhir`;
  const logFile = join(context.folder, 'logs', 'hapi.log');
  const answers = hapiProbe(url);
  return startNativePart(
    {
      name: 'HAPI',
      url,
      child: {
        command: java,
        args: [...javaArgs(options), 'ca.passerelle.sandbox.Server'],
        env: {
          ...inherited(context.env),
          CLASSPATH: classPath,
          HOST,
          PORT: String(port),
          DB_URL: databaseUrl(data, options.durable),
          PROFILES: profiles,
        },
        cwd: data,
        logFile,
      },
      // Another server may answer at that address: ours has said that it is ready.
      probe: async (signal) => (await saidReady(logFile)) && answers(signal),
      readyWithinMs: READY_WITHIN_MS,
      stopWithinMs: STOP_WITHIN_MS,
    },
    context,
  );
}

const saidReady = async (logFile: string): Promise<boolean> => /^READY /m.test(await readFile(logFile, 'utf8'));

/** Its heap crawls below 768 MB; a server out of memory is better dead, and told, than half alive. */
function javaArgs({ fullJit }: NativeHapiOptions): readonly string[] {
  const quickStart = fullJit ? [] : ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  return ['-Xmx1g', ...quickStart, '-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8', '-Djava.awt.headless=true'];
}

/** H2 by default writes up to half a second after it acknowledges. Our server closes it, so H2 must not do so by itself. */
function databaseUrl(folder: string, durable: boolean): string {
  return `jdbc:h2:file:${join(folder, 'fhir')};DB_CLOSE_ON_EXIT=FALSE${durable ? ';WRITE_DELAY=0' : ''}`;
}

/** Not the whole environment: a person's own DB_URL or PORT is not meant for this server, nor are the gateway's secrets. */
function inherited(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'JAVA_HOME', 'JAVA_TOOL_OPTIONS'];
  return Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
}

async function findJava({ env, words }: LaunchContext): Promise<{ program: string; version: string }> {
  const atHome = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : undefined;
  const program = atHome && (await executable(atHome)) ? atHome : await findProgram('java', env);
  const text = program && (await versionText(program, '-version', env));
  const version = text && /version "(?<version>[^"]+)"/.exec(text)?.groups?.version;
  if (!program || !version) throw new Error(words.javaMissing());
  // "1.8.0_392" before Java 9, "17.0.15" since.
  const major = Number(version.replace(/^1\./, '').split(/[.\-+_]/)[0]);
  if (major < JAVA_MIN) throw new Error(words.javaTooOld(version));
  return { program, version };
}
