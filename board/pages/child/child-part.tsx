import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { ApiError } from '../../api/api-error.ts';
import { Answered, Empty } from '../../states/states.tsx';
import styles from './child.module.css';

interface ChildPartProps<T> {
  readonly title: string;
  readonly query: UseQueryResult<T, ApiError>;
  /** What it means that the centre has nothing of this. */
  readonly none: string;
  /** What is chosen before the answer is read. */
  readonly choices?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** One part of a child’s page, with an answer of its own: what one part lacks takes nothing from the others. */
export function ChildPart<T>({ title, query, none, choices, children }: ChildPartProps<T>) {
  const titleId = useId();
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {choices}
      {query.error?.kind === 'notFound' ? <Empty>{none}</Empty> : <Answered query={query}>{children}</Answered>}
    </section>
  );
}
