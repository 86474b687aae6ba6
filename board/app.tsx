import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import type { Session } from './access/session.ts';
import { SessionContext, useSessionState } from './access/session-context.tsx';
import { apiClient } from './api/api-client.ts';
import { ApiContext } from './api/api-context.tsx';
import { queryClient } from './api/query-client.ts';
import { NoSignIn, SignIn } from './layout/sign-in.tsx';
import { boardRouter } from './router.tsx';
import { useLanguage } from './texts/use-language.ts';

interface AppProps {
  readonly texts: i18n;
  /** Absent where the gateway names no authorization server for the board. */
  readonly session: Session | undefined;
}

export function App({ texts, session }: AppProps) {
  return (
    <I18nextProvider i18n={texts}>
      <Localized>
        {session === undefined ? (
          <NoSignIn />
        ) : (
          <SessionContext value={session}>
            <SignedIn texts={texts} session={session} />
          </SessionContext>
        )}
      </Localized>
    </I18nextProvider>
  );
}

/** What the components say by themselves is said in the reader's language too. */
function Localized({ children }: { readonly children: React.ReactNode }) {
  const language = useLanguage();
  return <I18nProvider locale={`${language}-CA`}>{children}</I18nProvider>;
}

function SignedIn({ texts, session }: { readonly texts: i18n; readonly session: Session }) {
  return useSessionState() === 'in' ? <Board texts={texts} session={session} /> : <SignIn />;
}

/** Made anew for each person who signs in: nothing that one has read is there for the next. */
function Board({ texts, session }: { readonly texts: i18n; readonly session: Session }) {
  const { router, queries, api } = useMemo(
    () => ({
      router: boardRouter(),
      queries: queryClient(),
      api: apiClient({
        token: session.token,
        language: () => texts.language,
        refused: session.refused,
        fetch: (path, init) => fetch(path, { ...init, cache: 'no-store' }),
      }),
    }),
    [texts, session],
  );
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </ApiContext>
  );
}
