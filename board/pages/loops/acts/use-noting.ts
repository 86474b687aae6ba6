import { useState } from 'react';
import type { OpenLoopTold } from '../../../../mappings/domain/open-loops-told.ts';
import { useMe } from '../../../access/me.ts';
import { useTell } from '../../../api/use-tell.ts';
import type { Noting } from '../said.ts';

/** An act about a loop, as it is drawn: whoever opened it waits for one of the two. */
export interface LoopActProps {
  readonly loop: OpenLoopTold;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Who writes down, at whose clock, and how it is sent: once, however often the button is pressed. */
export function useNoting({ loop, onDone }: Pick<LoopActProps, 'loop' | 'onDone'>) {
  const me = useMe().data;
  const [key] = useState(() => crypto.randomUUID());
  const telling = useTell([`/v1/children/${loop.child.id}`]);
  const noting = (): Noting => ({
    by: me?.professional ?? me?.centre?.id ?? '',
    now: new Date(),
    timeZone: me?.centre?.timeZone ?? 'UTC',
  });
  return {
    centre: me?.centre?.id ?? '',
    noting,
    pending: telling.isPending,
    error: telling.error,
    send: (path: string, body: object) =>
      telling.mutate({ method: 'POST', path, body, headers: { 'idempotency-key': key } }, { onSuccess: onDone }),
  };
}
