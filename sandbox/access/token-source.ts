import { STATE_KNOWN_SCOPE } from '../../gateway/access/scopes.ts';

/** Who asks for a token in the sandbox, the tests and the benches. */
export type Who =
  /** `past`: a program that also says since when something was known. */
  { readonly centre: string; readonly past?: true } | { readonly partner: string } | { readonly operator: string };

/** Where tokens come from. */
export interface TokenSource {
  /** What a gateway must be told to believe them. */
  readonly settings: { readonly ACCESS_PATH: string };
  /** An access token that lives for some minutes yet. */
  token(who: Who): Promise<string>;
  stop(): Promise<void>;
}

/** The board: a public client in a browser. */
export const BOARD_CLIENT = 'tableau';

/** What each kind of caller is given: all that a centre’s own program does, what a partner’s system does, operation. */
export const SCOPES = {
  centre: 'system/*.cruds',
  past: `system/*.cruds ${STATE_KNOWN_SCOPE}`,
  partner:
    'system/Task.rus system/ServiceRequest.r system/Patient.r system/DocumentReference.r system/Bundle.c system/MessageHeader.c',
  operator: 'passerelle/operate.ru',
} as const;
