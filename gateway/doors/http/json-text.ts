import jsonc from 'jsonc-parser';
import type { Bilingual } from '../../../profiles/codes.ts';
import { fieldPath } from '../../../profiles/field-path.ts';
import { GatewayError } from '../../failures.ts';

const REPLACEMENT = '\uFFFD';

/**
 * The value that UTF-8 bytes of JSON say. Throws GatewayError `malformed`, with the offset in bytes of what is wrong: bytes that are not
 * UTF-8, text that is not JSON, nesting beyond `depthMax`, or a field given twice, of which one would be lost in silence.
 */
export function jsonFromBytes(bytes: Uint8Array, depthMax: number): unknown {
  const text = utf8Text(bytes);
  inspect(text, depthMax);
  try {
    return JSON.parse(text);
  } catch (cause) {
    // Its message quotes the body: it goes no further than `cause`.
    throw malformed('JSON that one parser reads and the other refuses', NOT_JSON, undefined, cause);
  }
}

function utf8Text(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const at = firstBadByte(bytes);
    throw malformed(
      `not UTF-8 at byte ${at}`,
      { fr: `Le corps n’est pas de l’UTF-8 : octet ${at}.`, en: `The body is not UTF-8: byte ${at}.` },
      undefined,
      cause,
    );
  }
}

/** What comes before the first replacement character is valid, so that its length in bytes is the offset — unless that character was sent. */
function firstBadByte(bytes: Uint8Array): number {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const sent = Buffer.from(REPLACEMENT);
  for (let at = 0, from = 0; ; ) {
    const next = text.indexOf(REPLACEMENT, from);
    at += Buffer.byteLength(text.slice(from, next === -1 ? text.length : next));
    if (next === -1 || !sent.equals(bytes.subarray(at, at + sent.length))) return at;
    at += sent.length;
    from = next + 1;
  }
}

/** Throws at the first thing wrong; the parser recurses, so that too deep a text stops it here. */
function inspect(text: string, depthMax: number): void {
  const fieldsOfOpenObjects: Set<string>[] = [];
  let depth = 0;
  const open = (offset: number): void => {
    depth += 1;
    if (depth > depthMax) throw tooDeepAt(byteOffset(text, offset), depthMax);
  };

  jsonc.visit(
    text,
    {
      onError: (_error, offset) => {
        throw notJsonAt(byteOffset(text, offset));
      },
      onObjectBegin: (offset) => {
        open(offset);
        fieldsOfOpenObjects.push(new Set());
      },
      onObjectEnd: () => {
        depth -= 1;
        fieldsOfOpenObjects.pop();
      },
      onArrayBegin: open,
      onArrayEnd: () => {
        depth -= 1;
      },
      onObjectProperty: (name, offset, _length, _line, _character, path) => {
        const fields = fieldsOfOpenObjects.at(-1);
        if (fields?.has(name)) throw givenTwice(fieldPath([...path(), name]), byteOffset(text, offset));
        fields?.add(name);
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
}

const byteOffset = (text: string, offset: number): number => Buffer.byteLength(text.slice(0, offset));

const NOT_JSON: Bilingual = { fr: 'Le corps n’est pas du JSON.', en: 'The body is not JSON.' };

const notJsonAt = (at: number): GatewayError =>
  malformed(`not JSON at byte ${at}`, {
    fr: `Le corps n’est pas du JSON : octet ${at} ; vérifiez virgules, guillemets et accolades à cet endroit.`,
    en: `The body is not JSON: byte ${at}; check commas, quotes and braces there.`,
  });

const tooDeepAt = (at: number, depthMax: number): GatewayError =>
  malformed(`JSON nested too deep at byte ${at}`, {
    fr: `Trop de niveaux imbriqués, à l’octet ${at} : ${depthMax} au plus.`,
    en: `Nested too deep, at byte ${at}: ${depthMax} levels at most.`,
  });

const givenTwice = (field: string, at: number): GatewayError =>
  malformed(
    `a field given twice at byte ${at}`,
    {
      fr: `${field === '' ? 'Un champ' : field} : donné deux fois, la seconde à l’octet ${at} ; gardez-en un.`,
      en: `${field === '' ? 'A field' : field}: given twice, the second time at byte ${at}; keep one.`,
    },
    field,
  );

function malformed(message: string, text: Bilingual, expression?: string, cause?: unknown): GatewayError {
  return new GatewayError('malformed', message, {
    cause,
    issues: [
      {
        severity: 'error',
        code: 'structure',
        text,
        ...(expression === undefined || expression === '' ? {} : { expression }),
      },
    ],
  });
}
