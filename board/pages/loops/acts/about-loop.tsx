import { useTranslation } from 'react-i18next';
import type { OpenLoopTold } from '../../../../mappings/domain/open-loops-told.ts';

/** Whom and what an act is about. */
export function AboutLoop({ loop: { child, request, need, text } }: { readonly loop: OpenLoopTold }) {
  const { t } = useTranslation('loops');
  const asked =
    request === undefined
      ? (need ?? text)
      : `${request.what ?? t(`kinds.${request.kind}`)} → ${request.recipient.name}`;
  return (
    <p>
      <strong>{child.name ?? child.id}</strong> · {asked}
    </p>
  );
}
