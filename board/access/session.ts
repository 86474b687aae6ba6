import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';

/** What the gateway tells the board of its authorization server (`/board/settings.json`). */
export interface BoardSettings {
  readonly issuer: string;
  readonly client: string;
  readonly scope: string;
  /** `resource` (RFC 8707): the gateway, by the name that tokens carry. */
  readonly audience: string;
}

/** Who is signed in, by code and PKCE; the token lives in this tab only (sessionStorage), and is renewed before it expires. */
export interface Session {
  /** The access token of now; undefined when nobody is signed in. */
  token(): string | undefined;
  /** Leaves for the authorization server; comes back to the page that was left. */
  enter(): Promise<void>;
  /** Ends it here, and the tokens there. */
  leave(): Promise<void>;
  /** The gateway takes the token no more. */
  refused(): void;
  /** For React's `useSyncExternalStore`: called when somebody comes or goes. */
  onChange(listener: () => void): () => void;
  state(): SessionState;
}

/** `ended`: somebody was here, and their time is over. */
export type SessionState = 'in' | 'out' | 'ended' | 'failed';

export const SIGNED_IN_PATH = '/board/signed-in';
const HOME = '/board/';

/** Opens the session of this tab, and takes the code when the authorization server has just sent the person back. */
export async function openSession({ issuer, client, scope, audience }: BoardSettings): Promise<Session> {
  const manager = new UserManager({
    authority: issuer,
    client_id: client,
    scope,
    resource: audience,
    redirect_uri: `${location.origin}${SIGNED_IN_PATH}`,
    response_type: 'code',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    loadUserInfo: false,
    monitorSession: false,
    automaticSilentRenew: true,
    revokeTokensOnSignout: true,
  });
  let user: User | null = null;
  let state: SessionState = 'out';
  const listeners = new Set<() => void>();
  const become = (next: SessionState, who: User | null): void => {
    [state, user] = [next, who];
    for (const listener of listeners) listener();
  };

  if (location.pathname === SIGNED_IN_PATH) {
    try {
      become('in', (await manager.signinCallback()) ?? null);
    } catch {
      become('failed', null);
    }
    history.replaceState(null, '', pathIn(user) ?? HOME);
  } else {
    const kept = await manager.getUser();
    if (kept !== null && kept.expired !== true) become('in', kept);
    else if (kept !== null) become('ended', null);
  }
  manager.events.addUserLoaded((loaded) => become('in', loaded));
  manager.events.addAccessTokenExpired(() => become('ended', null));

  return {
    token: () => user?.access_token,
    // Somebody who left on purpose is asked who they are, also where the server remembers them.
    enter: () =>
      manager
        .signinRedirect({
          state: `${location.pathname}${location.search}`,
          ...(sessionStorage.getItem(LEFT) !== null && { prompt: 'login' }),
        })
        .catch(() => become('failed', null)),
    async leave() {
      sessionStorage.setItem(LEFT, 'yes');
      await manager.revokeTokens().catch(() => undefined);
      await manager.removeUser();
      become('out', null);
    },
    refused() {
      void manager.removeUser();
      become('ended', null);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
  };
}

const LEFT = 'passerelle.left';

/** Only a path of the board: nothing else may be gone back to. */
function pathIn(user: User | null): string | undefined {
  const path = user?.state;
  return typeof path === 'string' && path.startsWith(HOME) && !path.startsWith(SIGNED_IN_PATH) ? path : undefined;
}
