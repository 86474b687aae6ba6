import { createHash } from 'node:crypto';
import { access, readdir, readFile } from 'node:fs/promises';
import { delimiter, join, relative } from 'node:path';
import { buildOnce } from './build-once.ts';
import type { LaunchContext } from './launch-context.ts';
import { HAPI_MODULE } from './places.ts';
import { MAVEN_LOCK, runMaven } from './run-maven.ts';

const JAR = 'passerelle-hapi.jar';

/** Builds our HAPI unless these very sources were built before; returns the class path to run it with. */
export async function buildHapi(context: LaunchContext): Promise<string> {
  const { say, words } = context;
  const folder = join(HAPI_MODULE, 'target', await sourcesHash(HAPI_MODULE));
  return buildOnce(
    {
      folder,
      lock: MAVEN_LOCK,
      read: classPath,
      make: async (beside) => {
        say(words.buildingHapi());
        const args = ['package', `-Dpasserelle.build.directory=${beside}`];
        await runMaven({ wanted: words.building, args, cwd: HAPI_MODULE }, context);
      },
    },
    context,
  );
}

/** Our jar and the libraries in Maven's repository, or none where one of them is gone. */
async function classPath(folder: string): Promise<string | undefined> {
  try {
    const libraries = await readFile(join(folder, 'classpath.txt'), 'utf8');
    const jars = [join(folder, JAR), ...libraries.trim().split(delimiter)];
    await Promise.all(jars.map((jar) => access(jar)));
    return jars.join(delimiter);
  } catch {
    return undefined;
  }
}

/** The same for the same sources, wherever they lie. */
async function sourcesHash(module: string): Promise<string> {
  const below = await readdir(join(module, 'src'), { recursive: true, withFileTypes: true });
  const sources = below.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [join(module, 'pom.xml'), ...sources.sort()]) {
    const content = await readFile(file);
    hash.update(`${relative(module, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}
