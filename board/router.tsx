import { createBrowserRouter, Navigate } from 'react-router';
import { mayRead, useMe } from './access/me.ts';
import { Layout } from './layout/layout.tsx';
import { PAGES } from './pages.ts';
import { Loading, NoPermission, NotFound } from './states/states.tsx';

export const boardRouter = () =>
  createBrowserRouter(
    [
      {
        element: <Layout />,
        hydrateFallbackElement: <Loading />,
        children: [
          { index: true, element: <FirstPage /> },
          ...PAGES.map(({ path, load }) => ({ path, lazy: { Component: load } })),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
    { basename: '/board' },
  );

/** The first page that this person may read. */
function FirstPage() {
  const { data } = useMe();
  const first = PAGES.find(({ nav, area }) => nav !== undefined && data !== undefined && mayRead(data, area));
  return first === undefined ? <NoPermission /> : <Navigate to={first.path} replace />;
}
