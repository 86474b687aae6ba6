import { dirname } from 'node:path';
import { isCollection, isMap, isPair, LineCounter, type Node, parseDocument } from 'yaml';
import { type AccessSettings, accessFrom } from '../../gateway/access/access-settings.ts';
import type { SettingFault } from '../../gateway/access/setting-fault.ts';
import { checkedRegistry, type Registry } from '../../gateway/registry.ts';
import type { Bilingual } from '../../profiles/codes.ts';
import { accessAgainstRegistry } from './access-against-registry.ts';
import type { SettingsFile } from './settings-file.ts';

/** One thing to correct, or to look at, where it stands. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  /** A gateway does not start with an error, or does not let in whom it names; a warning is for a person to weigh. */
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly text: Bilingual;
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** Where nothing is wrong with its file by itself. */
  readonly access?: AccessSettings;
  readonly registry?: Registry;
}

/** Looks at both files as a gateway would, then at whether they agree. */
export function checkSettings(
  files: { readonly access: SettingsFile; readonly registry: SettingsFile },
  at?: Date,
): Checked {
  const registryDoc = readYaml(files.registry);
  const accessDoc = readYaml(files.access);
  const { registry, faults: ofRegistry } =
    registryDoc.content === undefined ? NOTHING : checkedRegistry(registryDoc.content, at);
  const { settings, faults } =
    accessDoc.content === undefined ? NOTHING : accessFrom(accessDoc.content, dirname(files.access.path));
  const between = settings === undefined || registry === undefined ? [] : accessAgainstRegistry(settings, registry);
  const findings = [
    ...registryDoc.findings,
    ...ofRegistry.map((fault) => found(registryDoc, fault, 'error')),
    ...accessDoc.findings,
    ...faults.map((fault) => found(accessDoc, fault, 'error')),
    ...between.map(({ severity, ...fault }) => found(accessDoc, fault, severity)),
  ];
  return {
    findings,
    ...(settings !== undefined && { access: settings }),
    ...(registry !== undefined && { registry }),
  };
}

const NOTHING = { settings: undefined, registry: undefined, faults: [] };

interface ReadYaml {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Undefined where it is no YAML. */
  readonly content: unknown;
  lineOf(path: string): number;
}

function readYaml({ path: file, text }: SettingsFile): ReadYaml {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const findings = doc.errors.map(
    ({ linePos, message }): Finding => ({
      file,
      line: linePos?.[0].line ?? 1,
      severity: 'error',
      path: '',
      text: { fr: `ce n’est pas du YAML : ${message.split('\n')[0]}`, en: `not YAML: ${message.split('\n')[0]}` },
    }),
  );
  return {
    file,
    findings,
    content: findings.length > 0 ? undefined : (doc.toJS() ?? {}),
    lineOf: (path) => lines.linePos(placeOf(doc.contents, path.split('/').slice(1))).line,
  };
}

const found = ({ file, lineOf }: ReadYaml, { path, text }: SettingFault, severity: Finding['severity']): Finding => ({
  file,
  line: lineOf(path),
  severity,
  path,
  text,
});

/** Where the deepest part of a path begins that is there: a field by its name, so that a list is told by the line that names it. */
function placeOf(node: Node | null, [step, ...rest]: readonly string[]): number {
  const here = node?.range?.[0] ?? 0;
  if (step === undefined || !isCollection(node)) return here;
  if (!isMap(node)) {
    const item: unknown = node.get(Number(step), true);
    return isNode(item) ? placeOf(item, rest) : here;
  }
  const pair = node.items.find(({ key }) => String(key) === step);
  if (!isPair(pair)) return here;
  return rest.length > 0 && isNode(pair.value)
    ? placeOf(pair.value, rest)
    : isNode(pair.key)
      ? (pair.key.range?.[0] ?? here)
      : here;
}

const isNode = (it: unknown): it is Node => typeof it === 'object' && it !== null && 'range' in it;
