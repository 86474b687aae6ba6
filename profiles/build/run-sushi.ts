import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { capabilityStatement } from './capability-statement.ts';
import { conceptMapsFsh } from './concept-maps-fsh.ts';
import { namingSystemsFsh } from './naming-systems-fsh.ts';
import { FSH_FOLDER, PACKAGE_JSON, SUSHI, SUSHI_CONFIG, SUSHI_HOME } from './places.ts';
import { layR4Cache } from './r4-cache.ts';
import { terminologyFsh } from './terminology-fsh.ts';

const SUSHI_WITHIN_MS = 5 * 60_000;
const OUTPUT_MAX_BYTES = 16 * 1024 * 1024;

/** Files that SUSHI made: name → JSON text, in a form that does not depend on the machine or the day. */
export type Compiled = ReadonlyMap<string, string>;

/** SUSHI found errors in the FSH; `report` is what it printed. */
export class FshError extends Error {
  readonly report: string;
  constructor(report: string) {
    super(`SUSHI refuses profiles/fsh:\n${report}`);
    this.name = 'FshError';
    this.report = report;
  }
}

/** Compiles `profiles/fsh` and the code tables, offline, in a folder of its own. Throws FshError at any error or warning about our FSH. */
export async function runSushi(): Promise<Compiled> {
  const work = await mkdtemp(join(tmpdir(), 'passerelle-fsh-'));
  try {
    const project = join(work, 'project');
    await mkdir(join(project, 'input', 'fsh'), { recursive: true });
    await cp(FSH_FOLDER, join(project, 'input', 'fsh'), { recursive: true, filter: (path) => !path.endsWith('.json') });
    const { version } = JSON.parse(await readFile(PACKAGE_JSON, 'utf8')) as { version: string };
    for (const [file, text] of Object.entries(fromTables(version)))
      await writeFile(join(project, 'input', 'fsh', file), text);
    await writeFile(join(project, 'sushi-config.yaml'), `${await readFile(SUSHI_CONFIG, 'utf8')}version: ${version}\n`);
    await layR4Cache(SUSHI_HOME);
    await sushi(project, SUSHI_HOME);
    return withCapabilities(await compiledFrom(join(project, 'fsh-generated', 'resources')), version);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What our tables say, in FSH: a code or a system has one source. */
const fromTables = (version: string): Readonly<Record<string, string>> => ({
  'code-systems.fsh': terminologyFsh(),
  'concept-maps.fsh': conceptMapsFsh(version),
  'naming-systems.fsh': namingSystemsFsh(),
});

async function sushi(project: string, home: string): Promise<void> {
  const { stdout } = await promisify(execFile)(process.execPath, [SUSHI, 'build', '--snapshot', project], {
    env: { ...process.env, HOME: home, USERPROFILE: home, NO_COLOR: '1', FORCE_COLOR: '0' },
    timeout: SUSHI_WITHIN_MS,
    maxBuffer: OUTPUT_MAX_BYTES,
  }).catch((failure: { stdout?: string; message: string }) => {
    throw new FshError(troubles(failure.stdout ?? failure.message));
  });
  const found = troubles(stdout);
  if (found !== '') throw new FshError(found);
}

/** Automatic packages that no registry can give us offline, and the advice to use them, are not about our FSH. */
const NOT_OURS =
  /FSHOnly property|automatic|Failed to load|hl7\.terminology|hl7\.fhir\.uv\.tools|hl7\.fhir\.uv\.extensions|cross-version|certificate|registry/i;

/** The errors and warnings of SUSHI's report that are about our FSH, each with the lines that say where. */
function troubles(report: string): string {
  const blocks = report.split(/\n(?=(?:info|warn|error)\s)/);
  return blocks
    .filter((block) => /^(?:warn|error)\s/.test(block) && !NOT_OURS.test(block))
    .map((block) => block.split('\n').slice(0, 6).join('\n').trim())
    .join('\n');
}

/** The CapabilityStatement names the profiles, so it comes after them. */
function withCapabilities(compiled: Compiled, version: string): Compiled {
  const statement = capabilityStatement(compiled, version);
  return new Map([...compiled, [`CapabilityStatement-${statement.id}.json`, written(statement)]]);
}

const written = (resource: unknown): string => `${JSON.stringify(resource, undefined, 1)}\n`;

async function compiledFrom(folder: string): Promise<Compiled> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return new Map(
    await Promise.all(
      files.map(async (file) => {
        const resource: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
        return [file, written(resource)] as const;
      }),
    ),
  );
}
