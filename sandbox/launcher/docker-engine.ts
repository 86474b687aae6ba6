import { once } from 'node:events';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ANSWER_WITHIN_MS = 2_000;

/** Whether a Docker engine answers, within two seconds: where DOCKER_HOST says, else at the usual sockets. Never rejects. */
export async function dockerAnswers(env: NodeJS.ProcessEnv): Promise<boolean> {
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const host = env.DOCKER_HOST;
  if (!host) {
    const answers = await Promise.all(usualSockets(env).map((path) => socketAnswers(path, signal)));
    return answers.includes(true);
  }
  if (host.startsWith('unix://')) return socketAnswers(host.slice('unix://'.length), signal);
  return host.startsWith('tcp://') && URL.canParse(host) && accepts(new URL(host), signal);
}

function usualSockets(env: NodeJS.ProcessEnv): readonly string[] {
  const atHome = env.HOME ?? homedir();
  return [
    '/var/run/docker.sock',
    join(atHome, '.docker', 'run', 'docker.sock'),
    join(atHome, '.docker', 'desktop', 'docker.sock'),
    ...(env.XDG_RUNTIME_DIR ? [join(env.XDG_RUNTIME_DIR, 'docker.sock')] : []),
  ];
}

async function socketAnswers(socketPath: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ socketPath, path: '/_ping', signal }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });
}

/** Over TCP the engine may want a client certificate: that something listens is enough to try. */
async function accepts({ hostname, port }: URL, signal: AbortSignal): Promise<boolean> {
  const socket = createConnection({ host: hostname, port: Number(port || 2375) });
  try {
    await once(socket, 'connect', { signal });
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
