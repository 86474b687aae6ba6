import type { ComponentType } from 'react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import type { LoopAct } from '../loop-acts.ts';
import { AnswerAct } from './answer-act.tsx';
import { CancelAct, TellFamilyAct } from './family-acts.tsx';
import { NoteAct, RemindAct } from './note-acts.tsx';
import { SentAct } from './sent-act.tsx';
import { SnoozeAct } from './snooze-act.tsx';
import type { LoopActProps } from './use-noting.ts';

const ACTS: Readonly<Record<LoopAct, ComponentType<LoopActProps>>> = {
  answer: AnswerAct,
  sent: SentAct,
  tellFamily: TellFamilyAct,
  remind: RemindAct,
  propose: ProposeAct,
  note: NoteAct,
  cancel: CancelAct,
  snooze: SnoozeAct,
};

/** The form of an act. */
export function ActOnLoop({ act, ...props }: LoopActProps & { readonly act: LoopAct }) {
  const Act = ACTS[act];
  return <Act {...props} />;
}

/** Another resource is proposed where requests are made. */
function ProposeAct({ loop }: LoopActProps) {
  const go = useNavigate();
  useEffect(() => void go(`/children/${loop.child.id}/new-request`), [go, loop.child.id]);
  return null;
}
